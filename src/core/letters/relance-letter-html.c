/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-html.h"

#include "relance-letter-lines.h"

/* Mail programs keep inline styles only; nothing is fetched from anywhere. */
#define BODY_STYLE                                                                                 \
  "margin:0;padding:16px;max-width:38em;font-family:sans-serif;font-size:15px;line-height:1.5"
#define TABLE_STYLE "border-collapse:collapse;margin:0 0 1em 0"
#define CELL_STYLE "padding:4px 16px 4px 0;vertical-align:top"
#define LIST_STYLE "margin:0 0 1em 0;padding-left:1.2em"
#define ITEM_STYLE "margin:0 0 0.3em 0"

/* More do not stand side by side in the window of a mail program. */
#define MAX_COLUMNS 4

/* Whether g_markup_escape_text() would change @text, marks and control characters: few lines of a
 * letter hold any. */
static gboolean
needs_escaping (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      if (*p < ' ' || *p == 0x7f || (*p == 0xc2 && p[1] < 0xa0))
        return TRUE;
      if (*p == '&' || *p == '<' || *p == '>' || *p == '"' || *p == '\'')
        return TRUE;
    }

  return FALSE;
}

static void
append_escaped (GString *html, const char *text)
{
  g_autofree char *escaped = NULL;

  if (!needs_escaping (text))
    {
      g_string_append (html, text);
      return;
    }

  escaped = g_markup_escape_text (text, -1);
  g_string_append (html, escaped);
}

/* In a row with fewer cells, the first one spans what is missing: the amounts stay aligned. */
static void
append_row (GString *html, const char *line, guint columns)
{
  g_auto (GStrv) cells = relance_letter_line_split_cells (line);
  guint span = columns - g_strv_length (cells) + 1;

  g_string_append (html, "<tr>");
  for (int i = 0; cells[i] != NULL; i++)
    {
      g_string_append (html, "<td style=\"" CELL_STYLE "\"");
      if (i == 0 && span > 1)
        g_string_append_printf (html, " colspan=\"%u\"", span);
      g_string_append (html, ">");
      append_escaped (html, cells[i]);
      g_string_append (html, "</td>");
    }
  g_string_append (html, "</tr>\n");
}

static void
append_item (GString *html, const char *line)
{
  g_string_append (html, "<li style=\"" ITEM_STYLE "\">");
  append_escaped (html, relance_letter_line_skip_bullet (line));
  g_string_append (html, "</li>\n");
}

/* Returns: the first line that is not a row of the table, or of the list where it is too wide */
static char **
append_rows (GString *html, char **lines)
{
  guint columns = 0;

  for (char **line = lines; *line != NULL && relance_letter_line_is_row (*line); line++)
    columns = MAX (columns, relance_letter_line_count_cells (*line));

  g_string_append (html, columns > MAX_COLUMNS ? "<ul style=\"" LIST_STYLE "\">\n"
                                               : "<table style=\"" TABLE_STYLE "\">\n");
  for (; *lines != NULL && relance_letter_line_is_row (*lines); lines++)
    if (columns > MAX_COLUMNS)
      append_item (html, *lines);
    else
      append_row (html, *lines, columns);
  g_string_append (html, columns > MAX_COLUMNS ? "</ul>\n" : "</table>\n");

  return lines;
}

static char **
append_paragraph (GString *html, char **lines)
{
  const char *before = "<p style=\"margin:0 0 1em 0\">";

  for (; *lines != NULL && **lines != '\0' && !relance_letter_line_is_row (*lines); lines++)
    {
      g_string_append (html, before);
      append_escaped (html, *lines);
      before = "<br>\n";
    }
  g_string_append (html, "</p>\n");

  return lines;
}

/**
 * relance_letter_to_html:
 * @text: the final text of a letter: paragraphs separated by an empty line
 * @language: its language, "fr" or "en"
 *
 * Lays the very words of @text out as a plain web page: a paragraph for each
 * paragraph, a table for lines such as `• F-042 · Logo · 120,00 €`, a list where they
 * hold more. The text is made first and may have been edited; so text and page never
 * say different things.
 *
 * Returns: (transfer full): a whole document, with nothing remote in it
 */
char *
relance_letter_to_html (const char *text, const char *language)
{
  GString *html = g_string_new ("<!DOCTYPE html>\n");
  g_auto (GStrv) lines = relance_letter_lines_split (text);
  char **line = lines;

  g_string_append_printf (html,
                          "<html lang=\"%s\">\n<head><meta charset=\"utf-8\"></head>\n"
                          "<body style=\"" BODY_STYLE "\">\n",
                          language);

  while (*line != NULL)
    {
      if (**line == '\0')
        line++;
      else if (relance_letter_line_is_row (*line))
        line = append_rows (html, line);
      else
        line = append_paragraph (html, line);
    }

  g_string_append (html, "</body>\n</html>\n");
  return g_string_free_and_steal (html);
}
