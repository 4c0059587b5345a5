/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the cells of a table of invoices show, as callbacks of its template. */
void relance_invoice_cells_bind (GtkWidgetClass *widget_class);

G_END_DECLS
