/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-invoices.h"

#include "relance-statement.h"
#include "relance-store-private.h"

static const char *
get_punctuality (RelanceInvoiceFilter filter)
{
  switch (filter)
    {
    case RELANCE_INVOICES_SETTLED_ON_TIME:
      return "on-time";
    case RELANCE_INVOICES_SETTLED_LATE:
      return "late";
    case RELANCE_INVOICES_OPEN_LATE:
      return "open-late";
    default:
      return "";
    }
}

static const char *
get_sort_word (RelanceInvoiceSort sort)
{
  switch (sort)
    {
    case RELANCE_INVOICE_SORT_NUMBER:
      return "number";
    case RELANCE_INVOICE_SORT_CLIENT:
      return "client";
    case RELANCE_INVOICE_SORT_LABEL:
      return "label";
    case RELANCE_INVOICE_SORT_ISSUED:
      return "issued";
    case RELANCE_INVOICE_SORT_TOTAL:
      return "total";
    case RELANCE_INVOICE_SORT_BALANCE:
      return "balance";
    case RELANCE_INVOICE_SORT_STATE:
      return "state";
    case RELANCE_INVOICE_SORT_DUE:
    default:
      return "due";
    }
}

static void
bind_amount (RelanceStatement *statement, int index, gint64 amount)
{
  if (amount != RELANCE_AMOUNT_ANY)
    relance_statement_bind_int (statement, index, amount);
}

void
relance_store_bind_invoice_query (RelanceStatement *statement,
                                  const RelanceInvoiceQuery *query,
                                  RelanceDate today)
{
  relance_statement_bind_int (statement, 1, relance_invoice_query_get_states (query));
  relance_statement_bind_int (statement, 2, query->client_id);
  relance_statement_bind_static (statement, 3, query->currency);
  relance_statement_bind_static (statement, 4, query->search);
  relance_statement_bind_date (statement, 5, query->due_from);
  relance_statement_bind_date (statement, 6, query->due_to);
  relance_statement_bind_date (statement, 7, query->issued_from);
  relance_statement_bind_date (statement, 8, query->issued_to);
  bind_amount (statement, 9, query->amount_from);
  bind_amount (statement, 10, query->amount_to);
  relance_statement_bind_static (statement, 11, get_punctuality (query->filter));
  relance_statement_bind_date (statement, 12, today);
}

static void
derive_state (RelanceInvoice *invoice, RelanceDate today)
{
  if (invoice->balance <= 0)
    invoice->state = invoice->written_off > 0 ? RELANCE_INVOICE_WRITTEN_OFF : RELANCE_INVOICE_PAID;
  else if (invoice->due < today)
    invoice->state = RELANCE_INVOICE_OVERDUE;
  else
    invoice->state = RELANCE_INVOICE_OPEN;
  invoice->days_late = invoice->state == RELANCE_INVOICE_OVERDUE ? today - invoice->due : 0;
}

static RelanceInvoice *
read_invoice (RelanceStatement *statement, RelanceDate today)
{
  RelanceInvoice *invoice = relance_invoice_new ();

  invoice->id = relance_statement_get_int (statement, 0);
  invoice->client_id = relance_statement_get_int (statement, 1);
  invoice->client_name = g_strdup (relance_statement_get_text (statement, 2));
  invoice->number = g_strdup (relance_statement_get_text (statement, 3));
  invoice->issued = relance_statement_get_date (statement, 4);
  invoice->due = relance_statement_get_date (statement, 5);
  g_strlcpy (invoice->currency, relance_statement_get_text (statement, 6),
             sizeof invoice->currency);
  invoice->total = relance_statement_get_int (statement, 7);
  invoice->balance = MAX (relance_statement_get_int (statement, 8), 0);
  invoice->label = g_strdup (relance_statement_get_text (statement, 9));
  invoice->written_off = relance_statement_get_int (statement, 10);
  invoice->type = (int) relance_statement_get_int (statement, 11);
  invoice->means = (int) relance_statement_get_int (statement, 12);
  invoice->due_source = g_strdup (relance_statement_get_text (statement, 13));
  invoice->reference = g_strdup (relance_statement_get_text (statement, 14));
  invoice->corrects = g_strdup (relance_statement_get_text (statement, 15));
  invoice->excluded = g_strdup (relance_statement_get_text (statement, 16));
  invoice->excluded_until = relance_statement_get_date (statement, 17);
  derive_state (invoice, today);
  return invoice;
}

static RelanceInvoice *
read_credit_note (RelanceStatement *statement)
{
  RelanceInvoice *row = relance_invoice_new ();

  row->id = relance_statement_get_int (statement, 0);
  row->client_id = relance_statement_get_int (statement, 1);
  row->client_name = g_strdup (relance_statement_get_text (statement, 2));
  row->number = g_strdup (relance_statement_get_text (statement, 3));
  row->issued = relance_statement_get_date (statement, 4);
  row->due = row->issued;
  g_strlcpy (row->currency, relance_statement_get_text (statement, 5), sizeof row->currency);
  row->total = -relance_statement_get_int (statement, 6);
  row->balance = -relance_statement_get_int (statement, 7);
  row->label = g_strdup (relance_statement_get_text (statement, 8));
  row->state = RELANCE_INVOICE_CREDIT_NOTE;
  return row;
}

/* The invoices whose ids a statement answers, as they are in the same reading of the book. */
static GPtrArray *
read_invoices (RelanceStore *self, RelanceStatement *ids, RelanceDate today, GError **error)
{
  g_autoptr (GPtrArray) invoices = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  while (relance_statement_step (ids, &row, error))
    {
      RelanceInvoice *invoice = NULL;

      if (!row)
        return g_steal_pointer (&invoices);
      if (!relance_store_get_invoice (self, relance_statement_get_int (ids, 0), today, &invoice,
                                      error))
        return NULL;
      g_ptr_array_add (invoices, invoice);
    }
  return NULL;
}

static gboolean
read_instalments (RelanceStore *self, RelanceInvoice *invoice, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "invoice-instalments", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, invoice->id);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceInstalment instalment;

      if (!row)
        return TRUE;
      instalment.id = relance_statement_get_int (statement, 0);
      instalment.due = relance_statement_get_date (statement, 1);
      instalment.amount = relance_statement_get_int (statement, 2);
      instalment.balance = MAX (relance_statement_get_int (statement, 3), 0);
      g_array_append_val (invoice->instalments, instalment);
    }
  return FALSE;
}

static gboolean
read_payments (RelanceStore *self, RelanceInvoice *invoice, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "invoice-payments", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, invoice->id);
  while (relance_statement_step (statement, &row, error))
    {
      RelancePayment payment;

      if (!row)
        return TRUE;
      payment.id = relance_statement_get_int (statement, 0);
      payment.date = relance_statement_get_date (statement, 1);
      payment.amount = relance_statement_get_int (statement, 2);
      payment.means = g_strdup (relance_statement_get_text (statement, 3));
      payment.kind = relance_enum_from_nick (RELANCE_TYPE_PAYMENT_KIND,
                                             relance_statement_get_text (statement, 4));
      payment.number = g_strdup (relance_statement_get_text (statement, 5));
      payment.note = g_strdup (relance_statement_get_text (statement, 6));
      payment.whole = relance_statement_get_int (statement, 7);
      payment.elsewhere = relance_statement_get_int (statement, 8) != 0;
      g_array_append_val (invoice->payments, payment);
    }
  return FALSE;
}

/**
 * relance_store_list_invoices:
 * @query: which ones, in what order; its search is folded already
 * @today: the day that tells what is overdue
 *
 * Returns: (transfer full) (element-type RelanceInvoice): one page, without instalments
 *   and payments
 */
GPtrArray *
relance_store_list_invoices (RelanceStore *self,
                             const RelanceInvoiceQuery *query,
                             RelanceDate today,
                             GError **error)
{
  g_autoptr (RelanceStatement) ids = relance_store_prepare (self, "invoice-ids", error);

  if (ids == NULL)
    return NULL;
  relance_store_bind_invoice_query (ids, query, today);
  relance_statement_bind_static (ids, 13, get_sort_word (query->sort));
  relance_statement_bind_int (ids, 14, query->descending);
  relance_statement_bind_int (ids, 15, query->limit);
  relance_statement_bind_int (ids, 16, query->offset);
  return read_invoices (self, ids, today, error);
}

/**
 * relance_store_sum_invoices:
 * @query: which ones; its order, limit and offset do not count
 *
 * Returns: (transfer full) (element-type RelanceInvoiceTotal): by currency, most due first
 */
GArray *
relance_store_sum_invoices (RelanceStore *self,
                            const RelanceInvoiceQuery *query,
                            RelanceDate today,
                            GError **error)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, TRUE, sizeof (RelanceInvoiceTotal));
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "invoice-sums", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_store_bind_invoice_query (statement, query, today);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceInvoiceTotal total = { 0 };

      if (!row)
        return g_steal_pointer (&totals);
      g_strlcpy (total.currency, relance_statement_get_text (statement, 0), sizeof total.currency);
      total.count = (int) relance_statement_get_int (statement, 1);
      total.total = relance_statement_get_int (statement, 2);
      total.balance = relance_statement_get_int (statement, 3);
      g_array_append_val (totals, total);
    }
  return NULL;
}

/**
 * relance_store_get_invoice:
 * @invoice: (out) (nullable) (transfer full): without instalments and payments; %NULL when
 *   the book has no such invoice
 */
gboolean
relance_store_get_invoice (RelanceStore *self,
                           gint64 id,
                           RelanceDate today,
                           RelanceInvoice **invoice,
                           GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "invoice", error);
  gboolean row;

  *invoice = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *invoice = read_invoice (statement, today);
  return TRUE;
}

/**
 * relance_store_get_credit_note:
 * @id: of a payment
 * @credit_note: (out) (nullable) (transfer full): as a row of a list, see #RelanceInvoice; %NULL when
 *   the book has no such credit note
 */
gboolean
relance_store_get_credit_note (RelanceStore *self,
                               gint64 id,
                               RelanceInvoice **credit_note,
                               GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "credit-note", error);
  gboolean row;

  *credit_note = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *credit_note = read_credit_note (statement);
  return TRUE;
}

/**
 * relance_store_fill_invoice:
 *
 * Reads the instalments and the payments of an invoice.
 */
gboolean
relance_store_fill_invoice (RelanceStore *self, RelanceInvoice *invoice, GError **error)
{
  return read_instalments (self, invoice, error) && read_payments (self, invoice, error);
}

/**
 * relance_store_list_invoices_of_number:
 *
 * Returns: (transfer full) (element-type RelanceInvoice): every client's invoice of that
 *   number, by client
 */
GPtrArray *
relance_store_list_invoices_of_number (RelanceStore *self,
                                       const char *number,
                                       RelanceDate today,
                                       GError **error)
{
  g_autoptr (RelanceStatement) ids = relance_store_prepare (self, "invoice-ids-of-number", error);

  if (ids == NULL)
    return NULL;
  relance_statement_bind_text (ids, 1, number);
  return read_invoices (self, ids, today, error);
}

/**
 * relance_store_find_number:
 * @id: (out): the client's invoice of that number, or 0
 */
gboolean
relance_store_find_number (RelanceStore *self,
                           gint64 client_id,
                           const char *number,
                           gint64 *id,
                           GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "invoice-id-of-client", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  relance_statement_bind_text (statement, 2, number);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *id = row ? relance_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/* 0 stands for what was not said. */
static void
bind_code (RelanceStatement *statement, int index, int code)
{
  if (code != 0)
    relance_statement_bind_int (statement, index, code);
  else
    relance_statement_bind_null (statement, index);
}

/* What the document says, as "invoice-add" and "invoice-update" count it. */
static void
bind_invoice (RelanceStatement *statement, RelanceInvoice *invoice)
{
  relance_statement_bind_int (statement, 1, invoice->client_id);
  relance_statement_bind_static (statement, 2, invoice->number);
  relance_statement_bind_date (statement, 3, invoice->issued);
  relance_statement_bind_static (statement, 4, invoice->currency);
  relance_statement_bind_int (statement, 5, invoice->total);
  relance_statement_bind_static (statement, 6, invoice->label);
  bind_code (statement, 7, invoice->type);
  bind_code (statement, 8, invoice->means);
  relance_statement_bind_static (statement, 9, invoice->due_source);
  relance_statement_bind_static (statement, 10, invoice->reference);
  relance_statement_bind_static (statement, 11, invoice->corrects);
}

/**
 * relance_store_add_invoice:
 * @change: the change that adds it
 * @id: (out): its id in the book
 *
 * Adds an invoice with one instalment: its total at its due date.
 */
gboolean
relance_store_add_invoice (RelanceStore *self,
                           RelanceInvoice *invoice,
                           gint64 change,
                           gint64 *id,
                           GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "invoice-add", error);

  if (statement == NULL)
    return FALSE;
  bind_invoice (statement, invoice);
  relance_statement_bind_int (statement, 12, change);
  return relance_statement_run (statement, id, error) &&
         relance_store_add_instalment (self, *id, invoice->due, invoice->total, 0, error);
}

/**
 * relance_store_add_instalment:
 * @amount: minor units of the invoice's currency
 * @change: the change that adds it, or 0 when it comes with its invoice
 */
gboolean
relance_store_add_instalment (RelanceStore *self,
                              gint64 invoice_id,
                              RelanceDate due,
                              gint64 amount,
                              gint64 change,
                              GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "instalment-add", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, invoice_id);
  relance_statement_bind_date (statement, 2, due);
  relance_statement_bind_int (statement, 3, amount);
  if (change != 0)
    relance_statement_bind_int (statement, 4, change);
  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_remove_instalments:
 *
 * Takes the instalments of an invoice out of the book, for others that @change adds. What
 * counts towards them is to be removed first.
 */
gboolean
relance_store_remove_instalments (RelanceStore *self,
                                  gint64 invoice_id,
                                  gint64 change,
                                  GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "instalment-remove-all", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, invoice_id);
  relance_statement_bind_int (statement, 2, change);
  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_update_invoice:
 *
 * Stores what the document says now, but for its instalments;
 * relance_store_revise_invoice() comes first.
 */
gboolean
relance_store_update_invoice (RelanceStore *self, RelanceInvoice *invoice, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "invoice-update", error);

  if (statement == NULL)
    return FALSE;
  bind_invoice (statement, invoice);
  relance_statement_bind_int (statement, 12, invoice->id);
  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_exclude_invoice:
 * @reason: (nullable): why no reminder is to speak of it, %NULL when they may again
 * @until: the last day on which it is left out, or %RELANCE_DATE_NONE
 *
 * relance_store_revise_invoice() comes first.
 */
gboolean
relance_store_exclude_invoice (RelanceStore *self,
                               gint64 id,
                               const char *reason,
                               RelanceDate until,
                               GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "invoice-exclude", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  relance_statement_bind_static (statement, 2, reason);
  if (reason != NULL && until != RELANCE_DATE_NONE)
    relance_statement_bind_date (statement, 3, until);
  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_update_instalment:
 * @amount: minor units; the sum of the instalments stays the invoice's total
 */
gboolean
relance_store_update_instalment (RelanceStore *self,
                                 gint64 id,
                                 RelanceDate due,
                                 gint64 amount,
                                 GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "instalment-update", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_date (statement, 1, due);
  relance_statement_bind_int (statement, 2, amount);
  relance_statement_bind_int (statement, 3, id);
  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_remove_invoice:
 *
 * Takes the invoice out of the book. What was received for it is then a
 * credit of its client.
 */
gboolean
relance_store_remove_invoice (RelanceStore *self, gint64 id, gint64 change, GError **error)
{
  return relance_store_run (self, "invoice-remove", RELANCE_VALUES (id, change), error);
}
