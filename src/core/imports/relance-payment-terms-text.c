/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-payment-terms-text.h"

#include "relance-payment-terms-tokens.h"

#include <string.h>

#define MAX_DAYS (3 * 366)
#define MAX_BARE_DAYS 120
#define MAX_DISCOUNT 10 /* percent; more is a share of the price */

typedef enum
{
  SAYS_DISCOUNT = 1 << 0,
  SAYS_NET = 1 << 1,
  SAYS_OTHER = 1 << 2, /* interest for late payment, complaints… */
  SAYS_IF = 1 << 3,
  SAYS_AT_ONCE = 1 << 4,
  SAYS_NONE = 1 << 5, /* "sans escompte" */
} Saying;

/* How much a clause is worth when another one says something else. */
typedef enum
{
  RANK_NOTHING,
  RANK_DISCOUNT_AND_MORE, /* "10 Tage 2 % Skonto 30 Tage" */
  RANK_PLAIN,
  RANK_NET,
} Rank;

typedef struct
{
  const RelanceTermsToken *tokens;
  guint n_tokens;
  RelanceDate issued;

  int says;
  RelanceDate current;   /* what the last period or end of month led to */
  gboolean from_period;  /* @current is a period that an end of month may round up */
  gboolean from_month;   /* @current is an end of month that a period may follow */
  RelanceDate latest[2]; /* of the periods, of the dates */
  gboolean differing[2]; /* there are several, and they are not the same */
} Clause;

enum
{
  PERIODS,
  DATES,
};

/* Folded beginnings, in French, English, German, Italian, Spanish and Dutch; a
 * final "." asks for the whole word. */
static const struct
{
  const char *start;
  Saying saying;
} words[] = {
  { "skont", SAYS_DISCOUNT },
  { "escompte", SAYS_DISCOUNT },
  { "discount", SAYS_DISCOUNT },
  { "rabatt", SAYS_DISCOUNT },
  { "rebate", SAYS_DISCOUNT },
  { "sconto", SAYS_DISCOUNT },
  { "descuento", SAYS_DISCOUNT },
  { "korting", SAYS_DISCOUNT },
  { "abzug", SAYS_DISCOUNT },
  { "abzgl", SAYS_DISCOUNT },
  { "deduct", SAYS_DISCOUNT },
  { "abschlag.", SAYS_DISCOUNT },
  { "kontantrabatt", SAYS_DISCOUNT },
  { "betalingskorting", SAYS_DISCOUNT },
  { "remise.", SAYS_DISCOUNT },
  { "net.", SAYS_NET },
  { "nets.", SAYS_NET },
  { "nette", SAYS_NET },
  { "netto", SAYS_NET },
  { "nett.", SAYS_NET },
  { "neto", SAYS_NET },
  { "solde.", SAYS_NET },
  { "balance.", SAYS_NET },
  { "rest.", SAYS_NET },
  { "restbetrag", SAYS_NET },
  { "saldo.", SAYS_NET },
  { "retard", SAYS_OTHER },
  { "late.", SAYS_OTHER },
  { "overdue", SAYS_OTHER },
  { "penal", SAYS_OTHER },
  { "verzug", SAYS_OTHER },
  { "mahn", SAYS_OTHER },
  { "interet", SAYS_OTHER },
  { "interest", SAYS_OTHER },
  { "zins", SAYS_OTHER },
  { "mora.", SAYS_OTHER },
  { "interess", SAYS_OTHER },
  { "ritard", SAYS_OTHER },
  { "interes.", SAYS_OTHER },
  { "intereses", SAYS_OTHER },
  { "demora", SAYS_OTHER },
  { "rente.", SAYS_OTHER },
  { "indemnit", SAYS_OTHER },
  { "contest", SAYS_OTHER },
  { "reklam", SAYS_OTHER },
  { "reclam", SAYS_OTHER },
  { "beanstand", SAYS_OTHER },
  { "complain", SAYS_OTHER },
  { "dispute", SAYS_OTHER },
  { "garanti", SAYS_OTHER },
  { "warrant", SAYS_OTHER },
  { "gewahrleist", SAYS_OTHER },
  { "widerruf", SAYS_OTHER },
  { "retour", SAYS_OTHER },
  { "ruckgabe", SAYS_OTHER },
  { "lieferzeit", SAYS_OTHER },
  { "lieferfrist", SAYS_OTHER },
  { "valable", SAYS_OTHER },
  { "valid", SAYS_OTHER },
  { "gultig", SAYS_OTHER },
  { "geldig", SAYS_OTHER },
  { "bei.", SAYS_IF },
  { "if.", SAYS_IF },
  { "si.", SAYS_IF },
  { "wenn.", SAYS_IF },
  { "falls.", SAYS_IF },
  { "when.", SAYS_IF },
  { "bij.", SAYS_IF },
  { "se.", SAYS_IF },
  { "sofort", SAYS_AT_ONCE },
  { "umgehend", SAYS_AT_ONCE },
  { "unverzuglich", SAYS_AT_ONCE },
  { "prompt", SAYS_AT_ONCE },
  { "reception", SAYS_AT_ONCE },
  { "receipt", SAYS_AT_ONCE },
  { "recepcion", SAYS_AT_ONCE },
  { "ricevimento", SAYS_AT_ONCE },
  { "ricezione", SAYS_AT_ONCE },
  { "erhalt", SAYS_AT_ONCE },
  { "ontvangst", SAYS_AT_ONCE },
  { "comptant", SAYS_AT_ONCE },
  { "contant", SAYS_AT_ONCE },
  { "contado", SAYS_AT_ONCE },
  { "immedia", SAYS_AT_ONCE },
  { "inmedia", SAYS_AT_ONCE },
  { "subito", SAYS_AT_ONCE },
  { "vista.", SAYS_AT_ONCE },
  { "presentation", SAYS_AT_ONCE },
  { "onmiddellijk", SAYS_AT_ONCE },
  { "sans.", SAYS_NONE },
  { "pas.", SAYS_NONE },
  { "aucun", SAYS_NONE },
  { "ohne.", SAYS_NONE },
  { "kein", SAYS_NONE },
  { "no.", SAYS_NONE },
  { "without.", SAYS_NONE },
  { "senza.", SAYS_NONE },
  { "sin.", SAYS_NONE },
  { "geen.", SAYS_NONE },
  { "zonder.", SAYS_NONE },
  { "neant.", SAYS_NONE },
};

typedef enum
{
  UNIT_NONE,
  UNIT_DAY,
  UNIT_WORKING_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
} Unit;

static const struct
{
  const char *start;
  Unit unit;
} units[] = {
  { "jour", UNIT_DAY },
  { "j.", UNIT_DAY },
  { "jrs.", UNIT_DAY },
  { "day", UNIT_DAY },
  { "tag", UNIT_DAY },
  { "tg.", UNIT_DAY },
  { "kalendertag", UNIT_DAY },
  { "giorn", UNIT_DAY },
  { "gg.", UNIT_DAY },
  { "dia.", UNIT_DAY },
  { "dias.", UNIT_DAY },
  { "dag.", UNIT_DAY },
  { "dagen", UNIT_DAY },
  { "dgn.", UNIT_DAY },
  { "werktag", UNIT_WORKING_DAY },
  { "arbeitstag", UNIT_WORKING_DAY },
  { "bankarbeitstag", UNIT_WORKING_DAY },
  { "werkdag", UNIT_WORKING_DAY },
  { "semaine", UNIT_WEEK },
  { "week", UNIT_WEEK },
  { "woche", UNIT_WEEK },
  { "settiman", UNIT_WEEK },
  { "semana", UNIT_WEEK },
  { "mois.", UNIT_MONTH },
  { "month", UNIT_MONTH },
  { "monat", UNIT_MONTH },
  { "mese.", UNIT_MONTH },
  { "mesi.", UNIT_MONTH },
  { "mes.", UNIT_MONTH },
  { "meses.", UNIT_MONTH },
  { "maand", UNIT_MONTH },
};

/* Those that stand in terms of payment; the article is a number before a unit. */
static const struct
{
  const char *word;
  int number;
} numbers[] = {
  { "un", 1 },        { "une", 1 },       { "one", 1 },       { "a", 1 },        { "ein", 1 },
  { "eine", 1 },      { "einem", 1 },     { "einen", 1 },     { "einer", 1 },    { "een", 1 },
  { "deux", 2 },      { "two", 2 },       { "zwei", 2 },      { "due", 2 },      { "dos", 2 },
  { "twee", 2 },      { "trois", 3 },     { "three", 3 },     { "drei", 3 },     { "quatre", 4 },
  { "four", 4 },      { "vier", 4 },      { "sept", 7 },      { "seven", 7 },    { "sieben", 7 },
  { "huit", 8 },      { "eight", 8 },     { "acht", 8 },      { "dix", 10 },     { "ten", 10 },
  { "zehn", 10 },     { "dieci", 10 },    { "diez", 10 },     { "tien", 10 },    { "fourteen", 14 },
  { "vierzehn", 14 }, { "veertien", 14 }, { "quinze", 15 },   { "fifteen", 15 }, { "quindici", 15 },
  { "quince", 15 },   { "vingt", 20 },    { "twenty", 20 },   { "zwanzig", 20 }, { "trente", 30 },
  { "thirty", 30 },   { "dreissig", 30 }, { "dreiszig", 30 }, { "trenta", 30 },  { "treinta", 30 },
  { "dertig", 30 },   { "soixante", 60 }, { "sixty", 60 },    { "sechzig", 60 }, { "sessanta", 60 },
  { "sesenta", 60 },  { "zestig", 60 },   { "ninety", 90 },   { "neunzig", 90 },
};

static gboolean
matches (const char *word, const char *start)
{
  gsize length = strlen (start);

  if (start[length - 1] == '.')
    return strlen (word) == length - 1 && strncmp (word, start, length - 1) == 0;

  return g_str_has_prefix (word, start);
}

static const char *
get_word (const Clause *clause, guint i)
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

static Saying
find_saying (const char *word)
{
  for (gsize i = 0; *word != '\0' && i < G_N_ELEMENTS (words); i++)
    if (matches (word, words[i].start))
      return words[i].saying;

  return 0;
}

static Unit
find_unit (const char *word)
{
  for (gsize i = 0; *word != '\0' && i < G_N_ELEMENTS (units); i++)
    if (matches (word, units[i].start))
      return units[i].unit;

  return UNIT_NONE;
}

/* Of the number at @i, in figures or in letters; -1 when there is none. */
static int
find_number (const Clause *clause, guint i)
{
  const char *word = get_word (clause, i);

  if (i < clause->n_tokens && clause->tokens[i].kind == RELANCE_TERMS_NUMBER)
    return clause->tokens[i].number;
  for (gsize n = 0; *word != '\0' && n < G_N_ELEMENTS (numbers); n++)
    if (g_str_equal (word, numbers[n].word))
      return numbers[n].number;

  return -1;
}

static void
mention (Clause *clause, int kind, RelanceDate date)
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
add_period (RelanceDate from, int count, Unit unit)
{
  switch (unit)
    {
    case UNIT_WORKING_DAY:
      return add_working_days (from, count);
    case UNIT_WEEK:
      return from + count * 7;
    case UNIT_MONTH:
      return relance_date_add_months (from, count);
    case UNIT_DAY:
    case UNIT_NONE:
    default:
      return from + count;
    }
}

/* "30 jours", "ten working days", "net 30", "n/30". Returns how many tokens it is. */
static guint
read_period (Clause *clause, guint i)
{
  static const char *const before[] = { "calendar", "consecutive", "clear", "full",    "volle",
                                        "business", "working",     "bank",  "banking", NULL };
  static const char *const working[] = { "business",   "working",   "banking", "bank",
                                         "ouvres",     "ouvrables", "habiles", "laborables",
                                         "lavorativi", NULL };
  static const char *const net[] = { "net", "netto", "nett", "n", "nets", NULL };
  int count = find_number (clause, i);
  gboolean qualified = is_any (get_word (clause, i + 1), before);
  guint at = i + (qualified ? 2 : 1);
  Unit unit = find_unit (get_word (clause, at));

  if (count < 0 || count > MAX_DAYS)
    return 0;
  if (unit == UNIT_NONE)
    {
      if (i == 0 || clause->tokens[i].kind != RELANCE_TERMS_NUMBER || count > MAX_BARE_DAYS ||
          !is_any (get_word (clause, i - 1), net) ||
          (i + 1 < clause->n_tokens && clause->tokens[i + 1].kind != RELANCE_TERMS_WORD))
        return 0;
      clause->says |= SAYS_NET;
      at = i;
    }
  if (unit == UNIT_DAY &&
      (is_any (get_word (clause, i + 1), working) || is_any (get_word (clause, at + 1), working)))
    unit = UNIT_WORKING_DAY;
  if ((unit == UNIT_WEEK && count > MAX_DAYS / 7) || (unit == UNIT_MONTH && count > MAX_DAYS / 30))
    return 0;

  clause->current = add_period (clause->from_month ? clause->current : clause->issued, count, unit);
  clause->from_period = !clause->from_month;
  clause->from_month = FALSE;
  mention (clause, PERIODS, clause->current);

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
find_month_word (const Clause *clause, guint i, gboolean *next)
{
  static const char *const small[] = { "de",  "du", "of", "the", "des",  "dem", "del",
                                       "van", "le", "d",  "le",  "e",    "er",  "th",
                                       "st",  "nd", "rd", "di",  "date", NULL };

  *next = FALSE;
  for (guint at = i; at < i + 4; at++)
    {
      const char *word = get_word (clause, at);

      if (g_str_has_prefix (word, "folgemonat"))
        return *next = TRUE, at;
      if (find_unit (word) == UNIT_MONTH)
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

/* "fin de mois", "EOM", "Ende des Folgemonats", "d.f.f.m.". Returns how many tokens it is. */
static guint
read_month_end (Clause *clause, guint i)
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

  clause->from_month = !clause->from_period;
  clause->current = find_month_end (clause->from_period ? clause->current : clause->issued);
  if (next)
    clause->current = find_month_end (clause->current + 1);
  clause->from_period = FALSE;
  if (clause->latest[PERIODS] != RELANCE_DATE_NONE && !clause->from_month &&
      !clause->differing[PERIODS])
    clause->latest[PERIODS] = RELANCE_DATE_NONE; /* it was only the first step */
  mention (clause, PERIODS, clause->current);

  return last - i + 1;
}

/* "fin de mois le 10", "le 15 du mois suivant". Returns how many tokens it is. */
static guint
read_day_of_month (Clause *clause, guint i)
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
  mention (clause, PERIODS, clause->current);

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
read_percent (Clause *clause, guint i)
{
  const RelanceTermsToken *number = i > 0 ? &clause->tokens[i - 1] : NULL;

  if (number == NULL || number->kind != RELANCE_TERMS_NUMBER)
    return;
  if (number->zero)
    clause->says |= SAYS_NONE;
  else if (number->number <= MAX_DISCOUNT)
    clause->says |= SAYS_DISCOUNT;
}

static guint
read_token (Clause *clause, guint i)
{
  const RelanceTermsToken *token = &clause->tokens[i];
  guint used;

  if (token->kind == RELANCE_TERMS_DATE && (i == 0 || !is_origin (get_word (clause, i - 1))))
    mention (clause, DATES, token->date);
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

  clause->says |= find_saying (token->word);

  return 1;
}

static void
read_clause (Clause *clause)
{
  for (guint i = 0; i < clause->n_tokens;)
    i += read_token (clause, i);

  /* "sans escompte", "Skonto: 0 %", "Escompte : néant" */
  if ((clause->says & SAYS_NONE) && (clause->says & SAYS_DISCOUNT))
    clause->says = (clause->says & ~SAYS_DISCOUNT) | SAYS_NET;
}

static gboolean
has_mention (const Clause *clause)
{
  return clause->latest[PERIODS] != RELANCE_DATE_NONE || clause->latest[DATES] != RELANCE_DATE_NONE;
}

/* "Bei Zahlung innerhalb 10 Tagen, 2 % Skonto": the second clause is of the first. */
static gboolean
is_condition_of (const Clause *clause, const Clause *next)
{
  return (clause->says & SAYS_IF) && !(clause->says & SAYS_NET) && (next->says & SAYS_DISCOUNT) &&
         !has_mention (next);
}

static Rank
rank_clause (const Clause *clause, RelanceDate *due)
{
  gboolean net = (clause->says & SAYS_NET) != 0;
  gboolean discount = (clause->says & SAYS_DISCOUNT) != 0;

  if (clause->says & SAYS_OTHER)
    return RANK_NOTHING;
  if (!has_mention (clause))
    {
      *due = clause->issued;
      if (!(clause->says & SAYS_AT_ONCE) || (discount && !net))
        return RANK_NOTHING;
      return net ? RANK_NET : RANK_PLAIN;
    }

  *due = clause->latest[DATES] != RELANCE_DATE_NONE && !discount
           ? clause->latest[DATES]
           : MAX (clause->latest[DATES], clause->latest[PERIODS]);
  if (discount && !net)
    return clause->differing[PERIODS] || clause->differing[DATES] ? RANK_DISCOUNT_AND_MORE
                                                                  : RANK_NOTHING;

  return net ? RANK_NET : RANK_PLAIN;
}

static GArray *
split_clauses (const GArray *tokens, RelanceDate issued)
{
  const RelanceTermsToken *all = (const RelanceTermsToken *) (const void *) tokens->data;
  GArray *clauses = g_array_new (FALSE, FALSE, sizeof (Clause));
  guint from = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      Clause clause = {
        .tokens = all + from,
        .n_tokens = i - from,
        .issued = issued,
        .current = RELANCE_DATE_NONE,
        .latest = { RELANCE_DATE_NONE, RELANCE_DATE_NONE },
      };

      if (all[i].kind != RELANCE_TERMS_BREAK)
        continue;
      read_clause (&clause);
      if (clause.n_tokens > 0)
        g_array_append_val (clauses, clause);
      from = i + 1;
    }

  return clauses;
}

/* "30": the days by themselves, as programs write them that have a list of terms. */
static RelanceDate
read_bare_days (const GArray *tokens, RelanceDate issued)
{
  const RelanceTermsToken *first = &g_array_index (tokens, RelanceTermsToken, 0);

  if (tokens->len != 2 || first->kind != RELANCE_TERMS_NUMBER || first->number > MAX_BARE_DAYS)
    return RELANCE_DATE_NONE;

  return issued + first->number;
}

/**
 * relance_payment_terms_text_read:
 * @text: payment terms in a person's words, in French, English, German, Italian, Spanish
 *   or Dutch
 * @issued: the issue date
 *
 * Finds when the whole amount is due: a date, or days, weeks or months from the
 * issue date, with or without an end of month. What must be paid by for a
 * discount, and what is said of late payment or complaints, is not it. "45 jours
 * fin de mois" is the law's first way, the days and then the end of that month;
 * "fin de mois 45 jours" is the second (Code de commerce, L441-10).
 *
 * Returns: the due date, never before @issued, or %RELANCE_DATE_NONE when nothing is
 *   understood
 */
RelanceDate
relance_payment_terms_text_read (const char *text, RelanceDate issued)
{
  g_autoptr (GArray) tokens = relance_payment_terms_tokens_split (text);
  g_autoptr (GArray) clauses = split_clauses (tokens, issued);
  RelanceDate best = RELANCE_DATE_NONE;
  Rank best_rank = RANK_NOTHING;

  for (guint i = 0; i < clauses->len; i++)
    {
      Clause *clause = &g_array_index (clauses, Clause, i);
      RelanceDate due;
      Rank rank;

      if (i + 1 < clauses->len && is_condition_of (clause, clause + 1))
        continue;
      rank = rank_clause (clause, &due);
      if (rank > best_rank || (rank == best_rank && rank != RANK_NOTHING && due > best))
        {
          best = due;
          best_rank = rank;
        }
    }

  return best_rank != RANK_NOTHING ? best : read_bare_days (tokens, issued);
}
