/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *cli_read_input    (gsize          max,
                           GCancellable  *cancellable,
                           GError       **error);
char   *cli_read_key      (GCancellable  *cancellable,
                           GError       **error);
void    cli_forget_key    (char          *key);

G_END_DECLS
