/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enum-types.h"
#include "relance-enums.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_MESSAGE (relance_message_get_type ())
G_DECLARE_FINAL_TYPE (RelanceMessage, relance_message, RELANCE, MESSAGE, GObject)

/* One instalment a message speaks of, and what was due on it when it was approved. */
typedef struct
{
  gint64  invoice_id;
  gint64  instalment_id;
  char   *number;
  gint64  balance;
} RelanceMessageDebt;

/* A file that goes with a message. */
typedef struct
{
  char   *name;
  char   *media_type;
  GBytes *content;
} RelanceMessageFile;

/**
 * RelanceMessage:
 * @id: a UUID; also X-Relance-Id and the idempotency key at the provider
 * @message_id: our own RFC 5322 Message-ID, with its angle brackets
 * @request: the exact bytes handed to the provider at every try, or %NULL in lists
 * @not_before: UTC seconds
 * @time_zone: of the client, an IANA name, or %NULL for that of this computer
 * @next_try_at: UTC seconds, or 0
 * @provider_reference: the provider's own id, or the path of the file it wrote
 * @reason: a nick of why the state is what it is (see services/relance-wording.h), or %NULL
 * @detail: the provider's own words, or %NULL; never holds a key
 *
 * A text that was approved, and what became of it. Everything but the state
 * and what goes with it is frozen at approval.
 */
struct _RelanceMessage
{
  GObject              parent_instance;

  char                *id;
  gint64               client_id;
  char                *client_name;
  char                *to;
  char                *to_name;
  char                *from;
  char                *from_name;
  char                *reply_to;
  char                *subject;
  char                *text;
  char                *html;
  RelanceStage         stage;
  RelanceTone          tone;
  RelanceAddress       address;
  RelanceLanguage      language;
  char                *message_id;
  char                *provider;
  char                *account_id;
  GBytes              *request;
  GArray              *debts;      /* RelanceMessageDebt */
  GArray              *files;      /* RelanceMessageFile, until they are frozen into the request */

  gint64               approved_at;
  gint64               not_before;
  RelanceMessageState  state;
  char                *reason;
  char                *detail;
  int                  tries;
  gint64               next_try_at;
  gint64               done_at;    /* when it was accepted, or 0 */
  char                *provider_reference;
  char                *time_zone;
};

RelanceMessage *relance_message_new              (void);
void            relance_message_debt_clear       (RelanceMessageDebt *debt);
char           *relance_message_dup_numbers      (RelanceMessage     *self);

G_END_DECLS
