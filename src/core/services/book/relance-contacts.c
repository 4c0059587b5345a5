/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-clients.h"

#include "relance-store-changes.h"
#include "relance-store-clients.h"
#include "relance-store-contacts.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, RelanceServiceError code, const char *why)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, code, why);
  return FALSE;
}

static RelanceContact *
clean_contact (const RelanceContact *contact, GError **error)
{
  const struct
  {
    const char *key;
    const char *value;
  } texts[] = {
    { "first_name", contact->first_name },
    { "last_name", contact->last_name },
    { "role", contact->role },
    { "email", contact->email },
    { "phone", contact->phone },
  };
  g_autoptr (RelanceContact) clean = relance_contact_new ();
  gboolean empty = TRUE;

  clean->id = contact->id;
  clean->title = contact->title;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *value = texts[i].value != NULL ? texts[i].value : "";

      if (!relance_contacts_set (clean, texts[i].key, value, error))
        return NULL;
      empty = empty && value[0] == '\0';
    }
  if (empty)
    {
      refuse (error, RELANCE_SERVICE_ERROR_INVALID, _ ("A contact has a name or an address."));
      return NULL;
    }

  return g_steal_pointer (&clean);
}

static const char *
get_shown_name (const RelanceContact *contact)
{
  if (contact->last_name != NULL)
    return contact->last_name;

  return contact->first_name != NULL ? contact->first_name : contact->email;
}

static RelanceContact *
find_contact (RelanceClient *client, gint64 id)
{
  for (guint i = 0; i < client->contacts->len; i++)
    {
      RelanceContact *contact = client->contacts->pdata[i];

      if (contact->id == id)
        return contact;
    }

  return NULL;
}

static RelanceClient *
get_client_of (RelanceBook *book, gint64 contact_id, GError **error)
{
  gint64 client_id = 0;

  if (!relance_store_find_contact (relance_book_get_store (book), contact_id, &client_id, error))
    return NULL;
  if (client_id == 0)
    {
      refuse (error, RELANCE_SERVICE_ERROR_NOT_FOUND,
              _ ("There is no such contact. Nothing was changed."));
      return NULL;
    }

  return relance_clients_get (book, client_id, error);
}

static gboolean
note_change (RelanceBook *book,
             RelanceChangeKind kind,
             const RelanceContact *contact,
             gint64 client_id,
             gint64 *change,
             GError **error)
{
  const char *name = get_shown_name (contact);

  return relance_store_add_change (relance_book_get_store (book), relance_book_get_now (book), kind,
                                   name != NULL ? name : "", client_id, 0, change, error);
}

/* Reminders follow the contact that is to get them. */
static gboolean
choose_contact (RelanceBook *book,
                RelanceClient *client,
                gint64 contact_id,
                gint64 change,
                GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  if (client->reminder_contact_id == contact_id)
    return TRUE;
  client->reminder_contact_id = contact_id;

  return relance_store_revise_client (store, change, client->id, error) &&
         relance_store_update_client (store, client, error);
}

static gboolean
save_contact (RelanceBook *book,
              RelanceClient *client,
              RelanceContact *contact,
              gboolean for_reminders,
              gint64 *change,
              GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  const RelanceContact *stored = contact->id != 0 ? find_contact (client, contact->id) : NULL;
  gboolean had_reminders = stored != NULL && client->reminder_contact_id == stored->id;
  gboolean done;

  if (contact->id != 0 && stored == NULL)
    return refuse (error, RELANCE_SERVICE_ERROR_NOT_FOUND,
                   _ ("There is no such contact. Nothing was changed."));
  if (for_reminders && contact->email == NULL)
    return refuse (error, RELANCE_SERVICE_ERROR_INVALID,
                   _ ("A contact who gets the reminders has a mail address."));
  if (stored != NULL && relance_contact_equal (stored, contact) && for_reminders == had_reminders)
    return TRUE;

  done = note_change (
    book, contact->id != 0 ? RELANCE_CHANGE_CONTACT_EDITED : RELANCE_CHANGE_CONTACT_ADDED, contact,
    client->id, change, error);
  if (done && contact->id != 0)
    done = relance_store_update_contact (store, contact, *change, error);
  else if (done)
    done = relance_store_add_contact (store, client->id, contact, *change, &contact->id, error);
  if (!done || for_reminders == had_reminders)
    return done;

  return choose_contact (book, client, for_reminders ? contact->id : 0, *change, error);
}

static gboolean
remove_contact (RelanceBook *book, gint64 id, gint64 *change, GError **error)
{
  g_autoptr (RelanceClient) client = get_client_of (book, id, error);

  return client != NULL &&
         note_change (book, RELANCE_CHANGE_CONTACT_REMOVED, find_contact (client, id), client->id,
                      change, error) &&
         (client->reminder_contact_id != id || choose_contact (book, client, 0, *change, error)) &&
         relance_store_remove_contact (relance_book_get_store (book), id, *change, error);
}

/**
 * relance_contacts_save:
 * @client_id: whose contact it is
 * @contact: a contact, new when its id is 0
 * @for_reminders: whether reminders go to it from now on, rather than to the client's own address
 * @change: (out) (optional): what to give relance_changes_undo(); 0 when nothing changed
 *
 * Returns: its id; 0 with an error, and then the book is as it was
 */
gint64
relance_contacts_save (RelanceBook *book,
                       gint64 client_id,
                       const RelanceContact *contact,
                       gboolean for_reminders,
                       gint64 *change,
                       GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceContact) clean = clean_contact (contact, error);
  g_autoptr (RelanceClient) client = NULL;
  gint64 own_change = 0;

  if (clean == NULL || !relance_store_begin (store, error))
    return 0;
  client = relance_clients_get (book, client_id, error);
  if (!relance_store_end (store,
                          client != NULL &&
                            save_contact (book, client, clean, for_reminders, &own_change, error),
                          error))
    return 0;
  if (change != NULL)
    *change = own_change;

  return clean->id;
}

/**
 * relance_contacts_get_client:
 *
 * Returns: (transfer full): the client of a contact, with its contacts; %NULL with
 *   %RELANCE_SERVICE_ERROR_NOT_FOUND when the book has no such contact
 */
RelanceClient *
relance_contacts_get_client (RelanceBook *book, gint64 id, GError **error)
{
  return get_client_of (book, id, error);
}

/**
 * relance_contacts_remove:
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Takes a contact out of the book; reminders that went to it go to the client's own address.
 */
gboolean
relance_contacts_remove (RelanceBook *book, gint64 id, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gint64 own_change = 0;

  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, remove_contact (book, id, &own_change, error), error))
    return FALSE;
  if (change != NULL)
    *change = own_change;

  return TRUE;
}
