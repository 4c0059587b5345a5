/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-time-zones.h"

#include <glib/gstdio.h>

static const char table[] = "# code coordinates zone comments\n"
                            "CA\t+4734-05243\tAmerica/St_Johns\tNewfoundland\n"
                            "DE\t+5230+01322\tEurope/Berlin\n"
                            "ES\t+4024-00341\tEurope/Madrid\n"
                            "ES\t+3553-00519\tAfrica/Ceuta\n"
                            "FR\t+4852+00220\tEurope/Paris\n"
                            "RE\t-2052+05528\tIndian/Reunion\n"
                            "broken line\n"
                            "ZZ\n"
                            "US\t+404251-0740023\tAmerica/New_York\tEastern\n";

static void
test_suggest (void)
{
  static const struct
  {
    const char *country;
    const char *typed;
    guint limit;
    const char *expected;
  } cases[] = {
    { "FR", "", 4, "Europe/Paris" },
    { "es", "", 4, "Europe/Madrid Africa/Ceuta" },
    { "ES", "", 1, "Europe/Madrid" },
    { NULL, "", 4, "" },
    { "XX", "", 4, "" },
    { NULL, "par", 4, "Europe/Paris" },
    { NULL, "Réunion", 4, "Indian/Reunion" },
    { NULL, "new york", 4, "America/New_York" },
    { NULL, "york", 4, "America/New_York" },
    { NULL, "john", 4, "America/St_Johns" },
    { NULL, "europe/m", 4, "Europe/Madrid" },
    /* The client's country goes first, then the city, then the words, then what is within one. */
    { "DE", "europe", 4, "Europe/Berlin Europe/Madrid Europe/Paris" },
    { NULL, "n", 9, "America/New_York America/St_Johns Europe/Berlin Indian/Reunion" },
    { NULL, "Europe/Paris", 4, "" },
    { "FR", "europe/paris", 4, "" },
    { "FR", "nowhere", 4, "" },
    { "FR", "/", 4, "Europe/Paris" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv)
        zones = relance_time_zones_suggest (cases[i].country, cases[i].typed, cases[i].limit);
      g_autofree char *found = g_strjoinv (" ", zones);

      g_test_message ("%s “%s”", cases[i].country, cases[i].typed);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("relance-zones-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "zone.tab", NULL);
  int status;

  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  g_setenv ("TZDIR", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/time-zones/suggest", test_suggest);
  status = g_test_run ();
  g_unlink (path);
  g_rmdir (folder);

  return status;
}
