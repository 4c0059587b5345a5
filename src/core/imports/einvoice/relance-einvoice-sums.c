/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-einvoice-row.h"

#include "relance-einvoice-values.h"
#include "relance-import-error.h"
#include "relance-money.h"

typedef struct
{
  gint64 value;
  gboolean said;
} Sum;

typedef struct
{
  Sum grand_total, net, tax, prepaid, rounding, due;
} Sums;

static gboolean
read_sum (const char *text, const char *currency, Sum *sum, GError **error)
{
  *sum = (Sum) { 0, text != NULL };
  if (text == NULL || relance_einvoice_amount_parse (text, currency, &sum->value))
    return TRUE;

  g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_VALUE, text);

  return FALSE;
}

static gboolean
read_sums (const RelanceEinvoiceDraft *draft, const char *currency, Sums *sums, GError **error)
{
  return read_sum (draft->grand_total, currency, &sums->grand_total, error) &&
         read_sum (draft->net, currency, &sums->net, error) &&
         read_sum (draft->tax, currency, &sums->tax, error) &&
         read_sum (draft->prepaid, currency, &sums->prepaid, error) &&
         read_sum (draft->rounding, currency, &sums->rounding, error) &&
         read_sum (draft->due_amount, currency, &sums->due, error);
}

/* ZUGFeRD 1 may leave out what is due, and its lesser profiles the total. */
static gboolean
complete (Sums *sums)
{
  if (!sums->grand_total.said && sums->due.said)
    sums->grand_total.value = sums->due.value + sums->prepaid.value - sums->rounding.value;
  else if (!sums->grand_total.said && sums->net.said)
    sums->grand_total.value = sums->net.value + sums->tax.value;
  else if (!sums->grand_total.said)
    return FALSE;
  if (!sums->due.said)
    sums->due.value = sums->grand_total.value + sums->rounding.value - sums->prepaid.value;

  return TRUE;
}

/* The untidy cent is owed too: BT-115 = BT-112 - BT-113 + BT-114. */
static gint64
get_whole (const Sums *sums)
{
  gint64 rounded = sums->grand_total.value + sums->rounding.value;

  return rounded - sums->prepaid.value == sums->due.value ? rounded : sums->grand_total.value;
}

static gboolean
is_credit_note_type (int type)
{
  static const int types[] = { 81, 83, 261, 262, 296, 308, 381, 396, 420, 458, 502, 503, 532 };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i] == type)
      return TRUE;

  return FALSE;
}

static gboolean
is_correction_type (int type)
{
  return type == 384 || (type >= 471 && type <= 473);
}

/**
 * relance_einvoice_sums_read:
 * @row: (inout): its currency and type are known; gets its kind, total, paid, prepaid and
 *   what is stated
 * @error: %RELANCE_IMPORT_ERROR_INCOMPLETE or %RELANCE_IMPORT_ERROR_VALUE
 *
 * What remains due is what the document asks for; what is paid is the rest of the
 * total. An invoice with a negative total gives money back: it is a credit note,
 * whatever its type (UNTDID 1001).
 *
 * Returns: whether there is a total
 */
gboolean
relance_einvoice_sums_read (const RelanceEinvoiceDraft *draft,
                            RelanceImportRow *row,
                            GError **error)
{
  Sums sums;
  gint64 total, due, prepaid, sign;
  gboolean credit_note;

  if (!read_sums (draft, row->currency, &sums, error))
    return FALSE;
  if (!complete (&sums))
    {
      g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_INCOMPLETE, "total");
      return FALSE;
    }

  row->stated_total = sums.grand_total.value;
  row->stated_due = sums.due.value;
  total = get_whole (&sums);
  sign = total < 0 ? -1 : 1;
  credit_note = draft->credit_note || is_credit_note_type (row->type) || total < 0;
  total *= sign;
  due = sums.due.value * sign;
  if (credit_note && due < 0)
    due = -due;
  prepaid = MAX (sums.prepaid.value * sign, 0);
  if (due > total)
    total = due + prepaid;
  if (total > RELANCE_MONEY_MAX)
    {
      g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_VALUE,
                           draft->due_amount != NULL ? draft->due_amount : draft->grand_total);
      return FALSE;
    }

  row->total = total;
  row->paid = total - due;
  row->prepaid = MIN (prepaid, row->paid);
  if (credit_note)
    row->kind = RELANCE_ROW_CREDIT_NOTE;
  else if (is_correction_type (row->type))
    row->kind = RELANCE_ROW_CORRECTION;

  return TRUE;
}
