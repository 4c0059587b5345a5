/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-clients-many.h"

#include "relance-clean.h"
#include "relance-clients.h"
#include "relance-store-changes.h"
#include "relance-store-clients.h"

#include <glib/gi18n-lib.h>

/* So many names tell enough of what was done. */
#define NAMES_TOLD 3

/* What each client is to be: as @edit makes it. */
typedef struct
{
  void (*edit) (RelanceClient *client, gpointer data);
  gpointer data;
  const char *refusal; /* when no client is changed by it */
} Correction;

typedef struct
{
  char *reason;
  RelanceDate until;
} Exclusion;

static void
exclude (RelanceClient *client, gpointer data)
{
  const Exclusion *exclusion = data;

  g_set_str (&client->excluded, exclusion->reason);
  client->excluded_until = exclusion->until;
}

static void
include (RelanceClient *client, gpointer data)
{
  g_clear_pointer (&client->excluded, g_free);
  client->excluded_until = RELANCE_DATE_NONE;
}

static gboolean
owes (RelanceClient *client)
{
  for (guint i = 0; i < client->totals->len; i++)
    if (g_array_index (client->totals, RelanceClientTotal, i).owed > 0)
      return TRUE;
  return FALSE;
}

/* Whoever owes stays where reminders are. */
static void
archive (RelanceClient *client, gpointer data)
{
  if (!owes (client))
    client->archived = TRUE;
}

static void
bring_back (RelanceClient *client, gpointer data)
{
  client->archived = FALSE;
}

/* Returns: (transfer full) (element-type RelanceClient): those that @correction changes, changed; a
 * client that is gone meanwhile is none. */
static GPtrArray *
read_changed (RelanceBook *book, GArray *ids, const Correction *correction, GError **error)
{
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (RelanceClient) client = NULL;
      g_autoptr (RelanceClient) edited = NULL;

      if (!relance_store_get_client (relance_book_get_store (book), g_array_index (ids, gint64, i),
                                     relance_book_get_today (book), &client, error))
        return NULL;
      if (client == NULL)
        continue;
      edited = relance_client_copy (client);
      correction->edit (edited, correction->data);
      if (!relance_client_equal (client, edited))
        g_ptr_array_add (clients, g_steal_pointer (&edited));
    }
  return g_steal_pointer (&clients);
}

/* What the history calls several clients by: their first names. */
static char *
list_names (GPtrArray *clients)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < MIN (clients->len, NAMES_TOLD); i++)
    g_strv_builder_add (parts, ((RelanceClient *) clients->pdata[i])->name);
  if (clients->len > NAMES_TOLD)
    g_strv_builder_add (parts, "…");
  names = g_strv_builder_end (parts);
  return g_strjoinv (", ", names);
}

static gboolean
write_clients (RelanceBook *book, GPtrArray *clients, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autofree char *names = list_names (clients);
  gint64 only = clients->len == 1 ? ((RelanceClient *) clients->pdata[0])->id : 0;

  if (!relance_store_add_change (store, relance_book_get_now (book), RELANCE_CHANGE_CLIENT_EDITED,
                                 names, only, 0, change, error))
    return FALSE;
  for (guint i = 0; i < clients->len; i++)
    {
      RelanceClient *client = clients->pdata[i];

      if (!relance_store_revise_client (store, *change, client->id, error) ||
          !relance_store_update_client (store, client, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
correct_all (RelanceBook *book,
             GArray *ids,
             const Correction *correction,
             int *n_changed,
             gint64 *change,
             GError **error)
{
  g_autoptr (GPtrArray) clients = read_changed (book, ids, correction, error);

  if (clients == NULL)
    return FALSE;
  *n_changed = (int) clients->len;
  if (clients->len == 0)
    return relance_clean_refuse (error, correction->refusal);
  return write_clients (book, clients, change, error);
}

static int
correct (RelanceBook *book,
         GArray *ids,
         const Correction *correction,
         gint64 *change,
         GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  int n_changed = 0;

  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, correct_all (book, ids, correction, &n_changed, change, error),
                          error))
    return 0;
  return n_changed;
}

/**
 * relance_clients_exclude_many:
 * @ids: (element-type gint64): of clients
 * @reason: as it was typed; not empty
 * @until: the last day without reminders, from today on, or %RELANCE_DATE_NONE for always
 * @change: (out): what to give relance_changes_undo()
 *
 * Leaves clients out of reminders.
 */
int
relance_clients_exclude_many (RelanceBook *book,
                              GArray *ids,
                              const char *reason,
                              RelanceDate until,
                              gint64 *change,
                              GError **error)
{
  g_autofree char *clean = NULL;
  Exclusion exclusion = { .until = until };
  const Correction correction = { exclude, &exclusion,
                                  _ ("They are left out like that already. Nothing was changed.") };

  if (!relance_clean_text (reason, &clean, error))
    return 0;
  exclusion.reason = clean;
  if (clean == NULL)
    relance_clean_refuse (error, _ ("Say why they get no reminders. Nothing was changed."));
  else if (until != RELANCE_DATE_NONE && until < relance_book_get_today (book))
    relance_clean_refuse (error, _ ("This day is over. Nothing was changed."));
  else
    return correct (book, ids, &correction, change, error);
  return 0;
}

/**
 * relance_clients_include_many:
 * @ids: (element-type gint64): of clients; those that get reminders are left alone
 * @change: (out): what to give relance_changes_undo()
 *
 * Lets clients get reminders again.
 */
int
relance_clients_include_many (RelanceBook *book, GArray *ids, gint64 *change, GError **error)
{
  const Correction correction = { include, NULL,
                                  _ ("They get reminders already. Nothing was changed.") };

  return correct (book, ids, &correction, change, error);
}

/**
 * relance_clients_archive_many:
 * @ids: (element-type gint64): of clients; those that owe something stay in the list
 * @archived: whether they leave the list, or return to it
 * @change: (out): what to give relance_changes_undo()
 */
int
relance_clients_archive_many (RelanceBook *book,
                              GArray *ids,
                              gboolean archived,
                              gint64 *change,
                              GError **error)
{
  const Correction leave = {
    archive, NULL, _ ("They still owe something, or are archived already. Nothing was changed.")
  };
  const Correction come = { bring_back, NULL,
                            _ ("They are in the list already. Nothing was changed.") };

  return correct (book, ids, archived ? &leave : &come, change, error);
}
