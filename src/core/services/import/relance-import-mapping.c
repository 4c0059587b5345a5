/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-mapping.h"

#include <string.h>

static void
clear_choice (gpointer data)
{
  g_free (((RelanceColumnChoice *) data)->column);
}

/**
 * relance_import_choices_new:
 *
 * Returns: (transfer full) (element-type RelanceColumnChoice): none yet
 */
GArray *
relance_import_choices_new (void)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (RelanceColumnChoice));

  g_array_set_clear_func (choices, clear_choice);

  return choices;
}

void
relance_import_choices_add (GArray *choices, const char *column, RelanceImportField field)
{
  const RelanceColumnChoice choice = { .column = g_strdup (column), .field = field };

  g_array_append_val (choices, choice);
}

/**
 * relance_import_mapping_new:
 * @shape: of a #RelanceCsvPreview
 * @choices: (element-type RelanceColumnChoice)
 *
 * Returns: (transfer full): the choices as the book keeps them: a line for each, the field and the
 *   column with a tab between
 */
RelanceImportMapping *
relance_import_mapping_new (const char *shape, const GArray *choices)
{
  RelanceImportMapping *self = g_new0 (RelanceImportMapping, 1);
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      const RelanceColumnChoice *choice = &g_array_index (choices, RelanceColumnChoice, i);
      g_autofree char *column = g_strescape (choice->column, NULL);

      g_string_append_printf (columns, "%s\t%s\n", relance_import_field_get_name (choice->field),
                              column);
    }
  self->shape = g_strdup (shape);
  self->columns = g_string_free_and_steal (g_steal_pointer (&columns));

  return self;
}

/**
 * relance_import_mapping_read:
 *
 * Returns: (transfer full) (element-type RelanceColumnChoice): what relance_import_mapping_new()
 *   wrote; fields that this version does not know are left out
 */
GArray *
relance_import_mapping_read (const char *columns)
{
  g_auto (GStrv) lines = g_strsplit (columns, "\n", -1);
  GArray *choices = relance_import_choices_new ();

  for (int i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');
      g_autofree char *column = tab != NULL ? g_strcompress (tab + 1) : NULL;
      RelanceImportField field;

      if (tab == NULL)
        continue;
      *tab = '\0';
      if (relance_import_field_from_name (lines[i], &field))
        relance_import_choices_add (choices, column, field);
    }

  return choices;
}

void
relance_import_mapping_free (RelanceImportMapping *self)
{
  g_free (self->shape);
  g_free (self->columns);
  g_free (self);
}
