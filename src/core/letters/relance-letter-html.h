/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *relance_letter_to_html (const char *text,
                              const char *language);

G_END_DECLS
