/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-sample-letter.h"

#include "relance-business.h"
#include "relance-letter.h"

#define SAMPLE_NUMBER "F-042"
#define SAMPLE_BALANCE 48000
#define SAMPLE_DAYS_LATE 6

/* The greeting and the first paragraph. */
static char *
cut_opening (const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", 3);

  if (paragraphs[0] == NULL || paragraphs[1] == NULL)
    return g_strdup (text);

  return g_strdup_printf ("%s\n%s", paragraphs[0], paragraphs[1]);
}

/**
 * relance_sample_letter_dup_opening:
 * @client: who it is to; may be in no book yet
 *
 * How a first reminder of a sample invoice to @client would begin, from the real
 * letters. Any thread.
 *
 * Returns: (transfer full): two lines; %NULL with an error of the letters
 */
char *
relance_sample_letter_dup_opening (RelanceClient *client, RelanceDate today, GError **error)
{
  g_autoptr (GPtrArray) debts = relance_debts_new ();
  g_autoptr (RelanceBusiness) business = relance_business_new ();
  g_autoptr (RelanceLetter) letter = NULL;
  RelanceLetterStyle style = {
    .stage = RELANCE_STAGE_FIRST,
    .tone = client->tone,
    .address = client->address,
    .language = client->language,
  };
  RelanceLetterFacts facts = {
    .client = client,
    .debts = debts,
    .business = business,
    .previous = RELANCE_DATE_NONE,
    .today = today,
  };

  g_ptr_array_add (
    debts, relance_debt_new (SAMPLE_NUMBER, "EUR", SAMPLE_BALANCE, today - SAMPLE_DAYS_LATE));
  letter = relance_letter_write (&facts, &style, error);
  return letter != NULL ? cut_opening (letter->text) : NULL;
}
