/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void relance_letter_pdf_set_language (GByteArray *pdf,
                                      const char *language);

G_END_DECLS
