/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-rates.h"

#define DECIMALS 4

static const char *const kind_words[] = {
  [RELANCE_RATE_REFERENCE] = "reference",
  [RELANCE_RATE_LEGAL] = "legal",
};

static void
free_rate (gpointer data)
{
  RelanceRate *rate = data;

  g_free (rate->source);
  g_free (rate);
}

static RelanceRate *
look_up (GPtrArray *rates, RelanceRateKind kind, RelanceDate half)
{
  for (guint i = 0; i < rates->len; i++)
    {
      RelanceRate *rate = g_ptr_array_index (rates, i);

      if (rate->kind == kind && rate->half == half)
        return rate;
    }
  return NULL;
}

/**
 * relance_rates_new:
 *
 * Returns: (transfer full) (element-type RelanceRate): the rates of a country, none yet
 */
GPtrArray *
relance_rates_new (void)
{
  return g_ptr_array_new_with_free_func (free_rate);
}

/**
 * relance_rates_put:
 * @rates: (element-type RelanceRate)
 * @rate: of any day of its half-year; it is copied
 *
 * Adds a rate; it takes the place of the one that was there.
 */
void
relance_rates_put (GPtrArray *rates, const RelanceRate *rate)
{
  RelanceRate *added = g_memdup2 (rate, sizeof *rate);
  RelanceRate *found;

  g_assert (rate->rate >= 0 && rate->rate <= RELANCE_RATE_MAX);

  added->half = relance_rates_get_half (rate->half);
  added->source = g_strdup (rate->source);
  found = look_up (rates, added->kind, added->half);
  if (found != NULL)
    g_ptr_array_remove (rates, found);
  g_ptr_array_add (rates, added);
}

/**
 * relance_rates_find:
 * @rates: (element-type RelanceRate)
 *
 * Returns: (nullable): the rate of the half-year that holds @day; %NULL when it is not known, for
 *   that of another half-year says nothing about it
 */
const RelanceRate *
relance_rates_find (GPtrArray *rates, RelanceRateKind kind, RelanceDate day)
{
  return look_up (rates, kind, relance_rates_get_half (day));
}

/**
 * relance_rates_get_half:
 *
 * Returns: the first day of the half-year that holds @day
 */
RelanceDate
relance_rates_get_half (RelanceDate day)
{
  int year, month, day_of_month;

  relance_date_get_ymd (day, &year, &month, &day_of_month);
  return relance_date_new (year, month <= 6 ? 1 : 7, 1);
}

/**
 * relance_rates_get_end:
 *
 * Returns: the last day of the half-year that holds @day
 */
RelanceDate
relance_rates_get_end (RelanceDate day)
{
  int year, month, day_of_month;

  relance_date_get_ymd (day, &year, &month, &day_of_month);
  return month <= 6 ? relance_date_new (year, 6, 30) : relance_date_new (year, 12, 31);
}

/**
 * relance_rate_parse:
 * @text: a percentage as it was typed, "2.4", "12,15" or "12.15 %"
 * @rate: (out): between 0 and %RELANCE_RATE_MAX
 */
gboolean
relance_rate_parse (const char *text, int *rate)
{
  g_autofree char *digits = g_strstrip (g_strdup (text));
  int value = 0, decimals = -1, n_digits = 0;

  if (g_str_has_suffix (digits, "%"))
    {
      digits[strlen (digits) - 1] = '\0';
      g_strchomp (digits);
    }
  for (const char *p = digits; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && decimals < DECIMALS && n_digits < 7)
      {
        value = value * 10 + g_ascii_digit_value (*p);
        n_digits++;
        if (decimals >= 0)
          decimals++;
      }
    else if ((*p == '.' || *p == ',') && decimals < 0 && n_digits > 0)
      decimals = 0;
    else
      return FALSE;
  if (n_digits == 0 || decimals == 0)
    return FALSE;
  for (decimals = MAX (decimals, 0); decimals < DECIMALS && value <= RELANCE_RATE_MAX; decimals++)
    value *= 10;
  if (value > RELANCE_RATE_MAX)
    return FALSE;
  *rate = value;
  return TRUE;
}

/**
 * relance_rate_kind_to_word:
 *
 * Returns: the English word that data files and programs have for it
 */
const char *
relance_rate_kind_to_word (RelanceRateKind kind)
{
  return kind_words[kind];
}

/**
 * relance_rate_kind_from_word:
 *
 * Returns: the kind, or 0 when @word names none
 */
RelanceRateKind
relance_rate_kind_from_word (const char *word)
{
  for (guint i = RELANCE_RATE_REFERENCE; i < G_N_ELEMENTS (kind_words); i++)
    if (g_str_equal (kind_words[i], word))
      return i;
  return 0;
}
