/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-reminders.h"

#include "relance-statement.h"

static void
free_debt (RelanceStoredDebt *debt)
{
  g_free (debt->number);
  g_free (debt->label);
  g_free (debt->excluded);
  g_free (debt);
}

static RelanceStoredDebt *
read_debt (RelanceStatement *statement)
{
  RelanceStoredDebt *debt = g_new0 (RelanceStoredDebt, 1);

  debt->client_id = relance_statement_get_int (statement, 0);
  debt->invoice_id = relance_statement_get_int (statement, 1);
  debt->instalment_id = relance_statement_get_int (statement, 2);
  debt->number = g_strdup (relance_statement_get_text (statement, 3));
  debt->label = g_strdup (relance_statement_get_text (statement, 4));
  g_strlcpy (debt->currency, relance_statement_get_text (statement, 5), sizeof debt->currency);
  debt->issued = relance_statement_get_date (statement, 6);
  debt->total = relance_statement_get_int (statement, 7);
  debt->due = relance_statement_get_date (statement, 8);
  debt->amount = relance_statement_get_int (statement, 9);
  debt->balance = relance_statement_get_int (statement, 10);
  debt->excluded = g_strdup (relance_statement_get_text (statement, 11));
  debt->excluded_until = relance_statement_get_date (statement, 12);
  debt->means = (int) relance_statement_get_int (statement, 13);
  return debt;
}

static GPtrArray *
read_debts (RelanceStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) debts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_debt);
  gboolean row;

  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&debts);
      g_ptr_array_add (debts, read_debt (statement));
    }

  return NULL;
}

/**
 * relance_store_list_debts:
 * @client_id: 0 for all, or for the one of @invoice_id
 * @invoice_id: 0 for all
 * @before: only what was due before that day
 *
 * Returns: (transfer full) (element-type RelanceStoredDebt): what is not settled; the rows
 *   of a client stand together, the oldest first
 */
GPtrArray *
relance_store_list_debts (RelanceStore *self,
                          gint64 client_id,
                          gint64 invoice_id,
                          RelanceDate before,
                          GError **error)
{
  gboolean all = client_id == 0 && invoice_id == 0;
  g_autoptr (RelanceStatement) statement =
    relance_store_prepare (self, all ? "reminders-debts" : "reminders-debts-of-client", error);

  if (statement == NULL)
    return NULL;

  if (!all)
    {
      relance_statement_bind_int (statement, 1, client_id);
      relance_statement_bind_int (statement, 2, invoice_id);
    }
  relance_statement_bind_date (statement, 3, before);
  return read_debts (statement, error);
}

/**
 * relance_store_list_paid:
 * @payment_id: 0 for none
 * @invoice_id: 0 for none
 *
 * Returns: (transfer full) (element-type RelanceStoredDebt): the instalments that the payment went
 *   to, and those of the invoice; settled or not, the oldest first
 */
GPtrArray *
relance_store_list_paid (RelanceStore *self, gint64 payment_id, gint64 invoice_id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "reminders-paid", error);

  if (statement == NULL)
    return NULL;

  relance_statement_bind_int (statement, 1, payment_id);
  relance_statement_bind_int (statement, 2, invoice_id);
  return read_debts (statement, error);
}

static RelanceStoredPayment *
read_payment (RelanceStatement *statement)
{
  RelanceStoredPayment *payment = g_new0 (RelanceStoredPayment, 1);

  payment->id = relance_statement_get_int (statement, 0);
  payment->date = relance_statement_get_date (statement, 1);
  payment->amount = relance_statement_get_int (statement, 2);
  g_strlcpy (payment->currency, relance_statement_get_text (statement, 3),
             sizeof payment->currency);
  payment->means = g_strdup (relance_statement_get_text (statement, 4));
  return payment;
}

/**
 * relance_store_get_last_payment:
 * @invoice_id: the invoice it went to, or 0 for any of the client's
 * @payment: (out) (nullable) (transfer full): %NULL when there is none
 */
gboolean
relance_store_get_last_payment (RelanceStore *self,
                                gint64 client_id,
                                gint64 invoice_id,
                                RelanceStoredPayment **payment,
                                GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "reminders-last-payment", error);
  gboolean row;

  *payment = NULL;
  if (statement == NULL)
    return FALSE;

  relance_statement_bind_int (statement, 1, client_id);
  relance_statement_bind_int (statement, 2, invoice_id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;

  if (row)
    *payment = read_payment (statement);
  return TRUE;
}

void
relance_stored_payment_free (RelanceStoredPayment *payment)
{
  g_free (payment->means);
  g_free (payment);
}

/* The query that looks at the whole book, or the one that asks for a client only. */
static RelanceStatement *
prepare_for_client (RelanceStore *self,
                    const char *all,
                    const char *of_client,
                    gint64 client_id,
                    GError **error)
{
  RelanceStatement *statement =
    relance_store_prepare (self, client_id == 0 ? all : of_client, error);

  if (statement != NULL && client_id != 0)
    relance_statement_bind_int (statement, 1, client_id);
  return statement;
}

/**
 * relance_store_list_last_payments:
 * @client_id: 0 for all
 *
 * Returns: (transfer full) (element-type gint64 RelanceDate): when money last came from each client
 *   who was ever written to, %RELANCE_DATE_NONE for never; the values are packed with
 *   GINT_TO_POINTER()
 */
GHashTable *
relance_store_list_last_payments (RelanceStore *self, gint64 client_id, GError **error)
{
  g_autoptr (RelanceStatement) statement = prepare_for_client (
    self, "reminders-last-payments", "reminders-last-payments-of-client", client_id, error);
  g_autoptr (GHashTable) dates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (relance_statement_step (statement, &row, error))
    {
      gint64 id;

      if (!row)
        return g_steal_pointer (&dates);
      id = relance_statement_get_int (statement, 0);
      g_hash_table_insert (dates, g_memdup2 (&id, sizeof id),
                           GINT_TO_POINTER (relance_statement_get_date (statement, 1)));
    }

  return NULL;
}

static void
free_contact (RelanceStoredContact *contact)
{
  g_array_unref (contact->instalments);
  g_free (contact);
}

static RelanceStoredContact *
read_contact (RelanceStatement *statement)
{
  RelanceStoredContact *contact = g_new0 (RelanceStoredContact, 1);

  contact->client_id = relance_statement_get_int (statement, 0);
  contact->state =
    relance_enum_from_nick (RELANCE_TYPE_MESSAGE_STATE, relance_statement_get_text (statement, 2));
  contact->stage =
    relance_enum_from_nick (RELANCE_TYPE_STAGE, relance_statement_get_text (statement, 3));
  contact->at = relance_statement_get_int (statement, 4);
  contact->instalments = g_array_new (FALSE, FALSE, sizeof (gint64));
  return contact;
}

/**
 * relance_store_list_contacts:
 * @client_id: 0 for all
 *
 * Returns: (transfer full) (element-type RelanceStoredContact): the messages that left or
 *   may leave; those of a client stand together, the oldest first
 */
GPtrArray *
relance_store_list_contacts (RelanceStore *self, gint64 client_id, GError **error)
{
  g_autoptr (RelanceStatement) statement = prepare_for_client (
    self, "reminders-contacts", "reminders-contacts-of-client", client_id, error);
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_contact);
  g_autofree char *message = NULL;
  RelanceStoredContact *contact = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&contacts);

      if (g_set_str (&message, relance_statement_get_text (statement, 1)))
        {
          contact = read_contact (statement);
          g_ptr_array_add (contacts, contact);
        }
      if (!relance_statement_is_null (statement, 5))
        {
          gint64 instalment = relance_statement_get_int (statement, 5);

          g_array_append_val (contact->instalments, instalment);
        }
    }

  return NULL;
}

static RelanceStoredDraft *
read_draft (RelanceStatement *statement, gint64 client_id)
{
  RelanceStoredDraft *draft = g_new0 (RelanceStoredDraft, 1);

  draft->client_id = client_id;
  draft->stage =
    relance_enum_from_nick (RELANCE_TYPE_STAGE, relance_statement_get_text (statement, 0));
  draft->tone =
    relance_enum_from_nick (RELANCE_TYPE_TONE, relance_statement_get_text (statement, 1));
  draft->address =
    relance_enum_from_nick (RELANCE_TYPE_ADDRESS, relance_statement_get_text (statement, 2));
  draft->language =
    relance_enum_from_nick (RELANCE_TYPE_LANGUAGE, relance_statement_get_text (statement, 3));
  draft->subject = g_strdup (relance_statement_get_text (statement, 4));
  draft->text = g_strdup (relance_statement_get_text (statement, 5));
  return draft;
}

/**
 * relance_store_get_draft:
 * @draft: (out) (nullable) (transfer full): %NULL when nothing was kept
 */
gboolean
relance_store_get_draft (RelanceStore *self,
                         gint64 client_id,
                         RelanceStoredDraft **draft,
                         GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "reminders-draft", error);
  gboolean row;

  *draft = NULL;
  if (statement == NULL)
    return FALSE;

  relance_statement_bind_int (statement, 1, client_id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;

  if (row)
    *draft = read_draft (statement, client_id);
  return TRUE;
}

/**
 * relance_store_keep_draft:
 * @now: UTC seconds
 *
 * Keeps @draft in the place of the one that was kept for its client.
 */
gboolean
relance_store_keep_draft (RelanceStore *self,
                          const RelanceStoredDraft *draft,
                          gint64 now,
                          GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "reminders-keep-draft", error);

  if (statement == NULL)
    return FALSE;

  relance_statement_bind_int (statement, 1, draft->client_id);
  relance_statement_bind_static (statement, 2,
                                 relance_enum_to_nick (RELANCE_TYPE_STAGE, draft->stage));
  relance_statement_bind_static (statement, 3,
                                 relance_enum_to_nick (RELANCE_TYPE_TONE, draft->tone));
  relance_statement_bind_static (statement, 4,
                                 relance_enum_to_nick (RELANCE_TYPE_ADDRESS, draft->address));
  relance_statement_bind_static (statement, 5,
                                 relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, draft->language));
  relance_statement_bind_static (statement, 6, draft->subject);
  relance_statement_bind_static (statement, 7, draft->text);
  relance_statement_bind_int (statement, 8, now);
  return relance_statement_run (statement, NULL, error);
}

gboolean
relance_store_forget_draft (RelanceStore *self, gint64 client_id, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "reminders-forget-draft", error);

  if (statement == NULL)
    return FALSE;

  relance_statement_bind_int (statement, 1, client_id);
  return relance_statement_run (statement, NULL, error);
}

void
relance_stored_draft_free (RelanceStoredDraft *draft)
{
  g_free (draft->subject);
  g_free (draft->text);
  g_free (draft);
}
