/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard-pattern.h"

#include "relance-guard-program.h"
#include "relance-guard-text.h"

/* Bounds the time that one pattern takes at one word. */
#define MAX_STEPS 600

/* @needed: the sets that each match has a word of */
struct _RelanceGuardPattern
{
  GArray *program;
  GArray *needed;
};

/* What no branch jumps over: all jumps go on, none goes back. */
static GArray *
list_needed (GArray *program)
{
  GArray *needed = g_array_new (FALSE, FALSE, sizeof (guint));
  guint beyond = 0;

  for (guint i = 0; i < program->len; i++)
    {
      const RelanceGuardInstruction *instruction =
        &g_array_index (program, RelanceGuardInstruction, i);

      if (instruction->op == RELANCE_GUARD_OP_SET && i >= beyond)
        g_array_append_val (needed, instruction->argument);
      else if (instruction->op == RELANCE_GUARD_OP_SPLIT ||
               instruction->op == RELANCE_GUARD_OP_TRY || instruction->op == RELANCE_GUARD_OP_JUMP)
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
  RelanceGuardPattern *self;
  GArray *program = relance_guard_program_compile (grammar, source, error);

  if (program == NULL)
    return NULL;

  self = g_new0 (RelanceGuardPattern, 1);
  self->program = program;
  self->needed = list_needed (program);
  return self;
}

void
relance_guard_pattern_free (RelanceGuardPattern *self)
{
  g_array_unref (self->program);
  g_array_unref (self->needed);
  g_free (self);
}

static void
list_from (const RelanceGuardPattern *self, guint at, GArray *sets)
{
  const RelanceGuardInstruction *instruction =
    &g_array_index (self->program, RelanceGuardInstruction, at);

  switch (instruction->op)
    {
    case RELANCE_GUARD_OP_SET:
      g_array_append_val (sets, instruction->argument);
      break;
    case RELANCE_GUARD_OP_SPLIT:
    case RELANCE_GUARD_OP_TRY:
      list_from (self, instruction->argument, sets);
      list_from (self, at + 1, sets);
      break;
    case RELANCE_GUARD_OP_JUMP:
      list_from (self, instruction->argument, sets);
      break;
    case RELANCE_GUARD_OP_OPEN:
    case RELANCE_GUARD_OP_CLOSE:
      list_from (self, at + 1, sets);
      break;
    case RELANCE_GUARD_OP_BUT:
    case RELANCE_GUARD_OP_ANY:
    case RELANCE_GUARD_OP_DONE:
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
      const RelanceGuardInstruction *instruction =
        &g_array_index (self->pattern->program, RelanceGuardInstruction, at);
      guint first, end;

      switch (instruction->op)
        {
        case RELANCE_GUARD_OP_SET:
        case RELANCE_GUARD_OP_BUT:
        case RELANCE_GUARD_OP_ANY:
          if (!has_word (self, word) || (instruction->op != RELANCE_GUARD_OP_ANY &&
                                         is_in_set (self, word, instruction->argument) !=
                                           (instruction->op == RELANCE_GUARD_OP_SET)))
            return 0;
          at++;
          word++;
          break;
        case RELANCE_GUARD_OP_OPEN:
        case RELANCE_GUARD_OP_CLOSE:
          if (!opens (self, word))
            return 0;
          at++;
          break;
        case RELANCE_GUARD_OP_JUMP:
          at = instruction->argument;
          break;
        case RELANCE_GUARD_OP_SPLIT:
        case RELANCE_GUARD_OP_TRY:
          first = instruction->op == RELANCE_GUARD_OP_SPLIT ? instruction->argument : at + 1;
          end = walk (self, first, word);
          if (end > 0)
            return end;
          at = instruction->op == RELANCE_GUARD_OP_SPLIT ? at + 1 : instruction->argument;
          break;
        case RELANCE_GUARD_OP_DONE:
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
