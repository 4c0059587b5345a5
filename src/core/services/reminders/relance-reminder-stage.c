/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-reminder-stage.h"

#include "relance-invoices.h"

#include <glib/gi18n-lib.h>

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

/* Returns: (transfer full): as if the letter spoke of that invoice only */
static RelanceReminderFacts *
load_one (RelanceBook *book, gint64 invoice_id, RelanceStage stage, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = relance_invoices_get (book, invoice_id, error);
  g_autoptr (RelanceReminderFacts) facts = NULL;

  if (invoice != NULL)
    facts = relance_reminder_stage_load (book, invoice->client_id, invoice_id, stage, error);
  if (facts == NULL || facts->debts->len > 0)
    return g_steal_pointer (&facts);

  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED,
               /* Translators: %s is the number of an invoice. */
               _ ("There is nothing to say of invoice %s in this letter."), invoice->number);
  return NULL;
}

static gboolean
check_same_client (const RelanceReminderFacts *one,
                   const RelanceReminderFacts *other,
                   GError **error)
{
  if (one->client->id == other->client->id)
    return TRUE;

  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
               /* Translators: each %s is a client. */
               _ ("A letter goes to one client: these invoices are of %1$s and of %2$s."),
               one->client->name, other->client->name);
  return FALSE;
}

/**
 * relance_reminder_stage_load_several:
 * @invoice_ids: (element-type gint64): invoices of one client, one at least
 * @error: %RELANCE_SERVICE_ERROR_INVALID when they are of several clients, or as
 *   relance_reminder_stage_load(), also when a letter of that stage has nothing to say of one
 *
 * Returns: (transfer full): the facts of a letter that speaks of these invoices and of no other
 */
RelanceReminderFacts *
relance_reminder_stage_load_several (RelanceBook *book,
                                     GArray *invoice_ids,
                                     RelanceStage stage,
                                     GError **error)
{
  g_autoptr (RelanceReminderFacts)
    facts = load_one (book, g_array_index (invoice_ids, gint64, 0), stage, error);

  for (guint i = 1; facts != NULL && i < invoice_ids->len; i++)
    {
      g_autoptr (RelanceReminderFacts)
        more = load_one (book, g_array_index (invoice_ids, gint64, i), stage, error);

      if (more == NULL || !check_same_client (facts, more, error))
        return NULL;
      relance_reminder_facts_join (facts, more);
    }

  return g_steal_pointer (&facts);
}
