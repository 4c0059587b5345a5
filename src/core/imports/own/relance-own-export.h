/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-record.h"

G_BEGIN_DECLS

#define RELANCE_OWN_EXPORT_ERROR (relance_own_export_error_quark ())

/**
 * RelanceOwnExportError:
 * @RELANCE_OWN_EXPORT_ERROR_NEWER: a newer Relance wrote it
 * @RELANCE_OWN_EXPORT_ERROR_TABLE: it cannot be read at all; the message is the table, or ""
 * @RELANCE_OWN_EXPORT_ERROR_COLUMN: a table lacks a column; the message is both, "clients.name"
 * @RELANCE_OWN_EXPORT_ERROR_VALUE: a value that Relance does not write; the message is where,
 *   "clients:12 kind"
 *
 * Why an export is refused whole. The messages are data for services/ to word.
 */
typedef enum
{
  RELANCE_OWN_EXPORT_ERROR_NEWER,
  RELANCE_OWN_EXPORT_ERROR_TABLE,
  RELANCE_OWN_EXPORT_ERROR_COLUMN,
  RELANCE_OWN_EXPORT_ERROR_VALUE,
} RelanceOwnExportError;

GQuark relance_own_export_error_quark (void);

/* The file by which a folder is known as an export. */
#define RELANCE_OWN_EXPORT_MARK "relance-export.json"

/**
 * RelanceOwnExport:
 * @tables: (nullable): the rows of those that are read back; %NULL for one that is not there
 *
 * The book, or a part of it, as this program wrote it to be read.
 */
typedef struct
{
  RelanceRecords *tables[RELANCE_N_TABLES_READ_BACK];
} RelanceOwnExport;

RelanceOwnExport *relance_own_export_new       (void);
void              relance_own_export_free      (RelanceOwnExport  *self);
gboolean          relance_own_export_is_json   (GBytes            *bytes);
gboolean          relance_own_export_read_mark (RelanceOwnExport  *self,
                                                GBytes            *bytes,
                                                GError           **error);
gboolean          relance_own_export_read_json (RelanceOwnExport  *self,
                                                GBytes            *bytes,
                                                GError           **error);
gboolean          relance_own_export_read_csv  (RelanceOwnExport  *self,
                                                RelanceTableId     table,
                                                GBytes            *bytes,
                                                GError           **error);
gboolean          relance_own_export_check     (RelanceOwnExport  *self,
                                                GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceOwnExport, relance_own_export_free)

G_END_DECLS
