/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *relance_text_fold       (const char    *text);
char *relance_text_fold_words (const char    *text);
char *relance_text_clean_name (const char    *text,
                               GError       **error);
char *relance_text_decode     (GBytes        *bytes,
                               const char   **encoding,
                               GError       **error);

gboolean relance_text_is_emoji (const char *p);

G_END_DECLS
