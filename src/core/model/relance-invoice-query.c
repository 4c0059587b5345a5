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
  self->issued_from = RELANCE_DATE_NONE;
  self->issued_to = RELANCE_DATE_NONE;
  self->amount_from = RELANCE_AMOUNT_ANY;
  self->amount_to = RELANCE_AMOUNT_ANY;
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

static RelanceInvoiceStates
get_filtered_states (RelanceInvoiceFilter filter)
{
  switch (filter)
    {
    case RELANCE_INVOICES_OPEN:
      return RELANCE_INVOICE_STATES_OPEN | RELANCE_INVOICE_STATES_OVERDUE;
    case RELANCE_INVOICES_OVERDUE:
      return RELANCE_INVOICE_STATES_OVERDUE;
    case RELANCE_INVOICES_PAID:
      return RELANCE_INVOICE_STATES_PAID;
    case RELANCE_INVOICES_ALL:
      return RELANCE_INVOICE_STATES_EVERY;
    default:
      return RELANCE_INVOICE_STATES_EVERY & ~RELANCE_INVOICE_STATES_CREDIT_NOTES;
    }
}

/**
 * relance_invoice_query_get_states:
 *
 * Returns: the kinds of rows that may be listed
 */
RelanceInvoiceStates
relance_invoice_query_get_states (const RelanceInvoiceQuery *self)
{
  RelanceInvoiceStates states = self->states != 0 ? self->states
                                                  : RELANCE_INVOICE_STATES_EVERY &
                                                      ~RELANCE_INVOICE_STATES_CREDIT_NOTES;

  return states & get_filtered_states (self->filter);
}

/**
 * relance_invoice_query_is_narrow:
 *
 * Returns: whether it leaves anything of the book out, credit notes apart
 */
gboolean
relance_invoice_query_is_narrow (const RelanceInvoiceQuery *self)
{
  RelanceInvoiceStates every = RELANCE_INVOICE_STATES_EVERY & ~RELANCE_INVOICE_STATES_CREDIT_NOTES;

  return self->filter != RELANCE_INVOICES_ALL ||
         (relance_invoice_query_get_states (self) & every) != every || self->search != NULL ||
         self->client_id != 0 || self->currency[0] != '\0' || self->due_from != RELANCE_DATE_NONE ||
         self->due_to != RELANCE_DATE_NONE || self->issued_from != RELANCE_DATE_NONE ||
         self->issued_to != RELANCE_DATE_NONE || self->amount_from != RELANCE_AMOUNT_ANY ||
         self->amount_to != RELANCE_AMOUNT_ANY;
}

void
relance_invoice_query_free (RelanceInvoiceQuery *self)
{
  g_free (self->search);
  g_free (self);
}
