/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-late-fees.h"

#include "relance-accounts.h"
#include "relance-clients.h"
#include "relance-rate-tables.h"
#include "relance-store-lowerings.h"

#include <glib/gi18n-lib.h>

/* Where nothing was said, the country most of our users are in. */
#define DEFAULT_COUNTRY "FR"

static void
free_invoice (gpointer data)
{
  RelanceInvoiceFees *invoice = data;

  g_clear_pointer (&invoice->fees, relance_fees_free);
  g_free (invoice->number);
  g_free (invoice);
}

static gboolean
is_said (const char *country)
{
  return country != NULL && *country != '\0';
}

/* A service is under the law of whoever provides it (Regulation (EC) 593/2008, article 4), unless the
 * contract says otherwise. */
static void
pick_country (RelanceLateFees *self, const RelanceBusiness *business)
{
  const char *own = relance_business_get (business, RELANCE_BUSINESS_COUNTRY);
  const char *country = is_said (own) ? own : self->client->country;

  self->is_country_guessed = !is_said (country);
  self->country = g_strdup (is_said (country) ? country : DEFAULT_COUNTRY);
}

static gboolean
check_agreed (const RelanceLateFees *self, GError **error)
{
  if (self->agreed == RELANCE_RATE_NONE || self->rule == RELANCE_FEES_FR_BUSINESS)
    return TRUE;
  g_set_error_literal (
    error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
    _ ("A rate agreed in the contract counts between businesses under French law "
       "only. Nothing was computed."));
  return FALSE;
}

/* What the user says goes before the table, which may wait to be confirmed. */
static void
put_rates (GPtrArray *rates, GPtrArray *own)
{
  for (guint i = 0; i < own->len; i++)
    relance_rates_put (rates, g_ptr_array_index (own, i));
}

static void
add_lowering (RelanceFeesDebt *debt, const RelanceLoweringFact *fact)
{
  RelanceLowering lowering = {
    .date = fact->date,
    .amount = fact->lowered,
    .was_never_owed = fact->kind == RELANCE_PAYMENT_CREDIT_NOTE ||
                      fact->kind == RELANCE_PAYMENT_REPLACEMENT,
  };

  if (fact->kind != 0)
    g_array_append_val (debt->lowerings, lowering);
}

/* @first: (inout): the first fact of an invoice; then that of the next one */
static GPtrArray *
read_debts (GArray *facts, guint *first)
{
  GPtrArray *debts = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_fees_debt_free);
  gint64 invoice_id = g_array_index (facts, RelanceLoweringFact, *first).invoice_id;
  gint64 instalment_id = 0;

  for (; *first < facts->len; (*first)++)
    {
      const RelanceLoweringFact *fact = &g_array_index (facts, RelanceLoweringFact, *first);

      if (fact->invoice_id != invoice_id)
        break;
      if (fact->instalment_id != instalment_id)
        g_ptr_array_add (debts, relance_fees_debt_new (fact->due, fact->amount));
      instalment_id = fact->instalment_id;
      add_lowering (g_ptr_array_index (debts, debts->len - 1), fact);
    }
  return debts;
}

static RelanceInvoiceFees *
compute_invoice (RelanceLateFees *self, GArray *facts, guint *first)
{
  const RelanceLoweringFact *fact = &g_array_index (facts, RelanceLoweringFact, *first);
  const RelanceFeesTerms terms = { self->rule, self->rates, self->agreed };
  RelanceInvoiceFees *invoice = g_new0 (RelanceInvoiceFees, 1);
  g_autoptr (GPtrArray) debts = NULL;

  invoice->id = fact->invoice_id;
  invoice->number = g_strdup (fact->number);
  g_strlcpy (invoice->currency, fact->currency, sizeof invoice->currency);
  debts = read_debts (facts, first);
  invoice->fees = relance_fees_compute (&terms, debts, invoice->currency, self->until);
  return invoice;
}

static RelanceFeesTotal *
get_total (RelanceLateFees *self, const char *currency)
{
  RelanceFeesTotal added = { .is_interest_known = TRUE, .is_fixed_known = TRUE };

  for (guint i = 0; i < self->totals->len; i++)
    {
      RelanceFeesTotal *total = &g_array_index (self->totals, RelanceFeesTotal, i);

      if (g_str_equal (total->currency, currency))
        return total;
    }
  g_strlcpy (added.currency, currency, sizeof added.currency);
  g_array_append_val (self->totals, added);
  return &g_array_index (self->totals, RelanceFeesTotal, self->totals->len - 1);
}

static void
add_up (RelanceLateFees *self, const RelanceInvoiceFees *invoice)
{
  const RelanceFees *fees = invoice->fees;
  RelanceFeesTotal *total;

  if (fees->lines->len == 0)
    return;
  total = get_total (self, invoice->currency);
  total->interest += fees->interest;
  total->is_interest_known = total->is_interest_known && fees->missing->len == 0;
  total = get_total (self, fees->fixed_currency);
  total->fixed += fees->fixed;
  total->is_fixed_known = total->is_fixed_known && fees->is_fixed_known;
}

static gboolean
compute (RelanceLateFees *self, RelanceBook *book, gint64 invoice_id, GError **error)
{
  g_autoptr (GArray) facts = relance_store_list_lowerings (relance_book_get_store (book),
                                                           self->client->id, invoice_id, error);
  guint next = 0;

  if (facts == NULL)
    return FALSE;
  while (next < facts->len)
    {
      RelanceInvoiceFees *invoice = compute_invoice (self, facts, &next);

      add_up (self, invoice);
      if (invoice_id != 0 || invoice->fees->lines->len > 0)
        g_ptr_array_add (self->invoices, invoice);
      else
        free_invoice (invoice);
    }
  return TRUE;
}

/**
 * relance_late_fees_load:
 *
 * Computes what a client owes for paying late, of what is open and of what was paid in the end. The
 * law is that of the user's own country, else of the client's.
 *
 * Returns: (transfer full): or %NULL with %RELANCE_SERVICE_ERROR_NOT_FOUND, with
 *   %RELANCE_SERVICE_ERROR_INVALID where no rate can be agreed, or an error of the store
 */
RelanceLateFees *
relance_late_fees_load (RelanceBook *book, const RelanceLateFeesRequest *request, GError **error)
{
  g_autoptr (RelanceLateFees) self = g_new0 (RelanceLateFees, 1);
  g_autoptr (RelanceBusiness) business = relance_business_load (book, error);

  if (business == NULL)
    return NULL;
  self->client = relance_clients_get (book, request->client_id, error);
  if (self->client == NULL)
    return NULL;
  pick_country (self, business);
  self->rule = relance_fees_pick_rule (self->country, self->client->kind);
  self->agreed = request->agreed;
  self->until = request->until;
  if (!check_agreed (self, error))
    return NULL;
  self->rates = relance_rate_tables_load (self->country);
  put_rates (self->rates, request->rates);
  self->invoices = g_ptr_array_new_with_free_func (free_invoice);
  self->totals = g_array_new (FALSE, FALSE, sizeof (RelanceFeesTotal));
  return compute (self, book, request->invoice_id, error) ? g_steal_pointer (&self) : NULL;
}

void
relance_late_fees_free (RelanceLateFees *self)
{
  g_clear_object (&self->client);
  g_clear_pointer (&self->country, g_free);
  g_clear_pointer (&self->rates, g_ptr_array_unref);
  g_clear_pointer (&self->invoices, g_ptr_array_unref);
  g_clear_pointer (&self->totals, g_array_unref);
  g_free (self);
}

/**
 * relance_late_fees_is_complete:
 *
 * Returns: whether nothing is missing to say what is owed: the law, a rate, or the sum for an
 *   invoice in another currency
 */
gboolean
relance_late_fees_is_complete (const RelanceLateFees *self)
{
  if (self->rule == RELANCE_FEES_UNKNOWN)
    return FALSE;
  for (guint i = 0; i < self->totals->len; i++)
    {
      const RelanceFeesTotal *total = &g_array_index (self->totals, RelanceFeesTotal, i);

      if (!total->is_interest_known || !total->is_fixed_known)
        return FALSE;
    }
  return TRUE;
}
