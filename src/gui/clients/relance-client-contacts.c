/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-contacts.h"

#include "relance-contact-words.h"
#include "widgets/relance-list-focus.h"

#include <glib/gi18n.h>

struct _RelanceClientContacts
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RelanceClientContacts, relance_client_contacts, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
add_row (RelanceClientContacts *self, const char *title, const char *details, gboolean reminders)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = NULL;

  if (reminders && *details != '\0')
    subtitle = g_strdup_printf ("%s\n%s", details, _ ("Gets the reminders"));
  else
    subtitle = g_strdup (reminders ? _ ("Gets the reminders") : details);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
  return row;
}

/* What the client itself has stands first. */
static void
add_own (RelanceClientContacts *self, RelanceClient *client)
{
  g_autofree char *person = relance_client_dup_person_name (client);
  g_autofree char *details = relance_contact_words_join (NULL, client->email, client->phone);
  gboolean reminders = client->email != NULL &&
                       relance_client_get_reminder_contact (client) == NULL;
  GtkWidget *row;

  if (person == NULL && *details == '\0')
    return;
  row = add_row (self, person != NULL ? person : _ ("Main address"), details, reminders);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "client.edit");
}

static void
add_contact (RelanceClientContacts *self, RelanceClient *client, const RelanceContact *contact)
{
  g_autofree char *name = relance_contact_words_name (contact);
  g_autofree char *details =
    relance_contact_words_join (contact->role, contact->email, contact->phone);
  GtkWidget *row =
    add_row (self, name, details, contact == relance_client_get_reminder_contact (client));

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_int64 (contact->id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "client.edit-contact");
}

static GtkWidget *
create_add_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Add a Contact"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "client.add-contact");
  return button;
}

static void
relance_client_contacts_class_init (RelanceClientContactsClass *klass)
{
}

static void
relance_client_contacts_init (RelanceClientContacts *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Contacts"), -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Contacts"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), create_add_button ());
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

void
relance_client_contacts_show (RelanceClientContacts *self, RelanceClient *client)
{
  int focused = relance_list_focus_note (self->list);

  gtk_list_box_remove_all (self->list);
  add_own (self, client);
  for (guint i = 0; i < client->contacts->len; i++)
    add_contact (self, client, client->contacts->pdata[i]);
  relance_list_focus_restore (self->list, focused);
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self), relance_client_get_reminder_email (client) == NULL
                                    ? _ ("No mail address is known that reminders could go to.")
                                    : NULL);
}
