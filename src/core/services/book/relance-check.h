/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"

G_BEGIN_DECLS

gboolean relance_check (RelanceBook  *book,
                        GPtrArray    *findings,
                        GError      **error);

G_END_DECLS
