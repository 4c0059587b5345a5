/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-trial.h"

#include "relance-clients.h"
#include "relance-letters.h"
#include "relance-reminders.h"
#include "relance-sample-letter.h"
#include "relance-sms.h"
#include "relance-writer.h"

/**
 * relance_letter_trial_request_new:
 *
 * Returns: (transfer full): of a sample client with one invoice
 */
RelanceLetterTrialRequest *
relance_letter_trial_request_new (const char *name, const char *text)
{
  RelanceLetterTrialRequest *self = g_new0 (RelanceLetterTrialRequest, 1);

  self->name = g_strdup (name);
  self->text = g_strdup (text);
  return self;
}

void
relance_letter_trial_request_free (RelanceLetterTrialRequest *self)
{
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

static void
take_words (RelanceLetterTrial *self, char *subject, char *sms, char *text)
{
  RelanceSmsSize size;

  self->subject = subject;
  self->sms = sms;
  self->text = text;
  if (sms == NULL)
    return;

  size = relance_sms_measure (sms);
  self->sms_units = size.units;
  self->sms_room = size.room;
  self->sms_parts = size.parts;
}

/* @client: (nullable) */
static gboolean
fill_sample (RelanceLetterTrial *self,
             RelanceBook *book,
             const RelanceLetterTrialRequest *request,
             const RelanceLetterEntry *entry,
             RelanceClient *client,
             GError **error)
{
  g_auto (RelanceWriter) writer = { NULL };
  g_autoptr (RelanceLetter) letter = NULL;
  RelanceSampleLetter sample = {
    .style = {
      .stage = entry->stage,
      .tone = entry->tone,
      .address = entry->address,
      .language = entry->language,
      .variant = entry->variant,
    },
    .client = client,
    .writer = &writer,
    .several = request->several,
    .today = relance_book_get_today (book),
  };

  if (!relance_writer_load (&writer, book, 0, error))
    return FALSE;

  letter = relance_sample_letter_fill (&sample, request->text, error);
  if (letter == NULL)
    return FALSE;

  self->is_sample = TRUE;
  take_words (self, g_steal_pointer (&letter->subject), g_steal_pointer (&letter->sms),
              g_steal_pointer (&letter->text));
  return TRUE;
}

/* Who owes nothing is shown with sample invoices, and who is gone is nobody. */
static gboolean
fill_sample_of_client (RelanceLetterTrial *self,
                       RelanceBook *book,
                       const RelanceLetterTrialRequest *request,
                       const RelanceLetterEntry *entry,
                       GError **error)
{
  g_autoptr (RelanceClient) client = relance_clients_get (book, request->client_id, NULL);

  return fill_sample (self, book, request, entry, client, error);
}

static gboolean
fill (RelanceLetterTrial *self,
      RelanceBook *book,
      const RelanceLetterTrialRequest *request,
      const RelanceLetterEntry *entry,
      GError **error)
{
  RelanceDraftRequest wanted = {
    .client_id = request->client_id,
    .stage = entry->stage,
    .tone = entry->tone,
    .address = entry->address,
    .language = entry->language,
    .variant = entry->variant,
    .template = request->text,
  };
  g_autoptr (RelanceDraft) draft = NULL;
  g_autoptr (GError) problem = NULL;

  if (request->client_id == 0)
    return fill_sample (self, book, request, entry, NULL, error);

  draft = relance_reminders_draft (book, &wanted, &problem);
  if (g_error_matches (problem, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED) ||
      g_error_matches (problem, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND))
    return fill_sample_of_client (self, book, request, entry, error);
  if (draft == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  take_words (self, g_steal_pointer (&draft->subject), g_steal_pointer (&draft->sms),
              g_steal_pointer (&draft->text));
  return TRUE;
}

/**
 * relance_letter_trial_run:
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND for the name, one of the letters or of the store
 *
 * Reads a letter as it is being written, and fills it with the facts of a client. Nothing is
 * written to the book.
 *
 * Returns: (transfer full): what is wrong, or what the client would read
 */
RelanceLetterTrial *
relance_letter_trial_run (RelanceBook *book,
                          const RelanceLetterTrialRequest *request,
                          GError **error)
{
  g_autoptr (RelanceLetterEntry) entry = relance_letters_find (NULL, request->name, error);
  g_autoptr (RelanceLetterTrial) self = NULL;

  if (entry == NULL)
    return NULL;

  self = g_new0 (RelanceLetterTrial, 1);
  self->notes = relance_letters_check (request->text, entry->language);
  if (self->notes->len == 0 && !fill (self, book, request, entry, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
relance_letter_trial_free (RelanceLetterTrial *self)
{
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self->subject);
  g_free (self->sms);
  g_free (self->text);
  g_free (self);
}
