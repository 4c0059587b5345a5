/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-csv-preview.h"
#include "relance-store.h"

G_BEGIN_DECLS

/* What somebody said of the columns of files of one shape, kept for the next one. */
typedef struct
{
  char *shape;
  char *columns;
} RelanceImportMapping;

RelanceImportMapping *relance_import_mapping_new  (const char            *shape,
                                                   const GArray          *choices);
void                  relance_import_mapping_free (RelanceImportMapping  *self);
GArray               *relance_import_mapping_read (const char            *columns);
GArray               *relance_import_choices_new  (void);
void                  relance_import_choices_add  (GArray                *choices,
                                                   const char            *column,
                                                   RelanceImportField     field);

G_END_DECLS
