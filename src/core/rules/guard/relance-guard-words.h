/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the guard can see in words alone. Each returns the very words, or NULL. */
char     *relance_guard_words_mask            (const char         *text,
                                               const char *const  *known);
gboolean  relance_guard_words_hold            (const char         *text,
                                               const char         *word);
char     *relance_guard_words_find_placeholder (const char        *text,
                                                gsize             *start);
int       relance_guard_words_count_emoji     (const char         *text,
                                               char              **first);
char     *relance_guard_words_find_other_number (const char       *text,
                                                 const char *const *numbers);

G_END_DECLS
