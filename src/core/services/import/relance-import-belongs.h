/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"

G_BEGIN_DECLS

gboolean relance_import_belongs_to (RelanceBook   *book,
                                    GBytes        *bytes,
                                    gint64         invoice_id,
                                    GCancellable  *cancellable,
                                    gboolean      *belongs,
                                    GError       **error);

G_END_DECLS
