/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "relance-import.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_IMPORT_FILE_LINE (relance_import_file_line_get_type ())
G_DECLARE_FINAL_TYPE (RelanceImportFileLine, relance_import_file_line, RELANCE, IMPORT_FILE_LINE,
                      GObject)

/**
 * RelanceImportFileLine:
 * @index: of relance_import_get_files(), or -1 for what could not even be opened
 * @detail: what it was recognised as and what that means, or why it is refused
 * @has_columns: whether somebody can say what its columns hold
 *
 * A file, as a row of a preview.
 */
struct _RelanceImportFileLine
{
  GObject   parent_instance;

  int       index;
  char     *title;
  char     *detail;
  gboolean  refused;
  gboolean  has_columns;
};

RelanceImportFileLine *relance_import_file_line_new         (const RelanceImportFile *file,
                                                             guint                    index);
RelanceImportFileLine *relance_import_file_line_new_refused (const char              *sentence);

G_END_DECLS
