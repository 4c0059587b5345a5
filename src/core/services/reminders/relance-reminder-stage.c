/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-reminder-stage.h"

/* A courtesy note speaks of what comes due soon; only without it, of what is further away. */
#define SOON_DAYS 15

/* Which of the instalments a letter speaks of. */
typedef gboolean (*Choice) (const RelanceStoredDebt *debt, RelanceDate today);

/**
 * relance_reminder_stage_asks:
 *
 * Returns: whether a letter of that stage asks for money
 */
gboolean
relance_reminder_stage_asks (RelanceStage stage)
{
  return stage != RELANCE_STAGE_THANKS && stage != RELANCE_STAGE_TERMS;
}

/**
 * relance_reminder_stage_is_by_hand:
 *
 * Returns: whether a letter of that stage may speak of what is not late, and so does not leave by
 *   the outbox, which watches that nothing leaves but about what is
 */
gboolean
relance_reminder_stage_is_by_hand (RelanceStage stage)
{
  return stage == RELANCE_STAGE_COURTESY || stage == RELANCE_STAGE_PLAN ||
         stage == RELANCE_STAGE_STATEMENT || !relance_reminder_stage_asks (stage);
}

/**
 * relance_reminder_stage_names_invoices:
 *
 * Returns: whether a letter of that stage speaks of whole invoices, where a reminder speaks of
 *   their instalments
 */
gboolean
relance_reminder_stage_names_invoices (RelanceStage stage)
{
  return stage > RELANCE_STAGE_FORMAL_NOTICE;
}

static gboolean
is_any (const RelanceStoredDebt *debt, RelanceDate today)
{
  return TRUE;
}

static gboolean
is_soon (const RelanceStoredDebt *debt, RelanceDate today)
{
  return debt->due >= today && debt->due <= today + SOON_DAYS;
}

static gboolean
is_ahead (const RelanceStoredDebt *debt, RelanceDate today)
{
  return debt->due >= today;
}

static gboolean
is_part_paid (const RelanceStoredDebt *debt, RelanceDate today)
{
  return debt->balance < debt->amount;
}

static gboolean
is_part_of_plan (const RelanceStoredDebt *debt, RelanceDate today)
{
  return debt->amount < debt->total;
}

static void
choose (RelanceReminderFacts *facts, GPtrArray *owed, Choice choice, RelanceDate today)
{
  g_ptr_array_set_size (facts->debts, 0);
  g_hash_table_remove_all (facts->invoices_by_id);
  g_ptr_array_set_size (facts->invoices, 0);
  facts->left_out = 0;
  for (guint i = 0; i < owed->len; i++)
    if (choice (g_ptr_array_index (owed, i), today))
      relance_reminder_facts_add_debt (facts, g_ptr_array_index (owed, i), today);
}

/* The first choice that leaves something to speak of. */
static gboolean
choose_first (RelanceReminderFacts *facts,
              RelanceBook *book,
              gint64 invoice_id,
              const Choice *choices,
              GError **error)
{
  RelanceDate today = relance_book_get_today (book);
  g_autoptr (GPtrArray)
    owed = relance_store_list_debts (relance_book_get_store (book), facts->client->id, invoice_id,
                                     relance_date_new (9999, 12, 31), error);

  if (owed == NULL)
    return FALSE;

  for (; *choices != NULL; choices++)
    {
      choose (facts, owed, *choices, today);
      if (facts->debts->len > 0)
        break;
    }

  return TRUE;
}

/* What the last payment went to, or the invoice that was asked for. */
static gboolean
choose_paid (RelanceReminderFacts *facts, RelanceBook *book, gint64 invoice_id, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceStoredPayment) payment = NULL;
  g_autoptr (GPtrArray) paid = NULL;

  if (!relance_store_get_last_payment (store, facts->client->id, invoice_id, &payment, error))
    return FALSE;

  g_ptr_array_set_size (facts->debts, 0);
  if (payment == NULL)
    return TRUE;

  paid = relance_store_list_paid (store, invoice_id == 0 ? payment->id : 0, invoice_id, error);
  if (paid == NULL)
    return FALSE;

  choose (facts, paid, is_any, relance_book_get_today (book));
  return TRUE;
}

static gboolean
choose_debts (RelanceReminderFacts *facts,
              RelanceBook *book,
              gint64 invoice_id,
              RelanceStage stage,
              GError **error)
{
  static const Choice ahead[] = { is_soon, is_ahead, is_any, NULL };
  static const Choice part_paid[] = { is_part_paid, is_any, NULL };
  static const Choice plan[] = { is_part_of_plan, is_any, NULL };
  static const Choice open[] = { is_any, NULL };

  switch (stage)
    {
    case RELANCE_STAGE_COURTESY:
      return choose_first (facts, book, invoice_id, ahead, error);
    case RELANCE_STAGE_PART_PAYMENT:
      return choose_first (facts, book, invoice_id, part_paid, error);
    case RELANCE_STAGE_PLAN:
      return choose_first (facts, book, invoice_id, plan, error);
    case RELANCE_STAGE_STATEMENT:
      return choose_first (facts, book, invoice_id, open, error);
    case RELANCE_STAGE_THANKS:
      return choose_paid (facts, book, invoice_id, error);
    case RELANCE_STAGE_TERMS:
      g_ptr_array_set_size (facts->debts, 0);
      return TRUE;
    case RELANCE_STAGE_FIRST:
    case RELANCE_STAGE_SECOND:
      return TRUE;
    case RELANCE_STAGE_THIRD:
    case RELANCE_STAGE_FORMAL_NOTICE:
    case RELANCE_STAGE_INCIDENT:
    case RELANCE_STAGE_PROMISE:
    case RELANCE_STAGE_BROKEN_PROMISE:
    default:
      return facts->debts->len > 0 || choose_first (facts, book, invoice_id, open, error);
    }
}

/**
 * relance_reminder_stage_load:
 * @client_id: a client, or 0 to take the one of @invoice_id
 * @invoice_id: the only invoice to speak of, or 0 for those that suit the stage
 * @stage: or 0 where the plan says it
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, or one of the store
 *
 * Returns: (transfer full): the facts of a letter of that stage: what is overdue for a reminder,
 *   what is paid for thanks, what is coming for a courtesy note; without debts when there are none
 */
RelanceReminderFacts *
relance_reminder_stage_load (RelanceBook *book,
                             gint64 client_id,
                             gint64 invoice_id,
                             RelanceStage stage,
                             GError **error)
{
  g_autoptr (RelanceReminderFacts)
    facts = relance_reminder_facts_load (book, client_id, invoice_id, error);

  if (facts == NULL || (stage != 0 && !choose_debts (facts, book, invoice_id, stage, error)))
    return NULL;

  return g_steal_pointer (&facts);
}
