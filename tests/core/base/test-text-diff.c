/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-text-diff.h"

#include <string.h>

/* How a change reads: [-removed-]{+added+}. */
static char *
write_diff (const char *before, const char *after)
{
  g_autoptr (GPtrArray) parts = relance_text_diff (before, after);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const RelanceDiffPart *part = parts->pdata[i];

      if (part->kind == RELANCE_DIFF_SAME)
        g_string_append (text, part->text);
      else
        g_string_append_printf (text, part->kind == RELANCE_DIFF_REMOVED ? "[-%s-]" : "{+%s+}",
                                part->text);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_changes (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *shown;
  } cases[] = {
    { "", "", "" },
    { "Bonjour Léa,", "Bonjour Léa,", "Bonjour Léa," },
    { "", "Merci", "{+Merci+}" },
    { "Merci", "", "[-Merci-]" },
    { "Bonjour Léa,", "Bonjour Chloé,", "Bonjour [-Léa-]{+Chloé+}," },
    { "one two three", "one three", "one [-two -]three" },
    { "one three", "one two three", "one {+two +}three" },
    /* Neighbours are one change. */
    { "by next Friday please", "before that Friday please",
      "[-by next-]{+before that+} Friday please" },
    { "the old house", "a new house", "[-the old-]{+a new+} house" },
    /* A line that ends is no space between two words. */
    { "one\ntwo", "un\ndeux", "[-one-]{+un+}\n[-two-]{+deux+}" },
    /* A word is one with its elision, its accents and its digits. */
    { "l’acompte", "l’avance", "[-l’acompte-]{+l’avance+}" },
    { "1 200,00 €", "1 250,00 €", "1 [-200-]{+250+},00 €" },
    { "Thanks. 🙂", "Thanks.", "Thanks.[- 🙂-]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = write_diff (cases[i].before, cases[i].after);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static char *
join (GPtrArray *parts, RelanceDiffKind left_out)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    if (((RelanceDiffPart *) parts->pdata[i])->kind != left_out)
      g_string_append (text, ((RelanceDiffPart *) parts->pdata[i])->text);

  return g_string_free_and_steal (text);
}

static void
check_whole (const char *before, const char *after)
{
  g_autoptr (GPtrArray) parts = relance_text_diff (before, after);
  g_autofree char *old_text = join (parts, RELANCE_DIFF_ADDED);
  g_autofree char *new_text = join (parts, RELANCE_DIFF_REMOVED);

  g_assert_cmpstr (old_text, ==, before);
  g_assert_cmpstr (new_text, ==, after);
  for (guint i = 1; i < parts->len; i++)
    g_assert_cmpint (((RelanceDiffPart *) parts->pdata[i - 1])->kind, !=,
                     ((RelanceDiffPart *) parts->pdata[i])->kind);
}

static char *
make_text (GRand *rand)
{
  static const char *const words[] = {
    "a", "b", "é", "c’est", " ", "  ", "\n", ".", "🙂", "\u00a0"
  };
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 0, 14); i > 0; i--)
    g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free_and_steal (text);
}

/* Whatever the texts, both can be read from their comparison. */
static void
test_nothing_lost (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *before = make_text (rand);
      g_autofree char *after = make_text (rand);

      check_whole (before, after);
    }
}

/* What was pasted is large, and nothing like the letter. */
static void
test_large (void)
{
  g_autoptr (GString) before = g_string_new ("Hello.");
  g_autoptr (GString) after = g_string_new ("Hello.");

  for (int i = 0; i < 20000; i++)
    {
      g_string_append_printf (before, " a%d", i);
      g_string_append_printf (after, " b%d", i);
    }
  check_whole (before->str, after->str);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-diff/changes", test_changes);
  g_test_add_func ("/text-diff/nothing-lost", test_nothing_lost);
  g_test_add_func ("/text-diff/large", test_large);
  return g_test_run ();
}
