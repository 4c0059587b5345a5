/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-todo-group.h"

#include "today/relance-todo-item.h"

#include <glib/gi18n.h>

struct _RelanceTodoGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *items; /* RelanceTodoItem */
  GPtrArray *rows;  /* AdwActionRow, one an item; or the one that holds the place */
};

G_DEFINE_FINAL_TYPE (RelanceTodoGroup, relance_todo_group, ADW_TYPE_PREFERENCES_GROUP)

static void
button_clicked_cb (RelanceTodoGroup *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  const RelanceTodoItem *item;
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;
  item = self->items->pdata[index];
  item->way (button, item->id);
}

static void
fill_row (AdwActionRow *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle != NULL ? subtitle : "");
}

static GtkWidget *
add_row (RelanceTodoGroup *self, const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 3, NULL);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  fill_row (ADW_ACTION_ROW (row), title, subtitle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* A button of its own, so that the way has a name and an action for assistive technology. */
static void
add_way (RelanceTodoGroup *self, GtkWidget *row, const char *verb)
{
  GtkWidget *button =
    g_object_new (GTK_TYPE_BUTTON, "label", verb, "valign", GTK_ALIGN_CENTER, NULL);

  g_signal_connect_object (button, "clicked", G_CALLBACK (button_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

static gboolean
has_same_rows (RelanceTodoGroup *self, GPtrArray *items)
{
  if (self->items == NULL || self->items->len != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const RelanceTodoItem *before = self->items->pdata[i];
      const RelanceTodoItem *now = items->pdata[i];

      if (!g_str_equal (before->key, now->key))
        return FALSE;
    }
  return TRUE;
}

static const RelanceTodoItem *
find_focused (RelanceTodoGroup *self)
{
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    if (gtk_widget_get_state_flags (self->rows->pdata[i]) & GTK_STATE_FLAG_FOCUS_WITHIN)
      return self->items->pdata[i];
  return NULL;
}

static void
focus_row (GtkWidget *row)
{
  GtkWidget *way = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));

  gtk_widget_grab_focus (way != NULL ? way : row);
}

/* Whoever stood on a row stays on it, or goes to the first one where it is done. */
static void
focus_again (RelanceTodoGroup *self, const char *key)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const RelanceTodoItem *item = self->items->pdata[i];

      if (g_str_equal (item->key, key))
        {
          focus_row (self->rows->pdata[i]);
          return;
        }
    }
  focus_row (self->rows->pdata[0]);
}

static void
remove_rows (RelanceTodoGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_rows (RelanceTodoGroup *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const RelanceTodoItem *item = self->items->pdata[i];
      GtkWidget *row = add_row (self, item->icon, item->title, item->subtitle);

      if (item->verb != NULL)
        add_way (self, row, item->verb);
    }
}

static void
relance_todo_group_finalize (GObject *object)
{
  g_ptr_array_unref (RELANCE_TODO_GROUP (object)->rows);
  g_clear_pointer (&RELANCE_TODO_GROUP (object)->items, g_ptr_array_unref);
  G_OBJECT_CLASS (relance_todo_group_parent_class)->finalize (object);
}

static void
relance_todo_group_class_init (RelanceTodoGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_todo_group_finalize;
}

static void
relance_todo_group_init (RelanceTodoGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("What to Do Now"));
  /* Holds the place until there is an answer, so that nothing below moves. */
  add_row (self, "emblem-synchronizing-symbolic", _ ("Looking at who is late…"), NULL);
}

/* Rows that stay are only told what is new, so that nothing moves and the focus stays. */
void
relance_todo_group_set_facts (RelanceTodoGroup *self, const RelanceTodoFacts *facts)
{
  g_autoptr (GPtrArray) items = NULL;
  const RelanceTodoItem *focused;
  g_autofree char *key = NULL;

  g_return_if_fail (RELANCE_IS_TODO_GROUP (self));

  items = relance_todo_items_new (facts);
  if (has_same_rows (self, items))
    {
      for (guint i = 0; i < items->len; i++)
        {
          const RelanceTodoItem *item = items->pdata[i];

          fill_row (self->rows->pdata[i], item->title, item->subtitle);
        }
      g_ptr_array_unref (self->items);
      self->items = g_steal_pointer (&items);
      return;
    }

  focused = find_focused (self);
  key = focused != NULL ? g_strdup (focused->key) : NULL;
  remove_rows (self);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_steal_pointer (&items);
  add_rows (self);
  if (key != NULL)
    focus_again (self, key);
}

/* What each row says, for whoever prints it. */
char **
relance_todo_group_dup_lines (RelanceTodoGroup *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_return_val_if_fail (RELANCE_IS_TODO_GROUP (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwActionRow *row = self->rows->pdata[i];
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
      const char *subtitle = adw_action_row_get_subtitle (row);

      if (subtitle != NULL && *subtitle != '\0')
        g_strv_builder_take (lines, g_strdup_printf ("%s – %s", title, subtitle));
      else
        g_strv_builder_add (lines, title);
    }
  return g_strv_builder_end (lines);
}
