/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "einvoice-fixture.h"
#include "relance-import-error.h"

#include <string.h>

/* The columns of tests/fixtures/einvoice/expected.tsv. */
enum
{
  PATH,
  FORMAT,
  FACTS,
  BUYER,
  EMAIL,
  IBAN,
  N_COLUMNS,
};

static GBytes *
load (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static void
check_refused (const GError *error, const char *why)
{
  static const struct
  {
    const char *why;
    RelanceImportError code;
  } reasons[] = {
    { "broken", RELANCE_IMPORT_ERROR_BROKEN },
    { "order", RELANCE_IMPORT_ERROR_ORDER },
    { "not an invoice", RELANCE_IMPORT_ERROR_NOT_AN_INVOICE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_equal (reasons[i].why, why))
      {
        g_assert_error (error, RELANCE_IMPORT_ERROR, (int) reasons[i].code);
        return;
      }
  g_assert_not_reached ();
}

static void
check_line (gconstpointer data)
{
  g_auto (GStrv) columns = g_strsplit (data, "\t", -1);
  g_autoptr (GBytes) bytes = load (g_getenv ("RELANCE_CORPUS"), columns[PATH]);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceImportTable) table = relance_einvoice_read (bytes, NULL, &error);
  const RelanceImportRow *row;
  g_autofree char *facts = NULL;

  if (g_str_equal (columns[FORMAT], "refused"))
    {
      g_assert_null (table);
      check_refused (error, columns[FACTS]);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (columns), ==, N_COLUMNS);

  row = &g_array_index (table->rows, RelanceImportRow, 0);
  facts = describe_row (row);
  g_assert_cmpstr (table->format, ==, columns[FORMAT]);
  g_assert_cmpstr (facts, ==, columns[FACTS]);
  g_assert_cmpstr (row->client, ==, columns[BUYER]);
  g_assert_cmpstr (row->email != NULL ? row->email : "-", ==, columns[EMAIL]);
  g_assert_cmpstr (row->iban != NULL ? row->iban : "-", ==, columns[IBAN]);
}

static void
test_absent (void)
{
  g_test_skip ("RELANCE_CORPUS does not lead to e-invoices");
}

static void
add_lines (char **lines)
{
  for (int i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#' && *lines[i] != '\0')
      {
        g_autofree char *file = g_strndup (lines[i], strcspn (lines[i], "\t"));
        g_autofree char *name = g_strconcat ("/einvoice-corpus/", file, NULL);

        g_test_add_data_func_full (name, g_strdup (lines[i]), check_line, g_free);
      }
}

int
main (int argc, char *argv[])
{
  const char *corpus = g_getenv ("RELANCE_CORPUS");
  g_autofree char *folder = g_build_filename (corpus != NULL ? corpus : "", "mustangproject", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"),
                                            "tests/fixtures/einvoice/expected.tsv", NULL);
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL;

  g_test_init (&argc, &argv, NULL);

  if (corpus == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_add_func ("/einvoice-corpus/absent", test_absent);
      return g_test_run ();
    }

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  lines = g_strsplit (expected, "\n", -1);
  add_lines (lines);

  return g_test_run ();
}
