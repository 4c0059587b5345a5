/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-clients.h"

#include "relance-accounts.h"
#include "relance-store-changes.h"
#include "relance-store-clients.h"
#include "relance-store-contacts.h"
#include "relance-text.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* Where nothing was said, the country most of our users are in. */
#define DEFAULT_COUNTRY "FR"

static void
set_not_found (GError **error)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                       _ ("There is no such client. Nothing was changed."));
}

static RelanceLanguage
guess_language (const RelanceBusiness *business)
{
  int language = relance_enum_from_nick (
    RELANCE_TYPE_LANGUAGE, relance_business_get (business, RELANCE_BUSINESS_LANGUAGE));
  const char *locale = setlocale (LC_MESSAGES, NULL);

  if (language != 0)
    return language;
  return locale != NULL && g_str_has_prefix (locale, "fr") ? RELANCE_LANGUAGE_FR
                                                           : RELANCE_LANGUAGE_EN;
}

/* A reference that is a number may be an id. */
static gint64
parse_id (const char *reference)
{
  guint64 id;

  if (!g_ascii_string_to_unsigned (reference, 10, 1, G_MAXINT64, &id, NULL))
    return 0;
  return (gint64) id;
}

static char *
list_candidates (GPtrArray *clients)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < clients->len; i++)
    {
      RelanceClient *client = g_ptr_array_index (clients, i);

      g_strv_builder_take (parts, g_strdup_printf ("%" G_GINT64_FORMAT, client->id));
    }
  list = g_strv_builder_end (parts);
  return g_strjoinv (", ", list);
}

static RelanceClient *
pick_one (RelanceBook *book, GPtrArray *clients, const char *reference, GError **error)
{
  g_autofree char *candidates = NULL;

  if (clients->len == 1)
    return relance_clients_get (book, ((RelanceClient *) clients->pdata[0])->id, error);

  if (clients->len == 0)
    {
      /* Translators: %s is a name or a number that was typed. */
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                   _ ("There is no client “%s”. Nothing was changed."), reference);
      return NULL;
    }
  candidates = list_candidates (clients);
  /* Translators: the first %s is a name, the second a list of numbers. */
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_AMBIGUOUS,
               _ ("Several clients are named “%s”; say which one by its id: %s."), reference,
               candidates);
  return NULL;
}

static gboolean
clean_situation (RelanceClient *client, GError **error)
{
  if (client->situation == 0)
    {
      g_clear_pointer (&client->situation_reason, g_free);
      client->situation_since = RELANCE_DATE_NONE;
    }
  else if (client->situation_reason == NULL)
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                           _ ("Say why: a situation that you set by hand has a reason "
                              "(situation_reason)."));
      return FALSE;
    }

  return TRUE;
}

/* The gate of the book: what a form or a script put in the record is cleaned here once more. */
static RelanceClient *
clean_client (RelanceClient *client, GError **error)
{
  g_autoptr (RelanceClient) clean = relance_client_copy (client);
  const char *key;

  if (!relance_clients_set (clean, "name", client->name != NULL ? client->name : "", error))
    return NULL;
  for (guint i = 0; (key = relance_client_get_text_key (i)) != NULL; i++)
    {
      const char *value = *relance_client_get_text (client, key);

      if (!relance_clients_set (clean, key, value != NULL ? value : "", error))
        return NULL;
    }
  if (clean->excluded == NULL)
    clean->excluded_until = RELANCE_DATE_NONE;
  if (!clean_situation (clean, error))
    return NULL;

  return g_steal_pointer (&clean);
}

/* What is said of a client's debts holds for those of the day on which it was said. */
static void
date_situation (RelanceClient *client, RelanceClient *stored, RelanceDate today)
{
  gboolean same = stored != NULL && stored->situation == client->situation &&
                  g_strcmp0 (stored->situation_reason, client->situation_reason) == 0;

  if (client->situation != 0 && !same)
    client->situation_since = today;
}

static gboolean
add_client (RelanceBook *book, RelanceClient *client, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  date_situation (client, NULL, relance_book_get_today (book));
  return relance_store_add_change (store, relance_book_get_now (book), RELANCE_CHANGE_CLIENT_ADDED,
                                   client->name, 0, 0, change, error) &&
         relance_store_add_client (store, client, *change, &client->id, error);
}

static gboolean
edit_client (RelanceBook *book, RelanceClient *client, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceClient) stored = relance_clients_get (book, client->id, error);

  if (stored == NULL)
    return FALSE;
  date_situation (client, stored, relance_book_get_today (book));
  if (relance_client_equal (stored, client))
    return TRUE;
  return relance_store_add_change (store, relance_book_get_now (book), RELANCE_CHANGE_CLIENT_EDITED,
                                   client->name, client->id, 0, change, error) &&
         relance_store_revise_client (store, *change, client->id, error) &&
         relance_store_update_client (store, client, error);
}

static gboolean
remove_client (RelanceBook *book, gint64 id, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceClient) client = relance_clients_get (book, id, error);

  return client != NULL &&
         relance_store_add_change (store, relance_book_get_now (book),
                                   RELANCE_CHANGE_CLIENT_REMOVED, client->name, id, 0, change,
                                   error) &&
         relance_store_remove_client (store, id, *change, error);
}

/**
 * relance_client_new_for_book:
 * @name: as it was typed
 *
 * Returns: (transfer full): a client that is not in the book yet, in the language of
 *   the business; %NULL with %RELANCE_SERVICE_ERROR_INVALID when @name is none
 */
RelanceClient *
relance_client_new_for_book (RelanceBook *book, const char *name, GError **error)
{
  g_autoptr (RelanceClient) client = relance_client_new ("");
  g_autoptr (RelanceBusiness) business = relance_business_load (book, error);

  if (business == NULL || !relance_clients_set (client, "name", name, error))
    return NULL;
  client->language = guess_language (business);
  return g_steal_pointer (&client);
}

/**
 * relance_client_find_holidays:
 * @client: (nullable): %NULL when the book has it no more
 *
 * Returns: those of the client's country, else of one's own
 */
RelanceHolidays
relance_client_find_holidays (RelanceClient *client, const RelanceBusiness *business)
{
  const char *own = relance_business_get (business, RELANCE_BUSINESS_COUNTRY);
  const char *country = *own != '\0' ? own : DEFAULT_COUNTRY;

  if (client == NULL)
    return relance_holidays_find (country, NULL);
  return relance_holidays_find (client->country != NULL ? client->country : country,
                                client->postcode);
}

/**
 * relance_clients_list:
 * @search: (nullable): looked for in the name, the persons, their addresses, the city and the
 *   identifiers, without regard to case and accents; then archived clients are found too
 * @limit: how many at most, -1 for all
 *
 * Returns: (transfer full) (element-type RelanceClient): by name
 */
GPtrArray *
relance_clients_list (RelanceBook *book, const char *search, int limit, GError **error)
{
  g_autofree char *folded = search != NULL ? relance_text_fold (search) : NULL;

  return relance_store_list_clients (relance_book_get_store (book),
                                     folded != NULL && folded[0] != '\0' ? folded : NULL, limit,
                                     relance_book_get_today (book), error);
}

/**
 * relance_clients_get:
 *
 * Returns: (transfer full): the client with its contacts; %NULL with
 *   %RELANCE_SERVICE_ERROR_NOT_FOUND when the book has none of that id
 */
RelanceClient *
relance_clients_get (RelanceBook *book, gint64 id, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceClient) client = NULL;

  if (!relance_store_get_client (store, id, relance_book_get_today (book), &client, error))
    return NULL;
  if (client == NULL)
    {
      set_not_found (error);
      return NULL;
    }

  return relance_store_read_contacts (store, client, error) ? g_steal_pointer (&client) : NULL;
}

/**
 * relance_clients_find:
 * @reference: an id, or a name
 *
 * An id goes before a name that looks like one; a name to the letter before
 * the same name with other accents or capitals.
 *
 * Returns: (transfer full): the client; %NULL with %RELANCE_SERVICE_ERROR_NOT_FOUND, or
 *   %RELANCE_SERVICE_ERROR_AMBIGUOUS when several have the name
 */
RelanceClient *
relance_clients_find (RelanceBook *book, const char *reference, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  RelanceDate today = relance_book_get_today (book);
  g_autoptr (GPtrArray) clients = NULL;
  g_autoptr (RelanceClient) client = NULL;

  if (!relance_store_get_client (store, parse_id (reference), today, &client, error))
    return NULL;
  if (client != NULL)
    return relance_store_read_contacts (store, client, error) ? g_steal_pointer (&client) : NULL;

  clients = relance_store_list_clients_of_name (store, reference, today, error);
  return clients != NULL ? pick_one (book, clients, reference, error) : NULL;
}

/**
 * relance_clients_save:
 * @client: a client, new when its id is 0
 * @change: (out) (optional): what to give relance_changes_undo(); 0 when nothing changed
 *
 * Returns: its id; 0 with an error, and then the book is as it was
 */
gint64
relance_clients_save (RelanceBook *book, RelanceClient *client, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceClient) clean = clean_client (client, error);
  gint64 own_change = 0;
  gboolean done;

  if (clean == NULL || !relance_store_begin (store, error))
    return 0;
  done = clean->id == 0 ? add_client (book, clean, &own_change, error)
                        : edit_client (book, clean, &own_change, error);
  if (!relance_store_end (store, done, error))
    return 0;
  if (change != NULL)
    *change = own_change;
  return clean->id;
}

/**
 * relance_clients_remove:
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Takes a client out of the book, and with it its invoices and its payments.
 * The messages that left stay.
 */
gboolean
relance_clients_remove (RelanceBook *book, gint64 id, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gint64 own_change = 0;

  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, remove_client (book, id, &own_change, error), error))
    return FALSE;
  if (change != NULL)
    *change = own_change;
  return TRUE;
}
