/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The guard, measured on sentences: those that the rules were written with, and those that
 * another person wrote without having seen them (tests/fixtures/guard). A line holds: language, stage,
 * tone, address, kind of client, the kinds that are expected or “-”, words that a quote must touch
 * or “-”, and the text with “\n” for a new line. */

#include "config.h"

#include "relance-enum-types.h"
#include "relance-guard-rules.h"
#include "relance-guard.h"

#include <string.h>

typedef enum
{
  LANGUAGE,
  STAGE,
  TONE,
  ADDRESS,
  KIND,
  EXPECTED,
  QUOTE,
  TEXT,
  N_FIELDS,
} Field;

/* Of pairs of a text and a kind; alarms of texts that should raise none. */
typedef struct
{
  int right;
  int missed;
  int wrong;
  int astray; /* right, but other words are quoted */
  int clean;
  int alarms;
} Score;

static double
get_f1 (const Score *score)
{
  int all = 2 * score->right + score->missed + score->wrong;

  return all > 0 ? 2.0 * score->right / all : 1;
}

static double
get_alarm_rate (const Score *score)
{
  return score->clean > 0 ? (double) score->alarms / score->clean : 0;
}

static int
read_nick (GType type, const char *nick)
{
  return strcmp (nick, "-") == 0 ? 0 : relance_enum_from_nick (type, nick);
}

static GPtrArray *
read_text (char **fields, const char *text)
{
  return relance_guard_read_words (&(RelanceGuardFacts) {
    .text = text,
    .kind = (RelanceKind) read_nick (RELANCE_TYPE_KIND, fields[KIND]),
    .tone = (RelanceTone) read_nick (RELANCE_TYPE_TONE, fields[TONE]),
    .firmness = relance_guard_get_firmness (fields[STAGE]),
    .address = (RelanceAddress) read_nick (RELANCE_TYPE_ADDRESS, fields[ADDRESS]),
    .language = (RelanceLanguage) read_nick (RELANCE_TYPE_LANGUAGE, fields[LANGUAGE]),
  });
}

static GHashTable *
collect_kinds (GPtrArray *findings)
{
  GHashTable *kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const RelanceGuardFinding *finding = g_ptr_array_index (findings, i);

      g_hash_table_add (kinds, g_strdup (relance_guard_kind_word (finding->kind)));
    }
  return kinds;
}

static GPtrArray *
read_line (char **fields)
{
  g_autofree char *text = g_strcompress (fields[TEXT]);

  return read_text (fields, text);
}

static char *
mend (const char *text, const RelanceGuardFinding *finding)
{
  const char *start = g_utf8_offset_to_pointer (text, finding->at);
  g_autofree char *before = g_strndup (text, (gsize) (start - text));
  gboolean removal = finding->mend == RELANCE_GUARD_LEAVE_OUT;

  g_assert_true (g_str_has_prefix (start, finding->quote));
  return g_strconcat (before, removal ? "" : finding->suggestion, start + strlen (finding->quote),
                      NULL);
}

static const RelanceGuardFinding *
find_mendable (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (((RelanceGuardFinding *) findings->pdata[i])->mend != RELANCE_GUARD_ADVISE)
      return findings->pdata[i];
  return NULL;
}

/* With every suggestion taken, one after the other, nothing is left to warn of. */
static void
check_mended (char **fields)
{
  g_autofree char *text = g_strcompress (fields[TEXT]);

  for (int i = 0; i < 40; i++)
    {
      g_autoptr (GPtrArray) findings = read_text (fields, text);
      const RelanceGuardFinding *finding = find_mendable (findings);
      g_autofree char *before = g_steal_pointer (&text);

      if (finding == NULL)
        return;
      text = mend (before, finding);
    }

  g_test_message ("still to be mended: %s", text);
  g_test_fail ();
}

/* Every quote is the very words, every warning can be mended. */
static void
check_quotes (GPtrArray *findings, char **fields)
{
  g_autofree char *text = g_strcompress (fields[TEXT]);

  for (guint i = 0; i < findings->len; i++)
    {
      const RelanceGuardFinding *finding = g_ptr_array_index (findings, i);

      g_assert_nonnull (finding->quote);
      g_assert_nonnull (strstr (text, finding->quote));
      if (!relance_guard_is_stop (finding->kind))
        g_assert_nonnull (finding->suggestion);
    }
}

/* Whether a warning of that kind quotes some of the words that the line points at. */
static gboolean
is_well_quoted (GPtrArray *findings, const char *kind, char **fields)
{
  g_autofree char *text = g_strcompress (fields[TEXT]);
  g_autofree char *quote = g_strcompress (fields[QUOTE]);
  const char *words = strstr (text, quote);

  for (guint i = 0; words != NULL && i < findings->len; i++)
    {
      const RelanceGuardFinding *finding = g_ptr_array_index (findings, i);
      const char *found = g_utf8_offset_to_pointer (text, finding->at);

      if (strcmp (relance_guard_kind_word (finding->kind), kind) == 0 &&
          found < words + strlen (quote) && words < found + strlen (finding->quote))
        return TRUE;
    }
  return strcmp (quote, "-") == 0;
}

static void
report (const char *what, const char *kind, GPtrArray *findings, char **fields)
{
  g_autoptr (GString) quotes = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (
      quotes, " [%s: %s]",
      relance_guard_kind_word (((RelanceGuardFinding *) findings->pdata[i])->kind),
      ((RelanceGuardFinding *) findings->pdata[i])->quote);
  g_test_message ("%s %s (%s, %s, %s): %s ->%s", what, kind, fields[LANGUAGE], fields[STAGE],
                  fields[KIND], fields[TEXT], quotes->str);
}

static Score *
get_score (GHashTable *scores, const char *name)
{
  Score *score = g_hash_table_lookup (scores, name);

  if (score == NULL)
    {
      score = g_new0 (Score, 1);
      g_hash_table_insert (scores, g_strdup (name), score);
    }
  return score;
}

/* What is right too counts for nothing. Returns the kinds that are expected. */
static GStrv
take_expected (const char *field, GHashTable *found)
{
  g_auto (GStrv) kinds = g_strsplit (strcmp (field, "-") != 0 ? field : "", ",", -1);
  g_autoptr (GStrvBuilder) expected = g_strv_builder_new ();

  for (int i = 0; kinds[i] != NULL; i++)
    if (!g_str_has_suffix (kinds[i], "?"))
      g_strv_builder_add (expected, kinds[i]);
    else
      {
        kinds[i][strlen (kinds[i]) - 1] = '\0';
        g_hash_table_remove (found, kinds[i]);
      }

  return g_strv_builder_end (expected);
}

static void
judge_line (char **fields, GHashTable *scores)
{
  Score *all = get_score (scores, "all");
  Score *scored[] = { all, get_score (scores, fields[LANGUAGE]) };
  g_autoptr (GPtrArray) findings = read_line (fields);
  g_autoptr (GHashTable) found = collect_kinds (findings);
  g_auto (GStrv) expected = take_expected (fields[EXPECTED], found);
  gboolean alarm = expected[0] == NULL && g_hash_table_size (found) > 0;
  GHashTableIter iter;
  gpointer kind;

  check_quotes (findings, fields);
  check_mended (fields);
  for (int i = 0; expected[i] != NULL; i++)
    {
      gboolean right = g_hash_table_remove (found, expected[i]);

      for (guint j = 0; j < G_N_ELEMENTS (scored); j++)
        *(right ? &scored[j]->right : &scored[j]->missed) += 1;
      *(right ? &get_score (scores, expected[i])->right
              : &get_score (scores, expected[i])->missed) += 1;
      if (!right)
        report ("missed", expected[i], findings, fields);
      else if (i == 0 && !is_well_quoted (findings, expected[i], fields))
        {
          all->astray++;
          report ("astray", expected[i], findings, fields);
        }
    }

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &kind, NULL))
    {
      for (guint j = 0; j < G_N_ELEMENTS (scored); j++)
        scored[j]->wrong++;
      get_score (scores, kind)->wrong++;
      report ("wrong", kind, findings, fields);
    }

  for (guint j = 0; expected[0] == NULL && j < G_N_ELEMENTS (scored); j++)
    {
      scored[j]->clean++;
      scored[j]->alarms += alarm;
    }
}

static void
print_score (gpointer name, gpointer value, gpointer data)
{
  const Score *score = value;

  g_test_message ("%s: F1 %.3f (%d right, %d missed, %d wrong), false alarms %d of %d",
                  (char *) name, get_f1 (score), score->right, score->missed, score->wrong,
                  score->alarms, score->clean);
}

static GHashTable *
judge_file (const char *name)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "tests", "fixtures", "guard", name, NULL);
  GHashTable *scores = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", N_FIELDS);

      if (*lines[i] == '\0' || *lines[i] == '#' || strcmp (fields[LANGUAGE], "language") == 0)
        continue;
      g_assert_cmpuint (g_strv_length (fields), ==, N_FIELDS);
      judge_line (fields, scores);
    }

  g_hash_table_foreach (scores, print_score, NULL);
  return scores;
}

static void
test_file (gconstpointer name)
{
  g_autoptr (GHashTable) scores = judge_file (name);
  const Score *all = g_hash_table_lookup (scores, "all");

  g_assert_cmpfloat (get_f1 (all), >=, 0.95);
  g_assert_cmpfloat (get_alarm_rate (all), <=, 0.02);
  g_assert_cmpint (all->astray, <=, all->right / 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/rules/guard-words/written-for-rules", "written-for-rules.tsv", test_file);
  g_test_add_data_func ("/rules/guard-words/held-out", "held-out.tsv", test_file);
  g_test_add_data_func ("/rules/guard-words/held-out-2", "held-out-2.tsv", test_file);
  g_test_add_data_func ("/rules/guard-words/held-out-3", "held-out-3.tsv", test_file);
  g_test_add_data_func ("/rules/guard-words/held-out-4", "held-out-4.tsv", test_file);
  g_test_add_data_func ("/rules/guard-words/held-out-5", "held-out-5.tsv", test_file);
  g_test_add_data_func ("/rules/guard-words/held-out-6", "held-out-6.tsv", test_file);
  g_test_add_data_func ("/rules/guard-words/held-out-7", "held-out-7.tsv", test_file);
  g_test_add_data_func ("/rules/guard-words/held-out-8", "held-out-8.tsv", test_file);
  g_test_add_data_func ("/rules/guard-words/held-out-9", "held-out-9.tsv", test_file);
  g_test_add_data_func ("/rules/guard-words/held-out-10", "held-out-10.tsv", test_file);

  return g_test_run ();
}
