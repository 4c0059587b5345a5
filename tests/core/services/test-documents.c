/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-check.h"
#include "relance-documents.h"
#include "relance-outbox.h"
#include "relance-accounts.h"
#include "relance-reminders.h"

#include "book-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY "2026-11-24"

typedef struct
{
  BookFixture base;
  gint64 client;
  gint64 invoice;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (RelanceBusiness) business = NULL;
  g_autoptr (RelanceClient) client = relance_client_new ("Atelier Durand");

  book_fixture_set_up (&self->base, TODAY);
  business = relance_business_load (self->base.book, NULL);
  relance_business_take (business, RELANCE_BUSINESS_EMAIL, g_strdup ("me@studio.example"));
  g_assert_true (relance_business_save (self->base.book, business, NULL));
  client->email = g_strdup ("lea@durand.example");
  self->client = relance_clients_save (self->base.book, client, NULL, NULL);
  self->invoice = book_fixture_add_invoice (&self->base, self->client, "F-1", 10000, "EUR",
                                            "2026-09-24", "2026-10-24");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  book_fixture_tear_down (&self->base);
}

static gint64
attach (Fixture *self, const char *name, gsize size, gint64 *change)
{
  g_autoptr (GError) error = NULL;
  guint8 *data = g_malloc0 (size);
  g_autoptr (GBytes) content = NULL;
  gint64 id;

  memcpy (data, "%PDF-", 5);
  content = g_bytes_new_take (data, size);
  id = relance_documents_add (self->base.book, self->invoice, name, "application/pdf", content,
                              change, &error);
  g_assert_no_error (error);
  return id;
}

static guint
count (Fixture *self)
{
  g_autoptr (GPtrArray) documents = relance_documents_list (self->base.book, self->invoice, NULL);

  return documents->len;
}

static void
assert_clean (Fixture *self)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (relance_check (self->base.book, findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_kept_and_taken_back (Fixture *self, gconstpointer data)
{
  gint64 added, removed;
  gint64 id = attach (self, "/home/someone/F-1.pdf", 100, &added);
  g_autoptr (GPtrArray) documents = relance_documents_list (self->base.book, self->invoice, NULL);
  g_autoptr (GBytes) content = relance_documents_read (self->base.book, id, NULL);

  g_assert_cmpstr (((RelanceDocument *) documents->pdata[0])->name, ==, "F-1.pdf");
  g_assert_cmpuint (g_bytes_get_size (content), ==, 100);
  g_assert_true (relance_documents_remove (self->base.book, id, &removed, NULL));
  g_assert_cmpuint (count (self), ==, 0);
  g_assert_true (relance_changes_undo (self->base.book, removed, NULL));
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_true (relance_changes_undo (self->base.book, added, NULL));
  g_assert_cmpuint (count (self), ==, 0);
  assert_clean (self);
}

static void
test_the_same_twice (Fixture *self, gconstpointer data)
{
  gint64 change = -1, first = attach (self, "F-1.pdf", 100, NULL);

  g_assert_cmpint (attach (self, "copy of F-1.pdf", 100, &change), ==, first);
  g_assert_cmpint (change, ==, 0);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpint (attach (self, "other.pdf", 101, &change), !=, first);
  g_assert_cmpuint (count (self), ==, 2);
  assert_clean (self);
}

static guint
count_waiting (Fixture *self)
{
  g_autoptr (GPtrArray) documents = relance_documents_list (self->base.book, 0, NULL);

  return documents->len;
}

static gint64
wait_with (Fixture *self, gsize size)
{
  gint64 invoice = self->invoice, id;

  self->invoice = 0;
  id = attach (self, "scan.pdf", size, NULL);
  self->invoice = invoice;
  return id;
}

static void
test_given_to_an_invoice (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = wait_with (self, 100), change;

  g_assert_cmpuint (count_waiting (self), ==, 1);
  g_assert_true (relance_documents_give (self->base.book, id, self->invoice, &change, &error));
  g_assert_cmpuint (count_waiting (self), ==, 0);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_false (relance_documents_give (self->base.book, id, self->invoice, NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
  g_assert_true (relance_changes_undo (self->base.book, change, NULL));
  g_assert_cmpuint (count_waiting (self), ==, 1);
  g_assert_cmpuint (count (self), ==, 0);
  assert_clean (self);
}

static void
test_given_what_is_there (Fixture *self, gconstpointer data)
{
  gint64 id = wait_with (self, 100), change;

  attach (self, "F-1.pdf", 100, NULL);
  g_assert_true (relance_documents_give (self->base.book, id, self->invoice, &change, NULL));
  g_assert_cmpuint (count_waiting (self), ==, 0);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_true (relance_changes_undo (self->base.book, change, NULL));
  g_assert_cmpuint (count_waiting (self), ==, 1);
  g_assert_cmpuint (count (self), ==, 1);
  assert_clean (self);
}

static void
test_given_is_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = attach (self, "F-1.pdf", 100, NULL);

  g_assert_false (relance_documents_give (self->base.book, id, self->invoice, NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
  g_clear_error (&error);
  id = wait_with (self, 101);
  g_assert_false (relance_documents_give (self->base.book, id, 999, NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_waiting (self), ==, 1);
}

static void
test_typed_from (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceInvoice) typed = relance_invoice_new ();
  gint64 id = wait_with (self, 100), invoice, change;

  typed->client_id = self->client;
  typed->number = g_strdup ("F-2");
  typed->issued = typed->due = relance_date_new (2026, 9, 24);
  g_strlcpy (typed->currency, "EUR", sizeof typed->currency);
  typed->total = 5000;
  invoice = relance_invoices_type (self->base.book, typed, id, &change, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_waiting (self), ==, 0);
  self->invoice = invoice;
  g_assert_cmpuint (count (self), ==, 1);
  assert_clean (self);

  g_set_str (&typed->number, "F-3");
  g_assert_cmpint (relance_invoices_type (self->base.book, typed, id, NULL, &error), ==, 0);
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
  g_assert_true (relance_changes_undo (self->base.book, change, NULL));
  g_assert_cmpuint (count_waiting (self), ==, 1);
  assert_clean (self);
}

static void
test_written_back (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("relance-documents-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "F-1.pdf", NULL);
  g_autofree char *content = NULL;
  gint64 id = attach (self, "F-1.pdf", 100, NULL);
  gsize size;

  g_assert_true (relance_documents_write (self->base.book, id, path, NULL, &error));
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpuint (size, ==, 100);
  g_assert_false (relance_documents_write (self->base.book, id, path, NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_EXISTS);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  static const gsize sizes[] = { 0, RELANCE_DOCUMENT_MAX + 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) content = g_bytes_new_take (g_malloc0 (sizes[i]), sizes[i]);

      g_assert_cmpint (relance_documents_add (self->base.book, self->invoice, "a.pdf",
                                              "application/pdf", content, NULL, &error),
                       ==, 0);
      g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
    }
  g_assert_cmpuint (count (self), ==, 0);
}

/* The bytes are frozen with the message. */
static void
test_goes_with_the_reminder (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RelanceDraftRequest request = { .client_id = self->client };
  g_autoptr (RelanceDraft) draft = NULL;
  g_autoptr (RelanceMessage) message = NULL;
  const char *mail;

  attach (self, "Facture été.pdf", 100, NULL);
  draft = relance_reminders_draft (self->base.book, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (draft->attachments->len, ==, 1);
  message = relance_outbox_approve (self->base.book, draft, 0, &error);
  g_assert_no_error (error);
  mail = g_bytes_get_data (message->request, NULL);
  g_assert_nonnull (strstr (mail, "multipart/mixed"));
  g_assert_nonnull (strstr (mail, "application/pdf"));
  g_assert_nonnull (strstr (mail, "Facture-ete.pdf"));
  g_assert_nonnull (strstr (mail, "JVBERi0"));
}

/* The letter on screen may say that the file goes with it. */
static void
test_gone_before_it_left (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RelanceDraftRequest request = { .client_id = self->client };
  gint64 id = attach (self, "facture.pdf", 100, NULL);
  g_autoptr (RelanceDraft) draft = relance_reminders_draft (self->base.book, &request, NULL);
  g_autoptr (RelanceDraft) fresh = NULL;
  g_autoptr (RelanceMessage) message = NULL;

  g_assert_true (relance_documents_remove (self->base.book, id, NULL, NULL));
  g_assert_null (relance_outbox_approve (self->base.book, draft, 0, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED);
  g_clear_error (&error);

  fresh = relance_reminders_draft (self->base.book, &request, NULL);
  message = relance_outbox_approve (self->base.book, fresh, 0, &error);
  g_assert_no_error (error);
}

static gboolean
warns_of (RelanceDraft *draft, const char *kind)
{
  for (guint i = 0; i < draft->warnings->len; i++)
    {
      const RelanceGuardNote *note = g_ptr_array_index (draft->warnings, i);

      if (g_str_equal (note->kind, kind))
        return TRUE;
    }
  return FALSE;
}

static void
test_too_large_for_a_mail (Fixture *self, gconstpointer data)
{
  RelanceDraftRequest request = { .client_id = self->client };
  g_autoptr (RelanceDraft) draft = NULL;

  attach (self, "large.pdf", 4 * 1024 * 1024 + 1, NULL);
  attach (self, "small.pdf", 1000, NULL);
  draft = relance_reminders_draft (self->base.book, &request, NULL);
  g_assert_cmpuint (draft->attachments->len, ==, 1);
  g_assert_true (warns_of (draft, "attachment"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/services/documents/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("kept-and-taken-back", test_kept_and_taken_back);
  ADD ("the-same-twice", test_the_same_twice);
  ADD ("given-to-an-invoice", test_given_to_an_invoice);
  ADD ("given-what-is-there", test_given_what_is_there);
  ADD ("given-is-refused", test_given_is_refused);
  ADD ("typed-from", test_typed_from);
  ADD ("written-back", test_written_back);
  ADD ("refused", test_refused);
  ADD ("goes-with-the-reminder", test_goes_with_the_reminder);
  ADD ("gone-before-it-left", test_gone_before_it_left);
  ADD ("too-large-for-a-mail", test_too_large_for_a_mail);

  return g_test_run ();
}
