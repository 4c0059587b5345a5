/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void   relance_order_sort   (GArray     *days);
double relance_order_median (const int  *sorted,
                             guint       n);
guint  relance_order_count  (const int  *sorted,
                             guint       n,
                             int         most);
void   relance_order_insert (GArray     *sorted,
                             int         days);

G_END_DECLS
