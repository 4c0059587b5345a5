/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-mustache.h"

#include "relance-mustache-private.h"

#include <string.h>

/* A letter is a page or two: what goes beyond is a mistake or an attack. */
#define MAX_OUTPUT (1024 * 1024)
#define MAX_STEPS 200000

/* A value and what is in it, each unpacked when it is first asked for: a letter asks for the same
 * few names many times. */
typedef struct _Value Value;
struct _Value
{
  GVariant *variant;   /* never a box; NULL for nothing */
  GHashTable *members; /* of Value by name, of a dictionary */
  GPtrArray *items;    /* of Value, of a list */
};

typedef struct
{
  RelanceMustache *mustache;
  GPtrArray *stack; /* of borrowed Value, the innermost last */
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

static Value *
value_new (GVariant *variant)
{
  Value *value = g_new0 (Value, 1);

  value->variant = unbox (variant);
  return value;
}

static void
value_free (Value *value)
{
  g_clear_pointer (&value->variant, g_variant_unref);
  g_clear_pointer (&value->members, g_hash_table_unref);
  g_clear_pointer (&value->items, g_ptr_array_unref);
  g_free (value);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Value, value_free)

static void
unpack_member (GHashTable *members, GVariant *entry)
{
  g_autoptr (GVariant) key = g_variant_get_child_value (entry, 0);
  g_autoptr (GVariant) variant = g_variant_get_child_value (entry, 1);
  const char *name = g_variant_get_string (key, NULL);

  /* Of two of one name, the first counts. */
  if (!g_hash_table_contains (members, name))
    g_hash_table_insert (members, g_strdup (name), value_new (variant));
}

static GHashTable *
unpack_members (GVariant *dictionary)
{
  GHashTable *members =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) value_free);
  gsize length = g_variant_n_children (dictionary);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (dictionary, i);

      unpack_member (members, entry);
    }
  return members;
}

/* Returns: (nullable): what @key is in @context; a member may be nothing itself */
static Value *
look_in (Value *context, const char *key)
{
  if (context->variant == NULL || !g_variant_is_of_type (context->variant, G_VARIANT_TYPE_VARDICT))
    return NULL;

  if (context->members == NULL)
    context->members = unpack_members (context->variant);
  return g_hash_table_lookup (context->members, key);
}

/* The innermost context that has @key answers, even with nothing. */
static Value *
look_up_first (Renderer *renderer, const char *key)
{
  for (guint i = renderer->stack->len; i > 0; i--)
    {
      Value *found = look_in (g_ptr_array_index (renderer->stack, i - 1), key);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Returns: (nullable) */
static Value *
look_up (Renderer *renderer, const RelanceMustacheNode *node)
{
  Value *value;

  if (node->path == NULL)
    return g_ptr_array_index (renderer->stack, renderer->stack->len - 1);

  value = look_up_first (renderer, node->path[0]);
  for (guint i = 1; node->path[i] != NULL && value != NULL; i++)
    value = look_in (value, node->path[i]);

  return value;
}

static GVariant *
look_up_variant (Renderer *renderer, const RelanceMustacheNode *node)
{
  Value *value = look_up (renderer, node);

  return value != NULL ? value->variant : NULL;
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
  g_autofree char *text = value_to_text (look_up_variant (renderer, node));
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
render_within (Renderer *renderer, Value *context, guint index, GError **error)
{
  const RelanceMustacheNode *node =
    &g_array_index (renderer->mustache->nodes, RelanceMustacheNode, index);
  gboolean rendered;

  g_ptr_array_add (renderer->stack, context);
  rendered = render_nodes (renderer, index + 1, node->end, error);
  g_ptr_array_set_size (renderer->stack, renderer->stack->len - 1);
  return rendered;
}

static GPtrArray *
unpack_items (GVariant *list)
{
  gsize length = g_variant_n_children (list);
  GPtrArray *items = g_ptr_array_new_full ((guint) length, (GDestroyNotify) value_free);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);

      g_ptr_array_add (items, value_new (child));
    }
  return items;
}

/* An item that is nothing still counts as one turn. */
static gboolean
render_list (Renderer *renderer, Value *list, guint index, GError **error)
{
  if (list->items == NULL)
    list->items = unpack_items (list->variant);

  for (guint i = 0; i < list->items->len; i++)
    if (!render_within (renderer, g_ptr_array_index (list->items, i), index, error))
      return FALSE;

  return TRUE;
}

static gboolean
render_section (Renderer *renderer, guint index, GError **error)
{
  const RelanceMustacheNode *node =
    &g_array_index (renderer->mustache->nodes, RelanceMustacheNode, index);
  Value *value = look_up (renderer, node);
  gboolean truth = value != NULL && is_true (value->variant);

  if (node->kind == RELANCE_MUSTACHE_INVERTED)
    return truth || render_nodes (renderer, index + 1, node->end, error);

  if (!truth)
    return TRUE;

  if (is_list (value->variant))
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
  g_autoptr (Value) root = value_new (owned);
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();
  g_autoptr (GString) output = g_string_new (NULL);
  Renderer renderer = { .mustache = self, .stack = stack, .escape = escape, .output = output };

  g_return_val_if_fail (self != NULL, NULL);

  g_ptr_array_add (stack, root);
  if (!render_nodes (&renderer, 0, self->nodes->len, error) || !check_size (&renderer, error))
    return NULL;

  return g_string_free_and_steal (g_steal_pointer (&output));
}
