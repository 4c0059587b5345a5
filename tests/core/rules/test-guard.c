/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard-shouting.h"
#include "relance-guard.h"
#include "relance-money.h"
#include "relance-money-words.h"

#define NO 0

#define SUBJECT "Facture F-042 – 1 200,00 €"
#define TEXT "Bonjour,\n\nLa facture F-042 de 1 200,00 € reste à régler.\n"
#define TWO "• F-042 · 1 200,00 €\n• F-045 · 720,00 €\nTotal : 1 920,00 €\n"

typedef struct
{
  const char *name;
  const char *subject;
  const char *text;
  gboolean two; /* F-042 and F-045, else F-042 alone */
  RelanceTone tone;
  RelanceGuardKind kind; /* the only finding, or NO */
  const char *quote;
} GuardCase;

#define FORMAL RELANCE_TONE_FORMAL
#define FRIENDLY RELANCE_TONE_FRIENDLY

static const GuardCase cases[] = {
  { "as it should be", SUBJECT, TEXT, FALSE, FORMAL, NO, NULL },
  { "two as they should be", SUBJECT, TWO, TRUE, FORMAL, NO, NULL },
  { "an amount typed by hand", SUBJECT, "F-042 : 1200 EUR.", FALSE, FORMAL, NO, NULL },
  { "an English amount", SUBJECT, "F-042: €1,200.00", FALSE, FORMAL, NO, NULL },
  { "an offer to split", SUBJECT, TEXT "Deux fois 600,00 €, si vous voulez.", FALSE, FORMAL, NO,
    NULL },
  { "the total alone", SUBJECT, "F-042 et F-045, au total 1 920,00 €.", TRUE, FORMAL, NO, NULL },
  { "a number before the amount", SUBJECT, "La F-042 1 200,00 € reste.", FALSE, FORMAL, NO, NULL },

  { "a slot of ours", SUBJECT, TEXT "{{client.name}}", FALSE, FORMAL, RELANCE_GUARD_PLACEHOLDER,
    "{{client.name}}" },
  { "half a slot", SUBJECT, TEXT "client.name}}", FALSE, FORMAL, RELANCE_GUARD_PLACEHOLDER, "}}" },
  { "a bracketed slot", SUBJECT, TEXT "avant le [date prévue]", FALSE, FORMAL,
    RELANCE_GUARD_PLACEHOLDER, "[date prévue]" },
  { "a filler", SUBJECT, TEXT "le XXX", FALSE, FORMAL, RELANCE_GUARD_PLACEHOLDER, "XXX" },
  { "an odd name is no slot", SUBJECT, TEXT "Bonjour {{iban}} et SNCF RESEAU", FALSE, FORMAL, NO,
    NULL },

  { "no subject", " \u00a0", TEXT, FALSE, FORMAL, RELANCE_GUARD_EMPTY_SUBJECT, NULL },
  { "another amount", SUBJECT, "La facture F-042 de 1 300,00 € reste.", FALSE, FORMAL,
    RELANCE_GUARD_AMOUNT, "1 300,00 €" },
  { "another amount in the subject", "Facture F-042 – 1 300,00 €", TEXT, FALSE, FORMAL,
    RELANCE_GUARD_AMOUNT, "1 300,00 €" },
  { "no amount", SUBJECT, "La facture F-042 reste à régler.", FALSE, FORMAL, RELANCE_GUARD_AMOUNT,
    NULL },
  { "more than is owed", SUBJECT, TEXT "Soit 1 240,00 € avec les frais.", FALSE, FORMAL,
    RELANCE_GUARD_AMOUNT, "1 240,00 €" },
  { "one line of two", SUBJECT, "• F-042 · 1 200,00 €\n• F-045 · 750,00 €\nTotal : 1 920,00 €\n",
    TRUE, FORMAL, RELANCE_GUARD_AMOUNT, "750,00 €" },
  { "a wrong total", SUBJECT, "• F-042 · 1 200,00 €\n• F-045 · 720,00 €\nTotal : 1 900,00 €\n",
    TRUE, FORMAL, RELANCE_GUARD_AMOUNT, "1 900,00 €" },
  { "part of the amount", SUBJECT, "La facture F-042 de 11 200,00 € reste.", FALSE, FORMAL,
    RELANCE_GUARD_AMOUNT, "11 200,00 €" },
  { "another number", "Rappel", "La facture F-999 de 1 200,00 € reste, comme F-042.", FALSE, FORMAL,
    RELANCE_GUARD_NUMBER, "F-999" },
  { "a longer number", "Rappel – 1 200,00 €", "La facture F-0421 de 1 200,00 € reste.", FALSE,
    FORMAL, RELANCE_GUARD_NUMBER, "F-042" },

  { "an emoji", SUBJECT, TEXT "Merci 🙂", FALSE, FORMAL, RELANCE_GUARD_EMOJI_IN_FORMAL, "🙂" },
  { "an emoji among friends", SUBJECT, TEXT "Merci 🙂", FALSE, FRIENDLY, NO, NULL },
  { "three emoji", SUBJECT, TEXT "Merci ☀️🙏🏽👩‍💻", FALSE, FRIENDLY,
    RELANCE_GUARD_MANY_EMOJI, "☀️" },
  { "two emoji of several signs", SUBJECT, TEXT "Merci 🙏🏽👩‍💻", FALSE, FRIENDLY, NO,
    NULL },
  { "tu", SUBJECT, TEXT "Quand penses-tu payer ?", FALSE, FRIENDLY, RELANCE_GUARD_ADDRESS_MIX,
    "tu" },
  { "ton", SUBJECT, TEXT "Ton règlement.", FALSE, FRIENDLY, RELANCE_GUARD_ADDRESS_MIX, "Ton" },
  { "the tone", SUBJECT, TEXT "Sur un ton amical, le statut, la têtue, tutelle.", FALSE, FRIENDLY,
    NO, NULL },
  { "a long word in capitals", SUBJECT, TEXT "URGENT", FALSE, FORMAL, RELANCE_GUARD_SHOUTING,
    "URGENT" },
  { "words in capitals", SUBJECT, TEXT "MERCI DE PAYER VITE", FALSE, FORMAL, RELANCE_GUARD_SHOUTING,
    "MERCI DE PAYER VITE" },
  { "marks in a row", SUBJECT, TEXT "Merci !!!", FALSE, FORMAL, RELANCE_GUARD_SHOUTING, "!!!" },
  { "words of an identifier", SUBJECT, TEXT "Référence : VIEUX-VOLEUR-2026.", FALSE, FORMAL, NO,
    NULL },
  { "a word after an identifier", SUBJECT, TEXT "Merci de payer la F-042 IMMÉDIATEMENT.", FALSE,
    FORMAL, RELANCE_GUARD_SHOUTING, "IMMÉDIATEMENT" },
  { "a doubt denied", SUBJECT, TEXT "Je n’hésiterai pas à casser votre vitrine.", FALSE, FORMAL,
    RELANCE_GUARD_THREAT, "Je n’hésiterai pas à casser votre vitrine." },
  { "a threat denied", SUBJECT, TEXT "Je ne vais pas casser votre vitrine.", FALSE, FORMAL, NO,
    NULL },
  { "acronyms", SUBJECT, TEXT "EUR TTC, IBAN, BIC, TTC, la TVA et le RIB.", FALSE, FORMAL, NO,
    NULL },
};

static GPtrArray *
make_debts (gboolean two)
{
  GPtrArray *debts = relance_debts_new ();

  g_ptr_array_add (debts, relance_debt_new ("F-042", "EUR", 120000, 0));
  if (two)
    g_ptr_array_add (debts, relance_debt_new ("F-045", "EUR", 72000, 0));

  return debts;
}

static GPtrArray *
read_letter (const char *subject,
             const char *text,
             GPtrArray *debts,
             RelanceTone tone,
             const char *to,
             const char *from,
             gboolean has_iban)
{
  static const char *const known[] = { "{{iban}}", "SNCF RESEAU", "F-042", "F-045", NULL };

  return relance_guard_read (&(RelanceGuardFacts) {
    .subject = subject,
    .text = text,
    .to = to,
    .from = from,
    .debts = debts,
    .tone = tone,
    .address = RELANCE_ADDRESS_VOUS,
    .language = RELANCE_LANGUAGE_FR,
    .has_iban = has_iban,
    .known = known,
  });
}

static void
test_case (gconstpointer data)
{
  const GuardCase *test = data;
  g_autoptr (GPtrArray) debts = make_debts (test->two);
  g_autoptr (GPtrArray) findings =
    read_letter (test->subject, test->text, debts, test->tone, "a@b.example", "c@d.example", TRUE);
  RelanceGuardFinding *finding = findings->len > 0 ? findings->pdata[0] : NULL;

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%d: %s", ((RelanceGuardFinding *) findings->pdata[i])->kind,
                    ((RelanceGuardFinding *) findings->pdata[i])->quote);

  g_assert_cmpuint (findings->len, ==, test->kind == NO ? 0 : 1);
  if (finding != NULL)
    {
      g_assert_cmpint (finding->kind, ==, test->kind);
      g_assert_cmpstr (finding->quote, ==, test->quote);
    }
}

static void
assert_kinds (GPtrArray *findings, const RelanceGuardKind *kinds)
{
  guint i;

  for (i = 0; kinds[i] != 0; i++)
    {
      g_assert_cmpuint (findings->len, >, i);
      g_assert_cmpint (((RelanceGuardFinding *) findings->pdata[i])->kind, ==, kinds[i]);
    }
  g_assert_cmpuint (findings->len, ==, i);
}

static void
test_envelope (void)
{
  static const RelanceGuardKind kinds[] = { RELANCE_GUARD_EMPTY_TEXT, RELANCE_GUARD_NO_RECIPIENT,
                                            RELANCE_GUARD_NO_SENDER,  RELANCE_GUARD_SETTLED,
                                            RELANCE_GUARD_NO_IBAN,    0 };
  g_autoptr (GPtrArray) debts = relance_debts_new ();
  g_autoptr (GPtrArray)
    findings = read_letter ("Rappel", "\n \u200b", debts, FORMAL, NULL, "", FALSE);

  assert_kinds (findings, kinds);
  g_assert_true (relance_guard_is_stop (RELANCE_GUARD_PLACEHOLDER));
  g_assert_true (relance_guard_is_stop (RELANCE_GUARD_AMOUNT));
  g_assert_false (relance_guard_is_stop (RELANCE_GUARD_NO_IBAN));
}

/* Two currencies are two sums: the one must not stand in for the other. */
static void
test_currencies (void)
{
  static const RelanceGuardKind none[] = { 0 };
  static const RelanceGuardKind amount[] = { RELANCE_GUARD_AMOUNT, 0 };
  g_autoptr (GPtrArray) debts = make_debts (FALSE);
  g_autoptr (GPtrArray) good = NULL;
  g_autoptr (GPtrArray) bad = NULL;

  g_ptr_array_add (debts, relance_debt_new ("F-045", "USD", 30000, 0));
  good = read_letter ("Rappel", "F-042 : 1 200,00 €\nF-045 : 300,00 $US", debts, FORMAL,
                      "a@b.example", "c@d.example", TRUE);
  bad = read_letter ("Rappel", "F-042 : 1 200,00 €\nF-045 : 300,00 €", debts, FORMAL, "a@b.example",
                     "c@d.example", TRUE);

  assert_kinds (good, none);
  assert_kinds (bad, amount);
}

typedef struct
{
  const char *text;
  const char *currency;
  gint64 minor;
} AmountCase;

static const AmountCase amount_cases[] = {
  { "1\u202f200,00\u00a0€", "EUR", 120000 },
  { "1 200 €", "EUR", 120000 },
  { "1200,5 EUR", "EUR", 120050 },
  { "€1,200.00", "EUR", 120000 },
  { "EUR 12", "EUR", 1200 },
  { "1.200,00 €", "EUR", 120000 },
  { "300,00 $US", "USD", 30000 },
  { "US$300.00", "USD", 30000 },
  { "$300", "USD", 30000 },
  { "12 000 JPY", "JPY", 12000 },
  { "£5.20", "GBP", 520 },
};

static void
test_amounts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (amount_cases); i++)
    {
      const AmountCase *test = &amount_cases[i];
      g_autofree char *text = g_strdup_printf ("La somme de %s, le 12/11.", test->text);
      g_autoptr (GPtrArray) found = relance_money_words_find (text, test->currency);

      g_test_message ("%s", test->text);
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpstr (((RelanceQuotedAmount *) found->pdata[0])->quote, ==, test->text);
      g_assert_true (relance_quoted_amount_means (found->pdata[0], test->minor));
    }
}

/* What a letter writes, the guard must read, in whatever currency. */
static void
test_all_marks (void)
{
  static const char *const codes[] = { "EUR", "USD", "CAD", "AUD", "GBP", "CHF", "JPY",
                                       "XOF", "XAF", "XPF", "MAD", "TND", "DKK", "SEK",
                                       "PLN", "CZK", "INR", "BRL", "CNY", "KWD" };
  static const char *const locales[] = { "fr", "en_GB" };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (locales); j++)
      {
        g_autofree char *amount = relance_money_format (123456789, codes[i], locales[j]);
        g_autofree char *text = g_strdup_printf ("F-042 · %s · 12", amount);
        g_autoptr (GPtrArray) found = relance_money_words_find (text, codes[i]);

        g_test_message ("%s", text);
        g_assert_cmpuint (found->len, ==, 1);
        g_assert_true (relance_quoted_amount_means (found->pdata[0], 123456789));
      }
}

static void
test_dollars (void)
{
  static const RelanceGuardKind none[] = { 0 };
  g_autoptr (GPtrArray) debts = relance_debts_new ();
  g_autoptr (GPtrArray) findings = NULL;

  g_ptr_array_add (debts, relance_debt_new ("F-042", "USD", 30000, 0));
  g_ptr_array_add (debts, relance_debt_new ("F-045", "CAD", 20000, 0));
  findings = read_letter ("Rappel", "F-042 : 300,00 $US\nF-045 : 200,00 $CA", debts, FORMAL,
                          "a@b.example", "c@d.example", TRUE);
  assert_kinds (findings, none);
}

/* What one letter is made of, and whether it had better wait for the next day. */
static const struct
{
  const char *name;
  RelanceGuardKind kinds[4];
  gboolean angry;
} tempers[] = {
  { "nothing", { 0 }, FALSE },
  { "a threat", { RELANCE_GUARD_THREAT }, TRUE },
  { "an insult", { RELANCE_GUARD_INSULT }, TRUE },
  { "a humiliation", { RELANCE_GUARD_HUMILIATION }, TRUE },
  { "capitals", { RELANCE_GUARD_SHOUTING }, FALSE },
  { "insistence", { RELANCE_GUARD_PRESSURE }, FALSE },
  { "capitals and insistence", { RELANCE_GUARD_SHOUTING, RELANCE_GUARD_PRESSURE }, TRUE },
  { "insistence twice", { RELANCE_GUARD_PRESSURE, RELANCE_GUARD_PRESSURE }, TRUE },
  { "an insult among slips",
    { RELANCE_GUARD_ADDRESS_MIX, RELANCE_GUARD_MANY_EMOJI, RELANCE_GUARD_INSULT },
    TRUE },
  { "law and fees",
    { RELANCE_GUARD_FALSE_LEGAL, RELANCE_GUARD_FEES_TO_CONSUMER, RELANCE_GUARD_TOO_HARSH },
    FALSE },
  { "stops", { RELANCE_GUARD_PLACEHOLDER, RELANCE_GUARD_AMOUNT, RELANCE_GUARD_NUMBER }, FALSE },
};

static void
test_tempers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tempers); i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

      for (int j = 0; j < 4 && tempers[i].kinds[j] != 0; j++)
        {
          RelanceGuardFinding *finding = g_new0 (RelanceGuardFinding, 1);

          finding->kind = tempers[i].kinds[j];
          g_ptr_array_add (findings, finding);
        }

      g_test_message ("%s", tempers[i].name);
      g_assert_cmpint (relance_guard_is_angry (findings), ==, tempers[i].angry);
    }
}

/* The words that a suggestion replaces, and how it is made to fit there. */
static const struct
{
  const char *text;
  RelanceLanguage language;
  RelanceGuardMend mend;
  int at;
  const char *quote;
  const char *suggestion;
} mends[] = {
  { "Bonjour.\nVous êtes un voleur.", RELANCE_LANGUAGE_FR, RELANCE_GUARD_REPLACE, 9,
    "Vous êtes un voleur", "Je ne comprends pas encore ce qui bloque" },
  { "Bonjour Léa, vous êtes un voleur.", RELANCE_LANGUAGE_FR, RELANCE_GUARD_REPLACE, 13,
    "vous êtes un voleur", "je ne comprends pas encore ce qui bloque" },
  { "La F-042 reste, vous êtes un voleur.", RELANCE_LANGUAGE_FR, RELANCE_GUARD_REPLACE, 16,
    "vous êtes un voleur", "je ne comprends pas encore ce qui bloque" },
  { "Merci. Vous voilà prévenu. Bonne journée.", RELANCE_LANGUAGE_FR, RELANCE_GUARD_REPLACE, 7,
    "Vous voilà prévenu.", "Parlons-en de vive voix : quand seriez-vous disponible ?" },
  { "Vous n’avez pas honte ?", RELANCE_LANGUAGE_FR, RELANCE_GUARD_REPLACE, 0,
    "Vous n’avez pas honte ?", "Cela reste entre nous : parlons-en ensemble." },
  { "Ton règlement.", RELANCE_LANGUAGE_FR, RELANCE_GUARD_REPLACE, 0, "Ton", "Votre" },
  { "PAYEZ MAINTENANT.", RELANCE_LANGUAGE_FR, RELANCE_GUARD_REPLACE, 0, "PAYEZ MAINTENANT",
    "Payez maintenant" },
  { "C’est U R G E N T.", RELANCE_LANGUAGE_FR, RELANCE_GUARD_REPLACE, 6, "U R G E N T", "urgent" },
  { "Merci !!!", RELANCE_LANGUAGE_FR, RELANCE_GUARD_REPLACE, 6, "!!!", "!" },
  { "Merci 🙂", RELANCE_LANGUAGE_FR, RELANCE_GUARD_LEAVE_OUT, 6, "🙂", NULL },
  { "le {nom}", RELANCE_LANGUAGE_FR, RELANCE_GUARD_ADVISE, 3, "{nom}", NULL },
};

static void
test_mends (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mends); i++)
    {
      g_autoptr (GPtrArray) findings = relance_guard_read_words (&(RelanceGuardFacts) {
        .text = mends[i].text,
        .tone = FORMAL,
        .language = mends[i].language,
      });
      const RelanceGuardFinding *finding = NULL;

      g_test_message ("%s", mends[i].text);
      g_assert_cmpuint (findings->len, >, 0);
      finding = findings->pdata[0];
      g_assert_cmpstr (finding->quote, ==, mends[i].quote);
      g_assert_cmpint (finding->mend, ==, mends[i].mend);
      g_assert_cmpint (finding->place, ==, RELANCE_GUARD_IN_TEXT);
      g_assert_cmpint (finding->at, ==, mends[i].at);
      if (mends[i].suggestion != NULL)
        g_assert_cmpstr (finding->suggestion, ==, mends[i].suggestion);
    }
}

static void
test_calm (void)
{
  g_autofree char *english = relance_guard_shouting_calm (RELANCE_LANGUAGE_EN, "WHEN WILL I");
  g_autofree char *french = relance_guard_shouting_calm (RELANCE_LANGUAGE_FR, "PAYEZ À 1 HEURE");
  g_autofree char *marks = relance_guard_shouting_calm (RELANCE_LANGUAGE_EN, "!?!");

  g_assert_cmpstr (english, ==, "when will I");
  g_assert_cmpstr (french, ==, "payez à 1 heure");
  g_assert_cmpstr (marks, ==, "?");
}

/* Words of the subject, of the text after it, and of neither. */
static void
test_places (void)
{
  g_autoptr (GPtrArray) debts = make_debts (TRUE);
  g_autoptr (GPtrArray)
    findings = read_letter ("Ton retard – 1 920,00 €", "F-042 : vous êtes un voleur. 1 920,00 €",
                            debts, FRIENDLY, "a@b.example", "c@d.example", TRUE);
  RelanceGuardFinding *missing = findings->pdata[0];
  RelanceGuardFinding *subject = findings->pdata[1];
  RelanceGuardFinding *text = findings->pdata[2];

  g_assert_cmpuint (findings->len, ==, 3);
  g_assert_cmpint (missing->place, ==, RELANCE_GUARD_NOWHERE);
  g_assert_cmpint (subject->place, ==, RELANCE_GUARD_IN_SUBJECT);
  g_assert_cmpint (subject->at, ==, 0);
  g_assert_cmpint (text->place, ==, RELANCE_GUARD_IN_TEXT);
  g_assert_cmpint (text->at, ==, 8);
  g_assert_cmpstr (text->quote, ==, "vous êtes un voleur");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/guard/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/rules/guard/envelope", test_envelope);
  g_test_add_func ("/rules/guard/currencies", test_currencies);
  g_test_add_func ("/rules/guard/amounts", test_amounts);
  g_test_add_func ("/rules/guard/all-marks", test_all_marks);
  g_test_add_func ("/rules/guard/dollars", test_dollars);
  g_test_add_func ("/rules/guard/tempers", test_tempers);
  g_test_add_func ("/rules/guard/mends", test_mends);
  g_test_add_func ("/rules/guard/calm", test_calm);
  g_test_add_func ("/rules/guard/places", test_places);

  return g_test_run ();
}
