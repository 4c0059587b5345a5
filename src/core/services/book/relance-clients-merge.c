/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-clients.h"

#include "relance-store-changes.h"
#include "relance-store-clients.h"
#include "relance-store-contacts.h"
#include "relance-store-merge.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, RelanceServiceError code, const char *why)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, code, why);
  return FALSE;
}

static gboolean
check_distinct (gint64 from, gint64 into, GError **error)
{
  return from != into || refuse (error, RELANCE_SERVICE_ERROR_INVALID,
                                 _ ("This is one client already. Nothing was changed."));
}

static gboolean
check_numbers (RelanceBook *book, gint64 from, gint64 into, GError **error)
{
  g_auto (GStrv)
    numbers = relance_store_list_common_numbers (relance_book_get_store (book), from, into, error);
  g_autofree char *list = NULL;

  if (numbers == NULL)
    return FALSE;
  if (numbers[0] == NULL)
    return TRUE;
  list = g_strjoinv (", ", numbers);
  /* Translators: %s is a list of numbers of invoices. */
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_EXISTS,
               _ ("Both clients have an invoice of the same number: %s. Remove one of the two "
                  "first; nothing was changed."),
               list);

  return FALSE;
}

/* What the client that stays does not know. Returns whether it learned something. */
static gboolean
fill_gaps (RelanceClient *client, RelanceClient *from)
{
  gboolean learned = FALSE;
  const char *key;

  for (guint i = 0; (key = relance_client_get_text_key (i)) != NULL; i++)
    {
      char **own = relance_client_get_text (client, key);
      char **theirs = relance_client_get_text (from, key);

      /* A person is kept whole: see keep_person(). */
      if (g_str_equal (key, "first_name") || g_str_equal (key, "last_name") ||
          g_str_equal (key, "email") || *own != NULL || *theirs == NULL)
        continue;
      *own = g_strdup (*theirs);
      learned = TRUE;
    }
  if (client->email == NULL && from->email != NULL)
    {
      g_set_str (&client->email, from->email);
      learned = TRUE;
      if (client->first_name == NULL && client->last_name == NULL)
        {
          client->title = from->title;
          g_set_str (&client->first_name, from->first_name);
          g_set_str (&client->last_name, from->last_name);
        }
    }

  return learned;
}

/* The person of the client that goes becomes a contact, unless the other one has it already. */
static gboolean
keep_person (RelanceStore *store,
             RelanceClient *client,
             RelanceClient *from,
             gint64 change,
             GError **error)
{
  g_autoptr (RelanceContact) contact = relance_contact_new ();
  gint64 id = 0;

  if (from->email == NULL && from->first_name == NULL && from->last_name == NULL)
    return TRUE;
  if (g_strcmp0 (from->email, client->email) == 0 &&
      g_strcmp0 (from->last_name, client->last_name) == 0 &&
      g_strcmp0 (from->first_name, client->first_name) == 0)
    return TRUE;
  contact->title = from->title;
  g_set_str (&contact->first_name, from->first_name);
  g_set_str (&contact->last_name, from->last_name);
  g_set_str (&contact->email, from->email);
  g_set_str (&contact->phone, from->phone);

  return relance_store_add_contact (store, client->id, contact, change, &id, error);
}

static gboolean
merge (RelanceBook *book, gint64 from_id, gint64 into_id, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceClient) from = relance_clients_get (book, from_id, error);
  g_autoptr (RelanceClient) into = from != NULL ? relance_clients_get (book, into_id, error) : NULL;

  if (into == NULL || !check_numbers (book, from_id, into_id, error) ||
      !relance_store_add_change (store, relance_book_get_now (book), RELANCE_CHANGE_CLIENTS_MERGED,
                                 from->name, into_id, 0, change, error) ||
      !relance_store_revise_client (store, *change, into_id, error))
    return FALSE;
  if (fill_gaps (into, from) && !relance_store_update_client (store, into, error))
    return FALSE;

  return keep_person (store, into, from, *change, error) &&
         relance_store_merge_clients (store, from_id, into_id, *change, error);
}

static gboolean
archive (RelanceBook *book, gint64 id, gboolean archived, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceClient) client = relance_clients_get (book, id, error);

  if (client == NULL)
    return FALSE;
  if (client->archived == archived)
    return TRUE;
  for (guint i = 0; archived && i < client->totals->len; i++)
    if (g_array_index (client->totals, RelanceClientTotal, i).owed > 0)
      return refuse (error, RELANCE_SERVICE_ERROR_INVALID,
                     _ ("This client still owes something. Record the payment or write it off "
                        "first; nothing was changed."));
  client->archived = archived;

  return relance_store_add_change (store, relance_book_get_now (book), RELANCE_CHANGE_CLIENT_EDITED,
                                   client->name, id, 0, change, error) &&
         relance_store_revise_client (store, *change, id, error) &&
         relance_store_update_client (store, client, error);
}

static gboolean
erase (RelanceBook *book, gint64 id, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceClient) client = relance_clients_get (book, id, error);
  gint64 change = 0;
  gboolean unsent = FALSE;

  if (client == NULL || !relance_store_has_unsent (store, id, &unsent, error))
    return FALSE;
  if (unsent)
    return refuse (error, RELANCE_SERVICE_ERROR_INVALID,
                   _ ("A message to this client has not left yet. Send it or withdraw it first; "
                      "nothing was changed."));

  return relance_store_add_change (store, relance_book_get_now (book), RELANCE_CHANGE_CLIENT_ERASED,
                                   client->name, id, 0, &change, error) &&
         relance_store_erase_client (store, id, change, relance_book_get_now (book), error);
}

/**
 * relance_clients_plan_merge:
 * @plan: (out caller-allocates): what would come along from @from
 *
 * Says what relance_clients_merge() would do, and changes nothing.
 *
 * Returns: %FALSE where the merge would be refused, with the same error
 */
gboolean
relance_clients_plan_merge (RelanceBook *book,
                            gint64 from,
                            gint64 into,
                            RelanceMergePlan *plan,
                            GError **error)
{
  return check_distinct (from, into, error) && check_numbers (book, from, into, error) &&
         relance_store_count_for_merge (relance_book_get_store (book), from, &plan->n_invoices,
                                        &plan->n_payments, &plan->n_contacts, error);
}

/**
 * relance_clients_merge:
 * @from: the client that goes
 * @into: the client that gets all it had: what it does not know of itself, too
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Makes one client of two.
 *
 * Returns: %FALSE with %RELANCE_SERVICE_ERROR_EXISTS when both have an invoice of one number;
 *   then the book is as it was
 */
gboolean
relance_clients_merge (RelanceBook *book, gint64 from, gint64 into, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gint64 own_change = 0;

  if (!check_distinct (from, into, error) || !relance_store_begin (store, error) ||
      !relance_store_end (store, merge (book, from, into, &own_change, error), error))
    return FALSE;
  if (change != NULL)
    *change = own_change;

  return TRUE;
}

/**
 * relance_clients_archive:
 * @archived: whether the client leaves the list, or returns to it
 * @change: (out) (optional): what to give relance_changes_undo(); 0 when nothing changed
 *
 * Returns: %FALSE with %RELANCE_SERVICE_ERROR_INVALID while the client owes something
 */
gboolean
relance_clients_archive (RelanceBook *book,
                         gint64 id,
                         gboolean archived,
                         gint64 *change,
                         GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gint64 own_change = 0;

  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, archive (book, id, archived, &own_change, error), error))
    return FALSE;
  if (change != NULL)
    *change = own_change;

  return TRUE;
}

/**
 * relance_clients_erase:
 *
 * Erases what is personal about a client, for good: persons, addresses of mail, phones, notes
 * and the words that were written to it. Invoices, payments, name and postal address stay, for
 * accounts must be kept (GDPR, article 17(3)(b)). Snapshots made before still hold it.
 *
 * Returns: %FALSE with %RELANCE_SERVICE_ERROR_INVALID while a message may still leave
 */
gboolean
relance_clients_erase (RelanceBook *book, gint64 id, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  return relance_store_begin (store, error) &&
         relance_store_end (store, erase (book, id, error), error);
}
