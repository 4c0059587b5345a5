/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-account.h"
#include "relance-book.h"
#include "relance-client.h"
#include "relance-document.h"
#include "relance-guard.h"
#include "relance-invoice.h"
#include "relance-message.h"
#include "relance-rhythm.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_DUE (relance_due_get_type ())
G_DECLARE_FINAL_TYPE (RelanceDue, relance_due, RELANCE, DUE, GObject)

/**
 * RelanceDue:
 * @invoices: (element-type RelanceInvoice): overdue, oldest due date first, one currency or several
 * @stage: what the rules propose next
 * @why: why now, one sentence in the user's language
 * @blocked: (nullable): why a reminder cannot be sent now, a sentence in the user's language
 * @situation: what the debts are
 * @situation_why: the rule that decided it, one sentence in the user's language
 * @step: the step of the client's plan that @stage is; its stage is 0 when none is left
 * @last_contact: UTC seconds of the last message that left, or of a later exchange, or 0
 * @last_stage: its stage, or 0
 * @last_channel: of that exchange; 0 when the last contact was a message of ours
 *
 * A client who should hear from us. A record.
 */
struct _RelanceDue
{
  GObject        parent_instance;

  RelanceClient *client;
  GPtrArray     *invoices;
  RelanceStage   stage;
  char          *why;
  char          *blocked;
  RelanceSituation situation;
  char          *situation_why;
  RelanceStep    step;
  gint64         last_contact;
  RelanceStage   last_stage;
  RelanceChannel last_channel;
};

/* What to draw up; 0 or NULL leaves it to the client's profile and the rules. */
typedef struct
{
  gint64           client_id;
  gint64           invoice_id;  /* only this one; 0 for all that are overdue */
  GArray          *only;        /* of gint64: these, of one client; NULL for @invoice_id */
  GArray          *without;     /* of gint64: invoices not to speak of; NULL for none */
  RelanceStage     stage;
  RelanceTone      tone;
  RelanceAddress   address;
  RelanceLanguage  language;
  RelanceVoice     voice;       /* 0: the first sender's */
  guint            variant;     /* from 1; 0: the first */
  const char      *template;    /* words to try in place of those of the letter */
} RelanceDraftRequest;

/**
 * RelanceGuardNote:
 * @kind: an English word, for programs
 * @text: a sentence in the user's language
 * @quote: (nullable): the very words
 * @suggestion: (nullable): kinder ones, in the language of the letter
 * @mend: what the suggestion is good for
 * @place: where the quote stands, from its character @at on
 *
 * One thing the guard has to say.
 */
typedef struct
{
  char              *kind;
  char              *text;
  char              *quote;
  char              *suggestion;
  RelanceGuardMend   mend;
  RelanceGuardPlace  place;
  int                at;
} RelanceGuardNote;

/**
 * RelanceDraft:
 * @debts: (element-type RelanceMessageDebt)
 * @stops: (element-type RelanceGuardNote): each forbids approval
 * @warnings: (element-type RelanceGuardNote): shown, the user decides
 * @checks: (element-type RelanceGuardNote): what to look at on our own side first
 * @angry: whether it had better be read again the next day
 *
 * A proposed text. The interface changes @subject and @text and gives it back.
 */
typedef struct
{
  gint64           client_id;
  char            *client_name;
  char            *to;          /* NULL when there is no address */
  char            *to_name;
  char            *from;        /* NULL when there is no sender */
  char            *from_name;
  char            *reply_to;
  char            *account_id;  /* NULL: the folder */
  RelanceStage     stage;
  RelanceTone      tone;
  RelanceAddress   address;
  RelanceLanguage  language;
  RelanceVoice     voice;
  guint            variant;     /* 0 when the text was brought back */
  guint            n_variants;  /* in how many ways that letter is written */
  char            *written_subject; /* as the letter itself has them, whatever is typed; or NULL */
  char            *written_text;
  char            *subject;
  char            *sms;         /* the same in one line, or NULL */
  char            *text;
  GArray          *debts;
  GPtrArray       *stops;
  GPtrArray       *warnings;
  GPtrArray       *checks;
  gboolean         angry;
  GPtrArray       *attachments; /* RelanceDocument: the PDFs that go with it */
  gboolean         edited;      /* @subject or @text are the user's, brought back */
} RelanceDraft;

RelanceDraftRequest *
              relance_draft_request_copy    (const RelanceDraftRequest  *request);
void          relance_draft_request_free    (RelanceDraftRequest        *request);
GPtrArray    *relance_reminders_due         (RelanceBook                *book,
                                             GError                    **error);
gboolean      relance_reminders_explain_situation (RelanceBook          *book,
                                             gint64                      client_id,
                                             char                      **why,
                                             GError                    **error);
RelanceDraft *relance_reminders_draft       (RelanceBook                *book,
                                             const RelanceDraftRequest  *request,
                                             GError                    **error);
gboolean      relance_reminders_read_again  (RelanceBook                *book,
                                             RelanceDraft               *draft,
                                             GError                    **error);
gboolean      relance_reminders_keep_draft  (RelanceBook                *book,
                                             const RelanceDraft         *draft,
                                             GError                    **error);
RelanceDraft *relance_reminders_kept_draft  (RelanceBook                *book,
                                             gint64                      client_id,
                                             GError                    **error);
gboolean      relance_reminders_forget_draft (RelanceBook               *book,
                                             gint64                      client_id,
                                             GError                    **error);
gboolean      relance_reminders_read_tomorrow (RelanceBook              *book,
                                               gint64                    client_id,
                                               gint64                   *change,
                                               GError                  **error);
gboolean      relance_reminders_put_off     (RelanceBook                *book,
                                             gint64                      client_id,
                                             RelanceDate                 back_on,
                                             gint64                     *change,
                                             GError                    **error);
RelanceGuardNote *
              relance_guard_note_copy       (const RelanceGuardNote     *note);
void          relance_guard_note_free       (RelanceGuardNote           *note);
char         *relance_draft_to_html         (const RelanceDraft         *draft);
RelanceDraft *relance_draft_copy            (const RelanceDraft         *draft);
void          relance_draft_free            (RelanceDraft               *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceDraft, relance_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceGuardNote, relance_guard_note_free)

G_END_DECLS
