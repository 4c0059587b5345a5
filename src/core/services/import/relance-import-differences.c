/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-differences.h"

#include "relance-wording-import.h"

static void
clear_difference (gpointer data)
{
  RelanceImportDifference *difference = data;

  g_free (difference->before);
  g_free (difference->after);
}

/**
 * relance_import_differences_new:
 *
 * Returns: (transfer full) (element-type RelanceImportDifference): none yet
 */
GArray *
relance_import_differences_new (void)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (RelanceImportDifference));

  g_array_set_clear_func (self, clear_difference);

  return self;
}

/**
 * relance_import_differences_add:
 * @field: (transfer none): a literal, see #RelanceImportDifference
 */
void
relance_import_differences_add (GArray *self,
                                const char *field,
                                const char *before,
                                const char *after)
{
  const RelanceImportDifference difference = {
    .field = field,
    .label = relance_wording_import_field (field),
    .before = g_strdup (before),
    .after = g_strdup (after),
  };

  g_array_append_val (self, difference);
}

void
relance_import_differences_copy (GArray *self, const GArray *other)
{
  for (guint i = 0; other != NULL && i < other->len; i++)
    {
      const RelanceImportDifference *one = &g_array_index (other, RelanceImportDifference, i);

      relance_import_differences_add (self, one->field, one->before, one->after);
    }
}

/**
 * relance_import_differences_dup_labels:
 *
 * Returns: (transfer full): the fields that differ, in the user's language, with commas between
 */
char *
relance_import_differences_dup_labels (const GArray *self)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < self->len; i++)
    g_strv_builder_add (labels, g_array_index (self, RelanceImportDifference, i).label);
  list = g_strv_builder_end (labels);

  return g_strjoinv (", ", list);
}
