/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-mustache.h"

#include "relance-mustache-private.h"

#include <string.h>

/* A letter is a page or two: what goes beyond is a mistake or an attack. */
#define MAX_OUTPUT (1024 * 1024)
#define MAX_STEPS 200000

/* What most letters fit in. */
#define OUTPUT_ROOM 2048

typedef struct
{
  RelanceMustache *mustache;
  GPtrArray *stack; /* of borrowed RelanceLetterValue, the innermost last */
  RelanceEscape escape;
  GString *output;
  guint steps;
} Renderer;

/* The innermost context that has @key answers, even with nothing. */
static RelanceLetterValue *
look_up_first (Renderer *renderer, const char *key, guint hash)
{
  for (guint i = renderer->stack->len; i > 0; i--)
    {
      RelanceLetterValue *context = g_ptr_array_index (renderer->stack, i - 1);
      RelanceLetterValue *found = relance_letter_value_find (context, key, hash);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Returns: (nullable) */
static RelanceLetterValue *
look_up (Renderer *renderer, const RelanceMustacheNode *node)
{
  RelanceLetterValue *value;

  if (node->path == NULL)
    return g_ptr_array_index (renderer->stack, renderer->stack->len - 1);

  value = look_up_first (renderer, node->path[0], node->hashes[0]);
  for (guint i = 1; node->path[i] != NULL && value != NULL; i++)
    value = relance_letter_value_find (value, node->path[i], node->hashes[i]);

  return value;
}

/* So that a name cannot start a paragraph, a header or a subject. */
static void
append_on_one_line (GString *output, const char *text)
{
  const char *start = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);

      if (!g_unichar_iscntrl (c) && c != 0x2028 && c != 0x2029)
        continue;

      g_string_append_len (output, start, p - start);
      g_string_append_c (output, ' ');
      start = g_utf8_next_char (p);
    }

  g_string_append (output, start);
}

static void
append_escaped (GString *output, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (output, escaped);
}

static void
render_value (Renderer *renderer, const RelanceMustacheNode *node)
{
  RelanceLetterValue *value = look_up (renderer, node);
  const char *text = value != NULL ? relance_letter_value_get_text (value) : "";

  if (node->kind == RELANCE_MUSTACHE_RAW_VALUE)
    g_string_append (renderer->output, text);
  else if (renderer->escape == RELANCE_ESCAPE_HTML)
    append_escaped (renderer->output, text);
  else
    append_on_one_line (renderer->output, text);
}

static gboolean render_nodes (Renderer *renderer, guint start, guint end, GError **error);

static gboolean
render_within (Renderer *renderer, RelanceLetterValue *context, guint index, GError **error)
{
  const RelanceMustacheNode *node =
    &g_array_index (renderer->mustache->nodes, RelanceMustacheNode, index);
  gboolean rendered;

  g_ptr_array_add (renderer->stack, context);
  rendered = render_nodes (renderer, index + 1, node->end, error);
  g_ptr_array_set_size (renderer->stack, renderer->stack->len - 1);
  return rendered;
}

/* An item that is nothing still counts as one turn. */
static gboolean
render_list (Renderer *renderer, GPtrArray *items, guint index, GError **error)
{
  for (guint i = 0; i < items->len; i++)
    if (!render_within (renderer, g_ptr_array_index (items, i), index, error))
      return FALSE;

  return TRUE;
}

static gboolean
render_section (Renderer *renderer, guint index, GError **error)
{
  const RelanceMustacheNode *node =
    &g_array_index (renderer->mustache->nodes, RelanceMustacheNode, index);
  RelanceLetterValue *value = look_up (renderer, node);
  gboolean truth = value != NULL && relance_letter_value_is_true (value);
  GPtrArray *items;

  if (node->kind == RELANCE_MUSTACHE_INVERTED)
    return truth || render_nodes (renderer, index + 1, node->end, error);

  if (!truth)
    return TRUE;

  items = relance_letter_value_get_items (value);
  if (items != NULL)
    return render_list (renderer, items, index, error);

  return render_within (renderer, value, index, error);
}

static gboolean
check_size (Renderer *renderer, GError **error)
{
  if (++renderer->steps <= MAX_STEPS && renderer->output->len <= MAX_OUTPUT)
    return TRUE;

  g_set_error_literal (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_TOO_LARGE,
                       "the letter becomes too long");
  return FALSE;
}

static gboolean
render_nodes (Renderer *renderer, guint start, guint end, GError **error)
{
  guint index = start;

  while (index < end)
    {
      const RelanceMustacheNode *node =
        &g_array_index (renderer->mustache->nodes, RelanceMustacheNode, index);

      if (!check_size (renderer, error))
        return FALSE;

      if (node->kind == RELANCE_MUSTACHE_SECTION || node->kind == RELANCE_MUSTACHE_INVERTED)
        {
          if (!render_section (renderer, index, error))
            return FALSE;
          index = node->end;
          continue;
        }

      if (node->kind == RELANCE_MUSTACHE_TEXT)
        g_string_append_len (renderer->output, node->text, (gssize) node->length);
      else
        render_value (renderer, node);
      index++;
    }

  return TRUE;
}

/**
 * relance_mustache_render:
 * @context: the values, a dictionary or one value for `{{.}}`. A name it does not have is empty.
 * @escape: what `{{name}}` does to a value
 * @error: %RELANCE_LETTERS_ERROR_TOO_LARGE
 *
 * Fills the template. Values are never read as templates.
 *
 * Returns: (transfer full): the text
 */
char *
relance_mustache_render (RelanceMustache *self,
                         RelanceLetterValue *context,
                         RelanceEscape escape,
                         GError **error)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();
  g_autoptr (GString) output = g_string_sized_new (OUTPUT_ROOM);
  Renderer renderer = { .mustache = self, .stack = stack, .escape = escape, .output = output };

  g_return_val_if_fail (self != NULL, NULL);

  g_ptr_array_add (stack, context);
  if (!render_nodes (&renderer, 0, self->nodes->len, error) || !check_size (&renderer, error))
    return NULL;

  return g_string_free_and_steal (g_steal_pointer (&output));
}
