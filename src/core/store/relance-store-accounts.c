/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-accounts.h"

#include "relance-statement.h"

static RelanceAccount *
read_account (RelanceStatement *statement)
{
  RelanceAccount *account = relance_account_new (relance_statement_get_text (statement, 1));

  g_set_str (&account->id, relance_statement_get_text (statement, 0));
  account->base_url = g_strdup (relance_statement_get_text (statement, 2));
  account->user = g_strdup (relance_statement_get_text (statement, 3));
  account->state =
    relance_enum_from_nick (RELANCE_TYPE_ACCOUNT_STATE, relance_statement_get_text (statement, 4));
  account->reason = g_strdup (relance_statement_get_text (statement, 5));

  return account;
}

static RelanceSender *
read_sender (RelanceStatement *statement)
{
  RelanceSender *sender = relance_sender_new (relance_statement_get_text (statement, 1),
                                              relance_statement_get_text (statement, 2));

  sender->id = relance_statement_get_int (statement, 0);
  sender->reply_to = g_strdup (relance_statement_get_text (statement, 3));
  sender->account_id = g_strdup (relance_statement_get_text (statement, 4));
  sender->voice =
    relance_enum_from_nick (RELANCE_TYPE_VOICE, relance_statement_get_text (statement, 5));

  return sender;
}

static GPtrArray *
read_all (RelanceStore *self,
          const char *query,
          gpointer (*read) (RelanceStatement *),
          GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&records);
      g_ptr_array_add (records, read (statement));
    }

  return NULL;
}

static gpointer
read_account_record (RelanceStatement *statement)
{
  return read_account (statement);
}

static gpointer
read_sender_record (RelanceStatement *statement)
{
  return read_sender (statement);
}

static gboolean
run_with_id (RelanceStore *self, const char *query, const char *id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, id);

  return relance_statement_run (statement, NULL, error);
}

gboolean
relance_store_add_account (RelanceStore *self, RelanceAccount *account, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "account-add", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, account->id);
  relance_statement_bind_static (statement, 2, account->provider);
  relance_statement_bind_static (statement, 3, account->base_url);
  relance_statement_bind_static (statement, 4, account->user != NULL ? account->user : "");
  relance_statement_bind_static (statement, 5,
                                 relance_enum_to_nick (RELANCE_TYPE_ACCOUNT_STATE, account->state));
  relance_statement_bind_static (statement, 6, account->reason);

  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_list_accounts:
 *
 * Returns: (transfer full) (element-type RelanceAccount): the one to use first on top
 */
GPtrArray *
relance_store_list_accounts (RelanceStore *self, GError **error)
{
  return read_all (self, "account-list", read_account_record, error);
}

/**
 * relance_store_get_account:
 * @account: (out) (nullable) (transfer full): %NULL when there is none, or it was removed
 */
gboolean
relance_store_get_account (RelanceStore *self,
                           const char *id,
                           RelanceAccount **account,
                           GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "account", error);
  gboolean row;

  *account = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *account = read_account (statement);

  return TRUE;
}

/**
 * relance_store_update_account:
 *
 * Keeps its base address, its state and the reason.
 */
gboolean
relance_store_update_account (RelanceStore *self, RelanceAccount *account, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "account-update", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, account->id);
  relance_statement_bind_static (statement, 2, account->base_url);
  relance_statement_bind_static (statement, 3,
                                 relance_enum_to_nick (RELANCE_TYPE_ACCOUNT_STATE, account->state));
  relance_statement_bind_static (statement, 4, account->reason);

  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_remove_account:
 *
 * Within a transaction: the senders that named it name none any more.
 */
gboolean
relance_store_remove_account (RelanceStore *self, const char *id, GError **error)
{
  return run_with_id (self, "account-remove-from-senders", id, error) &&
         run_with_id (self, "account-remove", id, error);
}

/**
 * relance_store_add_sender:
 * @sender: gets its id
 */
gboolean
relance_store_add_sender (RelanceStore *self, RelanceSender *sender, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "sender-add", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, sender->address);
  relance_statement_bind_static (statement, 2, sender->name);
  relance_statement_bind_static (statement, 3, sender->reply_to);
  relance_statement_bind_static (statement, 4, sender->account_id);
  relance_statement_bind_static (statement, 5,
                                 relance_enum_to_nick (RELANCE_TYPE_VOICE, sender->voice));

  return relance_statement_run (statement, &sender->id, error);
}

/**
 * relance_store_list_senders:
 *
 * Returns: (transfer full) (element-type RelanceSender): the first that was added on top
 */
GPtrArray *
relance_store_list_senders (RelanceStore *self, GError **error)
{
  return read_all (self, "sender-list", read_sender_record, error);
}

gboolean
relance_store_remove_sender (RelanceStore *self, gint64 id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "sender-remove", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);

  return relance_statement_run (statement, NULL, error);
}
