/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What build-aux/bench measures of the guard: prints as JSON what it takes, in milliseconds of
 * processor time, to read a letter of 3,000 characters in each language. */

#include "config.h"

#include "relance-guard.h"

#include <string.h>
#include <time.h>

#define CHARACTERS 3000
#define ROUNDS 200

static char *
make_letter (const char *sentence)
{
  GString *letter = g_string_new (NULL);

  while (g_utf8_strlen (letter->str, -1) < CHARACTERS)
    g_string_append (letter, sentence);
  g_utf8_offset_to_pointer (letter->str, CHARACTERS)[0] = '\0';
  return g_string_free (letter, FALSE);
}

static double
measure (RelanceLanguage language, const char *sentence)
{
  g_autofree char *letter = make_letter (sentence);
  RelanceGuardFacts facts = {
    .text = letter,
    .kind = RELANCE_KIND_BUSINESS,
    .tone = RELANCE_TONE_FRIENDLY,
    .firmness = RELANCE_FIRMNESS_SOFT,
    .address = RELANCE_ADDRESS_VOUS,
    .language = language,
  };
  clock_t since;

  /* The rules are read once, with the first letter. */
  g_ptr_array_unref (relance_guard_read_words (&facts));
  since = clock ();
  for (int i = 0; i < ROUNDS; i++)
    g_ptr_array_unref (relance_guard_read_words (&facts));
  return (double) (clock () - since) * 1000 / CLOCKS_PER_SEC / ROUNDS;
}

int
main (void)
{
  double fr = measure (RELANCE_LANGUAGE_FR,
                       "Bonjour Léa, petit mot au sujet de la facture F-042, échue le 3 mars : "
                       "nous n’avons pas vu passer le règlement de 1 200,00 €. À quelle date "
                       "pensez-vous pouvoir la régler ? Votre retard est inacceptable.\n\n");
  double en = measure (RELANCE_LANGUAGE_EN,
                       "Hi Léa, a word about invoice F-042, due on 3 March: we haven't seen the "
                       "payment of £1,200.00. When do you think you could settle it? You have "
                       "failed to pay despite our reminders.\n\n");

  g_print ("{\"fr\": %.2f, \"en\": %.2f}\n", fr, en);
  return 0;
}
