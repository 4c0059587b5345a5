/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-explanation-outlook.h"

#include "relance-money.h"

#include <glib/gi18n-lib.h>

static char *
describe_sums (const RelanceCash *cash, const char *currency)
{
  g_autofree char *low = relance_money_format (cash->all.p10, currency, NULL);
  g_autofree char *middle = relance_money_format (cash->all.p50, currency, NULL);
  g_autofree char *high = relance_money_format (cash->all.p90, currency, NULL);

  /* Translators: three amounts of money */
  return g_strdup_printf (
    _ ("All weeks together, of 1,000 sums from the smallest up: the 100th is %1$s, the 500th %2$s, "
       "the 900th %3$s."),
    low, middle, high);
}

static char *
describe_invoices (int n_open, int n_settled)
{
  /* Translators: %d is a number of invoices */
  g_autofree char *open =
    g_strdup_printf (ngettext ("%d open invoice", "%d open invoices", (gulong) n_open), n_open);
  g_autofree char *settled = g_strdup_printf (
    /* Translators: %d is a number of invoices */
    ngettext ("%d settled invoice.", "%d settled invoices.", (gulong) n_settled), n_settled);

  /* Translators: "9 open invoices", "51 settled invoices." */
  return g_strdup_printf (_ ("%1$s, with what was learned from %2$s"), open, settled);
}

static char *
describe_clients (const RelanceHabitPick *pick)
{
  return g_strdup_printf (
    /* Translators: two numbers of clients */
    ngettext ("Enough is known of %1$d client, too little of %2$d.",
              "Enough is known of %1$d clients, too little of %2$d.", (gulong) pick->known),
    pick->known, pick->too_few);
}

static RelanceExplanation *
explain_pick (const RelanceHabitPick *pick, const char *title, const char *words)
{
  RelanceExplanation *self = g_new0 (RelanceExplanation, 1);

  self->title = g_strdup (title);
  self->words = g_strdup (words);
  self->basis = describe_clients (pick);
  self->note = g_strdup (_ ("Whom you billed nothing for two years is left out."));
  return self;
}

/**
 * relance_explain_expected:
 *
 * Returns: (transfer full) (nullable): how the expected cash is computed; %NULL when nothing is
 *   expected or too little is known for it
 */
RelanceExplanation *
relance_explain_expected (RelanceOutlook *outlook, const char *currency)
{
  const RelanceCash *cash = relance_outlook_get_cash (outlook, currency);
  RelanceExplanation *self;

  if (cash == NULL || outlook->settled < RELANCE_OUTLOOK_ENOUGH)
    return NULL;
  self = g_new0 (RelanceExplanation, 1);
  self->title = g_strdup (_ ("Expected in the Coming Weeks"));
  self->words = g_strdup (_ (
    "Each open invoice is expected when its client usually pays; one that is later than this "
    "client "
    "ever was, when others paid that were as late. With these chances 1,000 futures are drawn. The "
    "bar is the middle one, and the range leaves out the 100 lowest and the 100 highest."));
  self->sum = describe_sums (cash, currency);
  self->basis = describe_invoices (cash->known_count + cash->unknown_count, outlook->settled);
  self->note =
    g_strdup (_ ("The middles of the weeks do not add up to that of all: what does not come in one "
                 "week comes in another."));
  return self;
}

/**
 * relance_explain_slowest:
 *
 * Returns: (transfer full): how the slowest clients are chosen
 */
RelanceExplanation *
relance_explain_slowest (const RelanceHabitPick *pick)
{
  return explain_pick (
    pick, C_ ("clients", "Slowest"),
    _ (
      "Clients with three settled invoices or more who usually pay after the due date, the longest "
      "usual delay first. What is still open counts as at least as late as it is today, by Kaplan "
      "and "
      "Meier’s median, so that silence looks no better than a late payment."));
}

/**
 * relance_explain_reliable:
 *
 * Returns: (transfer full): how the most reliable clients are chosen
 */
RelanceExplanation *
relance_explain_reliable (const RelanceHabitPick *pick)
{
  return explain_pick (
    pick, C_ ("clients", "Most Reliable"),
    _ (
      "Clients with three settled invoices or more who usually pay by the due date and were late "
      "with "
      "one in four at most, the largest share on time first. One more invoice on time and one more "
      "late are added for this, so that a long good record stands before a short perfect one."));
}
