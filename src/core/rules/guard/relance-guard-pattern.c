/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small language of words:
 *   word stem* verb+ @class (this|or that)   what must stand there
 *   !@class !(this|that)                      a word that is none of those
 *   ITEM?                                     may stand there
 *   ~ ~5                                      up to three, or five, words of any kind
 *   ^ $                                       a clause begins, or ends
 * compiled to a program that a matcher walks through, never across the end of a sentence. */

#include "config.h"

#include "relance-guard-pattern.h"

#include "relance-guard-text.h"

#include <gio/gio.h>
#include <string.h>

#define DEFAULT_GAP 3
#define MAX_GAP 12
#define MAX_DEPTH 8

/* Bounds the time that one pattern takes at one word. */
#define MAX_STEPS 600

typedef enum
{
  OP_SET, /* a word of the set */
  OP_BUT, /* a word that is not of the set */
  OP_ANY, /* any word */
  OP_OPEN,
  OP_CLOSE,
  OP_SPLIT, /* first @argument, then the next */
  OP_TRY,   /* first the next, then @argument */
  OP_JUMP,
  OP_DONE,
} Op;

typedef struct
{
  Op op;
  guint argument;
} Instruction;

/* @needed: the sets that each match has a word of */
struct _RelanceGuardPattern
{
  GArray *program;
  GArray *needed;
};

typedef struct
{
  RelanceGuardGrammar *grammar;
  GArray *program;
  const char *p;
  int depth;
  GError **error;
} Compiler;

static gboolean compile_choice (Compiler *self);

static guint
emit (Compiler *self, Op op, guint argument)
{
  Instruction instruction = { op, argument };

  g_array_append_val (self->program, instruction);
  return self->program->len - 1;
}

static gboolean
fail (Compiler *self, const char *what)
{
  g_set_error (self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s at “%s”", what, self->p);
  return FALSE;
}

static void
skip_space (Compiler *self)
{
  while (*self->p == ' ' || *self->p == '\n' || *self->p == '\t')
    self->p++;
}

static gsize
get_word_length (const char *p)
{
  return strcspn (p, " \t\n|()?@~^$!");
}

/* Where the alternative at @p ends. */
static const char *
skip_alternative (const char *p)
{
  for (int depth = 0; *p != '\0' && (depth > 0 || *p != '|'); p++)
    depth += (*p == '(') - (*p == ')');
  return p;
}

static void
append_alternative (GString *list, const char *alternative)
{
  if (list->len > 0)
    g_string_append_c (list, '|');
  g_string_append (list, alternative);
}

/* One set for all alternatives that are one word, those of classes too: most are. */
static void
sort_alternatives (Compiler *self, const char *source, int depth, GString *words, GString *phrases)
{
  for (const char *p = source, *end; p != NULL; p = *end != '\0' ? end + 1 : NULL)
    {
      g_autofree char *alternative = NULL;
      const char *class;
      gsize length;

      end = skip_alternative (p);
      alternative = g_strstrip (g_strndup (p, (gsize) (end - p)));
      length = get_word_length (alternative);
      class = *alternative == '@' ? g_hash_table_lookup (self->grammar->classes, alternative + 1)
                                  : NULL;
      if (class != NULL && depth < MAX_DEPTH)
        sort_alternatives (self, class, depth + 1, words, phrases);
      else
        append_alternative (length > 0 && alternative[length] == '\0' ? words : phrases,
                            alternative);
    }
}

/* "menacer+": that word and its forms, by the longest ending that has others. */
static void
add_forms (Compiler *self, guint set, const char *word)
{
  g_autofree char *base = g_strndup (word, strlen (word) - 1);
  const char *const *endings = NULL;
  const char *ending = base;

  relance_guard_lexicon_add (self->grammar->lexicon, set, base);
  while (*ending != '\0' && endings == NULL)
    {
      ending = g_utf8_next_char (ending);
      endings = g_hash_table_lookup (self->grammar->endings, ending);
    }

  for (int i = 0; endings != NULL && endings[i] != NULL; i++)
    {
      g_autofree char *form = g_strdup_printf ("%.*s%s", (int) (ending - base), base, endings[i]);

      relance_guard_lexicon_add (self->grammar->lexicon, set, form);
    }
}

static guint
get_set (Compiler *self, const char *words)
{
  guint set = GPOINTER_TO_UINT (g_hash_table_lookup (self->grammar->sets, words));
  g_auto (GStrv) list = NULL;

  if (set > 0)
    return set - 1;

  list = g_strsplit (words, "|", -1);
  set = relance_guard_lexicon_add_set (self->grammar->lexicon);
  g_hash_table_insert (self->grammar->sets, g_strdup (words), GUINT_TO_POINTER (set + 1));
  for (int i = 0; list[i] != NULL; i++)
    if (g_str_has_suffix (list[i], "+"))
      add_forms (self, set, list[i]);
    else
      relance_guard_lexicon_add (self->grammar->lexicon, set, list[i]);

  return set;
}

static gboolean
compile_source (Compiler *self, const char *source)
{
  const char *before = self->p;
  gboolean good;

  if (++self->depth > MAX_DEPTH)
    return fail (self, "Too deep");

  self->p = source;
  good = compile_choice (self) && (*self->p == '\0' || fail (self, "Not understood"));
  if (good)
    self->p = before;
  self->depth--;
  return good;
}

/* The single words of @source as one set, and its phrases one after the other. */
static gboolean
compile_alternatives (Compiler *self, const char *source)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) phrases = g_string_new (NULL);
  guint other;

  sort_alternatives (self, source, 0, words, phrases);
  if (phrases->len == 0)
    {
      emit (self, OP_SET, get_set (self, words->str));
      return TRUE;
    }
  if (words->len == 0)
    return compile_source (self, phrases->str);

  /* A phrase may begin with one of the single words: the longer is tried first. */
  other = emit (self, OP_TRY, 0);
  if (!compile_source (self, phrases->str))
    return FALSE;
  emit (self, OP_JUMP, self->program->len + 2);
  g_array_index (self->program, Instruction, other).argument = self->program->len;
  emit (self, OP_SET, get_set (self, words->str));
  return TRUE;
}

static gboolean
compile_class (Compiler *self)
{
  g_autofree char *name = g_strndup (self->p + 1, get_word_length (self->p + 1));
  const char *source = g_hash_table_lookup (self->grammar->classes, name);

  if (source == NULL)
    return fail (self, "No such class");

  self->p += 1 + strlen (name);
  return compile_alternatives (self, source);
}

static gboolean
compile_gap (Compiler *self)
{
  guint64 most = DEFAULT_GAP;
  guint end;

  self->p++;
  if (g_ascii_isdigit (*self->p))
    most = g_ascii_strtoull (self->p, (char **) &self->p, 10);
  if (most > MAX_GAP)
    return fail (self, "Too wide");

  end = self->program->len + 2 * (guint) most;
  for (guint i = 0; i < most; i++)
    {
      emit (self, OP_SPLIT, end);
      emit (self, OP_ANY, 0);
    }
  return TRUE;
}

static gboolean
compile_word (Compiler *self)
{
  gsize length = get_word_length (self->p);
  g_autofree char *word = g_strndup (self->p, length);

  if (length == 0)
    return fail (self, "No word");

  self->p += length;
  emit (self, OP_SET, get_set (self, word));
  return TRUE;
}

static gboolean
compile_group (Compiler *self)
{
  const char *end = self->p;
  g_autofree char *source = NULL;

  for (int depth = 0; *end != '\0' && (*end != ')' || depth > 1); end++)
    depth += (*end == '(') - (*end == ')');
  if (*end == '\0')
    return fail (self, "No end of the group");

  source = g_strndup (self->p + 1, (gsize) (end - self->p - 1));
  self->p = end + 1;
  return compile_alternatives (self, source);
}

static gboolean compile_item (Compiler *self);

static gboolean
compile_other (Compiler *self)
{
  guint start = self->program->len;
  Instruction *instruction;

  self->p++;
  if (!compile_item (self))
    return FALSE;

  instruction = &g_array_index (self->program, Instruction, start);
  if (self->program->len != start + 1 || instruction->op != OP_SET)
    return fail (self, "Not single words");
  instruction->op = OP_BUT;
  return TRUE;
}

static gboolean
compile_item (Compiler *self)
{
  switch (*self->p)
    {
    case '!':
      return compile_other (self);
    case '(':
      return compile_group (self);
    case '@':
      return compile_class (self);
    case '~':
      return compile_gap (self);
    case '^':
    case '$':
      emit (self, *self->p++ == '^' ? OP_OPEN : OP_CLOSE, 0);
      return TRUE;
    default:
      return compile_word (self);
    }
}

/* Makes room before what was emitted since @start: jumps of there go one further. */
static void
insert_before (Compiler *self, guint start, Op op)
{
  Instruction instruction = { op, 0 };

  g_array_insert_val (self->program, start, instruction);
  for (guint i = start + 1; i < self->program->len; i++)
    {
      Instruction *moved = &g_array_index (self->program, Instruction, i);

      if (moved->op == OP_SPLIT || moved->op == OP_TRY || moved->op == OP_JUMP)
        moved->argument++;
    }
}

static gboolean
compile_sequence (Compiler *self)
{
  skip_space (self);
  while (*self->p != '\0' && *self->p != '|' && *self->p != ')')
    {
      guint start = self->program->len;

      if (!compile_item (self))
        return FALSE;
      if (*self->p == '?')
        {
          self->p++;
          insert_before (self, start, OP_TRY);
          g_array_index (self->program, Instruction, start).argument = self->program->len;
        }
      skip_space (self);
    }
  return TRUE;
}

static gboolean
compile_choice (Compiler *self)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint start = self->program->len;

  if (!compile_sequence (self))
    return FALSE;

  while (*self->p == '|')
    {
      guint end;

      self->p++;
      insert_before (self, start, OP_TRY);
      end = emit (self, OP_JUMP, 0);
      g_array_append_val (ends, end);
      g_array_index (self->program, Instruction, start).argument = self->program->len;
      start = self->program->len;
      if (!compile_sequence (self))
        return FALSE;
    }

  for (guint i = 0; i < ends->len; i++)
    g_array_index (self->program, Instruction, g_array_index (ends, guint, i)).argument =
      self->program->len;
  return TRUE;
}

/* What no branch jumps over: all jumps go on, none goes back. */
static GArray *
list_needed (GArray *program)
{
  GArray *needed = g_array_new (FALSE, FALSE, sizeof (guint));
  guint beyond = 0;

  for (guint i = 0; i < program->len; i++)
    {
      const Instruction *instruction = &g_array_index (program, Instruction, i);

      if (instruction->op == OP_SET && i >= beyond)
        g_array_append_val (needed, instruction->argument);
      else if (instruction->op == OP_SPLIT || instruction->op == OP_TRY ||
               instruction->op == OP_JUMP)
        beyond = MAX (beyond, instruction->argument);
    }

  return needed;
}

/**
 * relance_guard_pattern_new:
 * @error: what is wrong with @source, and where
 *
 * Returns: (transfer full): the pattern, its words being in the lexicon now
 */
RelanceGuardPattern *
relance_guard_pattern_new (RelanceGuardGrammar *grammar, const char *source, GError **error)
{
  g_autoptr (RelanceGuardPattern) pattern = g_new0 (RelanceGuardPattern, 1);
  Compiler compiler = { grammar, g_array_new (FALSE, FALSE, sizeof (Instruction)), source, 0,
                        error };

  pattern->program = compiler.program;
  if (!compile_choice (&compiler))
    return NULL;
  if (*compiler.p != '\0')
    {
      fail (&compiler, "Not understood");
      return NULL;
    }

  emit (&compiler, OP_DONE, 0);
  pattern->needed = list_needed (pattern->program);
  return g_steal_pointer (&pattern);
}

void
relance_guard_pattern_free (RelanceGuardPattern *self)
{
  g_array_unref (self->program);
  g_clear_pointer (&self->needed, g_array_unref);
  g_free (self);
}

static void
list_from (const RelanceGuardPattern *self, guint at, GArray *sets)
{
  const Instruction *instruction = &g_array_index (self->program, Instruction, at);

  switch (instruction->op)
    {
    case OP_SET:
      g_array_append_val (sets, instruction->argument);
      break;
    case OP_SPLIT:
    case OP_TRY:
      list_from (self, instruction->argument, sets);
      list_from (self, at + 1, sets);
      break;
    case OP_JUMP:
      list_from (self, instruction->argument, sets);
      break;
    case OP_OPEN:
    case OP_CLOSE:
      list_from (self, at + 1, sets);
      break;
    case OP_BUT:
    case OP_ANY:
    case OP_DONE:
    default:
      break;
    }
}

/**
 * relance_guard_pattern_list_first:
 * @sets: (element-type guint) (inout): the sets that a match may begin with are added
 */
void
relance_guard_pattern_list_first (const RelanceGuardPattern *self, GArray *sets)
{
  list_from (self, 0, sets);
}

/**
 * relance_guard_pattern_may_match:
 * @present: the sets that any word of a sentence is in
 *
 * Returns: %FALSE when nothing in that sentence can match; spares most of the work
 */
gboolean
relance_guard_pattern_may_match (const RelanceGuardPattern *self, const guint64 *present)
{
  for (guint i = 0; i < self->needed->len; i++)
    {
      guint set = g_array_index (self->needed, guint, i);

      if (((present[set / 64] >> (set % 64)) & 1) == 0)
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  const RelanceGuardPattern *pattern;
  GArray *tokens;
  const guint64 *bits;
  guint stride;
  guint start;
  guint steps;
} Matcher;

static gboolean
opens (const Matcher *self, guint at)
{
  return at >= self->tokens->len ||
         g_array_index (self->tokens, RelanceGuardToken, at).opens_clause;
}

/* A word of the same sentence. */
static gboolean
has_word (const Matcher *self, guint at)
{
  return at < self->tokens->len &&
         (at == self->start || !g_array_index (self->tokens, RelanceGuardToken, at).opens_sentence);
}

static gboolean
is_in_set (const Matcher *self, guint at, guint set)
{
  return (self->bits[at * self->stride + set / 64] >> (set % 64)) & 1;
}

/* Returns where the match ends, or 0. */
static guint
walk (Matcher *self, guint at, guint word)
{
  while (++self->steps < MAX_STEPS)
    {
      const Instruction *instruction = &g_array_index (self->pattern->program, Instruction, at);
      guint first, end;

      switch (instruction->op)
        {
        case OP_SET:
        case OP_BUT:
        case OP_ANY:
          if (!has_word (self, word) ||
              (instruction->op != OP_ANY &&
               is_in_set (self, word, instruction->argument) != (instruction->op == OP_SET)))
            return 0;
          at++;
          word++;
          break;
        case OP_OPEN:
        case OP_CLOSE:
          if (!opens (self, word))
            return 0;
          at++;
          break;
        case OP_JUMP:
          at = instruction->argument;
          break;
        case OP_SPLIT:
        case OP_TRY:
          first = instruction->op == OP_SPLIT ? instruction->argument : at + 1;
          end = walk (self, first, word);
          if (end > 0)
            return end;
          at = instruction->op == OP_SPLIT ? at + 1 : instruction->argument;
          break;
        case OP_DONE:
        default:
          return word;
        }
    }

  return 0;
}

/**
 * relance_guard_pattern_match:
 * @tokens: (element-type RelanceGuardToken)
 * @bits: for each token the sets that it is in, @stride words each
 *
 * Returns: the token after the match that begins at @start; 0 when there is none
 */
guint
relance_guard_pattern_match (const RelanceGuardPattern *self,
                             GArray *tokens,
                             const guint64 *bits,
                             guint stride,
                             guint start)
{
  Matcher matcher = { self, tokens, bits, stride, start, 0 };

  return walk (&matcher, 0, start);
}
