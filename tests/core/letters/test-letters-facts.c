/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names that letters know, and what they become. */

#include "config.h"

#include "letter-fixture.h"
#include "relance-letter-check.h"
#include "relance-terms.h"

typedef void (*Arrange) (LetterFixture *fixture);

typedef struct
{
  const char *name;
  RelanceLanguage language;
  Arrange arrange;
  const char *template;
  const char *expected;
} FactCase;

static RelanceFees *
make_fees (void)
{
  RelanceFees *fees = g_new0 (RelanceFees, 1);
  RelanceFeesLine lines[] = {
    { .from = relance_date_new (2026, 6, 16),
      .to = relance_date_new (2026, 6, 30),
      .days = 15,
      .rate = 121500 },
    { .from = relance_date_new (2026, 7, 1),
      .to = relance_date_new (2026, 7, 15),
      .days = 15,
      .rate = 124000 },
  };

  fees->lines = g_array_new (FALSE, FALSE, sizeof (RelanceFeesLine));
  g_array_append_vals (fees->lines, lines, G_N_ELEMENTS (lines));
  fees->missing = g_array_new (FALSE, FALSE, sizeof (RelanceMissingRate));
  fees->interest = 1211;
  fees->fixed = 4000;
  fees->is_fixed_known = TRUE;
  g_strlcpy (fees->fixed_currency, "EUR", sizeof fees->fixed_currency);
  return fees;
}

/* Of the first invoice of the fixture. */
static GArray *
list_fees (LetterFixture *fixture)
{
  static RelanceFees *fees;
  const RelanceDebt *debt = g_ptr_array_index (fixture->facts.debts, 0);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (RelanceLetterFees));
  RelanceLetterFees item = { .invoice_id = debt->invoice_id };

  if (fees == NULL)
    fees = make_fees ();
  item.fees = fees;
  g_array_append_val (list, item);
  return list;
}

static void
add_fees (LetterFixture *fixture)
{
  fixture->facts.fees = list_fees (fixture);
}

static void
add_fees_of_consumer (LetterFixture *fixture)
{
  add_fees (fixture);
  fixture->facts.client->kind = RELANCE_KIND_CONSUMER;
}

static void
add_fees_in_dollars (LetterFixture *fixture)
{
  add_fees (fixture);
  g_strlcpy (((RelanceDebt *) fixture->facts.debts->pdata[0])->currency, "USD", 4);
}

static void
add_second_without_fees (LetterFixture *fixture)
{
  add_fees (fixture);
  letter_fixture_add_debt (fixture, "F-9", NULL, "EUR", 1000, relance_date_new (2026, 11, 1));
  ((RelanceDebt *) fixture->facts.debts->pdata[1])->invoice_id = 999;
}

static void
add_payment (LetterFixture *fixture)
{
  static const RelanceLetterSum payment = { 50000, "EUR", 20000, "cheque" };

  fixture->facts.payment = &payment;
}

static void
promise_a_day (LetterFixture *fixture)
{
  static const RelanceLetterSum promise = { 0, "EUR", 20000, NULL };

  fixture->facts.promise = &promise;
}

static void
agree_on_plan (LetterFixture *fixture)
{
  fixture->facts.plan = relance_debts_new ();
  g_ptr_array_add (fixture->facts.plan, relance_debt_new ("F-042", "EUR", 60000, 20000));
  g_ptr_array_add (fixture->facts.plan, relance_debt_new ("F-042", "EUR", 40000, 20031));
}

static void
agree_on_terms (LetterFixture *fixture)
{
  RelanceTerms terms = { .mode = RELANCE_TERMS_NET, .days = 30 };

  fixture->facts.client->terms = relance_terms_to_text (&terms);
}

static void
settle (LetterFixture *fixture)
{
  ((RelanceDebt *) fixture->facts.debts->pdata[0])->balance = 0;
}

static void
forget_debts (LetterFixture *fixture)
{
  g_ptr_array_set_size (fixture->facts.debts, 0);
}

/* @count invoices more, each but the last with its file. */
static void
attach_all_but_one_of (LetterFixture *fixture, int count)
{
  static const char *const numbers[] = { "F-1", "F-2", "F-3", "F-4", "F-5", "F-6" };

  forget_debts (fixture);
  for (int i = 0; i < count; i++)
    {
      letter_fixture_add_debt (fixture, numbers[i], NULL, "EUR", 1000, 20000 + i);
      ((RelanceDebt *) fixture->facts.debts->pdata[i])->attached = i + 1 < count;
    }
}

static void
attach_one_of_two (LetterFixture *fixture)
{
  attach_all_but_one_of (fixture, 2);
}

static void
attach_three_of_four (LetterFixture *fixture)
{
  attach_all_but_one_of (fixture, 4);
}

static void
attach_four_of_five (LetterFixture *fixture)
{
  attach_all_but_one_of (fixture, 5);
}

static void
attach_five_of_six (LetterFixture *fixture)
{
  attach_all_but_one_of (fixture, 6);
}

static void
attach_all (LetterFixture *fixture)
{
  attach_all_but_one_of (fixture, 2);
  ((RelanceDebt *) fixture->facts.debts->pdata[1])->attached = TRUE;
}

static void
attach_none (LetterFixture *fixture)
{
  attach_all_but_one_of (fixture, 2);
  ((RelanceDebt *) fixture->facts.debts->pdata[0])->attached = FALSE;
}

static void
attach_the_one (LetterFixture *fixture)
{
  ((RelanceDebt *) fixture->facts.debts->pdata[0])->attached = TRUE;
}

static void
attach_two_instalments (LetterFixture *fixture)
{
  attach_three_of_four (fixture);
  g_set_str (&((RelanceDebt *) fixture->facts.debts->pdata[1])->number, "F-1");
}

static void
add_line (LetterFixture *fixture)
{
  fixture->facts.personal_line = "My own words.";
}

static void
do_nothing (LetterFixture *fixture)
{
}

#define FEES                                                                                       \
  "{{#one}}{{#fees}}{{interest}}, {{rate}}, {{days}}, {{recovery}}, {{total}}{{/fees}}{{/one}}"

#define ATTACHED                                                                                   \
  "{{#attached}}all{{/attached}}{{#several}}{{#attached}} of several{{/attached}}{{/several}}"     \
  "{{#part_attached}}{{#one_attached}}one: {{/one_attached}}{{#many_attached}}many: "              \
  "{{/many_attached}}{{>attached-numbers}}{{/part_attached}}"                                      \
  "{{^attached}}{{^part_attached}}none{{/part_attached}}{{/attached}}"

static const FactCase cases[] = {
  { "nothing is attached", RELANCE_LANGUAGE_EN, attach_none, ATTACHED, "none" },
  { "the one invoice is attached", RELANCE_LANGUAGE_EN, attach_the_one, ATTACHED, "all" },
  { "the one invoice is not attached", RELANCE_LANGUAGE_EN, do_nothing, ATTACHED, "none" },
  { "no invoice is attached", RELANCE_LANGUAGE_EN, forget_debts, ATTACHED, "none" },
  { "all invoices are attached", RELANCE_LANGUAGE_EN, attach_all, ATTACHED, "all of several" },
  { "one of two is attached", RELANCE_LANGUAGE_EN, attach_one_of_two, ATTACHED, "one: F-1" },
  { "three of four are attached", RELANCE_LANGUAGE_EN, attach_three_of_four, ATTACHED,
    "many: F-1, F-2 and F-3" },
  { "four of five are attached", RELANCE_LANGUAGE_EN, attach_four_of_five, ATTACHED,
    "many: F-1, F-2, F-3 and one other" },
  { "five of six are attached", RELANCE_LANGUAGE_EN, attach_five_of_six, ATTACHED,
    "many: F-1, F-2, F-3 and 2 others" },
  { "four of five are attached in French", RELANCE_LANGUAGE_FR, attach_four_of_five, ATTACHED,
    "many: F-1, F-2, F-3 et une autre" },
  { "five of six are attached in French", RELANCE_LANGUAGE_FR, attach_five_of_six, ATTACHED,
    "many: F-1, F-2, F-3 et 2 autres" },
  { "two instalments have one file", RELANCE_LANGUAGE_FR, attach_two_instalments, ATTACHED,
    "many: F-1 et F-3" },
  { "fees in French", RELANCE_LANGUAGE_FR, add_fees, FEES,
    "12,11\u00a0€, 12,15\u00a0% puis 12,40\u00a0%, 30, 40,00\u00a0€, 52,11\u00a0€" },
  { "fees in English", RELANCE_LANGUAGE_EN, add_fees, FEES,
    "€12.11, 12.15% then 12.40%, 30, €40.00, €52.11" },
  { "fees of all", RELANCE_LANGUAGE_EN, add_fees, "{{#fees}}{{total}}, {{grand_total}}{{/fees}}",
    "€52.11, €1,252.11" },
  { "no fees are known", RELANCE_LANGUAGE_EN, do_nothing, FEES "{{^fees}}none{{/fees}}", "none" },
  { "no fees of a consumer", RELANCE_LANGUAGE_FR, add_fees_of_consumer,
    FEES "{{^fees}}none{{/fees}}", "none" },
  { "no fees in two currencies", RELANCE_LANGUAGE_FR, add_fees_in_dollars,
    FEES "{{^fees}}none{{/fees}}", "none" },
  { "no sum where one is unknown", RELANCE_LANGUAGE_EN, add_second_without_fees,
    "{{#several.invoices}}{{#fees}}{{total}}{{/fees}}{{^fees}}?{{/fees}};{{/several.invoices}}"
    "{{^fees}}none{{/fees}}",
    "€52.11;?;none" },
  { "a payment", RELANCE_LANGUAGE_FR, add_payment,
    "{{#payment}}{{amount}}, {{date}}, {{means}}{{/payment}}",
    "500,00\u00a0€, 4 octobre 2024, chèque" },
  { "a promise without an amount", RELANCE_LANGUAGE_EN, promise_a_day,
    "{{#promise}}{{date}}{{#amount}}, {{amount}}{{/amount}}{{/promise}}", "4 October 2024" },
  { "a plan", RELANCE_LANGUAGE_EN, agree_on_plan,
    "{{#plan}}{{count}}, {{total}}:{{#parts}} {{date}} {{amount}};{{/parts}}{{/plan}}",
    "2, €1,000.00: 4 October 2024 €600.00; 4 November 2024 €400.00;" },
  { "terms", RELANCE_LANGUAGE_FR, agree_on_terms, "{{#terms}}{{days}}{{/terms}}", "30" },
  { "no terms", RELANCE_LANGUAGE_FR, do_nothing, "{{^terms}}none{{/terms}}", "none" },
  { "a settled invoice", RELANCE_LANGUAGE_EN, settle,
    "{{#one}}{{number}} {{paid_amount}}{{#part_paid}} part{{/part_paid}}{{/one}}",
    "F-042 €1,200.00" },
  { "no invoice", RELANCE_LANGUAGE_EN, forget_debts,
    "{{^one}}{{^several}}{{^fees}}none{{/fees}}{{/several}}{{/one}}", "none" },
  { "the user's own line", RELANCE_LANGUAGE_EN, add_line, "{{personal_line}}", "My own words." },
  { "the day and the deadline", RELANCE_LANGUAGE_FR, do_nothing,
    "{{today}}, {{deadline}}, {{deadline_days}}", "22 novembre 2026, 30 novembre 2026, 8" },
};

static void
test_case (gconstpointer data)
{
  const FactCase *test = data;
  LetterCell cell = { .style = { .stage = RELANCE_STAGE_FIRST,
                                 .tone = RELANCE_TONE_FORMAL,
                                 .address = RELANCE_ADDRESS_VOUS,
                                 .language = test->language } };
  g_autofree char *template = g_strconcat ("Subject: x\n\n", test->template, NULL);
  g_auto (LetterFixture) fixture = { 0 };
  g_autoptr (RelanceLetter) letter = NULL;
  g_autoptr (GError) error = NULL;

  letter_fixture_set_up (&fixture, &cell);
  test->arrange (&fixture);
  letter = relance_letter_fill (template, &fixture.facts, &cell.style, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (letter->text, ==, test->expected);
  g_clear_pointer (&fixture.facts.fees, g_array_unref);
  g_clear_pointer (&fixture.facts.plan, g_ptr_array_unref);
}

/* What the table of names in the folder's README explains, letters know; and nothing else. */
static void
test_names (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "data", "letters", "README.md", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GRegex) name = g_regex_new ("`([a-z_.]+)`", 0, 0, NULL);
  guint names = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], " | ", 2);
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_str_has_prefix (lines[i], "| `"))
        continue;
      for (g_regex_match (name, cells[0], 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *found = g_match_info_fetch (match, 1);

          g_test_message ("%s", found);
          g_assert_true (relance_letter_check_is_name (found));
          names++;
        }
    }
  g_assert_cmpuint (names, >, 50);
  g_assert_false (relance_letter_check_is_name ("nonsense"));
  g_assert_false (relance_letter_check_is_name ("client.nonsense"));
  g_assert_false (relance_letter_check_is_name ("one.nonsense"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/letters/facts/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/letters/facts/names", test_names);

  return g_test_run ();
}
