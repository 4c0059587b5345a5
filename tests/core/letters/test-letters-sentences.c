/* SPDX-License-Identifier: GPL-3.0-or-later */

/* No letter is the one before it with a bigger number: no two stages share a sentence, nor two
 * variants of one letter. What is the same in all of them is a part, and not looked at. */

#include "config.h"

#include "relance-catalogue.h"

#include <gio/gio.h>
#include <string.h>

/* Shorter ones are greetings and joints. */
#define MIN_WORDS 4

static char *
replace (const char *text, const char *pattern, const char *by)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, by, G_REGEX_MATCH_DEFAULT, NULL);
}

/* The template's own words, each name and each choice a gap. */
static char *
load_words (const char *letter)
{
  g_autofree char *template = relance_catalogue_load (letter);
  const char *body = strstr (template, "\n\n");
  g_autofree char *without_tags = NULL;
  g_autofree char *without_rows = NULL;

  g_assert_nonnull (body);
  without_tags = replace (body, "\\{\\{[^}]*\\}\\}", "~");
  without_rows = replace (without_tags, "^• .*$", "");
  return replace (without_rows, "~[~ ]*", "~");
}

static gboolean
is_sentence (const char *text)
{
  g_auto (GStrv)
    words = g_regex_split_simple ("[ ~\\x{a0}]+", text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
  guint count = 0;

  for (int i = 0; words[i] != NULL; i++)
    count += g_utf8_strlen (words[i], -1) > 1;

  return count >= MIN_WORDS;
}

static gboolean
may_share (const RelanceLetterStyle *a, const RelanceLetterStyle *b)
{
  if (a->language != b->language)
    return TRUE;

  return a->stage == b->stage &&
         (a->variant == b->variant || a->tone != b->tone || a->address != b->address);
}

static void
check_sentence (GHashTable *seen, const char *sentence, const char *letter)
{
  const char *other = g_hash_table_lookup (seen, sentence);
  RelanceLetterStyle style, other_style;

  if (other == NULL)
    {
      g_hash_table_insert (seen, g_strdup (sentence), g_strdup (letter));
      return;
    }

  g_assert_true (relance_catalogue_read_name (letter, &style));
  g_assert_true (relance_catalogue_read_name (other, &other_style));
  if (!may_share (&style, &other_style))
    g_error ("%s and %s share “%s”", letter, other, sentence);
}

static void
test_apart (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) letters = relance_catalogue_list ();

  for (int i = 0; letters[i] != NULL; i++)
    {
      g_autofree char *words = load_words (letters[i]);
      g_auto (GStrv) sentences = g_regex_split_simple ("(?:\\n|(?<=[.?!])[ ~]+)", words,
                                                       G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);

      for (int j = 0; sentences[j] != NULL; j++)
        if (is_sentence (sentences[j]))
          check_sentence (seen, sentences[j], letters[i]);
    }

  g_assert_cmpuint (g_hash_table_size (seen), >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/letters/sentences/apart", test_apart);

  return g_test_run ();
}
