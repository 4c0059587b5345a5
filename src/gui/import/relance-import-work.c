/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-work.h"

#include "relance-invoices.h"
#include "relance-reminders.h"
#include "relance-wording.h"

#include <glib/gi18n.h>

/* Sources count alike, however much is in each. */
#define STEPS_PER_SOURCE 1000

struct _RelanceImportPace
{
  gint done; /* of @total; atomic */
  gint total;
  guint source; /* only for the thread that works */
  guint n_sources;
};

static void
show_pace (guint done, guint total, gpointer data)
{
  RelanceImportPace *self = data;
  guint part = total > 0 ? (guint) ((guint64) MIN (done, total) * STEPS_PER_SOURCE / total) : 0;

  g_atomic_int_set (&self->total, (gint) (self->n_sources * STEPS_PER_SOURCE));
  g_atomic_int_set (&self->done, (gint) (self->source * STEPS_PER_SOURCE + part));
}

static void
start_source (RelanceImportPace *self, guint source, guint n_sources)
{
  self->source = source;
  self->n_sources = n_sources;
  if (n_sources > 1)
    show_pace (0, 1, self);
}

static void
free_source (gpointer data)
{
  RelanceImportSource *source = data;

  g_object_unref (source->file);
  g_strfreev (source->fields);
  g_free (source);
}

/* What was said of the columns of one file holds for no other. */
static gboolean
map_columns (RelanceImport *import, char **fields, GError **error)
{
  relance_import_unmap (import);
  for (guint i = 0; fields && fields[i]; i++)
    {
      g_autofree char *place = g_strdup_printf ("%u", i + 1);

      if (!relance_import_map (import, place, fields[i], error))
        return FALSE;
    }
  return TRUE;
}

/* A file of another machine has no path; its bytes are fetched first. */
static gboolean
read_source (RelanceImport *import,
             RelanceBook *book,
             const RelanceImportSource *source,
             GCancellable *cancellable,
             GError **error)
{
  GFile *file = source->file;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!map_columns (import, source->fields, error))
    return FALSE;
  if (g_file_peek_path (file))
    return relance_import_read (import, book, g_file_peek_path (file), cancellable, error);

  bytes = g_file_load_bytes (file, cancellable, NULL, error);
  if (!bytes)
    return FALSE;

  name = g_file_get_basename (file);
  return relance_import_read_bytes (import, book, name, bytes, cancellable, error);
}

static void
add_refusal (RelanceImportPreview *self, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *sentence = relance_wording_error (error);

  g_ptr_array_add (self->unopened, g_object_ref (file));
  g_ptr_array_add (self->refusals, g_strdup_printf (
                                     /* Translators: a file's name, and why it could not be read */
                                     _ ("%s: %s"), shown, sentence));
}

/* Whether it is the file that cannot be taken, and not the import that cannot go on. */
static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID) ||
         g_error_matches (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND) ||
         (error->domain == G_IO_ERROR && error->code != G_IO_ERROR_CANCELLED);
}

static void
note_origins (RelanceImportPreview *self, GFile *file)
{
  GPtrArray *files = relance_import_get_files (self->import);

  for (guint i = self->origins->len; i < files->len; i++)
    {
      const RelanceImportFile *one = g_ptr_array_index (files, i);

      g_ptr_array_add (self->origins,
                       one->path ? g_file_new_for_path (one->path) : g_object_ref (file));
    }
}

/* A file that was looked at is told of by the import itself. */
static gboolean
take_source (RelanceImportPreview *self,
             RelanceBook *book,
             const RelanceImportSource *source,
             GCancellable *cancellable,
             GError **error)
{
  guint n_before = relance_import_get_files (self->import)->len;
  g_autoptr (GError) problem = NULL;

  if (!read_source (self->import, book, source, cancellable, &problem) && !is_refusal (problem))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (problem && relance_import_get_files (self->import)->len == n_before)
    add_refusal (self, source->file, problem);
  note_origins (self, source->file);
  return TRUE;
}

/**
 * relance_import_work_read:
 * @errand: (type RelanceImportErrand): what to read
 *
 * A RelanceUseCase. One refused file does not keep the others from being shown.
 *
 * Returns: (transfer full): a RelanceImportPreview
 */
gpointer
relance_import_work_read (RelanceBook *book,
                          gpointer errand,
                          GCancellable *cancellable,
                          GError **error)
{
  const RelanceImportErrand *wanted = errand;
  g_autoptr (RelanceImportPreview) self = g_new0 (RelanceImportPreview, 1);

  self->import = relance_import_new ();
  self->origins = g_ptr_array_new_with_free_func (g_object_unref);
  self->unopened = g_ptr_array_new_with_free_func (g_object_unref);
  self->refusals = g_ptr_array_new_with_free_func (g_free);
  relance_import_set_progress (self->import, show_pace, wanted->pace);

  for (guint i = 0; i < wanted->sources->len; i++)
    {
      start_source (wanted->pace, i, wanted->sources->len);
      if (!take_source (self, book, g_ptr_array_index (wanted->sources, i), cancellable, error))
        return NULL;
    }

  relance_import_set_progress (self->import, NULL, NULL);
  for (int fate = RELANCE_IMPORT_NEW; fate <= RELANCE_IMPORT_KEPT; fate++)
    self->items[fate] = relance_import_get_items (self->import, fate, -1);
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

  start_source (wanted->pace, 0, 1);
  relance_import_set_progress (wanted->import, show_pace, wanted->pace);
  if (!relance_import_apply (wanted->import, book, wanted->cancellable, &self->change, error))
    return NULL;

  self->summary = relance_import_dup_summary (wanted->import);

  /* What was written is written, whether or not it can be counted. */
  if (count_late (book, &self->late, &uncounted))
    count_ready (book, &self->ready, NULL);
  return g_steal_pointer (&self);
}

/**
 * relance_import_work_columns:
 * @question: (type RelanceImportQuestion): of which file
 *
 * A RelanceUseCase. Fills in what relance_import_get_columns() then returns at once.
 */
gpointer
relance_import_work_columns (RelanceBook *book,
                             gpointer question,
                             GCancellable *cancellable,
                             GError **error)
{
  const RelanceImportQuestion *asked = question;

  relance_import_get_columns (asked->import, asked->file_index, error);
  return NULL;
}

RelanceImportPace *
relance_import_pace_new (void)
{
  return g_atomic_rc_box_new0 (RelanceImportPace);
}

RelanceImportPace *
relance_import_pace_ref (RelanceImportPace *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
relance_import_pace_unref (RelanceImportPace *self)
{
  g_atomic_rc_box_release (self);
}

/**
 * relance_import_pace_get:
 * @fraction: (out): from 0 to 1
 *
 * Returns: whether it is known how far the work has come
 */
gboolean
relance_import_pace_get (RelanceImportPace *self, double *fraction)
{
  int total = g_atomic_int_get (&self->total);

  *fraction = total > 0 ? CLAMP ((double) g_atomic_int_get (&self->done) / total, 0, 1) : 0;
  return total > 0;
}

RelanceImportErrand *
relance_import_errand_new (RelanceImportPace *pace)
{
  RelanceImportErrand *self = g_new0 (RelanceImportErrand, 1);

  self->sources = g_ptr_array_new_with_free_func (free_source);
  self->pace = relance_import_pace_ref (pace);
  return self;
}

/**
 * relance_import_errand_add:
 * @fields: (nullable): see #RelanceImportSource
 */
void
relance_import_errand_add (RelanceImportErrand *self, GFile *file, const char *const *fields)
{
  RelanceImportSource *source = g_new0 (RelanceImportSource, 1);

  source->file = g_object_ref (file);
  source->fields = g_strdupv ((char **) fields);
  g_ptr_array_add (self->sources, source);
}

void
relance_import_errand_free (RelanceImportErrand *self)
{
  g_ptr_array_unref (self->sources);
  relance_import_pace_unref (self->pace);
  g_free (self);
}

void
relance_import_preview_free (RelanceImportPreview *self)
{
  g_clear_pointer (&self->import, relance_import_free);
  g_clear_pointer (&self->origins, g_ptr_array_unref);
  g_clear_pointer (&self->unopened, g_ptr_array_unref);
  g_clear_pointer (&self->refusals, g_ptr_array_unref);
  for (int fate = RELANCE_IMPORT_NEW; fate <= RELANCE_IMPORT_KEPT; fate++)
    g_clear_pointer (&self->items[fate], g_ptr_array_unref);
  g_free (self);
}

/**
 * relance_import_order_new:
 * @import: (transfer full): what was read
 */
RelanceImportOrder *
relance_import_order_new (RelanceImport *import, RelanceImportPace *pace, GCancellable *cancellable)
{
  RelanceImportOrder *self = g_new0 (RelanceImportOrder, 1);

  self->import = import;
  self->pace = relance_import_pace_ref (pace);
  self->cancellable = g_object_ref (cancellable);
  return self;
}

void
relance_import_order_free (RelanceImportOrder *self)
{
  g_clear_pointer (&self->import, relance_import_free);
  g_clear_pointer (&self->pace, relance_import_pace_unref);
  g_clear_object (&self->cancellable);
  g_free (self);
}

void
relance_import_outcome_free (RelanceImportOutcome *self)
{
  g_free (self->summary);
  g_free (self);
}
