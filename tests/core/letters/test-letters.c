/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters about what is less usual, and the page made from a text. */

#include "config.h"

#include "letter-fixture.h"
#include "relance-catalogue.h"
#include "relance-letter-html.h"

#include <string.h>

static const LetterCell french = { .style = { RELANCE_STAGE_FIRST, RELANCE_TONE_FRIENDLY,
                                              RELANCE_ADDRESS_VOUS, RELANCE_LANGUAGE_FR } };
static const LetterCell english = { .style = { RELANCE_STAGE_SECOND, RELANCE_TONE_FORMAL,
                                               RELANCE_ADDRESS_VOUS, RELANCE_LANGUAGE_EN } };

typedef void (*Arrange) (LetterFixture *fixture);

typedef struct
{
  const char *name;
  const LetterCell *cell;
  Arrange arrange;
  const char *holds[4];
  const char *lacks;
} LetterCase;

static RelanceDebt *
get_debt (LetterFixture *fixture, guint index)
{
  return fixture->facts.debts->pdata[index];
}

static void
pay_a_part (LetterFixture *fixture)
{
  get_debt (fixture, 0)->balance = 50000;
}

static void
make_due_today (LetterFixture *fixture)
{
  get_debt (fixture, 0)->due = fixture->facts.today;
}

static void
make_one_day_late (LetterFixture *fixture)
{
  get_debt (fixture, 0)->due = fixture->facts.today - 1;
}

static void
make_due_on_leap_day (LetterFixture *fixture)
{
  get_debt (fixture, 0)->due = relance_date_new (2028, 2, 29);
  fixture->facts.today = relance_date_new (2028, 3, 7);
}

static void
add_dollars (LetterFixture *fixture)
{
  letter_fixture_add_debt (fixture, "F-050", NULL, "USD", 30000, relance_date_new (2026, 11, 10));
}

static void
add_four (LetterFixture *fixture)
{
  for (int i = 1; i <= 4; i++)
    {
      g_autofree char *number = g_strdup_printf ("G-%d", i);

      letter_fixture_add_debt (fixture, number, NULL, "EUR", 100, relance_date_new (2026, 11, 10));
    }
}

static void
name_oddly (LetterFixture *fixture)
{
  g_set_str (&fixture->facts.client->last_name, "{{business.iban}}\nSubject: X");
}

static void
forget_title (LetterFixture *fixture)
{
  fixture->facts.client->title = RELANCE_TITLE_NONE;
}

static void
make_monsieur (LetterFixture *fixture)
{
  fixture->facts.client->title = RELANCE_TITLE_MONSIEUR;
}

static void
forget_sender (LetterFixture *fixture)
{
  g_clear_object (&fixture->facts.sender);
}

static const LetterCase cases[] = {
  { "part paid",
    &french,
    pay_a_part,
    { "solde de la facture F-042", "500,00\u00a0€ sur 1\u202f200,00\u00a0€" },
    "règlement de la" },
  { "part paid in English", &english, pay_a_part, { "€500.00 of €1,200.00 is outstanding" }, NULL },
  { "due today", &french, make_due_today, { "à échéance du 22 novembre 2026" }, "échue" },
  { "one day late", &english, make_one_day_late, { "due on 21 November 2026" }, "days after" },
  { "29 February", &french, make_due_on_leap_day, { "échue le 29 février 2028" }, NULL },
  { "29 February in English",
    &english,
    make_due_on_leap_day,
    { "due on 29 February 2028", "7 days after the due date" },
    NULL },
  { "two currencies",
    &french,
    add_dollars,
    { "1\u202f200,00\u00a0€ + 300,00\u00a0$US",
      "Total\u00a0: 1\u202f200,00\u00a0€\nTotal\u00a0: 300,00\u00a0$US" },
    NULL },
  { "five invoices",
    &french,
    add_four,
    { "Factures F-042, G-1, G-2 et 2 autres", "• G-4 ·" },
    NULL },
  { "five invoices in English",
    &english,
    add_four,
    { "Invoices F-042, G-1, G-2 and 2 others" },
    NULL },
  { "an odd name",
    &french,
    name_oddly,
    { "Bonjour Madame {{business.iban}} Subject: X,\n" },
    "\nSubject" },
  { "no title", &french, forget_title, { "Bonjour Léa,\n" }, "Madame" },
  { "no title in English",
    &english,
    forget_title,
    { "Dear Léa Durand,", "Yours sincerely," },
    NULL },
  { "Mr", &english, make_monsieur, { "Dear Mr Durand,", "Yours sincerely," }, NULL },
  { "no sender",
    &french,
    forget_sender,
    { "Bien cordialement,\n\nStudio Nord\n01 99" },
    "Camille" },
};

static void
test_case (gconstpointer data)
{
  const LetterCase *test = data;
  g_auto (LetterFixture) fixture = { 0 };
  g_autofree char *letter = NULL;

  letter_fixture_set_up (&fixture, test->cell);
  test->arrange (&fixture);
  letter = letter_fixture_write (&fixture, test->cell);
  g_test_message ("%s", letter);

  for (int i = 0; test->holds[i] != NULL; i++)
    g_assert_nonnull (strstr (letter, test->holds[i]));
  if (test->lacks != NULL)
    g_assert_null (strstr (letter, test->lacks));
}

static void
test_long_subject (void)
{
  g_auto (LetterFixture) fixture = { 0 };
  g_autofree char *number = g_strnfill (300, '7');
  g_autofree char *letter = NULL;
  g_autofree char *subject = NULL;

  letter_fixture_set_up (&fixture, &french);
  g_set_str (&get_debt (&fixture, 0)->number, number);
  letter = letter_fixture_write (&fixture, &french);
  subject = g_strndup (letter, strcspn (letter, "\n"));

  g_assert_cmpint (g_utf8_strlen (subject, -1), ==, RELANCE_LETTER_MAX_SUBJECT);
  g_assert_true (g_str_has_suffix (subject, "…"));
  g_assert_nonnull (strstr (letter + strlen (subject), number));
}

static char *
find (RelanceLanguage language, RelanceTone tone, RelanceAddress address)
{
  RelanceLetterStyle style = {
    .stage = RELANCE_STAGE_FIRST,
    .tone = tone,
    .address = address,
    .language = language,
  };
  g_autoptr (GError) error = NULL;
  char *letter = relance_catalogue_find (&style, &error);

  g_assert_no_error (error);
  return letter;
}

static void
test_catalogue (void)
{
  g_autofree char *tu = find (RELANCE_LANGUAGE_EN, RELANCE_TONE_EMOJI, RELANCE_ADDRESS_TU);
  g_autofree char *emoji = find (RELANCE_LANGUAGE_EN, RELANCE_TONE_EMOJI, RELANCE_ADDRESS_VOUS);
  g_autofree char *formal = find (RELANCE_LANGUAGE_FR, RELANCE_TONE_FORMAL, RELANCE_ADDRESS_TU);
  g_autofree char *vous = find (RELANCE_LANGUAGE_FR, RELANCE_TONE_FORMAL, RELANCE_ADDRESS_VOUS);

  g_assert_cmpstr (tu, ==, emoji);
  g_assert_cmpstr (formal, ==, vous);
}

static void
test_missing_variant (void)
{
  RelanceLetterStyle style = french.style;
  g_autoptr (GError) error = NULL;

  style.variant = relance_catalogue_count_variants (&style);
  g_assert_cmpuint (style.variant, >=, 1);
  style.variant++;
  g_assert_null (relance_catalogue_find (&style, &error));
  g_assert_error (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_MISSING);
}

typedef struct
{
  const char *name;
  gboolean read;
  RelanceLetterStyle style;
} NameCase;

static const NameCase name_cases[] = {
  { "fr/formal-notice-formal-vous",
    TRUE,
    { RELANCE_STAGE_FORMAL_NOTICE, RELANCE_TONE_FORMAL, RELANCE_ADDRESS_VOUS, RELANCE_LANGUAGE_FR,
      1, 0 } },
  { "en/part-payment-emoji-3",
    TRUE,
    { RELANCE_STAGE_PART_PAYMENT, RELANCE_TONE_EMOJI, RELANCE_ADDRESS_VOUS, RELANCE_LANGUAGE_EN, 3,
      0 } },
  { "fr/plan-friendly-tu-2",
    TRUE,
    { RELANCE_STAGE_PLAN, RELANCE_TONE_FRIENDLY, RELANCE_ADDRESS_TU, RELANCE_LANGUAGE_FR, 2, 0 } },
  { "fr/plan-friendly-1", FALSE, { 0 } },
  { "fr/plan", FALSE, { 0 } },
  { "plan-friendly", FALSE, { 0 } },
  { "fr/parts/payment", FALSE, { 0 } },
  { "xx/plan-friendly", FALSE, { 0 } },
  { "", FALSE, { 0 } },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      const NameCase *test = &name_cases[i];
      RelanceLetterStyle style;

      g_test_message ("%s", test->name);
      g_assert_cmpint (relance_catalogue_read_name (test->name, &style), ==, test->read);
      if (test->read)
        g_assert_cmpmem (&style, sizeof style, &test->style, sizeof test->style);
    }
}

/* What lies in the folder is in the program: nobody keeps a list. */
static void
test_files_are_listed (void)
{
  static const char *const languages[] = { "en", "fr" };
  g_auto (GStrv) letters = relance_catalogue_list ();

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *folder =
        g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "data", "letters", languages[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *file;

      g_assert_nonnull (dir);
      while ((file = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *name =
            g_strdup_printf ("%s/%.*s", languages[i], (int) strcspn (file, "."), file);

          if (strcmp (file, "parts") == 0)
            continue;
          g_assert_true (g_strv_contains ((const char *const *) letters, name));
        }
    }
}

typedef struct
{
  const char *text;
  const char *holds;
} HtmlCase;

static const HtmlCase html_cases[] = {
  { "a\n\nb", ">a</p>\n<p style=\"margin:0 0 1em 0\">b</p>" },
  { "a\nb", ">a<br>\nb</p>" },
  { "a\r\n\r\n\r\nb\r\n", ">a</p>\n<p style=\"margin:0 0 1em 0\">b</p>" },
  { "a\u00a0b’c", ">a\u00a0b’c</p>" },
  { "a\001\xc2\x80'b", ">a&#x1;&#x80;&apos;b</p>" },
  { "<script>&\"", "&lt;script&gt;&amp;&quot;" },
  { "a\n• x · y", ">a</p>\n<table" },
  { "• x · y\nb", "</table>\n<p style=\"margin:0 0 1em 0\">b</p>" },
  { "• x · y\n• z", " colspan=\"2\">z</td></tr>" },
  { "• <b> · y", ">&lt;b&gt;</td>" },
  { "• a · b · c · <d>", ">&lt;d&gt;</td></tr>\n</table>" },
  { "• a · b\n• a · b · c · d · <e>", ">a · b · c · d · &lt;e&gt;</li>\n</ul>" },
  { "", "line-height:1.5\">\n</body>" },
};

static void
test_html (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (html_cases); i++)
    {
      g_autofree char *html = relance_letter_to_html (html_cases[i].text, "fr");

      g_test_message ("%s", html);
      g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"fr\">"));
      g_assert_nonnull (strstr (html, html_cases[i].holds));
      g_assert_null (strstr (html, "http"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/letters/cases/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/letters/long-subject", test_long_subject);
  g_test_add_func ("/letters/catalogue", test_catalogue);
  g_test_add_func ("/letters/missing-variant", test_missing_variant);
  g_test_add_func ("/letters/names", test_names);
  g_test_add_func ("/letters/files-are-listed", test_files_are_listed);
  g_test_add_func ("/letters/html", test_html);

  return g_test_run ();
}
