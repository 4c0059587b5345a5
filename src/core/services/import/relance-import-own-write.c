/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-own-private.h"

#include "relance-accounts.h"
#include "relance-plan-text.h"
#include "relance-store-check.h"
#include "relance-store-documents.h"
#include "relance-store-payments.h"
#include "relance-store-plans.h"
#include "relance-store-records.h"
#include "relance-text.h"

#include <glib/gi18n-lib.h>

/* How often somebody who waits is listened to. */
#define ROWS_BETWEEN_LOOKS 1024

/* The row as it is in this book. */
static gboolean
write_row (RelanceImportOwn *self,
           RelanceStore *store,
           RelanceTableId table,
           guint place,
           gint64 change,
           GError **error)
{
  const RelanceTable *description = relance_table_get (table);
  RelanceCell cells[RELANCE_RECORD_MAX_COLUMNS];
  const RelanceCell *said = relance_import_own_cells (self, table, place);

  for (guint i = 0; i < description->n_columns; i++)
    {
      const RelanceColumn *column = &description->columns[i];

      cells[i] = said[i];
      if (column->type == RELANCE_COLUMN_REFERENCE && said[i].known)
        cells[i].number = relance_import_own_of (self, column->table, &said[i])->id;
    }
  return relance_store_add_record (store, table, cells, change,
                                   &relance_import_own_row (self, table, place)->id, error);
}

static gboolean
write_table (RelanceImportOwn *self,
             RelanceStore *store,
             RelanceTableId table,
             gint64 change,
             GCancellable *cancellable,
             GError **error)
{
  for (guint i = 0; i < relance_import_own_get_n (self, table); i++)
    {
      if (i % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (relance_import_own_row (self, table, i)->fate == RELANCE_OWN_NEW &&
          !write_row (self, store, table, i, change, error))
        return FALSE;
    }
  return TRUE;
}

/* Not somebody at another client. */
static gboolean
is_own_contact (RelanceImportOwn *self, guint client, const RelanceCell *contact)
{
  const RelanceTableId table = RELANCE_TABLE_CONTACTS;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places[table], &contact->number));

  return relance_import_own_cell (self, table, place, "client")->number ==
         relance_import_own_cell (self, RELANCE_TABLE_CLIENTS, client, "id")->number;
}

static gboolean
write_reminder_contacts (RelanceImportOwn *self, RelanceStore *store, GError **error)
{
  for (guint i = 0; i < relance_import_own_get_n (self, RELANCE_TABLE_CLIENTS); i++)
    {
      const RelanceOwnRow *client = relance_import_own_row (self, RELANCE_TABLE_CLIENTS, i);
      const RelanceCell *contact =
        relance_import_own_cell (self, RELANCE_TABLE_CLIENTS, i, "reminder_contact");

      if (client->fate == RELANCE_OWN_NEW && contact->known && is_own_contact (self, i, contact) &&
          !relance_store_set_reminder_contact (
            store, client->id, relance_import_own_of (self, RELANCE_TABLE_CONTACTS, contact)->id,
            error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_allocations (RelanceImportOwn *self, RelanceStore *store, GError **error)
{
  const RelanceTableId table = RELANCE_TABLE_ALLOCATIONS;

  for (guint i = 0; i < relance_import_own_get_n (self, table); i++)
    {
      const RelanceCell *payment = relance_import_own_cell (self, table, i, "payment");
      const RelanceCell *instalment = relance_import_own_cell (self, table, i, "instalment");

      if (relance_import_own_row (self, table, i)->fate == RELANCE_OWN_NEW &&
          !relance_store_add_allocation (
            store, relance_import_own_of (self, RELANCE_TABLE_INSTALMENTS, instalment)->id,
            relance_import_own_of (self, RELANCE_TABLE_PAYMENTS, payment)->id,
            relance_import_own_cell (self, table, i, "amount")->number, error))
        return FALSE;
    }
  return TRUE;
}

static gint64
get_owner (RelanceImportOwn *self, guint document, const char *column, RelanceTableId table)
{
  const RelanceCell *owner =
    relance_import_own_cell (self, RELANCE_TABLE_DOCUMENTS, document, column);

  return owner->known ? relance_import_own_of (self, table, owner)->id : 0;
}

static gboolean
write_document (RelanceImportOwn *self,
                RelanceStore *store,
                guint place,
                gint64 change,
                GError **error)
{
  const RelanceTableId table = RELANCE_TABLE_DOCUMENTS;
  g_autoptr (GBytes) content = relance_import_own_content (self, place, error);
  RelanceDocument document = {
    .invoice_id = get_owner (self, place, "invoice", RELANCE_TABLE_INVOICES),
    .name = (char *) relance_import_own_cell (self, table, place, "name")->text,
    .media_type = (char *) relance_import_own_cell (self, table, place, "media_type")->text,
  };
  gint64 id;

  return content != NULL &&
         relance_store_attach (store, &document,
                               get_owner (self, place, "payment", RELANCE_TABLE_PAYMENTS), content,
                               change, &id, error);
}

static gboolean
write_documents (RelanceImportOwn *self, RelanceStore *store, gint64 change, GError **error)
{
  for (guint i = 0; i < relance_import_own_get_n (self, RELANCE_TABLE_DOCUMENTS); i++)
    if (relance_import_own_row (self, RELANCE_TABLE_DOCUMENTS, i)->fate == RELANCE_OWN_NEW &&
        !write_document (self, store, i, change, error))
      return FALSE;
  return TRUE;
}

/* What the book does not say of the business; nothing that it says is changed. */
static gboolean
write_business (RelanceImportOwn *self, RelanceBook *book, GError **error)
{
  g_autoptr (RelanceBusiness) business = relance_business_load (book, error);

  if (business == NULL)
    return FALSE;
  if (relance_import_own_get_n (self, RELANCE_TABLE_BUSINESS) == 0)
    return TRUE;
  for (int key = 0; key < RELANCE_BUSINESS_N_KEYS; key++)
    {
      const char *name = relance_business_key_name (key);
      const RelanceCell *said = relance_import_own_cell (self, RELANCE_TABLE_BUSINESS, 0, name);

      if (said->known && *relance_business_get (business, key) == '\0' &&
          !relance_business_set (business, name, said->text, error))
        return FALSE;
    }
  return relance_business_put (book, business, error);
}

static gboolean
count_faults (RelanceStore *store, guint *n, GError **error)
{
  *n = 0;
  for (int sum = RELANCE_SUM_ORPHAN; sum <= RELANCE_SUM_DOCUMENT; sum++)
    {
      g_autoptr (GArray) found = relance_store_check_sum (store, sum, error);

      if (found == NULL)
        return FALSE;
      *n += found->len;
    }
  return TRUE;
}

/* The columns were good one by one; that they also add up is what the book's own check says. */
static gboolean
check_sums (RelanceStore *store, guint n_before, GError **error)
{
  guint n_after;

  if (!count_faults (store, &n_after, error))
    return FALSE;
  if (n_after <= n_before)
    return TRUE;
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                       _ ("The amounts of this export do not add up: it was changed since Relance "
                          "wrote it. Nothing was imported."));
  return FALSE;
}

/* A rule of the book that the export breaks is the export’s fault. */
static gboolean
report (gboolean done, GError **error)
{
  if (done || error == NULL ||
      !g_error_matches (*error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_CONSTRAINT))
    return done;
  g_clear_error (error);
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                       _ ("This export breaks a rule of the book: it was changed since Relance "
                          "wrote it. Nothing was imported."));
  return FALSE;
}

/* The plan of one client, unless the book has one of that name; broken steps are none. */
static gboolean
write_plan (RelanceStore *store,
            GPtrArray *known,
            const char *name,
            const char *steps,
            gint64 change,
            GError **error)
{
  g_autoptr (GArray) parsed = relance_plan_parse (steps);
  g_autoptr (RelanceOwnPlan) plan = relance_own_plan_new (0, name, steps);
  g_autofree char *key = relance_text_fold (name);

  if (parsed == NULL)
    return TRUE;
  for (guint i = 0; i < known->len; i++)
    {
      g_autofree char *other = relance_text_fold (((RelanceOwnPlan *) known->pdata[i])->name);

      if (g_str_equal (other, key))
        return TRUE;
    }
  if (!relance_store_add_plan (store, plan, change, &plan->id, error))
    return FALSE;

  g_ptr_array_add (known, g_steal_pointer (&plan));
  return TRUE;
}

/* The reminder plans of one's own that the new clients have. */
static gboolean
write_plans (RelanceImportOwn *self, RelanceStore *store, gint64 change, GError **error)
{
  const RelanceTableId table = RELANCE_TABLE_CLIENTS;
  g_autoptr (GPtrArray) known = relance_store_list_plans (store, error);

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < relance_import_own_get_n (self, table); i++)
    {
      const RelanceCell *name = relance_import_own_cell (self, table, i, "own_plan");
      const RelanceCell *steps = relance_import_own_cell (self, table, i, "own_plan_steps");

      if (relance_import_own_row (self, table, i)->fate == RELANCE_OWN_NEW && name->known &&
          steps->known && !write_plan (store, known, name->text, steps->text, change, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_all (RelanceImportOwn *self,
           RelanceBook *book,
           gint64 change,
           GCancellable *cancellable,
           GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  guint n_faults;

  return count_faults (store, &n_faults, error) && write_plans (self, store, change, error) &&
         write_table (self, store, RELANCE_TABLE_CLIENTS, change, cancellable, error) &&
         write_table (self, store, RELANCE_TABLE_CONTACTS, change, cancellable, error) &&
         write_reminder_contacts (self, store, error) &&
         write_table (self, store, RELANCE_TABLE_INVOICES, change, cancellable, error) &&
         write_table (self, store, RELANCE_TABLE_INSTALMENTS, change, cancellable, error) &&
         write_table (self, store, RELANCE_TABLE_PAYMENTS, change, cancellable, error) &&
         write_allocations (self, store, error) && write_documents (self, store, change, error) &&
         write_business (self, book, error) && check_sums (store, n_faults, error);
}

/**
 * relance_import_own_write:
 * @change: of which all of it is a part, but for what was not known of the business: that stays
 *   when the change is taken back
 *
 * Adds what is new, within a transaction that the caller ends. The book must be as it was when the
 * export was compared with it.
 */
gboolean
relance_import_own_write (RelanceImportOwn *self,
                          RelanceBook *book,
                          gint64 change,
                          GCancellable *cancellable,
                          GError **error)
{
  GError *problem = NULL;
  gboolean done = report (write_all (self, book, change, cancellable, &problem), &problem);

  if (!done)
    g_propagate_error (error, problem);
  return done;
}
