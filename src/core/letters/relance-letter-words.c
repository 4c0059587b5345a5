/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-words.h"

#include <string.h>

/**
 * relance_letter_words_means:
 * @means: (nullable): a means of payment, as the book calls it
 *
 * Returns: (transfer none) (nullable): its name; %NULL when it is not worth a word
 */
const char *
relance_letter_words_means (const char *means, RelanceLanguage language)
{
  static const struct
  {
    const char *means;
    const char *french;
    const char *english;
  } names[] = {
    { "transfer", "virement", "bank transfer" },
    { "cheque", "chèque", "cheque" },
    { "card", "carte bancaire", "card" },
    { "direct-debit", "prélèvement", "direct debit" },
    { "cash", "espèces", "cash" },
  };

  for (gsize i = 0; means != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].means, means) == 0)
      return language == RELANCE_LANGUAGE_FR ? names[i].french : names[i].english;

  return NULL;
}

static char *
name_french_terms (const RelanceTerms *terms)
{
  switch (terms->mode)
    {
    case RELANCE_TERMS_RECEIPT:
      return g_strdup ("à réception de la facture");
    case RELANCE_TERMS_NET:
      return g_strdup_printf ("à %d jours à compter de la date de facture", terms->days);
    case RELANCE_TERMS_NET_EOM:
      if (terms->month_day > 0)
        return g_strdup_printf ("à %d jours fin de mois, le %d du mois suivant", terms->days,
                                terms->month_day);
      return g_strdup_printf ("à %d jours fin de mois", terms->days);
    case RELANCE_TERMS_EOM_NET:
      return g_strdup_printf ("à %d jours après la fin du mois de facturation", terms->days);
    case RELANCE_TERMS_NONE:
    default:
      return NULL;
    }
}

static char *
name_english_terms (const RelanceTerms *terms)
{
  switch (terms->mode)
    {
    case RELANCE_TERMS_RECEIPT:
      return g_strdup ("on receipt of the invoice");
    case RELANCE_TERMS_NET:
      return g_strdup_printf ("within %d days of the invoice date", terms->days);
    case RELANCE_TERMS_NET_EOM:
      if (terms->month_day > 0)
        return g_strdup_printf ("%d days after the invoice date, then on day %d of the next month",
                                terms->days, terms->month_day);
      return g_strdup_printf ("%d days after the invoice date, at the end of that month",
                              terms->days);
    case RELANCE_TERMS_EOM_NET:
      return g_strdup_printf ("%d days after the end of the month of the invoice", terms->days);
    case RELANCE_TERMS_NONE:
    default:
      return NULL;
    }
}

/**
 * relance_letter_words_terms:
 *
 * Returns: (transfer full) (nullable): when invoices are to be paid, to go on from "payable";
 *   %NULL when nothing is agreed
 */
char *
relance_letter_words_terms (const RelanceTerms *terms, RelanceLanguage language)
{
  return language == RELANCE_LANGUAGE_FR ? name_french_terms (terms) : name_english_terms (terms);
}

static char *
format_rate (int rate, RelanceLanguage language)
{
  int hundredth = RELANCE_RATE_PERCENT / 100;
  gboolean is_plain = rate % hundredth == 0;
  g_autofree char *text = g_strdup_printf (
    is_plain ? "%d.%02d" : "%d.%04d", rate / RELANCE_RATE_PERCENT,
    is_plain ? rate % RELANCE_RATE_PERCENT / hundredth : rate % RELANCE_RATE_PERCENT);

  if (language != RELANCE_LANGUAGE_FR)
    return g_strconcat (text, "%", NULL);

  g_strdelimit (text, ".", ',');
  return g_strconcat (text, "\u00a0%", NULL);
}

/**
 * relance_letter_words_rates:
 * @fees: with a rate in every line
 *
 * Returns: (transfer full): the rates a year by which the interest was counted, one after the
 *   other: "12,15 % puis 12,40 %"
 */
char *
relance_letter_words_rates (const RelanceFees *fees, RelanceLanguage language)
{
  GString *text = g_string_new (NULL);
  int last = RELANCE_RATE_NONE;

  for (guint i = 0; i < fees->lines->len; i++)
    {
      const RelanceFeesLine *line = &g_array_index (fees->lines, RelanceFeesLine, i);
      g_autofree char *rate = NULL;

      if (line->rate == last)
        continue;

      rate = format_rate (line->rate, language);
      if (text->len > 0)
        g_string_append (text, language == RELANCE_LANGUAGE_FR ? " puis " : " then ");
      g_string_append (text, rate);
      last = line->rate;
    }

  return g_string_free_and_steal (text);
}
