/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RelanceLetterBlock:
 * @is_table: whether its rows are to stand in columns; else it is a paragraph of lines
 * @rows: (element-type GStrv): the cells of each; of a paragraph, one for each line
 * @columns: how many cells the longest row has
 *
 * A part of a letter, as the eye takes it in.
 */
typedef struct
{
  gboolean   is_table;
  GPtrArray *rows;
  guint      columns;
} RelanceLetterBlock;

GPtrArray *relance_letter_read_blocks (const char *text);

G_END_DECLS
