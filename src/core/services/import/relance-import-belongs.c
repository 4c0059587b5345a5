/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-belongs.h"

#include "relance-import-private.h"

/* Whether all that was read is the invoice: the same number of the same client. */
static gboolean
is_all (const RelanceImport *import, gint64 invoice_id)
{
  for (guint i = 0; i < import->rows->len; i++)
    {
      const RelancePlannedRow *row = import->rows->pdata[i];

      if (relance_planned_row_is_note (row) || row->before.id != invoice_id)
        return FALSE;
    }

  return import->cards->len == 0;
}

/**
 * relance_import_belongs_to:
 * @bytes: a file's content
 * @belongs: (out): whether it is a PDF that can be kept with the invoice without another thought:
 *   with no data of its own, or with that invoice's
 * @error: that it was cancelled, or an error of the book; a file that cannot be read is no error:
 *   it does not belong
 */
gboolean
relance_import_belongs_to (RelanceBook *book,
                           GBytes *bytes,
                           gint64 invoice_id,
                           GCancellable *cancellable,
                           gboolean *belongs,
                           GError **error)
{
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GError) problem = NULL;

  *belongs = FALSE;
  if (relance_import_read_bytes (import, book, "-", bytes, cancellable, &problem))
    {
      *belongs = import->documents->len == 1 && is_all (import, invoice_id);
      return TRUE;
    }
  if (problem->domain == RELANCE_SERVICE_ERROR)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}
