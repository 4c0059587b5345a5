/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  relance_einvoice_encoding_is_xml (GBytes  *bytes);
char     *relance_einvoice_encoding_decode (GBytes  *bytes,
                                            GError **error);

G_END_DECLS
