/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"

G_BEGIN_DECLS

/**
 * RelanceLetterFile:
 * @name: the letter it is for, or its path in the folder when it is for none
 * @reason: (nullable): why it was not taken, a sentence in the user's language
 *
 * A file of a folder of letters.
 */
typedef struct
{
  char *name;
  char *reason;
} RelanceLetterFile;

char      *relance_letter_files_export (RelanceBook  *book,
                                        const char   *folder,
                                        GError      **error);
GPtrArray *relance_letter_files_import (RelanceBook  *book,
                                        const char   *folder,
                                        GError      **error);
gboolean   relance_letter_files_write  (const char   *text,
                                        const char   *path,
                                        GError      **error);
char      *relance_letter_files_read   (const char   *path,
                                        GError      **error);

G_END_DECLS
