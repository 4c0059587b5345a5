/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-draft-paper.h"

#include "relance-accounts.h"
#include "relance-clients.h"
#include "relance-store-reminders.h"

#include <string.h>

struct _RelanceDraftSheet
{
  RelanceDraft *draft;
  RelanceBusiness *business;
  RelanceClient *client;
  RelanceDate date;
  char currency[4];
  gint64 amount;
  GStrv references;
};

/* A promise and a plan name other sums than what is open; thanks and terms ask for none; a firm
 * letter adds late fees to it, but for a consumer. */
static gboolean
asks_for_balance (const RelanceDraftSheet *self)
{
  switch (self->draft->stage)
    {
    case RELANCE_STAGE_PROMISE:
    case RELANCE_STAGE_PLAN:
    case RELANCE_STAGE_THANKS:
    case RELANCE_STAGE_TERMS:
      return FALSE;
    case RELANCE_STAGE_THIRD:
    case RELANCE_STAGE_FORMAL_NOTICE:
      return self->client->kind == RELANCE_KIND_CONSUMER;
    case RELANCE_STAGE_COURTESY:
    case RELANCE_STAGE_FIRST:
    case RELANCE_STAGE_SECOND:
    case RELANCE_STAGE_PART_PAYMENT:
    case RELANCE_STAGE_INCIDENT:
    case RELANCE_STAGE_BROKEN_PROMISE:
    case RELANCE_STAGE_STATEMENT:
    default:
      return TRUE;
    }
}

static const RelanceStoredDebt *
find_debt (GPtrArray *debts, gint64 instalment_id)
{
  for (guint i = 0; i < debts->len; i++)
    {
      const RelanceStoredDebt *debt = g_ptr_array_index (debts, i);

      if (debt->instalment_id == instalment_id)
        return debt;
    }
  return NULL;
}

static void
add_up (RelanceDraftSheet *self, GPtrArray *owed)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->draft->debts->len; i++)
    {
      const RelanceMessageDebt *debt = &g_array_index (self->draft->debts, RelanceMessageDebt, i);
      const RelanceStoredDebt *stored = find_debt (owed, debt->instalment_id);

      if (stored == NULL || (i > 0 && strcmp (self->currency, stored->currency) != 0))
        return;
      g_strlcpy (self->currency, stored->currency, sizeof self->currency);
      sum += debt->balance;
    }
  self->amount = sum;
}

/* What the letter asks for, where that is one sum. */
static gboolean
load_sum (RelanceDraftSheet *self, RelanceBook *book, GError **error)
{
  g_autoptr (GPtrArray) owed = NULL;

  if (!asks_for_balance (self))
    return TRUE;

  owed = relance_store_list_debts (relance_book_get_store (book), self->draft->client_id, 0,
                                   relance_date_new (9999, 12, 31), error);
  if (owed == NULL)
    return FALSE;

  add_up (self, owed);
  return TRUE;
}

/* An invoice with two instalments is named once. */
static GStrv
list_references (const RelanceDraft *draft)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  for (guint i = 0; i < draft->debts->len; i++)
    {
      const char *number = g_array_index (draft->debts, RelanceMessageDebt, i).number;

      if (!g_ptr_array_find_with_equal_func (numbers, number, g_str_equal, NULL))
        g_ptr_array_add (numbers, g_strdup (number));
    }
  return (GStrv) g_ptr_array_steal (numbers, NULL);
}

/* The letter goes to the one whom the mail would greet. */
static void
address_contact (RelanceClient *client)
{
  const RelanceContact *contact = relance_client_get_reminder_contact (client);

  if (contact == NULL)
    return;
  client->title = contact->title;
  g_set_str (&client->first_name, contact->first_name);
  g_set_str (&client->last_name, contact->last_name);
}

/**
 * relance_draft_sheet_load:
 * @draft: maybe edited; copied
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, or one of the store
 *
 * Returns: (transfer full): what it takes to print @draft, dated today
 */
RelanceDraftSheet *
relance_draft_sheet_load (RelanceBook *book, const RelanceDraft *draft, GError **error)
{
  g_autoptr (RelanceDraftSheet) self = g_new0 (RelanceDraftSheet, 1);

  self->draft = relance_draft_copy (draft);
  self->date = relance_book_get_today (book);
  self->references = list_references (draft);
  self->business = relance_business_load (book, error);
  if (self->business == NULL)
    return NULL;

  self->client = relance_clients_get (book, draft->client_id, error);
  if (self->client == NULL)
    return NULL;

  address_contact (self->client);
  return load_sum (self, book, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * relance_draft_sheet_lay_out:
 *
 * Returns: (transfer full): the pages, for this thread
 */
RelanceLetterPaper *
relance_draft_sheet_lay_out (const RelanceDraftSheet *self)
{
  const char *name = self->draft->from_name;
  RelanceLetterSheet sheet = {
    .subject = self->draft->subject,
    .text = self->draft->text,
    .language = self->draft->language,
    .date = self->date,
    .business = self->business,
    .client = self->client,
    .signature = name != NULL && *name != '\0'
                   ? name
                   : relance_business_get (self->business, RELANCE_BUSINESS_NAME),
    .amount = self->amount,
    .currency = self->currency,
    .references = (const char *const *) self->references,
  };

  return relance_letter_paper_new (&sheet);
}

void
relance_draft_sheet_free (RelanceDraftSheet *self)
{
  g_clear_pointer (&self->draft, relance_draft_free);
  g_clear_pointer (&self->business, relance_business_free);
  g_clear_object (&self->client);
  g_strfreev (self->references);
  g_free (self);
}
