/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-draft.h"

#include "relance-letter-html.h"

void
relance_guard_note_free (RelanceGuardNote *note)
{
  g_free (note->kind);
  g_free (note->text);
  g_free (note->quote);
  g_free (note->suggestion);
  g_free (note);
}

/**
 * relance_guard_note_copy:
 *
 * Returns: (transfer full): one of its own with the same content
 */
RelanceGuardNote *
relance_guard_note_copy (const RelanceGuardNote *note)
{
  RelanceGuardNote *copy = g_memdup2 (note, sizeof *note);

  copy->kind = g_strdup (note->kind);
  copy->text = g_strdup (note->text);
  copy->quote = g_strdup (note->quote);
  copy->suggestion = g_strdup (note->suggestion);
  return copy;
}

/**
 * relance_draft_new:
 *
 * Returns: (transfer full): a draft of which nothing is said
 */
RelanceDraft *
relance_draft_new (void)
{
  RelanceDraft *self = g_new0 (RelanceDraft, 1);

  self->debts = g_array_new (FALSE, TRUE, sizeof (RelanceMessageDebt));
  g_array_set_clear_func (self->debts, (GDestroyNotify) relance_message_debt_clear);
  self->stops = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_guard_note_free);
  self->attachments = relance_documents_new ();
  self->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_guard_note_free);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_guard_note_free);
  return self;
}

/**
 * relance_draft_add_note:
 * @notes: the stops or the warnings of a draft
 * @text: (transfer full): a sentence in the user's language
 */
void
relance_draft_add_note (GPtrArray *notes, const char *kind, char *text, const char *quote)
{
  RelanceGuardNote *note = g_new0 (RelanceGuardNote, 1);

  note->kind = g_strdup (kind);
  note->text = text;
  note->quote = g_strdup (quote);
  g_ptr_array_add (notes, note);
}

/**
 * relance_draft_add_finding:
 * @notes: the stops or the warnings of a draft
 * @text: (transfer full): a sentence in the user's language
 */
void
relance_draft_add_finding (GPtrArray *notes, const RelanceGuardFinding *finding, char *text)
{
  RelanceGuardNote note = {
    .kind = (char *) relance_guard_kind_word (finding->kind),
    .text = text,
    .quote = finding->quote,
    .suggestion = finding->suggestion,
    .mend = finding->mend,
    .place = finding->place,
    .at = finding->at,
  };

  g_ptr_array_add (notes, relance_guard_note_copy (&note));
  g_free (text);
}

/**
 * relance_draft_add_debt:
 *
 * Adds an instalment that the letter speaks of, with what is due on it now.
 */
void
relance_draft_add_debt (RelanceDraft *self, const RelanceDebt *debt)
{
  RelanceMessageDebt copy = {
    .invoice_id = debt->invoice_id,
    .instalment_id = debt->instalment_id,
    .number = g_strdup (debt->number),
    .balance = debt->balance,
  };

  g_array_append_val (self->debts, copy);
}

/**
 * relance_draft_request_copy:
 *
 * Returns: (transfer full): one of its own, which shares what is not to be changed
 */
RelanceDraftRequest *
relance_draft_request_copy (const RelanceDraftRequest *request)
{
  RelanceDraftRequest *copy = g_memdup2 (request, sizeof *request);

  if (copy->only != NULL)
    g_array_ref (copy->only);
  if (copy->without != NULL)
    g_array_ref (copy->without);
  return copy;
}

void
relance_draft_request_free (RelanceDraftRequest *request)
{
  g_clear_pointer (&request->only, g_array_unref);
  g_clear_pointer (&request->without, g_array_unref);
  g_free (request);
}

/**
 * relance_draft_to_html:
 *
 * Returns: (transfer full): the text of the letter as a plain web page
 */
char *
relance_draft_to_html (const RelanceDraft *draft)
{
  return relance_letter_to_html (draft->text,
                                 relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, draft->language));
}

static void
copy_notes (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, relance_guard_note_copy (g_ptr_array_index (from, i)));
}

static void
copy_debts (GArray *to, GArray *from)
{
  for (guint i = 0; i < from->len; i++)
    {
      RelanceMessageDebt debt = g_array_index (from, RelanceMessageDebt, i);

      debt.number = g_strdup (debt.number);
      g_array_append_val (to, debt);
    }
}

/**
 * relance_draft_copy:
 *
 * Returns: (transfer full): one of its own with the same content
 */
RelanceDraft *
relance_draft_copy (const RelanceDraft *draft)
{
  RelanceDraft *copy = relance_draft_new ();

  copy->client_id = draft->client_id;
  copy->client_name = g_strdup (draft->client_name);
  copy->to = g_strdup (draft->to);
  copy->to_name = g_strdup (draft->to_name);
  copy->from = g_strdup (draft->from);
  copy->from_name = g_strdup (draft->from_name);
  copy->reply_to = g_strdup (draft->reply_to);
  copy->account_id = g_strdup (draft->account_id);
  copy->stage = draft->stage;
  copy->tone = draft->tone;
  copy->address = draft->address;
  copy->language = draft->language;
  copy->voice = draft->voice;
  copy->variant = draft->variant;
  copy->n_variants = draft->n_variants;
  copy->sms = g_strdup (draft->sms);
  copy->subject = g_strdup (draft->subject);
  copy->text = g_strdup (draft->text);
  copy->written_subject = g_strdup (draft->written_subject);
  copy->written_text = g_strdup (draft->written_text);
  copy->edited = draft->edited;
  copy->angry = draft->angry;
  copy_debts (copy->debts, draft->debts);
  copy_notes (copy->stops, draft->stops);
  copy_notes (copy->warnings, draft->warnings);
  copy_notes (copy->checks, draft->checks);
  for (guint i = 0; i < draft->attachments->len; i++)
    g_ptr_array_add (copy->attachments,
                     relance_document_copy (g_ptr_array_index (draft->attachments, i)));
  return copy;
}

void
relance_draft_free (RelanceDraft *draft)
{
  g_free (draft->client_name);
  g_free (draft->to);
  g_free (draft->to_name);
  g_free (draft->from);
  g_free (draft->from_name);
  g_free (draft->reply_to);
  g_free (draft->account_id);
  g_free (draft->subject);
  g_free (draft->sms);
  g_free (draft->text);
  g_free (draft->written_subject);
  g_free (draft->written_text);
  g_array_unref (draft->debts);
  g_ptr_array_unref (draft->stops);
  g_ptr_array_unref (draft->warnings);
  g_ptr_array_unref (draft->checks);
  g_ptr_array_unref (draft->attachments);
  g_free (draft);
}
