/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-import-plan.h"

G_BEGIN_DECLS

gboolean relance_import_write (RelanceBook          *book,
                               const GArray         *rows,
                               const char           *detail,
                               gint64                expected_change,
                               GCancellable         *cancellable,
                               gint64               *change,
                               GError              **error);

G_END_DECLS
