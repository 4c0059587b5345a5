/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"
#include "relance-einvoice.h"

/* Whatever the bytes are, the reader answers with a table or an error. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceImportTable) table = NULL;

  relance_einvoice_is_xml (bytes);
  table = relance_einvoice_read (bytes, NULL, &error);
  g_assert ((table != NULL) != (error != NULL));
  g_assert (table == NULL || table->rows->len == 1);

  return 0;
}
