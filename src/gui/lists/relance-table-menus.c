/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lists/relance-table-menus.h"

#include <glib/gi18n.h>

#define ASCENDING "ascending"
#define DESCENDING "descending"

/* Where there are no settings, what is chosen lasts as long as the table. */
typedef struct
{
  RelanceTable *table; /* borrowed: it is on the page that owns this */
  GListModel *columns;
  GSettings *settings;
  char *key;
  GSimpleAction *by;
  GSimpleAction *direction;
} Menus;

static void
free_menus (Menus *self)
{
  g_object_unref (self->columns);
  g_clear_object (&self->settings);
  g_object_unref (self->by);
  g_object_unref (self->direction);
  g_free (self->key);
  g_free (self);
}

static void
remember_columns (Menus *self)
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
visible_changed_cb (GtkColumnViewColumn *column, GParamSpec *pspec, Menus *self)
{
  remember_columns (self);
}

static void
restore_columns (Menus *self)
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

/* An item a column, to show it or not; the first one always stays. */
static GMenuModel *
make_columns_menu (Menus *self, GActionMap *actions)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 1; i < g_list_model_get_n_items (self->columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);
      const char *id = gtk_column_view_column_get_id (column);
      g_autoptr (GPropertyAction) action = g_property_action_new (id, column, "visible");
      g_autofree char *name = g_strconcat ("column.", id, NULL);

      g_action_map_add_action (actions, G_ACTION (action));
      g_signal_connect_data (column, "notify::visible", G_CALLBACK (visible_changed_cb), self, NULL,
                             0);
      g_menu_append (menu, gtk_column_view_column_get_title (column), name);
    }
  return G_MENU_MODEL (menu);
}

static gboolean
is_descending (Menus *self)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (self->direction));

  return g_str_equal (g_variant_get_string (state, NULL), DESCENDING);
}

static void
by_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Menus *self = user_data;

  relance_table_sort (self->table, g_variant_get_string (parameter, NULL), is_descending (self));
}

static void
direction_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Menus *self = user_data;
  gboolean descending;
  const char *column = relance_table_get_sort (self->table, &descending);

  relance_table_sort (self->table, column,
                      g_str_equal (g_variant_get_string (parameter, NULL), DESCENDING));
}

/* The menu says what the headers do. */
static void
show_sort (Menus *self)
{
  gboolean descending;
  const char *column = relance_table_get_sort (self->table, &descending);

  /* Between two orders there is none. */
  if (column == NULL)
    return;
  g_simple_action_set_state (self->by, g_variant_new_string (column));
  g_simple_action_set_state (self->direction,
                             g_variant_new_string (descending ? DESCENDING : ASCENDING));
}

static GMenuModel *
make_sort_menu (Menus *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) by = g_menu_new ();
  g_autoptr (GMenu) direction = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (self->columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);
      g_autofree char *name =
        g_strconcat ("sort.by::", gtk_column_view_column_get_id (column), NULL);

      if (gtk_column_view_column_get_sorter (column) != NULL)
        g_menu_append (by, gtk_column_view_column_get_title (column), name);
    }
  g_menu_append (direction, _ ("_Ascending"), "sort.direction::" ASCENDING);
  g_menu_append (direction, _ ("_Descending"), "sort.direction::" DESCENDING);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (by));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (direction));
  return G_MENU_MODEL (menu);
}

static GSimpleActionGroup *
make_sort_actions (Menus *self)
{
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  self->by = g_simple_action_new_stateful ("by", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  self->direction = g_simple_action_new_stateful ("direction", G_VARIANT_TYPE_STRING,
                                                  g_variant_new_string (ASCENDING));
  g_signal_connect (self->by, "activate", G_CALLBACK (by_cb), self);
  g_signal_connect (self->direction, "activate", G_CALLBACK (direction_cb), self);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->by));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->direction));
  return actions;
}

/**
 * relance_table_menus_add:
 * @page: what the menu is in; it gets the actions "sort.…" and "column.…"
 * @menu: what gets two submenus before what it has: how to sort, as where there are no headers to
 *   click, and which columns to show
 * @settings: (nullable): what remembers which columns
 * @key: of an array of ids
 *
 * Shows the columns that were chosen before.
 */
void
relance_table_menus_add (RelanceTable *table,
                         GtkWidget *page,
                         GMenu *menu,
                         GSettings *settings,
                         const char *key)
{
  g_autoptr (GSimpleActionGroup) column_actions = g_simple_action_group_new ();
  g_autoptr (GSimpleActionGroup) sort_actions = NULL;
  g_autoptr (GMenuModel) columns = NULL;
  g_autoptr (GMenuModel) sort = NULL;
  g_autoptr (GMenu) section = g_menu_new ();
  Menus *self = g_new0 (Menus, 1);

  self->table = table;
  self->columns = g_object_ref (relance_table_get_columns (table));
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->key = g_strdup (key);
  g_object_set_data_full (G_OBJECT (page), "relance-table-menus", self,
                          (GDestroyNotify) free_menus);
  restore_columns (self);

  columns = make_columns_menu (self, G_ACTION_MAP (column_actions));
  sort_actions = make_sort_actions (self);
  sort = make_sort_menu (self);
  g_menu_append_submenu (section, _ ("_Sort By"), sort);
  g_menu_append_submenu (section, _ ("_Columns"), columns);
  g_menu_prepend_section (menu, NULL, G_MENU_MODEL (section));
  gtk_widget_insert_action_group (page, "column", G_ACTION_GROUP (column_actions));
  gtk_widget_insert_action_group (page, "sort", G_ACTION_GROUP (sort_actions));
  g_signal_connect_swapped (table, "sort-changed", G_CALLBACK (show_sort), self);
}
