/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-import.h"

#include "relance-identifiers.h"
#include "relance-statement.h"

static void
free_known_client (gpointer data)
{
  RelanceStoreKnownClient *client = data;

  g_free (client->name_key);
  g_free (client->siren);
  g_free (client->vat);
  g_free (client->code);
  g_free (client->terms);
  g_free (client);
}

static RelanceStoreKnownClient *
read_known_client (RelanceStatement *statement)
{
  RelanceStoreKnownClient *client = g_new0 (RelanceStoreKnownClient, 1);

  client->id = relance_statement_get_int (statement, 0);
  client->name_key = g_strdup (relance_statement_get_text (statement, 1));
  client->siren = g_strdup (relance_statement_get_text (statement, 2));
  if (client->siren == NULL && !relance_statement_is_null (statement, 3))
    client->siren = relance_siren_from_siret (relance_statement_get_text (statement, 3));
  client->vat = g_strdup (relance_statement_get_text (statement, 4));
  client->code = g_strdup (relance_statement_get_text (statement, 5));
  client->terms = g_strdup (relance_statement_get_text (statement, 6));

  return client;
}

/* 0 stands for what was not said. */
static void
bind_code (RelanceStatement *statement, int index, gint64 code)
{
  if (code != 0)
    relance_statement_bind_int (statement, index, code);
  else
    relance_statement_bind_null (statement, index);
}

static gboolean
answer_flag (RelanceStatement *statement, gboolean *flag, GError **error)
{
  gboolean row;

  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *flag = relance_statement_get_int (statement, 0) != 0;

  return TRUE;
}

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
 * relance_store_list_known_clients:
 *
 * Returns: (transfer full) (element-type RelanceStoreKnownClient): every client, the oldest first;
 *   then, under the id of the one that took its place, every one that was merged
 */
GPtrArray *
relance_store_list_known_clients (RelanceStore *self, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "import-clients", error);
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func (free_known_client);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&clients);
      g_ptr_array_add (clients, read_known_client (statement));
    }

  return NULL;
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
  const char *due_source;
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
  invoice->type = (int) relance_statement_get_int (statement, 8);
  invoice->means = (int) relance_statement_get_int (statement, 9);
  due_source = relance_statement_get_text (statement, 10);
  g_strlcpy (invoice->due_source, due_source != NULL ? due_source : "", sizeof invoice->due_source);
  invoice->has_reference = relance_statement_get_int (statement, 11) != 0;
  invoice->has_corrects = relance_statement_get_int (statement, 12) != 0;
  invoice->paid = relance_statement_get_int (statement, 13);
  invoice->received = relance_statement_get_int (statement, 14);

  return TRUE;
}

/**
 * relance_store_find_import_note:
 * @note: (out caller-allocates): the client's credit note of that number: id, total and
 *   currency; its id is 0 when there is none
 */
gboolean
relance_store_find_import_note (RelanceStore *self,
                                gint64 client_id,
                                const char *number,
                                RelanceStoreInvoice *note,
                                GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "import-credit-note", error);
  gboolean row;

  *note = (RelanceStoreInvoice) { 0 };
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  relance_statement_bind_static (statement, 2, number);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  note->id = relance_statement_get_int (statement, 0);
  note->total = relance_statement_get_int (statement, 1);
  g_strlcpy (note->currency, relance_statement_get_text (statement, 2), sizeof note->currency);

  return TRUE;
}

static void
free_loose_note (gpointer data)
{
  RelanceStoreLooseNote *note = data;

  g_free (note->reference);
  g_free (note);
}

/**
 * relance_store_list_loose_notes:
 * @client_id: only those of that client, or 0 for all
 *
 * Returns: (transfer full) (element-type RelanceStoreLooseNote): the credit notes that say which
 *   invoice they credit and are not used up, those of a client together, the oldest first
 */
GPtrArray *
relance_store_list_loose_notes (RelanceStore *self, gint64 client_id, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "import-loose-notes", error);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (free_loose_note);
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, client_id);
  relance_statement_bind_int (statement, 2, client_id != 0 ? client_id : G_MAXINT64);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceStoreLooseNote *note;

      if (!row)
        return g_steal_pointer (&notes);
      note = g_new0 (RelanceStoreLooseNote, 1);
      note->id = relance_statement_get_int (statement, 0);
      note->client_id = relance_statement_get_int (statement, 1);
      note->reference = g_strdup (relance_statement_get_text (statement, 2));
      g_ptr_array_add (notes, note);
    }

  return NULL;
}

/**
 * relance_store_correct_invoice:
 * @correction: what the invoice holds from now on
 *
 * relance_store_revise_invoice() comes first; instalments are for relance_store_update_instalment()
 * and relance_ledger_set_instalments().
 */
gboolean
relance_store_correct_invoice (RelanceStore *self,
                               const RelanceStoreCorrection *correction,
                               GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "import-invoice-update", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, correction->id);
  relance_statement_bind_date (statement, 2, correction->issued);
  relance_statement_bind_int (statement, 3, correction->total);
  relance_statement_bind_static (statement, 4, correction->due_source);
  relance_statement_bind_static (statement, 5, correction->label);
  bind_code (statement, 6, correction->type);
  bind_code (statement, 7, correction->means);
  relance_statement_bind_static (statement, 8, correction->reference);
  relance_statement_bind_static (statement, 9, correction->corrects);

  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_list_instalments:
 *
 * Returns: (transfer full) (element-type RelanceStoreOpenInstalment): those of an invoice, oldest
 *   due first
 */
GArray *
relance_store_list_instalments (RelanceStore *self, gint64 invoice_id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "import-open", error);
  g_autoptr (GArray) instalments = g_array_new (FALSE, FALSE, sizeof (RelanceStoreOpenInstalment));
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, invoice_id);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceStoreOpenInstalment instalment;

      if (!row)
        return g_steal_pointer (&instalments);
      instalment.id = relance_statement_get_int (statement, 0);
      instalment.due = relance_statement_get_date (statement, 1);
      instalment.amount = relance_statement_get_int (statement, 2);
      instalment.balance = relance_statement_get_int (statement, 3);
      g_array_append_val (instalments, instalment);
    }

  return NULL;
}

/**
 * relance_store_is_attached:
 * @sha256: of the content, in lower case figures
 * @invoice_id: an invoice, or 0
 * @payment_id: a credit note, or 0; with neither, whether the document is kept for anything
 */
gboolean
relance_store_is_attached (RelanceStore *self,
                           const char *sha256,
                           gint64 invoice_id,
                           gint64 payment_id,
                           gboolean *attached,
                           GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "import-attached", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, sha256);
  bind_code (statement, 2, invoice_id);
  bind_code (statement, 3, payment_id);

  return answer_flag (statement, attached, error);
}

/**
 * relance_store_has_mappings:
 * @any: (out): whether anything was ever said of the columns of a file
 */
gboolean
relance_store_has_mappings (RelanceStore *self, gboolean *any, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "import-mappings", error);

  return statement != NULL && answer_flag (statement, any, error);
}

/**
 * relance_store_get_mapping:
 * @shape: what tells files of one shape, see services/relance-import-mapping.h
 * @columns: (out) (nullable) (transfer full): what their columns mean, as it was kept
 */
gboolean
relance_store_get_mapping (RelanceStore *self, const char *shape, char **columns, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "import-mapping", error);
  gboolean row;

  *columns = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, shape);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *columns = g_strdup (relance_statement_get_text (statement, 0));

  return TRUE;
}

/**
 * relance_store_keep_mapping:
 * @at: UTC seconds
 */
gboolean
relance_store_keep_mapping (RelanceStore *self,
                            const char *shape,
                            const char *columns,
                            gint64 at,
                            GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "import-mapping-keep", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, shape);
  relance_statement_bind_static (statement, 2, columns);
  relance_statement_bind_int (statement, 3, at);

  return relance_statement_run (statement, NULL, error);
}
