/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-printer.h"

#include "printing/relance-printing.h"
#include "relance-draft-paper.h"
#include "relance-window.h"

#include <glib/gi18n.h>

/* Of the name of a file, in characters: all systems take so many. */
#define MAX_NAME 80

typedef struct
{
  GtkWidget *widget;
  RelanceDesk *desk;
  RelanceDraft *draft;
  GFile *file;
} Errand;

static Errand *
new_errand (GtkWidget *widget, RelanceDesk *desk, const RelanceDraft *draft)
{
  Errand *self = g_new0 (Errand, 1);

  self->widget = g_object_ref (widget);
  self->desk = g_object_ref (desk);
  self->draft = relance_draft_copy (draft);
  return self;
}

static void
free_errand (Errand *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->desk);
  relance_draft_free (self->draft);
  g_clear_object (&self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, free_errand)

static gpointer
load_sheet (RelanceBook *book, gpointer draft, GCancellable *cancellable, GError **error)
{
  return relance_draft_sheet_load (book, draft, error);
}

/* Returns: the file, or %NULL with @error */
static gpointer
write_pdf (RelanceBook *book, gpointer data, GCancellable *cancellable, GError **error)
{
  const Errand *errand = data;
  g_autoptr (RelanceDraftSheet) sheet = relance_draft_sheet_load (book, errand->draft, error);
  g_autoptr (RelanceLetterPaper) paper = sheet != NULL ? relance_draft_sheet_lay_out (sheet) : NULL;
  g_autoptr (GBytes) pdf = paper != NULL ? relance_letter_paper_to_pdf (paper, error) : NULL;

  if (pdf == NULL ||
      !g_file_replace_contents (errand->file, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf),
                                NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error))
    return NULL;

  return g_object_ref (errand->file);
}

static void
tell_error (const Errand *errand, const GError *error)
{
  RelanceWindow *window = relance_window_of (errand->widget);

  if (window != NULL)
    relance_window_tell_error (window, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceDraftSheet)
    sheet = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (errand->widget);

  if (sheet == NULL)
    tell_error (errand, error);
  else
    relance_printing_print_letter (relance_draft_sheet_lay_out (sheet), errand->draft->subject,
                                   root != NULL ? GTK_WINDOW (root) : NULL);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  RelanceWindow *window = relance_window_of (errand->widget);

  if (file == NULL)
    tell_error (errand, error);
  else if (window != NULL)
    relance_window_tell (window, _ ("File saved"));
}

/* What @errand holds is let go of here, where widgets are. */
static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  Errand *request = errand;

  errand->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (errand->file != NULL)
    relance_desk_run_async (request->desk, RELANCE_LANE_BOOK, write_pdf, request, NULL,
                            g_object_unref, NULL, written_cb, g_steal_pointer (&errand));
}

/* The subject names invoices, which is what one looks for; not all of it may stand in a name. */
static char *
make_name (const RelanceDraft *draft)
{
  g_autofree char *name =
    g_utf8_substring (draft->subject, 0, MIN (g_utf8_strlen (draft->subject, -1), MAX_NAME));

  g_strstrip (g_strdelimit (name, "/\\:*?\"<>|\n\t", '-'));
  return g_strconcat (*name != '\0' ? name : _ ("Letter"), ".pdf", NULL);
}

/**
 * relance_letter_printer_print:
 * @draft: as it reads now
 *
 * Asks for a printer, and prints the letter.
 */
void
relance_letter_printer_print (GtkWidget *widget, RelanceDesk *desk, const RelanceDraft *draft)
{
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, load_sheet, relance_draft_copy (draft),
                          (GDestroyNotify) relance_draft_free,
                          (GDestroyNotify) relance_draft_sheet_free, NULL, loaded_cb,
                          new_errand (widget, desk, draft));
}

/**
 * relance_letter_printer_save:
 * @draft: as it reads now
 *
 * Asks for a file, and writes the letter there as PDF.
 */
void
relance_letter_printer_save (GtkWidget *widget, RelanceDesk *desk, const RelanceDraft *draft)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = make_name (draft);

  gtk_file_dialog_set_title (dialog, _ ("Save the Letter"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb,
                        new_errand (widget, desk, draft));
}
