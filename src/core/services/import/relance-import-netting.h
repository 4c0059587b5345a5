/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import-write.h"

G_BEGIN_DECLS

gboolean relance_import_net_loose_notes (RelanceStore              *store,
                                         const RelanceImportOrder  *order,
                                         gint64                     change,
                                         GError                   **error);

G_END_DECLS
