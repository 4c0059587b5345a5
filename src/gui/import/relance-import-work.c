/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-work.h"

#include "relance-invoices.h"
#include "relance-reminders.h"
#include "relance-wording.h"

#include <glib/gi18n.h>

/* A file of another machine has no path; its bytes are fetched first. */
static gboolean
read_file (RelanceImport *import,
           RelanceBook *book,
           GFile *file,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_file_peek_path (file))
    return relance_import_read (import, book, g_file_peek_path (file), cancellable, error);

  bytes = g_file_load_bytes (file, cancellable, NULL, error);
  if (!bytes)
    return FALSE;

  name = g_file_get_basename (file);
  return relance_import_read_bytes (import, book, name, bytes, cancellable, error);
}

static void
add_refusal (GPtrArray *refusals, const char *name, const char *sentence)
{
  g_ptr_array_add (refusals, g_strdup_printf (
                               /* Translators: a file's name, and why it could not be read */
                               _ ("%s: %s"), name, sentence));
}

/* What the import itself says of its files: those of a folder are many. */
static void
add_reported (GPtrArray *refusals, RelanceImport *import)
{
  GPtrArray *files = relance_import_get_files (import);

  for (guint i = 0; i < files->len; i++)
    {
      const RelanceImportFile *file = g_ptr_array_index (files, i);

      if (file->reason && g_strcmp0 (file->recognised, "pdf") != 0)
        add_refusal (refusals, file->name, file->reason);
    }
}

/* A file that never came so far as to be looked at. */
static void
add_unread (GPtrArray *refusals, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *sentence = relance_wording_error (error);

  add_refusal (refusals, shown, sentence);
}

/**
 * relance_import_work_read:
 * @files: (type GListModel): of GFile
 *
 * A RelanceUseCase. One refused file does not keep the others from being shown.
 *
 * Returns: (transfer full): a RelanceImportPreview
 */
gpointer
relance_import_work_read (RelanceBook *book,
                          gpointer files,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (RelanceImportPreview) self = g_new0 (RelanceImportPreview, 1);

  self->import = relance_import_new ();
  self->refusals = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autoptr (GError) refusal = NULL;
      guint n_before = relance_import_get_files (self->import)->len;

      if (!read_file (self->import, book, file, cancellable, &refusal) &&
          relance_import_get_files (self->import)->len == n_before)
        add_unread (self->refusals, file, refusal);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }

  add_reported (self->refusals, self->import);
  self->counts = *relance_import_get_counts (self->import);
  self->summary = relance_import_dup_summary (self->import);
  self->created =
    relance_import_get_items (self->import, RELANCE_IMPORT_NEW, RELANCE_IMPORT_PREVIEW_ROWS);
  self->changed =
    relance_import_get_items (self->import, RELANCE_IMPORT_CHANGED, RELANCE_IMPORT_PREVIEW_ROWS);
  self->rejected =
    relance_import_get_items (self->import, RELANCE_IMPORT_REJECTED, RELANCE_IMPORT_PREVIEW_ROWS);
  return g_steal_pointer (&self);
}

static gboolean
count_late (RelanceBook *book, int *late, GError **error)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  g_autoptr (GArray) totals = NULL;

  query->filter = RELANCE_INVOICES_OVERDUE;
  totals = relance_invoices_sum (book, query, error);
  if (!totals)
    return FALSE;

  for (guint i = 0; i < totals->len; i++)
    *late += g_array_index (totals, RelanceInvoiceTotal, i).count;
  return TRUE;
}

static gboolean
count_ready (RelanceBook *book, int *ready, GError **error)
{
  g_autoptr (GPtrArray) due = relance_reminders_due (book, error);

  if (!due)
    return FALSE;

  for (guint i = 0; i < due->len; i++)
    *ready += ((RelanceDue *) g_ptr_array_index (due, i))->blocked == NULL;
  return TRUE;
}

/**
 * relance_import_work_apply:
 * @order: (type RelanceImportOrder): what to write
 *
 * A RelanceUseCase. Writes the import, whole or not at all.
 *
 * Returns: (transfer full): a RelanceImportOutcome
 */
gpointer
relance_import_work_apply (RelanceBook *book,
                           gpointer order,
                           GCancellable *cancellable,
                           GError **error)
{
  RelanceImportOrder *wanted = order;
  g_autoptr (RelanceImportOutcome) self = g_new0 (RelanceImportOutcome, 1);
  g_autoptr (GError) uncounted = NULL;

  if (!relance_import_apply (wanted->import, book, wanted->cancellable, &self->change, error))
    return NULL;

  self->summary = relance_import_dup_summary (wanted->import);
  self->invoices = relance_import_get_counts (wanted->import)->created;

  /* What was written is written, whether or not it can be counted. */
  if (count_late (book, &self->late, &uncounted))
    count_ready (book, &self->ready, NULL);
  return g_steal_pointer (&self);
}

void
relance_import_preview_free (RelanceImportPreview *self)
{
  g_clear_pointer (&self->import, relance_import_free);
  g_clear_pointer (&self->refusals, g_ptr_array_unref);
  g_clear_pointer (&self->created, g_ptr_array_unref);
  g_clear_pointer (&self->changed, g_ptr_array_unref);
  g_clear_pointer (&self->rejected, g_ptr_array_unref);
  g_free (self->summary);
  g_free (self);
}

/**
 * relance_import_order_new:
 * @import: (transfer full): what was read
 */
RelanceImportOrder *
relance_import_order_new (RelanceImport *import, GCancellable *cancellable)
{
  RelanceImportOrder *self = g_new0 (RelanceImportOrder, 1);

  self->import = import;
  self->cancellable = g_object_ref (cancellable);
  return self;
}

void
relance_import_order_free (RelanceImportOrder *self)
{
  g_clear_pointer (&self->import, relance_import_free);
  g_clear_object (&self->cancellable);
  g_free (self);
}

void
relance_import_outcome_free (RelanceImportOutcome *self)
{
  g_free (self->summary);
  g_free (self);
}
