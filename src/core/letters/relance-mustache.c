/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-mustache.h"

#include "relance-mustache-private.h"

#include <string.h>

/* A letter is a page or two: what goes beyond is a mistake or an attack. */
#define MAX_TEMPLATE (256 * 1024)
#define MAX_DEPTH 32

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

static void
clear_node (RelanceMustacheNode *node)
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
add_node (Parser *parser, RelanceMustacheKind kind, char *text, const char *at)
{
  RelanceMustacheNode node = {
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
    add_node (parser, RELANCE_MUSTACHE_TEXT, g_strndup (start, end - start), start);
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

  add_node (parser, tag->sigil == '#' ? RELANCE_MUSTACHE_SECTION : RELANCE_MUSTACHE_INVERTED,
            g_steal_pointer (&tag->name), tag->braces);
  g_array_append_val (parser->open, index);
  return TRUE;
}

static gboolean
close_section (Parser *parser, Tag *tag, GError **error)
{
  RelanceMustacheNode *section;

  if (parser->open->len == 0)
    return refuse_tag (parser, tag, "this section was never opened", error);

  section = &g_array_index (parser->mustache->nodes, RelanceMustacheNode,
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
      add_node (parser, RELANCE_MUSTACHE_RAW_VALUE, g_steal_pointer (&tag->name), tag->braces);
      return TRUE;

    default:
      add_node (parser, RELANCE_MUSTACHE_VALUE, g_steal_pointer (&tag->name), tag->braces);
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
  RelanceMustacheNode *section;

  if (parser->open->len == 0)
    return TRUE;

  section = &g_array_index (parser->mustache->nodes, RelanceMustacheNode,
                            g_array_index (parser->open, guint, parser->open->len - 1));
  return refuse_at (parser, section->at, "this section is never closed", error);
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

  self->nodes = g_array_new (FALSE, FALSE, sizeof (RelanceMustacheNode));
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

void
relance_mustache_free (RelanceMustache *self)
{
  g_clear_pointer (&self->nodes, g_array_unref);
  g_free (self);
}
