/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-import-table.h"

G_BEGIN_DECLS

gboolean            relance_fec_is_fec (GBytes        *bytes);
RelanceImportTable *relance_fec_read   (GBytes        *bytes,
                                        GCancellable  *cancellable,
                                        GError       **error);

G_END_DECLS
