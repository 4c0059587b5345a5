/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-desk.h"
#include "relance-reminders.h"

G_BEGIN_DECLS

/* The letter on paper, for what has to be posted. A trouble is said in the window of @widget. */
void relance_letter_printer_print (GtkWidget          *widget,
                                   RelanceDesk        *desk,
                                   const RelanceDraft *draft);
void relance_letter_printer_save  (GtkWidget          *widget,
                                   RelanceDesk        *desk,
                                   const RelanceDraft *draft);

G_END_DECLS
