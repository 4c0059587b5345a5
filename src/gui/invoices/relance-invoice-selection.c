/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-selection.h"

#include "lists/relance-selection.h"
#include "relance-invoices-many.h"
#include "relance-list-text.h"

#include <glib/gi18n.h>

/* A RelanceUseCase. */
static gpointer
make_text (RelanceBook *book, gpointer ids, GCancellable *cancellable, GError **error)
{
  return relance_invoices_dup_text (book, ids, error);
}

/* A RelanceUseCase. */
static gpointer
pay (RelanceBook *book, gpointer ids, GCancellable *cancellable, GError **error)
{
  g_autofree RelanceSelectionDone *done = g_new0 (RelanceSelectionDone, 1);

  done->count =
    relance_invoices_pay_many (book, ids, relance_book_get_today (book), &done->change, error);
  return done->count > 0 ? g_steal_pointer (&done) : NULL;
}

/* A RelanceUseCase. */
static gpointer
remove_rows (RelanceBook *book, gpointer ids, GCancellable *cancellable, GError **error)
{
  g_autofree RelanceSelectionDone *done = g_new0 (RelanceSelectionDone, 1);

  done->count = (int) ((GArray *) ids)->len;
  return relance_invoices_remove_many (book, ids, &done->change, error) ? g_steal_pointer (&done)
                                                                        : NULL;
}

static char *
say_paid (int count)
{
  /* Translators: %d is how many invoices were paid. */
  return g_strdup_printf (ngettext ("%d payment recorded", "%d payments recorded", count), count);
}

static char *
say_removed (int count)
{
  /* Translators: %d is how many invoices. */
  return g_strdup_printf (ngettext ("%d invoice removed", "%d invoices removed", count), count);
}

static char *
say_exported (int count)
{
  /* Translators: %d is how many invoices were written to a file. */
  return g_strdup_printf (ngettext ("%d invoice exported", "%d invoices exported", count), count);
}

/* Puts them into the clipboard as a table of text. */
void
relance_invoice_selection_copy (GtkWidget *page, RelanceDesk *desk, GArray *ids)
{
  relance_selection_copy (page, desk, ids, make_text);
}

/* Records that what remained due was received today. */
void
relance_invoice_selection_pay (GtkWidget *page, RelanceDesk *desk, GArray *ids)
{
  relance_selection_run (page, desk, ids, pay, say_paid);
}

void
relance_invoice_selection_remove (GtkWidget *page, RelanceDesk *desk, GArray *ids)
{
  relance_selection_run (page, desk, ids, remove_rows, say_removed);
}

/* Asks for a file, and writes the whole list there. */
void
relance_invoice_selection_export (GtkWidget *page,
                                  RelanceDesk *desk,
                                  const RelanceInvoiceQuery *query)
{
  const RelanceExportOrder order = { .query = query };

  relance_selection_export (page, desk, &order, _ ("invoices.csv"), say_exported);
}
