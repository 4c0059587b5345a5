/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-payment-terms-clause.h"

#include "relance-payment-terms-words.h"

#include <string.h>

#define MAX_DAYS (3 * 366)
#define MAX_BARE_DAYS 120
#define MAX_SMALL_WORDS 6
#define MAX_DISCOUNT 10 /* percent; more is a share of the price */

static const char *
get_word (const RelanceTermsClause *clause, guint i)
{
  return i < clause->n_tokens && clause->tokens[i].kind == RELANCE_TERMS_WORD
           ? clause->tokens[i].word
           : "";
}

static gboolean
is_any (const char *word, const char *const *any)
{
  return *word != '\0' && g_strv_contains (any, word);
}

/* Of the number at @i, in figures or in letters; -1 when there is none. */
static int
find_number (const RelanceTermsClause *clause, guint i)
{
  const char *word = get_word (clause, i);

  if (i < clause->n_tokens && clause->tokens[i].kind == RELANCE_TERMS_NUMBER)
    return clause->tokens[i].fraction ? -1 : clause->tokens[i].number;

  return relance_payment_terms_find_number (word);
}

static void
mention (RelanceTermsClause *clause, int kind, RelanceDate date)
{
  RelanceDate *latest = &clause->latest[kind];

  if (date < clause->issued || date > clause->issued + MAX_DAYS)
    return;
  clause->differing[kind] |= *latest != RELANCE_DATE_NONE && *latest != date;
  *latest = MAX (*latest, date);
}

static RelanceDate
find_month_end (RelanceDate date)
{
  int year, month, day;

  relance_date_get_ymd (date, &year, &month, &day);

  return relance_date_add_months (relance_date_new (year, month, 1), 1) - 1;
}

static RelanceDate
add_working_days (RelanceDate date, int days)
{
  while (days > 0)
    if (relance_date_get_weekday (++date) <= 5)
      days--;

  return date;
}

static RelanceDate
add_period (RelanceDate from, int count, RelanceTermsUnit unit)
{
  switch (unit)
    {
    case RELANCE_TERMS_WORKING_DAY:
      return add_working_days (from, count);
    case RELANCE_TERMS_WEEK:
      return from + count * 7;
    case RELANCE_TERMS_MONTH:
      return relance_date_add_months (from, count);
    case RELANCE_TERMS_DAY:
    case RELANCE_TERMS_NO_UNIT:
    default:
      return from + count;
    }
}

/* "net 30", "n/30", "30 net", "45 FDM", "fin de mois + 30": days without the word; but not "net 100 EUR". */
static gboolean
is_bare_days (const RelanceTermsClause *clause, guint i)
{
  static const char *const before[] = { "net", "netto", "nett", "n", "nets", NULL };
  static const char *const after[] = { "net", "netto", "nets", "fdm", "eom", NULL };
  static const char *const money[] = { "eur", "euro", "euros", "usd", "gbp", "chf", NULL };
  gboolean last = i + 1 == clause->n_tokens;

  if (clause->tokens[i].kind != RELANCE_TERMS_NUMBER || clause->tokens[i].number > MAX_BARE_DAYS)
    return FALSE;
  if (is_any (get_word (clause, i + 1), after) || (clause->from_month && last))
    return TRUE;

  return i > 0 && is_any (get_word (clause, i - 1), before) &&
         (last || *get_word (clause, i + 1) != '\0') && !is_any (get_word (clause, i + 1), money);
}

/* "30 jours", "ten working days", "net 30". Returns how many tokens it is. */
static guint
read_period (RelanceTermsClause *clause, guint i)
{
  static const char *const before[] = { "calendar", "consecutive", "clear", "full",    "volle",
                                        "business", "working",     "bank",  "banking", NULL };
  static const char *const working[] = { "business",   "working",   "banking", "bank",
                                         "ouvres",     "ouvrables", "habiles", "laborables",
                                         "lavorativi", NULL };
  int count = find_number (clause, i);
  gboolean qualified = is_any (get_word (clause, i + 1), before);
  guint at = i + (qualified ? 2 : 1);
  RelanceTermsUnit unit = relance_payment_terms_find_unit (get_word (clause, at));

  if (count < 0 || count > MAX_DAYS)
    return 0;
  if (unit == RELANCE_TERMS_NO_UNIT)
    {
      if (!is_bare_days (clause, i))
        return 0;
      clause->says |= RELANCE_TERMS_SAYS_NET;
      at = i;
    }
  if (unit == RELANCE_TERMS_DAY &&
      (is_any (get_word (clause, i + 1), working) || is_any (get_word (clause, at + 1), working)))
    unit = RELANCE_TERMS_WORKING_DAY;
  if ((unit == RELANCE_TERMS_WEEK && count > MAX_DAYS / 7) ||
      (unit == RELANCE_TERMS_MONTH && count > MAX_DAYS / 30))
    return 0;

  clause->current = add_period (clause->from_month ? clause->current : clause->issued, count, unit);
  clause->from_period = !clause->from_month;
  clause->from_month = FALSE;
  mention (clause, RELANCE_TERMS_PERIODS, clause->current);

  return at - i + 1;
}

static gboolean
is_next (const char *word)
{
  static const char *const next[] = { "suivant",   "prochain",  "next",       "following",
                                      "nachsten",  "folgenden", "successivo", "seguente",
                                      "siguiente", "volgende",  "proximo",    NULL };

  return is_any (word, next);
}

/* The word "month" at or after @i, over a few small words; whether it is the next one. */
static guint
find_month_word (const RelanceTermsClause *clause, guint i, gboolean *next)
{
  static const char *const small[] = { "de",  "du", "of", "the", "des",  "dem", "del",
                                       "van", "le", "d",  "le",  "e",    "er",  "th",
                                       "st",  "nd", "rd", "di",  "date", NULL };

  *next = FALSE;
  for (guint at = i; at < i + MAX_SMALL_WORDS; at++)
    {
      const char *word = get_word (clause, at);

      if (g_str_has_prefix (word, "folgemonat"))
        return *next = TRUE, at;
      if (relance_payment_terms_find_unit (word) == RELANCE_TERMS_MONTH)
        {
          *next |= is_next (get_word (clause, at + 1));
          return at + (is_next (get_word (clause, at + 1)) ? 1 : 0);
        }
      if (is_next (word))
        *next = TRUE;
      else if (!is_any (word, small))
        return 0;
    }

  return 0;
}

/* "60 days from end of month": the period starts there. */
static gboolean
is_counted_from (const RelanceTermsClause *clause, guint i)
{
  static const char *const from[] = { "of", "from", "after", "apres",   "nach", "ab",
                                      "na", "dopo", "dalla", "despues", NULL };

  for (guint back = 1; back <= 3 && back <= i; back++)
    if (is_any (get_word (clause, i - back), from))
      return TRUE;

  return FALSE;
}

/* What an end of month makes of the date that the period before it led to. */
static RelanceDate
round_up (const RelanceTermsClause *clause, guint i)
{
  if (!clause->from_period)
    return find_month_end (clause->issued);
  if (is_counted_from (clause, i))
    return find_month_end (clause->issued) + (clause->current - clause->issued);

  return find_month_end (clause->current);
}

/* "fin de mois", "EOM", "Ende des Folgemonats", "d.f.f.m.". Returns how many tokens it is. */
static guint
read_month_end (RelanceTermsClause *clause, guint i)
{
  static const char *const whole[] = { "fdm", "eom", "monatsende", "ultimo", "fm", "dffm", NULL };
  static const char *const ends[] = { "fin", "end", "ende", "fine", "einde", "final", NULL };
  gboolean next = FALSE;
  guint last = i;

  if (is_any (get_word (clause, i), ends))
    last = find_month_word (clause, i + 1, &next);
  else if (g_str_equal (get_word (clause, i), "f") && g_str_equal (get_word (clause, i + 1), "m"))
    last = i + 1;
  else if (!is_any (get_word (clause, i), whole))
    return 0;
  if (last == 0)
    return 0;

  clause->current = round_up (clause, i);
  clause->from_month = !clause->from_period;
  if (next)
    clause->current = find_month_end (clause->current + 1);
  clause->from_period = FALSE;
  if (clause->latest[RELANCE_TERMS_PERIODS] != RELANCE_DATE_NONE && !clause->from_month &&
      !clause->differing[RELANCE_TERMS_PERIODS])
    clause->latest[RELANCE_TERMS_PERIODS] = RELANCE_DATE_NONE; /* it was only the first step */
  mention (clause, RELANCE_TERMS_PERIODS, clause->current);

  return last - i + 1;
}

/* "fin de mois le 10", "le 15 du mois suivant". Returns how many tokens it is. */
static guint
read_day_of_month (RelanceTermsClause *clause, guint i)
{
  int day = clause->tokens[i].kind == RELANCE_TERMS_NUMBER ? clause->tokens[i].number : 0;
  gboolean after_end = i > 0 && clause->current != RELANCE_DATE_NONE &&
                       clause->current == find_month_end (clause->current) &&
                       !clause->from_period && g_str_equal (get_word (clause, i - 1), "le");
  gboolean next;
  guint last = find_month_word (clause, i + 1, &next);

  if (day < 1 || day > 31 || (!after_end && (last == 0 || !next)))
    return 0;

  clause->current =
    find_month_end (clause->current != RELANCE_DATE_NONE ? clause->current : clause->issued) + day;
  clause->from_period = clause->from_month = FALSE;
  mention (clause, RELANCE_TERMS_PERIODS, clause->current);

  return last != 0 ? last - i + 1 : 1;
}

/* A date that is said to be another one: of the invoice, the delivery, the order. */
static gboolean
is_origin (const char *word)
{
  static const char *const origins[] = { "vom", "du",     "dated", "dd",    "dal", "del", "from",
                                         "ab",  "depuis", "seit",  "since", "van", NULL };

  return is_any (word, origins);
}

static void
read_percent (RelanceTermsClause *clause, guint i)
{
  const RelanceTermsToken *number = i > 0 ? &clause->tokens[i - 1] : NULL;

  if (number == NULL || number->kind != RELANCE_TERMS_NUMBER)
    return;
  if (number->zero)
    clause->says |= RELANCE_TERMS_SAYS_NONE;
  else if (number->number <= MAX_DISCOUNT)
    clause->says |= RELANCE_TERMS_SAYS_DISCOUNT;
}

static guint
read_token (RelanceTermsClause *clause, guint i)
{
  const RelanceTermsToken *token = &clause->tokens[i];
  guint used;

  if (token->kind == RELANCE_TERMS_DATE && (i == 0 || !is_origin (get_word (clause, i - 1))))
    mention (clause, RELANCE_TERMS_DATES, token->date);
  if (token->kind == RELANCE_TERMS_PERCENT)
    read_percent (clause, i);
  if (token->kind == RELANCE_TERMS_DATE || token->kind == RELANCE_TERMS_PERCENT)
    return 1;

  used = read_day_of_month (clause, i);
  if (used == 0)
    used = read_period (clause, i);
  if (used == 0)
    used = read_month_end (clause, i);
  if (used > 0)
    return used;

  clause->says |= relance_payment_terms_find_saying (token->word);

  return 1;
}

/**
 * relance_payment_terms_clause_read:
 * @clause: (inout): its tokens and the issue date are known; gets what they say
 */
void
relance_payment_terms_clause_read (RelanceTermsClause *clause)
{
  for (guint i = 0; i < clause->n_tokens;)
    i += read_token (clause, i);

  /* "sans escompte", "Skonto: 0 %", "Escompte : néant" */
  if ((clause->says & RELANCE_TERMS_SAYS_NONE) && (clause->says & RELANCE_TERMS_SAYS_DISCOUNT))
    clause->says = (clause->says & ~RELANCE_TERMS_SAYS_DISCOUNT) | RELANCE_TERMS_SAYS_NET;
}
