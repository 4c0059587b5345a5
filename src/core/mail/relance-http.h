/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RelanceHttpPhase:
 * @RELANCE_HTTP_NOT_STARTED: no byte of the request left
 * @RELANCE_HTTP_STARTED: a part of it may have left
 * @RELANCE_HTTP_WROTE_BODY: it left whole, no answer came
 * @RELANCE_HTTP_GOT_HEADERS: the answer began, its body was cut
 * @RELANCE_HTTP_COMPLETE: the answer came whole
 *
 * How far a request came: what tells "certainly not sent" from "unknown".
 */
typedef enum
{
  RELANCE_HTTP_NOT_STARTED = 1,
  RELANCE_HTTP_STARTED,
  RELANCE_HTTP_WROTE_BODY,
  RELANCE_HTTP_GOT_HEADERS,
  RELANCE_HTTP_COMPLETE,
} RelanceHttpPhase;

typedef enum
{
  RELANCE_HTTP_FAILURE_NONE,
  RELANCE_HTTP_FAILURE_CONNECTION,
  RELANCE_HTTP_FAILURE_TIMEOUT,
  RELANCE_HTTP_FAILURE_UNTRUSTED, /* the certificate */
  RELANCE_HTTP_FAILURE_CANCELLED,
  RELANCE_HTTP_FAILURE_FORBIDDEN, /* plain http beyond this machine */
} RelanceHttpFailure;

/* What is to be asked. Header values are wiped when it is freed: one is a key. */
typedef struct
{
  const char *method;
  char       *url;
  GPtrArray  *headers;      /* name, value, name, value… */
  const char *content_type; /* with @body */
  GBytes     *body;         /* or NULL */
} RelanceHttpRequest;

/* What came back. @status is 0 when nothing did; @headers have lower-case names. */
typedef struct
{
  RelanceHttpPhase    phase;
  RelanceHttpFailure  failure;
  int                 status;
  GHashTable         *headers;
  GBytes             *body;
} RelanceHttpAnswer;

typedef void (* RelanceHttpPhaseFunc) (RelanceHttpPhase phase,
                                       gpointer         user_data);

typedef struct _RelanceHttp RelanceHttp;

RelanceHttp        *relance_http_new            (void);
void                relance_http_free           (RelanceHttp               *self);
void                relance_http_set_timeout    (RelanceHttp               *self,
                                                 guint                      seconds);
void                relance_http_set_phase_func (RelanceHttp               *self,
                                                 RelanceHttpPhaseFunc       func,
                                                 gpointer                   user_data);
RelanceHttpAnswer  *relance_http_send           (RelanceHttp               *self,
                                                 const RelanceHttpRequest  *request,
                                                 GCancellable              *cancellable);
const char         *relance_http_phase_to_nick  (RelanceHttpPhase           phase);
gboolean            relance_http_url_is_allowed (const char                *url);

RelanceHttpRequest *relance_http_request_new        (const char                *method,
                                                     char                      *url);
void                relance_http_request_add_header (RelanceHttpRequest        *self,
                                                     const char                *name,
                                                     const char                *value);
void                relance_http_request_free       (RelanceHttpRequest        *self);
RelanceHttpAnswer  *relance_http_answer_new         (RelanceHttpPhase           phase,
                                                     int                        status,
                                                     const char                *body);
const char         *relance_http_answer_get_header  (const RelanceHttpAnswer   *self,
                                                     const char                *name);
void                relance_http_answer_free        (RelanceHttpAnswer         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceHttp, relance_http_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceHttpRequest, relance_http_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceHttpAnswer, relance_http_answer_free)

G_END_DECLS
