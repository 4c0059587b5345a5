/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean relance_typed_amount_parse (const char  *text,
                                     const char  *currency,
                                     const char  *locale,
                                     gint64      *minor,
                                     GError     **error);

G_END_DECLS
