/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * FakeMode:
 * @FAKE_ACCEPT: takes a mail and says so
 * @FAKE_DROP: takes it and closes the connection
 * @FAKE_CUT: takes it and stops in the middle of its answer
 * @FAKE_FAIL_AFTER: takes it and answers 500
 * @FAKE_SILENT: takes it and never answers
 * @FAKE_SILENT_AND_DEAF: never answers, and takes nothing
 * @FAKE_RATE_LIMIT: 429 with Retry-After: 120
 * @FAKE_REFUSE: 400
 * @FAKE_BAD_KEY: 401
 * @FAKE_ECHO_KEY: 401 with the key in its words
 * @FAKE_BLOCKED_ADDRESS: 401 as of a network address that was never seen
 * @FAKE_REDIRECT: 307 to another place of its own, which takes mail
 * @FAKE_HUGE: takes it and answers 8 MiB
 *
 * What the fake does with a mail.
 */
typedef enum
{
  FAKE_ACCEPT,
  FAKE_DROP,
  FAKE_CUT,
  FAKE_FAIL_AFTER,
  FAKE_SILENT,
  FAKE_SILENT_AND_DEAF,
  FAKE_RATE_LIMIT,
  FAKE_REFUSE,
  FAKE_BAD_KEY,
  FAKE_ECHO_KEY,
  FAKE_BLOCKED_ADDRESS,
  FAKE_REDIRECT,
  FAKE_HUGE,
} FakeMode;

/* A server on this machine that speaks as Brevo does, on a thread of its own. It remembers
 * idempotency keys, and can tell its events or not. */
typedef struct _FakeBrevo FakeBrevo;

FakeBrevo  *fake_brevo_new            (void);
FakeBrevo  *fake_brevo_new_untrusted  (void);
void        fake_brevo_free           (FakeBrevo  *self);
const char *fake_brevo_get_url        (FakeBrevo  *self);
void        fake_brevo_set_mode       (FakeBrevo  *self,
                                       FakeMode    mode);
void        fake_brevo_set_has_events (FakeBrevo  *self,
                                       gboolean    has_events);
void        fake_brevo_set_forgets_keys (FakeBrevo *self,
                                       gboolean    forgets_keys);
void        fake_brevo_set_prefix     (FakeBrevo  *self,
                                       const char *prefix);
guint       fake_brevo_count_posts    (FakeBrevo  *self);
guint       fake_brevo_count_mails    (FakeBrevo  *self,
                                       const char *id);
char       *fake_brevo_dup_last_body  (FakeBrevo  *self);
char       *fake_brevo_dup_last_key   (FakeBrevo  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeBrevo, fake_brevo_free)
