/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"
#include "ledger-model.h"
#include "relance-check.h"
#include "relance-dashboard.h"
#include "relance-store-purge.h"

#include <sqlite3.h>

#define TODAY "2026-11-24"
/* Of each kind; "-m slow" takes thousands. */
#define N_HISTORIES 100
#define N_HISTORIES_SLOW 2000
#define N_STEPS 24
#define N_CLIENTS 2

static const char *const currencies[] = { "EUR", "USD" };

/* One book, and the model that says what it should hold. */
typedef struct
{
  BookFixture book;
  Model *model;
  GRand *random;
  gboolean with_undo;
  gboolean with_purge;
  guint n_purged;
} History;

/* How a history goes on. */
enum
{
  WITH_UNDO = 1 << 0,
  WITH_PURGE = 1 << 1,
};

static RelanceDate
to_date (int day)
{
  return relance_date_parse_iso (TODAY) + day;
}

static gint64
pick (History *self, gint64 n)
{
  return g_rand_int_range (self->random, 0, (gint32) n);
}

/* An invoice that is in the book, or 0. */
static gint64
pick_invoice (History *self)
{
  for (int i = 0; i < 8 && self->model->invoices->len > 0; i++)
    {
      gint64 id = 1 + pick (self, self->model->invoices->len);

      if (model_has_invoice (self->model, id))
        return id;
    }
  return 0;
}

static gint64
pick_payment (History *self)
{
  for (int i = 0; i < 8 && self->model->payments->len > 0; i++)
    {
      gint64 id = 1 + pick (self, self->model->payments->len);

      if (model_has_payment (self->model, id))
        return id;
    }
  return 0;
}

static void
add_invoice (History *self)
{
  gint64 client = 1 + pick (self, N_CLIENTS), total = 1 + pick (self, 20000);
  int currency = (int) pick (self, 2), due = (int) pick (self, 120) - 60;
  int number = 1 + (int) pick (self, 12);
  g_autoptr (RelanceInvoice) invoice = relance_invoice_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  invoice->client_id = client;
  invoice->number = g_strdup_printf ("F-%d", number);
  invoice->total = total;
  g_strlcpy (invoice->currency, currencies[currency], sizeof invoice->currency);
  invoice->issued = to_date (-90);
  invoice->due = to_date (due);
  id = relance_invoices_save (self->book.book, invoice, NULL, &error);
  if (id == 0)
    g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_EXISTS);
  else
    g_assert_cmpint (id, ==, model_add_invoice (self->model, client, number, currency, total, due));
}

static void
set_instalments (History *self)
{
  gint64 invoice = pick_invoice (self), left, change = 0;
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (RelanceInstalment));
  g_autoptr (GError) error = NULL;
  int dues[4], n = 0, day = (int) pick (self, 60) - 60;
  gint64 amounts[4];

  if (invoice == 0)
    return;
  for (left = model_invoice (self->model, invoice)->total; left > 0;
       n++, day += 1 + (int) pick (self, 30))
    {
      RelanceInstalment part = { .due = to_date (day) };

      dues[n] = day;
      part.amount = amounts[n] = n == 3 ? left : 1 + pick (self, left);
      left -= amounts[n];
      /* In any order. */
      g_array_insert_val (parts, pick (self, parts->len + 1), part);
    }
  g_assert_true (relance_instalments_set (self->book.book, invoice, parts, &change, &error));
  g_assert_no_error (error);
  if (change != 0)
    g_assert_cmpint (model_set_instalments (self->model, invoice, dues, amounts, n), ==,
                     change - N_CLIENTS);
}

static void
receive (History *self, gboolean for_invoice)
{
  gint64 invoice = for_invoice ? pick_invoice (self) : 0;
  ModelPayment payment = { .client = 1 + pick (self, N_CLIENTS),
                           .kind = RELANCE_PAYMENT_PAYMENT,
                           .currency = (int) pick (self, 2),
                           .date = -(int) pick (self, 60),
                           .amount = 1 + pick (self, 25000) };
  RelanceReceipt receipt = { .invoice_id = invoice, .amount = payment.amount };
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (for_invoice && invoice == 0)
    return;
  if (for_invoice)
    {
      payment.client = model_invoice (self->model, invoice)->client;
      payment.currency = model_invoice (self->model, invoice)->currency;
    }
  receipt.client_id = payment.client;
  receipt.currency = currencies[payment.currency];
  receipt.date = to_date (payment.date);
  id = relance_payments_receive (self->book.book, &receipt, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, model_receive (self->model, &payment, invoice, TRUE));
}

static void
add_credit_note (History *self)
{
  gint64 invoice = pick (self, 2) ? pick_invoice (self) : 0, id;
  g_autofree char *number = g_strdup_printf ("A-%u", self->model->payments->len);
  ModelPayment payment = { .client = 1 + pick (self, N_CLIENTS),
                           .kind = RELANCE_PAYMENT_CREDIT_NOTE,
                           .currency = (int) pick (self, 2),
                           .amount = 1 + pick (self, 12000) };
  RelanceCreditNote note = { .invoice_id = invoice, .number = number, .amount = payment.amount };
  g_autoptr (GError) error = NULL;

  if (invoice != 0)
    {
      payment.client = model_invoice (self->model, invoice)->client;
      payment.currency = model_invoice (self->model, invoice)->currency;
    }
  note.client_id = payment.client;
  note.currency = currencies[payment.currency];
  note.issued = to_date (0);
  id = relance_credit_notes_add (self->book.book, &note, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, model_receive (self->model, &payment, invoice, invoice != 0));
}

static gboolean
can_allocate (History *self, gint64 payment, const ModelShare *share)
{
  ModelPayment *row = model_payment (self->model, payment);
  ModelInvoice *invoice = model_invoice (self->model, share->invoice);
  gint64 room = model_balance (self->model, share->invoice);

  for (guint i = 0; i < row->parts->len; i++)
    {
      ModelPart *part = &g_array_index (row->parts, ModelPart, i);

      if (model_instalment (self->model, part->instalment)->invoice == share->invoice)
        room += part->amount;
    }
  return invoice->client == row->client && invoice->currency == row->currency &&
         share->amount <= row->amount && share->amount <= room;
}

static void
allocate (History *self)
{
  gint64 payment = pick_payment (self), invoice = pick_invoice (self), id;
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (RelanceShare));
  g_autoptr (GError) error = NULL;
  ModelShare share = { invoice, 1 + pick (self, 15000) };
  RelanceShare asked = { .invoice_id = invoice, .amount = share.amount };
  gint64 how = pick (self, 3);
  RelancePaymentKind kind = payment != 0 ? model_payment (self->model, payment)->kind : 0;

  if (payment == 0 || invoice == 0)
    return;
  if (how > 0)
    g_array_append_val (shares, asked);
  id = relance_payments_allocate (self->book.book, payment, how == 2 ? NULL : shares, NULL, &error);
  if (kind == RELANCE_PAYMENT_WRITE_OFF || kind == RELANCE_PAYMENT_REPLACEMENT ||
      (how == 1 && !can_allocate (self, payment, &share)))
    g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
  else
    g_assert_cmpint (
      id, ==, model_allocate (self->model, payment, how == 2 ? NULL : &share, how == 1 ? 1 : 0));
}

static void
write_off (History *self)
{
  gint64 invoice = pick_invoice (self);
  g_autoptr (GError) error = NULL;

  if (invoice == 0)
    return;
  if (relance_invoices_write_off (self->book.book, invoice, to_date (0), "small", NULL, &error))
    model_write_off (self->model, invoice, 0);
  else
    g_assert_cmpint (model_balance (self->model, invoice), ==, 0);
}

static void
replace (History *self)
{
  gint64 old_invoice = pick_invoice (self), new_invoice = pick_invoice (self);
  g_autoptr (GError) error = NULL;
  gboolean possible;

  if (old_invoice == 0 || new_invoice == 0)
    return;
  possible = old_invoice != new_invoice &&
             model_invoice (self->model, old_invoice)->client ==
               model_invoice (self->model, new_invoice)->client &&
             !model_is_replaced (self->model, old_invoice);
  g_assert_cmpint (
    relance_invoices_replace (self->book.book, old_invoice, new_invoice, NULL, &error), ==,
    possible);
  if (possible)
    model_replace (self->model, old_invoice, new_invoice, -90);
}

static void
remove_one (History *self)
{
  gint64 invoice = pick_invoice (self), payment = pick_payment (self);
  g_autoptr (GError) error = NULL;

  if (pick (self, 2) && invoice != 0)
    {
      g_assert_true (relance_invoices_remove (self->book.book, invoice, NULL, &error));
      model_remove_invoice (self->model, invoice);
    }
  else if (payment != 0)
    {
      g_assert_true (relance_payments_remove (self->book.book, payment, NULL, NULL, &error));
      model_remove_payment (self->model, payment);
    }
}

/* The first changes of a book are its clients. */
static gboolean
undo (History *self, gint64 change)
{
  g_autoptr (GError) error = NULL;
  gboolean possible = model_undo (self->model, change);
  gboolean done = relance_changes_undo (self->book.book, change + N_CLIENTS, &error);

  if (done != possible)
    g_error ("change %d: %s", (int) change, error != NULL ? error->message : "was undone");
  return done;
}

static void
undo_any (History *self)
{
  gint64 change;

  if (!self->with_undo || self->model->changes->len == 0)
    return;
  change = 1 + pick (self, self->model->changes->len);
  if (g_array_index (self->model->changes, ModelChange, change - 1).standing)
    undo (self, change);
}

static void
take_step (History *self)
{
  switch (pick (self, 16))
    {
    case 0:
    case 1:
    case 2:
      add_invoice (self);
      break;
    case 3:
    case 4:
      set_instalments (self);
      break;
    case 5:
    case 6:
      receive (self, TRUE);
      break;
    case 7:
      receive (self, FALSE);
      break;
    case 8:
      add_credit_note (self);
      break;
    case 9:
    case 10:
      allocate (self);
      break;
    case 11:
      write_off (self);
      break;
    case 12:
      replace (self);
      break;
    case 13:
      remove_one (self);
      break;
    default:
      undo_any (self);
    }
}

static void
compare_instalments (History *self, RelanceInvoice *invoice)
{
  for (guint i = 0; i < invoice->instalments->len; i++)
    {
      RelanceInstalment *instalment = &g_array_index (invoice->instalments, RelanceInstalment, i);

      g_assert_true (model_has_instalment (self->model, instalment->id));
      g_assert_cmpint (instalment->balance, ==,
                       model_instalment_balance (self->model, instalment->id));
    }
}

static void
compare_invoice (History *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceInvoice) invoice = relance_invoices_get (self->book.book, id, &error);
  gint64 balance;

  if (!model_has_invoice (self->model, id))
    {
      g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
      return;
    }
  g_assert_no_error (error);
  balance = model_balance (self->model, id);
  g_assert_cmpint (invoice->balance, ==, balance);
  g_assert_cmpint (invoice->written_off, ==, model_written_off (self->model, id));
  if (balance > 0)
    g_assert_cmpint (invoice->state, ==,
                     invoice->due < to_date (0) ? RELANCE_INVOICE_OVERDUE : RELANCE_INVOICE_OPEN);
  else
    g_assert_cmpint (invoice->state, ==,
                     invoice->written_off > 0 ? RELANCE_INVOICE_WRITTEN_OFF : RELANCE_INVOICE_PAID);
  compare_instalments (self, invoice);
}

static void
compare_client (History *self, gint64 id)
{
  g_autoptr (RelanceClient) client = relance_clients_get (self->book.book, id, NULL);
  gint64 owed[G_N_ELEMENTS (currencies)] = { 0 }, credit[G_N_ELEMENTS (currencies)] = { 0 };

  for (guint i = 1; i <= self->model->invoices->len; i++)
    if (model_has_invoice (self->model, i) && model_invoice (self->model, i)->client == id)
      owed[model_invoice (self->model, i)->currency] += model_balance (self->model, i);
  for (guint i = 1; i <= self->model->payments->len; i++)
    {
      ModelPayment *payment = model_payment (self->model, i);

      if (model_has_payment (self->model, i) && payment->client == id &&
          (payment->kind == RELANCE_PAYMENT_PAYMENT ||
           payment->kind == RELANCE_PAYMENT_CREDIT_NOTE))
        credit[payment->currency] += model_credit (self->model, i);
    }
  for (guint i = 0; i < client->totals->len; i++)
    {
      RelanceClientTotal *total = &g_array_index (client->totals, RelanceClientTotal, i);
      int currency = g_str_equal (total->currency, currencies[0]) ? 0 : 1;

      owed[currency] -= total->owed;
      credit[currency] -= total->credit;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      g_assert_cmpint (owed[i], ==, 0);
      g_assert_cmpint (credit[i], ==, 0);
    }
}

/* What a long-lived connection kept of the figures and renewed must be what a new one reads. */
static void
compare_figures (History *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBook) fresh = book_fixture_open (self->book.path, TODAY);
  g_autoptr (RelanceDashboard) kept = relance_dashboard_load (self->book.book, 12, &error);
  g_autoptr (RelanceDashboard) read = relance_dashboard_load (fresh, 12, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (kept->currencies->len, ==, read->currencies->len);
  for (guint i = 0; i < kept->currencies->len; i++)
    {
      const RelanceCurrencyFigures *one = kept->currencies->pdata[i];
      const RelanceCurrencyFigures *other = read->currencies->pdata[i];

      g_assert_cmpstr (one->currency, ==, other->currency);
      g_assert_cmpmem (&one->owed, sizeof one->owed, &other->owed, sizeof other->owed);
      g_assert_cmpmem (&one->overdue, sizeof one->overdue, &other->overdue, sizeof other->overdue);
      g_assert_cmpint (one->clients_overdue, ==, other->clients_overdue);
      g_assert_cmpmem (one->months->data, one->months->len * sizeof (RelanceMonth),
                       other->months->data, other->months->len * sizeof (RelanceMonth));
    }
}

static void
compare (History *self)
{
  for (guint id = 1; id <= self->model->invoices->len; id++)
    compare_invoice (self, id);
  for (gint64 id = 1; id <= N_CLIENTS; id++)
    compare_client (self, id);
}

static int
add_row (gpointer text, int n, char **values, char **names)
{
  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s=%s ", names[i], values[i] != NULL ? values[i] : "NULL");
  g_string_append_c (text, '\n');
  return 0;
}

/* Every row that counts, as the file has it. What was given up of an invoice goes with it. */
static char *
dump_live_rows (History *self)
{
  static const char *const queries[] = {
    "SELECT * FROM invoice WHERE removed_by IS NULL",
    ("SELECT s.* FROM instalment s JOIN invoice i ON i.id = s.invoice_id "
     "WHERE s.removed_by IS NULL AND i.removed_by IS NULL"),
    ("SELECT * FROM payment WHERE removed_by IS NULL AND kind IN ('payment', 'credit-note')"),
    ("SELECT a.*, y.* FROM allocation a JOIN payment y ON y.id = a.payment_id "
     "JOIN instalment s ON s.id = a.instalment_id JOIN invoice i ON i.id = s.invoice_id "
     "WHERE y.removed_by IS NULL AND s.removed_by IS NULL AND i.removed_by IS NULL"),
  };
  GString *text = g_string_new (NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (self->book.path, &db, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    g_assert_cmpint (sqlite3_exec (db, queries[i], add_row, text, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  return g_string_free_and_steal (text);
}

static void
check_book (History *self)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (relance_check (self->book.book, findings, &error));
  if (findings->len > 0)
    g_error ("%s", (char *) g_ptr_array_index (findings, 0));
}

/* Takes everything back, the newest first. After undos in any order one may stand in the way of
 * another; without them none does. */
static void
undo_all (History *self, guint down_to)
{
  for (guint change = self->model->changes->len; change > down_to; change--)
    if (g_array_index (self->model->changes, ModelChange, change - 1).standing)
      {
        gboolean done = undo (self, change);

        g_assert_true (done || self->with_undo);
        compare (self);
      }
}

/* Whatever the changes up to @limit removed goes for good. */
static guint
purge (History *self, gint64 limit)
{
  guint n_purged = 0;
  RelanceStore *store = relance_book_get_store (self->book.book);
  g_autoptr (GError) error = NULL;
  guint found;

  do
    {
      found = 0;
      for (RelanceTombstone what = RELANCE_TOMBSTONE_ATTACHMENT; what <= RELANCE_TOMBSTONE_CLIENT;
           what++)
        {
          g_autoptr (GArray) ids = relance_store_list_purgeable (store, what, limit, 3, &error);

          g_assert_no_error (error);
          found += ids->len;
          g_assert_true (relance_store_begin (store, NULL));
          relance_store_end (store, relance_store_purge (store, what, ids, &error), &error);
          g_assert_no_error (error);
          check_book (self);
        }
      n_purged += found;
    }
  while (found > 0);
  compare (self);
  return n_purged;
}

static void
live (History *self)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_before;

  for (int i = 0; i < N_STEPS / 4; i++)
    take_step (self);
  before = dump_live_rows (self);
  n_before = self->model->changes->len;
  for (int i = 0; i < N_STEPS; i++)
    {
      take_step (self);
      compare (self);
      if (i % 6 == 0)
        compare_figures (self);
    }
  compare_figures (self);
  check_book (self);
  if (self->with_purge)
    self->n_purged = purge (self, n_before + N_CLIENTS);
  undo_all (self, n_before);
  compare_figures (self);
  check_book (self);
  if (self->with_undo)
    return;
  after = dump_live_rows (self);
  g_assert_cmpstr (after, ==, before);
}

static void
test_histories (gconstpointer how)
{
  guint32 seed = (guint32) g_test_rand_int ();
  int n_histories = g_test_slow () ? N_HISTORIES_SLOW : N_HISTORIES;
  guint n_purged = 0;

  for (int i = 0; i < n_histories; i++)
    {
      History history = { .with_undo = (GPOINTER_TO_INT (how) & WITH_UNDO) != 0,
                          .with_purge = (GPOINTER_TO_INT (how) & WITH_PURGE) != 0 };

      g_test_message ("history %u", seed + i);
      history.random = g_rand_new_with_seed (seed + i);
      history.model = model_new ();
      book_fixture_set_up (&history.book, TODAY);
      for (int client = 0; client < N_CLIENTS; client++)
        book_fixture_add_client (&history.book, client == 0 ? "A" : "B");
      live (&history);
      n_purged += history.n_purged;
      book_fixture_tear_down (&history.book);
      model_free (history.model);
      g_rand_free (history.random);
    }
  g_assert_true ((n_purged > 0) == ((GPOINTER_TO_INT (how) & WITH_PURGE) != 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/services/histories/undone-in-any-order", GINT_TO_POINTER (WITH_UNDO),
                        test_histories);
  g_test_add_data_func ("/services/histories/undone-in-reverse", GINT_TO_POINTER (0),
                        test_histories);
  g_test_add_data_func ("/services/histories/purged-after-any-order",
                        GINT_TO_POINTER (WITH_UNDO | WITH_PURGE), test_histories);
  g_test_add_data_func ("/services/histories/purged", GINT_TO_POINTER (WITH_PURGE), test_histories);

  return g_test_run ();
}
