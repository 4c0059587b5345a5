/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-reminders.h"

#include "relance-money.h"
#include "relance-plan-words.h"
#include "relance-queue.h"
#include "relance-reminder-block.h"
#include "relance-reminder-words.h"

G_DEFINE_FINAL_TYPE (RelanceDue, relance_due, G_TYPE_OBJECT)

/* A row of the queue with what it is ordered by. */
typedef struct
{
  RelanceDue *due;
  double usefulness;
  gint64 client_id;
} Row;

static void
relance_due_finalize (GObject *object)
{
  RelanceDue *self = RELANCE_DUE (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->invoices, g_ptr_array_unref);
  g_free (self->why);
  g_free (self->situation_why);
  g_free (self->blocked);

  G_OBJECT_CLASS (relance_due_parent_class)->finalize (object);
}

static void
relance_due_class_init (RelanceDueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_due_finalize;
}

static void
relance_due_init (RelanceDue *self)
{
}

static RelanceDue *
make_due (RelanceReminderFacts *facts, RelanceDate today)
{
  RelanceDue *due = g_object_new (RELANCE_TYPE_DUE, NULL);
  RelancePlannerFacts planner = relance_reminder_facts_get_planner (facts);
  RelanceVerdict verdict = relance_planner_judge (&planner, today);
  RelanceDate from;
  RelanceBlock block = relance_block_get (facts, today, &from);

  due->client = g_object_ref (facts->client);
  due->invoices = g_ptr_array_ref (facts->invoices);
  due->stage = verdict.next.stage;
  due->why = relance_plan_words_why (&planner, &verdict, today);
  due->blocked = relance_reminder_words_block (facts, block, from);
  due->situation = verdict.judgement.situation;
  due->situation_why = relance_plan_words_situation (&verdict.judgement, facts->client);
  if (verdict.next.step != NULL)
    due->step = *verdict.next.step;
  due->last_contact = facts->last_contact;
  due->last_stage = facts->last_stage;
  due->last_channel = facts->last_channel;
  return due;
}

/* Currencies are weighed one by one: each keeps its own decimals. */
static double
get_usefulness (GPtrArray *debts, RelanceStage stage, RelanceDate today)
{
  g_autoptr (GArray) totals = relance_debts_sum (debts);
  int days_late = relance_debt_get_days_late (g_ptr_array_index (debts, 0), today);
  double usefulness = 0;

  for (guint i = 0; i < totals->len; i++)
    {
      RelanceDebtTotal *total = &g_array_index (totals, RelanceDebtTotal, i);

      usefulness += relance_queue_get_usefulness (
        total->amount, relance_money_get_digits (total->currency), stage, days_late);
    }

  return usefulness;
}

static int
compare_rows (const Row *a, const Row *b)
{
  if ((a->due->blocked == NULL) != (b->due->blocked == NULL))
    return a->due->blocked == NULL ? -1 : 1;
  if (a->usefulness != b->usefulness)
    return a->usefulness > b->usefulness ? -1 : 1;

  return (a->client_id > b->client_id) - (a->client_id < b->client_id);
}

/**
 * relance_reminders_due:
 * @error: one of the store
 *
 * The clients with an overdue balance. A client may be blocked for now: then the
 * row says why, and stands after those who are not.
 *
 * Returns: (transfer full) (element-type RelanceDue): one row for each client, the most useful first
 */
GPtrArray *
relance_reminders_due (RelanceBook *book, GError **error)
{
  RelanceDate today = relance_book_get_today (book);
  g_autoptr (GPtrArray) all = relance_reminder_facts_load_all (book, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GPtrArray *queue;

  if (all == NULL)
    return NULL;

  for (guint i = 0; i < all->len; i++)
    {
      RelanceReminderFacts *facts = g_ptr_array_index (all, i);
      Row row = { .due = make_due (facts, today), .client_id = facts->client->id };

      row.usefulness = get_usefulness (facts->debts, row.due->stage, today);
      g_array_append_val (rows, row);
    }

  g_array_sort (rows, (GCompareFunc) compare_rows);
  queue = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (queue, g_array_index (rows, Row, i).due);

  return queue;
}

/**
 * relance_reminders_explain_situation:
 * @why: (out) (nullable) (transfer full): what the debts of a client are, and the rule that decided
 *   it, one sentence in the user's language; %NULL when nothing is overdue
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, or one of the store
 */
gboolean
relance_reminders_explain_situation (RelanceBook *book,
                                     gint64 client_id,
                                     char **why,
                                     GError **error)
{
  g_autoptr (RelanceReminderFacts) facts = relance_reminder_facts_load (book, client_id, 0, error);
  RelanceVerdict verdict;

  *why = NULL;
  if (facts == NULL)
    return FALSE;
  if (facts->debts->len > 0)
    {
      verdict = relance_reminder_facts_judge (facts, relance_book_get_today (book));
      *why = relance_plan_words_situation (&verdict.judgement, facts->client);
    }

  return TRUE;
}
