/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-export-list.h"

#include "relance-export-csv.h"

static const char *const columns[] = { "number", "client",  "issued", "due",       "currency",
                                       "total",  "balance", "state",  "days_late", "label" };

static void
add_date (GString *out, RelanceDate date)
{
  char text[RELANCE_DATE_ISO_SIZE] = "";

  if (date != RELANCE_DATE_NONE)
    relance_date_write_iso (date, text);
  relance_export_csv_add_text (out, FALSE, text);
}

/**
 * relance_export_list_add_header:
 *
 * Starts the file of a list of invoices. Its columns are those that an import knows by name.
 */
void
relance_export_list_add_header (GString *out)
{
  relance_export_csv_begin (out);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    relance_export_csv_add_text (out, i == 0, columns[i]);
  relance_export_csv_end_line (out);
}

/**
 * relance_export_list_add_row:
 * @invoice: as a list has it, with what remains due today
 */
void
relance_export_list_add_row (GString *out, RelanceInvoice *invoice)
{
  relance_export_csv_add_text (out, TRUE, invoice->number);
  relance_export_csv_add_text (out, FALSE, invoice->client_name);
  add_date (out, invoice->issued);
  add_date (out, invoice->due);
  relance_export_csv_add_text (out, FALSE, invoice->currency);
  relance_export_csv_add_amount (out, FALSE, invoice->total, invoice->currency);
  relance_export_csv_add_amount (out, FALSE, invoice->balance, invoice->currency);
  relance_export_csv_add_text (out, FALSE,
                               relance_enum_to_nick (RELANCE_TYPE_INVOICE_STATE, invoice->state));
  g_string_append_printf (out, ",%d", invoice->days_late);
  relance_export_csv_add_text (out, FALSE, invoice->label);
  relance_export_csv_end_line (out);
}
