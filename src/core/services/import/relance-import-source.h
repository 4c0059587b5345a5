/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RelanceImportPath:
 * @name: what reports call it: below a folder, its path from there
 * @problem: (nullable): why it is not to be read, as a sentence
 *
 * A file that was asked for, or found in a folder that was.
 */
typedef struct
{
  char *path;
  char *name;
  char *problem;
} RelanceImportPath;

GPtrArray *relance_import_source_list (const char    *path,
                                       GCancellable  *cancellable,
                                       GError       **error);
GBytes    *relance_import_source_load (const char    *path,
                                       GError       **error);

G_END_DECLS
