/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-work.h"

#include "relance-export.h"

static gpointer
answer (gboolean done, gint64 change)
{
  return done ? g_memdup2 (&change, sizeof change) : NULL;
}

void
relance_contact_request_free (RelanceContactRequest *self)
{
  relance_contact_free (self->contact);
  g_free (self);
}

RelanceClientExport *
relance_client_export_new (gint64 client_id, const char *path)
{
  RelanceClientExport *self = g_new0 (RelanceClientExport, 1);

  self->client_id = client_id;
  self->path = g_strdup (path);
  return self;
}

void
relance_client_export_free (RelanceClientExport *self)
{
  g_free (self->path);
  g_free (self);
}

gpointer
relance_client_work_remove (RelanceBook *book,
                            gpointer client_id,
                            GCancellable *cancellable,
                            GError **error)
{
  gint64 change = 0;
  gboolean done = relance_clients_remove (book, *(gint64 *) client_id, &change, error);

  return answer (done, change);
}

gpointer
relance_client_work_archive (RelanceBook *book,
                             gpointer client_id,
                             GCancellable *cancellable,
                             GError **error)
{
  gint64 change = 0;
  gboolean done = relance_clients_archive (book, *(gint64 *) client_id, TRUE, &change, error);

  return answer (done, change);
}

gpointer
relance_client_work_bring_back (RelanceBook *book,
                                gpointer client_id,
                                GCancellable *cancellable,
                                GError **error)
{
  gint64 change = 0;
  gboolean done = relance_clients_archive (book, *(gint64 *) client_id, FALSE, &change, error);

  return answer (done, change);
}

gpointer
relance_client_work_include (RelanceBook *book,
                             gpointer client_id,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (RelanceClient) client = relance_clients_get (book, *(gint64 *) client_id, error);
  gint64 change = 0;
  gboolean done = client != NULL && relance_clients_set (client, "excluded", "", error) &&
                  relance_clients_save (book, client, &change, error) > 0;

  return answer (done, change);
}

gpointer
relance_client_work_erase (RelanceBook *book,
                           gpointer client_id,
                           GCancellable *cancellable,
                           GError **error)
{
  return answer (relance_clients_erase (book, *(gint64 *) client_id, error), 0);
}

gpointer
relance_client_work_merge (RelanceBook *book,
                           gpointer request,
                           GCancellable *cancellable,
                           GError **error)
{
  const RelanceMergeRequest *merge = request;
  gint64 change = 0;
  gboolean done = relance_clients_merge (book, merge->from, merge->into, &change, error);

  return answer (done, change);
}

gpointer
relance_client_work_save_contact (RelanceBook *book,
                                  gpointer request,
                                  GCancellable *cancellable,
                                  GError **error)
{
  const RelanceContactRequest *contact = request;
  gint64 change = 0;
  gint64 id = relance_contacts_save (book, contact->client_id, contact->contact,
                                     contact->for_reminders, &change, error);

  return answer (id > 0, change);
}

gpointer
relance_client_work_remove_contact (RelanceBook *book,
                                    gpointer contact_id,
                                    GCancellable *cancellable,
                                    GError **error)
{
  gint64 change = 0;
  gboolean done = relance_contacts_remove (book, *(gint64 *) contact_id, &change, error);

  return answer (done, change);
}

gpointer
relance_client_work_export (RelanceBook *book,
                            gpointer request,
                            GCancellable *cancellable,
                            GError **error)
{
  const RelanceClientExport *wanted = request;
  RelanceExportOrder order = {
    .path = wanted->path,
    .form = RELANCE_EXPORT_JSON,
    .client_id = wanted->client_id,
    .replace = TRUE,
  };
  RelanceExportCounts counts = { 0 };

  if (!relance_export_write (book, &order, &counts, cancellable, error))
    return NULL;
  return g_memdup2 (&counts, sizeof counts);
}

gpointer
relance_client_work_plan_merge (RelanceBook *book,
                                gpointer request,
                                GCancellable *cancellable,
                                GError **error)
{
  const RelanceMergeRequest *merge = request;
  RelanceMergePlan plan = { 0 };

  if (!relance_clients_plan_merge (book, merge->from, merge->into, &plan, error))
    return NULL;
  return g_memdup2 (&plan, sizeof plan);
}
