/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-contacts.h"

#include "relance-statement.h"
#include "relance-store-changes.h"

static RelanceContact *
read_contact (RelanceStatement *statement)
{
  RelanceContact *contact = relance_contact_new ();

  contact->id = relance_statement_get_int (statement, 0);
  contact->title =
    relance_enum_from_nick (RELANCE_TYPE_TITLE, relance_statement_get_text (statement, 1));
  contact->first_name = g_strdup (relance_statement_get_text (statement, 2));
  contact->last_name = g_strdup (relance_statement_get_text (statement, 3));
  contact->role = g_strdup (relance_statement_get_text (statement, 4));
  contact->email = g_strdup (relance_statement_get_text (statement, 5));
  contact->phone = g_strdup (relance_statement_get_text (statement, 6));

  return contact;
}

/* From the parameter of the title on. */
static void
bind_contact (RelanceStatement *statement, int first, const RelanceContact *contact)
{
  relance_statement_bind_static (statement, first,
                                 relance_enum_to_nick (RELANCE_TYPE_TITLE, contact->title));
  relance_statement_bind_static (statement, first + 1, contact->first_name);
  relance_statement_bind_static (statement, first + 2, contact->last_name);
  relance_statement_bind_static (statement, first + 3, contact->role);
  relance_statement_bind_static (statement, first + 4, contact->email);
  relance_statement_bind_static (statement, first + 5, contact->phone);
}

/**
 * relance_store_read_contacts:
 * @client: a client of the book, whose contacts become those that the book has
 */
gboolean
relance_store_read_contacts (RelanceStore *self, RelanceClient *client, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "contacts", error);
  gboolean row;

  g_ptr_array_set_size (client->contacts, 0);
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client->id);
  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      g_ptr_array_add (client->contacts, read_contact (statement));
    }

  return FALSE;
}

/**
 * relance_store_find_contact:
 * @client_id: (out): whose it is, 0 when the book has no such contact
 */
gboolean
relance_store_find_contact (RelanceStore *self, gint64 id, gint64 *client_id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "contact-client", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *client_id = row ? relance_statement_get_int (statement, 0) : 0;

  return TRUE;
}

/**
 * relance_store_add_contact:
 * @id: (out): its id in the book
 */
gboolean
relance_store_add_contact (RelanceStore *self,
                           gint64 client_id,
                           const RelanceContact *contact,
                           gint64 change,
                           gint64 *id,
                           GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "contact-add", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  relance_statement_bind_int (statement, 2, change);
  bind_contact (statement, 3, contact);

  return relance_statement_run (statement, id, error);
}

/**
 * relance_store_update_contact:
 * @change: the change that corrects it
 *
 * Keeps what the contact held, then stores what it holds now.
 */
gboolean
relance_store_update_contact (RelanceStore *self,
                              const RelanceContact *contact,
                              gint64 change,
                              GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "contact-update", error);

  if (statement == NULL || !relance_store_revise_contact (self, change, contact->id, error))
    return FALSE;
  relance_statement_bind_int (statement, 1, contact->id);
  bind_contact (statement, 2, contact);

  return relance_statement_run (statement, NULL, error);
}

gboolean
relance_store_remove_contact (RelanceStore *self, gint64 id, gint64 change, GError **error)
{
  return relance_store_run (self, "contact-remove", RELANCE_VALUES (id, change), error);
}
