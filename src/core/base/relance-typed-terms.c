/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-typed-terms.h"

#include "relance-text.h"

#include <string.h>

#define LONGEST 160
#define MOST_NUMBERS 3

/*
 * Each word has a meaning of one letter, so that a sentence becomes a short string, which
 * is looked up: "30 jours fin de mois le 10" is NEON. A word that is not known makes it
 * no terms at all: what it says could change everything ("30 % à la commande").
 */
enum
{
  NUMBER = 'N',
  WEEK = 'W',
  END = 'e',
  MONTH = 'm',
  END_OF_MONTH = 'E', /* the two above, in either order */
  NEXT = 'S',         /* of the following month */
  NET = 'T',
  ON = 'O',    /* le 10 */
  AFTER = 'A', /* from the end of the month */
  ISSUE = 'I', /* what days are counted from unless something else is said */
  AT_ONCE = 'R',
  FILLER = ' ',
};

static const struct
{
  char meaning;
  const char *words; /* folded */
} vocabulary[] = {
  { FILLER, " j jour jours jrs d day days calendaire calendaires calendar"
            " er st nd rd th a au de du des la les l the of in dans sous within un delai par by"
            " due echeance payable payables paiement payment pay reglement regler terme term"
            " terms condition conditions upon plus virement transfer bank bancaire cheque " },
  { WEEK, " semaine semaines sem week weeks " },
  { END, " fin end " },
  { MONTH, " mois month " },
  { END_OF_MONTH, " fdm eom " },
  { NEXT, " suivant prochain following next " },
  { NET, " net nets nette " },
  { ON, " le on " },
  { AFTER, " apres after from compter partir " },
  { ISSUE, " facture facturation invoice emission issue date " },
  { AT_ONCE, " reception receipt comptant immediat immediate immediatement immediately cash " },
};

/* What the sentences mean. @days and @month_day: which of their numbers, from 1; 0 for none. */
static const struct
{
  const char *sentence;
  RelanceTermsMode mode;
  int days;
  int month_day;
} sentences[] = {
  { "R", RELANCE_TERMS_RECEIPT, 0, 0 },
  { "N", RELANCE_TERMS_NET, 1, 0 },
  { "NR", RELANCE_TERMS_NET, 1, 0 },
  { "RN", RELANCE_TERMS_NET, 1, 0 },
  { "E", RELANCE_TERMS_NET_EOM, 0, 0 },
  { "NE", RELANCE_TERMS_NET_EOM, 1, 0 },
  { "NEN", RELANCE_TERMS_NET_EOM, 1, 2 },
  { "NEON", RELANCE_TERMS_NET_EOM, 1, 2 },
  { "NEONmS", RELANCE_TERMS_NET_EOM, 1, 2 },
  { "EON", RELANCE_TERMS_NET_EOM, 0, 1 },
  { "EONmS", RELANCE_TERMS_NET_EOM, 0, 1 },
  { "ONmS", RELANCE_TERMS_NET_EOM, 0, 1 },
  { "ONSm", RELANCE_TERMS_NET_EOM, 0, 1 },
  { "NSm", RELANCE_TERMS_NET_EOM, 0, 1 },
  { "EN", RELANCE_TERMS_EOM_NET, 1, 0 },
  { "NAE", RELANCE_TERMS_EOM_NET, 1, 0 },
  /* "2/10 net 30": what is due, and before it a discount for whoever pays early. */
  { "NNTN", RELANCE_TERMS_NET, 3, 0 },
};

typedef struct
{
  GString *sentence;
  int numbers[MOST_NUMBERS];
  int n_numbers;
} Reader;

static gboolean
read_number (Reader *reader, const char *digits)
{
  guint64 number;

  if (reader->n_numbers == MOST_NUMBERS ||
      !g_ascii_string_to_unsigned (digits, 10, 0, RELANCE_TERMS_DAYS_MAX, &number, NULL))
    return FALSE;
  reader->numbers[reader->n_numbers++] = (int) number;
  g_string_append_c (reader->sentence, NUMBER);

  return TRUE;
}

static gboolean
read_word (Reader *reader, const char *word)
{
  g_autofree char *whole = g_strconcat (" ", word, " ", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    if (strstr (vocabulary[i].words, whole) != NULL)
      {
        if (vocabulary[i].meaning != FILLER)
          g_string_append_c (reader->sentence, vocabulary[i].meaning);
        return TRUE;
      }

  return FALSE;
}

/* "45j" is a number and a word. */
static gsize
measure_token (const char *from)
{
  gsize digits = strspn (from, "0123456789");

  return digits > 0 ? digits : strcspn (from, " 0123456789");
}

static gboolean
read_tokens (Reader *reader, const char *text)
{
  while (*text != '\0')
    {
      gsize length = measure_token (text);
      g_autofree char *token = g_strndup (text, length);

      if (!(g_ascii_isdigit (*token) ? read_number (reader, token) : read_word (reader, token)))
        return FALSE;
      text += length;
      text += strspn (text, " ");
    }

  return TRUE;
}

static void
replace (GString *sentence, const char *find, const char *with)
{
  g_string_replace (sentence, find, with, 0);
}

/* Two weeks are fourteen days; a month is none that could be counted in days. */
static void
count_weeks (Reader *reader)
{
  if (g_str_has_prefix (reader->sentence->str, "NW"))
    {
      reader->numbers[0] *= 7;
      g_string_erase (reader->sentence, 1, 1);
    }
}

/* Takes out what says nothing where it stands. */
static void
simplify (GString *sentence)
{
  static const char *const silent[][2] = {
    { "em", "E" }, { "me", "E" }, { "AI", "" },  { "I", "" },
    { "AR", "R" }, { "OR", "R" }, { "RR", "R" }, { "OE", "E" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (silent); i++)
    replace (sentence, silent[i][0], silent[i][1]);
  if (!g_str_equal (sentence->str, "NNTN"))
    replace (sentence, "T", "");
}

static gboolean
find_sentence (const Reader *reader, RelanceTerms *terms)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_str_equal (sentences[i].sentence, reader->sentence->str))
      {
        terms->mode = sentences[i].mode;
        terms->days = sentences[i].days > 0 ? reader->numbers[sentences[i].days - 1] : 0;
        terms->month_day = sentences[i].month_day > 0 ? reader->numbers[sentences[i].month_day - 1]
                                                      : 0;
        return terms->days <= RELANCE_TERMS_DAYS_MAX &&
               (sentences[i].month_day == 0 || (terms->month_day >= 1 && terms->month_day <= 31));
      }

  return FALSE;
}

static gboolean
read_sentence (const char *text, RelanceTerms *terms)
{
  g_autofree char *words = relance_text_fold_words (text);
  g_autoptr (GString) sentence = g_string_new (NULL);
  Reader reader = { .sentence = sentence };

  if (!read_tokens (&reader, words))
    return FALSE;
  count_weeks (&reader);
  simplify (sentence);
  /* A share is understood in a discount only. */
  if (strchr (text, '%') != NULL && !g_str_equal (sentence->str, "NNTN"))
    return FALSE;

  return find_sentence (&reader, terms);
}

/**
 * relance_typed_terms_parse:
 * @text: what people write in a file or type: `30`, `30 jours`, `45 j fdm`, `fin de mois +
 *   45 jours`, `30 jours fin de mois le 10`, `À réception`, `Net 30`, `EOM 30`, `2/10 net
 *   30`; or the form of relance_terms_to_text()
 * @terms: (out caller-allocates): none when @text is not understood
 *
 * Days before "end of month" are counted first, days after it last, as they are said.
 * What is not understood whole is not guessed from a part.
 *
 * Returns: whether @text is payment terms
 */
gboolean
relance_typed_terms_parse (const char *text, RelanceTerms *terms)
{
  g_autofree char *bare = g_strstrip (g_strndup (text, LONGEST + 1));

  *terms = (RelanceTerms) { 0 };
  if (strlen (bare) > LONGEST || !g_utf8_validate (bare, -1, NULL) || bare[0] == '-')
    return FALSE;
  if (relance_terms_parse (bare, terms))
    return TRUE;
  if (!read_sentence (bare, terms))
    {
      *terms = (RelanceTerms) { 0 };
      return FALSE;
    }
  if (terms->mode == RELANCE_TERMS_NET && terms->days == 0)
    terms->mode = RELANCE_TERMS_RECEIPT;

  return TRUE;
}
