/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"

#include "relance-accounts.h"
#include "relance-check.h"
#include "relance-documents.h"
#include "relance-import-belongs.h"
#include "relance-import.h"
#include "relance-payments.h"

#include <string.h>
#include <sys/stat.h>

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BookFixture, book_fixture_tear_down)

#define TODAY "2026-11-24"
#define CSV "Number;Client;Email;Issued;Due;Total;Paid;Paid on;Currency\n"
#define FEC                                                                                        \
  "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|"     \
  "PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|"       \
  "Idevise\n"

/* What differs from one e-invoice of these tests to another. */
typedef struct
{
  const char *number;
  const char *type;
  const char *total;
  const char *prepaid;
  const char *due_amount;
  const char *due;
  const char *due_second; /* then half of it is due on each date */
  const char *reference;
  const char *siren;
  const char *name;
} Invoice;

static void
add_term (GString *terms, const char *due, const char *part)
{
  g_string_append_printf (terms,
                          "<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>"
                          "<udt:DateTimeString format='102'>%s</udt:DateTimeString>"
                          "</ram:DueDateDateTime>%s</ram:SpecifiedTradePaymentTerms>",
                          due, part);
}

static char *
make_terms (const Invoice *invoice)
{
  GString *terms = g_string_new (NULL);
  g_autofree char *half =
    g_strdup_printf ("<ram:PartialPaymentAmount>%.2f</ram:PartialPaymentAmount>",
                     g_ascii_strtod (invoice->total, NULL) / 2);
  const char *part = invoice->due_second != NULL ? half : "";

  if (invoice->due != NULL)
    add_term (terms, invoice->due, part);
  if (invoice->due_second != NULL)
    add_term (terms, invoice->due_second, part);

  return g_string_free_and_steal (terms);
}

static char *
make_reference (const Invoice *invoice)
{
  return invoice->reference == NULL
           ? g_strdup ("")
           : g_strdup_printf ("<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>%s"
                              "</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>",
                              invoice->reference);
}

/* A Cross Industry Invoice with no more than a test needs. */
static GBytes *
make_cii (const Invoice *invoice)
{
  g_autofree char *terms = make_terms (invoice);
  g_autofree char *reference = make_reference (invoice);
  char *text = g_strdup_printf (
    "<?xml version='1.0' encoding='UTF-8'?>"
    "<rsm:CrossIndustryInvoice "
    "xmlns:rsm='urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100' "
    "xmlns:ram='urn:un:unece:uncefact:data:standard:"
    "ReusableAggregateBusinessInformationEntity:100' "
    "xmlns:udt='urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100'>"
    "<rsm:ExchangedDocument><ram:ID>%s</ram:ID><ram:TypeCode>%s</ram:TypeCode>"
    "<ram:IssueDateTime><udt:DateTimeString format='102'>20260901</udt:DateTimeString>"
    "</ram:IssueDateTime></rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction>"
    "<ram:ApplicableHeaderTradeAgreement><ram:BuyerTradeParty><ram:Name>%s</ram:Name>"
    "<ram:SpecifiedLegalOrganization><ram:ID schemeID='0002'>%s</ram:ID>"
    "</ram:SpecifiedLegalOrganization><ram:PostalTradeAddress>"
    "<ram:PostcodeCode>69001</ram:PostcodeCode><ram:CityName>Lyon</ram:CityName>"
    "<ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress></ram:BuyerTradeParty>"
    "</ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeDelivery/>"
    "<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>"
    "<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>59</ram:TypeCode>"
    "</ram:SpecifiedTradeSettlementPaymentMeans>%s"
    "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
    "<ram:TaxBasisTotalAmount>%s</ram:TaxBasisTotalAmount>"
    "<ram:GrandTotalAmount>%s</ram:GrandTotalAmount>"
    "<ram:TotalPrepaidAmount>%s</ram:TotalPrepaidAmount>"
    "<ram:DuePayableAmount>%s</ram:DuePayableAmount>"
    "</ram:SpecifiedTradeSettlementHeaderMonetarySummation>%s"
    "</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction>"
    "</rsm:CrossIndustryInvoice>",
    invoice->number, invoice->type != NULL ? invoice->type : "380",
    invoice->name != NULL ? invoice->name : "Atelier Exemple",
    invoice->siren != NULL ? invoice->siren : "732829320", terms, invoice->total, invoice->total,
    invoice->prepaid != NULL ? invoice->prepaid : "0",
    invoice->due_amount != NULL ? invoice->due_amount : invoice->total, reference);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
load_fixture (const char *folder, const char *name)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "tests", "fixtures", folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

/* A PDF with nothing but an e-invoice in it. */
static GBytes *
make_pdf (const Invoice *invoice)
{
  g_autoptr (GBytes) xml = make_cii (invoice);
  GString *text = g_string_new ("%PDF-1.7\n");
  gsize offsets[6] = { 0 }, xref;
  g_autofree char *stream = g_strdup_printf ("<</Type/EmbeddedFile/Length %" G_GSIZE_FORMAT
                                             ">>\nstream\n%.*s\nendstream",
                                             g_bytes_get_size (xml), (int) g_bytes_get_size (xml),
                                             (const char *) g_bytes_get_data (xml, NULL));
  const char *const objects[] = {
    "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(factur-x.xml)4 0 R]>>>>>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    "<</Type/Filespec/F(factur-x.xml)/EF<</F 5 0 R>>>>",
    stream,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      offsets[i + 1] = text->len;
      g_string_append_printf (text, "%d 0 obj\n%s\nendobj\n", (int) i + 1, objects[i]);
    }
  xref = text->len;
  g_string_append (text, "xref\n0 6\n0000000000 65535 f \n");
  for (gsize i = 1; i < G_N_ELEMENTS (offsets); i++)
    g_string_append_printf (text, "%010" G_GSIZE_FORMAT " 00000 n \n", offsets[i]);
  g_string_append_printf (
    text, "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", xref);

  return g_string_free_to_bytes (text);
}

static GBytes *
make_text (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static gboolean
read_bytes (RelanceImport *import, BookFixture *self, const char *name, GBytes *bytes)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;
  gboolean done = relance_import_read_bytes (import, self->book, name, owned, NULL, &error);

  g_assert_true (done == (error == NULL));

  return done;
}

static gint64
apply (RelanceImport *import, BookFixture *self)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gint64 change;

  relance_import_apply (import, self->book, NULL, &change, &error);
  g_assert_no_error (error);
  g_assert_true (relance_check (self->book, findings, &error));
  g_assert_cmpuint (findings->len, ==, 0);

  return change;
}

/* Reads one file, writes it, and answers what it did. */
static RelanceImportCounts
import_bytes (BookFixture *self, const char *name, GBytes *bytes)
{
  g_autoptr (RelanceImport) import = relance_import_new ();

  g_assert_true (read_bytes (import, self, name, bytes));
  apply (import, self);

  return *relance_import_get_counts (import);
}

static RelanceImportCounts
import_invoice (BookFixture *self, Invoice invoice)
{
  return import_bytes (self, "invoice.xml", make_cii (&invoice));
}

static RelanceInvoice *
get_invoice (BookFixture *self, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceInvoice) found = relance_invoices_find (self->book, number, &error);

  g_assert_no_error (error);

  return book_fixture_get_invoice (self, found->id);
}

static RelanceClient *
get_client (BookFixture *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  RelanceClient *client = relance_clients_find (self->book, name, &error);

  g_assert_no_error (error);

  return client;
}

static void
assert_no_clients (BookFixture *self)
{
  g_autoptr (GPtrArray) clients = relance_clients_list (self->book, NULL, -1, NULL);

  g_assert_cmpuint (clients->len, ==, 0);
}

static void
undo (BookFixture *self, gint64 change)
{
  g_autoptr (GError) error = NULL;

  relance_changes_undo (self->book, change, &error);
  g_assert_no_error (error);
}

static void
test_recognition (void)
{
  static const struct
  {
    const char *text;
    const char *recognised;
    const char *ledger_case;
  } files[] = {
    { CSV "1;Atelier Exemple;;2026-09-01;2026-10-01;10,00;;;EUR\n", "csv", NULL },
    { FEC "VE|Ventes|1|20260901|411000|Clients|C1|Atelier Exemple|F-1|20260901|Facture|120,00|0,00|"
          "|||||\n"
          "VE|Ventes|1|20260901|706000|Ventes|||F-1|20260901|Facture|0,00|120,00||||||\n",
      "fec", "unlettered" },
    { FEC "AC|Achats|1|20260901|607000|Achats|||A-1|20260901|Achat|120,00|0,00||||||\n", "fec",
      "useless" },
    { "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Studio Sample\r\nORG:Studio Sample\r\n"
      "END:VCARD\r\n",
      "vcard", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_auto (BookFixture) fixture = { 0 };
      g_autoptr (RelanceImport) import = relance_import_new ();
      const RelanceImportFile *file;

      book_fixture_set_up (&fixture, TODAY);
      g_assert_true (read_bytes (import, &fixture, "wrong-name.pdf", make_text (files[i].text)));
      file = relance_import_get_files (import)->pdata[0];
      g_assert_cmpstr (file->recognised, ==, files[i].recognised);
      g_assert_cmpstr (file->ledger_case, ==, files[i].ledger_case);
      g_assert_true ((file->advice != NULL) == (files[i].ledger_case != NULL));
    }
}

static void
test_refused_file_has_a_reason (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = relance_import_new ();
  const RelanceImportFile *file;

  book_fixture_set_up (&fixture, TODAY);
  g_assert_false (
    read_bytes (import, &fixture, "order.xml",
                make_text ("<o:Order xmlns:o='urn:oasis:names:specification:ubl:schema:xsd:Order-2'"
                           "/>")));
  file = relance_import_get_files (import)->pdata[0];
  g_assert_true (file->refused);
  g_assert_null (file->recognised);
  g_assert_nonnull (strstr (file->reason, "order"));
}

static void
test_one_invoice_in_three_files (void)
{
  const Invoice invoice = { .number = "F-1", .total = "120.00", .due = "20261001" };
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceInvoice) found = NULL;
  g_autoptr (RelanceClient) client = NULL;
  RelanceImportCounts counts;

  book_fixture_set_up (&fixture, TODAY);
  counts = import_bytes (
    &fixture, "a.csv", make_text (CSV "F-1;atelier exemple;;2026-09-01;2026-10-01;120,00;;;EUR\n"));
  g_assert_cmpint (counts.created, ==, 1);

  counts = import_invoice (&fixture, invoice);
  g_assert_cmpint (counts.created, ==, 0);
  g_assert_cmpint (counts.updated, ==, 1);
  g_assert_cmpint (counts.clients_created, ==, 0);
  found = get_invoice (&fixture, "F-1");
  client = get_client (&fixture, "atelier exemple");
  g_assert_cmpint (found->type, ==, 380);
  g_assert_cmpint (found->means, ==, 59);
  g_assert_cmpstr (client->siren, ==, "732829320");
  g_assert_cmpstr (client->city, ==, "Lyon");

  counts = import_invoice (&fixture, invoice);
  g_assert_cmpint (counts.unchanged, ==, 1);
  counts = import_bytes (
    &fixture, "a.csv", make_text (CSV "F-1;Atelier Exemple;;2026-09-01;2026-10-01;120,00;;;EUR\n"));
  g_assert_cmpint (counts.unchanged, ==, 1);
}

/* In one import, whichever comes first. */
static void
test_files_complete_each_other (void)
{
  const Invoice invoice = { .number = "F-1", .total = "120.00", .due = "20261001" };
  const char *csv = CSV "F-1;Atelier Exemple;a@example.org;2026-09-01;2026-10-01;120,00;20,00;"
                        "2026-09-15;EUR\n";

  for (int order = 0; order < 2; order++)
    {
      g_auto (BookFixture) fixture = { 0 };
      g_autoptr (RelanceImport) import = relance_import_new ();
      g_autoptr (RelanceInvoice) found = NULL;

      book_fixture_set_up (&fixture, TODAY);
      g_assert_true (
        read_bytes (import, &fixture, "1", order == 0 ? make_text (csv) : make_cii (&invoice)));
      g_assert_true (
        read_bytes (import, &fixture, "2", order == 1 ? make_text (csv) : make_cii (&invoice)));
      g_assert_cmpint (relance_import_get_counts (import)->created, ==, 1);
      g_assert_cmpint (relance_import_get_counts (import)->unchanged, ==, 1);
      apply (import, &fixture);
      found = get_invoice (&fixture, "F-1");
      g_assert_cmpint (found->balance, ==, 10000);
      g_assert_cmpint (found->means, ==, 59);
    }
}

static void
test_clients_are_known_by_number (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (GPtrArray) clients = NULL;
  RelanceImportCounts counts;

  book_fixture_set_up (&fixture, TODAY);
  import_invoice (&fixture, (Invoice) { .number = "F-1", .total = "1.00", .name = "Old Sample" });
  counts =
    import_invoice (&fixture, (Invoice) { .number = "F-2", .total = "1.00", .name = "New Sample" });
  g_assert_cmpint (counts.clients_created, ==, 0);
  counts = import_invoice (
    &fixture,
    (Invoice) { .number = "F-3", .total = "1.00", .name = "Old Sample", .siren = "404833048" });
  g_assert_cmpint (counts.clients_created, ==, 1);
  clients = relance_clients_list (fixture.book, NULL, -1, NULL);
  g_assert_cmpuint (clients->len, ==, 2);
}

static void
test_typed_data_stays (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceClient) client = relance_client_new ("Atelier Exemple");
  g_autoptr (RelanceClient) after = NULL;
  g_autoptr (GError) error = NULL;

  book_fixture_set_up (&fixture, TODAY);
  g_set_str (&client->city, "Paris");
  g_set_str (&client->email, "typed@example.org");
  relance_clients_save (fixture.book, client, NULL, &error);
  g_assert_no_error (error);
  import_invoice (&fixture, (Invoice) { .number = "F-1", .total = "1.00" });
  after = get_client (&fixture, "Atelier Exemple");
  g_assert_cmpstr (after->city, ==, "Paris");
  g_assert_null (after->postcode);
  g_assert_cmpstr (after->email, ==, "typed@example.org");
  g_assert_cmpstr (after->siren, ==, "732829320");
}

static GBytes *
make_dropped (const char *kind)
{
  const Invoice other_client = {
    .number = "F-1", .total = "1.00", .name = "Other Sample", .siren = "404833048"
  };

  if (g_str_equal (kind, "plain"))
    return load_fixture ("pdf", "plain.pdf");
  if (g_str_equal (kind, "table"))
    return load_fixture ("csv", "french.csv");
  if (g_str_equal (kind, "other client"))
    return make_pdf (&other_client);

  return make_pdf (&(Invoice) { .number = kind, .total = "1.00" });
}

/* What may be kept with an invoice F-1 just by dropping it there. */
static void
test_belongs (void)
{
  static const struct
  {
    const char *dropped;
    gboolean belongs;
  } cases[] = {
    { "plain", TRUE }, { "F-1", TRUE },           { "F-2", FALSE },
    { "F-3", FALSE },  { "other client", FALSE }, { "table", FALSE },
  };
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceInvoice) invoice = NULL;

  book_fixture_set_up (&fixture, TODAY);
  import_invoice (&fixture, (Invoice) { .number = "F-1", .total = "1.00" });
  import_invoice (&fixture, (Invoice) { .number = "F-2", .total = "1.00" });
  invoice = get_invoice (&fixture, "F-1");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_dropped (cases[i].dropped);
      g_autoptr (GError) error = NULL;
      gboolean belongs;

      g_test_message ("%s", cases[i].dropped);
      g_assert_true (
        relance_import_belongs_to (fixture.book, bytes, invoice->id, NULL, &belongs, &error));
      g_assert_no_error (error);
      g_assert_cmpint (belongs, ==, cases[i].belongs);
    }
}

/* The person that the document names is met once, whatever else comes. */
static void
test_contact_of_the_buyer (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceClient) client = NULL;
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GPtrArray) items = NULL;
  const RelanceContact *contact;

  book_fixture_set_up (&fixture, TODAY);
  g_assert_true (read_bytes (import, &fixture, "a.xml", load_fixture ("einvoice", "cii.xml")));
  g_assert_cmpint (relance_import_get_counts (import)->contacts_created, ==, 1);
  items = relance_import_get_items (import, 0, 1);
  apply (import, &fixture);
  client = get_client (&fixture, ((RelanceImportItem *) items->pdata[0])->client);
  g_assert_cmpuint (client->contacts->len, ==, 1);
  contact = client->contacts->pdata[0];
  g_assert_cmpstr (contact->last_name, ==, "Ada Sample");
  g_assert_cmpstr (contact->email, ==, client->email);
  g_assert_cmpint (
    import_bytes (&fixture, "a.xml", load_fixture ("einvoice", "cii.xml")).contacts_created, ==, 0);
}

static void
test_credit_note (void)
{
  const Invoice note = { .number = "A-1", .type = "381", .total = "50.00", .reference = "F-1" };
  const Invoice invoice = { .number = "F-1", .total = "120.00", .due = "20261001" };

  for (int order = 0; order < 3; order++)
    {
      g_auto (BookFixture) fixture = { 0 };
      g_autoptr (RelanceImport) import = relance_import_new ();
      g_autoptr (RelanceInvoice) found = NULL;

      book_fixture_set_up (&fixture, TODAY);
      if (order == 0)
        import_invoice (&fixture, invoice);
      g_assert_true (read_bytes (import, &fixture, "1", make_cii (order == 2 ? &invoice : &note)));
      if (order > 0)
        g_assert_true (
          read_bytes (import, &fixture, "2", make_cii (order == 2 ? &note : &invoice)));
      apply (import, &fixture);
      found = get_invoice (&fixture, "F-1");
      g_assert_cmpint (found->balance, ==, 7000);
      g_assert_cmpint (import_invoice (&fixture, note).unchanged, ==, 1);
    }
}

/* The invoice comes in a later import than its credit note; or it is another one. */
static void
test_credit_note_waits (void)
{
  static const struct
  {
    const char *what;
    Invoice note;
    gint64 balance;
    gint64 credit; /* of the client of the note */
  } cases[] = {
    { "lowers its invoice", { .total = "50.00", .reference = "F-1" }, 7000, 0 },
    { "what exceeds it stays", { .total = "150.00", .reference = "F-1" }, 0, 3000 },
    { "speaks of another one", { .total = "50.00", .reference = "F-2" }, 12000, 5000 },
    { "speaks of none", { .total = "50.00" }, 12000, 5000 },
    { "of another client",
      { .total = "50.00", .reference = "F-1", .name = "Other Sample", .siren = "404833048" },
      12000,
      5000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (BookFixture) fixture = { 0 };
      g_autoptr (RelanceImport) import = relance_import_new ();
      g_autoptr (RelanceInvoice) found = NULL;
      g_autoptr (RelanceClient) client = NULL;
      g_autoptr (RelanceClient) after = NULL;
      g_autoptr (GError) error = NULL;
      const Invoice invoice = { .number = "F-1", .total = "120.00", .due = "20261001" };
      const char *name = cases[i].note.name != NULL ? cases[i].note.name : "Atelier Exemple";
      Invoice note = cases[i].note;
      gint64 change;

      g_test_message ("%s", cases[i].what);
      book_fixture_set_up (&fixture, TODAY);
      note.number = "A-1";
      note.type = "381";
      import_invoice (&fixture, note);
      g_assert_true (read_bytes (import, &fixture, "1", make_cii (&invoice)));
      change = apply (import, &fixture);
      found = get_invoice (&fixture, "F-1");
      client = get_client (&fixture, name);
      g_assert_cmpint (found->balance, ==, cases[i].balance);
      g_assert_cmpint (g_array_index (client->totals, RelanceClientTotal, 0).credit, ==,
                       cases[i].credit);
      g_assert_cmpint (import_invoice (&fixture, note).unchanged, ==, 1);

      g_assert_true (relance_changes_undo (fixture.book, change, &error));
      after = get_client (&fixture, name);
      g_assert_cmpint (g_array_index (after->totals, RelanceClientTotal, 0).credit, ==,
                       i == 1 ? 15000 : 5000);
    }
}

static void
test_credit_note_alone_is_a_credit (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceClient) client = NULL;

  book_fixture_set_up (&fixture, TODAY);
  import_bytes (&fixture, "a.csv",
                make_text (CSV "A-1;Studio Sample;;2026-09-01;2026-10-01;-30,00;;;EUR\n"));
  client = get_client (&fixture, "Studio Sample");
  g_assert_cmpuint (client->totals->len, ==, 1);
  g_assert_cmpint (g_array_index (client->totals, RelanceClientTotal, 0).credit, ==, 3000);
}

static void
test_correction_replaces (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceInvoice) old = NULL;
  g_autoptr (RelanceInvoice) correction = NULL;
  const Invoice corrected = {
    .number = "F-2",
    .type = "384",
    .total = "100.00",
    .due_amount = "70.00",
    .prepaid = "30.00",
    .reference = "F-1",
  };

  book_fixture_set_up (&fixture, TODAY);
  import_invoice (
    &fixture,
    (Invoice) { .number = "F-1", .total = "120.00", .prepaid = "20.00", .due_amount = "100.00" });
  g_assert_cmpint (import_invoice (&fixture, corrected).payments_created, ==, 1);
  old = get_invoice (&fixture, "F-1");
  correction = get_invoice (&fixture, "F-2");
  g_assert_cmpint (old->balance, ==, 0);
  g_assert_cmpint (correction->balance, ==, 7000);
  g_assert_cmpstr (correction->corrects, ==, "F-1");
  g_assert_cmpint (import_invoice (&fixture, corrected).unchanged, ==, 1);
}

static void
test_prepaid (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceInvoice) invoice = NULL;
  const RelancePayment *payment;

  book_fixture_set_up (&fixture, TODAY);
  import_invoice (
    &fixture,
    (Invoice) { .number = "F-1", .total = "120.00", .prepaid = "20.00", .due_amount = "100.00" });
  invoice = get_invoice (&fixture, "F-1");
  g_assert_cmpint (invoice->balance, ==, 10000);
  g_assert_cmpuint (invoice->payments->len, ==, 1);
  payment = &g_array_index (invoice->payments, RelancePayment, 0);
  g_assert_cmpstr (payment->means, ==, "prepaid");
  g_assert_cmpint (payment->date, ==, invoice->issued);
}

static void
test_due_dates_are_learned (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceClient) client = NULL;
  g_autoptr (RelanceInvoice) assumed = NULL;
  g_autoptr (RelanceInvoice) agreed = NULL;
  g_autoptr (RelanceInvoice) said = NULL;
  g_autoptr (GError) error = NULL;
  const Invoice unsaid = { .number = "F-1", .total = "120.00" };
  Invoice explicit = unsaid;

  book_fixture_set_up (&fixture, TODAY);
  import_invoice (&fixture, unsaid);
  assumed = get_invoice (&fixture, "F-1");
  g_assert_cmpstr (assumed->due_source, ==, "default");
  g_assert_cmpint (assumed->due, ==, relance_date_new (2026, 10, 1));

  client = get_client (&fixture, "Atelier Exemple");
  g_set_str (&client->terms, "45 days");
  relance_clients_save (fixture.book, client, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (import_invoice (&fixture, unsaid).updated, ==, 1);
  agreed = get_invoice (&fixture, "F-1");
  g_assert_cmpstr (agreed->due_source, ==, "client");
  g_assert_cmpint (agreed->due, ==, relance_date_new (2026, 10, 16));

  explicit.due = "20261115";
  g_assert_cmpint (import_invoice (&fixture, explicit).updated, ==, 1);
  g_assert_cmpint (import_invoice (&fixture, unsaid).unchanged, ==, 1);
  said = get_invoice (&fixture, "F-1");
  g_assert_cmpstr (said->due_source, ==, "explicit");
  g_assert_cmpint (said->due, ==, relance_date_new (2026, 11, 15));
}

static const RelanceImportItem *
find_item (GPtrArray *items, const char *number)
{
  for (guint i = 0; i < items->len; i++)
    {
      const RelanceImportItem *item = items->pdata[i];

      if (g_strcmp0 (item->number, number) == 0)
        return item;
    }
  g_assert_not_reached ();
}

/* Other terms than the usual 30 days, for this import: only where nobody says any. */
static void
test_usual_terms (void)
{
  static const char old[] = "Number;Client;Issued;Total\nF-0;Studio Sample;2026-09-10;10,00\n";
  static const char text[] = "Number;Client;Issued;Due;Terms;Total\n"
                             "F-0;Studio Sample;2026-09-10;;;10,00\n"
                             "F-1;Studio Sample;2026-09-10;;;10,00\n"
                             "F-2;Studio Sample;2026-09-10;2026-09-12;;10,00\n"
                             "F-3;Studio Sample;2026-09-10;;15 jours;10,00\n"
                             "F-4;Agreed Sample;2026-09-10;;;10,00\n";
  static const struct
  {
    const char *number;
    const char *due;
  } cases[] = {
    { "F-0", "2026-10-10" }, { "F-1", "2026-10-30" }, { "F-2", "2026-09-12" },
    { "F-3", "2026-09-25" }, { "F-4", "2026-10-25" },
  };
  const RelanceTerms usual = { .mode = RELANCE_TERMS_EOM_NET, .days = 30 };
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (RelanceClient) client = NULL;
  g_autoptr (GError) error = NULL;

  book_fixture_set_up (&fixture, TODAY);
  book_fixture_add_client (&fixture, "Agreed Sample");
  client = get_client (&fixture, "Agreed Sample");
  g_set_str (&client->terms, "45 days");
  relance_clients_save (fixture.book, client, NULL, &error);
  g_assert_no_error (error);
  import_bytes (&fixture, "old.csv", make_text (old));

  g_assert_true (read_bytes (import, &fixture, "a.csv", make_text (text)));
  items = relance_import_get_items (import, 0, -1);
  g_assert_cmpuint (relance_import_count_assumed (import), ==, 1);
  relance_import_set_usual_terms (import, &usual);
  g_assert_cmpuint (relance_import_count_assumed (import), ==, 1);
  for (guint i = 0; i < items->len; i++)
    relance_import_refresh_item (import, items->pdata[i]);
  g_assert_nonnull (strstr (find_item (items, "F-1")->note, "end of month, then 30 days"));
  g_assert_cmpint (find_item (items, "F-1")->due, ==, relance_date_new (2026, 10, 30));
  apply (import, &fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelanceInvoice) invoice = get_invoice (&fixture, cases[i].number);
      g_autofree char *due = relance_date_to_iso (invoice->due);

      g_test_message ("%s", cases[i].number);
      g_assert_cmpstr (due, ==, cases[i].due);
    }
}

/* A schedule takes the place of one date, with what was paid; one date takes no schedule's place. */
static void
test_instalments (void)
{
  const char *csv = CSV "F-1;Atelier Exemple;;2026-09-01;2026-10-01;120,00;80,00;2026-09-15;EUR\n";
  const Invoice parts = {
    .number = "F-1", .total = "120.00", .due = "20261001", .due_second = "20261101"
  };

  for (int order = 0; order < 2; order++)
    {
      g_auto (BookFixture) fixture = { 0 };
      g_autoptr (RelanceInvoice) invoice = NULL;

      book_fixture_set_up (&fixture, TODAY);
      if (order == 0)
        import_bytes (&fixture, "a.csv", make_text (csv));
      import_invoice (&fixture, parts);
      if (order == 1)
        import_bytes (&fixture, "a.csv", make_text (csv));
      invoice = get_invoice (&fixture, "F-1");
      g_assert_cmpuint (invoice->instalments->len, ==, 2);
      g_assert_cmpint (g_array_index (invoice->instalments, RelanceInstalment, 0).balance, ==, 0);
      g_assert_cmpint (g_array_index (invoice->instalments, RelanceInstalment, 1).balance, ==,
                       4000);
      g_assert_cmpint (import_invoice (&fixture, parts).unchanged, ==, 1);
      g_assert_cmpint (import_bytes (&fixture, "a.csv", make_text (csv)).unchanged, ==, 1);
    }
}

/* Money that a credit note stands for is not recorded as a payment. */
static void
test_paid_by_a_credit_note (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceInvoice) invoice = NULL;

  book_fixture_set_up (&fixture, TODAY);
  import_invoice (&fixture, (Invoice) { .number = "F-1", .total = "120.00", .due = "20261001" });
  import_invoice (
    &fixture, (Invoice) { .number = "A-1", .type = "381", .total = "50.00", .reference = "F-1" });
  import_bytes (&fixture, "a.csv",
                make_text (CSV "F-1;Atelier Exemple;;2026-09-01;2026-10-01;120,00;120,00;"
                               "2026-09-15;EUR\n"));
  invoice = get_invoice (&fixture, "F-1");
  g_assert_cmpint (invoice->balance, ==, 0);
  g_assert_cmpuint (invoice->payments->len, ==, 2);
  g_assert_cmpint (g_array_index (invoice->payments, RelancePayment, 1).amount, ==, 7000);
}

static void
test_ledger_payments (void)
{
  const char *rows = FEC
    "VE|Ventes|1|20260901|411000|Clients|C1|Atelier "
    "Exemple|F-1|20260901|Facture|120,00|0,00|A||||\n"
    "VE|Ventes|1|20260901|706000|Ventes|||F-1|20260901|Facture|0,00|120,00|||||\n"
    "BQ|Banque|2|20261005|512000|Banque|||V-1|20261005|Virement|70,00|0,00|||||\n"
    "BQ|Banque|2|20261005|411000|Clients|C1|Atelier "
    "Exemple|V-1|20261005|Virement|0,00|70,00|A||||\n"
    "BQ|Banque|3|20261020|512000|Banque|||V-2|20261020|Virement|50,00|0,00|||||\n"
    "BQ|Banque|3|20261020|411000|Clients|C1|Atelier "
    "Exemple|V-2|20261020|Virement|0,00|50,00|A||||\n";
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceInvoice) invoice = NULL;
  g_autoptr (RelanceClient) client = NULL;
  RelanceImportCounts counts;

  book_fixture_set_up (&fixture, TODAY);
  counts = import_bytes (&fixture, "fec.txt", make_text (rows));
  g_assert_cmpint (counts.payments_created, ==, 2);
  invoice = get_invoice (&fixture, "F-1");
  g_assert_cmpuint (invoice->payments->len, ==, 2);
  g_assert_cmpint (invoice->balance, ==, 0);
  g_assert_cmpint (g_array_index (invoice->payments, RelancePayment, 1).date, ==,
                   relance_date_new (2026, 10, 20));
  client = get_client (&fixture, "Atelier Exemple");
  g_assert_cmpstr (client->code, ==, "C1");
  g_assert_cmpint (import_bytes (&fixture, "fec.txt", make_text (rows)).unchanged, ==, 1);
}

/* Only what the book does not have yet, with its own date. */
static void
test_later_payments_are_added (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceInvoice) invoice = NULL;

  book_fixture_set_up (&fixture, TODAY);
  import_bytes (&fixture, "a.csv",
                make_text (CSV "1;Studio Sample;;2026-09-01;2026-10-01;100,00;40,00;2026-09-20;"
                               "EUR\n"));
  import_bytes (&fixture, "b.csv",
                make_text (CSV "1;Studio Sample;;2026-09-01;2026-10-01;100,00;100,00;2026-11-02;"
                               "EUR\n"));
  invoice = get_invoice (&fixture, "1");
  g_assert_cmpuint (invoice->payments->len, ==, 2);
  g_assert_cmpint (g_array_index (invoice->payments, RelancePayment, 1).amount, ==, 6000);
  g_assert_cmpint (g_array_index (invoice->payments, RelancePayment, 1).date, ==,
                   relance_date_new (2026, 11, 2));
}

static void
test_pdf_is_kept (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (RelanceImport) again = relance_import_new ();
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (GPtrArray) left = NULL;
  const RelanceImportFile *file;
  gint64 change;

  book_fixture_set_up (&fixture, TODAY);
  g_assert_true (read_bytes (import, &fixture, "plain.pdf", load_fixture ("pdf", "plain.pdf")));
  file = relance_import_get_files (import)->pdata[0];
  g_assert_cmpstr (file->recognised, ==, "pdf");
  g_assert_nonnull (file->reason);
  g_assert_false (file->refused);
  g_assert_cmpint (relance_import_get_counts (import)->kept, ==, 1);
  change = apply (import, &fixture);
  waiting = relance_documents_list (fixture.book, 0, NULL);
  g_assert_cmpuint (waiting->len, ==, 1);

  g_assert_true (read_bytes (again, &fixture, "same.pdf", load_fixture ("pdf", "plain.pdf")));
  g_assert_cmpint (relance_import_get_counts (again)->kept, ==, 0);
  g_assert_cmpint (apply (again, &fixture), ==, 0);
  undo (&fixture, change);
  left = relance_documents_list (fixture.book, 0, NULL);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_cards (void)
{
  const char *cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Modèle;Léa;;Mme;\r\nFN:Léa Modèle\r\n"
                      "ORG:Studio Sample\r\nTITLE:Comptable\r\nEMAIL:lea@example.org\r\n"
                      "END:VCARD\r\n"
                      "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Seul;Max;;;\r\nFN:Max Seul\r\n"
                      "TEL:+33 1 23 45 67 89\r\nEND:VCARD\r\n"
                      "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:Friends\r\nEND:VCARD\r\n";
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (RelanceClient) studio = NULL;
  g_autoptr (RelanceClient) max = NULL;
  const RelanceImportCounts *counts = relance_import_get_counts (import);
  RelanceImportCounts again;
  gint64 change;

  book_fixture_set_up (&fixture, TODAY);
  g_assert_true (read_bytes (import, &fixture, "cards.vcf", make_text (cards)));
  g_assert_cmpint (counts->created, ==, 2);
  g_assert_cmpint (counts->rejected, ==, 1);
  g_assert_cmpint (counts->clients_created, ==, 2);
  g_assert_cmpint (counts->contacts_created, ==, 1);
  change = apply (import, &fixture);

  studio = get_client (&fixture, "Studio Sample");
  max = get_client (&fixture, "Max Seul");
  g_assert_cmpuint (studio->contacts->len, ==, 1);
  g_assert_cmpstr (relance_client_get_reminder_email (studio), ==, "lea@example.org");
  g_assert_cmpint (max->kind, ==, RELANCE_KIND_CONSUMER);
  g_assert_cmpstr (max->last_name, ==, "Seul");
  again = import_bytes (&fixture, "cards.vcf", make_text (cards));
  g_assert_cmpint (again.created + again.updated, ==, 0);
  g_assert_cmpint (again.unchanged, ==, 2);
  undo (&fixture, change);
  assert_no_clients (&fixture);
}

/* A card of a company that names somebody is the company and the person. */
static void
test_card_of_a_company (void)
{
  const char *card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Modèle;Léa;;Mme;\r\nFN:Studio Sample\r\n"
                     "ORG:Studio Sample;\r\nTITLE:Comptable\r\nEMAIL:office@example.org\r\n"
                     "TEL:+33 1 23 45 67 89\r\nX-ABShowAs:COMPANY\r\nEND:VCARD\r\n";
  const char *name_twice = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Other Sample;;;;\r\nFN:Other Sample\r\n"
                           "ORG:Other Sample;\r\nX-ABShowAs:COMPANY\r\nEND:VCARD\r\n";
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceClient) studio = NULL;
  g_autoptr (RelanceClient) other = NULL;
  RelanceImportCounts counts;
  const RelanceContact *lea;

  book_fixture_set_up (&fixture, TODAY);
  counts = import_bytes (&fixture, "studio.vcf", make_text (card));
  g_assert_cmpint (counts.clients_created, ==, 1);
  g_assert_cmpint (counts.contacts_created, ==, 1);
  studio = get_client (&fixture, "Studio Sample");
  g_assert_cmpint (studio->kind, ==, RELANCE_KIND_BUSINESS);
  g_assert_cmpstr (relance_client_get_reminder_email (studio), ==, "office@example.org");
  g_assert_cmpuint (studio->contacts->len, ==, 1);
  lea = studio->contacts->pdata[0];
  g_assert_cmpstr (lea->first_name, ==, "Léa");
  g_assert_cmpstr (lea->last_name, ==, "Modèle");
  g_assert_cmpint (lea->title, ==, RELANCE_TITLE_MADAME);
  g_assert_cmpstr (lea->role, ==, "Comptable");
  g_assert_null (lea->email);
  g_assert_null (lea->phone);

  counts = import_bytes (&fixture, "studio.vcf", make_text (card));
  g_assert_cmpint (counts.created + counts.updated + counts.contacts_created, ==, 0);
  g_assert_cmpint (counts.unchanged, ==, 1);

  counts = import_bytes (&fixture, "other.vcf", make_text (name_twice));
  g_assert_cmpint (counts.clients_created, ==, 1);
  g_assert_cmpint (counts.contacts_created, ==, 0);
  other = get_client (&fixture, "Other Sample");
  g_assert_cmpuint (other->contacts->len, ==, 0);
}

static void
test_chosen_rows (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) clients = NULL;
  const RelanceImportCounts *counts = relance_import_get_counts (import);

  book_fixture_set_up (&fixture, TODAY);
  g_assert_true (
    read_bytes (import, &fixture, "a.csv",
                make_text (CSV "1;Studio Sample;;2026-09-01;2026-10-01;10,00;;;EUR\n"
                               "2;Atelier Exemple;;2026-09-01;2026-10-01;10,00;5,00;;EUR\n")));
  items = relance_import_get_items (import, RELANCE_IMPORT_NEW, -1);
  relance_import_set_chosen (import, ((RelanceImportItem *) items->pdata[1])->index, FALSE);
  g_assert_cmpint (counts->created, ==, 1);
  g_assert_cmpint (counts->clients_created, ==, 1);
  g_assert_cmpint (counts->payments_created, ==, 0);
  apply (import, &fixture);
  clients = relance_clients_list (fixture.book, NULL, -1, NULL);
  g_assert_cmpuint (clients->len, ==, 1);
}

static void
test_differences (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GPtrArray) items = NULL;
  const RelanceImportItem *item;
  const RelanceImportDifference *first;

  book_fixture_set_up (&fixture, TODAY);
  import_bytes (&fixture, "a.csv",
                make_text (CSV "1;Studio Sample;;2026-09-01;2026-10-01;10,00;;;EUR\n"));
  g_assert_true (
    read_bytes (import, &fixture, "b.csv",
                make_text (CSV "1;Studio Sample;s@example.org;2026-09-01;2026-10-15;10,00;;;"
                               "EUR\n")));
  items = relance_import_get_items (import, RELANCE_IMPORT_CHANGED, -1);
  g_assert_cmpuint (items->len, ==, 1);
  item = items->pdata[0];
  g_assert_cmpuint (item->differences->len, ==, 2);
  first = &g_array_index (item->differences, RelanceImportDifference, 0);
  g_assert_cmpstr (first->field, ==, "due");
  g_assert_cmpstr (first->before, !=, first->after);
  g_assert_cmpstr (g_array_index (item->differences, RelanceImportDifference, 1).field, ==,
                   "email");
}

static void
test_mapping_is_remembered (void)
{
  const char *strange = "Was;Wann;Bis;Wer;Wieviel\nX-1;2026-09-01;2026-10-01;Sample;12,00\n";
  const char *next = "Was;Wann;Bis;Wer;Wieviel\nX-2;2026-09-02;2026-10-02;Sample;13,00\n";
  static const char *const fields[][2] = {
    { "Was", "number" }, { "Wann", "issued" },   { "Bis", "due" },
    { "Wer", "client" }, { "Wieviel", "total" },
  };
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) refused = relance_import_new ();
  g_autoptr (RelanceImport) mapped = relance_import_new ();
  g_autoptr (RelanceImport) again = relance_import_new ();
  const RelanceImportColumns *columns;
  const RelanceImportFile *file;

  book_fixture_set_up (&fixture, TODAY);
  g_assert_false (read_bytes (refused, &fixture, "odd.csv", make_text (strange)));
  file = relance_import_get_files (refused)->pdata[0];
  g_assert_nonnull (strstr (file->reason, "Wieviel"));
  columns = relance_import_get_columns (refused, 0, NULL);
  g_assert_cmpint (columns->n_columns, ==, 5);
  g_assert_cmpstr (columns->header[3], ==, "Wer");
  g_assert_cmpstr (((char **) columns->rows->pdata[0])[4], ==, "12,00");
  g_assert_cmpstr (columns->fields[4], ==, "ignore");

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_true (relance_import_map (mapped, fields[i][0], fields[i][1], NULL));
  g_assert_true (read_bytes (mapped, &fixture, "odd.csv", make_text (strange)));
  apply (mapped, &fixture);
  g_assert_true (read_bytes (again, &fixture, "next.csv", make_text (next)));
  file = relance_import_get_files (again)->pdata[0];
  g_assert_cmpstr (file->advice, ==, "Its columns are read as they were last time.");
  apply (again, &fixture);
  g_assert_cmpint (relance_import_get_counts (again)->created, ==, 1);
}

/* Where the document wants to be paid is compared, and nothing else. */
static void
test_other_account (void)
{
  static const struct
  {
    const char *own;
    gboolean told;
  } cases[] = {
    { "", FALSE },
    { "FR7630006000011234567890189", TRUE },
    { NULL, FALSE }, /* that of the document */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (BookFixture) fixture = { 0 };
      g_autoptr (RelanceImport) first = relance_import_new ();
      g_autoptr (RelanceImport) import = relance_import_new ();
      g_autoptr (GPtrArray) before = NULL;
      g_autoptr (GPtrArray) items = NULL;
      g_autoptr (RelanceBusiness) business = NULL;
      const RelanceImportItem *item;

      book_fixture_set_up (&fixture, TODAY);
      g_assert_true (read_bytes (first, &fixture, "a.xml", load_fixture ("einvoice", "cii.xml")));
      before = relance_import_get_items (first, 0, 1);
      item = before->pdata[0];
      g_assert_nonnull (item->iban);
      business = relance_business_load (fixture.book, NULL);
      relance_business_take (business, RELANCE_BUSINESS_IBAN,
                             g_strdup (cases[i].own != NULL ? cases[i].own : item->iban));
      g_assert_true (relance_business_save (fixture.book, business, NULL));
      g_assert_true (read_bytes (import, &fixture, "a.xml", load_fixture ("einvoice", "cii.xml")));
      items = relance_import_get_items (import, 0, 1);
      item = items->pdata[0];
      g_assert_cmpint (strstr (item->note, "not the account") != NULL, ==, cases[i].told);
    }
}

/* Every kind of row at once goes with one undo. */
static void
test_one_undo (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = relance_import_new ();
  const Invoice invoice = {
    .number = "F-1", .total = "120.00", .prepaid = "20.00", .due_amount = "100.00"
  };
  const Invoice note = { .number = "A-1", .type = "381", .total = "50.00", .reference = "F-1" };
  const Invoice other = { .number = "F-2", .type = "384", .total = "90.00", .reference = "F-1" };

  book_fixture_set_up (&fixture, TODAY);
  read_bytes (import, &fixture, "1", make_cii (&invoice));
  read_bytes (import, &fixture, "2", make_cii (&note));
  read_bytes (import, &fixture, "3", make_cii (&other));
  read_bytes (import, &fixture, "4", load_fixture ("pdf", "plain.pdf"));
  undo (&fixture, apply (import, &fixture));
  assert_no_clients (&fixture);
  g_assert_null (relance_invoices_find (fixture.book, "F-1", NULL));
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_folder (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *inner = NULL;
  g_autofree char *circle = NULL;
  g_autofree char *pipe = NULL;
  GPtrArray *files;

  book_fixture_set_up (&fixture, TODAY);
  folder = g_build_filename (fixture.folder, "in", NULL);
  inner = g_build_filename (folder, "b", NULL);
  circle = g_build_filename (inner, "circle", NULL);
  pipe = g_build_filename (folder, "z-pipe", NULL);
  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_cmpint (symlink (folder, circle), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  write_file (folder, "a.csv", CSV "1;Studio Sample;;2026-09-01;2026-10-01;10,00;;;EUR\n");
  write_file (folder, ".hidden.csv", "nothing");
  write_file (inner, "c.csv", CSV "2;Studio Sample;;2026-09-01;2026-10-01;10,00;;;EUR\n");
  write_file (inner, "words", "only some words\n");

  g_assert_true (relance_import_read (import, fixture.book, folder, NULL, &error));
  g_assert_no_error (error);
  files = relance_import_get_files (import);
  g_assert_cmpuint (files->len, ==, 4);
  g_assert_cmpstr (((RelanceImportFile *) files->pdata[1])->name, ==, "b/c.csv");
  g_assert_true (((RelanceImportFile *) files->pdata[2])->refused);
  g_assert_true (((RelanceImportFile *) files->pdata[3])->refused);
  g_assert_cmpint (relance_import_get_counts (import)->created, ==, 2);
}

static void
cancel_cb (guint done, guint total, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancel_changes_nothing (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 change;

  book_fixture_set_up (&fixture, TODAY);
  g_assert_true (read_bytes (import, &fixture, "a.csv",
                             make_text (CSV "1;Studio Sample;;2026-09-01;2026-10-01;10,00;;;"
                                            "EUR\n")));
  relance_import_set_progress (import, cancel_cb, cancellable);
  g_assert_false (relance_import_apply (import, fixture.book, cancellable, &change, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_no_clients (&fixture);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    GTestFunc func;
  } tests[] = {
    { "recognition", test_recognition },
    { "refused-file-has-a-reason", test_refused_file_has_a_reason },
    { "one-invoice-in-three-files", test_one_invoice_in_three_files },
    { "files-complete-each-other", test_files_complete_each_other },
    { "clients-are-known-by-number", test_clients_are_known_by_number },
    { "typed-data-stays", test_typed_data_stays },
    { "belongs", test_belongs },
    { "contact-of-the-buyer", test_contact_of_the_buyer },
    { "credit-note", test_credit_note },
    { "credit-note-waits", test_credit_note_waits },
    { "credit-note-alone-is-a-credit", test_credit_note_alone_is_a_credit },
    { "correction-replaces", test_correction_replaces },
    { "prepaid", test_prepaid },
    { "due-dates-are-learned", test_due_dates_are_learned },
    { "usual-terms", test_usual_terms },
    { "instalments", test_instalments },
    { "paid-by-a-credit-note", test_paid_by_a_credit_note },
    { "ledger-payments", test_ledger_payments },
    { "later-payments-are-added", test_later_payments_are_added },
    { "pdf-is-kept", test_pdf_is_kept },
    { "cards", test_cards },
    { "card-of-a-company", test_card_of_a_company },
    { "chosen-rows", test_chosen_rows },
    { "differences", test_differences },
    { "other-account", test_other_account },
    { "mapping-is-remembered", test_mapping_is_remembered },
    { "one-undo", test_one_undo },
    { "folder", test_folder },
    { "cancel-changes-nothing", test_cancel_changes_nothing },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/services/import-formats/", tests[i].name, NULL);

      g_test_add_func (path, tests[i].func);
    }

  return g_test_run ();
}
