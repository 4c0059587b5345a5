/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-client-field.h"

#include "relance-clients.h"
#include "relance-text.h"
#include "widgets/relance-field-note.h"

#include <glib/gi18n.h>

#define SUGGESTIONS 4

struct _RelanceClientField
{
  AdwPreferencesGroup parent_instance;

  AdwEntryRow *entry;
  AdwActionRow *suggestions[SUGGESTIONS];
  gint64 suggested[SUGGESTIONS];
  AdwActionRow *newcomer;
  RelanceFieldNote *note;

  RelanceDesk *desk;
  GCancellable *searching;

  gint64 client_id; /* 0 while the name is that of no client we know of */
  glong length;     /* of what was typed so far: it is completed only while it grows */
  gboolean growing;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RelanceClientField, relance_client_field, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
hide_suggestions (RelanceClientField *self)
{
  for (int i = 0; i < SUGGESTIONS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->suggestions[i]), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->newcomer), FALSE);
}

/* Whether somebody is still at it. */
static gboolean
has_focus (RelanceClientField *self)
{
  return gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN;
}

static gboolean
is_typed (RelanceClientField *self, RelanceClient *client)
{
  g_autofree char *typed = relance_text_fold (relance_client_field_get_name (self));
  g_autofree char *known = relance_text_fold (client->name);

  return g_str_equal (typed, known);
}

/* How many characters of @name stand for what was typed, case and accents aside; 0 when it does
 * not begin so. */
static int
match_start (const char *name, const char *typed)
{
  g_autofree char *folded = relance_text_fold (typed);
  int length = 0;

  if (folded[0] == '\0')
    return 0;
  for (const char *end = g_utf8_next_char (name); length == 0; end = g_utf8_next_char (end))
    {
      g_autofree char *start = g_strndup (name, (gsize) (end - name));
      g_autofree char *start_folded = relance_text_fold (start);

      if (g_str_equal (start_folded, folded))
        length = (int) g_utf8_strlen (start, -1);
      if (*end == '\0')
        break;
    }
  return length;
}

static void
take_client (RelanceClientField *self, gint64 client_id)
{
  self->client_id = client_id;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Adds the rest of a name, selected, so that typing on replaces it. */
static gboolean
complete (RelanceClientField *self, RelanceClient *client)
{
  GtkEditable *entry = GTK_EDITABLE (self->entry);
  const char *typed = relance_client_field_get_name (self);
  int start = client->name[0] != '\0' ? match_start (client->name, typed) : 0;

  if (start == 0 || !self->growing || !has_focus (self) ||
      gtk_editable_get_position (entry) != g_utf8_strlen (typed, -1))
    return FALSE;
  self->filling = TRUE;
  gtk_editable_set_text (entry, client->name);
  gtk_editable_select_region (entry, start, -1);
  self->filling = FALSE;
  return TRUE;
}

static void
show_suggestion (RelanceClientField *self, guint index, RelanceClient *client)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->suggestions[index]), client->name);
  adw_action_row_set_subtitle (self->suggestions[index], client->email ? client->email : "");
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions[index]), TRUE);
  self->suggested[index] = client->id;
}

static RelanceClient *
find_typed (RelanceClientField *self, GPtrArray *clients)
{
  for (guint i = 0; i < clients->len; i++)
    if (is_typed (self, clients->pdata[i]))
      return clients->pdata[i];
  return NULL;
}

static void
show_suggestions (RelanceClientField *self, GPtrArray *clients)
{
  RelanceClient *known = find_typed (self, clients);

  hide_suggestions (self);
  for (guint i = 0; known == NULL && i < clients->len; i++)
    if (complete (self, clients->pdata[i]))
      known = clients->pdata[i];
  for (guint i = 0; has_focus (self) && i < clients->len; i++)
    if (clients->pdata[i] != known)
      show_suggestion (self, i, clients->pdata[i]);
  if (known != NULL)
    take_client (self, known->id);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->newcomer),
                            relance_client_field_get_name (self)[0] != '\0');
}

/* A RelanceUseCase. */
static gpointer
search_clients (RelanceBook *book, gpointer text, GCancellable *cancellable, GError **error)
{
  return relance_clients_list (book, text, SUGGESTIONS, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceClientField) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;
  if (clients == NULL)
    relance_client_field_say_error (self, error);
  else
    show_suggestions (self, clients);
}

static void
search (RelanceClientField *self)
{
  const char *name = relance_client_field_get_name (self);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (name[0] == '\0' || self->desk == NULL)
    {
      hide_suggestions (self);
      return;
    }
  self->searching = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, search_clients, g_strdup (name), g_free,
                          (GDestroyNotify) g_ptr_array_unref, self->searching, found_cb,
                          g_object_ref (self));
}

static void
text_changed_cb (RelanceClientField *self)
{
  glong length = g_utf8_strlen (relance_client_field_get_name (self), -1);

  relance_client_field_say_error (self, NULL);
  self->growing = length > self->length;
  self->length = length;
  if (!self->filling)
    {
      self->client_id = 0;
      search (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
entry_activated_cb (RelanceClientField *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* Who goes on has made up their mind; that the client is new stays said. */
static void
focus_left_cb (RelanceClientField *self)
{
  for (int i = 0; i < SUGGESTIONS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->suggestions[i]), FALSE);
}

static void
suggestion_activated_cb (RelanceClientField *self, AdwActionRow *row)
{
  for (int i = 0; i < SUGGESTIONS; i++)
    if (self->suggestions[i] == row)
      relance_client_field_set_client (self, self->suggested[i],
                                       adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static AdwActionRow *
add_row (RelanceClientField *self, const char *icon)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "visible", FALSE, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return ADW_ACTION_ROW (row);
}

static gboolean
relance_client_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RELANCE_CLIENT_FIELD (widget)->entry));
}

static void
relance_client_field_dispose (GObject *object)
{
  RelanceClientField *self = RELANCE_CLIENT_FIELD (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_CLIENT_FIELD);
  G_OBJECT_CLASS (relance_client_field_parent_class)->dispose (object);
}

static void
relance_client_field_class_init (RelanceClientFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_client_field_dispose;
  widget_class->grab_focus = relance_client_field_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", RELANCE_TYPE_CLIENT_FIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", RELANCE_TYPE_CLIENT_FIELD, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-client-field.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceClientField, entry);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
relance_client_field_init (RelanceClientField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *note;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  note = relance_field_note_new (GTK_WIDGET (self->entry));
  self->note = RELANCE_FIELD_NOTE (note);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), note);
  for (int i = 0; i < SUGGESTIONS; i++)
    {
      self->suggestions[i] = add_row (self, "avatar-default-symbolic");
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->suggestions[i]), TRUE);
      g_signal_connect_object (self->suggestions[i], "activated",
                               G_CALLBACK (suggestion_activated_cb), self, G_CONNECT_SWAPPED);
    }
  self->newcomer = add_row (self, "contact-new-symbolic");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->newcomer), _ ("A new client"));
  adw_action_row_set_subtitle (self->newcomer, _ ("Added to the book along with the invoice."));
}

void
relance_client_field_set_desk (RelanceClientField *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_CLIENT_FIELD (self));

  g_set_object (&self->desk, desk);
}

void
relance_client_field_set_client (RelanceClientField *self, gint64 client_id, const char *name)
{
  g_return_if_fail (RELANCE_IS_CLIENT_FIELD (self));

  g_cancellable_cancel (self->searching);
  self->client_id = client_id;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->filling = FALSE;
  hide_suggestions (self);
}

/* 0 for a name that is not known, or not known yet. */
gint64
relance_client_field_get_client_id (RelanceClientField *self)
{
  g_return_val_if_fail (RELANCE_IS_CLIENT_FIELD (self), 0);

  return self->client_id;
}

const char *
relance_client_field_get_name (RelanceClientField *self)
{
  g_return_val_if_fail (RELANCE_IS_CLIENT_FIELD (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* @error: (nullable): what is wrong with the client, %NULL when nothing is. */
void
relance_client_field_say_error (RelanceClientField *self, const GError *error)
{
  g_return_if_fail (RELANCE_IS_CLIENT_FIELD (self));

  relance_field_note_say_error (self->note, error);
}
