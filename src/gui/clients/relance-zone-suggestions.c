/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-zone-suggestions.h"

#include "relance-time-zones.h"

#include <glib/gi18n.h>

#define SUGGESTIONS 4

struct _RelanceZoneSuggestions
{
  GObject parent_instance;

  /* Borrowed: they own it. */
  GtkEditable *entry;
  AdwActionRow *rows[SUGGESTIONS];

  char *country; /* of the client, or NULL */

  guint reveal; /* a tick callback, until they are laid out */
  gboolean laid_out;
};

G_DEFINE_FINAL_TYPE (RelanceZoneSuggestions, relance_zone_suggestions, G_TYPE_OBJECT)

static gboolean
has_focus (RelanceZoneSuggestions *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->entry));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry));
}

/* The first frame lays them out, the second knows where they are. */
static gboolean
reveal_cb (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  RelanceZoneSuggestions *self = data;
  GtkWidget *viewport = gtk_widget_get_ancestor (row, GTK_TYPE_VIEWPORT);

  if (!self->laid_out)
    {
      self->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }
  self->reveal = 0;
  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), row, NULL);
  return G_SOURCE_REMOVE;
}

/* They may open below what is in sight. */
static void
reveal (RelanceZoneSuggestions *self, AdwActionRow *last)
{
  self->laid_out = FALSE;
  if (self->reveal == 0)
    self->reveal = gtk_widget_add_tick_callback (GTK_WIDGET (last), reveal_cb, g_object_ref (self),
                                                 g_object_unref);
}

static void
show_zones (RelanceZoneSuggestions *self, char **zones)
{
  guint n_zones = g_strv_length (zones);

  for (guint i = 0; i < SUGGESTIONS; i++)
    {
      if (i < n_zones)
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), zones[i]);
      gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), i < n_zones);
    }
  if (n_zones > 0)
    reveal (self, self->rows[n_zones - 1]);
}

static void
suggest_cb (RelanceZoneSuggestions *self)
{
  g_auto (GStrv) zones = NULL;

  if (!has_focus (self))
    return;
  zones =
    relance_time_zones_suggest (self->country, gtk_editable_get_text (self->entry), SUGGESTIONS);
  show_zones (self, zones);
}

static void
list_left_cb (RelanceZoneSuggestions *self)
{
  show_zones (self, (char *[]) { NULL });
}

/* The rows change while the entry does. */
static void
row_activated_cb (RelanceZoneSuggestions *self, AdwActionRow *row)
{
  g_autofree char *zone = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_text (self->entry, zone);
  gtk_editable_set_position (self->entry, -1);
}

static AdwActionRow *
new_row (RelanceZoneSuggestions *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "visible", FALSE,
                                 "activatable", TRUE, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("preferences-system-time-symbolic"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("A time zone to choose"), -1);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return ADW_ACTION_ROW (row);
}

static void
watch_focus (RelanceZoneSuggestions *self,
             GtkWidget *widget,
             const char *signal,
             void (*callback) (RelanceZoneSuggestions *self))
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, signal, G_CALLBACK (callback), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

static void
relance_zone_suggestions_finalize (GObject *object)
{
  g_free (RELANCE_ZONE_SUGGESTIONS (object)->country);

  G_OBJECT_CLASS (relance_zone_suggestions_parent_class)->finalize (object);
}

static void
relance_zone_suggestions_class_init (RelanceZoneSuggestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_zone_suggestions_finalize;
}

static void
relance_zone_suggestions_init (RelanceZoneSuggestions *self)
{
}

/**
 * relance_zone_suggestions_new:
 * @entry: a row of a list, where a time zone is typed; the suggestions become the next rows
 *
 * Returns: (transfer full): to be kept as long as the rows
 */
RelanceZoneSuggestions *
relance_zone_suggestions_new (GtkEditable *entry)
{
  RelanceZoneSuggestions *self = g_object_new (RELANCE_TYPE_ZONE_SUGGESTIONS, NULL);
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (entry)));
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (entry)) + 1;

  self->entry = entry;
  for (int i = 0; i < SUGGESTIONS; i++)
    {
      self->rows[i] = new_row (self);
      gtk_list_box_insert (list, GTK_WIDGET (self->rows[i]), place + i);
    }
  g_signal_connect_object (entry, "changed", G_CALLBACK (suggest_cb), self, G_CONNECT_SWAPPED);
  watch_focus (self, GTK_WIDGET (entry), "enter", suggest_cb);
  watch_focus (self, GTK_WIDGET (list), "leave", list_left_cb);
  return self;
}

/**
 * relance_zone_suggestions_set_country:
 * @country: (nullable): of whoever the zone is for, ISO 3166-1 alpha-2; its zones come first
 */
void
relance_zone_suggestions_set_country (RelanceZoneSuggestions *self, const char *country)
{
  g_return_if_fail (RELANCE_IS_ZONE_SUGGESTIONS (self));

  g_set_str (&self->country, country);
}
