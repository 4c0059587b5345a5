/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-table.h"

#define CHUNK_BYTES 4096

/**
 * relance_import_table_new:
 * @format: (transfer none): a literal, see #RelanceImportTable
 *
 * Returns: (transfer full): a table without rows
 */
RelanceImportTable *
relance_import_table_new (const char *format)
{
  RelanceImportTable *self = g_new0 (RelanceImportTable, 1);

  self->format = format;
  self->rows = g_array_new (FALSE, TRUE, sizeof (RelanceImportRow));
  self->strings = g_string_chunk_new (CHUNK_BYTES);
  self->blocks = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * relance_import_table_keep:
 * @text: (nullable): a string
 *
 * Returns: (nullable): a copy that lives as long as the table; the same pointer for the same text
 */
const char *
relance_import_table_keep (RelanceImportTable *self, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert_const (self->strings, text);
}

/**
 * relance_import_table_keep_memory:
 * @memory: buyers or payments
 * @size: in bytes
 *
 * Returns: (nullable): a copy that lives as long as the table, or %NULL of nothing
 */
gpointer
relance_import_table_keep_memory (RelanceImportTable *self, gconstpointer memory, gsize size)
{
  gpointer copy = g_memdup2 (memory, size);

  if (copy != NULL)
    g_ptr_array_add (self->blocks, copy);

  return copy;
}

void
relance_import_table_free (RelanceImportTable *self)
{
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->strings);
  g_array_unref (self->rows);
  g_free (self);
}
