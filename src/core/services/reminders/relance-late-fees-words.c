/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-late-fees-words.h"

#include "relance-country.h"

#include <glib/gi18n-lib.h>

static char *
name_agreed (int agreed)
{
  g_autofree char *rate = relance_late_fees_words_rate (agreed);

  return g_strdup_printf (
    /* Translators: what late fees are computed by. %s is a rate such as "8.00%". */
    _ ("French law between businesses (Code de commerce, L441-10): %s as agreed, and never less "
       "than three times the legal interest rate, from the day after the due date to the day of "
       "payment; and €40 an invoice."),
    rate);
}

static char *
name_unknown (const char *code)
{
  g_autofree char *country = relance_country_dup_name (code);

  /* Translators: %s is a country. */
  return g_strdup_printf (
    _ ("The law on late payment is not known here (%s): nothing was computed."), country);
}

/**
 * relance_late_fees_words_rate:
 * @rate: as relance-rates.h counts it
 *
 * Returns: (transfer full): "12.15%", with more decimals only where there are
 */
char *
relance_late_fees_words_rate (int rate)
{
  double percent = (double) rate / RELANCE_RATE_PERCENT;

  if (rate % (RELANCE_RATE_PERCENT / 100) == 0)
    /* Translators: a rate a year; French has a no-break space before the sign */
    return g_strdup_printf (C_ ("rate", "%.2f%%"), percent);
  /* Translators: a rate a year; French has a no-break space before the sign */
  return g_strdup_printf (C_ ("rate", "%.4f%%"), percent);
}

/**
 * relance_late_fees_words_rule:
 *
 * Returns: (transfer full): by which law, and how, in a sentence
 */
char *
relance_late_fees_words_rule (const RelanceLateFees *fees)
{
  switch (fees->rule)
    {
    case RELANCE_FEES_FR_BUSINESS:
      if (fees->agreed != RELANCE_RATE_NONE)
        return name_agreed (fees->agreed);
      return g_strdup (
        _ ("French law between businesses (Code de commerce, L441-10): the ECB’s rate at the start "
           "of each half-year plus 10 points, from the day after the due date to the day of "
           "payment; and €40 an invoice."));
    case RELANCE_FEES_FR_PUBLIC:
      return g_strdup (_ (
        "French law on public contracts (Code de la commande publique, R2192-31): the ECB’s rate "
        "of the half-year in which the delay began plus 8 points, for the whole delay; and €40 "
        "an invoice."));
    case RELANCE_FEES_GB:
      return g_strdup (_ (
        "Law of the United Kingdom (Late Payment of Commercial Debts (Interest) Act 1998): the "
        "Bank of England’s rate of the half-year in which the delay began plus 8 points, for the "
        "whole delay; and £40, £70 or £100 an invoice, by its amount."));
    case RELANCE_FEES_NONE:
      return g_strdup (_ ("Late fees are for businesses: none are asked of a consumer."));
    case RELANCE_FEES_UNKNOWN:
    default:
      return name_unknown (fees->country);
    }
}

/**
 * relance_late_fees_words_missing:
 *
 * Returns: (transfer full): which rate is not known, in a sentence
 */
char *
relance_late_fees_words_missing (const RelanceLateFees *fees, const RelanceMissingRate *missing)
{
  g_autofree char *half = relance_date_format (missing->half, NULL);

  if (missing->kind == RELANCE_RATE_LEGAL)
    return g_strdup_printf (
      /* Translators: %s is a date, the first day of a half-year. */
      _ ("The French legal interest rate of the half-year from %s is not known here."), half);
  if (fees->rule == RELANCE_FEES_GB)
    return g_strdup_printf (
      /* Translators: %s is a date, the first day of a half-year. */
      _ ("The Bank of England’s rate for the half-year from %s is not known here."), half);
  /* Translators: %s is a date, the first day of a half-year. */
  return g_strdup_printf (_ ("The ECB’s rate on %s is not known here."), half);
}
