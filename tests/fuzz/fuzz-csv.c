/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"
#include "relance-invoice-table.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceImportTable)
    table = relance_invoice_table_read (bytes, NULL, "EUR", NULL, &error);

  g_assert_true ((table == NULL) == (error != NULL));

  return 0;
}
