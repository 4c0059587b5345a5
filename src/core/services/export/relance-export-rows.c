/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-export-rows.h"

#include "relance-accounts.h"
#include "relance-export-csv.h"
#include "relance-export-json.h"
#include "relance-export-list.h"
#include "relance-listing.h"
#include "relance-store-documents.h"
#include "relance-store-invoices.h"
#include "relance-store-records.h"

#include <string.h>

/* Of what an export looks like; another one could not be read back by this program. */
#define FORMAT_VERSION 1

/* How often somebody who waits is told, and listened to. */
#define ROWS_BETWEEN_LOOKS 512

/* Of a list: how many invoices are in memory at once. */
#define LIST_PAGE 5000

/* How long the name of a document may get, in bytes, and how much of its checksum comes first. */
#define NAME_BYTES 120
#define SUM_LETTERS 12

/* One export on its way. */
typedef struct
{
  RelanceBook *book;
  RelanceStore *store;
  const RelanceExportOrder *order;
  RelanceExportOutput *output;
  RelanceExportCounts *counts;
  GCancellable *cancellable;
  GArray *client_ids; /* of a list of clients */
  RelanceTableId table;
  gint64 n_rows;   /* of the table */
  gint64 n_done;   /* of all */
  gint64 n_in_all; /* about */
} Export;

static gboolean
look_up (Export *self, GError **error)
{
  if (self->n_done++ % ROWS_BETWEEN_LOOKS != 0)
    return TRUE;
  if (self->order->progress != NULL && self->n_in_all > 0)
    self->order->progress (MIN (1.0, (double) self->n_done / (double) self->n_in_all),
                           self->order->progress_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static void
count_row (Export *self)
{
  switch (self->table)
    {
    case RELANCE_TABLE_CLIENTS:
      self->counts->clients++;
      break;
    case RELANCE_TABLE_CONTACTS:
      self->counts->contacts++;
      break;
    case RELANCE_TABLE_INVOICES:
      self->counts->invoices++;
      break;
    case RELANCE_TABLE_PAYMENTS:
      self->counts->payments++;
      break;
    case RELANCE_TABLE_DOCUMENTS:
      self->counts->documents++;
      break;
    case RELANCE_TABLE_MESSAGES:
      self->counts->messages++;
      break;
    default:
      break;
    }
}

/* A name that every system can hold, and that leads nowhere else. */
static char *
dup_file_name (const char *sum, const char *name)
{
  g_autofree char *clean = g_strdup (name);
  const char *end;

  for (char *at = clean; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) || strchr ("/\\<>:\"|?*", *at) != NULL)
      *at = '_';
  if (strlen (clean) > NAME_BYTES)
    {
      end = g_utf8_find_prev_char (clean, clean + NAME_BYTES + 1);
      clean[end != NULL ? end - clean : 0] = '\0';
    }
  return g_strdup_printf (RELANCE_EXPORT_DOCUMENTS "/%.*s-%s", SUM_LETTERS, sum, clean);
}

/* In a folder a file of its own, in JSON base64. Returns: (transfer full): what its cell says. */
static char *
write_content (Export *self, const RelanceCell *cells, GError **error)
{
  const RelanceTable *table = relance_table_get (RELANCE_TABLE_DOCUMENTS);
  const char *name = cells[relance_table_find_column (table, "name")].text;
  const char *sum = cells[relance_table_find_column (table, "sha256")].text;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *path = NULL;

  if (!relance_store_get_content (self->store, cells[0].number, &content, NULL, error))
    return NULL;
  if (content == NULL)
    content = g_bytes_new (NULL, 0);
  if (self->order->form == RELANCE_EXPORT_JSON)
    return g_base64_encode (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  path = dup_file_name (sum, name);
  if (!relance_export_output_add_file (self->output, path + strlen (RELANCE_EXPORT_DOCUMENTS "/"),
                                       content, error))
    return NULL;
  return g_steal_pointer (&path);
}

static gboolean
write_row (RelanceCell *cells, gpointer data, GError **error)
{
  Export *self = data;
  const RelanceTable *table = relance_table_get (self->table);
  GString *text = relance_export_output_get_text (self->output);
  g_autofree char *content = NULL;

  if (!look_up (self, error))
    return FALSE;
  if (self->table == RELANCE_TABLE_DOCUMENTS)
    {
      content = write_content (self, cells, error);
      if (content == NULL)
        return FALSE;
      cells[table->n_columns - 1] = relance_cell_new_text (content);
    }
  if (self->order->form == RELANCE_EXPORT_JSON)
    {
      g_string_append (text, self->n_rows == 0 ? "\n" : ",\n");
      relance_export_json_add_row (text, table, cells);
    }
  else
    relance_export_csv_add_row (text, table, cells);
  self->n_rows++;
  count_row (self);
  return relance_export_output_drain (self->output, error);
}

static gboolean
write_business (Export *self, GError **error)
{
  g_autoptr (RelanceBusiness) business = relance_business_load (self->book, error);
  RelanceCell cells[RELANCE_BUSINESS_N_KEYS];

  if (business == NULL)
    return FALSE;
  for (int key = 0; key < RELANCE_BUSINESS_N_KEYS; key++)
    cells[key] = relance_cell_new_text (relance_business_get (business, key));
  return write_row (cells, self, error);
}

static gboolean
write_rows (Export *self, GError **error)
{
  if (self->table == RELANCE_TABLE_BUSINESS)
    return write_business (self, error);
  return relance_store_each_record (self->store, self->table, self->order->client_id, write_row,
                                    self, error);
}

static gboolean
write_json_table (Export *self, GError **error)
{
  const RelanceTable *table = relance_table_get (self->table);
  GString *text = relance_export_output_get_text (self->output);

  g_string_append_printf (text, ",\n\"%s\": %s", table->name, table->is_single ? "" : "[");
  if (!write_rows (self, error))
    return FALSE;
  g_string_append (text, table->is_single ? "" : "\n]");
  return TRUE;
}

static gboolean
write_csv_table (Export *self, GError **error)
{
  const RelanceTable *table = relance_table_get (self->table);
  g_autofree char *name = g_strconcat (table->name, ".csv", NULL);

  if (!relance_export_output_start_file (self->output, name, error))
    return FALSE;
  relance_export_csv_add_header (relance_export_output_get_text (self->output), table);
  return write_rows (self, error);
}

/* Of one client nothing is said of the user's own business. */
static gboolean
write_tables (Export *self, GError **error)
{
  RelanceTableId first = self->order->client_id != 0 ? RELANCE_TABLE_CLIENTS
                                                     : RELANCE_TABLE_BUSINESS;

  for (int table = (int) first; table < RELANCE_N_TABLES; table++)
    {
      self->table = table;
      self->n_rows = 0;
      if (self->order->form == RELANCE_EXPORT_JSON ? !write_json_table (self, error)
                                                   : !write_csv_table (self, error))
        return FALSE;
    }
  return TRUE;
}

/* By which a reader knows what it has before it. */
static void
write_mark (Export *self)
{
  g_autofree char *at = relance_clock_to_rfc3339 (relance_book_get_now (self->book));

  g_string_append_printf (relance_export_output_get_text (self->output),
                          RELANCE_EXPORT_START ", \"version\": %d,\n\"written_at\": \"%s\", "
                                               "\"scope\": \"%s\"",
                          FORMAT_VERSION, at, self->order->client_id != 0 ? "client" : "book");
}

static gboolean
write_json (Export *self, GError **error)
{
  write_mark (self);
  if (!write_tables (self, error))
    return FALSE;
  g_string_append (relance_export_output_get_text (self->output), "}\n");
  return TRUE;
}

/* The mark comes last: a folder without it is not an export. */
static gboolean
write_folder (Export *self, GError **error)
{
  if (!write_tables (self, error) ||
      !relance_export_output_start_file (self->output, RELANCE_EXPORT_MARK, error))
    return FALSE;
  write_mark (self);
  g_string_append (relance_export_output_get_text (self->output), "}\n");
  return TRUE;
}

static gboolean
write_page (Export *self, const RelanceInvoiceQuery *query, guint *n, GError **error)
{
  g_autoptr (GPtrArray) invoices =
    relance_store_list_invoices (self->store, query, relance_book_get_today (self->book), error);

  *n = invoices != NULL ? invoices->len : 0;
  for (guint i = 0; i < *n; i++)
    {
      relance_export_list_add_row (relance_export_output_get_text (self->output),
                                   invoices->pdata[i]);
      self->counts->invoices++;
      if (!look_up (self, error) || !relance_export_output_drain (self->output, error))
        return FALSE;
    }
  return invoices != NULL;
}

static gboolean
write_clients (Export *self, GError **error)
{
  const RelanceListReader *reader = &relance_clients_reader;
  GString *text = relance_export_output_get_text (self->output);

  relance_export_list_add_client_header (text);
  for (guint i = 0; i < self->client_ids->len; i++)
    {
      const gint64 *id = &g_array_index (self->client_ids, gint64, i);
      g_autoptr (GPtrArray) rows = reader->read_rows (self->book, id, 1, error);

      if (rows == NULL)
        return FALSE;
      for (guint row = 0; row < rows->len; row++)
        relance_export_list_add_client (text, rows->pdata[row]);
      self->counts->clients += rows->len;
      if (!look_up (self, error) || !relance_export_output_drain (self->output, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_list (Export *self, GError **error)
{
  g_autoptr (RelanceInvoiceQuery) query = self->order->query != NULL
                                            ? relance_invoice_query_copy (self->order->query)
                                            : relance_invoice_query_new ();
  guint n;

  if (self->order->query == NULL)
    {
      query->filter = RELANCE_INVOICES_ALL;
      query->sort = RELANCE_INVOICE_SORT_ISSUED;
    }
  if (self->order->client_id != 0)
    query->client_id = self->order->client_id;
  query->limit = LIST_PAGE;
  query->offset = 0;
  relance_export_list_add_header (relance_export_output_get_text (self->output));
  do
    {
      if (!write_page (self, query, &n, error))
        return FALSE;
      query->offset += LIST_PAGE;
    }
  while (n == LIST_PAGE);
  return TRUE;
}

static gboolean
write_form (Export *self, GError **error)
{
  switch (self->order->form)
    {
    case RELANCE_EXPORT_JSON:
      return write_json (self, error);
    case RELANCE_EXPORT_CSV:
      return self->order->clients != NULL ? write_clients (self, error) : write_list (self, error);
    case RELANCE_EXPORT_FOLDER:
    default:
      return write_folder (self, error);
    }
}

/* Before the transaction, for what lists are read from may have to be brought up to date first. */
static gboolean
list_clients (Export *self, GError **error)
{
  g_autoptr (GArray) totals = NULL;

  return self->order->clients == NULL ||
         relance_clients_reader.list_all (self->book, self->order->clients, &self->client_ids,
                                          &totals, error);
}

/* The store says in its own words that it was cancelled. */
static gboolean
report (Export *self, gboolean done, GError *problem, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    {
      g_clear_error (&problem);
      return FALSE;
    }
  if (!done)
    g_propagate_error (error, problem);
  return done;
}

/**
 * relance_export_write_rows:
 * @output: where the words go; it is not finished
 * @counts: (out): what was written
 *
 * Writes one state of the book, whatever is written in it meanwhile.
 */
gboolean
relance_export_write_rows (RelanceBook *book,
                           const RelanceExportOrder *order,
                           RelanceExportOutput *output,
                           RelanceExportCounts *counts,
                           GCancellable *cancellable,
                           GError **error)
{
  Export self = { .book = book,
                  .store = relance_book_get_store (book),
                  .order = order,
                  .output = output,
                  .counts = counts,
                  .cancellable = cancellable };
  g_autoptr (GArray) client_ids = NULL;
  GError *problem = NULL;
  gboolean done;

  *counts = (RelanceExportCounts) { 0 };
  if (!list_clients (&self, error))
    return FALSE;
  client_ids = self.client_ids;
  if (!relance_store_begin_reading (self.store, error))
    return FALSE;
  relance_store_set_cancellable (self.store, cancellable);
  done = relance_store_count_records (self.store, &self.n_in_all, &problem) &&
         write_form (&self, &problem);
  relance_store_set_cancellable (self.store, NULL);
  relance_store_rollback (self.store);
  return report (&self, done, problem, error);
}
