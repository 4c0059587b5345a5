/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a suggestion is made to fit where the words that it replaces stand. */
void  relance_guard_kinder_widen (const char *text,
                                  const char *free,
                                  gsize      *start,
                                  gsize      *end);
char *relance_guard_kinder_fit   (const char *text,
                                  gsize       start,
                                  gsize      *end,
                                  const char *suggestion);

G_END_DECLS
