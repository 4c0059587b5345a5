/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cli_parse_amount (const char  *text,
                           const char  *currency,
                           gint64      *minor,
                           GError     **error);

G_END_DECLS
