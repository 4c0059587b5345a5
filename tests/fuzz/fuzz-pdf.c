/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"
#include "relance-pdf.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size), xml = NULL;
  g_autoptr (GError) error = NULL;
  gboolean read = relance_pdf_find_invoice (bytes, &xml, &error);

  g_assert_true (read == (error == NULL));
  g_assert_true (read || xml == NULL);

  return 0;
}
