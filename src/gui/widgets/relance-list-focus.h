/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * For a list whose rows are made anew: whoever stood on one of them stands there again.
 * Without it the focus would go to whatever button comes next in the window.
 */
int  relance_list_focus_note    (GtkListBox *list);
void relance_list_focus_restore (GtkListBox *list,
                                 int         noted);

G_END_DECLS
