/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-debt.h"

#include <string.h>

/**
 * relance_debts_new:
 *
 * Returns: (transfer full) (element-type RelanceDebt): an empty list that owns its debts
 */
GPtrArray *
relance_debts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) relance_debt_free);
}

/**
 * relance_debt_new:
 * @currency: an ISO 4217 code
 * @balance: what remains due, in minor units; also the amount until it is set otherwise
 *
 * Returns: (transfer full): a debt
 */
RelanceDebt *
relance_debt_new (const char *number, const char *currency, gint64 balance, RelanceDate due)
{
  RelanceDebt *self = g_new0 (RelanceDebt, 1);

  self->number = g_strdup (number);
  g_strlcpy (self->currency, currency, sizeof self->currency);
  self->amount = balance;
  self->balance = balance;
  self->issued = RELANCE_DATE_NONE;
  self->due = due;
  self->silent_until = RELANCE_DATE_NONE;
  return self;
}

void
relance_debt_free (RelanceDebt *self)
{
  g_free (self->number);
  g_free (self->label);
  g_free (self);
}

/**
 * relance_debt_get_days_late:
 *
 * Returns: the days since it was due, counted from the day after; 0 until then
 */
int
relance_debt_get_days_late (const RelanceDebt *self, RelanceDate today)
{
  return MAX (today - self->due, 0);
}

/**
 * relance_debts_find_oldest:
 * @debts: (element-type RelanceDebt): at least one
 *
 * Returns: (transfer none): the one that was due first
 */
const RelanceDebt *
relance_debts_find_oldest (GPtrArray *debts)
{
  const RelanceDebt *oldest = g_ptr_array_index (debts, 0);

  for (guint i = 1; i < debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (debts, i);

      if (debt->due < oldest->due)
        oldest = debt;
    }

  return oldest;
}

static RelanceDebtTotal *
find_total (GArray *totals, const char *currency)
{
  RelanceDebtTotal total = { .amount = 0 };

  for (guint i = 0; i < totals->len; i++)
    if (strcmp (g_array_index (totals, RelanceDebtTotal, i).currency, currency) == 0)
      return &g_array_index (totals, RelanceDebtTotal, i);

  g_strlcpy (total.currency, currency, sizeof total.currency);
  g_array_append_val (totals, total);
  return &g_array_index (totals, RelanceDebtTotal, totals->len - 1);
}

/**
 * relance_debts_sum:
 * @debts: (element-type RelanceDebt):
 *
 * Adds balances up by currency, never across currencies.
 *
 * Returns: (transfer full) (element-type RelanceDebtTotal): the totals, in the order
 *   in which the currencies come
 */
GArray *
relance_debts_sum (GPtrArray *debts)
{
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (RelanceDebtTotal));

  for (guint i = 0; i < debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (debts, i);

      find_total (totals, debt->currency)->amount += debt->balance;
    }

  return totals;
}
