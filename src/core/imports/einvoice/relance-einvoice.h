/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-import-table.h"

G_BEGIN_DECLS

gboolean            relance_einvoice_is_xml (GBytes        *bytes);
RelanceImportTable *relance_einvoice_read   (GBytes        *bytes,
                                             GCancellable  *cancellable,
                                             GError       **error);

G_END_DECLS
