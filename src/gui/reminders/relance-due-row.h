/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_DUE_ROW (relance_due_row_get_type ())
G_DECLARE_FINAL_TYPE (RelanceDueRow, relance_due_row, RELANCE, DUE_ROW, GtkListBoxRow)

/* A client of the queue. */
GtkWidget  *relance_due_row_new     (RelanceDue    *due);
RelanceDue *relance_due_row_get_due (RelanceDueRow *self);

G_END_DECLS
