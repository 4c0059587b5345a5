/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-reminders.h"

#include "relance-draft-judge.h"
#include "relance-draft.h"
#include "relance-letter-content.h"
#include "relance-letter-notes.h"
#include "relance-reminder-stage.h"
#include "relance-self-checks.h"
#include "relance-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
address_draft (RelanceDraft *draft, const RelanceReminderFacts *facts, const RelanceWriter *writer)
{
  g_autofree char *person = relance_client_dup_person_name (facts->client);

  draft->client_id = facts->client->id;
  g_set_str (&draft->client_name, facts->client->name);
  g_set_str (&draft->to, facts->client->email);
  g_set_str (&draft->to_name, person != NULL ? person : facts->client->name);
  g_set_str (&draft->from, writer->sender != NULL ? writer->sender->address : NULL);
  g_set_str (&draft->from_name, writer->sender != NULL ? writer->sender->name : NULL);
  g_set_str (&draft->reply_to, writer->sender != NULL ? writer->sender->reply_to : NULL);
  g_set_str (&draft->account_id, writer->sender != NULL ? writer->sender->account_id : NULL);
}

static RelanceVoice
get_own_voice (const RelanceWriter *writer)
{
  return writer->sender != NULL ? writer->sender->voice : RELANCE_VOICE_PERSONAL;
}

/* The client's own way, unless the request says otherwise; formal is always *vous*. */
static void
style_draft (RelanceDraft *draft,
             const RelanceDraftRequest *request,
             const RelanceReminderFacts *facts,
             const RelanceWriter *writer,
             RelanceDate today)
{
  draft->stage = request->stage ? request->stage : relance_reminder_facts_plan (facts, today).stage;
  draft->tone = request->tone ? request->tone : facts->client->tone;
  if (draft->stage == RELANCE_STAGE_FORMAL_NOTICE)
    draft->tone = RELANCE_TONE_FORMAL;
  draft->language = request->language ? request->language : facts->client->language;
  draft->address = request->address ? request->address : facts->client->address;
  if (draft->tone == RELANCE_TONE_FORMAL)
    draft->address = RELANCE_ADDRESS_VOUS;
  draft->variant = MAX (request->variant, 1);
  draft->voice = request->voice ? request->voice : get_own_voice (writer);
}

static RelanceLetterStyle
get_style (const RelanceDraft *draft)
{
  return (RelanceLetterStyle) {
    .stage = draft->stage,
    .tone = draft->tone,
    .address = draft->address,
    .language = draft->language,
    .variant = draft->variant,
    .voice = draft->voice,
  };
}

/* A language may not have every letter, nor every variant of it. */
static gboolean
check_style (RelanceDraft *draft, const RelanceLetterStyle *style, GError **error)
{
  guint count = relance_catalogue_count_variants (style);

  draft->n_variants = count;
  if (style->variant <= count)
    return TRUE;

  if (count == 0)
    g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                         _ ("There is no such letter in that language."));
  else
    g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                 /* Translators: of a letter that is written in several ways. */
                 ngettext ("There is %u variant of this letter.",
                           "There are %u variants of this letter.", count),
                 count);
  return FALSE;
}

/* Of what was only spoken no letter says that it was written. */
static RelanceDate
get_previous (const RelanceReminderFacts *facts, RelanceDate today)
{
  RelanceDate last = facts->debts->len > 0 ? relance_reminder_facts_plan (facts, today).last
                                           : RELANCE_DATE_NONE;

  return last == facts->last_spoken ? RELANCE_DATE_NONE : last;
}

/* The letter that leaves is not the one the user wrote: they had better know. */
static void
tell_fault (RelanceDraft *draft, const RelanceLetterFault *fault)
{
  g_autofree char *what = relance_letter_notes_describe (fault);

  relance_draft_add_note (
    draft->warnings, "letter",
    /* Translators: %s is what is wrong with a letter that the user wrote, one sentence. */
    g_strdup_printf (_ ("Your own letter could not be used, so this is the original. %s"), what),
    NULL);
}

static gboolean
write_draft (RelanceDraft *draft,
             const char *template,
             const RelanceReminderFacts *facts,
             const RelanceLetterContent *content,
             const RelanceWriter *writer,
             RelanceDate today,
             GError **error)
{
  g_autoptr (RelanceLetter) written = NULL;
  const RelanceStoredPayment *stored = content->payment;
  RelanceLetterSum payment = { 0 };
  RelanceLetterFacts letter = {
    .client = facts->client,
    .debts = content->debts,
    .business = writer->business,
    .sender = writer->sender,
    .previous = get_previous (facts, today),
    .today = today,
    .fees = content->fees,
    .payment = stored != NULL ? &payment : NULL,
    .plan = content->plan,
    .own = writer->letters,
  };
  RelanceLetterStyle style = get_style (draft);

  if (stored != NULL)
    {
      payment = (RelanceLetterSum) {
        .amount = stored->amount,
        .date = stored->date,
        .means = stored->means,
      };
      memcpy (payment.currency, stored->currency, sizeof payment.currency);
    }

  if (!check_style (draft, &style, error))
    return FALSE;

  written = template != NULL ? relance_letter_fill (template, &letter, &style, error)
                             : relance_letter_write (&letter, &style, error);
  if (written == NULL)
    return FALSE;

  if (written->fault != NULL)
    tell_fault (draft, written->fault);

  draft->subject = g_steal_pointer (&written->subject);
  draft->sms = g_steal_pointer (&written->sms);
  draft->text = g_steal_pointer (&written->text);
  draft->written_subject = g_strdup (draft->subject);
  draft->written_text = g_strdup (draft->text);
  return TRUE;
}

static void
set_debts (RelanceDraft *draft, GPtrArray *debts)
{
  g_array_set_size (draft->debts, 0);
  for (guint i = 0; i < debts->len; i++)
    relance_draft_add_debt (draft, g_ptr_array_index (debts, i));
}

/* The letter says which invoices go with it. */
static gboolean
attach (RelanceDraft *draft, RelanceBook *book, GPtrArray *debts, GError **error)
{
  if (!relance_draft_attach (draft, book, error))
    return FALSE;

  for (guint i = 0; i < debts->len; i++)
    {
      RelanceDebt *debt = g_ptr_array_index (debts, i);

      for (guint j = 0; j < draft->attachments->len; j++)
        debt->attached |=
          ((RelanceDocument *) g_ptr_array_index (draft->attachments, j))->invoice_id ==
          debt->invoice_id;
    }
  return TRUE;
}

static gboolean
check_owed (const RelanceReminderFacts *facts, RelanceStage stage, GError **error)
{
  const char *format;

  if (facts->debts->len > 0 || stage == RELANCE_STAGE_TERMS)
    return TRUE;

  if (facts->left_out > 0)
    /* Translators: each %s is the name of a client. */
    format = _ ("All that is overdue at %s is left out of reminders.");
  else if (stage == RELANCE_STAGE_THANKS)
    format = _ ("No payment of %s is known.");
  else if (stage == 0 || stage == RELANCE_STAGE_FIRST || stage == RELANCE_STAGE_SECOND)
    format = _ ("Nothing is overdue at %s.");
  else
    format = _ ("Nothing is owed by %s.");

  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED, format,
               facts->client->name);
  return FALSE;
}

static RelanceReminderFacts *
load_facts (RelanceBook *book, const RelanceDraftRequest *request, GError **error)
{
  if (request->only != NULL)
    return relance_reminder_stage_load_several (book, request->only, request->stage, error);

  return relance_reminder_stage_load (book, request->client_id, request->invoice_id, request->stage,
                                      error);
}

/**
 * relance_reminders_draft:
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, also for a letter that there is not;
 *   %RELANCE_SERVICE_ERROR_INVALID for invoices of several clients;
 *   %RELANCE_SERVICE_ERROR_BLOCKED when nothing is owed, or one of the store
 *
 * Draws up the letter that suits the client and the facts, or the one that @request
 * asks for, whatever the plan says. Nothing is written to the book.
 *
 * Returns: (transfer full): the draft, already read by the guard
 */
RelanceDraft *
relance_reminders_draft (RelanceBook *book, const RelanceDraftRequest *request, GError **error)
{
  RelanceDate today = relance_book_get_today (book);
  g_autoptr (RelanceReminderFacts) facts = load_facts (book, request, error);
  g_autoptr (RelanceLetterContent) content = NULL;
  g_autoptr (RelanceDraft) draft = NULL;
  g_auto (RelanceWriter) writer = { NULL };

  if (facts != NULL)
    relance_reminder_facts_leave_out (facts, request->without);
  if (facts == NULL || !relance_writer_load (&writer, book, request->voice, error) ||
      !check_owed (facts, request->stage, error))
    return NULL;

  draft = relance_draft_new ();
  address_draft (draft, facts, &writer);
  style_draft (draft, request, facts, &writer, today);
  set_debts (draft, facts->debts);
  if (!attach (draft, book, facts->debts, error))
    return NULL;

  content = relance_letter_content_load (book, facts, draft->stage, error);
  if (content == NULL ||
      !write_draft (draft, request->template, facts, content, &writer, today, error))
    return NULL;

  relance_draft_judge (draft, facts, content, &writer, today);
  if (!relance_self_checks_add (draft, book, facts, error))
    return NULL;
  return g_steal_pointer (&draft);
}

static gboolean
has_instalment (GArray *debts, gint64 instalment_id)
{
  for (guint i = 0; i < debts->len; i++)
    if (g_array_index (debts, RelanceMessageDebt, i).instalment_id == instalment_id)
      return TRUE;

  return FALSE;
}

/* What is still owed of what the draft spoke of when it was drawn up. */
static gboolean
load_debts_again (RelanceBook *book, RelanceReminderFacts *facts, GArray *debts, GError **error)
{
  g_autoptr (GPtrArray) owed = relance_store_list_debts (
    relance_book_get_store (book), facts->client->id, 0, relance_date_new (9999, 12, 31), error);

  if (owed == NULL)
    return FALSE;

  g_ptr_array_set_size (facts->debts, 0);
  for (guint i = 0; i < owed->len; i++)
    {
      const RelanceStoredDebt *stored = g_ptr_array_index (owed, i);

      if (has_instalment (debts, stored->instalment_id))
        relance_reminder_facts_add_debt (facts, stored, relance_book_get_today (book));
    }

  return TRUE;
}

/* What stands against the draft as it reads now, and what goes with it. */
static gboolean
judge_again (RelanceDraft *draft,
             RelanceBook *book,
             const RelanceReminderFacts *facts,
             const RelanceWriter *writer,
             GError **error)
{
  g_autoptr (RelanceLetterContent)
    content = relance_letter_content_load (book, facts, draft->stage, error);

  if (content == NULL)
    return FALSE;

  address_draft (draft, facts, writer);
  set_debts (draft, facts->debts);
  g_ptr_array_set_size (draft->stops, 0);
  g_ptr_array_set_size (draft->warnings, 0);
  relance_draft_judge (draft, facts, content, writer, relance_book_get_today (book));
  return relance_self_checks_add (draft, book, facts, error) &&
         relance_draft_attach (draft, book, error);
}

/**
 * relance_reminders_read_again:
 * @draft: a draft whose subject or text may have been edited
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, or one of the store
 *
 * Looks at the book again: who it goes to, what is still owed of what the letter
 * speaks of, and what stands against it now. Subject and text are left alone.
 */
gboolean
relance_reminders_read_again (RelanceBook *book, RelanceDraft *draft, GError **error)
{
  g_autoptr (RelanceReminderFacts)
    facts = relance_reminder_facts_load (book, draft->client_id, 0, error);
  g_auto (RelanceWriter) writer = { NULL };

  if (facts == NULL || !relance_writer_load (&writer, book, draft->voice, error) ||
      !load_debts_again (book, facts, draft->debts, error))
    return FALSE;

  return judge_again (draft, book, facts, &writer, error);
}

/**
 * relance_reminders_keep_draft:
 * @error: one of the store
 *
 * Keeps what the user typed until the message is approved or the draft forgotten.
 */
gboolean
relance_reminders_keep_draft (RelanceBook *book, const RelanceDraft *draft, GError **error)
{
  RelanceStoredDraft stored = {
    .client_id = draft->client_id,
    .stage = draft->stage,
    .tone = draft->tone,
    .address = draft->address,
    .language = draft->language,
    .subject = draft->subject,
    .text = draft->text,
  };

  return relance_store_keep_draft (relance_book_get_store (book), &stored,
                                   relance_book_get_now (book), error);
}

static RelanceDraft *
restore_draft (RelanceStoredDraft *stored)
{
  RelanceDraft *draft = relance_draft_new ();
  RelanceLetterStyle style;

  draft->stage = stored->stage;
  draft->tone = stored->tone;
  draft->address = stored->address;
  draft->language = stored->language;
  draft->subject = g_steal_pointer (&stored->subject);
  draft->text = g_steal_pointer (&stored->text);
  draft->edited = TRUE;
  style = get_style (draft);
  draft->n_variants = relance_catalogue_count_variants (&style);
  return draft;
}

/* What was typed is compared with the letter as it would be now; there may be none any more. */
static void
take_written (RelanceDraft *draft, RelanceBook *book, GArray *without)
{
  RelanceDraftRequest request = {
    .client_id = draft->client_id,
    .without = without,
    .stage = draft->stage,
    .tone = draft->tone,
    .address = draft->address,
    .language = draft->language,
  };
  g_autoptr (RelanceDraft) written = relance_reminders_draft (book, &request, NULL);

  if (written == NULL)
    return;

  draft->written_subject = g_steal_pointer (&written->written_subject);
  draft->written_text = g_steal_pointer (&written->written_text);
}

/**
 * relance_reminders_kept_draft:
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, or one of the store
 *
 * Returns: (transfer full) (nullable): what the user typed for that client, read again
 *   against the book as it is now; %NULL without @error when nothing was kept
 */
RelanceDraft *
relance_reminders_kept_draft (RelanceBook *book, gint64 client_id, GError **error)
{
  g_autoptr (RelanceStoredDraft) stored = NULL;
  g_autoptr (RelanceReminderFacts) facts = NULL;
  g_autoptr (RelanceDraft) draft = NULL;
  g_autoptr (GArray) without = NULL;
  g_autofree char *words = NULL;
  g_auto (RelanceWriter) writer = { NULL };

  if (!relance_store_get_draft (relance_book_get_store (book), client_id, &stored, error) ||
      stored == NULL)
    return NULL;

  facts = relance_reminder_facts_load (book, client_id, 0, error);
  if (facts == NULL || !relance_writer_load (&writer, book, 0, error))
    return NULL;

  draft = restore_draft (stored);
  words = g_strjoin ("\n", draft->subject, draft->text, NULL);
  without = relance_reminder_facts_keep_named (facts, words);
  draft->voice = get_own_voice (&writer);
  if (!judge_again (draft, book, facts, &writer, error))
    return NULL;

  take_written (draft, book, without);
  return g_steal_pointer (&draft);
}

/**
 * relance_reminders_forget_draft:
 * @error: one of the store
 *
 * Forgets what the user typed for a client, if anything was kept.
 */
gboolean
relance_reminders_forget_draft (RelanceBook *book, gint64 client_id, GError **error)
{
  return relance_store_forget_draft (relance_book_get_store (book), client_id, error);
}
