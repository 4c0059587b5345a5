/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import-cards.h"
#include "relance-import-content.h"
#include "relance-import-own.h"
#include "relance-import-plan.h"

G_BEGIN_DECLS

struct _RelanceImport
{
  GArray *choices; /* RelanceColumnChoice */
  RelanceImportProgress progress;
  gpointer progress_data;

  GPtrArray *files;     /* RelanceImportFile */
  GPtrArray *tables;    /* RelanceImportTable, that the rows are borrowed from */
  GPtrArray *decks;     /* of cards, likewise (GPtrArray of RelanceCard) */
  GPtrArray *merged;    /* RelanceImportRow that several files made */
  GPtrArray *blocks;    /* RelancePlannedRow, those of one table together */
  GPtrArray *rows;      /* RelancePlannedRow, in the order of the files */
  GPtrArray *cards;     /* RelancePlannedCard */
  GPtrArray *documents; /* RelancePlannedDocument */
  GPtrArray *waiting;   /* those of them without an invoice, borrowed */
  GPtrArray *mappings;  /* RelanceImportMapping, to be kept */
  RelanceImportOwn *own; /* (nullable): an export of Relance, which comes alone */
  RelanceImportClients *clients;
  GHashTable *taken; /* RelancePlannedRow, by client and number */
  guint n_indexed;   /* how many of rows are in taken, or need not be */
  RelanceImportCounts counts;
  gboolean looked; /* at the book */
  gint64 last_change;
  char *iban; /* of the business, compact; "" when not known */
  RelanceTerms usual_terms;
  RelanceDate today;
};

RelanceImportFile *relance_import_get_file         (RelanceImport                 *self,
                                                    guint                          index);
void               relance_import_count_row        (RelanceImport                 *self,
                                                    const RelancePlannedRow       *row,
                                                    int                            sign);
void               relance_import_count_card       (RelanceImport                 *self,
                                                    const RelancePlannedCard      *card,
                                                    int                            sign);
void               relance_import_count_document   (RelanceImport                 *self,
                                                    const RelancePlannedDocument  *document,
                                                    int                            sign);
void               relance_import_count_own        (RelanceImport                 *self);
gboolean           relance_import_plan_content     (RelanceImport                 *self,
                                                    RelanceBook                   *book,
                                                    RelanceImportFile             *file,
                                                    GBytes                        *bytes,
                                                    RelanceImportContent          *content,
                                                    GCancellable                  *cancellable,
                                                    GError                       **error);
void               relance_import_forget_last_file (RelanceImport                 *self,
                                                    guint                          n_rows,
                                                    guint                          n_cards);

G_END_DECLS
