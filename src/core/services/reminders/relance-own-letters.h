/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"

G_BEGIN_DECLS

/* The letters that the user wrote in place of those of the program. They are in the book, so that
 * its backups, a restore and the command line have them too. */

GHashTable *relance_own_letters_load         (RelanceBook  *book,
                                              GError      **error);
GHashTable *relance_own_letters_load_typed   (RelanceBook  *book,
                                              GError      **error);
char       *relance_own_letters_tidy         (const char   *text);
gboolean    relance_own_letters_set          (RelanceBook  *book,
                                              const char   *name,
                                              const char   *text,
                                              GError      **error);
gboolean    relance_own_letters_reset        (RelanceBook  *book,
                                              const char   *name,
                                              GError      **error);
gboolean    relance_own_letters_keep_typed   (RelanceBook  *book,
                                              const char   *name,
                                              const char   *text,
                                              GError      **error);
gboolean    relance_own_letters_forget_typed (RelanceBook  *book,
                                              const char   *name,
                                              GError      **error);

G_END_DECLS
