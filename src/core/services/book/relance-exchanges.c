/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-exchanges.h"

#include "relance-clients.h"
#include "relance-invoices.h"
#include "relance-rhythm.h"
#include "relance-store-changes.h"
#include "relance-store-exchanges.h"
#include "relance-text.h"
#include "relance-wording.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, why);
  return FALSE;
}

static gboolean
check (RelanceBook *book, const RelanceExchange *exchange, GError **error)
{
  if (exchange->channel == 0)
    return refuse (error, _ ("Say how you were in touch: by mail, by phone, by letter or in "
                             "person."));
  if (exchange->date == RELANCE_DATE_NONE)
    return refuse (error, _ ("Say on which day you were in touch."));
  if (exchange->date > relance_book_get_today (book))
    return refuse (error, _ ("This day is still to come. Record it once you were in touch."));
  if (exchange->stage != 0 && relance_stage_get_level (exchange->stage) == 0)
    return refuse (error, _ ("It may stand for a first, second or third reminder, or for a formal "
                             "notice."));

  return TRUE;
}

/* Without the characters that no note may hold; %NULL for an empty one. */
static gboolean
clean_note (const char *note, char **clean, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = relance_text_clean_name (note != NULL ? note : "", &local_error);

  if (text == NULL)
    {
      g_autofree char *why = relance_wording_error (local_error);

      return refuse (error, why);
    }
  if (text[0] != '\0')
    *clean = g_steal_pointer (&text);

  return TRUE;
}

static gboolean
add (RelanceBook *book, RelanceExchange *exchange, gint64 *change, gint64 *id, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceClient) client = relance_clients_get (book, exchange->client_id, error);

  return client != NULL &&
         relance_store_add_change (store, relance_book_get_now (book),
                                   RELANCE_CHANGE_EXCHANGE_ADDED, client->name, client->id, 0,
                                   change, error) &&
         relance_store_add_exchange (store, exchange, *change, id, error);
}

/**
 * relance_exchanges_add:
 * @exchange: not in the book yet; at the latest of today
 * @change: (out) (optional): what to give relance_changes_undo()
 * @error: %RELANCE_SERVICE_ERROR_INVALID, %RELANCE_SERVICE_ERROR_NOT_FOUND, or one of the store
 *
 * Records that one was in touch with a client outside of Relance: it counts in every limit on how
 * often the client hears from us, and may stand for a reminder.
 *
 * Returns: its id; 0 with an error, and then the book is as it was
 */
gint64
relance_exchanges_add (RelanceBook *book,
                       const RelanceExchange *exchange,
                       gint64 *change,
                       GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceExchange) clean = relance_exchange_copy (exchange);
  gint64 own_change = 0, id = 0;

  g_clear_pointer (&clean->note, g_free);
  if (!check (book, exchange, error) || !clean_note (exchange->note, &clean->note, error) ||
      !relance_store_begin (store, error) ||
      !relance_store_end (store, add (book, clean, &own_change, &id, error), error))
    return 0;
  if (change != NULL)
    *change = own_change;

  return id;
}

/**
 * relance_exchanges_list:
 *
 * Returns: (transfer full) (element-type RelanceExchange): those with a client, oldest first
 */
GPtrArray *
relance_exchanges_list (RelanceBook *book, gint64 client_id, GError **error)
{
  return relance_store_list_exchanges (relance_book_get_store (book), client_id, error);
}

/**
 * relance_exchanges_get:
 *
 * Returns: (transfer full): the exchange; %NULL with %RELANCE_SERVICE_ERROR_NOT_FOUND when the book
 *   has none of that id
 */
RelanceExchange *
relance_exchanges_get (RelanceBook *book, gint64 id, GError **error)
{
  RelanceExchange *exchange = NULL;

  if (relance_store_get_exchange (relance_book_get_store (book), id, &exchange, error) &&
      exchange == NULL)
    g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                         _ ("No such contact is recorded. Nothing was changed."));

  return exchange;
}

/**
 * relance_exchanges_remove:
 *
 * Takes back that one was in touch, as relance_changes_undo() does.
 */
gboolean
relance_exchanges_remove (RelanceBook *book, gint64 id, GError **error)
{
  g_autoptr (RelanceExchange) exchange = relance_exchanges_get (book, id, error);

  return exchange != NULL && relance_changes_undo (book, exchange->change, error);
}
