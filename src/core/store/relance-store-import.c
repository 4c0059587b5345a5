/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-import.h"

#include "relance-statement.h"
#include "relance-store-invoices.h"

/**
 * relance_store_get_last_change:
 * @change: (out): the id of the last change, 0 before the first
 *
 * As long as it is the same, no client, invoice or payment has changed.
 */
gboolean
relance_store_get_last_change (RelanceStore *self, gint64 *change, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "import-last-change", error);
  gboolean row;

  if (statement == NULL || !relance_statement_step (statement, &row, error))
    return FALSE;
  *change = relance_statement_get_int (statement, 0);

  return TRUE;
}

/**
 * relance_store_find_import_client:
 * @name_key: a folded name
 * @id: (out): the client, or 0
 * @email: (out) (nullable) (transfer full): its address
 */
gboolean
relance_store_find_import_client (RelanceStore *self,
                                  const char *name_key,
                                  gint64 *id,
                                  char **email,
                                  GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "import-client", error);
  gboolean row;

  *id = 0;
  *email = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, name_key);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      *id = relance_statement_get_int (statement, 0);
      *email = g_strdup (relance_statement_get_text (statement, 1));
    }

  return TRUE;
}

/**
 * relance_store_set_client_email:
 *
 * Gives a client an address; relance_store_revise_client() comes first.
 */
gboolean
relance_store_set_client_email (RelanceStore *self,
                                gint64 client_id,
                                const char *email,
                                GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "import-client-email", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  relance_statement_bind_static (statement, 2, email);

  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_find_import_invoice:
 * @invoice: (out caller-allocates): the client's invoice of that number; its id is 0 when
 *   there is none
 */
gboolean
relance_store_find_import_invoice (RelanceStore *self,
                                   gint64 client_id,
                                   const char *number,
                                   RelanceStoreInvoice *invoice,
                                   GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "import-invoice", error);
  gboolean row;

  *invoice = (RelanceStoreInvoice) { 0 };
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  relance_statement_bind_static (statement, 2, number);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  invoice->id = relance_statement_get_int (statement, 0);
  invoice->issued = relance_statement_get_date (statement, 1);
  g_strlcpy (invoice->currency, relance_statement_get_text (statement, 2),
             sizeof invoice->currency);
  invoice->total = relance_statement_get_int (statement, 3);
  invoice->has_label = relance_statement_get_int (statement, 4) != 0;
  invoice->instalment_id = relance_statement_get_int (statement, 5);
  invoice->due = relance_statement_get_date (statement, 6);
  invoice->n_instalments = (int) relance_statement_get_int (statement, 7);
  invoice->paid = relance_statement_get_int (statement, 8);

  return TRUE;
}

/**
 * relance_store_correct_invoice:
 * @invoice: an invoice with one instalment, and what it holds from now on
 * @label: (nullable): kept only where the invoice has none
 *
 * relance_store_revise_invoice() comes first.
 */
gboolean
relance_store_correct_invoice (RelanceStore *self,
                               const RelanceStoreInvoice *invoice,
                               const char *label,
                               GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "import-invoice-update", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, invoice->id);
  relance_statement_bind_date (statement, 2, invoice->issued);
  relance_statement_bind_int (statement, 3, invoice->total);
  relance_statement_bind_static (statement, 4, label);
  if (!relance_statement_run (statement, NULL, error))
    return FALSE;

  return invoice->n_instalments != 1 ||
         relance_store_update_instalment (self, invoice->instalment_id, invoice->due,
                                          invoice->total, error);
}
