/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *relance_vcard_unescape    (const char  *value);
char **relance_vcard_split       (const char  *value);
char  *relance_vcard_clean       (const char  *text,
                                  const char **reason);
char  *relance_vcard_clean_lines (const char  *text,
                                  const char **reason);

G_END_DECLS
