/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A letter is added by adding a file: a folder is laid over the letters of the program. */

#include "config.h"

#include "letter-fixture.h"
#include "relance-catalogue.h"
#include "relance-letter.h"

#include <glib/gstdio.h>

#define ADDED "first-friendly-3.mustache"
#define REPLACED "terms-formal.mustache"
#define PART "parts/wave.mustache"

static void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, "en", name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (parent, 0700));
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("relance-letters-XXXXXX", &error);

  g_assert_no_error (error);
  put (folder, ADDED,
       "Subject: {{>numbers}}, once by pigeon\nSMS: A pigeon is coming.\n\n"
       "{{>wave}},\n\n{{#one}}\nPlease look up at {{balance}}.\n{{/one}}\n\n{{>signature}}\n");
  put (folder, REPLACED, "Subject: Our ways\n\nOurs are simple.\n");
  put (folder, PART, "Ahoy {{client.first_name}}\n");
  return folder;
}

static void
remove_folder (const char *folder)
{
  static const char *const names[] = {
    "en/" ADDED, "en/" REPLACED, "en/" PART, "en/parts", "en", "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_no_errno (g_remove (path));
    }
}

static const LetterCell pigeon = {
  .letter = "en/first-friendly-3",
  .style = {
    .stage = RELANCE_STAGE_FIRST,
    .tone = RELANCE_TONE_FRIENDLY,
    .language = RELANCE_LANGUAGE_EN,
    .variant = 3,
  },
};

static void
test_added_letter (void)
{
  g_auto (GStrv) letters = relance_catalogue_list ();
  g_autofree char *letter = letter_cell_write (&pigeon);

  g_assert_true (g_strv_contains ((const char *const *) letters, pigeon.letter));
  g_assert_cmpuint (relance_catalogue_count_variants (&pigeon.style), ==, 3);
  g_assert_cmpstr (letter, ==,
                   "Invoice F-042, once by pigeon\n\n"
                   "Ahoy Léa,\n\nPlease look up at €1,200.00.\n\n"
                   "Camille Roux\nStudio Nord\n01 99 00 12 34\n");
}

static void
test_replaced_letter (void)
{
  const LetterCell cell = {
    .letter = "en/terms-formal",
    .style = {
      .stage = RELANCE_STAGE_TERMS,
      .tone = RELANCE_TONE_FORMAL,
      .language = RELANCE_LANGUAGE_EN,
    },
  };
  g_autofree char *letter = letter_cell_write (&cell);

  g_assert_cmpstr (letter, ==, "Our ways\n\nOurs are simple.\n");
}

/* The letters around the added one are those of the program. */
static void
test_others_stay (void)
{
  LetterCell cell = pigeon;
  g_autofree char *letter = NULL;

  cell.style.variant = 1;
  letter = letter_cell_write (&cell);

  g_assert_nonnull (strstr (letter, "Hi Léa"));
  g_assert_null (strstr (letter, "Ahoy"));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *overlay = g_strconcat ("/org/example/Relance/letters=", folder, NULL);
  int failed;

  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/letters/added/new", test_added_letter);
  g_test_add_func ("/letters/added/in-place-of-ours", test_replaced_letter);
  g_test_add_func ("/letters/added/others-stay", test_others_stay);

  failed = g_test_run ();
  remove_folder (folder);
  return failed;
}
