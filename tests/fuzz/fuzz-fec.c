/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"
#include "relance-fec.h"
#include "relance-money.h"

/* What every later step takes for granted. */
static void
check_row (const RelanceImportRow *row)
{
  gint64 paid = 0;

  if (row->reason != NULL)
    return;

  g_assert_true (*row->number != '\0' && *row->client != '\0' && row->client_key != NULL);
  g_assert_true (row->issued != RELANCE_DATE_NONE);
  g_assert_true (row->total > 0 && row->total <= RELANCE_MONEY_MAX);
  for (guint i = 0; i < row->n_payments; i++)
    {
      g_assert_cmpint (row->payments[i].amount, >, 0);
      paid += row->payments[i].amount;
    }
  g_assert_cmpint (paid, ==, row->paid);
  g_assert_cmpint (paid, <=, row->total);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceImportTable) table = NULL;

  relance_fec_is_fec (bytes);
  table = relance_fec_read (bytes, NULL, &error);
  g_assert_true ((table == NULL) == (error != NULL));
  for (guint i = 0; table != NULL && i < table->rows->len; i++)
    check_row (&g_array_index (table->rows, RelanceImportRow, i));

  return 0;
}
