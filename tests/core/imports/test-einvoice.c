/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "einvoice-fixture.h"
#include "relance-import-error.h"
#include "relance-text.h"

#include <string.h>

/* One change to a fixture; the text must be in it. */
typedef struct
{
  const char *from;
  const char *to;
} Edit;

typedef struct
{
  const char *fixture;
  Edit edits[4];
  const char *expected;
} Case;

static char *
load (const char *name)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "tests/fixtures/einvoice", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static GBytes *
edit (const char *fixture, const Edit *edits, gsize n_edits)
{
  g_autoptr (GString) text = g_string_new_take (load (fixture));

  for (gsize i = 0; i < n_edits && edits[i].from != NULL; i++)
    g_assert_cmpuint (g_string_replace (text, edits[i].from, edits[i].to, 0), >, 0);

  return g_bytes_new (text->str, text->len);
}

static RelanceImportTable *
read_table (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  RelanceImportTable *table = relance_einvoice_read (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (table->rows->len, ==, 1);

  return table;
}

static const RelanceImportRow *
get_row (RelanceImportTable *table)
{
  return &g_array_index (table->rows, RelanceImportRow, 0);
}

static void
check (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (GBytes) bytes = edit (cases[i].fixture, cases[i].edits, 4);
      g_autoptr (RelanceImportTable) table = read_table (bytes);
      g_autofree char *row = describe_row (get_row (table));

      g_test_message ("%s: %s", cases[i].fixture, cases[i].expected);
      g_assert_cmpstr (row, ==, cases[i].expected);
    }
}

static void
check_refused (GBytes *bytes, RelanceImportError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceImportTable) table = relance_einvoice_read (bytes, NULL, &error);

  g_assert_null (table);
  g_assert_error (error, RELANCE_IMPORT_ERROR, (int) code);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_variants (void)
{
  static const Case cases[] = {
    { "cii.xml",
      { { NULL, NULL } },
      "invoice 380 F-2026-001 2026-01-15 2026-02-28 said EUR 1200.00 paid 200.00 prepaid 200.00" },
    { "cii-minimum.xml",
      { { NULL, NULL } },
      "invoice 751 M-1 2026-01-31 - unknown EUR 671.15 paid 201.00 prepaid 0.00" },
    { "zugferd-1.xml",
      { { NULL, NULL } },
      "invoice 380 Z-1 2014-03-05 2014-04-04 terms EUR 235.62 paid 0.00 prepaid 0.00" },
    { "ubl-invoice.xml",
      { { NULL, NULL } },
      "invoice 380 U-1 2026-01-15 2026-02-14 said EUR 1200.00 paid 200.00 prepaid 200.00" },
    { "ubl-credit-note.xml",
      { { NULL, NULL } },
      "credit-note 381 A-1 2026-03-01 2026-03-31 said EUR 120.00 paid 0.00 prepaid 0.00" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_kinds (void)
{
  static const Case cases[] = {
    { "cii.xml",
      { { ">380<", ">381<" } },
      "credit-note 381 F-2026-001 2026-01-15 2026-02-28 said EUR 1200.00 paid 200.00 prepaid "
      "200.00" },
    { "cii.xml",
      { { ">380<", ">384<" } },
      "correction 384 F-2026-001 2026-01-15 2026-02-28 said EUR 1200.00 paid 200.00 prepaid "
      "200.00" },
    { "cii.xml",
      { { ">380<", ">389<" } },
      "invoice 389 F-2026-001 2026-01-15 2026-02-28 said EUR 1200.00 paid 200.00 prepaid 200.00" },
    { "cii.xml",
      { { ">380<", ">386<" } },
      "invoice 386 F-2026-001 2026-01-15 2026-02-28 said EUR 1200.00 paid 200.00 prepaid 200.00" },
    { "cii.xml",
      { { ">380<", "><" } },
      "invoice 0 F-2026-001 2026-01-15 2026-02-28 said EUR 1200.00 paid 200.00 prepaid 200.00" },
    /* Below zero: money goes back, whatever the type says. */
    { "cii-minimum.xml",
      { { ">751<", ">380<" }, { ">671.15<", ">-671.15<" }, { ">470.15<", ">-671.15<" } },
      "credit-note 380 M-1 2026-01-31 - unknown EUR 671.15 paid 0.00 prepaid 0.00" },
    { "cii-minimum.xml",
      { { ">751<", ">384<" }, { ">671.15<", ">-671.15<" }, { ">470.15<", ">-671.15<" } },
      "credit-note 384 M-1 2026-01-31 - unknown EUR 671.15 paid 0.00 prepaid 0.00" },
    { "cii-minimum.xml",
      { { ">751<", ">381<" }, { ">671.15<", ">-671.15<" }, { ">470.15<", ">-671.15<" } },
      "credit-note 381 M-1 2026-01-31 - unknown EUR 671.15 paid 0.00 prepaid 0.00" },
    { "ubl-credit-note.xml",
      { { "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>", "" } },
      "credit-note 0 A-1 2026-03-01 2026-03-31 said EUR 120.00 paid 0.00 prepaid 0.00" },
    { "ubl-credit-note.xml",
      { { "\"EUR\">120.00</cbc:Pay", "\"EUR\">-120.00</cbc:Pay" } },
      "credit-note 381 A-1 2026-03-01 2026-03-31 said EUR 120.00 paid 0.00 prepaid 0.00" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_amounts (void)
{
  static const Case cases[] = {
    /* signs, blanks, exponents, too many decimals */
    { "cii-minimum.xml",
      { { ">671.15<", "> +671.150000 <" }, { ">470.15<", ">4.70155E2<" } },
      "invoice 751 M-1 2026-01-31 - unknown EUR 671.15 paid 200.99 prepaid 0.00" },
    { "cii-minimum.xml",
      { { ">671.15<", ">671.145<" }, { ">470.15<", ">0671.1449999<" } },
      "invoice 751 M-1 2026-01-31 - unknown EUR 671.15 paid 0.01 prepaid 0.00" },
    { "cii-minimum.xml",
      { { ">671.15<", ">.5<" }, { ">470.15<", ">0<" } },
      "invoice 751 M-1 2026-01-31 - unknown EUR 0.50 paid 0.50 prepaid 0.00" },
    { "cii-minimum.xml",
      { { ">EUR<", ">jpy<" }, { ">671.15<", ">671<" }, { ">470.15<", ">470.5<" } },
      "invoice 751 M-1 2026-01-31 - unknown JPY 671 paid 200 prepaid 0" },
    { "cii-minimum.xml",
      { { ">EUR<", ">TND<" }, { ">671.15<", ">671.1255<" }, { ">470.15<", ">671.126<" } },
      "invoice 751 M-1 2026-01-31 - unknown TND 671.126 paid 0.000 prepaid 0.000" },
    { "cii-minimum.xml",
      { { ">671.15<", ">999999999999.99<" }, { ">470.15<", ">999999999999.99<" } },
      "invoice 751 M-1 2026-01-31 - unknown EUR 999999999999.99 paid 0.00 prepaid 0.00" },
    /* the untidy cent, and more due than the total says */
    { "cii.xml",
      { { "<DuePayableAmount>1000.00<",
          "<RoundingAmount>0.02</RoundingAmount><DuePayableAmount>1000.02<" } },
      "invoice 380 F-2026-001 2026-01-15 2026-02-28 said EUR 1200.02 paid 200.00 prepaid 200.00" },
    { "cii.xml",
      { { "<DuePayableAmount>1000.00<", "<DuePayableAmount>1250.00<" } },
      "invoice 380 F-2026-001 2026-01-15 2026-02-28 said EUR 1450.00 paid 200.00 prepaid 200.00" },
    /* more was paid than was due */
    { "cii.xml",
      { { ">200.00</TotalPrepaidAmount>", ">1300.00</TotalPrepaidAmount>" },
        { "<DuePayableAmount>1000.00<", "<DuePayableAmount>-100.00<" } },
      "invoice 380 F-2026-001 2026-01-15 2026-02-28 said EUR 1200.00 paid 1300.00 prepaid "
      "1300.00" },
    /* fall-backs */
    { "cii.xml",
      { { "<DuePayableAmount>1000.00</DuePayableAmount>", "" } },
      "invoice 380 F-2026-001 2026-01-15 2026-02-28 said EUR 1200.00 paid 200.00 prepaid 200.00" },
    { "cii.xml",
      { { "<GrandTotalAmount>1200.00</GrandTotalAmount>", "" } },
      "invoice 380 F-2026-001 2026-01-15 2026-02-28 said EUR 1200.00 paid 200.00 prepaid 200.00" },
    { "cii.xml",
      { { "<GrandTotalAmount>1200.00</GrandTotalAmount>", "" },
        { "<DuePayableAmount>1000.00</DuePayableAmount>", "" } },
      "invoice 380 F-2026-001 2026-01-15 2026-02-28 said EUR 1200.00 paid 200.00 prepaid 200.00" },
    /* the total in two currencies */
    { "cii.xml",
      { { "<GrandTotalAmount>",
          "<GrandTotalAmount currencyID=\"GBP\">1020.00</GrandTotalAmount><GrandTotalAmount "
          "currencyID=\"EUR\">" } },
      "invoice 380 F-2026-001 2026-01-15 2026-02-28 said EUR 1200.00 paid 200.00 prepaid 200.00" },
    { "ubl-invoice.xml",
      { { "<b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>", "" } },
      "invoice 380 U-1 2026-01-15 2026-02-14 said EUR 1200.00 paid 200.00 prepaid 200.00" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

#define CII_DUE                                                                                    \
  "<DueDateDateTime><d:DateTimeString "                                                            \
  "format=\"102\">20260228</d:DateTimeString></DueDateDateTime>"
#define CII_TERMS "<Description>30 jours net</Description>"
#define CII_ISSUED "<d:DateTimeString format=\"102\">20260115</d:DateTimeString>"
#define CII_PAID " EUR 1200.00 paid 200.00 prepaid 200.00"

/* What the document says stays as it says it: with its sign, before the untidy cent. */
static void
test_stated (void)
{
  static const struct
  {
    Edit edits[4];
    gint64 total;
    gint64 due;
  } cases[] = {
    { { { NULL } }, 120000, 100000 },
    { { { "<DuePayableAmount>1000.00<",
          "<RoundingAmount>0.02</RoundingAmount><DuePayableAmount>1000.02<" } },
      120000,
      100002 },
    { { { "<GrandTotalAmount>1200.00<", "<GrandTotalAmount>-1200.00<" },
        { ">200.00</TotalPrepaidAmount>", ">0</TotalPrepaidAmount>" },
        { "<DuePayableAmount>1000.00<", "<DuePayableAmount>-1200.00<" } },
      -120000,
      -120000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = edit ("cii.xml", cases[i].edits, 4);
      g_autoptr (RelanceImportTable) table = read_table (bytes);

      g_assert_cmpint (get_row (table)->stated_total, ==, cases[i].total);
      g_assert_cmpint (get_row (table)->stated_due, ==, cases[i].due);
    }
}

static void
test_dates (void)
{
  static const Case cases[] = {
    { "cii.xml",
      { { CII_DUE, "" } },
      "invoice 380 F-2026-001 2026-01-15 2026-02-14 terms" CII_PAID },
    { "cii.xml",
      { { CII_DUE, "" },
        { CII_TERMS, "<Description>#SKONTO#TAGE=14#PROZENT=2.00#</Description>" } },
      "invoice 380 F-2026-001 2026-01-15 - unknown" CII_PAID },
    { "cii.xml",
      { { "\"102\">20260228</d:DateTimeString>", "\"610\">202602</d:DateTimeString>" } },
      "invoice 380 F-2026-001 2026-01-15 2026-02-28 said" CII_PAID },
    { "cii.xml",
      { { "\"102\">20260228</d:DateTimeString>", "\"616\">202609</d:DateTimeString>" } },
      "invoice 380 F-2026-001 2026-01-15 2026-03-01 said" CII_PAID },
    { "cii.xml",
      { { "<d:DateTimeString format=\"102\">20260228</d:DateTimeString>",
          "<q:DateTimeString format=\"102\">20260301</q:DateTimeString>" } },
      "invoice 380 F-2026-001 2026-01-15 2026-03-01 said" CII_PAID },
    { "cii.xml",
      { { "<d:DateTimeString format=\"102\">20260228</d:DateTimeString>",
          "<d:DateTime>2026-03-02T00:00:00+01:00</d:DateTime>" } },
      "invoice 380 F-2026-001 2026-01-15 2026-03-02 said" CII_PAID },
    { "cii.xml",
      { { "\"102\">20260228</d:DateTimeString>", "\"102\">20260230</d:DateTimeString>" } },
      "invoice 380 F-2026-001 2026-01-15 2026-02-14 terms" CII_PAID },
    { "cii.xml",
      { { CII_ISSUED, "<d:DateTimeString>2026-01-16</d:DateTimeString>" } },
      "invoice 380 F-2026-001 2026-01-16 2026-02-28 said" CII_PAID },
    { "cii.xml",
      { { CII_ISSUED, "" } },
      "invoice 380 F-2026-001 2026-02-28 2026-02-28 said" CII_PAID },
    /* a discount's date and the net one, in either order */
    { "cii.xml",
      { { "<SpecifiedTradePaymentTerms>",
          "<SpecifiedTradePaymentTerms><Description>2 % Skonto</Description><DueDateDateTime>"
          "<d:DateTimeString format=\"102\">20260125</d:DateTimeString></DueDateDateTime>"
          "</SpecifiedTradePaymentTerms><SpecifiedTradePaymentTerms>" } },
      "invoice 380 F-2026-001 2026-01-15 2026-02-28 said" CII_PAID },
    { "ubl-invoice.xml",
      { { "<b:DueDate>2026-02-14</b:DueDate>", "" }, { "30 days net", "Net 45" } },
      "invoice 380 U-1 2026-01-15 2026-03-01 terms" CII_PAID },
    { "ubl-invoice.xml",
      { { "<b:DueDate>2026-02-14</b:DueDate>", "" }, { "30 days net", "Thank you" } },
      "invoice 380 U-1 2026-01-15 - unknown" CII_PAID },
  };

  check (cases, G_N_ELEMENTS (cases));
}

#define PART(day, amount)                                                                          \
  "<SpecifiedTradePaymentTerms><DueDateDateTime><d:DateTimeString format=\"102\">" day             \
  "</d:DateTimeString></DueDateDateTime><PartialPaymentAmount>" amount                             \
  "</PartialPaymentAmount></SpecifiedTradePaymentTerms>"

static void
check_instalments (GBytes *bytes, const char *expected)
{
  g_autoptr (RelanceImportTable) table = read_table (bytes);
  const RelanceImportRow *row = get_row (table);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < row->n_instalments; i++)
    {
      g_autofree char *due = relance_date_to_iso (row->instalments[i].due);

      g_string_append_printf (found, "%s %" G_GINT64_FORMAT ";", due, row->instalments[i].amount);
    }
  g_assert_cmpstr (found->str, ==, expected);
  if (row->n_instalments > 0)
    g_assert_cmpint (row->due, ==, row->instalments[0].due);
}

static void
test_instalments (void)
{
  static const struct
  {
    const char *fixture;
    Edit edits[2];
    const char *expected;
  } cases[] = {
    { "cii.xml",
      { { "<SpecifiedTradePaymentTerms>\n",
          PART ("20260430", "600.00") PART ("20260331", "600.00") "<Other>\n" },
        { "</SpecifiedTradePaymentTerms>\n", "</Other>\n" } },
      "2026-03-31 60000;2026-04-30 60000;" },
    /* the terms are about the balance: what was paid before goes to the first */
    { "cii.xml",
      { { "<SpecifiedTradePaymentTerms>\n",
          PART ("20260331", "400.00") PART ("20260430", "600.00") "<Other>\n" },
        { "</SpecifiedTradePaymentTerms>\n", "</Other>\n" } },
      "2026-03-31 60000;2026-04-30 60000;" },
    /* parts that do not add up are no plan */
    { "cii.xml",
      { { "<SpecifiedTradePaymentTerms>\n",
          PART ("20260331", "400.00") PART ("20260430", "100.00") "<Other>\n" },
        { "</SpecifiedTradePaymentTerms>\n", "</Other>\n" } },
      "" },
    { "ubl-invoice.xml",
      { { "<a:PaymentTerms><b:Note>30 days net</b:Note></a:PaymentTerms>",
          "<a:PaymentTerms><b:PaymentPercent>33.33</b:PaymentPercent><b:InstallmentDueDate>"
          "2026-02-14</b:InstallmentDueDate></a:PaymentTerms><a:PaymentTerms><b:PaymentPercent>"
          "66.67</b:PaymentPercent><b:InstallmentDueDate>2026-03-14</b:InstallmentDueDate>"
          "</a:PaymentTerms>" } },
      "2026-02-14 39996;2026-03-14 80004;" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = edit (cases[i].fixture, cases[i].edits, 2);

      check_instalments (bytes, cases[i].expected);
    }
}

static void
check_buyer (const char *fixture)
{
  g_autoptr (GBytes) bytes = edit (fixture, NULL, 0);
  g_autoptr (RelanceImportTable) table = read_table (bytes);
  const RelanceImportRow *row = get_row (table);

  g_assert_cmpstr (row->client, ==, "Sample Buyer");
  g_assert_cmpstr (row->client_key, ==, "sample buyer");
  g_assert_cmpstr (row->label, ==, "Ten days of carpentry");
  g_assert_cmpstr (row->iban, ==, "FR1420041010050500013M02606");
  g_assert_cmpint (row->line, ==, 1);
  g_assert_cmpstr (row->buyer->code, ==, "C-042");
  g_assert_cmpstr (row->buyer->street, ==, "1 Sample Street, Second floor");
  g_assert_cmpstr (row->buyer->postcode, ==, "75000");
  g_assert_cmpstr (row->buyer->city, ==, "Sampleville");
  g_assert_cmpstr (row->buyer->country, ==, "FR");
  g_assert_cmpstr (row->buyer->siren, ==, "732829320");
  g_assert_cmpstr (row->buyer->vat, ==, "FR44732829320");
  g_assert_cmpstr (row->buyer->contact, ==, "Ada Sample");
  g_assert_cmpstr (row->buyer->phone, ==, "+33 1 99 00 00 00");
  g_assert_cmpstr (row->buyer->order, ==, "PO-9");
}

static void
test_buyer (void)
{
  check_buyer ("cii.xml");
  check_buyer ("ubl-invoice.xml");
}

/* A person who is no company is called by both names. */
static void
test_person (void)
{
  static const struct
  {
    Edit edits[4];
    const char *client;
  } cases[] = {
    { { { "<b:RegistrationName>Sample Buyer</b:RegistrationName>", "" },
        { "<b:Name>The Sample Shop</b:Name>", "" },
        { "<b:Name>Ada Sample</b:Name>", "" },
        { "<a:Contact>", "<a:Person><b:FirstName>Ada</b:FirstName><b:FamilyName>Sample"
                         "</b:FamilyName></a:Person><a:Contact>" } },
      "Ada Sample" },
    { { { "<b:RegistrationName>Sample Buyer</b:RegistrationName>", "" },
        { "<b:Name>The Sample Shop</b:Name>", "" },
        { "<b:Name>Ada Sample</b:Name>", "" },
        { "<a:Contact>", "<a:Person><b:FamilyName>Sample</b:FamilyName></a:Person><a:Contact>" } },
      "Sample" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes)
        bytes = edit ("ubl-invoice.xml", cases[i].edits, G_N_ELEMENTS (cases[i].edits));
      g_autoptr (RelanceImportTable) table = read_table (bytes);

      g_assert_cmpstr (g_array_index (table->rows, RelanceImportRow, 0).client, ==,
                       cases[i].client);
    }
}

static void
test_emails (void)
{
  static const struct
  {
    const char *fixture;
    Edit edits[2];
    const char *email;
    const char *refused;
  } cases[] = {
    { "cii.xml", { { NULL, NULL } }, "pay@example.org", NULL },
    { "cii.xml", { { "pay@example.org", "FR:44" } }, "ada@example.org", NULL },
    { "cii.xml", { { "pay@example.org", "mailto:pay@example.org" } }, "pay@example.org", NULL },
    { "cii.xml",
      { { "pay@example.org", "732829320" }, { "ada@example.org", "a@example.org, b@example.org" } },
      NULL,
      "a@example.org, b@example.org" },
    { "ubl-invoice.xml", { { NULL, NULL } }, "ada@example.org", NULL },
    { "ubl-invoice.xml",
      { { "<b:EndpointID schemeID=\"0225\">732829320_INVOICES",
          "<b:EndpointID schemeID=\"EM\">pay@example.org" } },
      "pay@example.org",
      NULL },
    { "zugferd-1.xml", { { NULL, NULL } }, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = edit (cases[i].fixture, cases[i].edits, 2);
      g_autoptr (RelanceImportTable) table = read_table (bytes);

      g_assert_cmpstr (get_row (table)->email, ==, cases[i].email);
      g_assert_cmpstr (get_row (table)->refused_email, ==, cases[i].refused);
    }
}

static void
test_details (void)
{
  const Edit edits[] = {
    { "Ten days of carpentry", "\n  Ten\tdays   of\n  carpentry\xE2\x80\x8F " },
    { "<Name>Sample Buyer</Name>", "<Name> </Name>" },
    { "fr14 2004 1010 0505 0001 3m02 606", "FR1420041010050500013M02607" },
  };
  g_autoptr (GBytes) bytes = edit ("cii.xml", edits, G_N_ELEMENTS (edits));
  g_autoptr (RelanceImportTable) table = read_table (bytes);
  const RelanceImportRow *row = get_row (table);

  g_assert_cmpstr (table->format, ==, "cii");
  g_assert_cmpstr (row->label, ==, "Ten days of carpentry");
  g_assert_cmpstr (row->client, ==, "The Sample Shop");
  g_assert_null (row->iban);
  g_assert_cmpint (row->means, ==, 58);
  g_assert_cmpstr (row->reference, ==, "F-2025-099");
}

/* When what was paid before was received: the last of several advances. */
static void
test_paid_on (void)
{
  static const struct
  {
    const char *fixture;
    Edit edits[1];
  } cases[] = {
    { "cii.xml",
      { { "<InvoiceReferencedDocument>",
          "<SpecifiedAdvancePayment><PaidAmount>50</PaidAmount><FormattedReceivedDateTime>"
          "<q:DateTimeString format=\"102\">20260105</q:DateTimeString></FormattedReceivedDateTime>"
          "</SpecifiedAdvancePayment><SpecifiedAdvancePayment><PaidAmount>150</PaidAmount>"
          "<FormattedReceivedDateTime><q:DateTimeString format=\"102\">20260110</q:DateTimeString>"
          "</FormattedReceivedDateTime></SpecifiedAdvancePayment><InvoiceReferencedDocument>" } } },
    { "ubl-invoice.xml",
      { { "<a:TaxTotal>",
          "<a:PrepaidPayment><b:PaidAmount currencyID=\"EUR\">200</b:PaidAmount>"
          "<b:ReceivedDate>2026-01-10</b:ReceivedDate></a:PrepaidPayment><a:TaxTotal>" } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = edit (cases[i].fixture, cases[i].edits, 1);
      g_autoptr (RelanceImportTable) table = read_table (bytes);

      g_assert_cmpint (get_row (table)->paid_on, ==, relance_date_new (2026, 1, 10));
    }
}

static void
test_ubl_forms (void)
{
  const Edit edits[] = {
    { "<b:StreetName>1 Sample Street",
      "<b:BuildingNumber>1</b:BuildingNumber><b:StreetName>Sample Street" },
    { "<b:ElectronicMail>ada@example.org</b:ElectronicMail>", "" },
    { "</a:AccountingCustomerParty>",
      "<a:AccountingContact><b:ElectronicMail>accounts@example.org</b:ElectronicMail>"
      "</a:AccountingContact></a:AccountingCustomerParty>" },
  };
  g_autoptr (GBytes) bytes = edit ("ubl-invoice.xml", edits, G_N_ELEMENTS (edits));
  g_autoptr (RelanceImportTable) table = read_table (bytes);

  g_assert_cmpstr (get_row (table)->email, ==, "accounts@example.org");
  g_assert_cmpstr (get_row (table)->buyer->street, ==, "Sample Street 1, Second floor");
}

static void
test_long_label (void)
{
  g_autofree char *name = g_strnfill (4000, 'x');
  const Edit edits[] = { { "Ten days of carpentry", name } };
  g_autoptr (GBytes) bytes = edit ("cii.xml", edits, 1);
  g_autoptr (RelanceImportTable) table = read_table (bytes);

  g_assert_cmpuint (g_utf8_strlen (get_row (table)->label, -1), ==, 121);
  g_assert_true (g_str_has_suffix (get_row (table)->label, "…"));
}

/* An element of another namespace says nothing, even with the same name. */
static void
test_foreign_elements (void)
{
  const Edit edits[] = {
    { "<ID> F-2026-001 </ID>",
      "<ID xmlns=\"urn:example\">WRONG</ID><ID xmlns=\"\">WRONG</ID><ID>F-2</ID>" },
  };
  g_autoptr (GBytes) bytes = edit ("cii.xml", edits, 1);
  g_autoptr (RelanceImportTable) table = read_table (bytes);

  g_assert_cmpstr (get_row (table)->number, ==, "F-2");
}

static void
test_envelope (void)
{
  const Edit edits[] = {
    { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<s:StandardBusinessDocument xmlns:s=\"http://www.unece.org/cefact/namespaces/"
      "StandardBusinessDocumentHeader\"><s:StandardBusinessDocumentHeader/>" },
    { "</Invoice>", "</Invoice></s:StandardBusinessDocument>" },
  };
  g_autoptr (GBytes) bytes = edit ("ubl-invoice.xml", edits, 2);
  g_autoptr (RelanceImportTable) table = read_table (bytes);

  g_assert_cmpstr (get_row (table)->number, ==, "U-1");
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *declared;
    const char *charset;
    const char *mark;
    gsize mark_length;
  } cases[] = {
    { "UTF-8", "UTF-8", "\xEF\xBB\xBF", 3 },
    { "UTF-16", "UTF-16LE", "\xFF\xFE", 2 },
    { "UTF-16", "UTF-16BE", "\xFE\xFF", 2 },
    { "UTF-16", "UTF-16LE", "", 0 },
    { "UTF-16", "UTF-16BE", "", 0 },
    { "ISO-8859-1", "ISO-8859-1", "", 0 },
    { "windows-1252", "WINDOWS-1252", "", 0 },
    { "UTF-16", "UTF-8", "", 0 }, /* mislabelled, and clear */
    { "UTF-8", "UTF-8", "\r\n ", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Edit edits[] = { { "encoding=\"UTF-8\"", NULL }, { "Sample Buyer", "Élodie Sample" } };
      Edit own[2] = { edits[0], edits[1] };
      g_autofree char *declaration = g_strdup_printf ("encoding='%s'", cases[i].declared);
      g_autoptr (GBytes) utf8 = NULL;
      g_autoptr (GByteArray) file = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (RelanceImportTable) table = NULL;
      g_autofree char *converted = NULL;
      gsize size = 0;

      own[0].to = declaration;
      utf8 = edit ("ubl-invoice.xml", own, 2);
      converted = g_convert (g_bytes_get_data (utf8, NULL), g_bytes_get_size (utf8),
                             cases[i].charset, "UTF-8", NULL, &size, NULL);
      g_byte_array_append (file, (const guint8 *) cases[i].mark, cases[i].mark_length);
      g_byte_array_append (file, (const guint8 *) converted, size);
      bytes = g_bytes_new (file->data, file->len);

      g_assert_true (relance_einvoice_is_xml (bytes));
      table = read_table (bytes);
      g_assert_cmpstr (get_row (table)->client, ==, "Élodie Sample");
    }
}

static void
test_is_xml (void)
{
  static const struct
  {
    const char *text;
    gssize size;
    gboolean expected;
  } cases[] = {
    { "<?xml version='1.0'?>", -1, TRUE },
    { "\n <Invoice/>", -1, TRUE },
    { "<!DOCTYPE x>", -1, TRUE },
    { "<\0?\0x\0", 6, TRUE },
    { "\xFE\xFF\0<\0x", 6, TRUE },
    { "", 0, FALSE },
    { "<", 1, FALSE },
    { "< 30 days", -1, FALSE },
    { "<3", -1, FALSE },
    { "number;client", -1, FALSE },
    { "%PDF-1.7", -1, FALSE },
    { "\xFF\xFE", 2, FALSE },
    { "\xFF\xFEn\0u\0", 6, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (
        cases[i].text, cases[i].size < 0 ? strlen (cases[i].text) : (gsize) cases[i].size);

      g_assert_cmpint (relance_einvoice_is_xml (bytes), ==, cases[i].expected);
    }
}

static void
test_incomplete (void)
{
  static const struct
  {
    const char *fixture;
    Edit edits[3];
    RelanceImportError code;
    const char *message;
  } cases[] = {
    { "cii.xml", { { " F-2026-001 ", " " } }, RELANCE_IMPORT_ERROR_INCOMPLETE, "number" },
    { "cii-minimum.xml",
      { { "<ram:Name>Sample Buyer</ram:Name>", "" } },
      RELANCE_IMPORT_ERROR_INCOMPLETE,
      "client" },
    { "cii-minimum.xml",
      { { "<udt:DateTimeString format=\"102\">20260131</udt:DateTimeString>", "" } },
      RELANCE_IMPORT_ERROR_INCOMPLETE,
      "issued" },
    { "cii-minimum.xml",
      { { "<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>", "" } },
      RELANCE_IMPORT_ERROR_INCOMPLETE,
      "currency" },
    { "ubl-credit-note.xml",
      { { "LegalMonetaryTotal", "AnticipatedMonetaryTotal" } },
      RELANCE_IMPORT_ERROR_INCOMPLETE,
      "total" },
    { "cii-minimum.xml", { { ">EUR<", ">EURO<" } }, RELANCE_IMPORT_ERROR_VALUE, "EURO" },
    { "cii-minimum.xml", { { "20260131", "20261301" } }, RELANCE_IMPORT_ERROR_VALUE, "20261301" },
    { "cii-minimum.xml", { { "671.15", "671,15" } }, RELANCE_IMPORT_ERROR_VALUE, "671,15" },
    { "cii-minimum.xml", { { "671.15", "NaN" } }, RELANCE_IMPORT_ERROR_VALUE, "NaN" },
    { "cii-minimum.xml", { { "671.15", "1e41" } }, RELANCE_IMPORT_ERROR_VALUE, "1e41" },
    { "cii-minimum.xml", { { "671.15", "1e40" } }, RELANCE_IMPORT_ERROR_VALUE, "1e40" },
    { "cii-minimum.xml",
      { { "671.15", "1000000000000.00" } },
      RELANCE_IMPORT_ERROR_VALUE,
      "1000000000000.00" },
    { "cii-minimum.xml", { { ">M-1<", ">M&#x85;&#x9D;1<" } }, RELANCE_IMPORT_ERROR_VALUE, NULL },
    { "cii-minimum.xml", { { "751", "325" } }, RELANCE_IMPORT_ERROR_ORDER, "325" },
    { "cii-minimum.xml",
      { { "CrossIndustryInvoice", "SCRDMCCBDACIOMessageStructure" } },
      RELANCE_IMPORT_ERROR_ORDER,
      "SCRDMCCBDACIOMessageStructure" },
    { "ubl-invoice.xml",
      { { "<Invoice ", "<Order " }, { "</Invoice>", "</Order>" } },
      RELANCE_IMPORT_ERROR_ORDER,
      "Order" },
    { "ubl-invoice.xml",
      { { "xsd:Invoice-2", "xsd:Invoice-1.0" } },
      RELANCE_IMPORT_ERROR_NOT_AN_INVOICE,
      "Invoice" },
    { "ubl-invoice.xml",
      { { " xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"", "" } },
      RELANCE_IMPORT_ERROR_NOT_AN_INVOICE,
      "Invoice" },
    { "ubl-invoice.xml", { { "</Invoice>", "" } }, RELANCE_IMPORT_ERROR_BROKEN, NULL },
    { "ubl-invoice.xml", { { "U-1", "&undeclared;" } }, RELANCE_IMPORT_ERROR_BROKEN, NULL },
    { "ubl-invoice.xml", { { "U-1", "U\xFF" } }, RELANCE_IMPORT_ERROR_BROKEN, NULL },
    { "ubl-invoice.xml",
      { { "<Invoice ", "<!DOCTYPE Invoice><Invoice " } },
      RELANCE_IMPORT_ERROR_DOCTYPE,
      NULL },
    { "ubl-invoice.xml",
      { { "<Invoice ",
          "<!DOCTYPE Invoice [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
          "<!ENTITY c SYSTEM 'file:///etc/hostname'>]><Invoice " },
        { "U-1", "&b;&c;" } },
      RELANCE_IMPORT_ERROR_DOCTYPE,
      NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = edit (cases[i].fixture, cases[i].edits, 3);

      g_test_message ("%zu: %s", i, cases[i].fixture);
      check_refused (bytes, cases[i].code, cases[i].message);
    }
}

static void
append_many (GString *text, const char *part, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
}

static void
check_refused_text (const GString *text, RelanceImportError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);

  check_refused (bytes, code, NULL);
}

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("<a>");
  g_autoptr (GString) attributes = g_string_new ("<a");
  g_autoptr (GString) namespaces = g_string_new (NULL);
  g_autoptr (GString) large = g_string_new ("<a>");
  g_autoptr (GString) nul = g_string_new ("<a>");
  g_autoptr (GString) blank = g_string_new (" \n ");

  append_many (deep, "<a>", 10000);
  check_refused_text (deep, RELANCE_IMPORT_ERROR_OVERSIZED);

  append_many (wide, "<b/>", 1000000);
  check_refused_text (wide, RELANCE_IMPORT_ERROR_OVERSIZED);

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (attributes, " a%u = '1'", i);
  check_refused_text (attributes, RELANCE_IMPORT_ERROR_OVERSIZED);

  for (guint i = 0; i < 200; i++)
    {
      g_string_append (namespaces, "<a");
      for (guint n = 0; n < 100; n++)
        g_string_append_printf (namespaces, " xmlns:n%u-%u='u'", i, n);
      g_string_append (namespaces, ">");
    }
  check_refused_text (namespaces, RELANCE_IMPORT_ERROR_OVERSIZED);

  append_many (large, "0123456789abcdef", 20 * 1024 * 1024 / 16);
  check_refused_text (large, RELANCE_IMPORT_ERROR_OVERSIZED);

  g_string_append_len (nul, "\0</a>", 5);
  check_refused_text (nul, RELANCE_IMPORT_ERROR_BROKEN);
  check_refused_text (blank, RELANCE_IMPORT_ERROR_EMPTY);
}

/* Thousands of lines and an attached file of megabytes are an honest invoice's. */
static void
test_many_lines (void)
{
  g_autofree char *base = load ("ubl-invoice.xml");
  g_autoptr (GString) text = g_string_new (base);
  g_autofree char *attached = g_strnfill (11 * 1000 * 1000, 'A');
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RelanceImportTable) table = NULL;

  g_string_truncate (text, strstr (text->str, "</Invoice>") - text->str);
  append_many (text,
               "<a:InvoiceLine><b:ID>1</b:ID><a:Item><b:Name>x</b:Name></a:Item></a:InvoiceLine>",
               50000);
  g_string_append_printf (text,
                          "<a:AdditionalDocumentReference><a:Attachment>"
                          "<b:EmbeddedDocumentBinaryObject>%s</b:EmbeddedDocumentBinaryObject>"
                          "</a:Attachment></a:AdditionalDocumentReference></Invoice>",
                          attached);
  bytes = g_bytes_new (text->str, text->len);
  table = read_table (bytes);
  g_assert_cmpstr (get_row (table)->label, ==, "Ten days of carpentry");
}

static void
test_cancelled (void)
{
  g_autoptr (GString) text = g_string_new ("<a>");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  append_many (text, "<b/>", 10000);
  bytes = g_bytes_new (text->str, text->len);
  g_cancellable_cancel (cancellable);
  g_assert_null (relance_einvoice_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Cut anywhere, or with any byte changed: an answer or an error, never a crash. */
static void
test_damaged (void)
{
  g_autofree char *text = load ("cii.xml");
  gsize size = strlen (text);

  for (gsize i = 0; i < (gsize) (strstr (text, "</x:CrossIndustryInvoice>") - text); i += 7)
    {
      g_autoptr (GBytes) cut = g_bytes_new (text, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (RelanceImportTable) table = relance_einvoice_read (cut, NULL, &error);

      g_assert_null (table);
      g_assert_nonnull (error);
    }

  for (guint round = 0; round < 2000; round++)
    {
      g_autofree char *copy = g_memdup2 (text, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (RelanceImportTable) table = NULL;

      for (int i = 0; i < 3; i++)
        copy[g_test_rand_int_range (0, (gint32) size)] = (char) g_test_rand_int_range (0, 256);
      bytes = g_bytes_new (copy, size);
      table = relance_einvoice_read (bytes, NULL, &error);
      g_assert_true ((table != NULL) != (error != NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/einvoice/variants", test_variants);
  g_test_add_func ("/einvoice/kinds", test_kinds);
  g_test_add_func ("/einvoice/amounts", test_amounts);
  g_test_add_func ("/einvoice/stated", test_stated);
  g_test_add_func ("/einvoice/dates", test_dates);
  g_test_add_func ("/einvoice/instalments", test_instalments);
  g_test_add_func ("/einvoice/buyer", test_buyer);
  g_test_add_func ("/einvoice/person", test_person);
  g_test_add_func ("/einvoice/emails", test_emails);
  g_test_add_func ("/einvoice/details", test_details);
  g_test_add_func ("/einvoice/paid-on", test_paid_on);
  g_test_add_func ("/einvoice/ubl-forms", test_ubl_forms);
  g_test_add_func ("/einvoice/long-label", test_long_label);
  g_test_add_func ("/einvoice/foreign-elements", test_foreign_elements);
  g_test_add_func ("/einvoice/envelope", test_envelope);
  g_test_add_func ("/einvoice/encodings", test_encodings);
  g_test_add_func ("/einvoice/is-xml", test_is_xml);
  g_test_add_func ("/einvoice/incomplete", test_incomplete);
  g_test_add_func ("/einvoice/hostile", test_hostile);
  g_test_add_func ("/einvoice/many-lines", test_many_lines);
  g_test_add_func ("/einvoice/cancelled", test_cancelled);
  g_test_add_func ("/einvoice/damaged", test_damaged);

  return g_test_run ();
}
