/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small language of words:
 *   word stem* verb+ @class (this|or that)   what must stand there
 *   !@class !(this|that)                      a word that is none of those
 *   ITEM?                                     may stand there
 *   ~ ~5                                      up to three, or five, words of any kind
 *   ^ $                                       a clause begins, or ends
 * compiled to a program that a matcher walks through, never across the end of a sentence. */

#include "config.h"

#include "relance-guard-program.h"

#include <gio/gio.h>
#include <string.h>

#define DEFAULT_GAP 3
#define MAX_GAP 12
#define MAX_DEPTH 8

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
emit (Compiler *self, RelanceGuardOp op, guint argument)
{
  RelanceGuardInstruction instruction = { op, argument };

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
      emit (self, RELANCE_GUARD_OP_SET, get_set (self, words->str));
      return TRUE;
    }
  if (words->len == 0)
    return compile_source (self, phrases->str);

  /* A phrase may begin with one of the single words: the longer is tried first. */
  other = emit (self, RELANCE_GUARD_OP_TRY, 0);
  if (!compile_source (self, phrases->str))
    return FALSE;
  emit (self, RELANCE_GUARD_OP_JUMP, self->program->len + 2);
  g_array_index (self->program, RelanceGuardInstruction, other).argument = self->program->len;
  emit (self, RELANCE_GUARD_OP_SET, get_set (self, words->str));
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
      emit (self, RELANCE_GUARD_OP_SPLIT, end);
      emit (self, RELANCE_GUARD_OP_ANY, 0);
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
  emit (self, RELANCE_GUARD_OP_SET, get_set (self, word));
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
  RelanceGuardInstruction *instruction;

  self->p++;
  if (!compile_item (self))
    return FALSE;

  instruction = &g_array_index (self->program, RelanceGuardInstruction, start);
  if (self->program->len != start + 1 || instruction->op != RELANCE_GUARD_OP_SET)
    return fail (self, "Not single words");
  instruction->op = RELANCE_GUARD_OP_BUT;
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
      emit (self, *self->p++ == '^' ? RELANCE_GUARD_OP_OPEN : RELANCE_GUARD_OP_CLOSE, 0);
      return TRUE;
    default:
      return compile_word (self);
    }
}

/* Makes room before what was emitted since @start: jumps of there go one further. */
static void
insert_before (Compiler *self, guint start, RelanceGuardOp op)
{
  RelanceGuardInstruction instruction = { op, 0 };

  g_array_insert_val (self->program, start, instruction);
  for (guint i = start + 1; i < self->program->len; i++)
    {
      RelanceGuardInstruction *moved = &g_array_index (self->program, RelanceGuardInstruction, i);

      if (moved->op == RELANCE_GUARD_OP_SPLIT || moved->op == RELANCE_GUARD_OP_TRY ||
          moved->op == RELANCE_GUARD_OP_JUMP)
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
          insert_before (self, start, RELANCE_GUARD_OP_TRY);
          g_array_index (self->program, RelanceGuardInstruction, start).argument =
            self->program->len;
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
      insert_before (self, start, RELANCE_GUARD_OP_TRY);
      end = emit (self, RELANCE_GUARD_OP_JUMP, 0);
      g_array_append_val (ends, end);
      g_array_index (self->program, RelanceGuardInstruction, start).argument = self->program->len;
      start = self->program->len;
      if (!compile_sequence (self))
        return FALSE;
    }

  for (guint i = 0; i < ends->len; i++)
    g_array_index (self->program, RelanceGuardInstruction, g_array_index (ends, guint, i))
      .argument = self->program->len;
  return TRUE;
}

/**
 * relance_guard_program_compile:
 * @error: what is wrong with @source, and where
 *
 * Returns: (transfer full) (element-type RelanceGuardInstruction): the program, its words being in
 *   the lexicon now
 */
GArray *
relance_guard_program_compile (RelanceGuardGrammar *grammar, const char *source, GError **error)
{
  g_autoptr (GArray) program = g_array_new (FALSE, FALSE, sizeof (RelanceGuardInstruction));
  Compiler compiler = { grammar, program, source, 0, error };

  if (!compile_choice (&compiler))
    return NULL;
  if (*compiler.p != '\0')
    {
      fail (&compiler, "Not understood");
      return NULL;
    }

  emit (&compiler, RELANCE_GUARD_OP_DONE, 0);
  return g_steal_pointer (&program);
}
