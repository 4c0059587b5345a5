/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-allocation-work.h"

#include "invoices/relance-invoice-work.h"
#include "relance-invoices.h"

/* The oldest open ones: more than anybody chooses among. */
#define MOST_OPEN 100

static void
clear_line (RelanceAllocationLine *line)
{
  g_clear_pointer (&line->number, g_free);
}

static int
compare_due (const RelanceAllocationLine *a, const RelanceAllocationLine *b)
{
  return (a->due > b->due) - (a->due < b->due);
}

static gboolean
has_line (GArray *lines, gint64 invoice_id)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, RelanceAllocationLine, i).invoice_id == invoice_id)
      return TRUE;
  return FALSE;
}

static void
add_line (GArray *lines, RelanceInvoice *invoice, gint64 part)
{
  RelanceAllocationLine line = { .invoice_id = invoice->id,
                                 .number = g_strdup (invoice->number),
                                 .due = invoice->due,
                                 .room = invoice->balance + part,
                                 .part = part };

  g_array_append_val (lines, line);
}

/* What it counts towards already is never left out of sight. */
static gboolean
add_shares (RelanceBook *book, RelanceAllocationFacts *facts, GError **error)
{
  for (guint i = 0; i < facts->received->shares->len; i++)
    {
      const RelanceShare *share = &g_array_index (facts->received->shares, RelanceShare, i);
      g_autoptr (RelanceInvoice) invoice = relance_invoices_get (book, share->invoice_id, error);

      if (invoice == NULL)
        return FALSE;
      add_line (facts->lines, invoice, share->amount);
    }
  return TRUE;
}

static gboolean
add_open (RelanceBook *book, RelanceAllocationFacts *facts, GError **error)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  g_autoptr (GPtrArray) open = NULL;

  query->filter = RELANCE_INVOICES_OPEN;
  query->client_id = facts->received->client_id;
  g_strlcpy (query->currency, facts->received->currency, sizeof query->currency);
  query->sort = RELANCE_INVOICE_SORT_DUE;
  query->limit = MOST_OPEN;
  open = relance_invoices_list (book, query, error);
  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      RelanceInvoice *invoice = open->pdata[i];

      if (!has_line (facts->lines, invoice->id))
        add_line (facts->lines, invoice, 0);
    }
  return open != NULL;
}

static gboolean
add_preferred (RelanceBook *book, RelanceAllocationFacts *facts, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = NULL;

  if (facts->preferred == 0 || has_line (facts->lines, facts->preferred))
    return TRUE;
  invoice = relance_invoices_get (book, facts->preferred, error);
  if (invoice == NULL)
    return FALSE;
  if (invoice->balance > 0)
    add_line (facts->lines, invoice, 0);
  return TRUE;
}

static void
propose (RelanceAllocationFacts *facts)
{
  for (guint i = 0; i < facts->lines->len; i++)
    {
      RelanceAllocationLine *line = &g_array_index (facts->lines, RelanceAllocationLine, i);

      if (line->invoice_id == facts->preferred)
        line->part += MIN (facts->received->credit, line->room - line->part);
    }
}

/* @question: a RelanceAllocationQuestion. Returns: (transfer full): RelanceAllocationFacts. */
gpointer
relance_allocation_work_load (RelanceBook *book,
                              gpointer question,
                              GCancellable *cancellable,
                              GError **error)
{
  const RelanceAllocationQuestion *asked = question;
  g_autoptr (RelanceAllocationFacts) facts = g_new0 (RelanceAllocationFacts, 1);

  facts->preferred = asked->invoice_id;
  facts->lines = g_array_new (FALSE, TRUE, sizeof (RelanceAllocationLine));
  g_array_set_clear_func (facts->lines, (GDestroyNotify) clear_line);
  facts->received = relance_payments_load (book, asked->payment_id, error);
  if (facts->received == NULL || !add_shares (book, facts, error) ||
      !add_open (book, facts, error) || !add_preferred (book, facts, error))
    return NULL;
  g_array_sort (facts->lines, (GCompareFunc) compare_due);
  propose (facts);
  return g_steal_pointer (&facts);
}

/* @request: a RelanceAllocationRequest. Returns: (transfer full): RelanceInvoiceDeed. */
gpointer
relance_allocation_work_save (RelanceBook *book,
                              gpointer request,
                              GCancellable *cancellable,
                              GError **error)
{
  RelanceAllocationRequest *wanted = request;
  gint64 change = 0;
  gint64 id = relance_payments_allocate (book, wanted->payment_id, wanted->shares, &change, error);

  return id != 0 ? relance_invoice_deed_new (id, change) : NULL;
}

void
relance_allocation_facts_free (RelanceAllocationFacts *self)
{
  g_clear_pointer (&self->received, relance_received_free);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}

void
relance_allocation_request_free (RelanceAllocationRequest *self)
{
  g_array_unref (self->shares);
  g_free (self);
}
