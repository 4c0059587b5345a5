/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"

G_BEGIN_DECLS

/* What is done to several rows of a list of invoices, as one change. Their ids are those of the list:
 * below zero for credit notes. */
gboolean relance_invoices_remove_many (RelanceBook   *book,
                                       GArray        *ids,
                                       gint64        *change,
                                       GError       **error);
int      relance_invoices_pay_many    (RelanceBook   *book,
                                       GArray        *ids,
                                       RelanceDate    date,
                                       gint64        *change,
                                       GError       **error);

G_END_DECLS
