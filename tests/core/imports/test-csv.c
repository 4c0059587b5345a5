/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-csv.h"
#include "relance-import-error.h"

#include <string.h>

/* Every record as `line:field|field…`, one a line. */
static char *
read_all (const char *text, gsize length, char separator, GError **error)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (RelanceCsv) csv = { 0 };
  GString *all = g_string_new (NULL);
  gboolean record = TRUE;

  relance_csv_init (&csv, copy, length, separator);
  while (relance_csv_next (&csv, &record, error) && record)
    {
      g_string_append_printf (all, "%d:", csv.line);
      for (int i = 0; i < csv.n_fields; i++)
        g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", csv.fields[i]);
      g_string_append_c (all, '\n');
    }

  return g_string_free_and_steal (all);
}

static void
test_records (void)
{
  static const struct
  {
    const char *text;
    char separator;
    const char *expected;
  } cases[] = {
    { "a;b\nc;d\n", ';', "1:a|b\n2:c|d\n" },
    { "a;b", ';', "1:a|b\n" },
    { "a;b\r\nc;d\r\n", ';', "1:a|b\n2:c|d\n" },
    { "a;b\rc;d\r", ';', "1:a|b\n2:c|d\n" },
    { "a,\"b,c\",d\n", ',', "1:a|b,c|d\n" },
    { "\"say \"\"hi\"\"\"\n", ',', "1:say \"hi\"\n" },
    { "\"two\nlines\";x\ny;z\n", ';', "1:two\nlines|x\n3:y|z\n" },
    { "\"two\r\nlines\";x\r\ny;z", ';', "1:two\r\nlines|x\n3:y|z\n" },
    { "\n\na;b\n\nc;d\n", ';', "3:a|b\n5:c|d\n" },
    { "a;\n;b\n;\n", ';', "1:a|\n2:|b\n3:|\n" },
    { "\"\";\"\"\n", ';', "1:|\n" },
    { "\"Studio\" Sample;x\n", ';', "1:Studio Sample|x\n" },
    { "Studio \"Sample\";x\n", ';', "1:Studio \"Sample\"|x\n" },
    { "a, \"b,c\"\n", ',', "1:a|b,c\n" },
    { "a\tb\n", '\t', "1:a|b\n" },
    { "", ';', "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *all =
        read_all (cases[i].text, strlen (cases[i].text), cases[i].separator, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (all, ==, cases[i].expected);
    }
}

static void
test_limits (void)
{
  g_autofree char *long_field = g_strnfill (RELANCE_CSV_MAX_FIELD + 1, 'x');
  g_autofree char *quoted = g_strconcat ("\"", long_field, "\"", NULL);
  g_autofree char *many_columns = g_strnfill (RELANCE_CSV_MAX_COLUMNS + 1, ';');
  g_autofree char *fits = g_strnfill (RELANCE_CSV_MAX_FIELD, 'x');
  const struct
  {
    const char *text;
    int code; /* -1: it is read */
  } cases[] = {
    { long_field, RELANCE_IMPORT_ERROR_TOO_LONG },
    { quoted, RELANCE_IMPORT_ERROR_TOO_LONG },
    { many_columns, RELANCE_IMPORT_ERROR_TOO_LONG },
    { "a;\"never closed\nb;c\n", RELANCE_IMPORT_ERROR_QUOTE },
    { fits, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *all = read_all (cases[i].text, strlen (cases[i].text), ';', &error);

      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, RELANCE_IMPORT_ERROR, cases[i].code);
    }
}

/* What it reads, put together again in quotes, reads the same. */
static void
test_round_trip (void)
{
  static const char alphabet[] = "ab;,\"\n\r \t";
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new ("1:");
      g_autoptr (GError) error = NULL;
      g_autofree char *all = NULL;
      int n_fields = g_rand_int_range (random, 2, 5);

      for (int i = 0; i < n_fields; i++)
        {
          int length = g_rand_int_range (random, 0, 8);

          g_string_append (text, i > 0 ? ";\"" : "\"");
          if (i > 0)
            g_string_append_c (expected, '|');
          for (int j = 0; j < length; j++)
            {
              char c = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];

              g_string_append_c (expected, c);
              g_string_append_c (text, c);
              if (c == '"')
                g_string_append_c (text, c);
            }
          g_string_append_c (text, '"');
        }
      g_string_append_c (expected, '\n');

      all = read_all (text->str, text->len, ';', &error);
      g_assert_no_error (error);
      g_assert_cmpstr (all, ==, expected->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/imports/csv/records", test_records);
  g_test_add_func ("/imports/csv/limits", test_limits);
  g_test_add_func ("/imports/csv/round-trip", test_round_trip);

  return g_test_run ();
}
