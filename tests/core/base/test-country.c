/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-country.h"

#include <glib.h>
#include <locale.h>

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *code;
  } cases[] = {
    { "FR", "FR" },         { " fr ", "FR" },       { "France", "FR" },     { "allemagne", "DE" },
    { "Germany", "DE" },    { "ETATS-UNIS", "US" }, { "États-Unis", "US" }, { "Royaume-Uni", "GB" },
    { "La Réunion", "RE" }, { "ZZ", NULL },         { "F", NULL },          { "", NULL },
    { "Francee", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (relance_country_parse (cases[i].text), ==, cases[i].code);
    }
}

static void
test_name (void)
{
  g_autofree char *germany = relance_country_dup_name ("DE");
  g_autofree char *unknown = relance_country_dup_name ("ZZZ");

  g_assert_cmpstr (germany, ==, "Germany");
  g_assert_cmpstr (unknown, ==, "ZZZ");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/country/parse", test_parse);
  g_test_add_func ("/country/name", test_name);

  return g_test_run ();
}
