/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the words of a letter by the rules: which rules match where, and which of these
 * matches still count beside each other. */

#include "config.h"

#include "relance-guard-rules-private.h"

#include <string.h>

/* How far a “not” reaches, and an “if” before it. */
#define MAX_REACH 7
#define MAX_IF 4

/* How far from a “not” the doubt stands that it denies. */
#define MAX_DOUBT 3

/* Bounds the work on a text made to be slow. */
#define MAX_HITS 1000

/* What the tokens of one letter are. */
typedef struct
{
  const RelanceGuardRules *rules;
  GArray *tokens;
  GArray *own; /* the sets of the token at hand */
  guint64 *bits;
  guint64 *present; /* the sets that any word of the sentence at hand is in */
  guint stride;
  guint sentence; /* that is being read */
} Reading;

/* @counts: whether it warns and nothing spares it */
typedef struct
{
  guint rule;
  guint sentence;
  guint start;
  guint end;
  gboolean counts;
} Hit;

static const RelanceGuardToken *
get_token (const Reading *reading, guint at)
{
  return &g_array_index (reading->tokens, RelanceGuardToken, at);
}

static gboolean
has (const Reading *reading, guint at, int set)
{
  return set >= 0 &&
         ((reading->bits[at * reading->stride + (guint) set / 64] >> ((guint) set % 64)) & 1);
}

static gboolean
is_class (const Reading *reading, guint at, RelanceGuardClass class)
{
  return has (reading, at, reading->rules->classes[class]);
}

/* "ne … que" says only, not no. */
static gboolean
is_only (const Reading *reading, guint at)
{
  for (guint i = at + 1; i < reading->tokens->len && i <= at + 4; i++)
    if (is_class (reading, i, RELANCE_GUARD_CLASS_BUT))
      return TRUE;
  return FALSE;
}

/* "If you do not pay", "sans réponse": what is said to follow is not denied by it. */
static gboolean
is_of_condition (const Reading *reading, guint at)
{
  if (get_token (reading, at)->opens_clause && is_class (reading, at, RELANCE_GUARD_CLASS_FAILING))
    return TRUE;

  for (guint i = at; i > 0 && at - i < MAX_IF && !get_token (reading, i)->opens_sentence; i--)
    if (is_class (reading, i - 1, RELANCE_GUARD_CLASS_IF))
      return TRUE;
  return FALSE;
}

/* "I will not hesitate to": to deny the doubt is to affirm. */
static gboolean
is_of_doubt (const Reading *reading, guint at)
{
  guint first = at - MIN (at, MAX_DOUBT);

  for (guint i = first; i < reading->tokens->len && i <= at + MAX_DOUBT; i++)
    if (is_class (reading, i, RELANCE_GUARD_CLASS_UNFAILING))
      return TRUE;
  return FALSE;
}

static gboolean
is_denial (const Reading *reading, guint at)
{
  return is_class (reading, at, RELANCE_GUARD_CLASS_NOT) && !is_only (reading, at) &&
         !is_of_condition (reading, at) && !is_of_doubt (reading, at);
}

/* Whether a “not” stands in what is matched, or before it in its clause. A match
 * that begins with its own subject owes nothing to what stands before. */
static gboolean
is_negated (const Reading *reading, const Hit *hit)
{
  guint first = hit->start;

  while (!is_class (reading, hit->start, RELANCE_GUARD_CLASS_SUBJECT) && first > 0 &&
         hit->start - first < MAX_REACH && !get_token (reading, first)->opens_clause)
    first--;

  for (guint i = first; i < hit->end; i++)
    if (is_denial (reading, i))
      return TRUE;
  return FALSE;
}

static gboolean
applies (const RelanceGuardSection *section, RelanceGuardWhen when)
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

/* "Madame Crook": a word with a capital in the middle of a clause is a name. */
static gboolean
is_name (const Reading *reading, guint at)
{
  const RelanceGuardToken *token = get_token (reading, at);

  return token->title && !token->opens_clause &&
         is_class (reading, at, RELANCE_GUARD_CLASS_NAMESAKE);
}

static void
mark_token (Reading *reading, guint at)
{
  const RelanceGuardToken *token = get_token (reading, at);

  g_array_set_size (reading->own, 0);
  relance_guard_lexicon_find (reading->rules->grammar.lexicon, token->form, reading->own);
  for (guint i = 0; i < reading->own->len; i++)
    {
      guint set = g_array_index (reading->own, guint, i);

      reading->bits[at * reading->stride + set / 64] |= G_GUINT64_CONSTANT (1) << (set % 64);
    }

  if (is_name (reading, at))
    memset (reading->bits + at * reading->stride, 0, reading->stride * sizeof (guint64));
}

/* "If not, our fees are due": the “not” of one clause spares nothing in the next. */
static gboolean
is_lost (const Reading *reading, const Hit *hit)
{
  if (!is_class (reading, hit->start, RELANCE_GUARD_CLASS_NOT))
    return FALSE;

  for (guint i = hit->start + 1; i < hit->end; i++)
    if (get_token (reading, i)->opens_clause)
      return TRUE;
  return FALSE;
}

static void
begin_sentence (Reading *reading, guint first)
{
  memset (reading->present, 0, reading->stride * sizeof (guint64));
  for (guint at = first; at < reading->tokens->len; at++)
    {
      if (at > first && get_token (reading, at)->opens_sentence)
        break;
      for (guint i = 0; i < reading->stride; i++)
        reading->present[i] |= reading->bits[at * reading->stride + i];
    }
  reading->sentence++;
}

static void
try_rule (const Reading *reading, guint index, guint at, RelanceGuardWhen when, GArray *hits)
{
  const RelanceGuardRule *rule = &g_array_index (reading->rules->rules, RelanceGuardRule, index);
  Hit hit = { index, reading->sentence, at, 0, FALSE };

  if (!applies (&g_array_index (reading->rules->sections, RelanceGuardSection, rule->section),
                when) ||
      !relance_guard_pattern_may_match (rule->pattern, reading->present))
    return;

  hit.end = relance_guard_pattern_match (rule->pattern, reading->tokens, reading->bits,
                                         reading->stride, at);
  if (rule->effect == RELANCE_GUARD_SPARES_WORDS && is_lost (reading, &hit))
    return;
  if (hits->len < MAX_HITS && hit.end > at &&
      (rule->effect != RELANCE_GUARD_WARNS || !is_negated (reading, &hit)))
    g_array_append_val (hits, hit);
}

static void
try_rules_of (const Reading *reading, guint set, guint at, RelanceGuardWhen when, GArray *hits)
{
  const GArray *candidates = g_ptr_array_index (reading->rules->by_set, set);

  for (guint i = 0; i < candidates->len; i++)
    try_rule (reading, g_array_index (candidates, guint, i), at, when, hits);
}

/* A rule may match twice at one place when its first word is in two of its sets: the same
 * match then counts once, see is_said_better(). */
static void
try_rules_at (const Reading *reading, guint at, RelanceGuardWhen when, GArray *hits)
{
  const guint64 *starts = (const guint64 *) reading->rules->starts->data;

  for (guint i = 0; i < reading->stride; i++)
    {
      guint64 bits = reading->bits[at * reading->stride + i] & starts[i];

      for (; bits != 0; bits &= bits - 1)
        try_rules_of (reading, i * 64 + (guint) __builtin_ctzll (bits), at, when, hits);
    }
}

static const RelanceGuardRule *
get_rule (const Reading *reading, const Hit *hit)
{
  return &g_array_index (reading->rules->rules, RelanceGuardRule, hit->rule);
}

static const RelanceGuardSection *
get_section (const Reading *reading, const Hit *hit)
{
  return &g_array_index (reading->rules->sections, RelanceGuardSection,
                         get_rule (reading, hit)->section);
}

static const char *
get_kind (const Reading *reading, const Hit *hit)
{
  return get_section (reading, hit)->kind;
}

static gboolean
warns (const Reading *reading, const Hit *hit)
{
  return get_rule (reading, hit)->effect <= RELANCE_GUARD_WARNS_EVEN_NEGATED;
}

/* How far what one hit spares reaches. */
static gboolean
reaches (const Reading *reading, const Hit *spare, const Hit *hit)
{
  switch (get_rule (reading, spare)->effect)
    {
    case RELANCE_GUARD_SPARES_WORDS:
      return spare->start < hit->end && hit->start < spare->end;
    case RELANCE_GUARD_SPARES_SENTENCE:
      return spare->sentence == hit->sentence;
    case RELANCE_GUARD_SPARES_TEXT:
      return TRUE;
    case RELANCE_GUARD_WARNS:
    case RELANCE_GUARD_WARNS_EVEN_NEGATED:
    default:
      return FALSE;
    }
}

/* Rules of “none” spare words from all kinds. */
static gboolean
is_spared (const Reading *reading, GArray *hits, const Hit *hit)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *other = &g_array_index (hits, Hit, i);
      const char *kind = get_kind (reading, other);

      if (!warns (reading, other) &&
          (strcmp (kind, "none") == 0 || strcmp (kind, get_kind (reading, hit)) == 0) &&
          reaches (reading, other, hit))
        return TRUE;
    }
  return FALSE;
}

/* Whether what the rule of @hit asks for beside it was found in its sentence. */
static gboolean
is_beside (const Reading *reading, GArray *hits, const Hit *hit)
{
  const char *beside = get_section (reading, hit)->beside;

  for (guint i = 0; beside != NULL && i < hits->len; i++)
    {
      const Hit *other = &g_array_index (hits, Hit, i);

      if (other->counts && other->sentence == hit->sentence &&
          get_section (reading, other)->beside == NULL &&
          strcmp (get_kind (reading, other), beside) == 0)
        return TRUE;
    }
  return beside == NULL;
}

/* The first of those of one kind that share words, or the longest of those that begin together. */
static gboolean
is_said_better (const Reading *reading, GArray *hits, guint index)
{
  const Hit *hit = &g_array_index (hits, Hit, index);

  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *other = &g_array_index (hits, Hit, i);

      if (i == index || !warns (reading, other) || get_section (reading, other)->beside != NULL ||
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
  const RelanceGuardRule *rule = get_rule (reading, hit);
  RelanceGuardMatch match = {
    .kind = get_kind (reading, hit),
    .suggestion = rule->suggestion.words[(when & RELANCE_GUARD_WHEN_TU) != 0],
    .sentence = rule->suggestion.sentence,
    .start = get_token (reading, hit->start)->start,
    .end = get_token (reading, hit->end - 1)->end,
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
  guint stride = self->starts->len;
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint64 *bits = g_new0 (guint64, (gsize) stride * (tokens->len + 1));
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (RelanceGuardMatch));
  g_autofree guint64 *present = g_new0 (guint64, stride);
  Reading reading = { self, tokens, own, bits, present, stride, 0 };

  for (guint i = 0; i < tokens->len; i++)
    mark_token (&reading, i);
  for (guint i = 0; i < tokens->len; i++)
    {
      if (get_token (&reading, i)->opens_sentence)
        begin_sentence (&reading, i);
      try_rules_at (&reading, i, when, hits);
    }

  for (guint i = 0; i < hits->len; i++)
    {
      Hit *hit = &g_array_index (hits, Hit, i);

      hit->counts = warns (&reading, hit) && !is_spared (&reading, hits, hit);
    }
  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);

      if (hit->counts && is_beside (&reading, hits, hit) && !is_said_better (&reading, hits, i))
        add_match (&reading, hit, when, matches);
    }

  return matches;
}
