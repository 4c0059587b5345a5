/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-einvoice-row.h"

#include "relance-einvoice-values.h"
#include "relance-payment-terms-text.h"

#define MAX_INSTALMENTS 120

/* A percentage is read like money of two decimals: its hundredths. */
#define PERCENT_CURRENCY "EUR"
#define ALL_HUNDREDTHS 10000

static gint
compare_instalments (gconstpointer a, gconstpointer b)
{
  const RelanceImportInstalment *one = a, *other = b;

  return (one->due > other->due) - (one->due < other->due);
}

static gboolean
read_part (const RelanceEinvoiceTerm *term, const RelanceImportRow *row, gint64 *amount)
{
  gint64 hundredths;

  if (term->amount != NULL)
    {
      if (!relance_einvoice_amount_parse (term->amount, row->currency, amount))
        return FALSE;
      *amount = ABS (*amount);
      return TRUE;
    }
  if (term->percent == NULL ||
      !relance_einvoice_amount_parse (term->percent, PERCENT_CURRENCY, &hundredths) ||
      hundredths < 0 || hundredths > ALL_HUNDREDTHS || row->total > G_MAXINT64 / ALL_HUNDREDTHS)
    return FALSE;
  *amount = (row->total * hundredths + ALL_HUNDREDTHS / 2) / ALL_HUNDREDTHS;

  return TRUE;
}

/* The parts of all that is owed, each with its date; NULL when terms say something else. */
static GArray *
read_parts (const RelanceEinvoiceDraft *draft, const RelanceImportRow *row, gint64 *sum)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (RelanceImportInstalment));

  *sum = 0;
  if (draft->terms->len < 2 || draft->terms->len > MAX_INSTALMENTS)
    return NULL;

  for (guint i = 0; i < draft->terms->len; i++)
    {
      const RelanceEinvoiceTerm *term = &g_array_index (draft->terms, RelanceEinvoiceTerm, i);
      RelanceImportInstalment part = { .due = term->due };

      if (!read_part (term, row, &part.amount) || part.amount == 0)
        return NULL;
      *sum += part.amount;
      g_array_append_val (parts, part);
    }
  g_array_sort (parts, compare_instalments);

  return g_steal_pointer (&parts);
}

/* Rounded percentages leave a cent or two to the last part. What was paid before
 * is not among the terms: it belongs to the first part. */
static gboolean
fit_parts (GArray *parts, gint64 sum, const RelanceImportRow *row)
{
  RelanceImportInstalment *first = &g_array_index (parts, RelanceImportInstalment, 0);
  RelanceImportInstalment *last = first + parts->len - 1;
  gint64 missing = row->total - sum;

  if (ABS (missing) < parts->len && last->amount + missing > 0)
    {
      last->amount += missing;
      return TRUE;
    }
  if (missing != row->paid || missing < 0)
    return FALSE;
  first->amount += missing;

  return TRUE;
}

static gboolean
read_instalments (const RelanceEinvoiceDraft *draft,
                  RelanceImportTable *table,
                  RelanceImportRow *row)
{
  gint64 sum;
  g_autoptr (GArray) parts = read_parts (draft, row, &sum);

  if (parts == NULL || !fit_parts (parts, sum, row))
    return FALSE;

  row->instalments = relance_import_table_keep_memory (
    table, parts->data, parts->len * sizeof (RelanceImportInstalment));
  row->n_instalments = parts->len;
  row->due = row->instalments[0].due;

  return TRUE;
}

/* Terms that repeat are a discount's and the net one's, which comes last; and where
 * they are parts that do not add up, nothing is late as a whole before the last. */
static RelanceDate
find_last_term (const RelanceEinvoiceDraft *draft)
{
  RelanceDate last = RELANCE_DATE_NONE;

  for (guint i = 0; i < draft->terms->len; i++)
    last = MAX (last, g_array_index (draft->terms, RelanceEinvoiceTerm, i).due);

  return last;
}

/**
 * relance_einvoice_due_read:
 * @row: (inout): its issue date, currency, total and paid are known; gets when it is due
 *
 * The document's date, else what the text of its terms leads to, else
 * %RELANCE_DATE_NONE with %RELANCE_ROW_DUE_UNKNOWN.
 */
void
relance_einvoice_due_read (const RelanceEinvoiceDraft *draft,
                           RelanceImportTable *table,
                           RelanceImportRow *row)
{
  if (read_instalments (draft, table, row))
    return;

  row->due = draft->due != RELANCE_DATE_NONE ? draft->due : find_last_term (draft);
  if (row->due != RELANCE_DATE_NONE)
    return;

  if (row->issued != RELANCE_DATE_NONE)
    row->due = relance_payment_terms_text_read (draft->terms_text->str, row->issued);
  row->flags |= row->due != RELANCE_DATE_NONE ? RELANCE_ROW_DUE_FROM_TERMS
                                              : RELANCE_ROW_DUE_UNKNOWN;
}
