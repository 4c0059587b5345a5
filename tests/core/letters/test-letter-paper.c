/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters on pages. What the pages say is read by tests/cli/test_letter_paper.py. */

#include "config.h"

#include "letter-fixture.h"
#include "relance-letter-paper.h"
#include "relance-qr-code.h"

#include <string.h>

/* Read by the leak sanitizer: fontconfig keeps what it knows of the fonts until the end. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig";
}

/* A letter with all that may stand around it. */
typedef struct
{
  RelanceBusiness *business;
  RelanceClient *client;
  RelanceLetterSheet sheet;
} Fixture;

static void
set_up (Fixture *fixture, const char *text)
{
  fixture->business = relance_business_new ();
  relance_business_take (fixture->business, RELANCE_BUSINESS_NAME, g_strdup ("Studio Nord"));
  relance_business_take (fixture->business, RELANCE_BUSINESS_IBAN,
                         g_strdup ("FR7630006000011234567890189"));
  fixture->client = relance_client_new ("Atelier Durand");
  fixture->sheet = (RelanceLetterSheet) {
    .subject = "Facture F-042",
    .text = text,
    .language = RELANCE_LANGUAGE_FR,
    .date = relance_date_new (2026, 11, 23),
    .business = fixture->business,
    .client = fixture->client,
    .signature = "Studio Nord",
  };
}

static void
clear (Fixture *fixture)
{
  g_clear_pointer (&fixture->business, relance_business_free);
  g_clear_object (&fixture->client);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

static guint
count_pages (const RelanceLetterSheet *sheet)
{
  g_autoptr (RelanceLetterPaper) paper = relance_letter_paper_new (sheet);

  return relance_letter_paper_count_pages (paper);
}

static GBytes *
make_pdf (const RelanceLetterSheet *sheet)
{
  g_autoptr (RelanceLetterPaper) paper = relance_letter_paper_new (sheet);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = relance_letter_paper_to_pdf (paper, &error);

  g_assert_no_error (error);
  return pdf;
}

static char *
repeat (const char *text, int times)
{
  GString *all = g_string_new (NULL);

  while (times-- > 0)
    g_string_append (all, text);
  return g_string_free_and_steal (all);
}

/* One or a few invoices never take a third page, and what is no notice takes one. */
static void
test_cell (const LetterCell *cell, gpointer data)
{
  g_auto (LetterFixture) letter = { 0 };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (RelanceLetter) written = NULL;
  guint n_pages;

  letter_fixture_set_up (&letter, cell);
  written = relance_letter_write (&letter.facts, &cell->style, NULL);
  set_up (&fixture, written->text);
  fixture.sheet.subject = written->subject;
  fixture.sheet.language = cell->style.language;
  n_pages = count_pages (&fixture.sheet);
  g_test_message ("%s: %u", cell->letter, n_pages);
  g_assert_cmpuint (n_pages, <=, cell->style.stage == RELANCE_STAGE_FORMAL_NOTICE ? 2 : 1);
}

static void
test_every_letter (void)
{
  letter_cells_foreach (test_cell, NULL);
}

/* The same letter is the same file, on another day too. */
static void
test_same_bytes (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autofree char *text = repeat ("Bonjour 🙂\n\nמה שלומך, 你好\n\n• F-042 · 120,00 €\n", 20);

  set_up (&fixture, text);
  one = make_pdf (&fixture.sheet);
  other = make_pdf (&fixture.sheet);
  g_assert_true (g_bytes_equal (one, other));
}

typedef struct
{
  const char *about;
  const char *text;
  int times;
  guint least_pages;
  guint most_pages;
} TextCase;

static const TextCase text_cases[] = {
  { "nothing", "", 1, 1, 1 },
  { "blank lines", "\n", 500, 1, 1 },
  { "one word", "x", 20000, 2, 20 },
  { "one paragraph", "mot ", 20000, 4, 60 },
  { "many paragraphs", "mot\n\n", 500, 10, 40 },
  { "rows", "• F-042 · 120,00 € · échue le 12 novembre 2026\n", 500, 8, 20 },
  { "rows of many cells", "• a · b · c · d · e · f · g · h · i\n", 100, 2, 10 },
  { "a row of one cell that is a book", "• mot mot mot mot mot mot mot mot", 500, 2, 40 },
  { "empty cells", "•  ·  ·  · \n", 10, 1, 1 },
  { "what announces, and announces", "Voici :\n\n", 500, 8, 40 },
  { "marks of direction", "\u202e\u2067\u200f abc \u202d\n", 100, 2, 4 },
  { "bytes that are no text", "\xff\xfe abc\n\n", 10, 1, 1 },
};

static void
test_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      const TextCase *test = &text_cases[i];
      g_autofree char *text = repeat (test->text, test->times);
      g_auto (Fixture) fixture = { 0 };
      g_autoptr (GBytes) pdf = NULL;
      guint n_pages;

      set_up (&fixture, text);
      n_pages = count_pages (&fixture.sheet);
      g_test_message ("%s: %u", test->about, n_pages);
      g_assert_cmpuint (n_pages, >=, test->least_pages);
      g_assert_cmpuint (n_pages, <=, test->most_pages);
      pdf = make_pdf (&fixture.sheet);
      g_assert_cmpuint (g_bytes_get_size (pdf), >, 500);
    }
}

/* A head that is much too long is cut; the letter still begins on the first page. */
static void
test_long_names (void)
{
  g_autofree char *name = repeat ("Établissements ", 40);
  g_autofree char *word = repeat ("x", 500);
  g_auto (Fixture) fixture = { 0 };

  set_up (&fixture, "Bonjour,\n\nMerci.");
  g_set_str (&fixture.client->name, name);
  g_set_str (&fixture.client->street, word);
  g_set_str (&fixture.client->city, word);
  relance_business_take (fixture.business, RELANCE_BUSINESS_STREET, g_strdup (word));
  relance_business_take (fixture.business, RELANCE_BUSINESS_CITY, g_strdup (word));
  g_assert_cmpuint (count_pages (&fixture.sheet), ==, 1);
}

static void
test_code_size (void)
{
  g_autofree char *content = repeat ("x", 331);
  g_autofree char *longer = repeat ("x", 332);
  g_autoptr (RelanceQrCode) code = relance_qr_code_new (content, 13);

  g_assert_nonnull (code);
  g_assert_null (relance_qr_code_new (longer, 13));
  g_assert_null (relance_qr_code_new ("", 13));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-paper/every-letter", test_every_letter);
  g_test_add_func ("/letter-paper/same-bytes", test_same_bytes);
  g_test_add_func ("/letter-paper/texts", test_texts);
  g_test_add_func ("/letter-paper/long-names", test_long_names);
  g_test_add_func ("/letter-paper/code-size", test_code_size);
  return g_test_run ();
}
