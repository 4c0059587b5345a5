/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *relance_country_parse       (const char *text);
char       *relance_country_dup_name    (const char *code);
char       *relance_country_dup_name_in (const char *code,
                                         const char *language);

G_END_DECLS
