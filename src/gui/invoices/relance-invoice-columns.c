/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-columns.h"

/* Where there are no settings, what is chosen lasts as long as the table. */
typedef struct
{
  GListModel *columns;
  GSettings *settings;
  char *key;
} Columns;

static void
free_columns (Columns *self)
{
  g_object_unref (self->columns);
  g_clear_object (&self->settings);
  g_free (self->key);
  g_free (self);
}

static void
remember (Columns *self)
{
  g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (self->columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_strv_builder_add (shown, gtk_column_view_column_get_id (column));
    }
  names = g_strv_builder_end (shown);
  if (self->settings != NULL)
    g_settings_set_strv (self->settings, self->key, (const char *const *) names);
}

static void
visible_changed_cb (GtkColumnViewColumn *column, GParamSpec *pspec, Columns *self)
{
  remember (self);
}

static void
restore (Columns *self)
{
  g_auto (GStrv) shown = self->settings != NULL ? g_settings_get_strv (self->settings, self->key)
                                                : NULL;

  for (guint i = 0; shown != NULL && i < g_list_model_get_n_items (self->columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);

      gtk_column_view_column_set_visible (
        column,
        g_strv_contains ((const char *const *) shown, gtk_column_view_column_get_id (column)));
    }
}

/**
 * relance_invoice_columns_make_menu:
 * @page: what the menu is in; it gets the actions "column.NAME"
 * @columns: of #GtkColumnViewColumn with ids; the first one always stays
 * @settings: (nullable): what remembers the choice
 * @key: of an array of ids
 *
 * Shows the columns that were chosen before.
 *
 * Returns: (transfer full): an item a column, to show it or not
 */
GMenuModel *
relance_invoice_columns_make_menu (GtkWidget *page,
                                   GListModel *columns,
                                   GSettings *settings,
                                   const char *key)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GMenu *menu = g_menu_new ();
  Columns *self = g_new0 (Columns, 1);

  self->columns = g_object_ref (columns);
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->key = g_strdup (key);
  restore (self);
  g_object_set_data_full (G_OBJECT (actions), "columns", self, (GDestroyNotify) free_columns);

  for (guint i = 1; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *id = gtk_column_view_column_get_id (column);
      g_autoptr (GPropertyAction) action = g_property_action_new (id, column, "visible");
      g_autofree char *name = g_strconcat ("column.", id, NULL);

      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
      g_signal_connect_data (column, "notify::visible", G_CALLBACK (visible_changed_cb), self, NULL,
                             0);
      g_menu_append (menu, gtk_column_view_column_get_title (column), name);
    }
  gtk_widget_insert_action_group (page, "column", G_ACTION_GROUP (actions));
  return G_MENU_MODEL (menu);
}
