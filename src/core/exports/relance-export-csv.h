/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-record.h"

G_BEGIN_DECLS

/*
 * CSV as RFC 4180 has it, in UTF-8 with the byte order mark by which Excel knows it: commas, lines
 * that end in CR LF, ISO dates, amounts with a point and the decimals of their currency.
 */

void relance_export_csv_begin      (GString            *out);
void relance_export_csv_add_text   (GString            *out,
                                    gboolean            first,
                                    const char         *text);
void relance_export_csv_add_amount (GString            *out,
                                    gboolean            first,
                                    gint64              minor,
                                    const char         *currency);
void relance_export_csv_end_line   (GString            *out);

void relance_export_csv_add_header (GString            *out,
                                    const RelanceTable *table);
void relance_export_csv_add_row    (GString            *out,
                                    const RelanceTable *table,
                                    const RelanceCell  *cells);

G_END_DECLS
