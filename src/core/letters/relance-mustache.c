/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-mustache.h"

#include <string.h>

/* A letter is a page or two: what goes beyond is a mistake or an attack. */
#define MAX_TEMPLATE (256 * 1024)
#define MAX_OUTPUT (1024 * 1024)
#define MAX_DEPTH 32
#define MAX_STEPS 200000

typedef enum
{
  NODE_TEXT,
  NODE_VALUE,
  NODE_RAW_VALUE,
  NODE_SECTION,
  NODE_INVERTED,
} NodeKind;

/* Nodes stand in reading order; a section is followed by what is inside it. */
typedef struct
{
  NodeKind kind;
  char *text; /* the text itself, or the name */
  gsize at;   /* where it starts in the template */
  guint end;  /* of a section: the index after its last node */
} Node;

struct _RelanceMustache
{
  GArray *nodes;
};

/* One `{{…}}` of the template. */
typedef struct
{
  char sigil; /* 0 for a plain variable */
  char *name;
  const char *braces; /* where its braces open */
  const char *start;  /* the same, or the start of its line when it stands alone there */
  const char *end;    /* after the closing braces, or after its line */
} Tag;

typedef struct
{
  const char *template;
  RelanceMustache *mustache;
  GArray *open; /* of guint: the sections not closed yet */
} Parser;

typedef struct
{
  RelanceMustache *mustache;
  GPtrArray *stack; /* of borrowed GVariant, the innermost last */
  RelanceEscape escape;
  GString *output;
  guint steps;
} Renderer;

static void
clear_node (Node *node)
{
  g_free (node->text);
}

static void
clear_tag (Tag *tag)
{
  g_free (tag->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tag, clear_tag)

static gboolean
refuse_at (Parser *parser, gsize at, const char *message, GError **error)
{
  guint line = 1;

  for (gsize i = 0; i < at; i++)
    line += parser->template[i] == '\n';

  g_set_error (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_SYNTAX, "line %u: %s", line,
               message);
  return FALSE;
}

static gboolean
is_name (const char *name)
{
  if (strcmp (name, ".") == 0)
    return TRUE;

  if (*name == '\0' || *name == '.' || g_str_has_suffix (name, "."))
    return FALSE;

  return strpbrk (name, " \t\r\n{}#^/&!=<>") == NULL && strstr (name, "..") == NULL;
}

static gboolean
refuse_tag (Parser *parser, Tag *tag, const char *message, GError **error)
{
  return refuse_at (parser, tag->braces - parser->template, message, error);
}

/* Reads the tag that starts at tag->start; a comment may hold anything but "}}". */
static gboolean
read_tag (Parser *parser, Tag *tag, GError **error)
{
  const char *inside = tag->start + 2;
  const char *closing = "}}";
  const char *end;

  if (*inside != '\0' && strchr ("#^/&!{=>", *inside) != NULL)
    tag->sigil = *inside++;

  if (tag->sigil == '{')
    closing = "}}}";

  end = strstr (inside, closing);
  if (end == NULL)
    return refuse_tag (parser, tag, "this “{{” is never closed", error);

  tag->end = end + strlen (closing);
  if (tag->sigil == '!')
    return TRUE;

  if (tag->sigil == '>' || tag->sigil == '=')
    return refuse_tag (parser, tag, "partials and other delimiters are not known here", error);

  tag->name = g_strstrip (g_strndup (inside, end - inside));
  if (!is_name (tag->name))
    return refuse_tag (parser, tag, "there is no name between “{{” and “}}”", error);

  return TRUE;
}

/* A section or comment alone on its line takes the whole line away with it.
 * Widens @tag over its line when it is so. */
static void
widen_standalone (Parser *parser, Tag *tag)
{
  const char *start = tag->start;
  const char *end = tag->end;

  if (tag->sigil == 0 || strchr ("#^/!", tag->sigil) == NULL)
    return;

  while (start > parser->template && (start[-1] == ' ' || start[-1] == '\t'))
    start--;
  if (start > parser->template && start[-1] != '\n')
    return;

  end += strspn (end, " \t");
  if (g_str_has_prefix (end, "\r\n"))
    end += 2;
  else if (*end == '\n')
    end++;
  else if (*end != '\0')
    return;

  tag->start = start;
  tag->end = end;
}

static void
add_node (Parser *parser, NodeKind kind, char *text, const char *at)
{
  Node node = {
    .kind = kind,
    .text = text,
    .at = at - parser->template,
  };

  g_array_append_val (parser->mustache->nodes, node);
}

static void
add_text (Parser *parser, const char *start, const char *end)
{
  if (start < end)
    add_node (parser, NODE_TEXT, g_strndup (start, end - start), start);
}

static gboolean
open_section (Parser *parser, Tag *tag, GError **error)
{
  guint index = parser->mustache->nodes->len;

  if (parser->open->len >= MAX_DEPTH)
    {
      g_set_error (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_TOO_LARGE,
                   "sections are nested deeper than %d", MAX_DEPTH);
      return FALSE;
    }

  add_node (parser, tag->sigil == '#' ? NODE_SECTION : NODE_INVERTED, g_steal_pointer (&tag->name),
            tag->braces);
  g_array_append_val (parser->open, index);
  return TRUE;
}

static gboolean
close_section (Parser *parser, Tag *tag, GError **error)
{
  Node *section;

  if (parser->open->len == 0)
    return refuse_tag (parser, tag, "this section was never opened", error);

  section = &g_array_index (parser->mustache->nodes, Node,
                            g_array_index (parser->open, guint, parser->open->len - 1));
  if (strcmp (section->text, tag->name) != 0)
    return refuse_tag (parser, tag, "another section must be closed first", error);

  section->end = parser->mustache->nodes->len;
  g_array_set_size (parser->open, parser->open->len - 1);
  return TRUE;
}

static gboolean
add_tag (Parser *parser, Tag *tag, GError **error)
{
  switch (tag->sigil)
    {
    case '!':
      return TRUE;

    case '#':
    case '^':
      return open_section (parser, tag, error);

    case '/':
      return close_section (parser, tag, error);

    case '&':
    case '{':
      add_node (parser, NODE_RAW_VALUE, g_steal_pointer (&tag->name), tag->braces);
      return TRUE;

    default:
      add_node (parser, NODE_VALUE, g_steal_pointer (&tag->name), tag->braces);
      return TRUE;
    }
}

static gboolean
parse_nodes (Parser *parser, GError **error)
{
  const char *position = parser->template;
  const char *next;

  while ((next = strstr (position, "{{")) != NULL)
    {
      g_auto (Tag) tag = { .braces = next, .start = next };

      if (!read_tag (parser, &tag, error))
        return FALSE;

      widen_standalone (parser, &tag);
      add_text (parser, position, tag.start);
      position = tag.end;
      if (!add_tag (parser, &tag, error))
        return FALSE;
    }

  add_text (parser, position, position + strlen (position));
  return TRUE;
}

static gboolean
check_all_closed (Parser *parser, GError **error)
{
  Node *section;

  if (parser->open->len == 0)
    return TRUE;

  section = &g_array_index (parser->mustache->nodes, Node,
                            g_array_index (parser->open, guint, parser->open->len - 1));
  return refuse_at (parser, section->at, "this section is never closed", error);
}

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
render_value (Renderer *renderer, const Node *node)
{
  g_autoptr (GVariant) value = look_up (renderer, node->text);
  g_autofree char *text = value_to_text (value);
  g_autofree char *escaped = NULL;

  if (node->kind == NODE_RAW_VALUE)
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
  const Node *node = &g_array_index (renderer->mustache->nodes, Node, index);
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
  const Node *node = &g_array_index (renderer->mustache->nodes, Node, index);
  g_autoptr (GVariant) value = look_up (renderer, node->text);

  if (node->kind == NODE_INVERTED)
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
      const Node *node = &g_array_index (renderer->mustache->nodes, Node, index);

      if (!check_size (renderer, error))
        return FALSE;

      if (node->kind == NODE_SECTION || node->kind == NODE_INVERTED)
        {
          if (!render_section (renderer, index, error))
            return FALSE;
          index = node->end;
          continue;
        }

      if (node->kind == NODE_TEXT)
        g_string_append (renderer->output, node->text);
      else
        render_value (renderer, node);
      index++;
    }

  return TRUE;
}

/**
 * relance_mustache_parse:
 * @template: UTF-8, at most 256 KiB
 * @error: %RELANCE_LETTERS_ERROR
 *
 * Reads a template as Mustache's public specification says (interpolation,
 * sections, inverted sections, comments).
 *
 * Returns: (transfer full): the template
 */
RelanceMustache *
relance_mustache_parse (const char *template, GError **error)
{
  g_autoptr (RelanceMustache) self = g_new0 (RelanceMustache, 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Parser parser = { .template = template, .mustache = self, .open = open };

  g_return_val_if_fail (template != NULL, NULL);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_array_set_clear_func (self->nodes, (GDestroyNotify) clear_node);

  if (strlen (template) > MAX_TEMPLATE)
    {
      g_set_error_literal (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_TOO_LARGE,
                           "the template is too long");
      return NULL;
    }

  if (!parse_nodes (&parser, error) || !check_all_closed (&parser, error))
    return NULL;

  return g_steal_pointer (&self);
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

void
relance_mustache_free (RelanceMustache *self)
{
  g_clear_pointer (&self->nodes, g_array_unref);
  g_free (self);
}
