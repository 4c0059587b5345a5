/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-sample-letter.h"

#include "relance-business.h"
#include "relance-fees.h"
#include "relance-rate-tables.h"

#define SAMPLE_NUMBER "F-042"
#define SAMPLE_BALANCE 48000
#define SAMPLE_PAID 12000
#define SAMPLE_DAYS_LATE 6
#define SAMPLE_PARTS 3

static RelanceClient *
make_client (void)
{
  RelanceClient *client = relance_client_new ("Atelier Exemple");

  client->title = RELANCE_TITLE_MADAME;
  client->first_name = g_strdup ("Léa");
  client->last_name = g_strdup ("Exemple");
  client->street = g_strdup ("1 rue du Modèle");
  client->postcode = g_strdup ("69001");
  client->city = g_strdup ("Lyon");
  client->terms = g_strdup ("30");
  return client;
}

/* When the invoices of a letter of that stage are due, in days from today. */
static int
get_days_ahead (RelanceStage stage)
{
  switch (stage)
    {
    case RELANCE_STAGE_COURTESY:
      return 7;
    case RELANCE_STAGE_SECOND:
      return -18;
    case RELANCE_STAGE_THIRD:
      return -32;
    case RELANCE_STAGE_FORMAL_NOTICE:
      return -48;
    default:
      return -SAMPLE_DAYS_LATE;
    }
}

static void
add_debt (GPtrArray *debts, const RelanceSampleLetter *sample, const char *number, int days)
{
  RelanceDebt *debt = relance_debt_new (number, "EUR", SAMPLE_BALANCE, sample->today + days);

  debt->invoice_id = debts->len + 1;
  debt->label = g_strdup ("Maintenance");
  debt->issued = debt->due - 30;
  if (sample->style.stage == RELANCE_STAGE_PART_PAYMENT)
    debt->balance -= SAMPLE_PAID;
  if (sample->style.stage == RELANCE_STAGE_THANKS)
    debt->balance = 0;
  g_ptr_array_add (debts, debt);
}

static GPtrArray *
make_debts (const RelanceSampleLetter *sample)
{
  GPtrArray *debts = relance_debts_new ();
  int days = get_days_ahead (sample->style.stage);

  if (sample->style.stage == RELANCE_STAGE_TERMS)
    return debts;

  add_debt (debts, sample, SAMPLE_NUMBER, days);
  if (sample->several)
    add_debt (debts, sample, "F-045", days + 5);
  return debts;
}

static GPtrArray *
make_plan (const RelanceSampleLetter *sample)
{
  GPtrArray *plan = relance_debts_new ();

  for (int i = 0; i < SAMPLE_PARTS; i++)
    g_ptr_array_add (plan, relance_debt_new (SAMPLE_NUMBER, "EUR", SAMPLE_BALANCE / SAMPLE_PARTS,
                                             sample->today + 30 * i));
  return plan;
}

/* By French law, whose tables are the fullest. */
static RelanceFees *
make_fees (const RelanceDebt *debt, RelanceDate today)
{
  g_autoptr (GPtrArray) rates = relance_rate_tables_load ("FR");
  g_autoptr (GPtrArray)
    parts = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_fees_debt_free);
  const RelanceFeesTerms terms = { RELANCE_FEES_FR_BUSINESS, rates, RELANCE_RATE_NONE };

  g_ptr_array_add (parts, relance_fees_debt_new (debt->due, debt->balance));
  return relance_fees_compute (&terms, parts, debt->currency, today);
}

/* @fees: (element-type RelanceFees): owns what the answer refers to */
static GArray *
list_fees (GPtrArray *fees, GPtrArray *debts, RelanceDate today)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (RelanceLetterFees));

  for (guint i = 0; i < debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (debts, i);
      RelanceLetterFees one = { debt->invoice_id, make_fees (debt, today) };

      g_ptr_array_add (fees, (gpointer) one.fees);
      g_array_append_val (list, one);
    }
  return list;
}

/**
 * relance_sample_letter_fill:
 * @template: the letter, with its variables
 * @error: one of the letters
 *
 * Returns: (transfer full): the letter with sample facts in it, all that its stage speaks of
 */
RelanceLetter *
relance_sample_letter_fill (const RelanceSampleLetter *sample, const char *template, GError **error)
{
  g_autoptr (RelanceClient) client = sample->client != NULL ? g_object_ref (sample->client)
                                                            : make_client ();
  g_autoptr (GPtrArray) debts = make_debts (sample);
  g_autoptr (GPtrArray) plan = make_plan (sample);
  g_autoptr (GPtrArray)
    owned_fees = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_fees_free);
  g_autoptr (GArray) fees = list_fees (owned_fees, debts, sample->today);
  RelanceStage stage = sample->style.stage;
  gboolean is_broken = stage == RELANCE_STAGE_BROKEN_PROMISE;
  RelanceLetterSum payment = { SAMPLE_PAID, "EUR", sample->today - 1, "transfer" };
  RelanceLetterSum promise = { SAMPLE_BALANCE, "EUR", sample->today + (is_broken ? -2 : 7), NULL };
  RelanceLetterFacts facts = {
    .client = client,
    .debts = debts,
    .business = sample->writer->business,
    .sender = sample->writer->sender,
    .previous = stage == RELANCE_STAGE_FIRST ? RELANCE_DATE_NONE : sample->today - 12,
    .today = sample->today,
    .fees = fees,
    .payment = &payment,
    .promise = stage == RELANCE_STAGE_PROMISE || is_broken ? &promise : NULL,
    .plan = stage == RELANCE_STAGE_PLAN ? plan : NULL,
  };

  if (stage == RELANCE_STAGE_THANKS)
    payment.amount = SAMPLE_BALANCE * (gint64) debts->len;

  return relance_letter_fill (template, &facts, &sample->style, error);
}

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
