/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-sample.h"

#include "relance-accounts.h"
#include "relance-clients.h"
#include "relance-csv.h"
#include "relance-import.h"
#include "relance-outbox.h"
#include "relance-reminders.h"
#include "relance-sample-resources.h"
#include "relance-store-messages.h"
#include "relance-store-settings.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The client who was written to already, and how long ago. */
#define REMINDED_CLIENT "Cabinet Témoin & Associés"
#define REMINDED_DAYS_AGO 14

#define SENDER_ADDRESS "alex@studio-demo.example"
#define SENDER_NAME "Alex Démo"

/* The columns of invoices.csv. */
enum
{
  DAYS_AGO,
  CLIENT,
  LABEL,
  CURRENCY,
  TERMS,
  TOTAL,
  PAID,
  PAID_AFTER,
  N_COLUMNS,
};

/* The shipped invoices, as the file that is imported. */
typedef struct
{
  GString *text;
  int n_invoices;
} InvoiceFile;

typedef gboolean (*RowFunc) (RelanceBook *book,
                             const char **names,
                             const char **fields,
                             gpointer data,
                             GError **error);

/* Our own data: a mistake in it is ours, not the world's. */
static gboolean
foreach_row (RelanceBook *book, const char *name, RowFunc func, gpointer data, GError **error)
{
  g_autofree char *path = g_strconcat ("/org/example/Relance/sample/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (relance_sample_get_resource (), path, 0, NULL);
  g_autofree char *text = NULL;
  g_autofree const char **names = NULL;
  g_auto (RelanceCsv) csv = { 0 };
  gboolean record;
  gsize size;

  g_assert (bytes != NULL);
  size = g_bytes_get_size (bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), size);
  relance_csv_init (&csv, text, size, ';');
  while (relance_csv_next (&csv, &record, error) && record)
    {
      if (names == NULL)
        {
          names = g_memdup2 (csv.fields, csv.n_fields * sizeof *csv.fields);
          continue;
        }
      if (!func (book, names, csv.fields, data, error))
        return FALSE;
    }

  return !record;
}

static gboolean
set_business (RelanceBook *book,
              const char **names,
              const char **fields,
              gpointer business,
              GError **error)
{
  return relance_business_set (business, fields[0], fields[1], error);
}

static const char *
get_language (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "fr") ? "fr" : "en";
}

static gboolean
fill_business (RelanceBook *book, GError **error)
{
  g_autoptr (RelanceBusiness) business = relance_business_new ();
  g_autoptr (RelanceSender) sender = relance_sender_new (SENDER_ADDRESS, SENDER_NAME);

  return foreach_row (book, "business.csv", set_business, business, error) &&
         relance_business_set (business, "language", get_language (), error) &&
         relance_business_save (book, business, error) && relance_senders_add (book, sender, error);
}

static gboolean
add_client (RelanceBook *book,
            const char **names,
            const char **fields,
            gpointer data,
            GError **error)
{
  g_autoptr (RelanceClient) client = relance_client_new_for_book (book, fields[0], error);

  if (client == NULL)
    return FALSE;
  for (int i = 1; i < 10; i++)
    if (!relance_clients_set (client, names[i], fields[i], error))
      return FALSE;

  return relance_clients_save (book, client, NULL, error) != 0;
}

static int
read_number (const char *text)
{
  return (int) g_ascii_strtoll (text, NULL, 10);
}

static void
append_date (GString *file, RelanceDate date)
{
  g_autofree char *iso = relance_date_to_iso (date);

  g_string_append_printf (file, ";%s", iso);
}

/* The shipped rows count in days before today; the file that is imported has dates. */
static gboolean
append_invoice (RelanceBook *book,
                const char **names,
                const char **fields,
                gpointer data,
                GError **error)
{
  InvoiceFile *file = data;
  RelanceDate issued = relance_book_get_today (book) - read_number (fields[DAYS_AGO]);
  int year, month, day;

  relance_date_get_ymd (issued, &year, &month, &day);
  g_string_append_printf (file->text, "%d-%03d;%s;%s;%s;%s;%s", year, ++file->n_invoices,
                          fields[CLIENT], fields[LABEL], fields[CURRENCY], fields[TOTAL],
                          fields[PAID]);
  append_date (file->text, issued);
  append_date (file->text, issued + read_number (fields[TERMS]));
  if (*fields[PAID_AFTER] != '\0')
    append_date (file->text, issued + read_number (fields[PAID_AFTER]));
  else
    g_string_append_c (file->text, ';');
  g_string_append_c (file->text, '\n');

  return TRUE;
}

static gboolean
fill_invoices (RelanceBook *book, GError **error)
{
  g_autoptr (GString)
    text = g_string_new ("number;client;label;currency;total;amount paid;issued;due;paid on\n");
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GBytes) bytes = NULL;
  InvoiceFile file = { .text = text };
  gint64 change;

  if (!foreach_row (book, "invoices.csv", append_invoice, &file, error))
    return FALSE;
  bytes = g_bytes_new (text->str, text->len);

  return relance_import_read_bytes (import, book, "invoices.csv", bytes, NULL, error) &&
         relance_import_apply (import, book, NULL, &change, error);
}

/* A reminder that left two weeks ago, so that there is a history to look at. It
 * is written as it would have been on that day; nothing is sent. */
static gboolean
remind_one_client (RelanceBook *past, GError **error)
{
  g_autoptr (RelanceClient) client = relance_clients_find (past, REMINDED_CLIENT, error);
  g_autoptr (RelanceDraft) draft = NULL;
  g_autoptr (RelanceMessage) message = NULL;
  RelanceDraftRequest request = { 0 };
  gboolean moved;

  if (client == NULL)
    return FALSE;
  request.client_id = client->id;
  draft = relance_reminders_draft (past, &request, error);
  if (draft == NULL)
    return FALSE;
  message = relance_outbox_approve (past, draft, 0, error);
  if (message == NULL)
    return FALSE;

  message->state = RELANCE_MESSAGE_ACCEPTED;
  message->done_at = message->approved_at;
  g_clear_pointer (&message->reason, g_free);

  return relance_store_move_message (relance_book_get_store (past), message,
                                     RELANCE_MESSAGE_APPROVED, &moved, error);
}

/* The sample is made anew for another day, or another language. */
static char *
dup_stamp (RelanceClock *clock)
{
  g_autofree char *today = relance_date_to_iso (relance_clock_get_today (clock));

  return g_strconcat (today, " ", get_language (), NULL);
}

static void
remove_book (const char *path)
{
  const char *const endings[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

/* @past is open since before the book was marked as the sample: only it may approve. */
static gboolean
fill (RelanceBook *past, RelanceBook *book, const char *stamp, GError **error)
{
  return fill_business (book, error) &&
         foreach_row (book, "clients.csv", add_client, NULL, error) &&
         fill_invoices (book, error) && remind_one_client (past, error) &&
         relance_store_set_setting (relance_book_get_store (book), "sample.made", stamp, error);
}

static RelanceBook *
make_book (const char *path, RelanceClock *clock, const char *stamp, GError **error)
{
  g_autoptr (RelanceClock)
    then = relance_clock_new_fixed (relance_clock_get_today (clock) - REMINDED_DAYS_AGO, 10 * 60);
  g_autoptr (RelanceBook) past = relance_book_open (path, TRUE, then, error);
  g_autoptr (RelanceBook) book = NULL;

  if (past == NULL ||
      !relance_store_set_setting (relance_book_get_store (past), "sample", "1", error))
    return NULL;
  book = relance_book_open (path, FALSE, clock, error);
  if (book == NULL || !fill (past, book, stamp, error))
    return NULL;

  return g_steal_pointer (&book);
}

/* Whatever stands at @path is the sample, or is left alone. */
static gboolean
look_at_old_book (const char *path,
                  RelanceClock *clock,
                  const char *stamp,
                  RelanceBook **current,
                  GError **error)
{
  g_autoptr (RelanceBook) old = NULL;
  g_autofree char *made = NULL;

  *current = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  old = relance_book_open (path, FALSE, clock, error);
  if (old == NULL ||
      !relance_store_get_setting (relance_book_get_store (old), "sample.made", &made, error))
    return FALSE;
  if (!relance_book_is_sample (old))
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                           _ ("The book where the sample belongs is not a sample. It was left as "
                              "it was; move it elsewhere and try again."));
      return FALSE;
    }
  if (g_strcmp0 (made, stamp) == 0)
    *current = g_steal_pointer (&old);

  return TRUE;
}

/**
 * relance_sample_open:
 * @clock: what the book takes for now
 *
 * relance_sample_open_at() where the program keeps it.
 */
RelanceBook *
relance_sample_open (RelanceClock *clock, GError **error)
{
  g_autofree char *path = relance_book_dup_sample_path ();

  return relance_sample_open_at (path, clock, error);
}

/**
 * relance_sample_open_at:
 * @path: where the sample book is, or will be
 * @clock: what the book takes for now
 * @error: %RELANCE_SERVICE_ERROR_INVALID when the user's own book is there, or one of the store
 *
 * Opens the book to look around in. Its dates stand around today: it is made
 * anew on every other day, without what was changed in it. It never sends.
 *
 * Returns: (transfer full): the book
 */
RelanceBook *
relance_sample_open_at (const char *path, RelanceClock *clock, GError **error)
{
  g_autofree char *stamp = dup_stamp (clock);
  RelanceBook *book = NULL;

  if (!look_at_old_book (path, clock, stamp, &book, error) || book != NULL)
    return book;

  remove_book (path);
  book = make_book (path, clock, stamp, error);
  if (book == NULL)
    remove_book (path);

  return book;
}
