/* SPDX-License-Identifier: GPL-3.0-or-later */

/* data/guard/README.md says how the files are written. */

#include "config.h"

#include "relance-guard-rules.h"

#include "relance-enum-types.h"
#include "relance-guard-resources.h"
#include "relance-guard-rules-private.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCES "/org/example/Relance/guard/"

static void
clear_rule (RelanceGuardRule *rule)
{
  g_clear_pointer (&rule->pattern, relance_guard_pattern_free);
}

static void
clear_section (RelanceGuardSection *section)
{
  g_free (section->kind);
  g_free (section->beside);
}

static RelanceGuardRules *
make_rules (void)
{
  RelanceGuardRules *self = g_new0 (RelanceGuardRules, 1);

  self->grammar.lexicon = relance_guard_lexicon_new ();
  self->grammar.classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->grammar.sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->grammar.endings =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->expansions =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->advice = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rules = g_array_new (FALSE, TRUE, sizeof (RelanceGuardRule));
  g_array_set_clear_func (self->rules, (GDestroyNotify) clear_rule);
  self->sections = g_array_new (FALSE, TRUE, sizeof (RelanceGuardSection));
  g_array_set_clear_func (self->sections, (GDestroyNotify) clear_section);
  self->suggestions = g_string_chunk_new (1024);
  self->starts = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->by_set = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

void
relance_guard_rules_free (RelanceGuardRules *self)
{
  relance_guard_lexicon_free (self->grammar.lexicon);
  g_hash_table_unref (self->grammar.classes);
  g_hash_table_unref (self->grammar.sets);
  g_hash_table_unref (self->grammar.endings);
  g_hash_table_unref (self->expansions);
  g_hash_table_unref (self->advice);
  g_array_unref (self->rules);
  g_array_unref (self->sections);
  g_string_chunk_free (self->suggestions);
  g_ptr_array_unref (self->by_set);
  g_array_unref (self->starts);
  g_free (self);
}

static gboolean
refuse (const char *line, const char *why, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: “%s”", why, line);
  return FALSE;
}

/* "% dont = do not" */
static gboolean
read_expansion (RelanceGuardRules *self, const char *line, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (line + 1, "=", 2);
  g_auto (GStrv) words = NULL;
  GPtrArray *forms;

  if (g_strv_length (sides) != 2)
    return refuse (line, "No “=”", error);

  words = g_strsplit (g_strstrip (sides[1]), " ", -1);
  forms = g_ptr_array_new ();
  for (int i = 0; words[i] != NULL; i++)
    g_ptr_array_add (forms, relance_guard_text_fold (words[i], -1));
  g_ptr_array_add (forms, NULL);
  g_hash_table_insert (self->expansions, relance_guard_text_fold (g_strstrip (sides[0]), -1),
                       g_ptr_array_free (forms, FALSE));
  return TRUE;
}

/* "& er = e | es | ons": what else a word of that ending may end with */
static gboolean
read_ending (RelanceGuardRules *self, const char *line, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (line + 1, "=", 2);
  GStrv endings;

  if (g_strv_length (sides) != 2)
    return refuse (line, "No “=”", error);

  endings = g_strsplit (sides[1], "|", -1);
  for (int i = 0; endings[i] != NULL; i++)
    g_strstrip (endings[i]);
  g_hash_table_insert (self->grammar.endings, g_strdup (g_strstrip (sides[0])), endings);
  return TRUE;
}

/* "@name = this | or that" */
static gboolean
read_class (RelanceGuardRules *self, const char *line, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (line + 1, "=", 2);

  if (g_strv_length (sides) != 2)
    return refuse (line, "No “=”", error);
  if (g_hash_table_contains (self->grammar.classes, g_strstrip (sides[0])))
    return refuse (line, "Named twice", error);

  g_hash_table_insert (self->grammar.classes, g_strdup (sides[0]),
                       g_strdup (g_strstrip (sides[1])));
  return TRUE;
}

static RelanceGuardWhen
find_condition (const char *word)
{
  static const struct
  {
    const char *word;
    RelanceGuardWhen when;
  } conditions[] = {
    { "soft", RELANCE_GUARD_WHEN_SOFT },
    { "asking", RELANCE_GUARD_WHEN_ASKING },
    { "firm", RELANCE_GUARD_WHEN_FIRM },
    { "consumer", RELANCE_GUARD_WHEN_CONSUMER },
    { "business", RELANCE_GUARD_WHEN_BUSINESS },
    { "vous", RELANCE_GUARD_WHEN_VOUS },
    { "tu", RELANCE_GUARD_WHEN_TU },
  };

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (strcmp (conditions[i].word, word) == 0)
      return conditions[i].when;
  return 0;
}

/* "! emoji-in-firm = without emoji" */
static gboolean
read_advice (RelanceGuardRules *self, const char *line, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (line + 1, "=", 2);

  if (g_strv_length (sides) != 2)
    return refuse (line, "No “=”", error);

  g_hash_table_insert (self->advice, g_strdup (g_strstrip (sides[0])),
                       g_strdup (g_strstrip (sides[1])));
  return TRUE;
}

/* "[kind soft consumer]" or "[kind beside insult]" */
static gboolean
read_section (RelanceGuardRules *self, const char *line, GError **error)
{
  g_autofree char *inside = g_strndup (line + 1, strcspn (line + 1, "]"));
  g_auto (GStrv) words = g_strsplit (inside, " ", -1);
  RelanceGuardSection *section;

  g_array_set_size (self->sections, self->sections->len + 1);
  section = &g_array_index (self->sections, RelanceGuardSection, self->sections->len - 1);
  section->kind = g_strdup (words[0]);
  for (int i = 1; words[0] != NULL && words[i] != NULL; i++)
    {
      RelanceGuardWhen when = find_condition (words[i]);

      if (strcmp (words[i], "beside") == 0 && words[i + 1] != NULL && section->beside == NULL)
        section->beside = g_strdup (words[++i]);
      else if (when == 0)
        return refuse (line, "No such condition", error);
      section->when |= when;
    }
  return TRUE;
}

/* "> to vous || to tu", and with ">>" for a sentence */
static void
read_suggestion (RelanceGuardRules *self, const char *line, RelanceGuardSuggestion *suggestion)
{
  gboolean sentence = line[1] == '>';
  g_auto (GStrv) sides = g_strsplit (line + (sentence ? 2 : 1), "||", 2);

  suggestion->sentence = sentence;
  for (int i = 0; i < 2; i++)
    suggestion->words[i] =
      g_string_chunk_insert_const (self->suggestions, g_strstrip (sides[sides[1] != NULL ? i : 0]));
}

static RelanceGuardEffect
take_effect (const char **line)
{
  static const struct
  {
    const char *mark;
    RelanceGuardEffect effect;
  } marks[] = {
    { "--- ", RELANCE_GUARD_SPARES_TEXT },
    { "-- ", RELANCE_GUARD_SPARES_SENTENCE },
    { "- ", RELANCE_GUARD_SPARES_WORDS },
    { "+ ", RELANCE_GUARD_WARNS_EVEN_NEGATED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (*line, marks[i].mark))
      {
        *line += strlen (marks[i].mark);
        return marks[i].effect;
      }
  return RELANCE_GUARD_WARNS;
}

static gboolean
read_rule (RelanceGuardRules *self,
           const char *line,
           const RelanceGuardSuggestion *suggestion,
           GError **error)
{
  RelanceGuardRule rule = { .suggestion = *suggestion };

  if (self->sections->len == 0)
    return refuse (line, "Before any section", error);

  rule.section = self->sections->len - 1;
  rule.effect = take_effect (&line);
  rule.pattern = relance_guard_pattern_new (&self->grammar, line, error);
  if (rule.pattern == NULL)
    return FALSE;

  g_array_append_val (self->rules, rule);
  return TRUE;
}

static gboolean
read_line (RelanceGuardRules *self,
           const char *line,
           RelanceGuardSuggestion *suggestion,
           GError **error)
{
  switch (*line)
    {
    case '\0':
    case '#':
      return TRUE;
    case '%':
      return read_expansion (self, line, error);
    case '&':
      return read_ending (self, line, error);
    case '!':
      return read_advice (self, line, error);
    case '[':
      *suggestion = (RelanceGuardSuggestion) { 0 };
      return read_section (self, line, error);
    case '>':
      read_suggestion (self, line, suggestion);
      return TRUE;
    case '@':
      if (strstr (line, " = ") != NULL)
        return read_class (self, line, error);
      return read_rule (self, line, suggestion, error);
    default:
      return read_rule (self, line, suggestion, error);
    }
}

static void
index_rule (RelanceGuardRules *self, guint rule)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (guint));

  relance_guard_pattern_list_first (g_array_index (self->rules, RelanceGuardRule, rule).pattern,
                                    first);
  for (guint i = 0; i < first->len; i++)
    {
      guint set = g_array_index (first, guint, i);

      g_array_append_val ((GArray *) g_ptr_array_index (self->by_set, set), rule);
      g_array_index (self->starts, guint64, set / 64) |= G_GUINT64_CONSTANT (1) << (set % 64);
    }
}

static void
index_rules (RelanceGuardRules *self)
{
  guint n_sets = relance_guard_lexicon_get_n_sets (self->grammar.lexicon);

  g_array_set_size (self->starts, n_sets / 64 + 1);
  for (guint i = 0; i < n_sets; i++)
    g_ptr_array_add (self->by_set, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < self->rules->len; i++)
    index_rule (self, i);
}

/* Classes that are asked for by name have a set even where no pattern holds them: that of
 * their single words, which comes first. */
static void
add_sets_of_classes (RelanceGuardRules *self)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->grammar.classes);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *source = g_strconcat ("@", (char *) name, NULL);
      g_autoptr (RelanceGuardPattern)
        pattern = relance_guard_pattern_new (&self->grammar, source, NULL);
      g_autoptr (GArray) sets = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *key = g_strconcat ("@", (char *) name, NULL);

      if (pattern == NULL)
        continue;
      relance_guard_pattern_list_first (pattern, sets);
      if (sets->len > 0)
        g_hash_table_insert (self->grammar.sets, g_steal_pointer (&key),
                             GUINT_TO_POINTER (g_array_index (sets, guint, 0) + 1));
    }
}

static int
find_class_set (const RelanceGuardRules *self, const char *name)
{
  g_autofree char *key = g_strconcat ("@", name, NULL);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->grammar.sets, key)) - 1;
}

static void
find_classes (RelanceGuardRules *self)
{
  static const char *const names[RELANCE_GUARD_N_CLASSES] = {
    [RELANCE_GUARD_CLASS_NOT] = "not",
    [RELANCE_GUARD_CLASS_BUT] = "but",
    [RELANCE_GUARD_CLASS_IF] = "if",
    [RELANCE_GUARD_CLASS_FAILING] = "failing",
    [RELANCE_GUARD_CLASS_SUBJECT] = "subject",
    [RELANCE_GUARD_CLASS_NAMESAKE] = "namesake",
    [RELANCE_GUARD_CLASS_UNFAILING] = "unfailing",
  };

  for (int i = 0; i < RELANCE_GUARD_N_CLASSES; i++)
    self->classes[i] = find_class_set (self, names[i]);
}

/**
 * relance_guard_rules_parse:
 * @source: the text of a file of rules
 * @error: the line that is not understood, and why
 *
 * Returns: (transfer full): the rules
 */
RelanceGuardRules *
relance_guard_rules_parse (const char *source, GError **error)
{
  g_autoptr (RelanceGuardRules) self = make_rules ();
  g_auto (GStrv) lines = g_strsplit (source, "\n", -1);
  RelanceGuardSuggestion suggestion = { 0 };

  for (int i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GString) line = g_string_new (g_strstrip (lines[i]));

      while (g_str_has_suffix (line->str, "|") && lines[i + 1] != NULL)
        g_string_append (line, g_strstrip (lines[++i]));
      if (!read_line (self, line->str, &suggestion, error))
        {
          g_prefix_error (error, "Line %d: ", i + 1);
          return NULL;
        }
    }

  add_sets_of_classes (self);
  find_classes (self);
  index_rules (self);
  return g_steal_pointer (&self);
}

static const RelanceGuardRules *
load_rules (RelanceLanguage language)
{
  g_autofree char *path = g_strconcat (
    RESOURCES, relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, (int) language), ".rules", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (relance_guard_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  RelanceGuardRules *rules;

  if (bytes == NULL)
    g_error ("There are no rules of the guard at %s", path);

  rules = relance_guard_rules_parse (g_bytes_get_data (bytes, NULL), &error);
  if (rules == NULL)
    g_error ("%s: %s", path, error->message);
  return rules;
}

/**
 * relance_guard_rules_get:
 *
 * Returns: (transfer none): the rules of @language, read once
 */
const RelanceGuardRules *
relance_guard_rules_get (RelanceLanguage language)
{
  static const RelanceGuardRules *loaded[RELANCE_LANGUAGE_EN + 1];

  g_assert (language >= RELANCE_LANGUAGE_FR && language <= RELANCE_LANGUAGE_EN);

  if (g_once_init_enter_pointer (&loaded[language]))
    g_once_init_leave_pointer (&loaded[language], load_rules (language));
  return loaded[language];
}

/**
 * relance_guard_rules_get_advice:
 * @kind: one that is found without rules of words, such as "emoji-in-firm"
 *
 * Returns: (nullable): what to do about it, in the language of the rules
 */
const char *
relance_guard_rules_get_advice (const RelanceGuardRules *self, const char *kind)
{
  return g_hash_table_lookup (self->advice, kind);
}

/**
 * relance_guard_rules_split:
 *
 * Returns: (transfer full) (element-type RelanceGuardToken): the words of @text
 */
GArray *
relance_guard_rules_split (const RelanceGuardRules *self, const char *text)
{
  return relance_guard_text_split (text, self->expansions);
}

/**
 * relance_guard_rules_knows:
 *
 * Returns: whether any rule is about the folded word
 */
gboolean
relance_guard_rules_knows (const RelanceGuardRules *self, const char *form)
{
  g_autoptr (GArray) sets = g_array_new (FALSE, FALSE, sizeof (guint));

  return relance_guard_lexicon_find (self->grammar.lexicon, form, sets);
}

/**
 * relance_guard_rules_is:
 *
 * Returns: whether the folded word is one of that class
 */
gboolean
relance_guard_rules_is (const RelanceGuardRules *self, const char *form, const char *class_name)
{
  g_autoptr (GArray) sets = g_array_new (FALSE, FALSE, sizeof (guint));
  int wanted = find_class_set (self, class_name);

  relance_guard_lexicon_find (self->grammar.lexicon, form, sets);
  for (guint i = 0; i < sets->len; i++)
    if ((int) g_array_index (sets, guint, i) == wanted)
      return TRUE;
  return FALSE;
}
