/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-changes.h"
#include "relance-store-clients.h"
#include "relance-store-import-rows.h"
#include "relance-store-payments.h"

#include <gio/gio.h>

#define NOBODY 99
#define NO_INSTALMENT (-1)

typedef struct
{
  RelanceStore *store;
  gint64 client;
  gint64 change;
} Import;

static void
import_set_up (Import *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("relance-import-rows-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "book.db", NULL);
  g_autoptr (RelanceClient) client = relance_client_new ("Atelier Exemple");

  g_assert_no_error (error);
  self->store = relance_store_open (path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (relance_store_begin (self->store, NULL));
  relance_store_add_change (self->store, 0, RELANCE_CHANGE_IMPORT, "", 0, 0, &self->change, &error);
  g_assert_no_error (error);
  relance_store_add_client (self->store, client, self->change, &self->client, &error);
  g_assert_no_error (error);
}

static void
import_tear_down (Import *self, gconstpointer data)
{
  g_object_unref (self->store);
}

static gboolean
add_row (Import *self, gint64 client_id, gint64 instalment_id, GError **error)
{
  g_autoptr (RelanceStoreImportRows) rows = relance_store_import_rows_new (self->store, 1, error);
  const RelanceStoreImportInvoice invoice = {
    .client_id = client_id,
    .number = "F-1",
    .issued = relance_date_new (2026, 9, 1),
    .currency = "EUR",
    .total = 12000,
    .type = 380,
    .means = 30,
    .due_source = "explicit",
  };
  RelanceStoreImportInstalment instalment = { .due = relance_date_new (2026, 10, 1),
                                              .amount = 12000 };
  const RelanceStoreImportPayment payment = {
    .client_id = client_id,
    .kind = RELANCE_PAYMENT_CREDIT_NOTE,
    .date = relance_date_new (2026, 10, 2),
    .amount = 2000,
    .currency = "EUR",
    .number = "A-1",
    .reference = "F-1",
  };
  RelanceStoreImportAllocation allocation = { .amount = 2000 };

  g_assert_nonnull (rows);
  instalment.invoice_id = relance_store_import_rows_add_invoice (rows, &invoice);
  allocation.instalment_id = relance_store_import_rows_add_instalment (rows, &instalment);
  allocation.payment_id = relance_store_import_rows_add_payment (rows, &payment);
  if (instalment_id != 0)
    allocation.instalment_id = instalment_id;
  relance_store_import_rows_add_allocation (rows, &allocation);

  return relance_store_import_rows_write (rows, self->change, error);
}

static void
test_references_hold (Import *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (add_row (self, self->client, 0, &error));
  g_assert_no_error (error);
  g_assert_true (relance_store_commit (self->store, &error));
  g_assert_true (relance_store_check_file (self->store, findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_unknown_client (Import *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (add_row (self, NOBODY, 0, &error));
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_CONSTRAINT);
}

static void
test_unknown_instalment (Import *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (add_row (self, self->client, NO_INSTALMENT, &error));
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_CONSTRAINT);
}

/* What the import may skip is checked again for whatever comes after it. */
static void
test_references_are_enforced_after (Import *self, gconstpointer data)
{
  RelanceStorePayment payment = {
    .client_id = NOBODY,
    .date = relance_date_new (2026, 10, 2),
    .amount = 1,
    .currency = "EUR",
  };
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (add_row (self, self->client, 0, NULL));
  g_assert_false (relance_store_add_payment (self->store, &payment, self->change, &id, &error));
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_CONSTRAINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/import-rows/references-hold", Import, NULL, import_set_up,
              test_references_hold, import_tear_down);
  g_test_add ("/store/import-rows/unknown-client", Import, NULL, import_set_up, test_unknown_client,
              import_tear_down);
  g_test_add ("/store/import-rows/unknown-instalment", Import, NULL, import_set_up,
              test_unknown_instalment, import_tear_down);
  g_test_add ("/store/import-rows/references-are-enforced-after", Import, NULL, import_set_up,
              test_references_are_enforced_after, import_tear_down);

  return g_test_run ();
}
