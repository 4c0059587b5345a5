/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-base-error.h"
#include "relance-fec.h"
#include "relance-fec-written.h"
#include "relance-import-error.h"

#include <gio/gio.h>
#include <string.h>

static GBytes *
load (const char *name)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "tests/fixtures/fec", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static const char *
name_case (RelanceLedgerCase ledger_case)
{
  static const char *const names[] = { "none", "lettered", "unlettered", "useless" };

  return names[ledger_case];
}

static void
append_payments (GString *text, const RelanceImportRow *row)
{
  gint64 sum = 0;

  for (guint i = 0; i < row->n_payments; i++)
    {
      const RelanceImportPayment *payment = &row->payments[i];
      g_autofree char *date = relance_date_to_iso (payment->date);

      g_string_append_printf (text, " + %" G_GINT64_FORMAT " %s %s", payment->amount, date,
                              payment->means != NULL ? payment->means : "-");
      sum += payment->amount;
    }
  g_assert_cmpint (sum, ==, row->paid);
}

/* A row in one line: what is taken, or why it is not. */
static void
append_row (GString *text, const RelanceImportRow *row)
{
  g_autofree char *issued = NULL;

  if (row->reason != NULL)
    {
      g_string_append_printf (text, "%d %s: %s\n", row->line, row->reason,
                              row->reason_value != NULL ? row->reason_value : "-");
      return;
    }

  g_assert_cmpint (row->due, ==, RELANCE_DATE_NONE);
  g_assert_true (row->flags & RELANCE_ROW_DUE_UNKNOWN);
  g_assert_cmpint (row->total, >, 0);
  g_assert_cmpint (row->paid, <=, row->total);
  g_assert_true ((row->paid_on == RELANCE_DATE_NONE) == (row->n_payments == 0));
  issued = relance_date_to_iso (row->issued);
  g_string_append_printf (text, "%d %s %s | %s (%s) | %s | %s %s %" G_GINT64_FORMAT, row->line,
                          row->kind == RELANCE_ROW_INVOICE ? "invoice" : "credit note", row->number,
                          row->client, row->buyer->code, row->label != NULL ? row->label : "-",
                          issued, row->currency, row->total);
  if (row->reference != NULL)
    g_string_append_printf (text, " of %s", row->reference);
  append_payments (text, row);
  g_string_append_c (text, '\n');
}

static char *
describe (const RelanceImportTable *table)
{
  GString *text = g_string_new (NULL);

  g_assert_cmpstr (table->format, ==, "fec");
  g_string_append_printf (text, "%s\n", name_case (table->ledger_case));
  for (guint i = 0; i < table->rows->len; i++)
    append_row (text, &g_array_index (table->rows, RelanceImportRow, i));

  return g_string_free_and_steal (text);
}

static char *
describe_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceImportTable) table = relance_fec_read (bytes, NULL, &error);

  g_assert_no_error (error);

  return describe (table);
}

/* Journals of the small cases, by their code. */
static const char *
name_journal (const char *code)
{
  static const char *const names[][2] = {
    { "AN", "À nouveaux" }, { "BQ", "Banque" }, { "OD", "Opérations diverses" },
    { "VE", "Ventes" },     { "X1", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (code, names[i][0]))
      return names[i][1];

  g_assert_not_reached ();
}

static const char fec_header[] =
  "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|"
  "PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|"
  "Idevise\n";

/* A file out of lines such as `VE 1 0105 411 Alpha F1 Facture 120 0 A`: journal, entry, month and
 * day, account, client, piece, label, debit, credit, letters; `-` is nothing, `_` is a space, and
 * `@0301` a date of lettering without letters. */
static char *
expand (const char *lines)
{
  GString *text = g_string_new (fec_header);
  g_auto (GStrv) all = g_strsplit (lines, "\n", -1);

  for (char **line = all; *line != NULL && **line != '\0'; line++)
    {
      g_auto (GStrv) words = g_strsplit (*line, " ", -1);
      g_autofree char *dated = NULL;

      g_assert_cmpuint (g_strv_length (words), ==, 10);
      if (*words[9] == '@')
        {
          dated = g_strconcat ("2023", words[9] + 1, NULL);
          *words[9] = '\0';
        }
      for (char **word = words; *word != NULL; word++)
        if (g_str_equal (*word, "-"))
          **word = '\0';
        else
          g_strdelimit (*word, "_", ' ');
      g_string_append_printf (
        text, "%s|%s|%s|2023%s|%s|Compte %s|%s|%s|%s|2023%s|%s|%s|%s|%s|%s|20240101||\n", words[0],
        name_journal (words[0]), words[1], words[2], words[3], words[3], words[4], words[4],
        words[5], words[2], words[6], words[7], words[8], words[9], dated != NULL ? dated : "");
    }

  return g_string_free_and_steal (text);
}

static char *
describe_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  g_assert_true (relance_fec_is_fec (bytes));

  return describe_bytes (bytes);
}

/* Every file of a kind says what stands in the file of that name with the suffix .rows. */
static void
test_fixtures (void)
{
  static const struct
  {
    const char *name;
    const char *rows;
  } fixtures[] = {
    { "lettered.txt", "lettered.rows" },          { "lettered-bar.txt", "lettered.rows" },
    { "lettered-latin9.txt", "lettered.rows" },   { "lettered-1252.txt", "lettered.rows" },
    { "lettered-bom.txt", "lettered.rows" },      { "lettered-utf16.txt", "lettered.rows" },
    { "lettered-shuffled.txt", "lettered.rows" }, { "lettered-sens.txt", "lettered.rows" },
    { "lettered-misspelt.txt", "lettered.rows" }, { "lettered-bnc.txt", "lettered.rows" },
    { "unlettered.txt", "unlettered.rows" },      { "useless.txt", "useless.rows" },
    { "useless-bnc.txt", "useless.rows" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (GBytes) bytes = load (fixtures[i].name);
      g_autoptr (GBytes) expected = load (fixtures[i].rows);
      g_autofree char *wanted =
        g_strndup (g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
      g_autofree char *found = NULL;

      g_test_message ("%s", fixtures[i].name);
      g_assert_true (relance_fec_is_fec (bytes));
      found = describe_bytes (bytes);
      g_assert_cmpstr (found, ==, wanted);
    }
}

static void
test_ebcdic (void)
{
  static const char *const charsets[] = { "IBM1147", "IBM1140" };
  g_autoptr (GBytes) latin = load ("lettered-bar.txt");
  g_autofree char *wanted = describe_bytes (latin);

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize size, length;
      const char *data = g_bytes_get_data (latin, &size);
      g_autofree char *text =
        g_convert (data, (gssize) size, charsets[i], "UTF-8", NULL, &length, &error);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *found = NULL;

      g_assert_no_error (error);
      bytes = g_bytes_new (text, length);
      g_assert_true (relance_fec_is_fec (bytes));
      found = describe_bytes (bytes);
      g_assert_cmpstr (found, ==, wanted);
    }
}

#define SALE(n, day, client, piece, amount, letters)                                               \
  "VE " n " " day " 411000 " client " " piece " Facture " amount " 0 " letters "\n"                \
  "VE " n " " day " 706000 - " piece " Facture 0 " amount " -\n"
#define MONEY(n, day, client, piece, label, amount, letters)                                       \
  "BQ " n " " day " 411000 " client " " piece " " label " 0 " amount " " letters "\n"              \
  "BQ " n " " day " 512000 - " piece " " label " " amount " 0 -\n"

/* Some software writes the date of lettering and no letters. */
static void
test_dated_letters (void)
{
  static const struct
  {
    const char *what;
    const char *lines;
    const char *expected;
  } cases[] = {
    { "what balances belongs together, whatever its order in time",
      SALE ("1", "0105", "Alpha", "F1", "120", "@0301")
        SALE ("2", "0106", "Alpha", "F2", "120", "-")
          MONEY ("3", "0301", "Alpha", "R1", "Vir", "120", "@0301"),
      "lettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000 + 12000 2023-03-01 "
      "Banque\n4 invoice F2 | Alpha (Alpha) | Facture | 2023-01-06 EUR 12000\n" },
    { "two groups of one day balance together",
      SALE ("1", "0105", "Alpha", "F1", "120", "@0301")
        SALE ("2", "0210", "Alpha", "F2", "50", "@0301")
          MONEY ("3", "0225", "Alpha", "R1", "Vir", "50", "@0301")
            MONEY ("4", "0301", "Alpha", "R2", "Vir", "120", "@0301"),
      "lettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000 + 12000 2023-03-01 "
      "Banque\n4 invoice F2 | Alpha (Alpha) | Facture | 2023-02-10 EUR 5000 + 5000 2023-02-25 "
      "Banque\n" },
    { "what does not balance says nothing: the oldest is paid first",
      SALE ("1", "0105", "Alpha", "F1", "120", "-")
        SALE ("2", "0110", "Alpha", "F2", "150", "@0301")
          MONEY ("3", "0301", "Alpha", "R1", "Vir", "120", "@0301"),
      "unlettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000 + 12000 "
      "2023-03-01 Banque\n4 invoice F2 | Alpha (Alpha) | Facture | 2023-01-10 EUR 15000\n" },
    { "a date is that of one account",
      SALE ("1", "0105", "Alpha", "F1", "120", "@0301")
        MONEY ("2", "0301", "Beta", "R1", "Vir", "120", "@0301"),
      "unlettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = expand (cases[i].lines);
      g_autofree char *found = describe_text (text);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_entries (void)
{
  static const struct
  {
    const char *what;
    const char *lines;
    const char *expected;
  } cases[] = {
    { "several debits of one piece are one invoice",
      "VE 1 0105 411000 Alpha F1 Facture 100 0 -\nVE 1 0105 411700 Alpha F1 Retenue 20 0 -\n"
      "VE 1 0105 706000 - F1 Facture 0 120 -\n",
      "unlettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000\n" },
    { "a credit entered with the invoice is a part of it",
      "VE 1 0105 411000 Alpha F1 Facture 120 0 A\nVE 1 0105 411000 Alpha F1 Remise 0 20 A\n"
      "VE 1 0105 706000 - F1 Facture 0 100 -\n" MONEY ("2", "0201", "Alpha", "R1", "Vir", "100",
                                                       "A"),
      "lettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 10000"
      " + 10000 2023-02-01 Banque\n" },
    { "a negative debit is a credit note",
      SALE ("1", "0105", "Alpha", "F1", "120", "-") SALE ("2", "0106", "Alpha", "AV2", "-20", "-"),
      "unlettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000\n"
      "4 credit note AV2 | Alpha (Alpha) | Facture | 2023-01-06 EUR 2000\n" },
    { "an invoice taken back later has a credit note",
      SALE ("1", "0105", "Alpha", "F1", "120", "-") "VE 2 0131 411000 Alpha F1 Extourne 0 120 -\n"
                                                    "VE 2 0131 706000 - F1 Extourne 120 0 -\n",
      "unlettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000\n"
      "4 credit note 2023-2 | Alpha (Alpha) | Extourne | 2023-01-31 EUR 12000 of F1\n" },
    { "an invoice taken back at once is none",
      SALE ("1", "0105", "Alpha", "F1", "120", "-") SALE (
        "2", "0105", "Beta", "F2", "50",
        "-") "VE 3 0105 411000 Alpha F1 Extourne 0 120 -\nVE 3 0105 706000 - F1 Extourne 120 0 -\n",
      "unlettered\n4 invoice F2 | Beta (Beta) | Facture | 2023-01-05 EUR 5000\n" },
    { "a credit note paid out pays for nothing",
      SALE ("1", "0105", "Alpha", "F1", "120", "-")
        SALE ("2", "0110", "Alpha", "AV2", "-20",
              "-") "BQ 3 0120 411000 Alpha R1 Remboursement 20 0 -\nBQ 3 0120 512000 - R1 "
                   "Remboursement 0 20 -\n" MONEY ("4", "0201", "Alpha", "R2", "Vir", "120", "-"),
      "unlettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000"
      " + 12000 2023-02-01 Banque\n"
      "4 credit note AV2 | Alpha (Alpha) | Facture | 2023-01-10 EUR 2000\n" },
    { "a refused payment is none",
      SALE ("1", "0105", "Alpha", "F1", "120", "-") MONEY (
        "2", "0110", "Alpha", "R1", "Prel", "120",
        "-") "BQ 3 0112 411000 Alpha R1 Rejet 120 0 -\nBQ 3 0112 512000 - R1 Rejet 0 120 -\n",
      "unlettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000\n" },
    { "a bill of exchange is the same debt",
      SALE ("1", "0105", "Alpha", "F1", "120", "A") "OD 2 0110 413000 Alpha T1 Traite 120 0 B\n"
                                                    "OD 2 0110 411000 Alpha T1 Traite 0 120 A\n"
                                                    "BQ 3 0310 413000 Alpha T1 Traite 0 120 B\n"
                                                    "BQ 3 0310 511300 - T1 Traite 120 0 -\n",
      "lettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000"
      " + 12000 2023-03-10 Banque\n" },
    { "a doubtful client still owes",
      SALE ("1", "0105", "Alpha", "F1", "120", "A") "OD 2 0601 416000 Alpha F1 Douteux 120 0 -\n"
                                                    "OD 2 0601 411000 Alpha F1 Douteux 0 120 A\n",
      "lettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000\n" },
    { "what is lost is credited, not paid",
      SALE ("1", "0105", "Alpha", "F1", "120", "A") "OD 2 1231 411000 Alpha P1 Perte 0 120 A\n"
                                                    "OD 2 1231 654000 - P1 Perte 120 0 -\n",
      "lettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000\n"
      "4 credit note P1 | Alpha (Alpha) | Perte | 2023-12-31 EUR 12000 of F1\n" },
    { "a cent of difference settles",
      SALE ("1", "0105", "Alpha", "F1", "120,01", "A") MONEY (
        "2", "0201", "Alpha", "R1", "Vir", "120",
        "A") "OD 3 0202 411000 Alpha E1 Ecart 0 0,01 A\nOD 3 0202 658000 - E1 Ecart 0,01 0 -\n",
      "lettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12001"
      " + 12000 2023-02-01 Banque + 1 2023-02-02 -\n" },
    { "a cent too much is no invoice",
      SALE ("1", "0105", "Alpha", "F1", "120", "A") MONEY (
        "2", "0201", "Alpha", "R1", "Vir", "120,01",
        "A") "OD 3 0202 411000 Alpha E1 Ecart 0,01 0 A\nOD 3 0202 758000 - E1 Ecart 0 0,01 -\n",
      "lettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000"
      " + 12000 2023-02-01 Banque\n" },
    { "an advance pays on account",
      "BQ 1 0102 419100 Alpha R1 Acompte 0 50 -\nBQ 1 0102 512000 - R1 Acompte 50 0 -\n" SALE (
        "2", "0115", "Alpha", "F1", "120", "-"),
      "unlettered\n4 invoice F1 | Alpha (Alpha) | Facture | 2023-01-15 EUR 12000"
      " + 5000 2023-01-02 Banque\n" },
    { "an advance that was used is not used again",
      "BQ 1 0102 419100 Alpha R1 Acompte 0 50 -\nBQ 1 0102 512000 - R1 Acompte 50 0 -\n" SALE (
        "2", "0115", "Alpha", "F1", "120", "-") "OD 3 0116 419100 Alpha F1 Acompte 50 0 -\n"
                                                "OD 3 0116 411000 Alpha F1 Acompte 0 50 -\n",
      "unlettered\n4 invoice F1 | Alpha (Alpha) | Facture | 2023-01-15 EUR 12000"
      " + 5000 2023-01-02 Banque\n" },
    { "what is to be invoiced is not",
      SALE ("1", "0105", "Alpha", "F1", "120", "-") "OD 2 1231 418100 Alpha - Accrued 60 0 -\n"
                                                    "OD 2 1231 706000 - - Accrued 0 60 -\n",
      "unlettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000\n" },
    { "a sale of the till is paid at once",
      "VE 1 0105 411000 Alpha T1 Ticket 12 0 -\nVE 1 0105 707000 - T1 Ticket 0 12 -\n"
      "VE 1 0105 411000 Alpha T1 Ticket 0 12 -\nVE 1 0105 530000 - T1 Ticket 12 0 -\n",
      "unlettered\n2 invoice T1 | Alpha (Alpha) | Ticket | 2023-01-05 EUR 1200"
      " + 1200 2023-01-05 Ventes\n" },
    { "what stands against the result opened the year",
      "X1 1 0101 411000 Alpha F9 Solde 120 0 A\nX1 1 0101 120000 - AN Solde 0 120 -\n" MONEY (
        "2", "0201", "Alpha", "R1", "Vir", "120", "A"),
      "lettered\n2 invoice F9 | Alpha (Alpha) | Solde | 2023-01-01 EUR 12000"
      " + 12000 2023-02-01 Banque\n" },
    { "what is lettered with a former year lowers what the year opened with",
      "AN 1 0101 411000 Alpha RAN Report 300 0 -\nAN 1 0101 120000 - RAN Report 0 300 -\n" SALE (
        "2", "0105", "Alpha", "F1", "120", "B")
        MONEY ("3", "0201", "Alpha", "R1", "Vir", "320", "B"),
      "lettered\n2 invoice 2023-1 | Alpha (Alpha) | Report | 2023-01-01 EUR 30000"
      " + 20000 2023-02-01 Banque\n4 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000"
      " + 12000 2023-02-01 Banque\n" },
    { "the owner's account is no year's opening",
      SALE ("1", "0105", "Alpha", "F1", "120", "-") "OD 2 0201 411000 Alpha R1 Perso 0 120 -\n"
                                                    "OD 2 0201 108000 - R1 Perso 120 0 -\n",
      "unlettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000"
      " + 12000 2023-02-01 -\n" },
    { "the accounts decide, not the journal",
      "X1 1 0105 411000 Alpha F1 Facture 120 0 A\nX1 1 0105 706000 - F1 Facture 0 120 -\n"
      "X1 2 0201 411000 Alpha R1 Vir 0 120 A\nX1 2 0201 512000 - R1 Vir 120 0 -\n",
      "lettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000"
      " + 12000 2023-02-01 X1\n" },
    { "one number a line, then the piece decides",
      "X1 1 0105 411000 Alpha F1 Facture 120 0 -\nX1 2 0105 706000 - F1 Facture 0 120 -\n"
      "X1 3 0201 411000 Alpha R1 Vir 0 120 -\nX1 4 0201 512000 - R1 Vir 120 0 -\n",
      "unlettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000"
      " + 12000 2023-02-01 X1\n" },
    { "the clients' lines alone, then the journal decides",
      "VE 1 0105 411000 Alpha F1 Facture 120 0 A\nVE 2 0106 411000 Alpha AV1 Avoir 0 20 A\n"
      "BQ 3 0201 411000 Alpha R1 Vir 0 100 A\n",
      "lettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000"
      " + 10000 2023-02-01 Banque\n"
      "3 credit note AV1 | Alpha (Alpha) | Avoir | 2023-01-06 EUR 2000 of F1\n" },
    { "a client by the account",
      "VE 1 0105 411ALPHA - F1 Facture 120 0 -\nVE 1 0105 706000 - F1 Facture 0 120 -\n",
      "unlettered\n2 invoice F1 | Compte 411ALPHA (411ALPHA) | Facture | 2023-01-05 EUR 12000\n" },
    { "letters are those of one account, and case counts",
      SALE ("1", "0105", "Alpha", "F1", "120", "A") SALE ("2", "0105", "Beta", "F2", "120", "A")
        SALE ("3", "0106", "Alpha", "F3", "50", "a")
          MONEY ("4", "0201", "Alpha", "R1", "Vir", "120", "A"),
      "lettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000"
      " + 12000 2023-02-01 Banque\n"
      "4 invoice F2 | Beta (Beta) | Facture | 2023-01-05 EUR 12000\n"
      "6 invoice F3 | Alpha (Alpha) | Facture | 2023-01-06 EUR 5000\n" },
    { "one payment for a part of what it is lettered with",
      SALE ("1", "0105", "Alpha", "F1", "120", "A") SALE ("2", "0110", "Alpha", "F2", "50", "A")
        MONEY ("3", "0201", "Alpha", "R1", "Vir", "140", "A"),
      "lettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000"
      " + 12000 2023-02-01 Banque\n"
      "4 invoice F2 | Alpha (Alpha) | Facture | 2023-01-10 EUR 5000 + 2000 2023-02-01 Banque\n" },
    { "what is not lettered yet is still paid",
      SALE ("1", "0105", "Alpha", "F1", "120", "A") MONEY (
        "2", "0201", "Alpha", "R1", "Vir", "120", "A") SALE ("3", "0301", "Alpha", "F2", "90", "-")
        MONEY ("4", "0401", "Alpha", "R2", "Vir", "40", "-"),
      "lettered\n2 invoice F1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000"
      " + 12000 2023-02-01 Banque\n"
      "6 invoice F2 | Alpha (Alpha) | Facture | 2023-03-01 EUR 9000 + 4000 2023-04-01 Banque\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = expand (cases[i].lines);
      g_autofree char *found = describe_text (text);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *what;
    const char *lines;
    const char *expected;
  } cases[] = {
    { "no piece: the number in the label",
      "VE 12 0105 411000 Alpha - Facture_FA-2023-017 120 0 -\n"
      "VE 12 0105 706000 - - Facture_FA-2023-017 0 120 -\n",
      "unlettered\n2 invoice FA-2023-017 | Alpha (Alpha) | Facture FA-2023-017 | 2023-01-05"
      " EUR 12000\n" },
    { "no piece: the entry, with the year", SALE ("12", "0105", "Alpha", "-", "120", "-"),
      "unlettered\n2 invoice 2023-12 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000\n" },
    { "no piece: the entry, whose number has the year",
      SALE ("VE2023-0012", "0105", "Alpha", "-", "120", "-"),
      "unlettered\n2 invoice VE2023-0012 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000\n" },
    { "neither", SALE ("-", "0105", "Alpha", "-", "120", "-"), "unlettered\n2 no-number: -\n" },
    { "the journal and the month are no number",
      SALE ("1", "0105", "Alpha", "VE0123", "120", "-") SALE (
        "2", "0112", "Beta", "VE0123", "50", "-") SALE ("3", "0119", "Alpha", "VE0123", "70", "-"),
      "unlettered\n2 invoice 2023-1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000\n"
      "4 invoice 2023-2 | Beta (Beta) | Facture | 2023-01-12 EUR 5000\n"
      "6 invoice 2023-3 | Alpha (Alpha) | Facture | 2023-01-19 EUR 7000\n" },
    { "a number that begins again every month",
      SALE ("1", "0105", "Alpha", "sans", "120", "-")
        SALE ("1", "0205", "Alpha", "sans", "50", "-"),
      "unlettered\n2 invoice 2023-1 | Alpha (Alpha) | Facture | 2023-01-05 EUR 12000\n"
      "4 invoice 20230205-VE-1 | Alpha (Alpha) | Facture | 2023-02-05 EUR 5000\n" },
    { "one piece of several clients is an invoice of each",
      "VE 1 0105 411000 Alpha Z1 Ticket 12 0 -\nVE 1 0105 411000 Beta Z1 Ticket 24 0 -\n"
      "VE 1 0105 707000 - Z1 Ticket 0 36 -\n",
      "unlettered\n2 invoice Z1 | Alpha (Alpha) | Ticket | 2023-01-05 EUR 1200\n"
      "3 invoice Z1 | Beta (Beta) | Ticket | 2023-01-05 EUR 2400\n" },
    { "a year that opens by piece, and by balance",
      "AN 1 0101 411000 Alpha F2022-9 Facture 120 0 -\nAN 1 0101 411000 Alpha F2022-10 Facture 50 "
      "0 -\n"
      "AN 1 0101 411000 Beta AN Solde 70 0 -\nAN 1 0101 101000 - AN Capital 0 240 -\n",
      "unlettered\n2 invoice F2022-9 | Alpha (Alpha) | Facture | 2023-01-01 EUR 12000\n"
      "3 invoice F2022-10 | Alpha (Alpha) | Facture | 2023-01-01 EUR 5000\n"
      "4 invoice 2023-1 | Beta (Beta) | Solde | 2023-01-01 EUR 7000\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = expand (cases[i].lines);
      g_autofree char *found = describe_text (text);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* Lines as they are written, below the law's names. */
static void
test_lines (void)
{
#define START "VE|Ventes|1|20230105|411000|Clients|C1|Alpha|"
#define FIRST " | Alpha (C1) | "
  static const struct
  {
    const char *what;
    const char *lines;
    const char *expected;
  } cases[] = {
    { "a separator in the label", START "F1|20230105|Lot 1 | 2|120,00|0,00|||20240101||\n",
      "unlettered\n2 invoice F1" FIRST "Lot 1 | 2 | 2023-01-05 EUR 12000\n" },
    { "two, and one at the end", START "F1|20230105|a|b|c|120,00|0,00|||20240101|||\n",
      "unlettered\n2 invoice F1" FIRST "a|b|c | 2023-01-05 EUR 12000\n" },
    { "a separator in a name, nobody knows which",
      "VE|Ventes|1|20230105|411000|Clients|C1|Al|pha|F1|20230105|x|120,00|0,00|||20240101||\n",
      "unlettered\n2 columns: -\n" },
    { "a line that is broken in its label",
      START "F1|20230105|Lot\n1|120,00|0,00|||20240101||\n" START
            "F2|20230105|x|50,00|0,00|||20240101||\n",
      "unlettered\n2 invoice F1" FIRST "Lot 1 | 2023-01-05 EUR 12000\n"
      "4 invoice F2" FIRST "x | 2023-01-05 EUR 5000\n" },
    { "a line without its end", START "F1|20230105|x|120,00|0,00\n",
      "unlettered\n2 invoice F1" FIRST "x | 2023-01-05 EUR 12000\n" },
    { "a line that is cut short", START "F1|20230105|x|120,00\n", "unlettered\n2 columns: -\n" },
    { "no such amount", START "F1|20230105|x|12O,00|0,00|||20240101||\n",
      "unlettered\n2 amount: 12O,00\n" },
    { "more than a book holds", START "F1|20230105|x|9999999999999,00|0,00|||20240101||\n",
      "unlettered\n2 amount-range: -\n" },
    { "no such date", START "F1|20230231|x|120,00|0,00|||20240101||\n",
      "unlettered\n2 date: 20230231\n" },
    { "the piece has no date", START "F1||x|120,00|0,00|||20240101||\n",
      "unlettered\n2 invoice F1" FIRST "x | 2023-01-05 EUR 12000\n" },
    { "quotation marks", START "F1|20230105|\"Lot \"\"A\"\"\"|120,00|0,00|||20240101||\n",
      "unlettered\n2 invoice F1" FIRST "Lot \"A\" | 2023-01-05 EUR 12000\n" },
    { "a mark alone", START "F1|20230105|\"Lot|120,00|0,00|||20240101||\n",
      "unlettered\n2 invoice F1" FIRST "\"Lot | 2023-01-05 EUR 12000\n" },
    { "no column but nought",
      START "F1|20230105|x|120,00||||20240101||\n" START "F2|20230105|x|0,00|0,00|||20240101||\n",
      "unlettered\n2 invoice F1" FIRST "x | 2023-01-05 EUR 12000\n" },
    { "dollars",
      START "F1|20230105|x|100,00|0,00|A||20240101|110,00|USD\n"
            "BQ|Banque|2|20230201|411000|Clients|C1|Alpha|R1|20230201|x|0,00|40,00|A||20240101||\n"
            "BQ|Banque|3|20230301|411000|Clients|C1|Alpha|R2|20230301|x|0,00|60,00|A||20240101||\n",
      "lettered\n2 invoice F1" FIRST "x | 2023-01-05 USD 11000 + 4400 2023-02-01 Banque"
      " + 6600 2023-03-01 Banque\n" },
    { "euros by another name",
      START "F1|20230105|x|100,00|0,00|||20240101|100,00|EUR\n" START
            "F2|20230105|x|100,00|0,00|||20240101|0,00|USD\n",
      "unlettered\n2 invoice F1" FIRST "x | 2023-01-05 EUR 10000\n"
      "3 invoice F2" FIRST "x | 2023-01-05 EUR 10000\n" },
    { "a name that cannot be kept",
      "VE|Ventes|1|20230105|411000|Clients|C1|Al\x01pha|F1|20230105|x|120,00|0,00|||20240101||\n",
      "unlettered\n2 control: -\n" },
    { "nobody, beside somebody",
      START "F1|20230105|x|120,00|0,00|||20240101||\n"
            "VE|Ventes|2|20230105|411000|Clients|||F2|20230105|x|120,00|0,00|||20240101||\n",
      "unlettered\n2 invoice F1" FIRST "x | 2023-01-05 EUR 12000\n3 no-client: -\n" },
    { "the name is on another line",
      "VE|Ventes|1|20230105|411000|Clients|C1||F1|20230105|x|120,00|0,00|||20240101||\n" START
      "F2|20230106|x|50,00|0,00|||20240101||\n",
      "unlettered\n2 invoice F1" FIRST "x | 2023-01-05 EUR 12000\n"
      "3 invoice F2" FIRST "x | 2023-01-06 EUR 5000\n" },
    { "nothing below the names", "", "useless\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (fec_header, cases[i].lines, NULL);
      g_autofree char *found = describe_text (text);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
#undef FIRST
#undef START
}

static void
test_written (void)
{
  static const struct
  {
    const char *text;
    gint64 amount; /* -1: none */
  } amounts[] = {
    { "", 0 },
    { "1234,56", 123456 },
    { "1234.56", 123456 },
    { "+12", 1200 },
    { "-12,00", -1200 },
    { "12,5", 1250 },
    { "12,00-", -1200 },
    { "0000000074,70", 7470 },
    { " 12,00", 1200 },
    { "1 234,56", 123456 },
    { ",5", 50 },
    { "12,", 1200 },
    { "12.345", 1235 },
    { "12,344999", 1234 },
    { "0", 0 },
    { "1.234,56", 123456 },
    { "-", -1 },
    { "1\xC2\xA0"
      "234,56",
      123456 },
    { "1,234.56", 123456 },
    { "1.234.567", 123456700 },
    { "12,00 EUR", 1200 },
    { "12,00 €", 1200 },
    { "€ -12,00", -1200 },
    { "1\u202F234,56\u00A0€", 123456 },
    { "1'234.56", 123456 },
    { "1\u2019234,56", 123456 },
    { "(12,00)", -1200 },
    { "(12,00 €)", -1200 },
    { "\u221212,00", -1200 },
    { "(12,00", -1 },
    { "(-12,00)", -1 },
    { "12,00)", -1 },
    { "€", 0 },
    { "12,00 USD", -1 },
    { "1-2", -1 },
    { ".", -1 },
    { "99999999999999999999", -1 },
    { " - 000012,00", -1200 },
  };
  static const struct
  {
    const char *text;
    const char *date; /* "": nothing is said; NULL: no date */
  } dates[] = {
    { "20230105", "2023-01-05" },
    { "2023-01-05", "2023-01-05" },
    { "2023/01/05", "2023-01-05" },
    { "05/01/2023", "2023-01-05" },
    { "05012023", "2023-01-05" },
    { "05/01/23", "2023-01-05" },
    { "5/01/23", NULL },
    { "31/02/23", NULL },
    { "05-01-2023", "2023-01-05" },
    { "20230105 10:25:37", "2023-01-05" },
    { "2023-01-05T00:00:00", "2023-01-05" },
    { "", "" },
    { "00000000", "" },
    { "20230231", NULL },
    { "2023", NULL },
    { "x", NULL },
    { "202301051", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      gint64 amount;
      gboolean read = relance_fec_amount_read (amounts[i].text, 2, &amount);

      g_test_message ("“%s”", amounts[i].text);
      g_assert_cmpint (read ? amount : -1, ==, amounts[i].amount);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      RelanceDate date;
      gboolean read = relance_fec_date_read (dates[i].text, &date);
      g_autofree char *iso = date != RELANCE_DATE_NONE ? relance_date_to_iso (date) : g_strdup ("");

      g_test_message ("“%s”", dates[i].text);
      g_assert_cmpint (read, ==, dates[i].date != NULL);
      g_assert_cmpstr (iso, ==, dates[i].date != NULL ? dates[i].date : "");
    }
}

#define LINE(account, side)                                                                        \
  "VE|Ventes|1|20230105|" account "|Compte|C1|Alpha|F1|20230105|Facture|" side "||20240101||"

static void
test_beginning (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    const char *expected; /* NULL: it is no accounting export */
  } cases[] = {
    { "no line names the columns",
      LINE ("411000", "120,00|0,00|") "\n" LINE ("706000", "0,00|120,00|") "\n",
      "unlettered\n1 invoice F1 | Alpha (C1) | Facture | 2023-01-05 EUR 12000\n" },
    { "nor those of amount and side",
      LINE ("411000", "120,00|D|") "\n" LINE ("706000", "120,00|C|") "\n",
      "unlettered\n1 invoice F1 | Alpha (C1) | Facture | 2023-01-05 EUR 12000\n" },
    { "nor those of the cash basis",
      LINE ("411000", "120,00|0,00|") "|CB||x\n" LINE ("706000", "0,00|120,00|") "|CB||\n",
      "unlettered\n1 invoice F1 | Alpha (C1) | Facture | 2023-01-05 EUR 12000\n" },
    { "a separator ends the lines",
      LINE ("411000", "120,00|0,00|") "|\n" LINE ("706000", "0,00|120,00|") "|\n",
      "unlettered\n1 invoice F1 | Alpha (C1) | Facture | 2023-01-05 EUR 12000\n" },
    { "titles come first",
      "Studio Alpha\nExercice 2023\n\nJournalCode|EcritureDate|CompteNum|CompAuxNum|CompAuxLib|"
      "PieceRef|EcritureLib|Debit|Credit\nVE|20230105|411000|C1|Alpha|F1|Facture|120,00|0,00\n"
      "VE|20230105|706000|||F1|Facture|0,00|120,00\n",
      "unlettered\n5 invoice F1 | Alpha (C1) | Facture | 2023-01-05 EUR 12000\n" },
    { "an account is a number", LINE ("Alpha", "120,00|0,00|") "\n", NULL },
    { "an amount is one", LINE ("411000", "x|0,00|") "\n", NULL },
    { "a column is missing",
      "VE|Ventes|1|20230105|411000|Compte|C1|Alpha|F1|20230105|Facture|120,00|0,00|||20240101|\n",
      NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autofree char *found = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (relance_fec_is_fec (bytes), ==, cases[i].expected != NULL);
      if (cases[i].expected == NULL)
        continue;
      found = describe_bytes (bytes);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_recognise (void)
{
  static const struct
  {
    const char *text;
    gboolean fec;
  } cases[] = {
    { "JournalCode\tCompteNum\tEcritureDate\tDebit\tCredit\n", TRUE },
    { "journal_code;COMPTE NUM;\"ÉcritureDate\";Débit;Crédit", TRUE },
    { "\nJournalCode|CompteNum|PieceDate|Montant|Sens|\r\n", TRUE },
    { "sep=;\nJournalCode;CompteNum;PieceDate;Montant;Sens", TRUE },
    { "JournalCode,CompteNum,PieceDate,Montant,Sens", TRUE },
    { "JournalCode|CompteNum|PieceDate|Montant\n", FALSE },
    { "Date;Libellé;Débit;Crédit\n", FALSE },
    { "Number,Client,Total\nJournalCode|CompteNum|EcritureDate|Debit|Credit\n", TRUE },
    { "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\nJournalCode|CompteNum|EcritureDate|Debit|Credit\n",
      FALSE },
    { "", FALSE },
    { "%PDF-1.7", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (relance_fec_is_fec (bytes), ==, cases[i].fec);
    }
}

static void
test_refuse (void)
{
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) other = g_bytes_new_static ("Number;Client\n", 14);
  g_autoptr (GBytes) binary = g_bytes_new_static ("Jo\0urnal", 8);
  g_autoptr (GError) error = NULL;

  g_assert_null (relance_fec_read (empty, NULL, &error));
  g_assert_error (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (relance_fec_read (other, NULL, &error));
  g_assert_error (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_NO_HEADER);
  g_clear_error (&error);
  g_assert_null (relance_fec_read (binary, NULL, &error));
  g_assert_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_ENCODING);
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) bytes = load ("lettered.txt");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (relance_fec_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What was counted by reading the files with other means. */
static void
test_corpus (void)
{
  static const struct
  {
    const char *name;
    RelanceLedgerCase ledger_case;
    guint invoices;
    gint64 invoiced;
    guint credit_notes;
    gint64 credited;
    guint clients;
    guint settled;
    guint open;
    gint64 paid;
  } files[] = {
    /* 30 lines on debit without letters; two of their invoices have payments without letters,
     * one in the same amount and one with a cent written off */
    { "111111111FEC20221231.TXT", RELANCE_LEDGER_LETTERED, 93, 5363876, 3, 26974, 34, 93 - 28, 28,
      3846850 - 2 + 37194 + 5605 },
  };
  const char *corpus = g_getenv ("RELANCE_CORPUS");

  if (corpus == NULL)
    {
      g_test_skip ("RELANCE_CORPUS is not set");
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (corpus, "fec-reader", files[i].name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GHashTable) clients = g_hash_table_new (NULL, NULL);
      g_autoptr (GHashTable) credited = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (RelanceImportTable) table = NULL;
      g_autoptr (GBytes) bytes = NULL;
      guint n[2] = { 0 }, settled = 0;
      gint64 sums[2] = { 0 }, paid = 0;
      char *data;
      gsize size;

      g_file_get_contents (path, &data, &size, &error);
      g_assert_no_error (error);
      bytes = g_bytes_new_take (data, size);
      g_assert_true (relance_fec_is_fec (bytes));
      table = relance_fec_read (bytes, NULL, &error);
      g_assert_no_error (error);

      for (guint j = 0; j < table->rows->len; j++)
        {
          const RelanceImportRow *row = &g_array_index (table->rows, RelanceImportRow, j);

          g_assert_null (row->reason);
          n[row->kind]++;
          sums[row->kind] += row->total;
          paid += row->paid;
          g_hash_table_add (clients, (char *) row->client_key);
          if (row->kind == RELANCE_ROW_CREDIT_NOTE && row->reference != NULL)
            g_hash_table_add (credited, (char *) row->reference);
        }
      for (guint j = 0; j < table->rows->len; j++)
        {
          const RelanceImportRow *row = &g_array_index (table->rows, RelanceImportRow, j);

          settled += row->kind == RELANCE_ROW_INVOICE &&
                     (row->paid == row->total || g_hash_table_contains (credited, row->number));
        }

      g_test_message ("%s", files[i].name);
      g_assert_cmpint (table->ledger_case, ==, files[i].ledger_case);
      g_assert_cmpuint (n[RELANCE_ROW_INVOICE], ==, files[i].invoices);
      g_assert_cmpint (sums[RELANCE_ROW_INVOICE], ==, files[i].invoiced);
      g_assert_cmpuint (n[RELANCE_ROW_CREDIT_NOTE], ==, files[i].credit_notes);
      g_assert_cmpint (sums[RELANCE_ROW_CREDIT_NOTE], ==, files[i].credited);
      g_assert_cmpuint (g_hash_table_size (clients), ==, files[i].clients);
      g_assert_cmpuint (settled, ==, files[i].settled);
      g_assert_cmpuint (n[RELANCE_ROW_INVOICE] - settled, ==, files[i].open);
      g_assert_cmpint (paid, ==, files[i].paid);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fec/fixtures", test_fixtures);
  g_test_add_func ("/fec/ebcdic", test_ebcdic);
  g_test_add_func ("/fec/entries", test_entries);
  g_test_add_func ("/fec/dated-letters", test_dated_letters);
  g_test_add_func ("/fec/numbers", test_numbers);
  g_test_add_func ("/fec/lines", test_lines);
  g_test_add_func ("/fec/written", test_written);
  g_test_add_func ("/fec/recognise", test_recognise);
  g_test_add_func ("/fec/beginning", test_beginning);
  g_test_add_func ("/fec/refuse", test_refuse);
  g_test_add_func ("/fec/cancel", test_cancel);
  g_test_add_func ("/fec/corpus", test_corpus);

  return g_test_run ();
}
