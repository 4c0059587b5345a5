/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-preferences-work.h"

#include <string.h>

static char *
dup_folder (RelanceBook *book, GPtrArray *accounts)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      RelanceAccount *account = g_ptr_array_index (accounts, i);

      if (g_str_equal (account->provider, "folder"))
        return g_strdup (account->base_url);
    }
  return relance_accounts_dup_default_folder (book);
}

gpointer
relance_preferences_load (RelanceBook *book,
                          gpointer nothing,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (RelancePreferences) self = g_new0 (RelancePreferences, 1);

  self->business = relance_business_load (book, error);
  if (!self->business)
    return NULL;

  self->accounts = relance_accounts_list (book, error);
  if (!self->accounts)
    return NULL;

  self->senders = relance_senders_list (book, error);
  if (!self->senders)
    return NULL;

  self->folder = dup_folder (book, self->accounts);
  return g_steal_pointer (&self);
}

gpointer
relance_preferences_save_business (RelanceBook *book,
                                   gpointer business,
                                   GCancellable *cancellable,
                                   GError **error)
{
  relance_business_save (book, business, error);
  return NULL;
}

gpointer
relance_preferences_add_sender (RelanceBook *book,
                                gpointer sender,
                                GCancellable *cancellable,
                                GError **error)
{
  relance_senders_add (book, sender, error);
  return NULL;
}

gpointer
relance_preferences_remove_sender (RelanceBook *book,
                                   gpointer address,
                                   GCancellable *cancellable,
                                   GError **error)
{
  relance_senders_remove (book, address, error);
  return NULL;
}

gpointer
relance_preferences_add_account (RelanceBook *book,
                                 gpointer account_order,
                                 GCancellable *cancellable,
                                 GError **error)
{
  RelanceAccountOrder *order = account_order;

  relance_accounts_add (book, order->account, order->key, TRUE, cancellable, error);
  return NULL;
}

gpointer
relance_preferences_check_account (RelanceBook *book,
                                   gpointer account_id,
                                   GCancellable *cancellable,
                                   GError **error)
{
  relance_accounts_check (book, account_id, cancellable, error);
  return NULL;
}

gpointer
relance_preferences_remove_account (RelanceBook *book,
                                    gpointer account_id,
                                    GCancellable *cancellable,
                                    GError **error)
{
  relance_accounts_remove (book, account_id, error);
  return NULL;
}

gpointer
relance_preferences_send_test (RelanceBook *book,
                               gpointer test_order,
                               GCancellable *cancellable,
                               GError **error)
{
  RelanceTestOrder *order = test_order;

  relance_accounts_send_test (book, order->account_id, order->to, cancellable, error);
  return NULL;
}

void
relance_preferences_free (RelancePreferences *self)
{
  g_clear_pointer (&self->business, relance_business_free);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->senders, g_ptr_array_unref);
  g_free (self->folder);
  g_free (self);
}

/**
 * relance_account_order_new:
 * @base_url: where the provider is; empty for its usual address
 */
RelanceAccountOrder *
relance_account_order_new (const char *provider, const char *base_url, const char *key)
{
  RelanceAccountOrder *self = g_new0 (RelanceAccountOrder, 1);

  self->account = relance_account_new (provider);
  if (*base_url)
    g_set_str (&self->account->base_url, base_url);
  self->key = g_strdup (key);
  return self;
}

void
relance_account_order_free (RelanceAccountOrder *self)
{
  /* A key stays in memory no longer than it must. */
  explicit_bzero (self->key, strlen (self->key));
  g_free (self->key);
  g_clear_object (&self->account);
  g_free (self);
}

RelanceTestOrder *
relance_test_order_new (const char *account_id, const char *to)
{
  RelanceTestOrder *self = g_new0 (RelanceTestOrder, 1);

  self->account_id = g_strdup (account_id);
  self->to = g_strdup (to);
  return self;
}

void
relance_test_order_free (RelanceTestOrder *self)
{
  g_free (self->account_id);
  g_free (self->to);
  g_free (self);
}
