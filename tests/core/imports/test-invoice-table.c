/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-base-error.h"
#include "relance-import-error.h"
#include "relance-invoice-table.h"

#include <string.h>

static GBytes *
load (const char *name)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "tests/fixtures/csv", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static RelanceImportTable *
read_bytes (GBytes *bytes, GError **error)
{
  return relance_invoice_table_read (bytes, NULL, "EUR", NULL, error);
}

static RelanceImportTable *
read_string (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return read_bytes (bytes, error);
}

static char *
dup_date (RelanceDate date)
{
  return date != RELANCE_DATE_NONE ? relance_date_to_iso (date) : g_strdup ("-");
}

/* A row in one line: what is taken, or why it is not. */
static char *
describe_row (const RelanceImportRow *row)
{
  g_autofree char *issued = dup_date (row->issued);
  g_autofree char *due = dup_date (row->due);
  g_autofree char *paid_on = dup_date (row->paid_on);

  if (row->reason != NULL)
    return g_strdup_printf ("%d %s: %s", row->line, row->reason,
                            row->reason_value != NULL ? row->reason_value : "-");

  return g_strdup_printf (
    "%d %s%s | %s | %s | %s | %s..%s | %s %" G_GINT64_FORMAT " | %" G_GINT64_FORMAT " %s | %d",
    row->line, row->kind == RELANCE_ROW_CREDIT_NOTE ? "credit note " : "", row->number, row->client,
    row->email != NULL           ? row->email
    : row->refused_email != NULL ? "refused"
                                 : "-",
    row->label != NULL ? row->label : "-", issued, due, row->currency, row->total, row->paid,
    paid_on, row->flags);
}

static char *
describe (RelanceImportTable *table)
{
  const GArray *rows = table->rows;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *line = describe_row (&g_array_index (rows, RelanceImportRow, i));

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free_and_steal (text);
}

/* Each fixture has what is read of it beside it, as FIXTURE.rows. */
static void
test_fixtures (void)
{
  static const char *const fixtures[] = {
    "french.csv",
    "english-shuffled.csv",
    "freshbooks.csv",
    "zoho.csv",
    "invoice-ninja-4.csv",
    "invoice-ninja-5.csv",
    "invoice2go.csv",
    "invoicely.csv",
    "saas-french.csv",
    "dolibarr.csv",
    "stripe.csv",
    "american.csv",
    "french-dates.csv",
    "bad-rows.csv",
    "control.csv",
    "paid-boolean.csv",
    "paid-date.csv",
    "pipes.csv",
    "tabs.csv",
    "odoo.csv",
    "odoo-french.csv",
    "xero.csv",
    "vat-rates.csv",
    "german.csv",
    "german-terms.csv",
    "spanish.csv",
    "italian.csv",
    "dutch.csv",
    "spreadsheet.csv",
    "people.csv",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = load (fixtures[i]);
      g_autoptr (RelanceImportTable) table = read_bytes (bytes, &error);
      g_autofree char *name = g_strconcat (fixtures[i], ".rows", NULL);
      g_autoptr (GBytes) expected = load (name);
      g_autofree char *wanted =
        g_strndup (g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
      g_autofree char *found = NULL;

      g_test_message ("%s", fixtures[i]);
      g_assert_no_error (error);
      found = describe (table);
      g_assert_cmpstr (found, ==, wanted);
    }
}

/* The same file in every encoding says the same. */
static void
test_encodings (void)
{
  static const struct
  {
    const char *encoding;
    const char *mark;
    gsize mark_size;
  } cases[] = {
    { "UTF-8", "\xEF\xBB\xBF", 3 }, { "WINDOWS-1252", "", 0 }, { "ISO-8859-15", "", 0 },
    { "UTF-16LE", "\xFF\xFE", 2 },  { "UTF-16LE", "", 0 },     { "UTF-16BE", "\xFE\xFF", 2 },
    { "UTF-16BE", "", 0 },
  };
  const char *text = "Numéro;Client;Échéance;Montant TTC\n"
                     "F-1;Café Œuvre d’Été;2026-01-31;1 234,50 €\n";
  const char *plain = "Numéro;Client;Échéance;Montant TTC\n"
                      "F-1;Café Œuvre d'Été;2026-01-31;1 234,50 €\n";

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_iso = g_str_equal (cases[i].encoding, "ISO-8859-15");
      g_autoptr (GError) error = NULL;
      g_autoptr (GByteArray) data = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (RelanceImportTable) table = NULL;
      g_autofree char *found = NULL;
      g_autofree char *converted = NULL;
      gsize size;

      converted =
        g_convert (is_iso ? plain : text, -1, cases[i].encoding, "UTF-8", NULL, &size, &error);
      g_assert_no_error (error);
      g_byte_array_append (data, (const guint8 *) cases[i].mark, cases[i].mark_size);
      g_byte_array_append (data, (const guint8 *) converted, size);
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&data));

      g_test_message ("%s", cases[i].encoding);
      table = read_bytes (bytes, &error);
      g_assert_no_error (error);
      found = describe (table);
      g_assert_cmpstr (found, ==,
                       is_iso ? "2 F-1 | Café Œuvre d'Été | - | - | 2026-01-31..2026-01-31 | "
                                "EUR 123450 | 0 - | 1\n"
                              : "2 F-1 | Café Œuvre d’Été | - | - | 2026-01-31..2026-01-31 | "
                                "EUR 123450 | 0 - | 1\n");
    }
}

/* "5.013,20" could be the 13 of May 20, if it were a date. */
static void
test_amounts_do_not_order_dates (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceImportTable)
    table = read_string ("Numéro;Client;Échéance;Montant TTC;Montant payé\n"
                         "F-1;Studio Exemple;03/04/2026;5.013,20;5.013,20\n",
                         &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = describe (table);
  g_assert_cmpstr (
    found, ==,
    "2 F-1 | Studio Exemple | - | - | 2026-04-03..2026-04-03 | EUR 501320 | 501320 - | 1\n");
}

/* How the tools that keep accounts, and the tables that people pass on, name their columns: nobody has to
 * say what they hold. */
static void
test_headers (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,"
      "Disputed,"
      "SettledDate,PaperlessBill,DaysToSettle,DaysLate\n"
      "391,0187-SAMPL,4/6/2024,61157,1/2/2024,2/1/2024,55.94,No,1/15/2024,Paper,13,0\n",
      "2 61157 | 0187-SAMPL | - | - | 2024-01-02..2024-02-01 | EUR 5594 | 5594 2024-01-15 | 0\n" },
    { "cust_number,name_customer,clear_date,doc_id,posting_date,document_create_date,due_in_date,"
      "invoice_currency,document "
      "type,total_open_amount,baseline_create_date,cust_payment_terms,isOpen\n"
      "C7,Sample corp,2024-02-11 "
      "00:00:00,193043,2024-01-26,20240125,20240210.0,USD,RV,54.28,20240126.0,"
      "NAH4,0\n"
      "C8,Other corp,,193044,2024-01-26,20240125,20240210.0,CAD,RV,10.5,20240126.0,NAH4,1\n",
      "2 193043 | Sample corp | - | - | 2024-01-25..2024-02-10 | USD 5428 | 5428 2024-02-11 | 0\n"
      "3 193044 | Other corp | - | - | 2024-01-25..2024-02-10 | CAD 1050 | 0 - | 0\n" },
    { "Customer ID,Customer Name,Invoice ID,Invoice Date,Due Date,Invoice Value,Settlement Date\n"
      "7,Sample Ltd,1,2024-01-13,2024-02-12,10.00,2024-02-15\n",
      "2 1 | Sample Ltd | - | - | 2024-01-13..2024-02-12 | EUR 1000 | 1000 2024-02-15 | 0\n" },
    { "Account,Document No,Posting Date,Net Due Date,Amount,Clearing Date\n"
      "1002,9001,01/31/2024,03/01/2024,\"1,500.00\",03/05/2024\n",
      "2 9001 | 1002 | - | - | 2024-01-31..2024-03-01 | EUR 150000 | 150000 2024-03-05 | 0\n" },
    { "invoice_id,account_id,issued_date,due_date,total,amount_paid,paid_date\n"
      "1,77,2024-01-13,2024-02-12,10.00,4.00,2024-02-15\n",
      "2 1 | 77 | - | - | 2024-01-13..2024-02-12 | EUR 1000 | 400 2024-02-15 | 0\n" },
    { "Invoice #,Cust No,Inv Date,Due Date,Inv Amt,Pay Date\n"
      "1,7,1/13/24,2/12/24,$10.00,2/15/24\n",
      "2 1 | 7 | - | - | 2024-01-13..2024-02-12 | USD 1000 | 1000 2024-02-15 | 0\n" },
    { "InvoiceNo,CustID,BillingDate,DueDate,InvoiceAmt,Status,ClearDate\n"
      "1,A,2024-01-13,2024-02-12,10.00,Paid late,2024-02-15\n"
      "2,A,2024-01-13,2024-02-12,10.00,Open,\n",
      "2 1 | A | - | - | 2024-01-13..2024-02-12 | EUR 1000 | 1000 2024-02-15 | 0\n"
      "3 2 | A | - | - | 2024-01-13..2024-02-12 | EUR 1000 | 0 - | 0\n" },
    { "Customer,Invoice #,Date,Due Date,Open Balance\n"
      "Sample Co,1,2024-01-13,2024-02-12,10.00\n",
      "2 1 | Sample Co | - | - | 2024-01-13..2024-02-12 | EUR 1000 | 0 - | 0\n" },
    { "Debtor;Invoice no;Billing date;Maturity date;Original amount;Outstanding amount\n"
      "Sample Co;1;2024-01-13;2024-02-12;10.00;4.00\n",
      "2 1 | Sample Co | - | - | 2024-01-13..2024-02-12 | EUR 1000 | 600 - | 0\n" },
    { "N° facture;Code client;Date facture;Date échéance;Montant facture;Date encaissement\n"
      "F1;C1;13/01/2024;12/02/2024;1 200,50;15/02/2024\n",
      "2 F1 | C1 | - | - | 2024-01-13..2024-02-12 | EUR 120050 | 120050 2024-02-15 | 0\n" },
    { "Compte tiers;Libellé tiers;N° pièce;Date pièce;Échéance;Montant TTC;Date de règlement\n"
      "411S;Studio Exemple;F1;13/01/2024;12/02/2024;10,00;15/02/2024\n",
      "2 F1 | Studio Exemple | - | - | 2024-01-13..2024-02-12 | EUR 1000 | 1000 2024-02-15 | 0\n" },
    { "Compte client;N° pièce;Date pièce;Échéance;Montant TTC;Date de lettrage\n"
      "411S;F1;13/01/2024;12/02/2024;10,00;15/02/2024\n",
      "2 F1 | 411S | - | - | 2024-01-13..2024-02-12 | EUR 1000 | 1000 2024-02-15 | 0\n" },
    { "Référence;N° client;Émise le;Échéance le;Montant;Soldée le\n"
      "F1;7;20240113;20240212;10,00;20240215\n",
      "2 F1 | 7 | - | - | 2024-01-13..2024-02-12 | EUR 1000 | 1000 2024-02-15 | 0\n" },
    { "Belegnummer;Kundennummer;Belegdatum;Fälligkeit;Betrag;Ausgleichsdatum\n"
      "R1;7;13.01.2024;12.02.2024;10,00;15.02.2024\n",
      "2 R1 | 7 | - | - | 2024-01-13..2024-02-12 | EUR 1000 | 1000 2024-02-15 | 0\n" },
    { "Nº Factura;Código cliente;Fecha factura;Fecha vencimiento;Importe;Fecha de liquidación\n"
      "R1;7;13/01/2024;12/02/2024;10,00;15/02/2024\n",
      "2 R1 | 7 | - | - | 2024-01-13..2024-02-12 | EUR 1000 | 1000 2024-02-15 | 0\n" },
    { "Numero fattura;Codice cliente;Data fattura;Scadenza;Importo;Data saldo\n"
      "R1;7;13/01/2024;12/02/2024;10,00;15/02/2024\n",
      "2 R1 | 7 | - | - | 2024-01-13..2024-02-12 | EUR 1000 | 1000 2024-02-15 | 0\n" },
    { "Factuurnummer;Klantnummer;Factuurdatum;Vervaldatum;Bedrag;Datum betaald\n"
      "R1;7;13-01-2024;12-02-2024;10,00;15-02-2024\n",
      "2 R1 | 7 | - | - | 2024-01-13..2024-02-12 | EUR 1000 | 1000 2024-02-15 | 0\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RelanceImportTable) table = NULL;
      g_autofree char *found = NULL;

      g_test_message ("%s", cases[i].text);
      table = read_string (cases[i].text, &error);
      g_assert_no_error (error);
      found = describe (table);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_refused_files (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", RELANCE_IMPORT_ERROR_EMPTY },
    { " \n\n", RELANCE_IMPORT_ERROR_EMPTY },
    { "%PDF-1.7\n;;\n", RELANCE_IMPORT_ERROR_BINARY },
    { "<!DOCTYPE html><p>a;b</p>", RELANCE_IMPORT_ERROR_BINARY },
    { "just one column\nof words\n", RELANCE_IMPORT_ERROR_NOT_A_TABLE },
    { "a;b;c\n1;2;3\n", RELANCE_IMPORT_ERROR_NO_HEADER },
    { "Number;Client;Total;Due\n", RELANCE_IMPORT_ERROR_NO_ROWS },
    { "Number;Client;Due\n1;Sample;2026-01-01\n", RELANCE_IMPORT_ERROR_NO_AMOUNT },
    { "Number;Client;Due;Taux TVA\n1;Sample;2026-01-01;20\n", RELANCE_IMPORT_ERROR_NO_AMOUNT },
    { "Client;Due;Total\nSample;2026-01-01;10\n", RELANCE_IMPORT_ERROR_NO_NUMBER },
    { "Number;Due;Total\n1;2026-01-01;10\n", RELANCE_IMPORT_ERROR_NO_CLIENT },
    { "Number;Client;Total\n1;Sample;10\n", RELANCE_IMPORT_ERROR_NO_DATE },
    { "Number;Client;Due;Total\n1;\"Sample;2026-01-01;10\n", RELANCE_IMPORT_ERROR_QUOTE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_null (read_string (cases[i].text, &error));
      g_assert_error (error, RELANCE_IMPORT_ERROR, cases[i].code);
    }
}

static void
test_nul_bytes (void)
{
  static const char text[] = "Number;Client;Due;Total\n1;Sam\0ple;2026-01-01;10\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (bytes, &error));
  g_assert_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_ENCODING);
}

/* Neither of them may cost more than a look at its first bytes. */
static void
test_giant_lines (void)
{
  const gsize size = 200 * 1024 * 1024;

  for (int i = 0; i < 3; i++)
    {
      const char *start = i == 0   ? ""
                          : i == 1 ? "Number;Client;Due;Total\n\""
                                   : "Number;Client;Due;Total\n";
      char *data = g_malloc (size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      memset (data, i == 2 ? ';' : 'x', size);
      memcpy (data, start, strlen (start));
      bytes = g_bytes_new_take (data, size);

      g_assert_null (read_bytes (bytes, &error));
      g_assert_error (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_TOO_LONG);
    }
}

static void
test_choices (void)
{
  static const struct
  {
    const char *text;
    const char *map; /* column=field, … */
    const char *expected;
  } cases[] = {
    { "A;B;C;D\n1;Sample;2026-01-01;10,00\n", "a=number,b=client,c=due,d=total",
      "2 1 | Sample | - | - | 2026-01-01..2026-01-01 | EUR 1000 | 0 - | 1\n" },
    { "1;Sample;2026-01-01;10,00\n", "1=number,2=client,3=due,4=total",
      "1 1 | Sample | - | - | 2026-01-01..2026-01-01 | EUR 1000 | 0 - | 1\n" },
    { "Number;Client;Due;Total;Brut\n1;Sample;2026-01-01;10,00;12,00\n", "brut=total",
      "2 1 | Sample | - | - | 2026-01-01..2026-01-01 | EUR 1200 | 0 - | 1\n" },
    { "Number;Client;Due;Total;Paid\n1;Sample;2026-01-01;10,00;10,00\n", "Paid=ignore",
      "2 1 | Sample | - | - | 2026-01-01..2026-01-01 | EUR 1000 | 0 - | 1\n" },
    { "Number;Client;Due;Total\n1;Sample;2026-01-01;10,00\n", "Nothing=total", NULL },
    { "Number;Client;Due;Total\n1;Sample;2026-01-01;10,00\n", "9=total", NULL },
    { "Number;Client;Due;Total\n1;Sample;2026-01-01;10,00\n", "0=total", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (RelanceColumnChoice));
      g_auto (GStrv) pairs = g_strsplit (cases[i].map, ",", -1);
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (RelanceImportTable) table = NULL;
      g_autofree char *found = NULL;

      for (int j = 0; pairs[j] != NULL; j++)
        {
          char *equals = strchr (pairs[j], '=');
          RelanceColumnChoice choice = { .column = pairs[j] };

          *equals = '\0';
          g_assert_true (relance_import_field_from_name (equals + 1, &choice.field));
          g_array_append_val (choices, choice);
        }

      g_test_message ("%s", cases[i].map);
      table = relance_invoice_table_read (bytes, choices, "EUR", NULL, &error);
      if (cases[i].expected == NULL)
        {
          g_assert_error (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_COLUMN);
          continue;
        }
      g_assert_no_error (error);
      found = describe (table);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = load ("french.csv");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (relance_invoice_table_read (bytes, NULL, "EUR", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Whatever the bytes are, the reader answers: a table or a reason. */
static void
test_mutated_files (void)
{
  static const char *const fixtures[] = { "french.csv", "bad-rows.csv", "freshbooks.csv",
                                          "invoice-ninja-4.csv", "control.csv" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (GBytes) bytes = load (fixtures[round % G_N_ELEMENTS (fixtures)]);
      gsize size = g_bytes_get_size (bytes);
      guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      int n_changes = g_rand_int_range (random, 1, 12);
      g_autoptr (GBytes) mutated = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (RelanceImportTable) table = NULL;

      for (int i = 0; i < n_changes; i++)
        {
          static const char spice[] = "\";,\n\r\t|=€-.0\x80\xFF";
          gsize at = (gsize) g_rand_int_range (random, 0, (gint32) size);

          data[at] = g_rand_boolean (random)
                       ? (guint8) g_rand_int_range (random, 0, 256)
                       : (guint8) spice[g_rand_int_range (random, 0, sizeof spice - 1)];
        }
      mutated = g_bytes_new_take (
        data, (gsize) g_rand_int_range (random, (gint32) size / 2, (gint32) size));

      table = read_bytes (mutated, &error);
      g_assert_true ((table != NULL) == (error == NULL));
      if (table != NULL)
        g_free (describe (table));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/imports/invoice-table/fixtures", test_fixtures);
  g_test_add_func ("/imports/invoice-table/encodings", test_encodings);
  g_test_add_func ("/imports/invoice-table/amounts-do-not-order-dates",
                   test_amounts_do_not_order_dates);
  g_test_add_func ("/imports/invoice-table/headers", test_headers);
  g_test_add_func ("/imports/invoice-table/refused-files", test_refused_files);
  g_test_add_func ("/imports/invoice-table/nul-bytes", test_nul_bytes);
  g_test_add_func ("/imports/invoice-table/giant-lines", test_giant_lines);
  g_test_add_func ("/imports/invoice-table/choices", test_choices);
  g_test_add_func ("/imports/invoice-table/cancelled", test_cancelled);
  g_test_add_func ("/imports/invoice-table/mutated-files", test_mutated_files);

  return g_test_run ();
}
