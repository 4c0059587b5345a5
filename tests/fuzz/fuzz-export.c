/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"
#include "relance-own-export.h"

typedef gboolean (*Read) (RelanceOwnExport *export, GBytes *bytes, int table, GError **error);

static gboolean
read_json (RelanceOwnExport *export, GBytes *bytes, int table, GError **error)
{
  return relance_own_export_read_json (export, bytes, error);
}

static gboolean
read_mark (RelanceOwnExport *export, GBytes *bytes, int table, GError **error)
{
  return relance_own_export_read_mark (export, bytes, error);
}

static gboolean
read_csv (RelanceOwnExport *export, GBytes *bytes, int table, GError **error)
{
  return relance_own_export_read_csv (export, (RelanceTableId) table, bytes, error);
}

/* What was read may still be refused as a whole; it is never refused without a reason. */
static void
try_to_read (Read read, GBytes *bytes, int table)
{
  g_autoptr (RelanceOwnExport) export = relance_own_export_new ();
  g_autoptr (GError) error = NULL;
  gboolean done = read (export, bytes, table, &error) && relance_own_export_check (export, &error);

  g_assert_true (done == (error == NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

  relance_own_export_is_json (bytes);
  try_to_read (read_json, bytes, 0);
  try_to_read (read_mark, bytes, 0);
  for (int table = 0; table < RELANCE_N_TABLES_READ_BACK; table++)
    try_to_read (read_csv, bytes, table);

  return 0;
}
