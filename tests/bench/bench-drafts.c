/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What build-aux/bench measures of the letters: prints as JSON what it takes, in milliseconds of
 * processor time, to draw up 10,000 of them, as text and as HTML: every letter of the catalogue
 * in turn, of one invoice and of several. */

#include "config.h"

#include "relance-catalogue.h"
#include "relance-enum-types.h"
#include "relance-letter-html.h"
#include "relance-letter.h"

#include <time.h>

#define DRAFTS 10000

static RelanceBusiness *
make_business (void)
{
  RelanceBusiness *business = relance_business_new ();

  relance_business_take (business, RELANCE_BUSINESS_NAME, g_strdup ("Studio Nord"));
  relance_business_take (business, RELANCE_BUSINESS_PHONE, g_strdup ("01 99 00 12 34"));
  relance_business_take (business, RELANCE_BUSINESS_IBAN, g_strdup ("FR7630006000011234567890189"));
  return business;
}

static RelanceClient *
make_client (void)
{
  RelanceClient *client = relance_client_new ("Atelier Durand");

  client->title = RELANCE_TITLE_MADAME;
  client->first_name = g_strdup ("Léa");
  client->last_name = g_strdup ("Durand");
  return client;
}

static void
add_debt (GPtrArray *debts, const char *number, gint64 balance, RelanceDate due)
{
  RelanceDebt *debt = relance_debt_new (number, "EUR", balance, due);

  debt->label = g_strdup ("Maintenance");
  g_ptr_array_add (debts, debt);
}

static void
draw_up (const RelanceLetterFacts *facts, const RelanceLetterStyle *style)
{
  const char *language = relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, (int) style->language);
  g_autoptr (RelanceLetter) letter = relance_letter_write (facts, style, NULL);
  g_autofree char *html = relance_letter_to_html (letter->text, language);

  g_assert (html[0] == '<');
}

static GArray *
list_styles (void)
{
  GArray *styles = g_array_new (FALSE, FALSE, sizeof (RelanceLetterStyle));
  g_auto (GStrv) names = relance_catalogue_list ();

  for (int i = 0; names[i] != NULL; i++)
    {
      RelanceLetterStyle style;

      if (relance_catalogue_read_name (names[i], &style))
        g_array_append_val (styles, style);
    }
  return styles;
}

int
main (void)
{
  g_autoptr (RelanceBusiness) business = make_business ();
  g_autoptr (RelanceClient) client = make_client ();
  g_autoptr (GPtrArray) one = relance_debts_new ();
  g_autoptr (GPtrArray) several = relance_debts_new ();
  g_autoptr (GArray) styles = list_styles ();
  RelanceLetterFacts facts = {
    .client = client,
    .business = business,
    .previous = relance_date_new (2026, 11, 8),
    .today = relance_date_new (2026, 11, 24),
  };
  clock_t since;

  add_debt (one, "F-042", 120000, relance_date_new (2026, 10, 22));
  add_debt (several, "F-042", 120000, relance_date_new (2026, 10, 22));
  add_debt (several, "F-045", 72000, relance_date_new (2026, 11, 1));

  since = clock ();
  for (guint i = 0; i < DRAFTS; i++)
    {
      facts.debts = i % 2 == 0 ? one : several;
      draw_up (&facts, &g_array_index (styles, RelanceLetterStyle, i / 2 % styles->len));
    }

  g_print ("{\"milliseconds\": %.0f}\n", (double) (clock () - since) * 1000 / CLOCKS_PER_SEC);
  return 0;
}
