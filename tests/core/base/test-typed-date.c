/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-typed-date.h"

#include <glib.h>

/* A Sunday. */
#define TODAY "2026-11-22"

typedef struct
{
  const char *text;
  const char *date; /* NULL when it is none */
} Case;

static void
check (const Case *cases, gsize n_cases, const RelanceTypedDateContext *context)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      RelanceDate date = relance_typed_date_parse (cases[i].text, context);
      g_autofree char *iso = date == RELANCE_DATE_NONE ? NULL : relance_date_to_iso (date);

      g_test_message ("“%s” in %s", cases[i].text, context->locale);
      g_assert_cmpstr (iso, ==, cases[i].date);
    }
}

static RelanceTypedDateContext
make_context (const char *base, gboolean ahead, const char *locale)
{
  return (RelanceTypedDateContext) { relance_date_parse_iso (TODAY), relance_date_parse_iso (base),
                                     ahead, locale };
}

static void
test_whole (void)
{
  static const Case cases[] = {
    { "2027-03-15", "2027-03-15" },
    { "2027/3/5", "2027-03-05" },
    { "15/3/27", "2027-03-15" },
    { "15/03/2027", "2027-03-15" },
    { "15.03.27", "2027-03-15" },
    { "15.3.2027.", "2027-03-15" },
    { "15 03 2027", "2027-03-15" },
    { " 1-2-2027 ", "2027-02-01" },
    { "15\u00A0mars\u202F2027", "2027-03-15" },
    { "15 mars 27", "2027-03-15" },
    { "1er avril 2027", "2027-04-01" },
    { "March 15, 2027", "2027-03-15" },
    { "15th of March 2027", "2027-03-15" },
    { "le 15 févr. 2027", "2027-02-15" },
    { "2027 mars 15", "2027-03-15" },
    { "lundi 15 mars 2027", "2027-03-15" },
    { "Mon 15/3/2027", "2027-03-15" },
    { "mar. 16 mars 2027", "2027-03-16" },
    { "mar 16 2027", "2027-03-16" },
    { "29/02/2028", "2028-02-29" },
    { "29/02/2026", NULL },
    { "31/04/2027", NULL },
    { "mardi 15 mars 2027", NULL },
    { "15/3/2", NULL },
    { "15/3/202", NULL },
    { "15/3/20277", NULL },
    { "15/3/2027/1", NULL },
    { "15/13/2027", NULL },
    { "0/3/2027", NULL },
    { "15 mars avril 2027", NULL },
    { "15 mars 2027 10:30", NULL },
    { "15 mars 2027 peut-être", NULL },
    { "115 mars 2027", NULL },
    { "2027-03", NULL },
    { "mars 2027", NULL },
    { "15", NULL },
    { "", NULL },
    { " ", NULL },
    { "/", NULL },
    { "-5", NULL },
    { "soon", NULL },
    { "15/3/2027 15/3/2027 15/3/2027 15/3/2027 15/3/2027 ", NULL },
    { "15\xff/3/2027", NULL },
  };
  RelanceTypedDateContext context = make_context (TODAY, FALSE, "fr");

  check (cases, G_N_ELEMENTS (cases), &context);
}

static void
test_order (void)
{
  static const Case day_first[] = { { "4/3/2027", "2027-03-04" },
                                    { "15/3/2027", "2027-03-15" },
                                    { "3/15/2027", "2027-03-15" } };
  static const Case month_first[] = { { "4/3/2027", "2027-04-03" },
                                      { "15/3/2027", "2027-03-15" },
                                      { "3/15/2027", "2027-03-15" } };
  RelanceTypedDateContext british = make_context (TODAY, FALSE, "en_GB");
  RelanceTypedDateContext french = make_context (TODAY, FALSE, "fr_FR");
  RelanceTypedDateContext american = make_context (TODAY, FALSE, "en_US");

  check (day_first, G_N_ELEMENTS (day_first), &british);
  check (day_first, G_N_ELEMENTS (day_first), &french);
  check (month_first, G_N_ELEMENTS (month_first), &american);
}

static void
test_year_behind (void)
{
  static const Case autumn[] = {
    { "22/11", "2026-11-22" },
    { "15/3", "2026-03-15" },
    { "15 mars", "2026-03-15" },
    { "mars 15", "2026-03-15" },
    { "15.3", "2026-03-15" },
    { "1/12", "2026-12-01" },
    { "23/12", "2026-12-23" },
    { "24/12", "2025-12-24" },
    { "29/2", NULL },
    { "31/2", NULL },
  };
  static const Case january[] = {
    { "28/12", "2026-12-28" }, { "5/1", "2027-01-05" }, { "5/2", "2027-02-05" },
    { "6/2", "2026-02-06" },   { "29/2", NULL },
  };
  static const Case december[] = { { "5/1", "2027-01-05" }, { "29/2", NULL } };
  RelanceTypedDateContext context = make_context (TODAY, FALSE, "fr");

  check (autumn, G_N_ELEMENTS (autumn), &context);
  context.base = relance_date_parse_iso ("2027-01-05");
  check (january, G_N_ELEMENTS (january), &context);
  context.base = relance_date_parse_iso ("2026-12-31");
  check (december, G_N_ELEMENTS (december), &context);
}

static void
test_year_ahead (void)
{
  static const Case cases[] = {
    { "15/12", "2026-12-15" }, { "16/12", "2026-12-16" },    { "14/12", "2027-12-14" },
    { "15/1", "2027-01-15" },  { "31 janv.", "2027-01-31" }, { "15/12/2025", "2025-12-15" },
    { "29/2", NULL },
  };
  static const Case leap[] = { { "29/2", "2028-02-29" } };
  RelanceTypedDateContext context = make_context ("2026-12-15", TRUE, "fr");

  check (cases, G_N_ELEMENTS (cases), &context);
  context.base = relance_date_parse_iso ("2027-10-01");
  check (leap, G_N_ELEMENTS (leap), &context);
}

static void
test_days (void)
{
  static const Case cases[] = {
    { "+30", "2026-10-31" },
    { "+ 0", "2026-10-01" },
    { "30j", "2026-10-31" },
    { "30 jours", "2026-10-31" },
    { "+30 j", "2026-10-31" },
    { "30 days", "2026-10-31" },
    { "dans 30 jours", "2026-10-31" },
    { "in 30 days", "2026-10-31" },
    { "+3661", NULL },
    { "+99999", NULL },
    { "+", NULL },
    { "jours", NULL },
    { "+15/3", NULL },
    { "15+3", NULL },
    { "+-5", NULL },
    { "+demain", NULL },
    { "30 j mars", NULL },
    { "30 jours ouvrés", NULL },
  };
  RelanceTypedDateContext context = make_context ("2026-10-01", TRUE, "fr");
  RelanceTypedDateContext last = make_context ("9999-12-31", TRUE, "fr");

  check (cases, G_N_ELEMENTS (cases), &context);
  g_assert_cmpint (relance_typed_date_parse ("+1", &last), ==, RELANCE_DATE_NONE);
  g_assert_cmpint (relance_typed_date_parse ("+0", &last), ==, last.base);
}

/* Said from today, whatever the invoice's own date. */
static void
test_words (void)
{
  static const Case both[] = {
    { "today", "2026-11-22" },  { "Aujourd’hui", "2026-11-22" },  { "aujourd'hui", "2026-11-22" },
    { "Demain", "2026-11-23" }, { "tomorrow", "2026-11-23" },     { "après-demain", "2026-11-24" },
    { "hier", "2026-11-21" },   { "yesterday", "2026-11-21" },    { "avant-hier", "2026-11-20" },
    { "demain matin", NULL },   { "lundi mardi mercredi", NULL },
  };
  static const Case ahead[] = {
    { "lundi", "2026-11-23" },  { "Monday", "2026-11-23" }, { "mar", "2026-11-24" },
    { "samedi", "2026-11-28" }, { "sun", "2026-11-29" },    { "dimanche", "2026-11-29" },
  };
  static const Case behind[] = {
    { "lundi", "2026-11-16" },  { "Monday", "2026-11-16" },   { "mar", "2026-11-17" },
    { "samedi", "2026-11-21" }, { "dimanche", "2026-11-22" },
  };
  RelanceTypedDateContext context = make_context ("2026-10-01", TRUE, "fr");

  check (both, G_N_ELEMENTS (both), &context);
  check (ahead, G_N_ELEMENTS (ahead), &context);
  context.ahead = FALSE;
  check (both, G_N_ELEMENTS (both), &context);
  check (behind, G_N_ELEMENTS (behind), &context);
}

/* A field that shows a date can be left as it is. */
static void
test_round_trip (void)
{
  static const char *const locales[] = { "fr",    "fr_CH", "fr_CA", "fr_BE", "en",
                                         "en_US", "en_GB", "en_CA", "en_IE", "en_ZA" };
  RelanceTypedDateContext context = make_context (TODAY, FALSE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    for (RelanceDate date = context.today; date < context.today + 400; date++)
      {
        g_autofree char *text = relance_date_format_short (date, locales[i]);

        context.locale = locales[i];
        g_assert_cmpint (relance_typed_date_parse (text, &context), ==, date);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-date/whole", test_whole);
  g_test_add_func ("/typed-date/order", test_order);
  g_test_add_func ("/typed-date/year-behind", test_year_behind);
  g_test_add_func ("/typed-date/year-ahead", test_year_ahead);
  g_test_add_func ("/typed-date/days", test_days);
  g_test_add_func ("/typed-date/words", test_words);
  g_test_add_func ("/typed-date/round-trip", test_round_trip);

  return g_test_run ();
}
