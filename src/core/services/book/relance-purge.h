/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"

G_BEGIN_DECLS

gboolean relance_purge_step      (RelanceBook  *book,
                                  gboolean     *more,
                                  GError      **error);
gboolean relance_purge_get_limit (RelanceBook  *book,
                                  gint64       *change,
                                  GError      **error);

G_END_DECLS
