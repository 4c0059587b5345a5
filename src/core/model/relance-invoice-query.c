/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-invoice-query.h"

/**
 * relance_invoice_query_new:
 *
 * Returns: (transfer full): every invoice, the earliest due first
 */
RelanceInvoiceQuery *
relance_invoice_query_new (void)
{
  RelanceInvoiceQuery *self = g_new0 (RelanceInvoiceQuery, 1);

  self->filter = RELANCE_INVOICES_ALL;
  self->due_from = RELANCE_DATE_NONE;
  self->due_to = RELANCE_DATE_NONE;
  self->sort = RELANCE_INVOICE_SORT_DUE;
  self->limit = -1;

  return self;
}

/**
 * relance_invoice_query_copy:
 *
 * Returns: (transfer full): a query of its own that asks the same
 */
RelanceInvoiceQuery *
relance_invoice_query_copy (const RelanceInvoiceQuery *self)
{
  RelanceInvoiceQuery *copy = g_memdup2 (self, sizeof *self);

  copy->search = g_strdup (self->search);

  return copy;
}

void
relance_invoice_query_free (RelanceInvoiceQuery *self)
{
  g_free (self->search);
  g_free (self);
}
