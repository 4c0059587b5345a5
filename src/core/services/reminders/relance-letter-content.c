/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-content.h"

#include "relance-reminder-stage.h"

#include <string.h>

static void
add_sum (RelanceLetterContent *self, const char *currency, gint64 amount)
{
  RelanceDebtTotal sum = { .amount = amount };

  g_strlcpy (sum.currency, currency, sizeof sum.currency);
  g_array_append_val (self->sums, sum);
}

static RelanceDebt *
find_invoice (GPtrArray *debts, gint64 invoice_id)
{
  for (guint i = 0; i < debts->len; i++)
    {
      RelanceDebt *debt = g_ptr_array_index (debts, i);

      if (debt->invoice_id == invoice_id)
        return debt;
    }

  return NULL;
}

static RelanceDebt *
copy_debt (const RelanceDebt *debt)
{
  RelanceDebt *copy = relance_debt_new (debt->number, debt->currency, debt->balance, debt->due);

  copy->invoice_id = debt->invoice_id;
  copy->instalment_id = debt->instalment_id;
  copy->label = g_strdup (debt->label);
  copy->amount = debt->amount;
  copy->issued = debt->issued;
  copy->attached = debt->attached;
  return copy;
}

/* The instalments of an invoice become one; the oldest comes first and sets the due date. */
static GPtrArray *
make_debts (GPtrArray *instalments, gboolean by_invoice)
{
  GPtrArray *debts = relance_debts_new ();

  for (guint i = 0; i < instalments->len; i++)
    {
      const RelanceDebt *instalment = g_ptr_array_index (instalments, i);
      RelanceDebt *same = by_invoice ? find_invoice (debts, instalment->invoice_id) : NULL;

      if (same == NULL)
        {
          g_ptr_array_add (debts, copy_debt (instalment));
          continue;
        }
      same->amount += instalment->amount;
      same->balance += instalment->balance;
    }

  return debts;
}

static gboolean
has_several_parts (GPtrArray *instalments, const RelanceDebt *debt)
{
  guint parts = 0;

  for (guint i = 0; i < instalments->len; i++)
    parts += ((RelanceDebt *) g_ptr_array_index (instalments, i))->invoice_id == debt->invoice_id;

  return parts > 1;
}

static void
load_plan (RelanceLetterContent *self, GPtrArray *instalments)
{
  gint64 total = 0;

  for (guint i = 0; i < instalments->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (instalments, i);

      if (!has_several_parts (instalments, debt))
        continue;
      total += debt->balance;
      g_ptr_array_add (self->plan, copy_debt (debt));
      add_sum (self, debt->currency, debt->balance);
      add_sum (self, debt->currency, total);
    }
}

static gboolean
add_payment (RelanceLetterContent *self,
             RelanceStore *store,
             gint64 client_id,
             gint64 invoice_id,
             GError **error)
{
  g_autoptr (RelanceStoredPayment) payment = NULL;

  if (!relance_store_get_last_payment (store, client_id, invoice_id, &payment, error))
    return FALSE;
  if (payment == NULL)
    return TRUE;

  if (self->payment != NULL && self->payment->id == payment->id)
    {
      self->payment->amount += payment->amount;
      return TRUE;
    }

  if (self->payment == NULL || payment->date > self->payment->date ||
      (payment->date == self->payment->date && payment->id > self->payment->id))
    {
      g_clear_pointer (&self->payment, relance_stored_payment_free);
      self->payment = g_steal_pointer (&payment);
    }
  return TRUE;
}

/* The newest payment that went to one of these invoices, with all that it brought them. */
static gboolean
load_payment (RelanceLetterContent *self, RelanceStore *store, gint64 client_id, GError **error)
{
  for (guint i = 0; i < self->debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (self->debts, i);

      if (find_invoice (self->debts, debt->invoice_id) == debt &&
          !add_payment (self, store, client_id, debt->invoice_id, error))
        return FALSE;
    }

  if (self->payment != NULL)
    add_sum (self, self->payment->currency, self->payment->amount);
  return TRUE;
}

static void
add_fees (RelanceLetterContent *self, const RelanceInvoiceFees *invoice)
{
  const RelanceFees *known = invoice->fees;
  RelanceLetterFees fees = { .invoice_id = invoice->id, .fees = known };

  g_array_append_val (self->fees, fees);
  add_sum (self, invoice->currency, known->interest);
  add_sum (self, invoice->currency, known->fixed);
  add_sum (self, invoice->currency, known->interest + known->fixed);
}

static void
sum_fees (RelanceLetterContent *self)
{
  const char *currency;
  gint64 owed = 0, interest = 0, fixed = 0;

  if (self->fees->len == 0)
    return;

  currency = ((RelanceDebt *) g_ptr_array_index (self->debts, 0))->currency;
  for (guint i = 0; i < self->debts->len; i++)
    owed += ((RelanceDebt *) g_ptr_array_index (self->debts, i))->balance;
  for (guint i = 0; i < self->fees->len; i++)
    {
      const RelanceFees *fees = g_array_index (self->fees, RelanceLetterFees, i).fees;

      interest += fees->interest;
      fixed += fees->fixed;
    }

  add_sum (self, currency, interest);
  add_sum (self, currency, fixed);
  add_sum (self, currency, interest + fixed);
  add_sum (self, currency, owed + interest + fixed);
}

/* Of a consumer none are asked, so none are computed. */
static gboolean
load_fees (RelanceLetterContent *self, RelanceBook *book, RelanceClient *client, GError **error)
{
  g_autoptr (GPtrArray) own = relance_rates_new ();
  RelanceLateFeesRequest request = {
    .client_id = client->id,
    .until = relance_book_get_today (book),
    .agreed = RELANCE_RATE_NONE,
    .rates = own,
  };

  if (client->kind == RELANCE_KIND_CONSUMER)
    return TRUE;

  self->late_fees = relance_late_fees_load (book, &request, error);
  if (self->late_fees == NULL)
    return FALSE;

  for (guint i = 0; i < self->late_fees->invoices->len; i++)
    {
      const RelanceInvoiceFees *invoice = g_ptr_array_index (self->late_fees->invoices, i);

      if (find_invoice (self->debts, invoice->id) != NULL)
        add_fees (self, invoice);
    }
  sum_fees (self);
  return TRUE;
}

static gboolean
load_more (RelanceLetterContent *self,
           RelanceBook *book,
           const RelanceReminderFacts *facts,
           RelanceStage stage,
           GError **error)
{
  switch (stage)
    {
    case RELANCE_STAGE_THIRD:
    case RELANCE_STAGE_FORMAL_NOTICE:
      return load_fees (self, book, facts->client, error);
    case RELANCE_STAGE_THANKS:
    case RELANCE_STAGE_PART_PAYMENT:
    case RELANCE_STAGE_INCIDENT:
      return load_payment (self, relance_book_get_store (book), facts->client->id, error);
    case RELANCE_STAGE_PLAN:
      load_plan (self, facts->debts);
      return TRUE;
    case RELANCE_STAGE_COURTESY:
    case RELANCE_STAGE_FIRST:
    case RELANCE_STAGE_SECOND:
    case RELANCE_STAGE_PROMISE:
    case RELANCE_STAGE_BROKEN_PROMISE:
    case RELANCE_STAGE_STATEMENT:
    case RELANCE_STAGE_TERMS:
    default:
      return TRUE;
    }
}

static void
add_paid_sums (RelanceLetterContent *self)
{
  for (guint i = 0; i < self->debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (self->debts, i);

      if (debt->balance < debt->amount)
        add_sum (self, debt->currency, debt->amount - debt->balance);
    }
}

/**
 * relance_letter_content_load:
 * @facts: what a letter of that stage speaks of
 * @error: one of the store
 *
 * Returns: (transfer full): what it may say of that
 */
RelanceLetterContent *
relance_letter_content_load (RelanceBook *book,
                             const RelanceReminderFacts *facts,
                             RelanceStage stage,
                             GError **error)
{
  g_autoptr (RelanceLetterContent) self = g_new0 (RelanceLetterContent, 1);

  self->debts = make_debts (facts->debts, relance_reminder_stage_names_invoices (stage));
  self->fees = g_array_new (FALSE, FALSE, sizeof (RelanceLetterFees));
  self->plan = relance_debts_new ();
  self->sums = g_array_new (FALSE, FALSE, sizeof (RelanceDebtTotal));
  add_paid_sums (self);
  return load_more (self, book, facts, stage, error) ? g_steal_pointer (&self) : NULL;
}

void
relance_letter_content_free (RelanceLetterContent *self)
{
  g_clear_pointer (&self->debts, g_ptr_array_unref);
  g_clear_pointer (&self->fees, g_array_unref);
  g_clear_pointer (&self->late_fees, relance_late_fees_free);
  g_clear_pointer (&self->payment, relance_stored_payment_free);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  g_clear_pointer (&self->sums, g_array_unref);
  g_free (self);
}
