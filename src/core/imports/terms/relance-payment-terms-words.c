/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-payment-terms-words.h"

#include <string.h>

/*
 * Folded, in French, English, German, Italian, Spanish and Dutch. A final "*"
 * stands for the rest of a word.
 */

static const char *const discounts[] = {
  "skont*",         "escompte*",         "discount*", "rabatt*", "rebate*", "sconto*",
  "descuento*",     "korting*",          "abzug*",    "abzgl*",  "deduct*", "abschlag",
  "kontantrabatt*", "betalingskorting*", "remise",    NULL
};

static const char *const nets[] = { "net",   "nets",    "nette*", "netto*",      "nett",  "neto*",
                                    "solde", "balance", "rest",   "restbetrag*", "saldo", NULL };

static const char *const others[] = {
  "retard*",      "late",         "overdue*",   "penal*",    "verzug*",   "mahn*",
  "interet*",     "interest*",    "zins*",      "mora",      "interess*", "ritard*",
  "interes",      "intereses*",   "demora*",    "rente",     "indemnit*", "contest*",
  "reklam*",      "reclam*",      "beanstand*", "complain*", "dispute*",  "garanti*",
  "warrant*",     "gewahrleist*", "widerruf*",  "retour*",   "ruckgabe*", "lieferzeit*",
  "lieferfrist*", "valable*",     "valid*",     "gultig*",   "geldig*",   NULL
};

static const char *const conditions[] = { "bei",  "if",  "si", "wenn", "falls",
                                          "when", "bij", "se", NULL };

static const char *const at_once[] = { "sofort*",    "umgehend*", "unverzuglich*", "prompt*",
                                       "reception*", "receipt*",  "recepcion*",    "ricevimento*",
                                       "ricezione*", "erhalt",    "ontvangst*",    "comptant*",
                                       "contant*",   "contado*",  "immedia*",      "inmedia*",
                                       "subito*",    "vista",     "presentation*", "onmiddellijk*",
                                       NULL };

static const char *const negations[] = { "sans",   "pas",     "aucun*", "ohne", "kein*",
                                         "no",     "without", "senza",  "sin",  "geen",
                                         "zonder", "neant",   NULL };

static const char *const days[] = { "jour*",  "j",  "jrs", "day*", "tag*", "tg",  "kalendertag*",
                                    "giorn*", "gg", "dia", "dias", "dag*", "dgn", NULL };

static const char *const working_days[] = { "werktag*", "arbeitstag*", "bankarbeitstag*",
                                            "werkdag*", NULL };

static const char *const weeks[] = { "semaine*", "week*", "woche*", "settiman*", "semana*", NULL };

static const char *const months[] = { "mois", "month*", "monat*", "mese", "mesi",
                                      "mes",  "meses",  "maand*", NULL };

static const struct
{
  const char *const *words;
  RelanceTermsSaying saying;
} sayings[] = {
  { discounts, RELANCE_TERMS_SAYS_DISCOUNT }, { nets, RELANCE_TERMS_SAYS_NET },
  { others, RELANCE_TERMS_SAYS_OTHER },       { conditions, RELANCE_TERMS_SAYS_IF },
  { at_once, RELANCE_TERMS_SAYS_AT_ONCE },    { negations, RELANCE_TERMS_SAYS_NONE },
};

static const struct
{
  const char *const *words;
  RelanceTermsUnit unit;
} units[] = {
  { days, RELANCE_TERMS_DAY },
  { working_days, RELANCE_TERMS_WORKING_DAY },
  { weeks, RELANCE_TERMS_WEEK },
  { months, RELANCE_TERMS_MONTH },
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
matches (const char *word, const char *pattern)
{
  gsize length = strlen (pattern);

  if (pattern[length - 1] == '*')
    return strncmp (word, pattern, length - 1) == 0;

  return g_str_equal (word, pattern);
}

static gboolean
matches_any (const char *word, const char *const *patterns)
{
  for (; *patterns != NULL; patterns++)
    if (matches (word, *patterns))
      return TRUE;

  return FALSE;
}

/**
 * relance_payment_terms_find_saying:
 * @word: folded
 *
 * Returns: what it says of the clause that it stands in, or 0
 */
RelanceTermsSaying
relance_payment_terms_find_saying (const char *word)
{
  for (gsize i = 0; *word != '\0' && i < G_N_ELEMENTS (sayings); i++)
    if (matches_any (word, sayings[i].words))
      return sayings[i].saying;

  return 0;
}

RelanceTermsUnit
relance_payment_terms_find_unit (const char *word)
{
  for (gsize i = 0; *word != '\0' && i < G_N_ELEMENTS (units); i++)
    if (matches_any (word, units[i].words))
      return units[i].unit;

  return RELANCE_TERMS_NO_UNIT;
}

/**
 * relance_payment_terms_find_number:
 * @word: folded
 *
 * Returns: the number that it is the name of, or -1
 */
int
relance_payment_terms_find_number (const char *word)
{
  for (gsize i = 0; *word != '\0' && i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (word, numbers[i].word))
      return numbers[i].number;

  return -1;
}
