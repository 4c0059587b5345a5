/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-listing.h"

#include "relance-statement.h"
#include "relance-store-private.h"
#include "relance-store-resources.h"

/* Beyond this many clients that changed, all is listed anew. */
#define MANY_CLIENTS 100

/* So many rows of words are made found in one step. */
#define WORDS_AT_ONCE 10000

static const char *const indexes[] = {
  "listing-index-issued",   "listing-index-due",       "listing-index-client_key",
  "listing-index-number",   "listing-index-total",     "listing-index-balance",
  "listing-index-owed",     "listing-index-invoice",   "listing-index-part",
  "listing-index-standing", "listing-index-client",    "listing-index-currency",
  "listing-index-parts",    "listing-index-label_key",
};

static gboolean
run (RelanceStore *self, const char *query, gint64 first, gint64 second, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);
  int n_values;

  if (statement == NULL)
    return FALSE;
  n_values = relance_statement_count_values (statement);
  if (n_values > 0)
    relance_statement_bind_int (statement, 1, first);
  if (n_values > 1)
    relance_statement_bind_int (statement, 2, second);
  return relance_statement_run (statement, NULL, error);
}

static gboolean
read_number (RelanceStore *self,
             const char *query,
             gint64 first,
             gint64 second,
             gint64 *number,
             GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  if (relance_statement_count_values (statement) > 0)
    {
      relance_statement_bind_int (statement, 1, first);
      relance_statement_bind_int (statement, 2, second);
    }
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *number = row && !relance_statement_is_null (statement, 0)
              ? relance_statement_get_int (statement, 0)
              : G_MAXINT64;
  return TRUE;
}

static gboolean
exec (RelanceStore *self, const char *path, GError **error)
{
  return relance_store_exec_resource (self->db, relance_store_get_resource (), path, error);
}

/* One client anew, or every one when it is 0. */
static gboolean
add_rows (RelanceStore *self, gint64 client_id, GError **error)
{
  const char *parts = client_id == 0 ? "listing-add-parts" : "listing-add-parts-of";
  const char *invoices = client_id == 0 ? "listing-add-invoices" : "listing-add-invoices-of";

  const char *text = client_id == 0 ? "listing-add-text" : "listing-add-text-of";

  return run (self, "listing-add-clients", client_id, 0, error) &&
         run (self, parts, client_id, 0, error) && run (self, invoices, client_id, 0, error) &&
         run (self, "listing-add-credit-notes", client_id, 0, error) &&
         run (self, text, client_id, 0, error);
}

static gboolean
list_everything (RelanceStore *self, GError **error)
{
  self->listing.n_steps = 0;
  self->listing.indexed = FALSE;
  self->listing.day = RELANCE_DATE_NONE;
  self->listing.words_to = G_MININT64;
  return exec (self, RELANCE_STORE_RESOURCE_ROOT "/listing.sql", error) &&
         add_rows (self, 0, error) &&
         read_number (self, "listing-count", 0, 0, &self->listing.n_rows, error);
}

/* Of clients @first to @last, where debts are added up already. */
static gboolean
add_debts (RelanceStore *self, gint64 first, gint64 last, GError **error)
{
  g_autoptr (RelanceStatement) statement = NULL;

  if (self->listing.day == RELANCE_DATE_NONE)
    return TRUE;
  statement = relance_store_prepare (self, "listing-add-debts", error);
  if (statement == NULL || !run (self, "listing-drop-debts", first, last, error))
    return FALSE;
  relance_statement_bind_int (statement, 1, first);
  relance_statement_bind_int (statement, 2, last);
  relance_statement_bind_date (statement, 3, self->listing.day);
  return relance_statement_run (statement, NULL, error);
}

static gboolean
add_all_debts (RelanceStore *self, GError **error)
{
  return add_debts (self, 0, G_MAXINT64, error);
}

static gboolean
list_client (RelanceStore *self, gint64 id, GError **error)
{
  gint64 words_to = self->listing.words_to;

  return run (self, "listing-drop-words", id, words_to, error) &&
         run (self, "listing-drop-text", id, 0, error) &&
         run (self, "listing-drop-messages", id, 0, error) &&
         run (self, "listing-drop-rows", id, 0, error) &&
         run (self, "listing-drop-parts", id, 0, error) &&
         run (self, "listing-drop-client", id, 0, error) && add_rows (self, id, error) &&
         add_debts (self, id, id, error) && run (self, "listing-add-words-of", id, words_to, error);
}

/* @clients: (out): gint64; NULL when it may be anybody. */
static gboolean
find_touched (RelanceStore *self, GArray **clients, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "listing-touched", error);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  *clients = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, self->listing.change);
  while (relance_statement_step (statement, &row, error))
    {
      gint64 id;

      if (!row)
        {
          *clients = g_steal_pointer (&found);
          return TRUE;
        }
      if (relance_statement_is_null (statement, 0) || found->len == MANY_CLIENTS)
        return TRUE;
      id = relance_statement_get_int (statement, 0);
      g_array_append_val (found, id);
    }
  return FALSE;
}

static gboolean
list_changes (RelanceStore *self, GError **error)
{
  g_autoptr (GArray) clients = NULL;

  if (self->listing.change < 0)
    return list_everything (self, error);
  if (!find_touched (self, &clients, error))
    return FALSE;
  if (clients == NULL)
    return list_everything (self, error);
  for (guint i = 0; i < clients->len; i++)
    if (!list_client (self, g_array_index (clients, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* A transaction of what is this connection's own: nobody else waits for it. */
static gboolean
write_own (RelanceStore *self,
           gboolean (*work) (RelanceStore *self, GError **error),
           GError **error)
{
  gboolean done;

  /* A damaged book is only read, and this is none of it. */
  if (self->damaged && !run (self, "query-any", 0, 0, error))
    return FALSE;
  done = run (self, "listing-begin", 0, 0, error) && work (self, error);
  done = relance_store_end (self, done, error);
  if (self->damaged)
    done = run (self, "query-only", 0, 0, done ? error : NULL) && done;
  return done;
}

static gboolean
take_step (RelanceStore *self, GError **error)
{
  gint64 from = self->listing.words_to;
  gint64 to;

  if (self->listing.n_steps < (int) G_N_ELEMENTS (indexes))
    return run (self, indexes[self->listing.n_steps], 0, 0, error);
  self->listing.indexed = TRUE;
  if (!read_number (self, "listing-words-end", from, WORDS_AT_ONCE, &to, error) ||
      !run (self, "listing-add-words", from, WORDS_AT_ONCE, error))
    return FALSE;
  self->listing.words_to = to;
  return TRUE;
}

/**
 * relance_store_update_listing:
 *
 * Brings the listing up to date with the book: the clients that changed since the last time, or all
 * of it when that cannot be told.
 */
gboolean
relance_store_update_listing (RelanceStore *self, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gint64 newest = 0;

  g_return_val_if_fail (RELANCE_IS_STORE (self), FALSE);

  /* A damaged book may not be able to say, and is not written any more. */
  if (!read_number (self, "change-newest", 0, 0, &newest, &problem) && !self->damaged)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (newest == self->listing.change)
    return TRUE;
  if (!write_own (self, list_changes, error))
    {
      /* What was counted while it failed no longer holds. */
      self->listing.change = -1;
      return FALSE;
    }
  self->listing.change = newest;
  return TRUE;
}

static gboolean
add_messages (RelanceStore *self, GError **error)
{
  return run (self, "listing-add-messages", 0, 0, error);
}

/**
 * relance_store_update_listed_messages:
 *
 * Lists the messages that were approved since the last time; relance_store_update_listing() comes before.
 */
gboolean
relance_store_update_listed_messages (RelanceStore *self, GError **error)
{
  gint64 n_unlisted = 0;

  g_return_val_if_fail (RELANCE_IS_STORE (self), FALSE);

  return read_number (self, "listing-unlisted-messages", 0, 0, &n_unlisted, error) &&
         (n_unlisted == 0 || write_own (self, add_messages, error));
}

/**
 * relance_store_age_listing:
 *
 * Adds up what clients owe, and what of it is overdue on the day @today, unless that is done already.
 */
gboolean
relance_store_age_listing (RelanceStore *self, RelanceDate today, GError **error)
{
  RelanceDate before;

  g_return_val_if_fail (RELANCE_IS_STORE (self), FALSE);

  before = self->listing.day;
  if (before == today)
    return TRUE;
  self->listing.day = today;
  if (write_own (self, add_all_debts, error))
    return TRUE;
  self->listing.day = before;
  return FALSE;
}

/**
 * relance_store_complete_listing:
 * @complete: (out): whether nothing is left to do
 *
 * Does one more step, of some hundredths of a second, of what makes a large listing fast. Until all
 * are done, answers are the same but slower.
 */
gboolean
relance_store_complete_listing (RelanceStore *self, gboolean *complete, GError **error)
{
  g_return_val_if_fail (RELANCE_IS_STORE (self), FALSE);

  *complete = self->listing.change < 0 || self->listing.words_to == G_MAXINT64;
  if (*complete)
    return TRUE;
  if (!write_own (self, take_step, error))
    return FALSE;
  self->listing.n_steps++;
  *complete = self->listing.words_to == G_MAXINT64;
  return TRUE;
}
