/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-window.h"

G_BEGIN_DECLS

/* Search from wherever one is: what is typed where nothing takes it is looked for. */
void relance_window_search_watch (RelanceWindow *window);

G_END_DECLS
