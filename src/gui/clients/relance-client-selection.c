/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clients/relance-client-selection.h"

#include "clients/relance-exclusion-dialog.h"
#include "clients/relance-merge-dialog.h"
#include "lists/relance-selection.h"
#include "relance-clients-many.h"
#include "relance-clients.h"
#include "relance-list-text.h"

#include <glib/gi18n.h>

/* A RelanceUseCase. */
static gpointer
make_text (RelanceBook *book, gpointer ids, GCancellable *cancellable, GError **error)
{
  return relance_clients_dup_text (book, ids, error);
}

/* A RelanceUseCase. */
static gpointer
include (RelanceBook *book, gpointer ids, GCancellable *cancellable, GError **error)
{
  g_autofree RelanceSelectionDone *done = g_new0 (RelanceSelectionDone, 1);

  done->count = relance_clients_include_many (book, ids, &done->change, error);
  return done->count > 0 ? g_steal_pointer (&done) : NULL;
}

/* A RelanceUseCase. */
static gpointer
archive (RelanceBook *book, gpointer ids, GCancellable *cancellable, GError **error)
{
  g_autofree RelanceSelectionDone *done = g_new0 (RelanceSelectionDone, 1);

  done->count = relance_clients_archive_many (book, ids, TRUE, &done->change, error);
  return done->count > 0 ? g_steal_pointer (&done) : NULL;
}

/* A RelanceUseCase. */
static gpointer
bring_back (RelanceBook *book, gpointer ids, GCancellable *cancellable, GError **error)
{
  g_autofree RelanceSelectionDone *done = g_new0 (RelanceSelectionDone, 1);

  done->count = relance_clients_archive_many (book, ids, FALSE, &done->change, error);
  return done->count > 0 ? g_steal_pointer (&done) : NULL;
}

/* A RelanceUseCase. Returns the clients, as they are now. */
static gpointer
load (RelanceBook *book, gpointer data, GCancellable *cancellable, GError **error)
{
  GArray *ids = data;
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      RelanceClient *client = relance_clients_get (book, g_array_index (ids, gint64, i), error);

      if (client == NULL)
        return NULL;
      g_ptr_array_add (clients, client);
    }
  return g_steal_pointer (&clients);
}

static char *
say_included (int count)
{
  /* Translators: %d is how many clients. */
  return g_strdup_printf (
    ngettext ("%d client gets reminders again", "%d clients get reminders again", count), count);
}

static char *
say_archived (int count)
{
  /* Translators: %d is how many clients. */
  return g_strdup_printf (ngettext ("%d client archived", "%d clients archived", count), count);
}

static char *
say_brought_back (int count)
{
  /* Translators: %d is how many clients. */
  return g_strdup_printf (
    ngettext ("%d client is in the list again", "%d clients are in the list again", count), count);
}

static char *
say_exported (int count)
{
  /* Translators: %d is how many clients were written to a file. */
  return g_strdup_printf (ngettext ("%d client exported", "%d clients exported", count), count);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (clients == NULL)
    relance_selection_tell (page, NULL, NULL, error);
  else
    adw_dialog_present (relance_merge_dialog_new_for_two (RELANCE_DESK (source), clients->pdata[0],
                                                          clients->pdata[1]),
                        page);
}

/* Puts them into the clipboard as a table of text. */
void
relance_client_selection_copy (GtkWidget *page, RelanceDesk *desk, GArray *ids)
{
  relance_selection_copy (page, desk, ids, make_text);
}

/* Asks why, and until when. */
void
relance_client_selection_exclude (GtkWidget *page, RelanceDesk *desk, GArray *ids)
{
  if (ids->len > 0)
    adw_dialog_present (relance_exclusion_dialog_new_for_many (desk, ids), page);
}

void
relance_client_selection_include (GtkWidget *page, RelanceDesk *desk, GArray *ids)
{
  relance_selection_run (page, desk, ids, include, say_included);
}

void
relance_client_selection_archive (GtkWidget *page, RelanceDesk *desk, GArray *ids)
{
  relance_selection_run (page, desk, ids, archive, say_archived);
}

void
relance_client_selection_bring_back (GtkWidget *page, RelanceDesk *desk, GArray *ids)
{
  relance_selection_run (page, desk, ids, bring_back, say_brought_back);
}

/* Two of them: asks which one stays. */
void
relance_client_selection_merge (GtkWidget *page, RelanceDesk *desk, GArray *ids)
{
  if (ids->len == 2)
    relance_desk_run_async (desk, RELANCE_LANE_BOOK, load, g_array_ref (ids),
                            (GDestroyNotify) g_array_unref, (GDestroyNotify) g_ptr_array_unref,
                            NULL, loaded_cb, g_object_ref (page));
}

/* Asks for a file, and writes the whole list there. */
void
relance_client_selection_export (GtkWidget *page,
                                 RelanceDesk *desk,
                                 const RelanceClientQuery *query)
{
  const RelanceExportOrder order = { .clients = query };

  relance_selection_export (page, desk, &order, _ ("clients.csv"), say_exported);
}
