/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-mustache.h"

#include "relance-mustache-private.h"

#include <string.h>

/* A letter is a page or two: what goes beyond is a mistake or an attack. */
#define MAX_OUTPUT (1024 * 1024)
#define MAX_STEPS 200000

typedef struct
{
  RelanceMustache *mustache;
  GPtrArray *stack; /* of borrowed GVariant, the innermost last */
  RelanceEscape escape;
  GString *output;
  guint steps;
} Renderer;

/* Returns: (transfer full): what is in the box, or @value itself when it is none. */
static GVariant *
unbox (GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (inner != NULL && (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT) ||
                           g_variant_is_of_type (inner, G_VARIANT_TYPE_MAYBE)))
    {
      g_autoptr (GVariant) box = g_steal_pointer (&inner);

      inner = g_variant_is_of_type (box, G_VARIANT_TYPE_VARIANT) ? g_variant_get_variant (box)
                                                                 : g_variant_get_maybe (box);
    }

  return g_steal_pointer (&inner);
}

static GVariant *
look_in (GVariant *context, const char *key)
{
  g_autoptr (GVariant) value = NULL;

  if (context == NULL || !g_variant_is_of_type (context, G_VARIANT_TYPE_VARDICT))
    return NULL;

  value = g_variant_lookup_value (context, key, NULL);
  return value != NULL ? unbox (value) : NULL;
}

static gboolean
has_key (GVariant *context, const char *key)
{
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (context, G_VARIANT_TYPE_VARDICT))
    return FALSE;

  value = g_variant_lookup_value (context, key, NULL);
  return value != NULL;
}

/* The innermost context that has @key answers, even with nothing. */
static GVariant *
look_up_first (Renderer *renderer, const char *key)
{
  for (guint i = renderer->stack->len; i > 0; i--)
    {
      GVariant *context = g_ptr_array_index (renderer->stack, i - 1);

      if (has_key (context, key))
        return look_in (context, key);
    }

  return NULL;
}

static GVariant *
look_up (Renderer *renderer, const char *name)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GVariant) value = NULL;

  if (strcmp (name, ".") == 0)
    return g_variant_ref (g_ptr_array_index (renderer->stack, renderer->stack->len - 1));

  parts = g_strsplit (name, ".", -1);
  value = look_up_first (renderer, parts[0]);
  for (guint i = 1; parts[i] != NULL && value != NULL; i++)
    {
      g_autoptr (GVariant) parent = g_steal_pointer (&value);

      value = look_in (parent, parts[i]);
    }

  return g_steal_pointer (&value);
}

static gboolean
is_list (GVariant *value)
{
  return g_variant_is_of_type (value, G_VARIANT_TYPE_ARRAY) &&
         !g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT);
}

/* Nothing, false, an empty text and an empty list are false; 0 is a value to show. */
static gboolean
is_true (GVariant *value)
{
  if (value == NULL)
    return FALSE;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return g_variant_get_boolean (value);

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return *g_variant_get_string (value, NULL) != '\0';

  return !is_list (value) || g_variant_n_children (value) > 0;
}

static char *
value_to_text (GVariant *value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == NULL || g_variant_is_container (value))
    return g_strdup ("");

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_dup_string (value, NULL);

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    return g_strdup (
      g_ascii_formatd (buffer, sizeof buffer, "%.15g", g_variant_get_double (value)));

  return g_variant_print (value, FALSE);
}

/* So that a name cannot start a paragraph, a header or a subject. */
static char *
keep_on_one_line (const char *text)
{
  GString *line = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        g_string_append_c (line, ' ');
      else
        g_string_append_unichar (line, c);
    }

  return g_string_free_and_steal (line);
}

static void
render_value (Renderer *renderer, const RelanceMustacheNode *node)
{
  g_autoptr (GVariant) value = look_up (renderer, node->text);
  g_autofree char *text = value_to_text (value);
  g_autofree char *escaped = NULL;

  if (node->kind == RELANCE_MUSTACHE_RAW_VALUE)
    escaped = g_steal_pointer (&text);
  else if (renderer->escape == RELANCE_ESCAPE_HTML)
    escaped = g_markup_escape_text (text, -1);
  else
    escaped = keep_on_one_line (text);

  g_string_append (renderer->output, escaped);
}

static gboolean render_nodes (Renderer *renderer, guint start, guint end, GError **error);

static gboolean
render_within (Renderer *renderer, GVariant *context, guint index, GError **error)
{
  const RelanceMustacheNode *node =
    &g_array_index (renderer->mustache->nodes, RelanceMustacheNode, index);
  gboolean rendered;

  g_ptr_array_add (renderer->stack, context);
  rendered = render_nodes (renderer, index + 1, node->end, error);
  g_ptr_array_set_size (renderer->stack, renderer->stack->len - 1);
  return rendered;
}

static gboolean
render_list (Renderer *renderer, GVariant *list, guint index, GError **error)
{
  gsize length = g_variant_n_children (list);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) item = unbox (child);

      /* An item that is nothing still counts as one turn. */
      if (!render_within (renderer, item != NULL ? item : child, index, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
render_section (Renderer *renderer, guint index, GError **error)
{
  const RelanceMustacheNode *node =
    &g_array_index (renderer->mustache->nodes, RelanceMustacheNode, index);
  g_autoptr (GVariant) value = look_up (renderer, node->text);

  if (node->kind == RELANCE_MUSTACHE_INVERTED)
    return is_true (value) || render_nodes (renderer, index + 1, node->end, error);

  if (!is_true (value))
    return TRUE;

  if (is_list (value))
    return render_list (renderer, value, index, error);

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
        g_string_append (renderer->output, node->text);
      else
        render_value (renderer, node);
      index++;
    }

  return TRUE;
}

/**
 * relance_mustache_render:
 * @context: the values: an `a{sv}` whose values are texts, numbers, booleans,
 *   `a{sv}` or arrays; sunk when floating. A name it does not have is empty.
 * @escape: what `{{name}}` does to a value
 * @error: %RELANCE_LETTERS_ERROR_TOO_LARGE
 *
 * Fills the template. Values are never read as templates.
 *
 * Returns: (transfer full): the text
 */
char *
relance_mustache_render (RelanceMustache *self,
                         GVariant *context,
                         RelanceEscape escape,
                         GError **error)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (context);
  g_autoptr (GVariant) root = unbox (owned);
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();
  g_autoptr (GString) output = g_string_new (NULL);
  Renderer renderer = { .mustache = self, .stack = stack, .escape = escape, .output = output };

  g_return_val_if_fail (self != NULL, NULL);

  g_ptr_array_add (stack, root != NULL ? root : owned);
  if (!render_nodes (&renderer, 0, self->nodes->len, error) || !check_size (&renderer, error))
    return NULL;

  return g_string_free_and_steal (g_steal_pointer (&output));
}
