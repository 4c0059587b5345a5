/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-clients.h"

#include "relance-accounts.h"
#include "relance-identifiers.h"
#include "relance-store-changes.h"
#include "relance-store-clients.h"
#include "relance-text.h"
#include "relance-wording.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, why);
  return FALSE;
}

static void
set_not_found (GError **error)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                       _ ("There is no such client. Nothing was changed."));
}

static gboolean
set_text (char **field, const char *value, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *why = NULL;
  g_autofree char *clean = relance_text_clean_name (value, &local_error);

  if (clean != NULL)
    {
      g_set_str (field, clean[0] != '\0' ? clean : NULL);
      return TRUE;
    }
  why = relance_wording_error (local_error);
  return refuse (error, why);
}

static gboolean
set_name (RelanceClient *client, const char *value, GError **error)
{
  g_autofree char *name = NULL;

  if (!set_text (&name, value, error))
    return FALSE;
  if (name == NULL)
    return refuse (error, _ ("A client has a name."));
  g_set_str (&client->name, name);
  return TRUE;
}

static gboolean
set_email (RelanceClient *client, const char *value, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *why = NULL;
  g_autofree char *address = NULL;

  if (value[0] == '\0')
    {
      g_clear_pointer (&client->email, g_free);
      return TRUE;
    }
  address = relance_mail_address_parse (value, &local_error);
  if (address != NULL)
    {
      g_set_str (&client->email, address);
      return TRUE;
    }
  why = relance_wording_error (local_error);
  return refuse (error, why);
}

/* A word of one of the enumerations; a wrong one is answered with those there are. */
static gboolean
set_word (int *field, GType type, const char *value, GError **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  g_autoptr (GStrvBuilder) nicks = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *words = NULL;
  g_autofree char *why = NULL;
  int found = relance_enum_from_nick (type, value);

  if (found != 0)
    {
      *field = found;
      return TRUE;
    }
  for (guint i = 0; i < klass->n_values; i++)
    g_strv_builder_add (nicks, klass->values[i].value_nick);
  list = g_strv_builder_end (nicks);
  words = g_strjoinv (", ", list);
  /* Translators: %s is a list of English words such as “formal, friendly, emoji”. */
  why = g_strdup_printf (_ ("It is one of %s."), words);
  return refuse (error, why);
}

static gboolean
set_choice (RelanceClient *client,
            const char *key,
            const char *value,
            gboolean *known,
            GError **error)
{
  int word = 0;

  *known = TRUE;
  if (g_str_equal (key, "kind"))
    {
      if (!set_word (&word, RELANCE_TYPE_KIND, value, error))
        return FALSE;
      client->kind = word;
    }
  else if (g_str_equal (key, "tone"))
    {
      if (!set_word (&word, RELANCE_TYPE_TONE, value, error))
        return FALSE;
      client->tone = word;
    }
  else if (g_str_equal (key, "address"))
    {
      if (!set_word (&word, RELANCE_TYPE_ADDRESS, value, error))
        return FALSE;
      client->address = word;
    }
  else if (g_str_equal (key, "language"))
    {
      if (!set_word (&word, RELANCE_TYPE_LANGUAGE, value, error))
        return FALSE;
      client->language = word;
    }
  else if (g_str_equal (key, "title"))
    {
      if (!set_word (&word, RELANCE_TYPE_TITLE, value, error))
        return FALSE;
      client->title = word;
    }
  else
    *known = FALSE;
  return TRUE;
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
pick_one (GPtrArray *clients, const char *reference, GError **error)
{
  g_autofree char *candidates = NULL;

  if (clients->len == 1)
    return g_object_ref (g_ptr_array_index (clients, 0));

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
is_same (RelanceClient *a, RelanceClient *b)
{
  return g_str_equal (a->name, b->name) && a->kind == b->kind && a->tone == b->tone &&
         a->address == b->address && a->language == b->language && a->title == b->title &&
         g_strcmp0 (a->first_name, b->first_name) == 0 &&
         g_strcmp0 (a->last_name, b->last_name) == 0 && g_strcmp0 (a->email, b->email) == 0 &&
         g_strcmp0 (a->phone, b->phone) == 0;
}

/* The gate of the book: what a form or a script put in the record is cleaned here once more. */
static RelanceClient *
clean_client (RelanceClient *client, GError **error)
{
  g_autoptr (RelanceClient) clean = relance_client_copy (client);

  if (!set_name (clean, client->name != NULL ? client->name : "", error) ||
      !set_text (&clean->first_name, client->first_name ? client->first_name : "", error) ||
      !set_text (&clean->last_name, client->last_name ? client->last_name : "", error) ||
      !set_text (&clean->phone, client->phone ? client->phone : "", error) ||
      !set_email (clean, client->email != NULL ? client->email : "", error))
    return NULL;
  return g_steal_pointer (&clean);
}

static gboolean
add_client (RelanceBook *book, RelanceClient *client, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

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
  if (is_same (stored, client))
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

  if (business == NULL || !set_name (client, name, error))
    return NULL;
  client->language = guess_language (business);
  return g_steal_pointer (&client);
}

/**
 * relance_clients_list:
 * @search: (nullable): looked for in the name, the person and the address, without
 *   regard to case and accents
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
 * Returns: (transfer full): the client; %NULL with %RELANCE_SERVICE_ERROR_NOT_FOUND when
 *   the book has none of that id
 */
RelanceClient *
relance_clients_get (RelanceBook *book, gint64 id, GError **error)
{
  RelanceClient *client = NULL;

  if (!relance_store_get_client (relance_book_get_store (book), id, relance_book_get_today (book),
                                 &client, error))
    return NULL;
  if (client == NULL)
    set_not_found (error);
  return client;
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
  RelanceClient *client = NULL;

  if (!relance_store_get_client (store, parse_id (reference), today, &client, error))
    return NULL;
  if (client != NULL)
    return client;

  clients = relance_store_list_clients_of_name (store, reference, today, error);
  return clients != NULL ? pick_one (clients, reference, error) : NULL;
}

/**
 * relance_clients_set:
 * @key: name, kind, tone, address, language, title, first_name, last_name, email or phone
 * @value: as it was typed; "" takes away what is optional
 *
 * Returns: %FALSE with %RELANCE_SERVICE_ERROR_INVALID when there is no such key, or
 *   when the value is none of its own
 */
gboolean
relance_clients_set (RelanceClient *client, const char *key, const char *value, GError **error)
{
  gboolean known = FALSE;

  if (!set_choice (client, key, value, &known, error))
    return FALSE;
  if (known)
    return TRUE;
  if (g_str_equal (key, "name"))
    return set_name (client, value, error);
  if (g_str_equal (key, "email"))
    return set_email (client, value, error);
  if (g_str_equal (key, "phone"))
    return set_text (&client->phone, value, error);
  if (g_str_equal (key, "first_name"))
    return set_text (&client->first_name, value, error);
  if (g_str_equal (key, "last_name"))
    return set_text (&client->last_name, value, error);

  /* Translators: %s is an English word that was typed. */
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
               _ ("A client has no “%s”."), key);
  return FALSE;
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
