/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-file.h"

static void
free_columns (RelanceImportColumns *columns)
{
  g_strfreev (columns->header);
  g_ptr_array_unref (columns->rows);
  g_free (columns->fields);
  g_free (columns);
}

RelanceImportFile *
relance_import_file_new (const char *path, const char *name)
{
  RelanceImportFile *self = g_new0 (RelanceImportFile, 1);

  self->path = g_strdup (path);
  self->name = g_strdup (name);

  return self;
}

void
relance_import_file_free (RelanceImportFile *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self->reason);
  g_free (self->advice);
  g_clear_pointer (&self->columns, free_columns);
  g_free (self);
}

/**
 * relance_import_file_refuse:
 * @reason: a sentence
 *
 * Nothing of the file is taken.
 */
void
relance_import_file_refuse (RelanceImportFile *self, const char *reason)
{
  self->refused = TRUE;
  g_set_str (&self->reason, reason);
}

/**
 * relance_import_columns_new:
 *
 * Returns: (transfer full): what a person is shown to say what the columns hold
 */
RelanceImportColumns *
relance_import_columns_new (const RelanceCsvPreview *preview)
{
  RelanceImportColumns *self = g_new0 (RelanceImportColumns, 1);

  self->n_columns = preview->n_columns;
  self->header = g_strdupv (preview->header);
  self->rows = g_ptr_array_ref (preview->rows);
  self->fields = g_new0 (const char *, (gsize) preview->n_columns + 1);
  for (int i = 0; i < preview->n_columns; i++)
    self->fields[i] = relance_import_field_get_name (preview->fields[i]);

  return self;
}
