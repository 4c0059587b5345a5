/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-mustache.h"

#include "relance-mustache-private.h"

#include <string.h>

/* A letter is a page or two: what goes beyond is a mistake or an attack. */
#define MAX_TEMPLATE (256 * 1024)
#define MAX_DEPTH 32
#define MAX_PARTS_DEPTH 8

/* One `{{…}}` of the template. */
typedef struct
{
  char sigil; /* 0 for a plain variable */
  char *name;
  const char *braces; /* where its braces open */
  const char *start;  /* the same, or the start of its line when it stands alone there */
  const char *end;    /* after the closing braces, or after its line */
  gboolean is_alone;
} Tag;

/* What is read from the template and all its parts together. */
typedef struct
{
  RelanceMustache *mustache;
  RelanceMustachePartFunc find_part;
  gpointer data;
  gsize size;
} Reading;

/* The template, or a part of it. */
typedef struct _Parser Parser;
struct _Parser
{
  Reading *reading;
  const Parser *outer; /* what asked for this part, or NULL */
  const char *part;    /* interned, or NULL */
  const char *template;
  const char *counted; /* up to here the lines are counted */
  guint lines;
  GArray *open; /* of guint: the sections not closed yet */
};

static void
clear_node (RelanceMustacheNode *node)
{
  g_free (node->text);
  g_strfreev (node->path);
  g_free (node->hashes);
}

static void
clear_tag (Tag *tag)
{
  g_free (tag->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tag, clear_tag)

/* @at: never before where it was last asked for */
static guint
get_line (Parser *parser, const char *at)
{
  for (; parser->counted < at; parser->counted++)
    parser->lines += *parser->counted == '\n';

  return parser->lines + 1;
}

static gboolean
refuse_line (const Parser *parser, guint line, RelanceLettersProblem problem, GError **error)
{
  static const char *const messages[] = {
    [RELANCE_LETTERS_PROBLEM_TAG] = "this “{{” is never closed",
    [RELANCE_LETTERS_PROBLEM_DELIMITERS] = "other delimiters are not known here",
    [RELANCE_LETTERS_PROBLEM_NO_NAME] = "there is no name between “{{” and “}}”",
    [RELANCE_LETTERS_PROBLEM_UNOPENED] = "this section was never opened",
    [RELANCE_LETTERS_PROBLEM_CROSSED] = "another section must be closed first",
    [RELANCE_LETTERS_PROBLEM_UNCLOSED] = "this section is never closed",
    [RELANCE_LETTERS_PROBLEM_NO_PART] = "there is no such part",
    [RELANCE_LETTERS_PROBLEM_ITSELF] = "this part asks for itself",
  };
  RelanceLettersPlace place = { problem, line, parser->part };
  g_autofree char *of_part =
    parser->part != NULL ? g_strdup_printf (" of the part “%s”", parser->part) : g_strdup ("");
  GError *refusal = g_error_new (RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_SYNTAX,
                                 "line %u%s: %s", line, of_part, messages[problem]);

  relance_letters_error_set_place (refusal, &place);
  g_propagate_error (error, refusal);
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
refuse_tag (Parser *parser, Tag *tag, RelanceLettersProblem problem, GError **error)
{
  return refuse_line (parser, get_line (parser, tag->braces), problem, error);
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
    return refuse_tag (parser, tag, RELANCE_LETTERS_PROBLEM_TAG, error);

  tag->end = end + strlen (closing);
  if (tag->sigil == '!')
    return TRUE;

  if (tag->sigil == '=')
    return refuse_tag (parser, tag, RELANCE_LETTERS_PROBLEM_DELIMITERS, error);

  tag->name = g_strstrip (g_strndup (inside, end - inside));
  if (!is_name (tag->name))
    return refuse_tag (parser, tag, RELANCE_LETTERS_PROBLEM_NO_NAME, error);

  return TRUE;
}

/* A section, part or comment alone on its line takes the whole line away with it.
 * Widens @tag over its line when it is so. */
static void
widen_standalone (Parser *parser, Tag *tag)
{
  const char *start = tag->start;
  const char *end = tag->end;

  if (tag->sigil == 0 || strchr ("#^/!>", tag->sigil) == NULL)
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
  tag->is_alone = TRUE;
}

static GArray *
get_nodes (Parser *parser)
{
  return parser->reading->mustache->nodes;
}

static void
split_name (RelanceMustacheNode *node)
{
  node->path = g_strsplit (node->text, ".", -1);
  node->hashes = g_new (guint, g_strv_length (node->path));
  for (guint i = 0; node->path[i] != NULL; i++)
    node->hashes[i] = relance_letter_value_hash_key (node->path[i]);
}

static void
add_node (Parser *parser, RelanceMustacheKind kind, char *text, const char *at)
{
  RelanceMustacheNode node = {
    .kind = kind,
    .text = text,
    .length = strlen (text),
    .part = parser->part,
    .line = get_line (parser, at),
  };

  if (kind != RELANCE_MUSTACHE_TEXT && strcmp (text, ".") != 0)
    split_name (&node);
  g_array_append_val (get_nodes (parser), node);
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
  guint index = get_nodes (parser)->len;

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
    return refuse_tag (parser, tag, RELANCE_LETTERS_PROBLEM_UNOPENED, error);

  section = &g_array_index (get_nodes (parser), RelanceMustacheNode,
                            g_array_index (parser->open, guint, parser->open->len - 1));
  if (strcmp (section->text, tag->name) != 0)
    return refuse_tag (parser, tag, RELANCE_LETTERS_PROBLEM_CROSSED, error);

  section->end = get_nodes (parser)->len;
  g_array_set_size (parser->open, parser->open->len - 1);
  return TRUE;
}

/* A part that asks for itself would never end. */
static gboolean
check_part (Parser *parser, Tag *tag, GError **error)
{
  guint depth = 0;

  for (const Parser *outer = parser; outer != NULL; outer = outer->outer, depth++)
    if (g_strcmp0 (outer->part, tag->name) == 0)
      return refuse_tag (parser, tag, RELANCE_LETTERS_PROBLEM_ITSELF, error);

  if (depth > MAX_PARTS_DEPTH)
    {
      g_set_error (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_TOO_LARGE,
                   "parts are nested deeper than %d", MAX_PARTS_DEPTH);
      return FALSE;
    }

  return TRUE;
}

/* Puts what stands before the tag on its line before each line of the part; stops where the
 * template is too long anyway. */
static char *
indent_part (const char *text, const char *indent, gsize length)
{
  GString *indented = g_string_new (NULL);

  while (*text != '\0' && indented->len <= MAX_TEMPLATE)
    {
      gsize line = strcspn (text, "\n");

      line += text[line] == '\n';
      g_string_append_len (indented, indent, (gssize) length);
      g_string_append_len (indented, text, (gssize) line);
      text += line;
    }

  return g_string_free_and_steal (indented);
}

/* Within a line, a part is without the newline that every text file ends with. */
static char *
fit_part (const Tag *tag, const char *text)
{
  gsize length = strlen (text);

  if (tag->is_alone)
    return indent_part (text, tag->start, tag->braces - tag->start);

  return g_strndup (text, g_str_has_suffix (text, "\n") ? length - 1 : length);
}

static gboolean parse_template (Parser *parser, GError **error);

static gboolean
add_part (Parser *parser, Tag *tag, GError **error)
{
  Reading *reading = parser->reading;
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *source = NULL;
  g_autofree char *text = NULL;
  Parser inner = { .reading = reading, .outer = parser, .open = open };

  if (!check_part (parser, tag, error))
    return FALSE;

  if (reading->find_part != NULL)
    source = reading->find_part (tag->name, reading->data);
  if (source == NULL)
    return refuse_tag (parser, tag, RELANCE_LETTERS_PROBLEM_NO_PART, error);

  text = fit_part (tag, source);
  inner.part = g_intern_string (tag->name);
  inner.template = text;
  inner.counted = text;
  return parse_template (&inner, error);
}

static gboolean
add_tag (Parser *parser, Tag *tag, GError **error)
{
  switch (tag->sigil)
    {
    case '!':
      return TRUE;

    case '>':
      return add_part (parser, tag, error);

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

  section = &g_array_index (get_nodes (parser), RelanceMustacheNode,
                            g_array_index (parser->open, guint, parser->open->len - 1));
  return refuse_line (parser, section->line, RELANCE_LETTERS_PROBLEM_UNCLOSED, error);
}

/* The parts count each time they are asked for: a few that ask for each other would grow without
 * end. */
static gboolean
check_size (Parser *parser, GError **error)
{
  parser->reading->size += strlen (parser->template);
  if (parser->reading->size <= MAX_TEMPLATE)
    return TRUE;

  g_set_error_literal (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_TOO_LARGE,
                       "the letter is too long");
  return FALSE;
}

static gboolean
parse_template (Parser *parser, GError **error)
{
  return check_size (parser, error) && parse_nodes (parser, error) &&
         check_all_closed (parser, error);
}

/**
 * relance_mustache_parse:
 * @template: UTF-8, at most 256 KiB with all its parts
 * @find_part: (nullable): where parts come from; without it there are none
 * @error: %RELANCE_LETTERS_ERROR
 *
 * Reads a template as Mustache's public specification says (interpolation,
 * sections, inverted sections, partials, comments), but for this: a part is read with
 * the template, so that one that does not exist or that asks for itself is an error; and a part
 * within a line is without the newline that ends its file.
 *
 * Returns: (transfer full): the template
 */
RelanceMustache *
relance_mustache_parse (const char *template,
                        RelanceMustachePartFunc find_part,
                        gpointer data,
                        GError **error)
{
  g_autoptr (RelanceMustache) self = g_new0 (RelanceMustache, 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Reading reading = { .mustache = self, .find_part = find_part, .data = data };
  Parser parser = { .reading = &reading, .template = template, .counted = template, .open = open };

  g_return_val_if_fail (template != NULL, NULL);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (RelanceMustacheNode));
  g_array_set_clear_func (self->nodes, (GDestroyNotify) clear_node);

  return parse_template (&parser, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * relance_mustache_foreach_name:
 *
 * Calls @func for every name that the template asks for, in reading order.
 */
void
relance_mustache_foreach_name (RelanceMustache *self, RelanceMustacheNameFunc func, gpointer data)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const RelanceMustacheNode *node = &g_array_index (self->nodes, RelanceMustacheNode, i);

      if (node->kind != RELANCE_MUSTACHE_TEXT)
        func (node->text, node->part, node->line, data);
    }
}

void
relance_mustache_free (RelanceMustache *self)
{
  g_clear_pointer (&self->nodes, g_array_unref);
  g_free (self);
}
