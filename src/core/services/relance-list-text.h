/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"

G_BEGIN_DECLS

char     *relance_invoices_dup_text  (RelanceBook                *book,
                                      GArray                     *ids,
                                      GError                    **error);

G_END_DECLS
