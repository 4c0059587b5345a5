/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RELANCE_EXPORT_MARK "relance-export.json"
#define RELANCE_EXPORT_DOCUMENTS "documents"

/**
 * RelanceExportOutput:
 *
 * A file, or a folder of files, on its way to where it was asked for. It grows under another name
 * beside that place and takes its own when all of it is on the disk; let go before, nothing is left.
 */
typedef struct _RelanceExportOutput RelanceExportOutput;

RelanceExportOutput *relance_export_output_new_file   (const char           *path,
                                                       GError              **error);
RelanceExportOutput *relance_export_output_new_folder (const char           *path,
                                                       GError              **error);
void                 relance_export_output_free       (RelanceExportOutput  *self);
gboolean             relance_export_output_start_file (RelanceExportOutput  *self,
                                                       const char           *name,
                                                       GError              **error);
gboolean             relance_export_output_add_file   (RelanceExportOutput  *self,
                                                       const char           *name,
                                                       GBytes               *content,
                                                       GError              **error);
GString             *relance_export_output_get_text   (RelanceExportOutput  *self);
gboolean             relance_export_output_drain      (RelanceExportOutput  *self,
                                                       GError              **error);
gboolean             relance_export_output_finish     (RelanceExportOutput  *self,
                                                       GError              **error);

gboolean             relance_export_output_is_folder_free (const char       *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceExportOutput, relance_export_output_free)

G_END_DECLS
