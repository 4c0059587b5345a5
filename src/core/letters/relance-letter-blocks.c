/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-blocks.h"

#include "relance-letter-lines.h"

static void
free_block (RelanceLetterBlock *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static RelanceLetterBlock *
add_block (GPtrArray *blocks, gboolean is_table)
{
  RelanceLetterBlock *block = g_new0 (RelanceLetterBlock, 1);

  block->is_table = is_table;
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (blocks, block);
  return block;
}

static void
add_row (RelanceLetterBlock *block, char **cells)
{
  g_ptr_array_add (block->rows, cells);
  block->columns = MAX (block->columns, g_strv_length (cells));
}

/* Returns: the first line that is not a row of the table */
static char **
read_table (GPtrArray *blocks, char **lines)
{
  RelanceLetterBlock *block = add_block (blocks, TRUE);

  for (; *lines != NULL && relance_letter_line_is_row (*lines); lines++)
    add_row (block, relance_letter_line_split_cells (*lines));

  return lines;
}

static char **
read_paragraph (GPtrArray *blocks, char **lines)
{
  RelanceLetterBlock *block = add_block (blocks, FALSE);

  for (; *lines != NULL && **lines != '\0' && !relance_letter_line_is_row (*lines); lines++)
    {
      const char *line[] = { *lines, NULL };

      add_row (block, g_strdupv ((char **) line));
    }

  return lines;
}

/**
 * relance_letter_read_blocks:
 * @text: the final text of a letter: paragraphs separated by an empty line
 *
 * Returns: (transfer full) (element-type RelanceLetterBlock): a paragraph for each paragraph, a
 *   table for lines such as `• F-042 · Logo · 120,00 €`
 */
GPtrArray *
relance_letter_read_blocks (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) free_block);
  g_auto (GStrv) lines = relance_letter_lines_split (text);
  char **line = lines;

  while (*line != NULL)
    {
      if (**line == '\0')
        line++;
      else if (relance_letter_line_is_row (*line))
        line = read_table (blocks, line);
      else
        line = read_paragraph (blocks, line);
    }

  return blocks;
}
