/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-window-search.h"

static gboolean
is_letter (guint keyval, GdkModifierType state)
{
  const GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK;
  gunichar letter = gdk_keyval_to_unicode (keyval);

  return (state & others) == 0 && letter != 0 && g_unichar_isgraph (letter);
}

/* Dialogs and menus have keys of their own. */
static gboolean
is_elsewhere (RelanceWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL ||
         (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL);
}

static gboolean
has_shortcut (GListModel *shortcuts, GdkEvent *event)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (gtk_shortcut_trigger_trigger (gtk_shortcut_get_trigger (shortcut), event, FALSE) !=
          GDK_KEY_MATCH_NONE)
        return TRUE;
    }
  return FALSE;
}

/* Whether a page has a use of its own for a letter: the window hears it before such a page does. */
static gboolean
takes_key (GtkWidget *page, GdkEvent *event)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller) &&
          has_shortcut (G_LIST_MODEL (controller), event))
        return TRUE;
    }
  return FALSE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                RelanceWindow *window)
{
  GtkWidget *page = (GtkWidget *) relance_window_get_page (window);
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (keys));
  GtkWidget *entry;

  if (!is_letter (keyval, state) || page == NULL || is_elsewhere (window) ||
      takes_key (page, event))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  entry = gtk_window_get_focus (GTK_WINDOW (window));
  if (!GTK_IS_TEXT (entry))
    return GDK_EVENT_PROPAGATE;

  /* After what is there already, rather than instead of it. */
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  return gtk_event_controller_key_forward (keys, entry);
}

void
relance_window_search_watch (RelanceWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), window);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
