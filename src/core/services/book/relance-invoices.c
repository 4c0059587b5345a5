/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-invoices.h"

#include "relance-clean.h"
#include "relance-clients.h"
#include "relance-money.h"
#include "relance-store-changes.h"
#include "relance-store-documents.h"
#include "relance-store-invoices.h"
#include "relance-text.h"
#include "relance-waiting-notes.h"

#include <glib/gi18n-lib.h>

static gboolean
clean_text (char **field, GError **error)
{
  g_autofree char *clean = NULL;

  if (!relance_clean_text (*field, &clean, error))
    return FALSE;
  g_set_str (field, clean);
  return TRUE;
}

/* The gate of the book: a copy with nothing in it that a book cannot hold. */
static RelanceInvoice *
clean_invoice (RelanceInvoice *invoice, GError **error)
{
  g_autoptr (RelanceInvoice) clean = relance_invoice_copy (invoice);
  gboolean fine = clean_text (&clean->number, error) && clean_text (&clean->label, error) &&
                  clean_text (&clean->reference, error) && clean_text (&clean->corrects, error);

  if (!fine)
    return NULL;
  if (clean->number == NULL)
    fine = relance_clean_refuse (error, _ ("An invoice has a number."));
  else if (clean->issued == RELANCE_DATE_NONE || clean->due == RELANCE_DATE_NONE)
    fine = relance_clean_refuse (error, _ ("An invoice has a date of issue and a due date."));
  else if (!relance_money_is_currency (clean->currency))
    fine = relance_clean_refuse (
      error, _ ("This is not a currency. Write its code of three letters, such as EUR."));
  else if (clean->total < 0 || clean->total > RELANCE_MONEY_MAX)
    fine = relance_clean_refuse (error, _ ("The total of an invoice is an amount above zero."));
  return fine ? g_steal_pointer (&clean) : NULL;
}

static gboolean
check_number (RelanceBook *book, RelanceInvoice *invoice, GError **error)
{
  gint64 other = 0;

  if (!relance_store_find_number (relance_book_get_store (book), invoice->client_id,
                                  invoice->number, &other, error))
    return FALSE;
  if (other == 0 || other == invoice->id)
    return TRUE;
  /* Translators: %s is the number of an invoice. */
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_EXISTS,
               _ ("This client already has an invoice %s. Nothing was changed."), invoice->number);
  return FALSE;
}

static gboolean
add_invoice (RelanceBook *book, RelanceInvoice *invoice, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceClient) client = relance_clients_get (book, invoice->client_id, error);

  if (client == NULL || !check_number (book, invoice, error))
    return FALSE;
  if (invoice->total == 0)
    return relance_clean_refuse (error, _ ("The total of an invoice is an amount above zero."));
  return relance_store_add_change (store, relance_book_get_now (book), RELANCE_CHANGE_INVOICE_ADDED,
                                   invoice->number, invoice->client_id, 0, change, error) &&
         relance_store_add_invoice (store, invoice, *change, &invoice->id, error) &&
         relance_waiting_notes_net (store, *change, invoice->client_id, invoice->number,
                                    invoice->id, error);
}

static gboolean
is_same (RelanceInvoice *a, RelanceInvoice *b)
{
  return g_str_equal (a->number, b->number) && a->issued == b->issued && a->due == b->due &&
         g_str_equal (a->currency, b->currency) && a->total == b->total &&
         g_strcmp0 (a->label, b->label) == 0 && a->type == b->type && a->means == b->means &&
         g_strcmp0 (a->due_source, b->due_source) == 0 &&
         g_strcmp0 (a->reference, b->reference) == 0 && g_strcmp0 (a->corrects, b->corrects) == 0;
}

/* What was received stays true whatever is corrected. */
static gboolean
check_edit (RelanceInvoice *stored, RelanceInvoice *invoice, GError **error)
{
  gint64 paid = stored->total - stored->balance;

  if (invoice->client_id != stored->client_id)
    return relance_clean_refuse (
      error, _ ("An invoice stays with its client. Remove it and add it to the other one."));
  if (paid > 0 && !g_str_equal (invoice->currency, stored->currency))
    return relance_clean_refuse (error, _ ("Something was paid in the currency of this invoice. "
                                           "Take the payment back first."));
  if (invoice->total < paid)
    return relance_clean_refuse (
      error, _ ("More than this total was paid already. Take a payment back first."));
  if (invoice->total == 0 && stored->total != 0)
    return relance_clean_refuse (error, _ ("The total of an invoice is an amount above zero."));
  if (stored->instalments->len > 1 &&
      (invoice->total != stored->total || invoice->due != stored->due))
    return relance_clean_refuse (
      error, _ ("This invoice is paid in several instalments: neither its total nor "
                "its due date can be changed."));
  return TRUE;
}

static gboolean
store_edit (RelanceStore *store, RelanceInvoice *stored, RelanceInvoice *invoice, GError **error)
{
  const RelanceInstalment *first = &g_array_index (stored->instalments, RelanceInstalment, 0);

  if (!relance_store_update_invoice (store, invoice, error))
    return FALSE;
  return stored->instalments->len > 1 ||
         relance_store_update_instalment (store, first->id, invoice->due, invoice->total, error);
}

static gboolean
edit_invoice (RelanceBook *book, RelanceInvoice *invoice, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoice) stored = relance_invoices_get (book, invoice->id, error);

  if (stored == NULL || !check_edit (stored, invoice, error) ||
      !check_number (book, invoice, error))
    return FALSE;
  if (is_same (stored, invoice))
    return TRUE;
  return relance_store_add_change (store, relance_book_get_now (book),
                                   RELANCE_CHANGE_INVOICE_EDITED, invoice->number,
                                   stored->client_id, invoice->id, change, error) &&
         relance_store_revise_invoice (store, *change, invoice->id, error) &&
         store_edit (store, stored, invoice, error) &&
         (g_str_equal (stored->number, invoice->number) ||
          relance_waiting_notes_net (store, *change, stored->client_id, invoice->number,
                                     invoice->id, error));
}

static gboolean
remove_invoice (RelanceBook *book, gint64 id, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoice) invoice = relance_invoices_get (book, id, error);

  return invoice != NULL &&
         relance_store_add_change (store, relance_book_get_now (book),
                                   RELANCE_CHANGE_INVOICE_REMOVED, invoice->number,
                                   invoice->client_id, id, change, error) &&
         relance_store_remove_invoice (store, id, *change, error);
}

static RelanceInvoiceQuery *
fold_search (const RelanceInvoiceQuery *query)
{
  RelanceInvoiceQuery *folded = relance_invoice_query_copy (query);

  g_clear_pointer (&folded->search, g_free);
  if (query->search != NULL)
    folded->search = relance_text_fold (query->search);
  if (folded->search != NULL && folded->search[0] == '\0')
    g_clear_pointer (&folded->search, g_free);
  return folded;
}

static char *
list_candidates (GPtrArray *invoices)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < invoices->len; i++)
    {
      RelanceInvoice *invoice = g_ptr_array_index (invoices, i);

      g_strv_builder_take (
        parts, g_strdup_printf ("%" G_GINT64_FORMAT " (%s)", invoice->id, invoice->client_name));
    }
  list = g_strv_builder_end (parts);
  return g_strjoinv (", ", list);
}

static RelanceInvoice *
pick_one (RelanceBook *book, GPtrArray *invoices, const char *reference, GError **error)
{
  g_autofree char *candidates = NULL;

  if (invoices->len == 1)
    return relance_invoices_get (book, ((RelanceInvoice *) g_ptr_array_index (invoices, 0))->id,
                                 error);

  if (invoices->len == 0)
    {
      /* Translators: %s is a number that was typed. */
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                   _ ("There is no invoice “%s”. Nothing was changed."), reference);
      return NULL;
    }
  candidates = list_candidates (invoices);
  /* Translators: the number of an invoice, then a list such as “12 (Client A), 31 (Client B)”. */
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_AMBIGUOUS,
               _ ("Several clients have an invoice %s; say which one by its id: %s."), reference,
               candidates);
  return NULL;
}

/**
 * relance_invoices_list:
 * @query: which ones, in what order, and which page of them
 *
 * Returns: (transfer full) (element-type RelanceInvoice): without instalments and payments
 */
GPtrArray *
relance_invoices_list (RelanceBook *book, const RelanceInvoiceQuery *query, GError **error)
{
  g_autoptr (RelanceInvoiceQuery) folded = fold_search (query);

  return relance_store_list_invoices (relance_book_get_store (book), folded,
                                      relance_book_get_today (book), error);
}

/**
 * relance_invoices_sum:
 * @query: which ones; its order, limit and offset do not count
 *
 * Returns: (transfer full) (element-type RelanceInvoiceTotal): by currency, most due first
 */
GArray *
relance_invoices_sum (RelanceBook *book, const RelanceInvoiceQuery *query, GError **error)
{
  g_autoptr (RelanceInvoiceQuery) folded = fold_search (query);

  return relance_store_sum_invoices (relance_book_get_store (book), folded,
                                     relance_book_get_today (book), error);
}

/**
 * relance_invoices_get:
 *
 * Returns: (transfer full): the invoice with its instalments and payments; %NULL with
 *   %RELANCE_SERVICE_ERROR_NOT_FOUND when the book has none of that id
 */
RelanceInvoice *
relance_invoices_get (RelanceBook *book, gint64 id, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoice) invoice = NULL;

  if (!relance_store_get_invoice (store, id, relance_book_get_today (book), &invoice, error))
    return NULL;
  if (invoice == NULL)
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                           _ ("There is no such invoice. Nothing was changed."));
      return NULL;
    }
  return relance_store_fill_invoice (store, invoice, error) ? g_steal_pointer (&invoice) : NULL;
}

/**
 * relance_invoices_find:
 * @reference: an id, or a number that only one client has
 *
 * An id goes before a number that looks like one.
 *
 * Returns: (transfer full): as relance_invoices_get(); %NULL with
 *   %RELANCE_SERVICE_ERROR_NOT_FOUND or %RELANCE_SERVICE_ERROR_AMBIGUOUS
 */
RelanceInvoice *
relance_invoices_find (RelanceBook *book, const char *reference, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  RelanceDate today = relance_book_get_today (book);
  g_autoptr (RelanceInvoice) invoice = NULL;
  g_autoptr (GPtrArray) invoices = NULL;
  guint64 id = 0;

  g_ascii_string_to_unsigned (reference, 10, 1, G_MAXINT64, &id, NULL);
  if (!relance_store_get_invoice (store, (gint64) id, today, &invoice, error))
    return NULL;
  if (invoice != NULL)
    return relance_invoices_get (book, invoice->id, error);

  invoices = relance_store_list_invoices_of_number (store, reference, today, error);
  return invoices != NULL ? pick_one (book, invoices, reference, error) : NULL;
}

/**
 * relance_invoices_save:
 * @invoice: an invoice, new when its id is 0; its total in minor units and its due date
 *   become its one instalment, which credit notes that waited for its number lower
 * @change: (out) (optional): what to give relance_changes_undo(); 0 when nothing changed
 *
 * Returns: its id; 0 with an error such as %RELANCE_SERVICE_ERROR_EXISTS, and then the
 *   book is as it was
 */
gint64
relance_invoices_save (RelanceBook *book, RelanceInvoice *invoice, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoice) clean = clean_invoice (invoice, error);
  gint64 own_change = 0;
  gboolean done;

  if (clean == NULL || !relance_store_begin (store, error))
    return 0;
  done = clean->id == 0 ? add_invoice (book, clean, &own_change, error)
                        : edit_invoice (book, clean, &own_change, error);
  if (!relance_store_end (store, done, error))
    return 0;
  if (change != NULL)
    *change = own_change;
  return clean->id;
}

static gboolean
type_invoice (RelanceBook *book,
              RelanceInvoice *invoice,
              gint64 document_id,
              gint64 *change,
              GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceDocument) document = NULL;
  gint64 given;

  if (!relance_store_get_attachment (store, document_id, &document, error))
    return FALSE;
  if (document == NULL || document->invoice_id != 0)
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                           _ ("This file no longer waits for an invoice. Nothing was changed."));
      return FALSE;
    }
  return add_invoice (book, invoice, change, error) &&
         relance_store_give_attachment (store, document_id, invoice->id, *change, &given, error) &&
         relance_store_detach (store, document_id, *change, error);
}

/**
 * relance_invoices_type:
 * @invoice: a new invoice, as relance_invoices_save() takes it
 * @document_id: a document that waits for an invoice, and is kept with this one from now on
 * @change: (out) (optional): what to give relance_changes_undo(): the document waits again then
 *
 * Adds the invoice that somebody typed from a PDF.
 *
 * Returns: its id; 0 with an error, and then the book is as it was
 */
gint64
relance_invoices_type (RelanceBook *book,
                       RelanceInvoice *invoice,
                       gint64 document_id,
                       gint64 *change,
                       GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoice) clean = clean_invoice (invoice, error);
  gint64 own_change = 0;

  if (clean == NULL || !relance_store_begin (store, error) ||
      !relance_store_end (store, type_invoice (book, clean, document_id, &own_change, error),
                          error))
    return 0;
  if (change != NULL)
    *change = own_change;
  return clean->id;
}

/**
 * relance_invoices_remove:
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Takes an invoice out of the book. What was received for it stays, as a
 * credit of its client.
 */
gboolean
relance_invoices_remove (RelanceBook *book, gint64 id, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gint64 own_change = 0;

  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, remove_invoice (book, id, &own_change, error), error))
    return FALSE;
  if (change != NULL)
    *change = own_change;
  return TRUE;
}
