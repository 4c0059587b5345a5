/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-accounts.h"
#include "relance-desk.h"

G_BEGIN_DECLS

/* Everything the preferences show. */
typedef struct
{
  RelanceBusiness *business;
  GPtrArray       *accounts; /* RelanceAccount */
  GPtrArray       *senders;  /* RelanceSender */
  char            *folder;   /* where mail is saved while there is no account */
} RelancePreferences;

/* An account to add, with the key that goes to the keyring. */
typedef struct
{
  RelanceAccount *account;
  char           *key;
} RelanceAccountOrder;

typedef struct
{
  char *account_id;
  char *to;
} RelanceTestOrder;

/* Each is a RelanceUseCase; the request is named. They answer NULL but for the first. */
gpointer             relance_preferences_load           (RelanceBook          *book,
                                                         gpointer              nothing,
                                                         GCancellable         *cancellable,
                                                         GError              **error);
gpointer             relance_preferences_save_business  (RelanceBook          *book,
                                                         gpointer              business,
                                                         GCancellable         *cancellable,
                                                         GError              **error);
gpointer             relance_preferences_add_sender     (RelanceBook          *book,
                                                         gpointer              sender,
                                                         GCancellable         *cancellable,
                                                         GError              **error);
gpointer             relance_preferences_remove_sender  (RelanceBook          *book,
                                                         gpointer              address,
                                                         GCancellable         *cancellable,
                                                         GError              **error);
gpointer             relance_preferences_add_account    (RelanceBook          *book,
                                                         gpointer              account_order,
                                                         GCancellable         *cancellable,
                                                         GError              **error);
gpointer             relance_preferences_check_account  (RelanceBook          *book,
                                                         gpointer              account_id,
                                                         GCancellable         *cancellable,
                                                         GError              **error);
gpointer             relance_preferences_remove_account (RelanceBook          *book,
                                                         gpointer              account_id,
                                                         GCancellable         *cancellable,
                                                         GError              **error);
gpointer             relance_preferences_send_test      (RelanceBook          *book,
                                                         gpointer              test_order,
                                                         GCancellable         *cancellable,
                                                         GError              **error);

void                 relance_preferences_free           (RelancePreferences   *self);
RelanceAccountOrder *relance_account_order_new          (const char           *provider,
                                                         const char           *base_url,
                                                         const char           *key);
void                 relance_account_order_free         (RelanceAccountOrder  *self);
RelanceTestOrder    *relance_test_order_new             (const char           *account_id,
                                                         const char           *to);
void                 relance_test_order_free            (RelanceTestOrder     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelancePreferences, relance_preferences_free)

G_END_DECLS
