/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-date-words.h"

/* Long enough beginnings of the months, folded, in French and English, and in the other languages
 * of the files that people have. */
static const struct
{
  const char *start;
  int month;
} months[] = {
  { "jan", 1 },  { "fev", 2 },  { "feb", 2 },  { "mar", 3 },  { "avr", 4 },  { "apr", 4 },
  { "mai", 5 },  { "may", 5 },  { "juin", 6 }, { "jun", 6 },  { "juil", 7 }, { "jul", 7 },
  { "aou", 8 },  { "aug", 8 },  { "sep", 9 },  { "oct", 10 }, { "nov", 11 }, { "dec", 12 },

  { "okt", 10 }, { "dez", 12 }, /* German; März, Mai, Juni and Juli begin like those above */
  { "ene", 1 },  { "abr", 4 },  { "ago", 8 },  { "dic", 12 }, /* Spanish and Italian */
  { "gen", 1 },  { "mag", 5 },  { "giu", 6 },  { "lug", 7 },  { "set", 9 },  { "ott", 10 },
  { "maa", 3 },  { "mrt", 3 },  { "mei", 5 }, /* Dutch */
};

/* From Monday, whole words. */
static const char *const weekdays[][6] = {
  { "lundi", "lun", "monday", "mon" },       { "mardi", "mar", "tuesday", "tue", "tues" },
  { "mercredi", "mer", "wednesday", "wed" }, { "jeudi", "jeu", "thursday", "thu", "thur" },
  { "vendredi", "ven", "friday", "fri" },    { "samedi", "sam", "saturday", "sat" },
  { "dimanche", "dim", "sunday", "sun" },
};

/**
 * relance_date_words_find_month:
 * @word: folded: "mars", "janv", "sept"
 *
 * Returns: 1 to 12, or 0 when it names no month. "mar" is March here, and Tuesday for
 *   relance_date_words_find_weekday(): French writes both so.
 */
int
relance_date_words_find_month (const char *word)
{
  if (g_str_equal (word, "mardi"))
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (word, months[i].start))
      return months[i].month;

  return 0;
}

/**
 * relance_date_words_find_weekday:
 * @word: folded: "lundi", "wed"
 *
 * Returns: 1 for Monday to 7 for Sunday, or 0 when it names no day
 */
int
relance_date_words_find_weekday (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (g_strv_contains (weekdays[i], word))
      return (int) i + 1;

  return 0;
}
