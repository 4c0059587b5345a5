/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-timeline.h"

#include "messages/relance-message-dialog.h"
#include "relance-invoice.h"
#include "relance-window.h"
#include "relance-words.h"
#include "widgets/relance-list-focus.h"

#include <glib/gi18n.h>

/* How many are shown at first, and each time that more are wanted. */
#define STEP 20

struct _RelanceClientTimeline
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;

  GPtrArray *events;
  RelanceDate today;
  guint n_wanted;
};

G_DEFINE_FINAL_TYPE (RelanceClientTimeline, relance_client_timeline, ADW_TYPE_PREFERENCES_GROUP)

static void fill (RelanceClientTimeline *self);

static void
open_record (RelanceClientTimeline *self, const RelanceEvent *event)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (window == NULL)
    return;
  if (event->message != NULL)
    relance_message_dialog_open (relance_window_get_desk (window), event->message,
                                 GTK_WIDGET (self));
  else if (event->invoice != 0)
    relance_window_show_invoice (window, event->invoice);
}

static void
row_activated_cb (RelanceClientTimeline *self, GtkListBoxRow *row)
{
  guint index = gtk_list_box_row_get_index (row);

  if (index < MIN (self->n_wanted, self->events->len))
    open_record (self, self->events->pdata[index]);
}

/* Who asked for more stands on the first of what is new. */
static void
more_wanted_cb (RelanceClientTimeline *self)
{
  guint first = self->n_wanted;

  self->n_wanted += STEP;
  fill (self);
  relance_list_focus_restore (self->list, first);
}

static GtkWidget *
create_row (const RelanceEvent *event, RelanceDate today)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = relance_words_moment_alone (event->at, today);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), event->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), moment);
  if (event->message != NULL || event->invoice != 0)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }
  return row;
}

static GtkWidget *
create_more_row (RelanceClientTimeline *self)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Show More"));
  g_signal_connect_object (row, "activated", G_CALLBACK (more_wanted_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
fill (RelanceClientTimeline *self)
{
  int focused = relance_list_focus_note (self->list);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < MIN (self->n_wanted, self->events->len); i++)
    gtk_list_box_append (self->list, create_row (self->events->pdata[i], self->today));
  if (self->n_wanted < self->events->len)
    gtk_list_box_append (self->list, create_more_row (self));
  relance_list_focus_restore (self->list, focused);
}

static void
relance_client_timeline_dispose (GObject *object)
{
  RelanceClientTimeline *self = RELANCE_CLIENT_TIMELINE (object);

  g_clear_pointer (&self->events, g_ptr_array_unref);

  G_OBJECT_CLASS (relance_client_timeline_parent_class)->dispose (object);
}

static void
relance_client_timeline_class_init (RelanceClientTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_client_timeline_dispose;
}

static void
relance_client_timeline_init (RelanceClientTimeline *self)
{
  self->n_wanted = STEP;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("History"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

/**
 * relance_client_timeline_show:
 * @events: (element-type RelanceEvent): newest first
 * @today: for what happened today or yesterday
 */
void
relance_client_timeline_show (RelanceClientTimeline *self, GPtrArray *events, RelanceDate today)
{
  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = g_ptr_array_ref (events);
  self->today = today;
  fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self), events->len > 0);
}

/* For another client: no longer more than at first. */
void
relance_client_timeline_start_over (RelanceClientTimeline *self)
{
  self->n_wanted = STEP;
}
