/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "relance-invoice.h"

G_BEGIN_DECLS

void cli_json_invoice       (JsonBuilder    *json,
                             RelanceInvoice *invoice);
void cli_json_invoice_whole (JsonBuilder    *json,
                             RelanceInvoice *invoice,
                             GPtrArray      *documents,
                             GPtrArray      *events);
void cli_json_documents     (JsonBuilder    *json,
                             const char     *key,
                             GPtrArray      *documents);
void cli_text_invoice       (GString        *text,
                             RelanceInvoice *invoice);
void cli_text_invoice_whole (GString        *text,
                             RelanceInvoice *invoice,
                             GPtrArray      *documents,
                             GPtrArray      *events);
void cli_json_invoice_instalments (JsonBuilder *json,
                             RelanceInvoice *invoice);
void cli_text_invoice_instalments (GString *text,
                             RelanceInvoice *invoice);
void cli_text_invoices      (GString        *text,
                             GPtrArray      *invoices);

G_END_DECLS
