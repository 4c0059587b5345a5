/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-client.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

void relance_export_list_add_header (GString        *out);
void relance_export_list_add_row    (GString        *out,
                                     RelanceInvoice *invoice);
void relance_export_list_add_client_header (GString       *out);
void relance_export_list_add_client        (GString       *out,
                                            RelanceClient *client);

G_END_DECLS
