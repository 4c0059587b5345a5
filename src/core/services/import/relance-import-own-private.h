/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import-own.h"

G_BEGIN_DECLS

/* What becomes of a row of the export. */
typedef enum
{
  RELANCE_OWN_NEW,
  RELANCE_OWN_KNOWN,   /* the book has it */
  RELANCE_OWN_OTHER,   /* the book has it otherwise, and keeps its own */
  RELANCE_OWN_REFUSED, /* it does not fit what the book has */
  RELANCE_OWN_PASSED,  /* it belongs to a row that is left out */
} RelanceOwnFate;

/* A row of the export: what becomes of it, and its id in the book once it has one. */
typedef struct
{
  RelanceOwnFate fate;
  gint64         id;
} RelanceOwnRow;

struct _RelanceImportOwn
{
  RelanceOwnExport       *export;
  char                   *folder;                          /* (nullable): of its documents */
  GArray                 *rows[RELANCE_N_TABLES_READ_BACK];   /* RelanceOwnRow */
  GHashTable             *places[RELANCE_N_TABLES_READ_BACK]; /* of a row, by its id */
  RelanceImportOwnCounts  counts;
  char                   *summary;
};

guint          relance_import_own_get_n   (RelanceImportOwn   *self,
                                           RelanceTableId      table);
RelanceCell   *relance_import_own_cells   (RelanceImportOwn   *self,
                                           RelanceTableId      table,
                                           guint               row);
RelanceCell   *relance_import_own_cell    (RelanceImportOwn   *self,
                                           RelanceTableId      table,
                                           guint               row,
                                           const char         *column);
RelanceOwnRow *relance_import_own_row     (RelanceImportOwn   *self,
                                           RelanceTableId      table,
                                           guint               row);
RelanceOwnRow *relance_import_own_of      (RelanceImportOwn   *self,
                                           RelanceTableId      table,
                                           const RelanceCell  *reference);
GBytes        *relance_import_own_content (RelanceImportOwn   *self,
                                           guint               document,
                                           GError            **error);
gboolean       relance_import_own_plan    (RelanceImportOwn   *self,
                                           RelanceStore       *store,
                                           RelanceDate         today,
                                           GError            **error);

G_END_DECLS
