/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "printing/relance-paper.h"

G_BEGIN_DECLS

/* Today as it is printed: what @content shows, from top to bottom. */
RelancePaper *relance_today_paper_new (GtkWidget  *content,
                                       const char *subtitle);

G_END_DECLS
