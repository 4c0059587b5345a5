/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_DUE_ROW (relance_due_row_get_type ())
G_DECLARE_FINAL_TYPE (RelanceDueRow, relance_due_row, RELANCE, DUE_ROW, GtkBox)

/* A client of the queue. */
GtkWidget *relance_due_row_new        (void);
void       relance_due_row_show       (RelanceDueRow *self,
                                       RelanceDue    *due);
char      *relance_due_row_dup_spoken (RelanceDueRow *self);

G_END_DECLS
