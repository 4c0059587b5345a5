/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-own-private.h"

#include "relance-store-records.h"
#include "relance-text.h"

#include <string.h>

/* The rows of the book that a row of the export may be, by what they hold. */
typedef struct
{
  RelanceRecords *book[RELANCE_N_TABLES_READ_BACK];
  GHashTable *same[RELANCE_N_TABLES_READ_BACK];  /* GArray of ids, by all that they hold */
  GHashTable *alike;                             /* likewise, clients by name, papers by number */
  GHashTable *taken[RELANCE_N_TABLES_READ_BACK]; /* ids that a row of the export has found */
} Known;

static gboolean
add_to_book (RelanceCell *cells, gpointer data, GError **error)
{
  relance_records_add (data, cells, 0);
  return TRUE;
}

static gboolean
load_book (Known *known, RelanceStore *store, GError **error)
{
  for (int table = RELANCE_TABLE_CLIENTS; table < RELANCE_N_TABLES_READ_BACK; table++)
    {
      known->book[table] = relance_records_new (table);
      known->taken[table] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      if (!relance_store_each_record (store, table, 0, add_to_book, known->book[table], error))
        return FALSE;
    }
  return TRUE;
}

static void
free_ids (gpointer ids)
{
  g_array_unref (ids);
}

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_ids);
}

static void
add_to_index (GHashTable *index, char *key, gint64 id)
{
  GArray *ids = g_hash_table_lookup (index, key);

  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (index, g_strdup (key), ids);
    }
  g_array_append_val (ids, id);
  g_free (key);
}

/* The first of them that no other row is. */
static gint64
take_from_index (GHashTable *index, GHashTable *taken, const char *key)
{
  GArray *ids = g_hash_table_lookup (index, key);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 *id = &g_array_index (ids, gint64, i);

      if (!g_hash_table_contains (taken, id))
        {
          g_hash_table_add (taken, g_memdup2 (id, sizeof *id));
          return *id;
        }
    }
  return 0;
}

/* What tells nothing of the row itself: its id, the bytes that a checksum stands for, and whom of
 * its contacts a client is written to, who may have another id. */
static gboolean
is_passed_over (const RelanceTable *table, const RelanceColumn *column)
{
  return column->type == RELANCE_COLUMN_ID || column->type == RELANCE_COLUMN_CONTENT ||
         (column->type == RELANCE_COLUMN_REFERENCE && column->table == RELANCE_TABLE_CONTACTS);
}

/* All that a row holds, with the references of the book: @self is given for a row of the export.
 * Returns: (nullable): NULL where it belongs to a row that the book does not have. */
static char *
dup_content (RelanceImportOwn *self, const RelanceTable *table, const RelanceCell *cells)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const RelanceColumn *column = &table->columns[i];
      gint64 number = cells[i].number;

      if (is_passed_over (table, column))
        continue;
      if (self != NULL && cells[i].known && column->type == RELANCE_COLUMN_REFERENCE)
        number = relance_import_own_of (self, column->table, &cells[i])->id;
      if (cells[i].known && column->type == RELANCE_COLUMN_REFERENCE && number == 0)
        return NULL;
      if (!cells[i].known)
        g_string_append_c (text, '-');
      else if (relance_column_is_text (column))
        g_string_append_printf (text, "%" G_GSIZE_FORMAT ":%s", strlen (cells[i].text),
                                cells[i].text);
      else
        g_string_append_printf (text, "%" G_GINT64_FORMAT, number);
      g_string_append_c (text, '|');
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static const RelanceCell *
find_cell (RelanceTableId table, const RelanceCell *cells, const char *column)
{
  return &cells[relance_table_find_column (relance_table_get (table), column)];
}

/* What no two clients, invoices of a client or credit notes of a client are alike in. Two clients
 * may have one name; then their order decides. Returns: (nullable) */
static char *
dup_name (RelanceTableId table, const RelanceCell *cells, gint64 client)
{
  g_autofree char *name = NULL;

  if (table == RELANCE_TABLE_CLIENTS)
    {
      name = relance_text_fold (find_cell (table, cells, "name")->text);
      return g_strconcat ("c", name, NULL);
    }
  if (table == RELANCE_TABLE_PAYMENTS &&
      !g_str_equal (find_cell (table, cells, "kind")->text, "credit-note"))
    return NULL;
  if ((table != RELANCE_TABLE_INVOICES && table != RELANCE_TABLE_PAYMENTS) ||
      !find_cell (table, cells, "number")->known)
    return NULL;
  return g_strdup_printf ("%d|%" G_GINT64_FORMAT "|%s", table, client,
                          find_cell (table, cells, "number")->text);
}

static void
index_table (Known *known, RelanceTableId table)
{
  const RelanceRecords *records = known->book[table];
  const RelanceTable *description = relance_table_get (table);
  gboolean has_client = relance_table_find_column (description, "client") >= 0;

  known->same[table] = new_index ();
  for (guint i = 0; i < relance_records_get_n (records); i++)
    {
      const RelanceCell *cells = relance_records_get (records, i);
      gint64 client = has_client ? find_cell (table, cells, "client")->number : 0;
      char *name = dup_name (table, cells, client);

      add_to_index (known->same[table], dup_content (NULL, description, cells), cells[0].number);
      if (name != NULL)
        add_to_index (known->alike, name, cells[0].number);
    }
}

static void
free_known (Known *known)
{
  for (int table = 0; table < RELANCE_N_TABLES_READ_BACK; table++)
    {
      g_clear_pointer (&known->book[table], relance_records_free);
      g_clear_pointer (&known->same[table], g_hash_table_unref);
      g_clear_pointer (&known->taken[table], g_hash_table_unref);
    }
  g_clear_pointer (&known->alike, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, free_known)

static void
find_same (RelanceImportOwn *self, Known *known, RelanceTableId table)
{
  for (guint i = 0; i < relance_import_own_get_n (self, table); i++)
    {
      RelanceOwnRow *row = relance_import_own_row (self, table, i);
      g_autofree char *content =
        dup_content (self, relance_table_get (table), relance_import_own_cells (self, table, i));

      if (content != NULL)
        row->id = take_from_index (known->same[table], known->taken[table], content);
      if (row->id != 0)
        row->fate = RELANCE_OWN_KNOWN;
    }
}

/* Of those that the book has otherwise: a client is still who it is, a paper is left out. */
static void
find_alike (RelanceImportOwn *self, Known *known, RelanceTableId table)
{
  gboolean is_client = table == RELANCE_TABLE_CLIENTS;

  for (guint i = 0; i < relance_import_own_get_n (self, table); i++)
    {
      RelanceOwnRow *row = relance_import_own_row (self, table, i);
      RelanceCell *cells = relance_import_own_cells (self, table, i);
      gint64 client = is_client ? 0
                                : relance_import_own_of (self, RELANCE_TABLE_CLIENTS,
                                                         find_cell (table, cells, "client"))
                                    ->id;
      g_autofree char *name = row->fate == RELANCE_OWN_NEW && (is_client || client != 0)
                                ? dup_name (table, cells, client)
                                : NULL;
      gint64 id = name != NULL ? take_from_index (known->alike, known->taken[table], name) : 0;

      if (id != 0 && is_client)
        *row = (RelanceOwnRow) { RELANCE_OWN_OTHER, id };
      else if (id != 0)
        row->fate = RELANCE_OWN_REFUSED;
    }
}

/* An invoice that is there keeps its own instalments. */
static void
pass_instalments (RelanceImportOwn *self)
{
  for (guint i = 0; i < relance_import_own_get_n (self, RELANCE_TABLE_INSTALMENTS); i++)
    {
      RelanceOwnRow *row = relance_import_own_row (self, RELANCE_TABLE_INSTALMENTS, i);
      RelanceCell *invoice =
        relance_import_own_cell (self, RELANCE_TABLE_INSTALMENTS, i, "invoice");

      if (row->fate == RELANCE_OWN_NEW &&
          relance_import_own_of (self, RELANCE_TABLE_INVOICES, invoice)->fate != RELANCE_OWN_NEW)
        row->fate = RELANCE_OWN_PASSED;
    }
}

static GHashTable *
list_room (const Known *known)
{
  GHashTable *room = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  const RelanceRecords *instalments = known->book[RELANCE_TABLE_INSTALMENTS];
  const RelanceRecords *allocations = known->book[RELANCE_TABLE_ALLOCATIONS];

  for (guint i = 0; i < relance_records_get_n (instalments); i++)
    {
      const RelanceCell *cells = relance_records_get (instalments, i);
      gint64 amount = find_cell (RELANCE_TABLE_INSTALMENTS, cells, "amount")->number;

      g_hash_table_insert (room, g_memdup2 (&cells[0].number, sizeof cells[0].number),
                           g_memdup2 (&amount, sizeof amount));
    }
  for (guint i = 0; i < relance_records_get_n (allocations); i++)
    {
      const RelanceCell *cells = relance_records_get (allocations, i);
      gint64 *left = g_hash_table_lookup (
        room, &find_cell (RELANCE_TABLE_ALLOCATIONS, cells, "instalment")->number);

      if (left != NULL)
        *left -= find_cell (RELANCE_TABLE_ALLOCATIONS, cells, "amount")->number;
    }
  return room;
}

/* A payment for what the book has settled meanwhile, or does not have, would be another payment. */
static void
refuse_payments (RelanceImportOwn *self, const Known *known)
{
  g_autoptr (GHashTable) room = list_room (known);

  for (guint i = 0; i < relance_import_own_get_n (self, RELANCE_TABLE_ALLOCATIONS); i++)
    {
      RelanceCell *cells = relance_import_own_cells (self, RELANCE_TABLE_ALLOCATIONS, i);
      RelanceOwnRow *payment = relance_import_own_of (
        self, RELANCE_TABLE_PAYMENTS, find_cell (RELANCE_TABLE_ALLOCATIONS, cells, "payment"));
      RelanceOwnRow *instalment =
        relance_import_own_of (self, RELANCE_TABLE_INSTALMENTS,
                               find_cell (RELANCE_TABLE_ALLOCATIONS, cells, "instalment"));
      gint64 amount = find_cell (RELANCE_TABLE_ALLOCATIONS, cells, "amount")->number;
      gint64 *left = instalment->id != 0 ? g_hash_table_lookup (room, &instalment->id) : NULL;

      if (payment->fate != RELANCE_OWN_NEW || instalment->fate == RELANCE_OWN_NEW)
        continue;
      if (left == NULL || *left < amount)
        payment->fate = RELANCE_OWN_REFUSED;
      else
        *left -= amount;
    }
}

/* What belongs to a row that is left out, or came with a payment that is there, is left out too. */
static void
pass_dependants (RelanceImportOwn *self, RelanceTableId table)
{
  const RelanceTable *description = relance_table_get (table);

  for (guint i = 0; i < relance_import_own_get_n (self, table); i++)
    {
      RelanceOwnRow *row = relance_import_own_row (self, table, i);
      const RelanceCell *cells = relance_import_own_cells (self, table, i);

      for (guint column = 0; column < description->n_columns && row->fate == RELANCE_OWN_NEW;
           column++)
        {
          const RelanceColumn *one = &description->columns[column];
          const RelanceOwnRow *owner = one->type == RELANCE_COLUMN_REFERENCE && cells[column].known
                                         ? relance_import_own_of (self, one->table, &cells[column])
                                         : NULL;

          if (owner != NULL &&
              (owner->fate == RELANCE_OWN_REFUSED || owner->fate == RELANCE_OWN_PASSED ||
               (table == RELANCE_TABLE_ALLOCATIONS && one->table == RELANCE_TABLE_PAYMENTS &&
                owner->fate != RELANCE_OWN_NEW)))
            row->fate = RELANCE_OWN_PASSED;
        }
    }
}

static gboolean
is_credit_note (RelanceImportOwn *self, guint row)
{
  return g_str_equal (relance_import_own_cell (self, RELANCE_TABLE_PAYMENTS, row, "kind")->text,
                      "credit-note");
}

static int
count_fate (RelanceImportOwn *self, RelanceTableId table, RelanceOwnFate fate)
{
  int n = 0;

  for (guint i = 0; i < relance_import_own_get_n (self, table); i++)
    n += relance_import_own_row (self, table, i)->fate == fate;
  return n;
}

/* Of a document that comes with its invoice nothing is said. */
static gboolean
is_document_alone (RelanceImportOwn *self, guint row)
{
  const RelanceCell *invoice =
    relance_import_own_cell (self, RELANCE_TABLE_DOCUMENTS, row, "invoice");
  const RelanceCell *payment =
    relance_import_own_cell (self, RELANCE_TABLE_DOCUMENTS, row, "payment");

  return relance_import_own_row (self, RELANCE_TABLE_DOCUMENTS, row)->fate == RELANCE_OWN_NEW &&
         (!invoice->known || relance_import_own_of (self, RELANCE_TABLE_INVOICES, invoice)->id) &&
         (!payment->known || relance_import_own_of (self, RELANCE_TABLE_PAYMENTS, payment)->id);
}

/* What the payments of the export leave of each of its instalments is not looked up for what the
 * book has: only invoices that are new are counted. */
static GHashTable *
list_received (RelanceImportOwn *self)
{
  GHashTable *received = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < relance_import_own_get_n (self, RELANCE_TABLE_ALLOCATIONS); i++)
    {
      gint64 *id =
        &relance_import_own_cell (self, RELANCE_TABLE_ALLOCATIONS, i, "instalment")->number;
      gint64 amount =
        relance_import_own_cell (self, RELANCE_TABLE_ALLOCATIONS, i, "amount")->number;
      gint64 *sum = g_hash_table_lookup (received, id);

      if (sum != NULL)
        *sum += amount;
      else
        g_hash_table_insert (received, id, g_memdup2 (&amount, sizeof amount));
    }
  return received;
}

static int
count_late (RelanceImportOwn *self, RelanceDate today)
{
  g_autoptr (GHashTable) received = list_received (self);
  g_autoptr (GHashTable) late = g_hash_table_new (g_int64_hash, g_int64_equal);
  const RelanceTableId table = RELANCE_TABLE_INSTALMENTS;

  for (guint i = 0; i < relance_import_own_get_n (self, table); i++)
    {
      const gint64 *sum =
        g_hash_table_lookup (received, &relance_import_own_cell (self, table, i, "id")->number);
      gint64 amount = relance_import_own_cell (self, table, i, "amount")->number;

      if (relance_import_own_row (self, table, i)->fate == RELANCE_OWN_NEW &&
          relance_import_own_cell (self, table, i, "due")->number < today &&
          amount > (sum != NULL ? *sum : 0))
        g_hash_table_add (late, &relance_import_own_cell (self, table, i, "invoice")->number);
    }
  return (int) g_hash_table_size (late);
}

static void
count (RelanceImportOwn *self, RelanceDate today)
{
  RelanceImportOwnCounts *counts = &self->counts;

  counts->clients = count_fate (self, RELANCE_TABLE_CLIENTS, RELANCE_OWN_NEW);
  counts->contacts = count_fate (self, RELANCE_TABLE_CONTACTS, RELANCE_OWN_NEW);
  counts->invoices = count_fate (self, RELANCE_TABLE_INVOICES, RELANCE_OWN_NEW);
  counts->late = count_late (self, today);
  counts->unchanged = count_fate (self, RELANCE_TABLE_INVOICES, RELANCE_OWN_KNOWN);
  counts->refused = count_fate (self, RELANCE_TABLE_INVOICES, RELANCE_OWN_REFUSED) +
                    count_fate (self, RELANCE_TABLE_PAYMENTS, RELANCE_OWN_REFUSED);
  for (guint i = 0; i < relance_import_own_get_n (self, RELANCE_TABLE_PAYMENTS); i++)
    {
      RelanceOwnFate fate = relance_import_own_row (self, RELANCE_TABLE_PAYMENTS, i)->fate;

      counts->credit_notes += fate == RELANCE_OWN_NEW && is_credit_note (self, i);
      counts->payments += fate == RELANCE_OWN_NEW && !is_credit_note (self, i);
      counts->unchanged += fate == RELANCE_OWN_KNOWN && is_credit_note (self, i);
    }
  for (guint i = 0; i < relance_import_own_get_n (self, RELANCE_TABLE_DOCUMENTS); i++)
    counts->documents += is_document_alone (self, i);
}

/**
 * relance_import_own_plan:
 *
 * Says of every row of the export what becomes of it in the book.
 */
gboolean
relance_import_own_plan (RelanceImportOwn *self,
                         RelanceStore *store,
                         RelanceDate today,
                         GError **error)
{
  static const RelanceTableId tables[] = { RELANCE_TABLE_CLIENTS, RELANCE_TABLE_CONTACTS,
                                           RELANCE_TABLE_INVOICES, RELANCE_TABLE_INSTALMENTS,
                                           RELANCE_TABLE_PAYMENTS };
  g_auto (Known) known = { .alike = new_index () };

  if (!load_book (&known, store, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      index_table (&known, tables[i]);
      find_same (self, &known, tables[i]);
      if (tables[i] == RELANCE_TABLE_CLIENTS || tables[i] == RELANCE_TABLE_INVOICES ||
          tables[i] == RELANCE_TABLE_PAYMENTS)
        find_alike (self, &known, tables[i]);
    }
  pass_instalments (self);
  refuse_payments (self, &known);
  pass_dependants (self, RELANCE_TABLE_ALLOCATIONS);
  index_table (&known, RELANCE_TABLE_DOCUMENTS);
  find_same (self, &known, RELANCE_TABLE_DOCUMENTS);
  pass_dependants (self, RELANCE_TABLE_DOCUMENTS);
  count (self, today);
  return TRUE;
}
