/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"

#include "relance-accounts.h"
#include "relance-import.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BookFixture, book_fixture_tear_down)

#define HEADER "Number;Client;Email;Issued;Due;Total;Paid;Paid on;Currency\n"

/* The file and its write-ahead log: all that a book is. */
static char *
checksum (BookFixture *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *const endings[] = { "", "-wal" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->path, endings[i], NULL);
      g_autofree char *data = NULL;
      gsize size;

      if (g_file_get_contents (path, &data, &size, NULL))
        g_checksum_update (sum, (const guchar *) data, (gssize) size);
    }

  return g_strdup (g_checksum_get_string (sum));
}

static gboolean
read_text (RelanceImport *import,
           BookFixture *self,
           const char *name,
           const char *text,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return relance_import_read_bytes (import, self->book, name, bytes, NULL, error);
}

static RelanceImport *
read_good (BookFixture *self, const char *text)
{
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GError) error = NULL;

  read_text (import, self, "invoices.csv", text, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&import);
}

static gint64
apply (RelanceImport *import, BookFixture *self)
{
  g_autoptr (GError) error = NULL;
  gint64 change;

  relance_import_apply (import, self->book, NULL, &change, &error);
  g_assert_no_error (error);

  return change;
}

static gint64
import_text (BookFixture *self, const char *text)
{
  g_autoptr (RelanceImport) import = read_good (self, text);

  return apply (import, self);
}

static void
assert_counts (RelanceImport *import, int created, int updated, int unchanged, int rejected)
{
  const RelanceImportCounts *counts = relance_import_get_counts (import);

  g_assert_cmpint (counts->created, ==, created);
  g_assert_cmpint (counts->updated, ==, updated);
  g_assert_cmpint (counts->unchanged, ==, unchanged);
  g_assert_cmpint (counts->rejected, ==, rejected);
}

static RelanceInvoice *
get_invoice (BookFixture *self, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceInvoice) found = relance_invoices_find (self->book, number, &error);
  RelanceInvoice *invoice;

  g_assert_no_error (error);
  invoice = relance_invoices_get (self->book, found->id, &error);
  g_assert_no_error (error);

  return invoice;
}

static void
assert_invoice (BookFixture *self,
                const char *number,
                gint64 total,
                gint64 balance,
                const char *currency)
{
  g_autoptr (RelanceInvoice) invoice = get_invoice (self, number);

  g_assert_cmpint (invoice->total, ==, total);
  g_assert_cmpint (invoice->balance, ==, balance);
  g_assert_cmpstr (invoice->currency, ==, currency);
}

static RelancePayment *
get_payment (RelanceInvoice *invoice, guint index)
{
  g_assert_cmpuint (index, <, invoice->payments->len);

  return &g_array_index (invoice->payments, RelancePayment, index);
}

static void
undo (BookFixture *self, gint64 change)
{
  g_autoptr (GError) error = NULL;

  relance_changes_undo (self->book, change, &error);
  g_assert_no_error (error);
}

static char *
dup_note (RelanceImport *import, RelanceImportFate fate, int index)
{
  g_autoptr (GPtrArray) items = relance_import_get_items (import, fate, -1);

  g_assert_cmpint (index, <, (int) items->len);

  return g_strdup (((RelanceImportItem *) items->pdata[index])->note);
}

static const char two_invoices[] = HEADER
  "A-1;Atelier Exemple;compta@atelier.example;2026-01-05;2026-02-04;1 234,56;1 000,00;"
  "2026-02-01;EUR\n"
  "A-2;Studio Sample;;2026-10-01;2026-12-31;80,00;;;GBP\n";

static void
test_new_invoices (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = NULL;
  g_autoptr (RelanceInvoice) invoice = NULL;
  g_autoptr (RelanceClient) client = NULL;
  g_autofree char *summary = NULL;

  book_fixture_set_up (&fixture, "2026-11-24");
  import = read_good (&fixture, two_invoices);
  assert_counts (import, 2, 0, 0, 0);
  g_assert_cmpint (relance_import_get_counts (import)->clients_created, ==, 2);
  g_assert_cmpint (relance_import_get_counts (import)->payments_created, ==, 1);
  summary = relance_import_dup_summary (import);
  g_assert_cmpstr (summary, ==, "2 invoices, 1 late.");
  g_assert_cmpint (apply (import, &fixture), >, 0);

  invoice = get_invoice (&fixture, "A-1");
  g_assert_cmpint (invoice->total, ==, 123456);
  g_assert_cmpint (invoice->balance, ==, 23456);
  g_assert_cmpint (invoice->due, ==, relance_date_new (2026, 2, 4));
  g_assert_cmpint (get_payment (invoice, 0)->date, ==, relance_date_new (2026, 2, 1));

  client = relance_clients_find (fixture.book, "Atelier Exemple", NULL);
  g_assert_cmpstr (client->email, ==, "compta@atelier.example");
  g_assert_cmpint (client->kind, ==, RELANCE_KIND_BUSINESS);
  g_assert_cmpint (client->tone, ==, RELANCE_TONE_FRIENDLY);
  g_assert_cmpint (client->address, ==, RELANCE_ADDRESS_VOUS);
}

static void
test_nothing_before_apply (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (RelanceImport) import = NULL;

  book_fixture_set_up (&fixture, "2026-11-24");
  before = checksum (&fixture);
  import = read_good (&fixture, two_invoices);
  after = checksum (&fixture);

  g_assert_cmpstr (before, ==, after);
}

static void
test_same_file_again (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  book_fixture_set_up (&fixture, "2026-11-24");
  import_text (&fixture, two_invoices);
  before = checksum (&fixture);

  again = read_good (&fixture, two_invoices);
  assert_counts (again, 0, 0, 2, 0);
  g_assert_cmpint (relance_import_get_counts (again)->payments_created, ==, 0);
  g_assert_cmpint (apply (again, &fixture), ==, 0);
  after = checksum (&fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_undo (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) again = NULL;
  gboolean empty = FALSE;
  gint64 change;

  book_fixture_set_up (&fixture, "2026-11-24");
  change = import_text (&fixture, two_invoices);
  undo (&fixture, change);
  g_assert_true (relance_book_is_empty (fixture.book, &empty, NULL));
  g_assert_true (empty);

  again = read_good (&fixture, two_invoices);
  assert_counts (again, 2, 0, 0, 0);
}

static void
test_corrections_and_their_undo (void)
{
  static const char corrected[] = HEADER
    "A-1;atelier  EXEMPLE;;2026-01-06;2026-02-10;1 300,00;1 300,00;2026-03-01;EUR\n"
    "A-2;Studio Sample;hello@sample.example;2026-10-01;2026-12-31;80,00;;;GBP\n";
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = NULL;
  g_autoptr (RelanceInvoice) after = NULL;
  g_autoptr (RelanceInvoice) undone = NULL;
  g_autoptr (RelanceClient) client = NULL;
  g_autoptr (RelanceClient) client_undone = NULL;
  g_autofree char *note = NULL;
  gint64 change;

  book_fixture_set_up (&fixture, "2026-11-24");
  import_text (&fixture, two_invoices);
  import = read_good (&fixture, corrected);
  assert_counts (import, 0, 2, 0, 0);
  note = dup_note (import, RELANCE_IMPORT_CHANGED, 0);
  g_assert_nonnull (strstr (note, "→"));
  g_assert_nonnull (strstr (note, "300.00"));
  change = apply (import, &fixture);

  after = get_invoice (&fixture, "A-1");
  g_assert_cmpint (after->total, ==, 130000);
  g_assert_cmpint (after->balance, ==, 0);
  g_assert_cmpint (after->issued, ==, relance_date_new (2026, 1, 6));
  g_assert_cmpint (after->due, ==, relance_date_new (2026, 2, 10));
  g_assert_cmpuint (after->payments->len, ==, 2);
  client = relance_clients_find (fixture.book, "Studio Sample", NULL);
  g_assert_cmpstr (client->email, ==, "hello@sample.example");

  undo (&fixture, change);
  undone = get_invoice (&fixture, "A-1");
  g_assert_cmpint (undone->total, ==, 123456);
  g_assert_cmpint (undone->balance, ==, 23456);
  g_assert_cmpint (undone->issued, ==, relance_date_new (2026, 1, 5));
  g_assert_cmpint (undone->due, ==, relance_date_new (2026, 2, 4));
  client_undone = relance_clients_find (fixture.book, "Studio Sample", NULL);
  g_assert_null (client_undone->email);
}

/* One row against a book that has two invoices. */
static void
test_rows_against_the_book (void)
{
  static const struct
  {
    const char *row;
    RelanceImportFate fate;
    const char *note; /* a part of it */
  } cases[] = {
    { "A-1;Atelier Exemple;;2026-01-05;2026-02-04;900,00;;;EUR", RELANCE_IMPORT_REJECTED,
      "lower than what was already paid" },
    { "A-1;Atelier Exemple;;2026-01-05;2026-02-04;1 234,56;;;USD", RELANCE_IMPORT_REJECTED, "EUR" },
    { "A-1;Atelier Exemple;;2026-01-05;2026-02-04;1 234,56;10,00;;EUR", RELANCE_IMPORT_UNCHANGED,
      "More was paid in the book" },
    { "A-1;Atelier Exemple;other@atelier.example;2026-01-05;2026-02-04;1 234,56;1 000,00;;EUR",
      RELANCE_IMPORT_UNCHANGED, "compta@atelier.example is kept" },
    { "A-1;Atelier Exemple;two@x.example, three@x.example;2026-01-05;2026-02-04;1 234,56;;;EUR",
      RELANCE_IMPORT_UNCHANGED, "not exactly one address" },
    { "A-1;Atelier Exemple;;2026-01-05;;1 234,56;;;EUR", RELANCE_IMPORT_UNCHANGED, "" },
    { "A-1;Atelier Exemple;;2026-01-05;2026-02-04;1 234,56;1 234,56;;EUR", RELANCE_IMPORT_CHANGED,
      "A payment" },
    { "A-1;Studio Sample;;2026-01-05;2026-02-04;1 234,56;;;EUR", RELANCE_IMPORT_NEW, "" },
    { "A-3;Atelier Exemple;;2026-01-05;;10,00;;;EUR", RELANCE_IMPORT_NEW, "No due date" },
    { "A-3;Atelier Exemple;;31/02/2026;;10,00;;;EUR", RELANCE_IMPORT_REJECTED, "31/02/2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (BookFixture) fixture = { 0 };
      g_autofree char *text = g_strconcat (HEADER, cases[i].row, "\n", NULL);
      g_autoptr (RelanceImport) import = NULL;
      g_autoptr (GPtrArray) items = NULL;
      RelanceImportItem *item;

      book_fixture_set_up (&fixture, "2026-11-24");
      import_text (&fixture, two_invoices);
      import = read_good (&fixture, text);
      items = relance_import_get_items (import, 0, -1);
      item = items->pdata[0];

      g_test_message ("%s: %s", cases[i].row, item->note);
      g_assert_cmpint (item->fate, ==, cases[i].fate);
      g_assert_nonnull (strstr (item->note, cases[i].note));
      g_assert_cmpint (item->line, ==, 2);
      g_assert_cmpstr (item->file, ==, "invoices.csv");
    }
}

static void
test_payment_dates (void)
{
  static const char open[] = HEADER "1;Sample;;2026-01-05;2026-02-04;10,00;;;EUR\n";
  static const char paid[] = HEADER "1;Sample;;2026-01-05;2026-02-04;10,00;10,00;;EUR\n"
                                    "2;Sample;;2026-01-05;2026-02-04;10,00;10,00;;EUR\n"
                                    "3;Sample;;2026-11-20;2026-12-20;10,00;12,00;;EUR\n";
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceInvoice) known = NULL;
  g_autoptr (RelanceInvoice) past = NULL;
  g_autoptr (RelanceInvoice) early = NULL;
  g_autoptr (RelanceImport) again = NULL;

  book_fixture_set_up (&fixture, "2026-11-24");
  import_text (&fixture, open);
  import_text (&fixture, paid);

  known = get_invoice (&fixture, "1");
  past = get_invoice (&fixture, "2");
  early = get_invoice (&fixture, "3");
  g_assert_cmpint (get_payment (known, 0)->date, ==, relance_date_new (2026, 11, 24));
  g_assert_cmpint (get_payment (past, 0)->date, ==, relance_date_new (2026, 2, 4));
  g_assert_cmpint (get_payment (early, 0)->date, ==, relance_date_new (2026, 11, 24));
  g_assert_cmpint (early->balance, ==, 0);

  again = read_good (&fixture, paid);
  assert_counts (again, 0, 0, 3, 0);
}

static void
test_several_files (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;

  book_fixture_set_up (&fixture, "2026-11-24");
  import = read_good (&fixture, two_invoices);
  read_text (import, &fixture, "again.csv", two_invoices, &error);
  g_assert_no_error (error);
  assert_counts (import, 2, 0, 2, 0);
  read_text (import, &fixture, "other.csv",
             HEADER "A-2;Studio Sample;;2026-10-01;2026-12-31;81,00;;;GBP\n"
                    "A-4;Studio Sample;;2026-10-01;2026-12-31;81,00;;;GBP\n",
             &error);
  g_assert_no_error (error);
  assert_counts (import, 3, 0, 2, 1);
  note = dup_note (import, RELANCE_IMPORT_REJECTED, 0);
  g_assert_nonnull (strstr (note, "invoices.csv"));

  g_assert_false (read_text (import, &fixture, "bad.csv", "nothing\n", &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
  assert_counts (import, 3, 0, 2, 1);
  g_assert_cmpint (apply (import, &fixture), >, 0);
  assert_invoice (&fixture, "A-4", 8100, 8100, "GBP");
}

static void
test_book_changed_since (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 change;

  book_fixture_set_up (&fixture, "2026-11-24");
  import = read_good (&fixture, two_invoices);
  book_fixture_add_client (&fixture, "Atelier Exemple");
  before = checksum (&fixture);

  g_assert_false (relance_import_apply (import, fixture.book, NULL, &change, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE);
  after = checksum (&fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refused_files (void)
{
  static const char *const texts[] = {
    "",
    "%PDF-1.4",
    "Number;Client;Due\n1;Sample;2026-01-01\n",
    "words without columns\n",
    HEADER,
    HEADER "1;\"Sample;;2026-01-01;;1;;;\n",
  };
  g_auto (BookFixture) fixture = { 0 };
  g_autofree char *before = NULL;

  book_fixture_set_up (&fixture, "2026-11-24");
  import_text (&fixture, two_invoices);
  before = checksum (&fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RelanceImport) import = relance_import_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (read_text (import, &fixture, "bad.csv", texts[i], &error));
      g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
      g_assert_cmpstr (error->message, !=, "");
      after = checksum (&fixture);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_missing_file (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GError) error = NULL;

  book_fixture_set_up (&fixture, "2026-11-24");
  g_assert_false (relance_import_read (import, fixture.book, "/nowhere/x.csv", NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
}

/* What a name holds is text, and what it cannot hold is not in the book. */
static void
test_hostile_names (void)
{
  static const char text[] = HEADER
    "1;\"Comma, \"\"Quote\"\" Sample\";;2026-01-05;2026-02-04;10,00;;;EUR\n"
    "2;\"Line\nbreak\tSample\";\"a@x.example\nBcc: "
    "b@x.example\";2026-01-05;2026-02-04;10,00;;;EUR\n"
    "3;\u202eReversed\u200f Sample;;2026-01-05;2026-02-04;10,00;;;EUR\n"
    "4;{{iban}} Bcc: x@x.example;;2026-01-05;2026-02-04;10,00;;;EUR\n"
    "5;=HYPERLINK(1);;2026-01-05;2026-02-04;10,00;;;EUR\n"
    "6;Bell\a;;2026-01-05;2026-02-04;10,00;;;EUR\n"
    "7;\"'); DROP TABLE client; --\";;2026-01-05;2026-02-04;10,00;;;EUR\n";
  static const char *const names[] = {
    "Comma, \"Quote\" Sample",   "Line break Sample", "Reversed Sample",
    "{{iban}} Bcc: x@x.example", "=HYPERLINK(1)",     "'); DROP TABLE client; --",
  };
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = NULL;

  book_fixture_set_up (&fixture, "2026-11-24");
  import = read_good (&fixture, text);
  assert_counts (import, 6, 0, 0, 1);
  apply (import, &fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RelanceClient) client = relance_clients_find (fixture.book, names[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (client->name, ==, names[i]);
      g_assert_null (client->email);
    }
}

static char *
make_large_file (int n_rows)
{
  GString *text = g_string_new (HEADER);

  for (int i = 0; i < n_rows; i++)
    g_string_append_printf (text, "L-%d;Sample %d;;2026-01-05;2026-02-04;10,00;10,00;;EUR\n", i,
                            i % 50);

  return g_string_free_and_steal (text);
}

/* A file that may not grow is a full disk. */
static void
test_full_disk (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autofree char *text = make_large_file (5000);
  g_autoptr (RelanceImport) import = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before, tight;
  gboolean empty = FALSE;
  gint64 change;

  book_fixture_set_up (&fixture, "2026-11-24");
  import = read_good (&fixture, text);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  tight = before;
  tight.rlim_cur = 256 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
  g_assert_false (relance_import_apply (import, fixture.book, NULL, &change, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_true (error->domain == RELANCE_STORE_ERROR);
  g_assert_true (relance_book_is_empty (fixture.book, &empty, NULL));
  g_assert_true (empty);
  g_assert_cmpint (apply (import, &fixture), >, 0);
  assert_invoice (&fixture, "L-4999", 1000, 0, "EUR");
}

static void
test_cancelled (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 change;

  book_fixture_set_up (&fixture, "2026-11-24");
  import = read_good (&fixture, two_invoices);
  before = checksum (&fixture);
  g_cancellable_cancel (cancellable);
  g_assert_false (relance_import_apply (import, fixture.book, cancellable, &change, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = checksum (&fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_map (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GError) error = NULL;

  book_fixture_set_up (&fixture, "2026-11-24");
  g_assert_false (relance_import_map (import, "Wert", "worth", &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (relance_import_map (import, "Wert", "total", &error));
  read_text (import, &fixture, "x.csv", "Number;Client;Due;Wert\n1;Sample;2026-01-01;12,50\n",
             &error);
  g_assert_no_error (error);
  apply (import, &fixture);
  assert_invoice (&fixture, "1", 1250, 1250, "EUR");
}

static void
test_currency_of_the_business (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceBusiness) business = relance_business_new ();
  g_autoptr (GError) error = NULL;

  book_fixture_set_up (&fixture, "2026-11-24");
  relance_business_take (business, RELANCE_BUSINESS_CURRENCY, g_strdup ("CHF"));
  relance_business_save (fixture.book, business, &error);
  g_assert_no_error (error);
  import_text (&fixture, "Number;Client;Due;Total\n1;Sample;2026-01-01;12,50\n");
  assert_invoice (&fixture, "1", 1250, 1250, "CHF");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/import/new-invoices", test_new_invoices);
  g_test_add_func ("/services/import/nothing-before-apply", test_nothing_before_apply);
  g_test_add_func ("/services/import/same-file-again", test_same_file_again);
  g_test_add_func ("/services/import/undo", test_undo);
  g_test_add_func ("/services/import/corrections-and-their-undo", test_corrections_and_their_undo);
  g_test_add_func ("/services/import/rows-against-the-book", test_rows_against_the_book);
  g_test_add_func ("/services/import/payment-dates", test_payment_dates);
  g_test_add_func ("/services/import/several-files", test_several_files);
  g_test_add_func ("/services/import/book-changed-since", test_book_changed_since);
  g_test_add_func ("/services/import/refused-files", test_refused_files);
  g_test_add_func ("/services/import/missing-file", test_missing_file);
  g_test_add_func ("/services/import/hostile-names", test_hostile_names);
  g_test_add_func ("/services/import/full-disk", test_full_disk);
  g_test_add_func ("/services/import/cancelled", test_cancelled);
  g_test_add_func ("/services/import/map", test_map);
  g_test_add_func ("/services/import/currency-of-the-business", test_currency_of_the_business);

  return g_test_run ();
}
