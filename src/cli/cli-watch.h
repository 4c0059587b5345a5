/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void cli_watch_start (GCancellable *cancellable);
void cli_watch_stop  (void);
void cli_watch_hush  (gboolean      hushed);

G_END_DECLS
