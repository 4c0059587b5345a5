/* SPDX-License-Identifier: GPL-3.0-or-later */

/* data/guard/README.md says how the files are written. */

#include "config.h"

#include "relance-guard-rules.h"

#include "relance-enum-types.h"
#include "relance-guard-pattern.h"
#include "relance-guard-resources.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCES "/org/example/Relance/guard/"

/* How far a “not” reaches. */
#define MAX_REACH 7

/* Bounds the work on a text made to be slow. */
#define MAX_HITS 1000

typedef enum
{
  RULE_WARNS,
  RULE_WARNS_EVEN_NEGATED,
  RULE_SPARES_WORDS,
  RULE_SPARES_SENTENCE,
} RuleEffect;

typedef struct
{
  const char *words[2]; /* to *vous*, to *tu*; NULL for none */
  gboolean sentence;
} Suggestion;

typedef struct
{
  RelanceGuardPattern *pattern;
  RuleEffect effect;
  guint section;
  Suggestion suggestion;
} Rule;

typedef struct
{
  char *kind;
  RelanceGuardWhen when;
} Section;

struct _RelanceGuardRules
{
  RelanceGuardGrammar grammar;
  GHashTable *expansions;
  GHashTable *advice; /* kind → what to do about it */
  GArray *rules;
  GArray *sections;
  GStringChunk *suggestions;
  GPtrArray *by_set; /* set → GArray of rules that may begin with a word of it */
};

/* What the tokens of one letter are. */
typedef struct
{
  const RelanceGuardRules *rules;
  GArray *tokens;
  GArray *own; /* the sets of the token at hand */
  guint64 *bits;
  guint stride;
} Reading;

typedef struct
{
  guint rule;
  guint start;
  guint end;
} Hit;

static void
clear_rule (Rule *rule)
{
  g_clear_pointer (&rule->pattern, relance_guard_pattern_free);
}

static void
clear_section (Section *section)
{
  g_free (section->kind);
}

static RelanceGuardRules *
make_rules (void)
{
  RelanceGuardRules *self = g_new0 (RelanceGuardRules, 1);

  self->grammar.lexicon = relance_guard_lexicon_new ();
  self->grammar.classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->grammar.sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->expansions =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->advice = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rules = g_array_new (FALSE, TRUE, sizeof (Rule));
  g_array_set_clear_func (self->rules, (GDestroyNotify) clear_rule);
  self->sections = g_array_new (FALSE, TRUE, sizeof (Section));
  g_array_set_clear_func (self->sections, (GDestroyNotify) clear_section);
  self->suggestions = g_string_chunk_new (1024);
  self->by_set = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

void
relance_guard_rules_free (RelanceGuardRules *self)
{
  relance_guard_lexicon_free (self->grammar.lexicon);
  g_hash_table_unref (self->grammar.classes);
  g_hash_table_unref (self->grammar.sets);
  g_hash_table_unref (self->expansions);
  g_hash_table_unref (self->advice);
  g_array_unref (self->rules);
  g_array_unref (self->sections);
  g_string_chunk_free (self->suggestions);
  g_ptr_array_unref (self->by_set);
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

/* "[kind soft consumer]" */
static gboolean
read_section (RelanceGuardRules *self, const char *line, GError **error)
{
  g_autofree char *inside = g_strndup (line + 1, strcspn (line + 1, "]"));
  g_auto (GStrv) words = g_strsplit (inside, " ", -1);
  Section section = { g_strdup (words[0]), 0 };

  g_array_append_val (self->sections, section);
  for (int i = 1; words[0] != NULL && words[i] != NULL; i++)
    {
      RelanceGuardWhen when = find_condition (words[i]);

      if (when == 0)
        return refuse (line, "No such condition", error);
      g_array_index (self->sections, Section, self->sections->len - 1).when |= when;
    }
  return TRUE;
}

/* "> to vous || to tu", and with ">>" for a sentence */
static void
read_suggestion (RelanceGuardRules *self, const char *line, Suggestion *suggestion)
{
  gboolean sentence = line[1] == '>';
  g_auto (GStrv) sides = g_strsplit (line + (sentence ? 2 : 1), "||", 2);

  suggestion->sentence = sentence;
  for (int i = 0; i < 2; i++)
    suggestion->words[i] =
      g_string_chunk_insert_const (self->suggestions, g_strstrip (sides[sides[1] != NULL ? i : 0]));
}

static RuleEffect
take_effect (const char **line)
{
  static const struct
  {
    const char *mark;
    RuleEffect effect;
  } marks[] = {
    { "-- ", RULE_SPARES_SENTENCE },
    { "- ", RULE_SPARES_WORDS },
    { "+ ", RULE_WARNS_EVEN_NEGATED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (*line, marks[i].mark))
      {
        *line += strlen (marks[i].mark);
        return marks[i].effect;
      }
  return RULE_WARNS;
}

static gboolean
read_rule (RelanceGuardRules *self, const char *line, const Suggestion *suggestion, GError **error)
{
  Rule rule = { .suggestion = *suggestion };

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
read_line (RelanceGuardRules *self, const char *line, Suggestion *suggestion, GError **error)
{
  switch (*line)
    {
    case '\0':
    case '#':
      return TRUE;
    case '%':
      return read_expansion (self, line, error);
    case '!':
      return read_advice (self, line, error);
    case '[':
      *suggestion = (Suggestion) { 0 };
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
index_rules (RelanceGuardRules *self)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < relance_guard_lexicon_get_n_sets (self->grammar.lexicon); i++)
    g_ptr_array_add (self->by_set, g_array_new (FALSE, FALSE, sizeof (guint)));

  for (guint i = 0; i < self->rules->len; i++)
    {
      g_array_set_size (first, 0);
      relance_guard_pattern_list_first (g_array_index (self->rules, Rule, i).pattern, first);
      for (guint j = 0; j < first->len; j++)
        g_array_append_val (
          (GArray *) g_ptr_array_index (self->by_set, g_array_index (first, guint, j)), i);
    }
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
  Suggestion suggestion = { 0 };

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

static int
find_class_set (const RelanceGuardRules *self, const char *name)
{
  g_autofree char *key = g_strconcat ("@", name, NULL);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->grammar.sets, key)) - 1;
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

static gboolean
has (const Reading *reading, guint at, int set)
{
  return set >= 0 &&
         ((reading->bits[at * reading->stride + (guint) set / 64] >> ((guint) set % 64)) & 1);
}

/* "ne … que" says only, not no. */
static gboolean
is_only (const Reading *reading, guint at, int but)
{
  for (guint i = at + 1; i < reading->tokens->len && i <= at + 4; i++)
    if (has (reading, i, but))
      return TRUE;
  return FALSE;
}

/* Whether a “not” stands in what is matched, or before it in its clause. A match
 * that begins with its own subject owes nothing to what stands before. */
static gboolean
is_negated (const Reading *reading, const Hit *hit)
{
  int not = find_class_set (reading->rules, "not");
  int but = find_class_set (reading->rules, "but");
  int subject = find_class_set (reading->rules, "subject");
  guint first = hit->start;

  while (!has (reading, hit->start, subject) && first > 0 && hit->start - first < MAX_REACH &&
         !g_array_index (reading->tokens, RelanceGuardToken, first).opens_clause)
    first--;

  for (guint i = first; i < hit->end; i++)
    if (has (reading, i, not) && !is_only (reading, i, but))
      return TRUE;
  return FALSE;
}

static gboolean
applies (const Section *section, RelanceGuardWhen when)
{
  static const RelanceGuardWhen groups[] = {
    RELANCE_GUARD_WHEN_SOFT | RELANCE_GUARD_WHEN_ASKING | RELANCE_GUARD_WHEN_FIRM,
    RELANCE_GUARD_WHEN_CONSUMER | RELANCE_GUARD_WHEN_BUSINESS,
    RELANCE_GUARD_WHEN_VOUS | RELANCE_GUARD_WHEN_TU,
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if ((section->when & groups[i]) != 0 && (section->when & when & groups[i]) == 0)
      return FALSE;
  return TRUE;
}

static void
mark_token (Reading *reading, guint at)
{
  const RelanceGuardToken *token = &g_array_index (reading->tokens, RelanceGuardToken, at);

  g_array_set_size (reading->own, 0);
  relance_guard_lexicon_find (reading->rules->grammar.lexicon, token->form, reading->own);
  for (guint i = 0; i < reading->own->len; i++)
    {
      guint set = g_array_index (reading->own, guint, i);

      reading->bits[at * reading->stride + set / 64] |= G_GUINT64_CONSTANT (1) << (set % 64);
    }
}

static void
try_rule (const Reading *reading, guint index, guint at, RelanceGuardWhen when, GArray *hits)
{
  const Rule *rule = &g_array_index (reading->rules->rules, Rule, index);
  Hit hit = { index, at, 0 };

  if (!applies (&g_array_index (reading->rules->sections, Section, rule->section), when))
    return;

  hit.end = relance_guard_pattern_match (rule->pattern, reading->tokens, reading->bits,
                                         reading->stride, at);
  if (hits->len < MAX_HITS && hit.end > at &&
      (rule->effect != RULE_WARNS || !is_negated (reading, &hit)))
    g_array_append_val (hits, hit);
}

static void
try_rules_at (const Reading *reading, guint at, RelanceGuardWhen when, GArray *hits)
{
  const RelanceGuardRules *rules = reading->rules;
  guint last = G_MAXUINT;

  for (guint set = 0; set < rules->by_set->len; set++)
    {
      GArray *candidates;

      if (set % 64 == 0 && reading->bits[at * reading->stride + set / 64] == 0)
        {
          set += 63;
          continue;
        }
      candidates = has (reading, at, (int) set) ? g_ptr_array_index (rules->by_set, set) : NULL;
      for (guint i = 0; candidates != NULL && i < candidates->len; i++)
        {
          guint index = g_array_index (candidates, guint, i);

          if (index != last)
            try_rule (reading, index, at, when, hits);
          last = index;
        }
    }
}

static const Rule *
get_rule (const Reading *reading, const Hit *hit)
{
  return &g_array_index (reading->rules->rules, Rule, hit->rule);
}

static const char *
get_kind (const Reading *reading, const Hit *hit)
{
  return g_array_index (reading->rules->sections, Section, get_rule (reading, hit)->section).kind;
}

static gboolean
is_in_one_sentence (const Reading *reading, guint a, guint b)
{
  for (guint i = MIN (a, b) + 1; i <= MAX (a, b); i++)
    if (g_array_index (reading->tokens, RelanceGuardToken, i).opens_sentence)
      return FALSE;
  return TRUE;
}

/* Rules of “none” spare words from all kinds. */
static gboolean
is_spared (const Reading *reading, GArray *hits, const Hit *hit)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *other = &g_array_index (hits, Hit, i);
      RuleEffect effect = get_rule (reading, other)->effect;
      const char *kind = get_kind (reading, other);

      if (effect < RULE_SPARES_WORDS ||
          (strcmp (kind, "none") != 0 && strcmp (kind, get_kind (reading, hit)) != 0))
        continue;
      if (effect == RULE_SPARES_WORDS ? other->start < hit->end && hit->start < other->end
                                      : is_in_one_sentence (reading, other->start, hit->start))
        return TRUE;
    }
  return FALSE;
}

/* The first of those of one kind that share words, or the longest of those that begin together. */
static gboolean
is_said_better (const Reading *reading, GArray *hits, guint index)
{
  const Hit *hit = &g_array_index (hits, Hit, index);

  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *other = &g_array_index (hits, Hit, i);

      if (i == index || get_rule (reading, other)->effect >= RULE_SPARES_WORDS ||
          strcmp (get_kind (reading, other), get_kind (reading, hit)) != 0 ||
          other->start >= hit->end || hit->start >= other->end)
        continue;
      if (other->start < hit->start || (other->start == hit->start && other->end > hit->end) ||
          (other->start == hit->start && other->end == hit->end && i < index))
        return TRUE;
    }
  return FALSE;
}

static void
add_match (const Reading *reading, const Hit *hit, RelanceGuardWhen when, GArray *matches)
{
  const Rule *rule = get_rule (reading, hit);
  RelanceGuardMatch match = {
    .kind = get_kind (reading, hit),
    .suggestion = rule->suggestion.words[(when & RELANCE_GUARD_WHEN_TU) != 0],
    .sentence = rule->suggestion.sentence,
    .start = g_array_index (reading->tokens, RelanceGuardToken, hit->start).start,
    .end = g_array_index (reading->tokens, RelanceGuardToken, hit->end - 1).end,
  };

  g_array_append_val (matches, match);
}

/**
 * relance_guard_rules_match:
 * @tokens: (element-type RelanceGuardToken): what relance_guard_rules_split() gave
 * @when: the stage, the kind of client and the address, as far as they are known
 *
 * Returns: (transfer full) (element-type RelanceGuardMatch): what the rules warn of, in
 *   the order of the text
 */
GArray *
relance_guard_rules_match (const RelanceGuardRules *self, GArray *tokens, RelanceGuardWhen when)
{
  guint stride = relance_guard_lexicon_get_n_sets (self->grammar.lexicon) / 64 + 1;
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint64 *bits = g_new0 (guint64, (gsize) stride * (tokens->len + 1));
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (RelanceGuardMatch));
  Reading reading = { self, tokens, own, bits, stride };

  for (guint i = 0; i < tokens->len; i++)
    mark_token (&reading, i);
  for (guint i = 0; i < tokens->len; i++)
    try_rules_at (&reading, i, when, hits);

  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);

      if (get_rule (&reading, hit)->effect < RULE_SPARES_WORDS &&
          !is_spared (&reading, hits, hit) && !is_said_better (&reading, hits, i))
        add_match (&reading, hit, when, matches);
    }

  return matches;
}
