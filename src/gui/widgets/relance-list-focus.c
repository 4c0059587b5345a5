/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-list-focus.h"

#define NOWHERE (-1)

/**
 * relance_list_focus_note:
 *
 * Returns: which row has the focus, for relance_list_focus_restore()
 */
int
relance_list_focus_note (GtkListBox *list)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list));

  if (!(gtk_widget_get_state_flags (GTK_WIDGET (list)) & GTK_STATE_FLAG_FOCUS_WITHIN) ||
      !GTK_IS_LIST_BOX_ROW (row))
    return NOWHERE;
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

/**
 * relance_list_focus_restore:
 * @noted: what relance_list_focus_note() returned before the rows were removed
 */
void
relance_list_focus_restore (GtkListBox *list, int noted)
{
  GtkListBoxRow *row = NULL;

  /* There may be fewer rows than before. */
  for (int i = noted; i >= 0 && row == NULL; i--)
    row = gtk_list_box_get_row_at_index (list, i);
  if (row)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
