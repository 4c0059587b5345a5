/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-table.h"

#include "invoices/relance-invoice-cells.h"
#include "relance-invoice.h"

struct _RelanceInvoiceTable
{
  RelanceTable parent_instance;
};

G_DEFINE_FINAL_TYPE (RelanceInvoiceTable, relance_invoice_table, RELANCE_TYPE_TABLE)

static void
relance_invoice_table_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_INVOICE_TABLE);
  G_OBJECT_CLASS (relance_invoice_table_parent_class)->dispose (object);
}

static void
relance_invoice_table_class_init (RelanceInvoiceTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_invoice_table_dispose;
  g_type_ensure (RELANCE_TYPE_INVOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-invoice-table.ui");
  relance_invoice_cells_bind (widget_class);
}

static void
relance_invoice_table_init (RelanceInvoiceTable *self)
{
  static const char *const figures[] = { "total", "balance", NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  relance_table_align_end (RELANCE_TABLE (self), figures);
}
