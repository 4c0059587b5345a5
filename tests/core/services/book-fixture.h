/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-clients.h"
#include "relance-invoices.h"

#include <glib/gstdio.h>

/* A new book in a folder of its own, on a day that the test says. */
typedef struct
{
  char        *folder;
  char        *path;
  RelanceBook *book;
} BookFixture;

static inline RelanceBook *
book_fixture_open (const char *path,
                   const char *today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClock) clock = relance_clock_new_fixed (relance_date_parse_iso (today), 10 * 60);
  RelanceBook *book = relance_book_open (path, TRUE, clock, &error);

  g_assert_no_error (error);
  return book;
}

static inline void
book_fixture_set_up (BookFixture *self,
                     const char  *today)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("relance-book-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "book.db", NULL);
  self->book = book_fixture_open (self->path, today);
}

/* With its snapshots, and whatever else came to lie beside it. */
static inline void
book_fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        book_fixture_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline void
book_fixture_tear_down (BookFixture *self)
{
  g_clear_object (&self->book);
  book_fixture_remove_folder (self->folder);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
}

static inline gint64
book_fixture_add_client (BookFixture *self,
                         const char  *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = relance_client_new (name);
  gint64 id = relance_clients_save (self->book, client, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static inline gint64
book_fixture_add_invoice (BookFixture *self,
                          gint64       client_id,
                          const char  *number,
                          gint64       total,
                          const char  *currency,
                          const char  *issued,
                          const char  *due)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceInvoice) invoice = relance_invoice_new ();
  gint64 id;

  invoice->client_id = client_id;
  invoice->number = g_strdup (number);
  invoice->total = total;
  g_strlcpy (invoice->currency, currency, sizeof invoice->currency);
  invoice->issued = relance_date_parse_iso (issued);
  invoice->due = relance_date_parse_iso (due);
  id = relance_invoices_save (self->book, invoice, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static inline gint64
book_fixture_add_payment (BookFixture *self,
                          gint64       invoice_id,
                          gint64       amount,
                          const char  *date)
{
  g_autoptr (GError) error = NULL;
  gint64 id = relance_payments_add (self->book, invoice_id, amount, relance_date_parse_iso (date), "",
                                    NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static inline RelanceInvoice *
book_fixture_get_invoice (BookFixture *self,
                          gint64       id)
{
  g_autoptr (GError) error = NULL;
  RelanceInvoice *invoice = relance_invoices_get (self->book, id, &error);

  g_assert_no_error (error);
  return invoice;
}
