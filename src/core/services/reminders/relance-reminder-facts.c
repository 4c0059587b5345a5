/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-reminder-facts.h"

#include "relance-invoice.h"
#include "relance-plan-text.h"
#include "relance-store-clients.h"
#include "relance-store-exchanges.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The hour of what has none, in minutes. */
#define NOON (12 * 60)

static RelanceReminderFacts *
new_facts (void)
{
  RelanceReminderFacts *self = g_new0 (RelanceReminderFacts, 1);

  self->debts = relance_debts_new ();
  self->invoices = g_ptr_array_new_with_free_func (g_object_unref);
  self->invoices_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->last_payment = RELANCE_DATE_NONE;
  self->last_exchange = RELANCE_DATE_NONE;
  self->last_spoken = RELANCE_DATE_NONE;
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_past_reminder_free);
  self->contacts = g_array_new (FALSE, FALSE, sizeof (RelanceDate));
  return self;
}

static RelanceInvoice *
make_invoice (const RelanceStoredDebt *stored, RelanceDate today)
{
  RelanceInvoice *invoice = relance_invoice_new ();

  invoice->id = stored->invoice_id;
  invoice->client_id = stored->client_id;
  invoice->number = g_strdup (stored->number);
  invoice->label = g_strdup (stored->label);
  memcpy (invoice->currency, stored->currency, sizeof invoice->currency);
  invoice->issued = stored->issued;
  invoice->total = stored->total;
  invoice->due = stored->due;
  invoice->days_late = MAX (today - stored->due, 0);
  invoice->state = invoice->days_late > 0 ? RELANCE_INVOICE_OVERDUE : RELANCE_INVOICE_OPEN;
  return invoice;
}

static void
add_past (RelanceReminderFacts *self, const RelanceStoredContact *contact, RelanceDate date)
{
  RelancePastReminder *reminder = relance_past_reminder_new (date, contact->stage);

  g_array_append_vals (reminder->instalments, contact->instalments->data,
                       contact->instalments->len);
  g_ptr_array_add (self->past, reminder);
  g_array_append_val (self->contacts, date);
  self->last_contact = contact->at;
  self->last_stage = contact->stage;
}

static void
add_contact (RelanceReminderFacts *self, const RelanceStoredContact *contact)
{
  if (contact->state == RELANCE_MESSAGE_ACCEPTED || contact->state == RELANCE_MESSAGE_HANDED_OVER)
    add_past (self, contact, relance_clock_to_date (contact->at, NULL));
  else
    self->pending = TRUE;
}

/* It spoke of all that was overdue on its day, when it stood for a reminder at all. */
static void
add_stand_in (RelanceReminderFacts *self, const RelanceExchange *exchange)
{
  RelancePastReminder *reminder = relance_past_reminder_new (exchange->date, exchange->stage);

  for (guint i = 0; i < self->debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (self->debts, i);

      if (debt->due < exchange->date)
        g_array_append_val (reminder->instalments, debt->instalment_id);
    }
  g_ptr_array_add (self->past, reminder);
  if (exchange->channel == RELANCE_CHANNEL_PHONE || exchange->channel == RELANCE_CHANNEL_IN_PERSON)
    self->last_spoken = MAX (self->last_spoken, exchange->date);
}

/* Of a message that left on the same day, that one is the last contact: its hour is known. */
static void
add_exchange (RelanceReminderFacts *self, const RelanceExchange *exchange)
{
  if (exchange->stage != 0)
    add_stand_in (self, exchange);
  g_array_append_val (self->contacts, exchange->date);
  self->last_exchange = MAX (self->last_exchange, exchange->date);

  if (self->last_contact != 0 && relance_clock_to_date (self->last_contact, NULL) >= exchange->date)
    return;
  self->last_contact = relance_clock_to_utc (exchange->date, NOON);
  self->last_stage = exchange->stage;
  self->last_channel = exchange->channel;
}

static gboolean
is_excluded (const RelanceStoredDebt *debt, RelanceDate today)
{
  return debt->excluded != NULL &&
         (debt->excluded_until == RELANCE_DATE_NONE || debt->excluded_until >= today);
}

/* What somebody decided to leave out, and what we collect ourselves. */
static gboolean
is_left_out (const RelanceStoredDebt *debt, RelanceDate today)
{
  return is_excluded (debt, today) || relance_means_is_collected (debt->means);
}

static void
note_exclusion (RelanceReminderFacts *self, RelanceDate today)
{
  RelanceDate until = self->client->excluded_until;

  if (self->client->excluded == NULL || (until != RELANCE_DATE_NONE && until < today))
    return;
  self->excluded = g_strdup (self->client->excluded);
  self->excluded_until = until;
}

/* A letter greets the one who reads it. */
static void
address_contact (RelanceClient *client)
{
  const RelanceContact *contact = relance_client_get_reminder_contact (client);

  if (contact == NULL)
    return;
  client->title = contact->title;
  g_set_str (&client->first_name, contact->first_name);
  g_set_str (&client->last_name, contact->last_name);
  g_set_str (&client->email, contact->email);
}

/* One that another program broke is as if it were not there. */
static void
read_own_plan (RelanceReminderFacts *self)
{
  if (self->client->own_plan_steps != NULL)
    self->own_steps = relance_plan_parse (self->client->own_plan_steps);
}

/* Another program may have removed the client since its debts were read. */
static gboolean
load_client (RelanceBook *book, RelanceReminderFacts *facts, gint64 id, GError **error)
{
  if (!relance_store_get_client (relance_book_get_store (book), id, RELANCE_DATE_NONE,
                                 &facts->client, error))
    return FALSE;

  if (facts->client == NULL)
    g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                         _ ("There is no such client."));
  else
    {
      address_contact (facts->client);
      read_own_plan (facts);
      note_exclusion (facts, relance_book_get_today (book));
    }
  return facts->client != NULL;
}

static RelanceReminderFacts *
find_or_add (RelanceBook *book,
             GPtrArray *all,
             GHashTable *by_client,
             gint64 client_id,
             GError **error)
{
  RelanceReminderFacts *facts = g_hash_table_lookup (by_client, &client_id);

  if (facts != NULL)
    return facts;

  facts = new_facts ();
  g_ptr_array_add (all, facts);
  if (!load_client (book, facts, client_id, error))
    return NULL;

  g_hash_table_insert (by_client, &facts->client->id, facts);
  return facts;
}

static void
add_debt (RelanceReminderFacts *self, const RelanceStoredDebt *stored, RelanceDate today)
{
  RelanceDebt *debt;
  RelanceInvoice *invoice = g_hash_table_lookup (self->invoices_by_id, &stored->invoice_id);

  debt = relance_debt_new (stored->number, stored->currency, stored->balance, stored->due);
  debt->invoice_id = stored->invoice_id;
  debt->instalment_id = stored->instalment_id;
  debt->label = g_strdup (stored->label);
  debt->amount = stored->amount;
  debt->issued = stored->issued;
  if (is_excluded (stored, today))
    debt->silent_until = stored->excluded_until;
  g_ptr_array_add (self->debts, debt);

  if (invoice == NULL)
    {
      invoice = make_invoice (stored, today);
      g_ptr_array_add (self->invoices, invoice);
      g_hash_table_insert (self->invoices_by_id, &invoice->id, invoice);
    }
  invoice->balance += stored->balance;
}

/**
 * relance_reminder_facts_add_debt:
 *
 * Adds what the book holds about one instalment, unless it is left out of reminders; the oldest
 * must come first.
 */
void
relance_reminder_facts_add_debt (RelanceReminderFacts *self,
                                 const RelanceStoredDebt *stored,
                                 RelanceDate today)
{
  if (is_left_out (stored, today))
    self->left_out++;
  else
    add_debt (self, stored, today);
}

/* What holds for all clients, and when each of them last paid. */
static gboolean
load_common (RelanceBook *book, GPtrArray *all, gint64 client_id, GError **error)
{
  RelanceReminderSettings settings;
  g_autoptr (GHashTable)
    payments = relance_store_list_last_payments (relance_book_get_store (book), client_id, error);

  if (payments == NULL || !relance_reminder_settings_load (book, &settings, error))
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      RelanceReminderFacts *facts = g_ptr_array_index (all, i);
      gpointer date;

      facts->settings = settings;
      if (g_hash_table_lookup_extended (payments, &facts->client->id, NULL, &date))
        facts->last_payment = GPOINTER_TO_INT (date);
    }

  return TRUE;
}

/* Whether a debt is no part of the picture: of today's, or of the days ahead, in which an exclusion
 * may end. */
static gboolean
is_out_of_picture (const RelanceStoredDebt *debt, RelanceDate today, gboolean ahead)
{
  if (!ahead || relance_means_is_collected (debt->means))
    return is_left_out (debt, today);
  return is_excluded (debt, today) && debt->excluded_until == RELANCE_DATE_NONE;
}

static gboolean
load_debts (RelanceBook *book,
            GPtrArray *all,
            GHashTable *by_client,
            gint64 client_id,
            RelanceDate before,
            gboolean ahead,
            GError **error)
{
  RelanceDate today = relance_book_get_today (book);
  g_autoptr (GPtrArray)
    debts = relance_store_list_debts (relance_book_get_store (book), client_id, 0, before, error);

  if (debts == NULL)
    return FALSE;

  for (guint i = 0; i < debts->len; i++)
    {
      RelanceStoredDebt *debt = g_ptr_array_index (debts, i);
      RelanceReminderFacts *facts;

      if (is_out_of_picture (debt, today, ahead))
        continue;
      facts = find_or_add (book, all, by_client, debt->client_id, error);
      if (facts == NULL)
        return FALSE;
      add_debt (facts, debt, today);
    }

  return TRUE;
}

/* Of the days ahead, what waits in the outbox is taken to leave today. */
static gboolean
load_all_contacts (RelanceBook *book,
                   GHashTable *by_client,
                   gint64 client_id,
                   gboolean ahead,
                   GError **error)
{
  g_autoptr (GPtrArray)
    contacts = relance_store_list_contacts (relance_book_get_store (book), client_id, error);

  if (contacts == NULL)
    return FALSE;

  for (guint i = 0; i < contacts->len; i++)
    {
      RelanceStoredContact *contact = g_ptr_array_index (contacts, i);
      RelanceReminderFacts *facts = g_hash_table_lookup (by_client, &contact->client_id);
      gboolean was_pending = facts != NULL && facts->pending;

      if (facts == NULL)
        continue;
      add_contact (facts, contact);
      if (ahead && facts->pending && !was_pending)
        add_past (facts, contact, relance_book_get_today (book));
    }

  return TRUE;
}

/* Once the debts are known: an exchange may have been about all that was overdue. */
static gboolean
load_all_exchanges (RelanceBook *book, GHashTable *by_client, gint64 client_id, GError **error)
{
  g_autoptr (GPtrArray)
    exchanges = relance_store_list_exchanges (relance_book_get_store (book), client_id, error);

  if (exchanges == NULL)
    return FALSE;

  for (guint i = 0; i < exchanges->len; i++)
    {
      const RelanceExchange *exchange = g_ptr_array_index (exchanges, i);
      RelanceReminderFacts *facts = g_hash_table_lookup (by_client, &exchange->client_id);

      if (facts != NULL)
        add_exchange (facts, exchange);
    }

  return TRUE;
}

static GPtrArray *
load_all (RelanceBook *book, gint64 client_id, RelanceDate before, gboolean ahead, GError **error)
{
  g_autoptr (GPtrArray)
    all = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_reminder_facts_free);
  g_autoptr (GHashTable) by_client = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (!load_debts (book, all, by_client, client_id, before, ahead, error) ||
      !load_all_contacts (book, by_client, client_id, ahead, error) ||
      !load_all_exchanges (book, by_client, client_id, error) ||
      !load_common (book, all, client_id, error))
    return NULL;

  return g_steal_pointer (&all);
}

/**
 * relance_reminder_facts_load_all:
 *
 * Returns: (transfer full) (element-type RelanceReminderFacts): one for each client with an
 *   overdue balance
 */
GPtrArray *
relance_reminder_facts_load_all (RelanceBook *book, GError **error)
{
  return load_all (book, 0, relance_book_get_today (book), FALSE, error);
}

/**
 * relance_reminder_facts_load_ahead:
 * @client_id: the only client, or 0 for all
 * @last: the last day to look ahead to
 *
 * Returns: (transfer full) (element-type RelanceReminderFacts): one for each client with a balance
 *   that is overdue on that day, with what is left out only until then
 */
GPtrArray *
relance_reminder_facts_load_ahead (RelanceBook *book,
                                   gint64 client_id,
                                   RelanceDate last,
                                   GError **error)
{
  return load_all (book, client_id, last, TRUE, error);
}

static gboolean
load_contacts (RelanceBook *book, RelanceReminderFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) contacts =
    relance_store_list_contacts (relance_book_get_store (book), facts->client->id, error);

  if (contacts == NULL)
    return FALSE;

  for (guint i = 0; i < contacts->len; i++)
    add_contact (facts, g_ptr_array_index (contacts, i));

  return TRUE;
}

static gboolean
load_exchanges (RelanceBook *book, RelanceReminderFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) exchanges =
    relance_store_list_exchanges (relance_book_get_store (book), facts->client->id, error);

  if (exchanges == NULL)
    return FALSE;

  for (guint i = 0; i < exchanges->len; i++)
    add_exchange (facts, g_ptr_array_index (exchanges, i));

  return TRUE;
}

/* What is overdue; of an invoice that is not, what comes due first. */
static GPtrArray *
list_debts (RelanceBook *book, gint64 client_id, gint64 invoice_id, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  RelanceDate today = relance_book_get_today (book);
  g_autoptr (GPtrArray)
    debts = relance_store_list_debts (store, client_id, invoice_id, today, error);

  if (debts == NULL || debts->len > 0 || invoice_id == 0)
    return g_steal_pointer (&debts);

  g_clear_pointer (&debts, g_ptr_array_unref);
  debts =
    relance_store_list_debts (store, client_id, invoice_id, relance_date_new (9999, 12, 31), error);
  if (debts != NULL && debts->len > 1)
    g_ptr_array_set_size (debts, 1);
  return g_steal_pointer (&debts);
}

/* An invoice that was asked for by itself: then the answer says why there is nothing to say. */
static RelanceReminderFacts *
block_left_out (const RelanceStoredDebt *debt, GError **error)
{
  if (relance_means_is_collected (debt->means))
    g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED,
                         _ ("You collect this invoice yourself, by direct debit or by card: there "
                            "is nothing to ask for."));
  else
    /* Translators: %s is why somebody wants no reminder. */
    g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED,
                 _ ("This invoice is left out of reminders: %s"), debt->excluded);
  return NULL;
}

/**
 * relance_reminder_facts_load:
 * @client_id: a client, or 0 to take the one of @invoice_id
 * @invoice_id: the only invoice to speak of, or 0 for all that is overdue
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, or one of the store
 *
 * Returns: (transfer full): the facts; without debts when nothing is owed
 */
RelanceReminderFacts *
relance_reminder_facts_load (RelanceBook *book, gint64 client_id, gint64 invoice_id, GError **error)
{
  g_autoptr (RelanceReminderFacts) facts = new_facts ();
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  g_autoptr (GPtrArray) debts = list_debts (book, client_id, invoice_id, error);

  if (debts == NULL)
    return NULL;

  if (client_id == 0 && debts->len > 0)
    client_id = ((RelanceStoredDebt *) g_ptr_array_index (debts, 0))->client_id;

  if (client_id == 0)
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED,
                           _ ("Nothing is owed on this invoice."));
      return NULL;
    }

  g_ptr_array_add (alone, facts);
  if (!load_client (book, facts, client_id, error) || !load_contacts (book, facts, error) ||
      !load_common (book, alone, client_id, error))
    return NULL;

  for (guint i = 0; i < debts->len; i++)
    relance_reminder_facts_add_debt (facts, g_ptr_array_index (debts, i),
                                     relance_book_get_today (book));
  if (!load_exchanges (book, facts, error))
    return NULL;
  if (invoice_id != 0 && facts->left_out > 0)
    return block_left_out (g_ptr_array_index (debts, 0), error);

  return g_steal_pointer (&facts);
}

/**
 * relance_reminder_facts_get_planner:
 *
 * Returns: (transfer none): what decides of these facts, as long as they live
 */
RelancePlannerFacts
relance_reminder_facts_get_planner (const RelanceReminderFacts *self)
{
  return (RelancePlannerFacts) {
    .plan = self->own_steps != NULL ? relance_plan_of_steps (self->own_steps)
                                    : relance_rhythm_get_plan (self->client->plan),
    .stated = { self->client->situation, self->client->situation_since },
    .debts = self->debts,
    .past = self->past,
    .contacts = self->contacts,
    .last_payment = self->last_payment,
    .last_exchange = self->last_exchange,
    .limits = self->settings.limits,
    .threshold = self->settings.threshold,
  };
}

/**
 * relance_reminder_facts_judge:
 *
 * Returns: what the rules say of these debts; there must be one
 */
RelanceVerdict
relance_reminder_facts_judge (const RelanceReminderFacts *self, RelanceDate today)
{
  RelancePlannerFacts planner = relance_reminder_facts_get_planner (self);

  return relance_planner_judge (&planner, today);
}

/**
 * relance_reminder_facts_plan:
 *
 * Returns: what the plan says of these debts; there must be one
 */
RelancePlanStep
relance_reminder_facts_plan (const RelanceReminderFacts *self, RelanceDate today)
{
  return relance_reminder_facts_judge (self, today).next;
}

void
relance_reminder_facts_free (RelanceReminderFacts *self)
{
  g_clear_object (&self->client);
  g_ptr_array_unref (self->debts);
  g_hash_table_unref (self->invoices_by_id);
  g_ptr_array_unref (self->invoices);
  g_ptr_array_unref (self->past);
  g_array_unref (self->contacts);
  g_clear_pointer (&self->own_steps, g_array_unref);
  g_free (self->excluded);
  g_free (self);
}
