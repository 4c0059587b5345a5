/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-business.h"
#include "relance-client.h"
#include "relance-holidays.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

/**
 * RelanceMergePlan:
 * @n_payments: with credit notes
 *
 * What a merge would take along from the client that goes.
 */
typedef struct
{
  int n_invoices;
  int n_payments;
  int n_contacts;
} RelanceMergePlan;

RelanceClient *relance_client_new_for_book (RelanceBook    *book,
                                            const char     *name,
                                            GError        **error);
GPtrArray     *relance_clients_list        (RelanceBook    *book,
                                            const char     *search,
                                            int             limit,
                                            GError        **error);
RelanceClient *relance_clients_get         (RelanceBook    *book,
                                            gint64          id,
                                            GError        **error);
RelanceClient *relance_clients_find        (RelanceBook    *book,
                                            const char     *reference,
                                            GError        **error);
RelanceHolidays relance_client_find_holidays (RelanceClient *client,
                                            const RelanceBusiness *business);
gboolean       relance_clients_set         (RelanceClient  *client,
                                            const char     *key,
                                            const char     *value,
                                            GError        **error);
gint64         relance_clients_save        (RelanceBook    *book,
                                            RelanceClient  *client,
                                            gint64         *change,
                                            GError        **error);
gboolean       relance_clients_remove      (RelanceBook    *book,
                                            gint64          id,
                                            gint64         *change,
                                            GError        **error);
gboolean       relance_clients_plan_merge  (RelanceBook    *book,
                                            gint64          from,
                                            gint64          into,
                                            RelanceMergePlan *plan,
                                            GError        **error);
gboolean       relance_clients_merge       (RelanceBook    *book,
                                            gint64          from,
                                            gint64          into,
                                            gint64         *change,
                                            GError        **error);
gboolean       relance_clients_archive     (RelanceBook    *book,
                                            gint64          id,
                                            gboolean        archived,
                                            gint64         *change,
                                            GError        **error);
gboolean       relance_clients_erase       (RelanceBook    *book,
                                            gint64          id,
                                            GError        **error);
gboolean       relance_contacts_set        (RelanceContact *contact,
                                            const char     *key,
                                            const char     *value,
                                            GError        **error);
gint64         relance_contacts_save       (RelanceBook    *book,
                                            gint64          client_id,
                                            const RelanceContact *contact,
                                            gboolean        for_reminders,
                                            gint64         *change,
                                            GError        **error);
RelanceClient *relance_contacts_get_client (RelanceBook    *book,
                                            gint64          id,
                                            GError        **error);
gboolean       relance_contacts_remove     (RelanceBook    *book,
                                            gint64          id,
                                            gint64         *change,
                                            GError        **error);
GPtrArray     *relance_clients_timeline    (RelanceBook    *book,
                                            gint64          id,
                                            int             limit,
                                            GError        **error);

G_END_DECLS
