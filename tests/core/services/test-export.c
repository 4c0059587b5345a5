/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"
#include "relance-accounts.h"
#include "relance-check.h"
#include "relance-documents.h"
#include "relance-export.h"
#include "relance-import.h"
#include "relance-payments.h"

#include <sqlite3.h>
#include <string.h>

#define TODAY "2026-11-24"

/* Of random books; "-m slow" takes more. */
#define N_BOOKS 15
#define N_BOOKS_SLOW 500

/* No, two and three digits, and four. */
static const char *const currencies[] = { "EUR", "USD", "JPY", "KWD", "CLF" };

/* What people, spreadsheets and formats stumble over. */
static const char *const names[] = {
  "Léa Exemple",  "=1+1",         "+33 Exemple",    "-Exemple",      "@exemple",
  "'Exemple",     "'=1+1",        "''@exemple",     "Exemple, Fils", "\"Exemple\"",
  "Exemple;Fils", "例え株式会社", "Exemple “Fils”", "{\"a\": [1]}",  "\\Exemple\\",
  "O'Exemple",    "NULL",         "0123",           "مثال",          "1E5",
};

static const char *const notes[] = {
  "one line", "=two\nlines", "a \"quoted\", line\n\nand one after", "-", "'", "\\n", "ends in \\",
};

static RelanceDate
to_date (int day)
{
  return relance_date_parse_iso (TODAY) + day;
}

static const char *
pick (GRand *random, const char *const *list, gsize n)
{
  return list[g_rand_int_range (random, 0, (gint32) n)];
}

static gboolean
toss (GRand *random)
{
  return g_rand_boolean (random);
}

static void
set (RelanceClient *client, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (relance_clients_set (client, key, value, &error));
  g_assert_no_error (error);
}

static void
fill_client (RelanceClient *client, GRand *random)
{
  if (toss (random))
    {
      set (client, "notes", pick (random, notes, G_N_ELEMENTS (notes)));
      set (client, "phone", "+33 1 23 45 67 89");
      set (client, "iban", "FR76 3000 6000 0112 3456 7890 189");
    }
  if (toss (random))
    {
      set (client, "street", pick (random, names, G_N_ELEMENTS (names)));
      set (client, "country", "FR");
      set (client, "time_zone", "Europe/Paris");
      set (client, "terms", "30 days end of month");
    }
  if (toss (random))
    {
      client->excluded = g_strdup (pick (random, names, G_N_ELEMENTS (names)));
      client->excluded_until = toss (random) ? to_date (30) : RELANCE_DATE_NONE;
      client->hours_from = 9 * 60;
      client->hours_to = toss (random) ? 24 * 60 : 18 * 60 + 30;
    }
  client->kind = 1 + g_rand_int_range (random, 0, 3);
  client->tone = 1 + g_rand_int_range (random, 0, 3);
  client->address = 1 + g_rand_int_range (random, 0, 2);
  client->language = 1 + g_rand_int_range (random, 0, 2);
}

static void
add_contact (RelanceBook *book, gint64 client, GRand *random)
{
  g_autoptr (RelanceContact) contact = relance_contact_new ();
  g_autoptr (GError) error = NULL;

  contact->first_name = g_strdup (pick (random, names, G_N_ELEMENTS (names)));
  contact->role = g_strdup ("Accounts, \"payable\"");
  contact->email = g_strdup_printf ("c%u@example.org", g_rand_int (random));
  relance_contacts_save (book, client, contact, toss (random), NULL, &error);
  g_assert_no_error (error);
}

static gint64
add_client (RelanceBook *book, GRand *random)
{
  g_autoptr (RelanceClient)
    client = relance_client_new (pick (random, names, G_N_ELEMENTS (names)));
  g_autoptr (GError) error = NULL;
  gint64 id;

  fill_client (client, random);
  id = relance_clients_save (book, client, NULL, &error);
  g_assert_no_error (error);
  while (toss (random))
    add_contact (book, id, random);
  return id;
}

static void
split (RelanceBook *book, gint64 invoice, gint64 total)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (RelanceInstalment));
  RelanceInstalment first = { .due = to_date (-20), .amount = total / 3 };
  RelanceInstalment second = { .due = to_date (20), .amount = total - total / 3 };
  g_autoptr (GError) error = NULL;

  if (total < 3)
    return;
  g_array_append_val (parts, first);
  g_array_append_val (parts, second);
  relance_instalments_set (book, invoice, parts, NULL, &error);
  g_assert_no_error (error);
}

static void
settle (RelanceBook *book, gint64 client, gint64 invoice, const char *currency, GRand *random)
{
  RelanceReceipt receipt = { .client_id = client,
                             .invoice_id = toss (random) ? invoice : 0,
                             .amount = 1 + g_rand_int_range (random, 0, 30000),
                             .currency = currency,
                             .date = to_date (-g_rand_int_range (random, 0, 40)),
                             .means = toss (random) ? "chèque, n° 1" : NULL,
                             .note = toss (random) ? "=note" : NULL };
  g_autofree char *number = g_strdup_printf ("A-%u", g_rand_int (random));
  RelanceCreditNote note = { .client_id = client,
                             .invoice_id = toss (random) ? invoice : 0,
                             .number = number,
                             .amount = 1 + g_rand_int_range (random, 0, 5000),
                             .currency = currency,
                             .issued = to_date (-3) };

  if (toss (random))
    relance_payments_receive (book, &receipt, NULL, NULL);
  if (toss (random))
    relance_credit_notes_add (book, &note, NULL, NULL);
  if (g_rand_int_range (random, 0, 4) == 0)
    relance_invoices_write_off (book, invoice, to_date (-1), "-small", NULL, NULL);
  if (g_rand_int_range (random, 0, 4) == 0)
    relance_invoices_exclude (book, invoice, "@lawyer", to_date (9), NULL, NULL);
}

static void
attach (RelanceBook *book, gint64 invoice, GRand *random)
{
  g_autofree char *content = g_strdup_printf ("%%PDF %d", g_rand_int_range (random, 0, 5));
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;

  relance_documents_add (book, invoice, "F: 1|\"é\".pdf", "application/pdf", bytes, NULL, &error);
  g_assert_no_error (error);
}

static void
add_invoice (RelanceBook *book, gint64 client, GRand *random)
{
  g_autoptr (RelanceInvoice) invoice = relance_invoice_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  invoice->client_id = client;
  invoice->number = g_strdup_printf ("%s%u", toss (random) ? "F-" : "=", g_rand_int (random));
  invoice->total = g_rand_int_range (random, 0, 100000);
  g_strlcpy (invoice->currency, pick (random, currencies, G_N_ELEMENTS (currencies)),
             sizeof invoice->currency);
  invoice->issued = to_date (-60);
  invoice->due = to_date (-g_rand_int_range (random, -30, 30));
  invoice->label = toss (random) ? g_strdup (pick (random, names, G_N_ELEMENTS (names))) : NULL;
  id = relance_invoices_save (book, invoice, NULL, &error);
  g_assert_no_error (error);
  if (toss (random))
    split (book, id, invoice->total);
  settle (book, client, id, invoice->currency, random);
  if (toss (random))
    attach (book, id, random);
  if (g_rand_int_range (random, 0, 6) == 0)
    g_assert_true (relance_invoices_remove (book, id, NULL, NULL));
}

static void
fill_business (RelanceBook *book)
{
  g_autoptr (RelanceBusiness) business = relance_business_load (book, NULL);

  g_assert_true (relance_business_set (business, "name", "=Studio, Exemple", NULL));
  g_assert_true (relance_business_set (business, "currency", "EUR", NULL));
  g_assert_true (relance_business_save (book, business, NULL));
}

static void
fill_book (RelanceBook *book, GRand *random)
{
  fill_business (book);
  for (int i = 0; i < 4; i++)
    {
      gint64 client = add_client (book, random);

      while (g_rand_int_range (random, 0, 4) > 0)
        add_invoice (book, client, random);
    }
  if (toss (random))
    attach (book, 0, random);
}

static int
add_row (gpointer rows, int n, char **values, char **columns)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s=%s ", columns[i], values[i] != NULL ? values[i] : "NULL");
  g_ptr_array_add (rows, g_string_free_and_steal (text));
  return 0;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

#define CLIENT "c.name, c.kind, c.tone, c.notes, c.email"
#define INVOICE CLIENT ", i.number, i.issued, i.currency, i.total"
#define PAYMENT "y.kind, y.date, y.amount, y.currency, y.means, y.number, y.reference, y.note"

/* Every row that counts, with what it belongs to in the place of ids. */
static char *
dump (const char *path)
{
  static const char *const queries[] = {
    "SELECT 'setting', key, value FROM setting WHERE key LIKE 'business.%'",
    "SELECT 'client', c.name, c.name_key, c.kind, c.tone, c.address, c.language, c.title, "
    "c.first_name, c.last_name, c.email, c.phone, c.street, c.postcode, c.city, c.country, "
    "c.siren, "
    "c.siret, c.vat, c.iban, c.time_zone, c.hours_from, c.hours_to, c.terms, c.code, c.notes, "
    "c.excluded, c.excluded_until, c.archived, c.erased_at, t.email AS to_email "
    "FROM client c LEFT JOIN contact t ON t.id = c.reminder_contact_id WHERE c.removed_by IS NULL",
    "SELECT 'contact', " CLIENT ", t.title, t.first_name, t.last_name, t.role, t.email, t.phone "
    "FROM contact t JOIN client c ON c.id = t.client_id WHERE t.removed_by IS NULL",
    "SELECT 'invoice', " INVOICE ", i.label, i.type, i.means, i.due_source, i.reference, "
    "i.corrects, i.excluded, i.excluded_until "
    "FROM invoice i JOIN client c ON c.id = i.client_id WHERE i.removed_by IS NULL",
    "SELECT 'instalment', " INVOICE ", s.due, s.amount "
    "FROM instalment s JOIN invoice i ON i.id = s.invoice_id JOIN client c ON c.id = i.client_id "
    "WHERE s.removed_by IS NULL AND i.removed_by IS NULL",
    "SELECT 'payment', " CLIENT ", " PAYMENT " FROM payment y JOIN client c ON c.id = y.client_id "
    "WHERE y.removed_by IS NULL AND (y.kind NOT IN ('write-off', 'replacement') OR EXISTS "
    "(SELECT 1 FROM allocation a JOIN instalment s ON s.id = a.instalment_id JOIN invoice i "
    "ON i.id = s.invoice_id WHERE a.payment_id = y.id AND i.removed_by IS NULL))",
    "SELECT 'allocation', " INVOICE ", s.due, s.amount, " PAYMENT ", a.amount "
    "FROM allocation a JOIN payment y ON y.id = a.payment_id JOIN instalment s ON s.id = "
    "a.instalment_id JOIN invoice i ON i.id = s.invoice_id JOIN client c ON c.id = i.client_id "
    "WHERE y.removed_by IS NULL AND s.removed_by IS NULL AND i.removed_by IS NULL",
    "SELECT 'document', i.number, y.number, d.sha256, d.name, d.media_type, d.content "
    "FROM attachment a JOIN document d ON d.id = a.document_id LEFT JOIN invoice i ON i.id = "
    "a.invoice_id LEFT JOIN payment y ON y.id = a.payment_id "
    "WHERE a.removed_by IS NULL AND i.removed_by IS NULL AND y.removed_by IS NULL",
  };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    g_assert_cmpint (sqlite3_exec (db, queries[i], add_row, rows, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_ptr_array_sort (rows, compare_rows);
  g_ptr_array_add (rows, NULL);
  return g_strjoinv ("\n", (char **) rows->pdata);
}

static char *
export_to (BookFixture *book, const char *name, gint64 client)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (book->folder, name, NULL);
  RelanceExportOrder order = { .path = path, .client_id = client };
  RelanceExportCounts counts;

  order.form = relance_export_guess_form (path);
  relance_export_write (book->book, &order, &counts, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
assert_refused (BookFixture *book, const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;
  RelanceExportOrder order = { .path = path };
  RelanceExportCounts counts;

  order.form = relance_export_guess_form (path);
  g_assert_false (relance_export_write (book->book, &order, &counts, NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
}

/* Returns: what was created. */
static RelanceImportCounts
read_back (RelanceBook *book, const char *path, GError **error)
{
  g_autoptr (RelanceImport) import = relance_import_new ();
  gint64 change;

  if (!relance_import_read (import, book, path, NULL, error) ||
      !relance_import_apply (import, book, NULL, &change, error))
    return (RelanceImportCounts) { 0 };
  return *relance_import_get_counts (import);
}

static void
assert_sound (RelanceBook *book)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (relance_check (book, findings, NULL));
  if (findings->len > 0)
    g_error ("%s", (char *) findings->pdata[0]);
}

/* Twice: the second time there is nothing to do. */
static void
assert_reads_back (const char *path, const char *expected)
{
  BookFixture copy;
  g_autoptr (GError) error = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  RelanceImportCounts counts;

  book_fixture_set_up (&copy, TODAY);
  read_back (copy.book, path, &error);
  g_assert_no_error (error);
  once = dump (copy.path);
  g_assert_cmpstr (once, ==, expected);
  assert_sound (copy.book);
  counts = read_back (copy.book, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (counts.created + counts.updated + counts.rejected + counts.clients_created +
                     counts.contacts_created + counts.payments_created,
                   ==, 0);
  twice = dump (copy.path);
  g_assert_cmpstr (twice, ==, expected);
  book_fixture_tear_down (&copy);
}

static void
test_equal_book (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  int n = g_test_slow () ? N_BOOKS_SLOW : N_BOOKS;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed + (guint32) i);
      g_autofree char *expected = NULL;
      g_autofree char *folder = NULL;
      g_autofree char *json = NULL;
      BookFixture book;

      g_test_message ("book %u", seed + (guint32) i);
      book_fixture_set_up (&book, TODAY);
      fill_book (book.book, random);
      expected = dump (book.path);
      folder = export_to (&book, "Out", 0);
      json = export_to (&book, "out.json", 0);
      assert_reads_back (folder, expected);
      assert_reads_back (json, expected);
      book_fixture_tear_down (&book);
    }
}

static void
test_undo (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autofree char *path = NULL;
  BookFixture book, copy;
  gboolean empty = FALSE;
  gint64 change;

  book_fixture_set_up (&book, TODAY);
  book_fixture_set_up (&copy, TODAY);
  fill_book (book.book, random);
  path = export_to (&book, "Out", 0);
  g_assert_true (relance_import_read (import, copy.book, path, NULL, NULL));
  g_assert_true (relance_import_apply (import, copy.book, NULL, &change, NULL));
  g_assert_true (relance_changes_undo (copy.book, change, NULL));
  g_assert_true (relance_book_is_empty (copy.book, &empty, NULL));
  g_assert_true (empty);
  assert_sound (copy.book);
  book_fixture_tear_down (&copy);
  book_fixture_tear_down (&book);
}

/* What the book has is its own: only what it lacks is added. */
static void
test_into_another_book (void)
{
  BookFixture book, other;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceInvoice) kept = NULL;
  g_autofree char *path = NULL;
  RelanceImportCounts counts;
  gint64 client, invoice;

  book_fixture_set_up (&book, TODAY);
  book_fixture_set_up (&other, TODAY);
  client = book_fixture_add_client (&book, "Exemple");
  invoice =
    book_fixture_add_invoice (&book, client, "F-1", 10000, "EUR", "2026-01-01", "2026-02-01");
  book_fixture_add_payment (&book, invoice, 4000, "2026-03-01");
  book_fixture_add_invoice (&book, client, "F-2", 5000, "EUR", "2026-01-01", "2026-02-01");
  path = export_to (&book, "Out", 0);

  client = book_fixture_add_client (&other, "Exemple");
  invoice =
    book_fixture_add_invoice (&other, client, "F-1", 7000, "EUR", "2026-01-01", "2026-02-01");
  counts = read_back (other.book, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (counts.clients_created, ==, 0);
  g_assert_cmpint (counts.created, ==, 1);
  g_assert_cmpint (counts.rejected, ==, 2);
  kept = book_fixture_get_invoice (&other, invoice);
  g_assert_cmpint (kept->total, ==, 7000);
  g_assert_cmpint (kept->balance, ==, 7000);
  assert_sound (other.book);
  book_fixture_tear_down (&other);
  book_fixture_tear_down (&book);
}

static char *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return content;
}

static void
test_csv (void)
{
  BookFixture book;
  g_autofree char *path = NULL;
  g_autofree char *clients = NULL;
  g_autofree char *invoices = NULL;
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  gint64 client;

  book_fixture_set_up (&book, TODAY);
  client = book_fixture_add_client (&book, "=cmd|' /C calc'!A0, \"x\"");
  book_fixture_add_invoice (&book, client, "F-1", 1234567, "EUR", "2026-01-01", "2026-02-01");
  book_fixture_add_invoice (&book, client, "F-2", 1234567, "JPY", "2026-01-02", "2026-02-01");
  book_fixture_add_invoice (&book, client, "F-3", 1234567, "KWD", "2026-01-03", "2026-02-01");
  book_fixture_add_invoice (&book, client, "@F-4", 5, "KWD", "2026-01-04", "2026-02-01");
  path = export_to (&book, "Out", 0);
  clients = read_file (path, "clients.csv");
  g_assert_true (g_str_has_prefix (clients, "\xEF\xBB\xBFid,name,kind,"));
  g_assert_nonnull (strstr (clients, "\r\n1,\"'=cmd|' /C calc'!A0, \"\"x\"\"\",business,"));
  invoices = read_file (path, "invoices.csv");
  g_assert_nonnull (strstr (invoices, ",F-1,2026-01-01,EUR,12345.67,"));
  g_assert_nonnull (strstr (invoices, ",F-2,2026-01-02,JPY,1234567,"));
  g_assert_nonnull (strstr (invoices, ",F-3,2026-01-03,KWD,1234.567,"));
  g_assert_nonnull (strstr (invoices, ",'@F-4,2026-01-04,KWD,0.005,"));

  list = export_to (&book, "list.csv", 0);
  text = read_file (book.folder, "list.csv");
  g_assert_true (g_str_has_prefix (
    text, "\xEF\xBB\xBFnumber,client,issued,due,currency,total,balance,state,days_late,label\r\n"
          "F-1,\"'=cmd|' /C calc'!A0, \"\"x\"\"\",2026-01-01,2026-02-01,EUR,12345.67,12345.67,"
          "overdue,296,\r\n"));
  book_fixture_tear_down (&book);
}

/* All that is held about one, and nothing about another. */
static void
test_one_client (void)
{
  BookFixture book;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gint64 client, other;

  book_fixture_set_up (&book, TODAY);
  fill_business (book.book);
  client = book_fixture_add_client (&book, "Alpha");
  other = book_fixture_add_client (&book, "Beta");
  book_fixture_add_invoice (&book, client, "F-1", 100, "EUR", "2026-01-01", "2026-02-01");
  book_fixture_add_invoice (&book, other, "G-1", 100, "EUR", "2026-01-01", "2026-02-01");
  path = export_to (&book, "alpha.json", client);
  text = read_file (book.folder, "alpha.json");
  g_assert_nonnull (strstr (text, "\"Alpha\""));
  g_assert_nonnull (strstr (text, "\"F-1\""));
  g_assert_nonnull (strstr (text, "\"invoice-added\""));
  g_assert_null (strstr (text, "Beta"));
  g_assert_null (strstr (text, "G-1"));
  g_assert_null (strstr (text, "Studio"));
  book_fixture_tear_down (&book);
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_places (void)
{
  BookFixture book;
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *own = NULL;
  g_autofree char *other = NULL;
  g_autofree char *absent = NULL;
  guint n;

  book_fixture_set_up (&book, TODAY);
  book_fixture_add_client (&book, "Exemple");
  path = export_to (&book, "Out", 0);
  n = count_entries (book.folder);
  again = export_to (&book, "Out", 0);
  g_assert_cmpuint (count_entries (book.folder), ==, n);

  own = g_build_filename (path, "mine.txt", NULL);
  g_assert_true (g_file_set_contents (own, "mine", -1, NULL));
  assert_refused (&book, path, "other files");
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));

  other = g_build_filename (book.folder, "mine.json", NULL);
  g_assert_true (g_file_set_contents (other, "{\"mine\": 1}", -1, NULL));
  assert_refused (&book, other, "Something else");
  absent = g_build_filename (book.folder, "absent", "out.json", NULL);
  assert_refused (&book, absent, "no such folder");
  g_assert_cmpuint (count_entries (book.folder), ==, n + 1);
  book_fixture_tear_down (&book);
}

static void
test_cancelled (void)
{
  static const char *const targets[] = { "Out", "out.json", "out.csv" };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  BookFixture book;
  guint n;

  book_fixture_set_up (&book, TODAY);
  fill_book (book.book, random);
  g_cancellable_cancel (cancellable);
  n = count_entries (book.folder);
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *path = g_build_filename (book.folder, targets[i], NULL);
      g_autoptr (GError) error = NULL;
      RelanceExportOrder order = { .path = path, .form = relance_export_guess_form (path) };
      RelanceExportCounts counts;

      g_assert_false (relance_export_write (book.book, &order, &counts, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count_entries (book.folder), ==, n);
    }
  book_fixture_tear_down (&book);
}

static void
replace_in (const char *path, const char *from, const char *to)
{
  g_autofree char *content = NULL;
  g_autoptr (GString) text = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  text = g_string_new (content);
  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

/* What somebody changed is refused whole, and the book is as it was. */
static void
test_changed (void)
{
  static const struct
  {
    const char *file;
    const char *from;
    const char *to;
  } changes[] = {
    { "relance-export.json", "\"version\": 1", "\"version\": 2" },
    { "relance-export.json", "{", "[" },
    { "clients.csv", "business", "busy" },
    { "clients.csv", ",name", ",title2" },
    { "clients.csv", "\r\n1,", "\r\n0," },
    { "invoices.csv", "2026-01-01", "2026-02-30" },
    { "invoices.csv", "EUR", "XYX" },
    { "invoices.csv", "100.00", "100.001" },
    { "invoices.csv", "100.00", "90.00" },
    { "invoices.csv", "\r\n1,1,", "\r\n1,7," },
    { "instalments.csv", "100.00", "999999999999999999.00" },
    { "payments.csv", "40.00", "4.00" },
    { "allocations.csv", "40.00", "140.00" },
    { "documents.csv", "documents/", "../" },
    { "documents.csv", "x.pdf,", "../x.pdf," },
    { "documents.csv", "application/pdf", "\"a\r\nb/c\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF", 4);
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;
      g_autofree char *file = NULL;
      BookFixture book, copy;
      gboolean empty = FALSE;
      gint64 invoice;

      g_test_message ("%s: %s", changes[i].file, changes[i].to);
      book_fixture_set_up (&book, TODAY);
      book_fixture_set_up (&copy, TODAY);
      invoice = book_fixture_add_invoice (&book, book_fixture_add_client (&book, "Exemple"), "F-1",
                                          10000, "EUR", "2026-01-01", "2026-02-01");
      book_fixture_add_payment (&book, invoice, 4000, "2026-03-01");
      relance_documents_add (book.book, invoice, "x.pdf", "application/pdf", bytes, NULL, NULL);
      path = export_to (&book, "Out", 0);
      file = g_build_filename (path, changes[i].file, NULL);
      replace_in (file, changes[i].from, changes[i].to);
      read_back (copy.book, path, &error);
      g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
      g_assert_true (relance_book_is_empty (copy.book, &empty, NULL));
      g_assert_true (empty);
      book_fixture_tear_down (&copy);
      book_fixture_tear_down (&book);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/export/equal-book", test_equal_book);
  g_test_add_func ("/services/export/undo", test_undo);
  g_test_add_func ("/services/export/into-another-book", test_into_another_book);
  g_test_add_func ("/services/export/csv", test_csv);
  g_test_add_func ("/services/export/one-client", test_one_client);
  g_test_add_func ("/services/export/places", test_places);
  g_test_add_func ("/services/export/cancelled", test_cancelled);
  g_test_add_func ("/services/export/changed", test_changed);

  return g_test_run ();
}
