/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-clients.h"
#include "relance-desk.h"

G_BEGIN_DECLS

/**
 * RelanceMergeRequest:
 * @from: the client that goes
 * @into: the client that stays
 */
typedef struct
{
  gint64 from;
  gint64 into;
} RelanceMergeRequest;

/**
 * RelanceContactRequest:
 * @client_id: whose contact it is
 * @contact: a contact, new when its id is 0
 * @for_reminders: whether reminders go to it
 */
typedef struct
{
  gint64          client_id;
  RelanceContact *contact;
  gboolean        for_reminders;
} RelanceContactRequest;

void     relance_contact_request_free (RelanceContactRequest *self);

/* All that is held about one client, and the file that it goes to. */
typedef struct
{
  gint64  client_id;
  char   *path;
} RelanceClientExport;

RelanceClientExport *relance_client_export_new  (gint64               client_id,
                                                 const char          *path);
void                 relance_client_export_free (RelanceClientExport *self);

/* What is done with a client: each is a RelanceUseCase, and returns what Undo takes back as a
 * gint64, 0 where nothing can be taken back. */
gpointer relance_client_work_remove     (RelanceBook   *book,
                                         gpointer       client_id,
                                         GCancellable  *cancellable,
                                         GError       **error);
gpointer relance_client_work_archive    (RelanceBook   *book,
                                         gpointer       client_id,
                                         GCancellable  *cancellable,
                                         GError       **error);
gpointer relance_client_work_bring_back (RelanceBook   *book,
                                         gpointer       client_id,
                                         GCancellable  *cancellable,
                                         GError       **error);
gpointer relance_client_work_include    (RelanceBook   *book,
                                         gpointer       client_id,
                                         GCancellable  *cancellable,
                                         GError       **error);
gpointer relance_client_work_erase      (RelanceBook   *book,
                                         gpointer       client_id,
                                         GCancellable  *cancellable,
                                         GError       **error);
gpointer relance_client_work_merge      (RelanceBook   *book,
                                         gpointer       request,
                                         GCancellable  *cancellable,
                                         GError       **error);
gpointer relance_client_work_save_contact (RelanceBook   *book,
                                           gpointer       request,
                                           GCancellable  *cancellable,
                                           GError       **error);
gpointer relance_client_work_remove_contact (RelanceBook   *book,
                                             gpointer       contact_id,
                                             GCancellable  *cancellable,
                                             GError       **error);

/* A RelanceUseCase: returns RelanceExportCounts. A file that is there is replaced. */
gpointer relance_client_work_export     (RelanceBook   *book,
                                         gpointer       request,
                                         GCancellable  *cancellable,
                                         GError       **error);

/* A RelanceUseCase: returns a RelanceMergePlan. */
gpointer relance_client_work_plan_merge (RelanceBook   *book,
                                         gpointer       request,
                                         GCancellable  *cancellable,
                                         GError       **error);

G_END_DECLS
