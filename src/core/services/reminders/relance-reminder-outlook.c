/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-reminder-outlook.h"

#include "relance-accounts.h"
#include "relance-clients.h"
#include "relance-plan-words.h"
#include "relance-reminder-facts.h"
#include "relance-simulation.h"

/* What the visits of one client need. */
typedef struct
{
  GPtrArray *letters;
  RelanceClient *client;
} Visit;

static void
free_letter (RelanceOutlookLetter *letter)
{
  g_clear_object (&letter->client);
  g_ptr_array_unref (letter->invoices);
  g_array_unref (letter->totals);
  g_free (letter->why);
  g_free (letter);
}

static GPtrArray *
list_numbers (GPtrArray *debts)
{
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < debts->len; i++)
    {
      RelanceDebt *debt = g_ptr_array_index (debts, i);

      if (g_hash_table_add (seen, &debt->invoice_id))
        g_ptr_array_add (numbers, g_strdup (debt->number));
    }

  return numbers;
}

static void
add_letter (const RelancePlannerFacts *facts,
            const RelanceVerdict *verdict,
            RelanceDate date,
            gpointer data)
{
  Visit *visit = data;
  RelanceOutlookLetter *letter = g_new0 (RelanceOutlookLetter, 1);

  letter->date = date;
  letter->client = g_object_ref (visit->client);
  letter->stage = verdict->next.stage;
  letter->invoices = list_numbers (facts->debts);
  letter->totals = relance_debts_sum (facts->debts);
  letter->why = relance_plan_words_why (facts, verdict, date);
  g_ptr_array_add (visit->letters, letter);
}

static void
look_ahead (const RelanceReminderFacts *facts,
            const RelanceBusiness *business,
            RelanceDate first,
            RelanceDate last,
            GPtrArray *letters)
{
  RelancePlannerFacts planner = relance_reminder_facts_get_planner (facts);
  Visit visit = { letters, facts->client };

  if (facts->client->email == NULL)
    return;
  if (facts->excluded != NULL)
    {
      if (facts->excluded_until == RELANCE_DATE_NONE)
        return;
      first = MAX (first, facts->excluded_until + 1);
    }

  relance_simulation_run (&planner, relance_client_find_holidays (facts->client, business), first,
                          last, add_letter, &visit);
}

static int
compare_letters (gconstpointer a, gconstpointer b)
{
  const RelanceOutlookLetter *one = a, *other = b;

  if (one->date != other->date)
    return one->date < other->date ? -1 : 1;
  return (one->client->id > other->client->id) - (one->client->id < other->client->id);
}

/* Whether the client is one of those for whom the plan is tried; then it has that plan. */
static gboolean
take_trial (RelanceReminderFacts *facts, const RelancePlanTrial *trial)
{
  if (trial == NULL)
    return TRUE;
  if (trial->client_id != 0 ? facts->client->id != trial->client_id
                            : facts->client->own_plan_id != trial->plan_id)
    return FALSE;

  g_clear_pointer (&facts->own_steps, g_array_unref);
  facts->own_steps = g_array_ref (trial->steps);
  return TRUE;
}

static GPtrArray *
load (RelanceBook *book, const RelancePlanTrial *trial, guint n_days, GError **error)
{
  RelanceDate first = relance_book_get_today (book);
  RelanceDate last = first + (RelanceDate) MIN (n_days, RELANCE_REMINDER_OUTLOOK_MAX) - 1;
  gint64 client_id = trial != NULL ? trial->client_id : 0;
  g_autoptr (RelanceBusiness) business = relance_business_load (book, error);
  g_autoptr (GPtrArray) all =
    business != NULL ? relance_reminder_facts_load_ahead (book, client_id, last, error) : NULL;
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func ((GDestroyNotify) free_letter);

  if (all == NULL)
    return NULL;

  for (guint i = 0; i < all->len; i++)
    if (take_trial (g_ptr_array_index (all, i), trial))
      look_ahead (g_ptr_array_index (all, i), business, first, last, letters);
  g_ptr_array_sort_values (letters, compare_letters);

  return g_steal_pointer (&letters);
}

/**
 * relance_reminder_outlook_load:
 * @n_days: with today; at most %RELANCE_REMINDER_OUTLOOK_MAX
 * @error: one of the store
 *
 * What would leave in the days ahead if nothing were paid and every letter were approved on its day.
 * Nothing is written to the book.
 *
 * Returns: (transfer full) (element-type RelanceOutlookLetter): by day, then by client
 */
GPtrArray *
relance_reminder_outlook_load (RelanceBook *book, guint n_days, GError **error)
{
  return load (book, NULL, n_days, error);
}

/**
 * relance_reminder_outlook_try:
 * @trial: a plan that is not kept yet, without fault, and who would have it
 * @n_days: with today; at most %RELANCE_REMINDER_OUTLOOK_MAX
 * @error: one of the store
 *
 * As relance_reminder_outlook_load(), of these clients alone and by that plan.
 *
 * Returns: (transfer full) (element-type RelanceOutlookLetter): by day, then by client
 */
GPtrArray *
relance_reminder_outlook_try (RelanceBook *book,
                              const RelancePlanTrial *trial,
                              guint n_days,
                              GError **error)
{
  return load (book, trial, n_days, error);
}
