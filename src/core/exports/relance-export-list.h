/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-invoice.h"

G_BEGIN_DECLS

void relance_export_list_add_header (GString        *out);
void relance_export_list_add_row    (GString        *out,
                                     RelanceInvoice *invoice);

G_END_DECLS
