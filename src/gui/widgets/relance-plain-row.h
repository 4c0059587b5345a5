/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A row that shows what people wrote as it is: "Dupont & fils", "<none>".
 * Title and subtitle are set after the row was made, because a row that is given them together with
 * "use-markup" takes them for markup first.
 */
AdwActionRow *relance_plain_row_new (const char *title,
                                     const char *subtitle);

G_END_DECLS
