/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-chips.h"

#include "relance-money.h"
#include "relance-words.h"

#include <glib/gi18n.h>

static const char *
describe_kind (RelanceInvoiceStates states)
{
  if (states == RELANCE_INVOICE_STATES_WRITTEN_OFF)
    return C_ ("invoices", "Written Off");
  return C_ ("invoices", "Credit Notes");
}

/* @both: with two dates, @since and @until: with one. */
static char *
describe_period (const char *both,
                 const char *since,
                 const char *until,
                 RelanceDate from,
                 RelanceDate to)
{
  g_autofree char *first = from != RELANCE_DATE_NONE ? relance_words_date (from) : NULL;
  g_autofree char *last = to != RELANCE_DATE_NONE ? relance_words_date (to) : NULL;

  if (first != NULL && last != NULL)
    return g_strdup_printf (both, first, last);
  return first != NULL ? g_strdup_printf (since, first) : g_strdup_printf (until, last);
}

static char *
describe_amounts (const RelanceInvoiceQuery *query)
{
  const char *currency = query->currency[0] != '\0' ? query->currency : "EUR";
  g_autofree char *from = relance_money_format_plain (MAX (query->amount_from, 0), currency);
  g_autofree char *to = relance_money_format_plain (MAX (query->amount_to, 0), currency);

  if (query->amount_to == RELANCE_AMOUNT_ANY)
    /* Translators: %s is an amount. */
    return g_strdup_printf (_ ("%s or more"), from);
  if (query->amount_from == RELANCE_AMOUNT_ANY)
    /* Translators: %s is an amount. */
    return g_strdup_printf (_ ("%s or less"), to);
  /* Translators: a range of amounts, from %s to %s. */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static gboolean
has_period (RelanceDate from, RelanceDate to)
{
  return from != RELANCE_DATE_NONE || to != RELANCE_DATE_NONE;
}

static void
add_parts (const RelanceChips *chips, const RelanceInvoiceQuery *query, const char *client)
{
  if (query->states == RELANCE_INVOICE_STATES_WRITTEN_OFF ||
      query->states == RELANCE_INVOICE_STATES_CREDIT_NOTES)
    relance_chips_add (chips, RELANCE_CHIP_KIND, describe_kind (query->states));
  if (query->client_id != 0)
    relance_chips_add (chips, RELANCE_CHIP_CLIENT, client != NULL ? client : _ ("One Client"));
  if (has_period (query->issued_from, query->issued_to))
    /* Translators: %s are dates. */
    relance_chips_take (chips, RELANCE_CHIP_ISSUED,
                        describe_period (_ ("Issued from %s to %s"), _ ("Issued from %s"),
                                         _ ("Issued until %s"), query->issued_from,
                                         query->issued_to));
  if (has_period (query->due_from, query->due_to))
    /* Translators: %s are dates. */
    relance_chips_take (chips, RELANCE_CHIP_DUE,
                        describe_period (_ ("Due from %s to %s"), _ ("Due from %s"),
                                         _ ("Due until %s"), query->due_from, query->due_to));
  if (query->amount_from != RELANCE_AMOUNT_ANY || query->amount_to != RELANCE_AMOUNT_ANY)
    relance_chips_take (chips, RELANCE_CHIP_AMOUNT, describe_amounts (query));
  if (query->currency[0] != '\0')
    relance_chips_add (chips, RELANCE_CHIP_CURRENCY, query->currency);
}

/**
 * relance_invoice_chips_fill:
 * @title: (nullable): a name for all of the query, which then has this one chip
 * @client: (nullable): the name of its client
 * @removed: called when a chip is clicked
 */
void
relance_invoice_chips_fill (AdwWrapBox *box,
                            const RelanceInvoiceQuery *query,
                            const char *title,
                            const char *client,
                            RelanceChipRemoved removed,
                            gpointer user_data)
{
  const RelanceChips chips = { box, removed, user_data };

  relance_chips_clear (&chips);
  if (title != NULL)
    relance_chips_add (&chips, RELANCE_CHIP_TITLE, title);
  else
    add_parts (&chips, query, client);
}

/* Takes away from @query what @chip named. */
void
relance_invoice_chips_remove (RelanceChip chip, RelanceInvoiceQuery *query)
{
  switch (chip)
    {
    case RELANCE_CHIP_KIND:
      query->states = RELANCE_INVOICE_STATES_EVERY;
      break;
    case RELANCE_CHIP_CLIENT:
      query->client_id = 0;
      break;
    case RELANCE_CHIP_ISSUED:
      query->issued_from = query->issued_to = RELANCE_DATE_NONE;
      break;
    case RELANCE_CHIP_DUE:
      query->due_from = query->due_to = RELANCE_DATE_NONE;
      break;
    case RELANCE_CHIP_AMOUNT:
      query->amount_from = query->amount_to = RELANCE_AMOUNT_ANY;
      break;
    case RELANCE_CHIP_CURRENCY:
      query->currency[0] = '\0';
      break;
    case RELANCE_CHIP_TITLE:
    default:
      break;
    }
}
