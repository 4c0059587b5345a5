/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-terms.h"

#include <string.h>

/* From here on a due date may be beyond the last date that there is. */
#define LAST_YEAR 9998

/* The words of the book, with how many numbers follow each. */
static const struct
{
  const char *word;
  RelanceTermsMode mode;
  guint fewest, most;
} forms[] = {
  { "receipt", RELANCE_TERMS_RECEIPT, 0, 0 },
  { "net", RELANCE_TERMS_NET, 1, 1 },
  { "net-eom", RELANCE_TERMS_NET_EOM, 1, 2 },
  { "eom-net", RELANCE_TERMS_EOM_NET, 1, 1 },
};

static RelanceDate
find_month_start (RelanceDate date, int months_later)
{
  int year, month;

  relance_date_get_ymd (date, &year, &month, NULL);

  return relance_date_add_months (relance_date_new (year, month, 1), months_later);
}

static RelanceDate
find_month_end (RelanceDate date)
{
  return find_month_start (date, 1) - 1;
}

/* The 31st of a shorter month is its last day. */
static RelanceDate
find_day_of_next_month (RelanceDate date, int day)
{
  RelanceDate start = find_month_start (date, 1);

  return MIN (start + day - 1, find_month_end (start));
}

/**
 * relance_terms_get_due:
 * @terms: what is agreed
 * @issued: when the invoice is issued
 *
 * Returns: when it is due, or %RELANCE_DATE_NONE when @terms are none or the calendar
 *   ends before. A day that is no working day stays as it is: the law and the contract
 *   say a date.
 */
RelanceDate
relance_terms_get_due (const RelanceTerms *terms, RelanceDate issued)
{
  if (issued == RELANCE_DATE_NONE || issued >= relance_date_new (LAST_YEAR, 1, 1))
    return RELANCE_DATE_NONE;

  switch (terms->mode)
    {
    case RELANCE_TERMS_RECEIPT:
      return issued;
    case RELANCE_TERMS_NET:
      return issued + terms->days;
    case RELANCE_TERMS_NET_EOM:
      return terms->month_day > 0 ? find_day_of_next_month (issued + terms->days, terms->month_day)
                                  : find_month_end (issued + terms->days);
    case RELANCE_TERMS_EOM_NET:
      return find_month_end (issued) + terms->days;
    case RELANCE_TERMS_NONE:
    default:
      return RELANCE_DATE_NONE;
    }
}

gboolean
relance_terms_equal (const RelanceTerms *one, const RelanceTerms *other)
{
  return one->mode == other->mode && one->days == other->days && one->month_day == other->month_day;
}

/**
 * relance_terms_to_text:
 *
 * Returns: (transfer full) (nullable): @terms as the book keeps them and as programs read
 *   them: `receipt`, `net:30`, `net-eom:30`, `net-eom:30:10`, `eom-net:45`; %NULL for none
 */
char *
relance_terms_to_text (const RelanceTerms *terms)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].mode == terms->mode)
      {
        if (forms[i].most == 0)
          return g_strdup (forms[i].word);
        if (terms->month_day == 0)
          return g_strdup_printf ("%s:%d", forms[i].word, terms->days);
        return g_strdup_printf ("%s:%d:%d", forms[i].word, terms->days, terms->month_day);
      }

  return NULL;
}

static gboolean
read_numbers (char **parts, RelanceTerms *terms)
{
  guint64 days = 0, month_day = 0;

  if (parts[0] != NULL &&
      !g_ascii_string_to_unsigned (parts[0], 10, 0, RELANCE_TERMS_DAYS_MAX, &days, NULL))
    return FALSE;
  if (parts[0] != NULL && parts[1] != NULL &&
      !g_ascii_string_to_unsigned (parts[1], 10, 1, 31, &month_day, NULL))
    return FALSE;
  terms->days = (int) days;
  terms->month_day = (int) month_day;

  return TRUE;
}

/**
 * relance_terms_parse:
 * @text: what relance_terms_to_text() gives
 * @terms: (out caller-allocates): none when @text is not that
 *
 * For what people write see relance_typed_terms_parse().
 *
 * Returns: whether @text is of that form, with numbers in their range
 */
gboolean
relance_terms_parse (const char *text, RelanceTerms *terms)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 4);
  guint n_numbers = MAX (g_strv_length (parts), 1) - 1;

  for (gsize i = 0; i < G_N_ELEMENTS (forms) && parts[0] != NULL; i++)
    if (g_str_equal (parts[0], forms[i].word))
      {
        *terms = (RelanceTerms) { .mode = forms[i].mode };
        if (n_numbers >= forms[i].fewest && n_numbers <= forms[i].most &&
            read_numbers (parts + 1, terms))
          return TRUE;
      }
  *terms = (RelanceTerms) { 0 };

  return FALSE;
}
