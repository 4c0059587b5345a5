/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-terms-words.h"

#include <glib/gi18n-lib.h>

static char *
name_end_of_month (const RelanceTerms *terms)
{
  if (terms->days == 0)
    return g_strdup (_ ("end of month"));

  /* Translators: terms of payment. %d is a number of days, counted before the month ends. */
  return g_strdup_printf (
    ngettext ("%d day, then end of month", "%d days, then end of month", terms->days), terms->days);
}

static char *
name_day_of_month (const RelanceTerms *terms)
{
  if (terms->days == 0)
    /* Translators: terms of payment. %d is a day of the month, 1 to 31. */
    return g_strdup_printf (_ ("end of month, then day %d"), terms->month_day);

  return g_strdup_printf (
    /* Translators: terms of payment. %1$d is a number of days, %2$d a day of the month, 1 to 31. */
    ngettext ("%1$d day, then end of month, then day %2$d",
              "%1$d days, then end of month, then day %2$d", terms->days),
    terms->days, terms->month_day);
}

/**
 * relance_terms_words_name:
 *
 * Returns: (transfer full) (nullable): the terms in words, in the order in which they are
 *   counted, "30 days, then end of month"; %NULL for none
 */
char *
relance_terms_words_name (const RelanceTerms *terms)
{
  switch (terms->mode)
    {
    case RELANCE_TERMS_RECEIPT:
      return g_strdup (_ ("on receipt"));
    case RELANCE_TERMS_NET:
      /* Translators: terms of payment. %d is a number of days. */
      return g_strdup_printf (ngettext ("%d day", "%d days", terms->days), terms->days);
    case RELANCE_TERMS_NET_EOM:
      return terms->month_day > 0 ? name_day_of_month (terms) : name_end_of_month (terms);
    case RELANCE_TERMS_EOM_NET:
      if (terms->days == 0)
        return name_end_of_month (terms);
      /* Translators: terms of payment. %d is a number of days, counted after the month ends. */
      return g_strdup_printf (
        ngettext ("end of month, then %d day", "end of month, then %d days", terms->days),
        terms->days);
    case RELANCE_TERMS_NONE:
    default:
      return NULL;
    }
}

/**
 * relance_terms_words_explain:
 * @terms: what is agreed
 * @issued: the day of an invoice, real or for example
 *
 * So that nobody is mistaken about which way "end of month" is counted.
 *
 * Returns: (transfer full) (nullable): the terms in words and what they make of that
 *   invoice; %NULL for none
 */
char *
relance_terms_words_explain (const RelanceTerms *terms, RelanceDate issued)
{
  g_autofree char *name = relance_terms_words_name (terms);
  RelanceDate due = relance_terms_get_due (terms, issued);
  g_autofree char *due_text = NULL;
  g_autofree char *issued_text = NULL;

  if (name == NULL || due == RELANCE_DATE_NONE)
    return NULL;
  due_text = relance_date_format (due, NULL);
  issued_text = relance_date_format (issued, NULL);

  /* Translators: terms of payment such as "30 days, then end of month"; the date when an
   * invoice is due; the date when it is issued. */
  return g_strdup_printf (_ ("%s (due on %s for an invoice of %s)"), name, due_text, issued_text);
}
