/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-settings.h"

#include "relance-statement.h"

/**
 * relance_store_get_setting:
 * @value: (out) (nullable) (transfer full): %NULL when it was never set
 */
gboolean
relance_store_get_setting (RelanceStore *self, const char *key, char **value, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "setting-get", error);
  gboolean row;

  *value = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_text (statement, 1, key);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *value = g_strdup (relance_statement_get_text (statement, 0));
  return TRUE;
}

/**
 * relance_store_set_setting:
 *
 * Sets a value that lasts, at once or with the transaction that is open.
 */
gboolean
relance_store_set_setting (RelanceStore *self, const char *key, const char *value, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "setting-set", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_text (statement, 1, key);
  relance_statement_bind_text (statement, 2, value);
  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_remove_setting:
 *
 * Makes a setting as if it had never been set, at once or with the transaction that is open.
 */
gboolean
relance_store_remove_setting (RelanceStore *self, const char *key, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "setting-remove", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_text (statement, 1, key);
  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_list_settings:
 * @prefix: what their keys start with
 *
 * Returns: (transfer full) (element-type utf8 utf8): the settings, by what follows @prefix
 */
GHashTable *
relance_store_list_settings (RelanceStore *self, const char *prefix, GError **error)
{
  g_autoptr (GHashTable) settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "settings-of", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_text (statement, 1, prefix);
  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&settings);
      g_hash_table_insert (settings, g_strdup (relance_statement_get_text (statement, 0)),
                           g_strdup (relance_statement_get_text (statement, 1)));
    }
  return NULL;
}
