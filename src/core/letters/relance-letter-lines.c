/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-lines.h"

#include <string.h>

#define BULLET "• "
#define SEPARATOR " · "

/**
 * relance_letter_lines_split:
 * @text: the text of a letter, maybe edited
 *
 * Returns: (transfer full): its lines, without blanks at their ends; "" between paragraphs
 */
char **
relance_letter_lines_split (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char **lines;

  g_strdelimit (valid, "\r", ' ');
  lines = g_strsplit (valid, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);

  return lines;
}

/**
 * relance_letter_line_is_row:
 *
 * Returns: whether a line is a row of a table: `• F-042 · Logo · 120,00 €`
 */
gboolean
relance_letter_line_is_row (const char *line)
{
  return g_str_has_prefix (line, BULLET);
}

/**
 * relance_letter_line_skip_bullet:
 * @line: a row
 *
 * Returns: (transfer none): what it says
 */
const char *
relance_letter_line_skip_bullet (const char *line)
{
  return line + strlen (BULLET);
}

/**
 * relance_letter_line_split_cells:
 * @line: a row
 *
 * Returns: (transfer full): the cells of it, one at least
 */
char **
relance_letter_line_split_cells (const char *line)
{
  return g_strsplit (relance_letter_line_skip_bullet (line), SEPARATOR, -1);
}

/**
 * relance_letter_line_count_cells:
 * @line: a row
 */
guint
relance_letter_line_count_cells (const char *line)
{
  g_auto (GStrv) cells = relance_letter_line_split_cells (line);

  return g_strv_length (cells);
}
