/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-date.h"

G_BEGIN_DECLS

typedef enum
{
  RELANCE_CELL_WORDS = 1,
  RELANCE_CELL_DATE,
  RELANCE_CELL_AMOUNT,
} RelanceCellKind;

/**
 * RelanceCell:
 * @column: the id of the column; in rows there are none
 * @width: of the column in characters, where there is room
 * @describe: (transfer full) (nullable): what it says of a record; nothing is said while that is read
 * @get_style: (nullable): the style class that goes with a record, or ""
 *
 * What is said in one place of each row of a table.
 */
typedef struct
{
  const char      *column;
  RelanceCellKind  kind;
  int              width;
  char          *(* describe)  (gpointer    record,
                                RelanceDate today);
  const char    *(* get_style) (gpointer    record);
} RelanceCell;

/* The places of a row of two lines. */
typedef enum
{
  RELANCE_ROW_TITLE,
  RELANCE_ROW_AMOUNT,   /* after the title */
  RELANCE_ROW_CAPTION,  /* below the title */
  RELANCE_ROW_STANDING, /* below the amount */
  RELANCE_ROW_N_PLACES,
} RelanceRowPlace;

GtkListItemFactory *relance_cells_new_for_column (const RelanceCell *cell);
GtkListItemFactory *relance_cells_new_for_rows   (const RelanceCell *places);

G_END_DECLS
