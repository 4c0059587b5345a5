/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lists/relance-column-titles.h"

static gboolean
is_one_of (GListModel *columns, guint position, const char *const *ids)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, position);

  return column != NULL && g_strv_contains (ids, gtk_column_view_column_get_id (column));
}

/* The arrow of a sorted column goes before the words, which end where the figures do. */
static void
align_end (GtkBox *box)
{
  GtkWidget *words = gtk_widget_get_first_child (GTK_WIDGET (box));

  gtk_box_reorder_child_after (box, words, gtk_widget_get_last_child (GTK_WIDGET (box)));
  gtk_widget_set_halign (GTK_WIDGET (box), GTK_ALIGN_END);
}

/**
 * relance_column_titles_align_end:
 * @ids: (array zero-terminated=1): of the columns that hold figures
 *
 * Puts titles above the figures they are about. GTK writes every title at the start of its column
 * and has no property for it; should it build them otherwise one day, they stay there.
 */
void
relance_column_titles_align_end (GtkColumnView *view, const char *const *ids)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title != NULL; title = gtk_widget_get_next_sibling (title), i++)
    {
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (GTK_IS_BOX (box) && is_one_of (columns, i, ids))
        align_end (GTK_BOX (box));
    }
}
