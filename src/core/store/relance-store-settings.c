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
