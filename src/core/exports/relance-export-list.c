/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-export-list.h"

#include "relance-export-csv.h"

static const char *const columns[] = { "number", "client",  "issued", "due",       "currency",
                                       "total",  "balance", "state",  "days_late", "label" };

/* As the table of clients calls them, and what they owe. */
static const char *const client_columns[] = { "name",           "kind",         "email",
                                              "city",           "currency",     "owed",
                                              "overdue",        "last_payment", "excluded",
                                              "excluded_until", "archived" };

static void
add_columns (GString *out, const char *const *names, gsize n_names)
{
  relance_export_csv_begin (out);
  for (gsize i = 0; i < n_names; i++)
    relance_export_csv_add_text (out, i == 0, names[i]);
  relance_export_csv_end_line (out);
}

static void
add_date (GString *out, RelanceDate date)
{
  char text[RELANCE_DATE_ISO_SIZE] = "";

  if (date != RELANCE_DATE_NONE)
    relance_date_write_iso (date, text);
  relance_export_csv_add_text (out, FALSE, text);
}

/* @total: (nullable): of one of its currencies. */
static void
add_client_line (GString *out, RelanceClient *client, const RelanceClientTotal *total)
{
  relance_export_csv_add_text (out, TRUE, client->name);
  relance_export_csv_add_text (out, FALSE, relance_enum_to_nick (RELANCE_TYPE_KIND, client->kind));
  relance_export_csv_add_text (out, FALSE, client->email);
  relance_export_csv_add_text (out, FALSE, client->city);
  relance_export_csv_add_text (out, FALSE, total != NULL ? total->currency : NULL);
  if (total != NULL)
    {
      relance_export_csv_add_amount (out, FALSE, total->owed, total->currency);
      relance_export_csv_add_amount (out, FALSE, total->overdue, total->currency);
    }
  else
    g_string_append (out, ",,");
  add_date (out, client->last_payment);
  relance_export_csv_add_text (out, FALSE, client->excluded);
  add_date (out, client->excluded_until);
  g_string_append_printf (out, ",%d", client->archived);
  relance_export_csv_end_line (out);
}

/**
 * relance_export_list_add_header:
 *
 * Starts the file of a list of invoices. Its columns are those that an import knows by name.
 */
void
relance_export_list_add_header (GString *out)
{
  add_columns (out, columns, G_N_ELEMENTS (columns));
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

/**
 * relance_export_list_add_client_header:
 *
 * Starts the file of a list of clients.
 */
void
relance_export_list_add_client_header (GString *out)
{
  add_columns (out, client_columns, G_N_ELEMENTS (client_columns));
}

/**
 * relance_export_list_add_client:
 * @client: as a list has it, with what it owes today: a line for each currency
 */
void
relance_export_list_add_client (GString *out, RelanceClient *client)
{
  if (client->totals->len == 0)
    add_client_line (out, client, NULL);
  for (guint i = 0; i < client->totals->len; i++)
    add_client_line (out, client, &g_array_index (client->totals, RelanceClientTotal, i));
}
