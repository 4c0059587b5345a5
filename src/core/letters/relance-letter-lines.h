/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the text of a letter is read again, for a page or for paper. */

char     **relance_letter_lines_split       (const char *text);
gboolean   relance_letter_line_is_row       (const char *line);
char     **relance_letter_line_split_cells  (const char *line);
const char *relance_letter_line_skip_bullet (const char *line);
guint      relance_letter_line_count_cells  (const char *line);

G_END_DECLS
