/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "printing/relance-printing.h"

#include "window/relance-window.h"

/* Of the paper, in points: what printers leave blank is within. */
#define MARGIN 36

static double
get_scale (GtkPrintContext *context)
{
  return (gtk_print_context_get_width (context) - 2 * MARGIN) / RELANCE_PAPER_WIDTH;
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, RelancePaper *paper)
{
  double height = gtk_print_context_get_height (context) - 2 * MARGIN;

  gtk_print_operation_set_n_pages (operation,
                                   relance_paper_paginate (paper, height / get_scale (context)));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, RelancePaper *paper)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = get_scale (context);

  cairo_translate (cr, MARGIN, MARGIN);
  cairo_scale (cr, scale, scale);
  relance_paper_draw_page (paper, cr, page);
}

static void
draw_letter_cb (GtkPrintOperation *operation,
                GtkPrintContext *context,
                int page,
                RelanceLetterPaper *letter)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = gtk_print_context_get_width (context) / RELANCE_LETTER_PAPER_WIDTH;

  cairo_scale (cr, scale, scale);
  relance_letter_paper_draw_page (letter, cr, (guint) page);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, RelanceWindow *window)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  relance_window_tell_error (window, error);
}

static GtkPrintOperation *
make_operation (RelancePaper *paper)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), paper);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), paper);
  return operation;
}

/* All of the paper: a letter has margins of its own, and a window that must fit. */
static GtkPrintOperation *
make_letter_operation (RelanceLetterPaper *letter)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, (int) relance_letter_paper_count_pages (letter));
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_letter_cb), letter);
  return operation;
}

static void
run (GtkPrintOperation *operation, const char *name, GtkWindow *parent)
{
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (RELANCE_IS_WINDOW (parent))
    g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

/**
 * relance_printing_print:
 * @paper: (transfer full): what is printed
 * @name: what the printer calls it
 * @parent: where the dialog of the printers belongs
 */
void
relance_printing_print (RelancePaper *paper, const char *name, GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = make_operation (paper);

  g_object_set_data_full (G_OBJECT (operation), "paper", paper,
                          (GDestroyNotify) relance_paper_free);
  run (operation, name, parent);
}

/**
 * relance_printing_print_letter:
 * @letter: (transfer full): what is printed
 * @name: what the printer calls it
 * @parent: where the dialog of the printers belongs
 */
void
relance_printing_print_letter (RelanceLetterPaper *letter, const char *name, GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = make_letter_operation (letter);

  g_object_set_data_full (G_OBJECT (operation), "letter", letter,
                          (GDestroyNotify) relance_letter_paper_free);
  run (operation, name, parent);
}

/**
 * relance_printing_export_letter:
 * @path: where a PDF file is written, as a printer that prints into files would
 *
 * Returns: whether it was
 */
gboolean
relance_printing_export_letter (RelanceLetterPaper *letter, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = make_letter_operation (letter);

  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error) ==
         GTK_PRINT_OPERATION_RESULT_APPLY;
}

/**
 * relance_printing_export:
 * @path: where a PDF file is written
 *
 * Returns: whether it was
 */
gboolean
relance_printing_export (RelancePaper *paper, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = make_operation (paper);

  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error) ==
         GTK_PRINT_OPERATION_RESULT_APPLY;
}
