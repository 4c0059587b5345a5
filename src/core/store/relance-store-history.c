/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-history.h"

#include "relance-enum-types.h"
#include "relance-statement.h"

static RelanceDeed *
read_deed (RelanceStatement *statement)
{
  RelanceDeed *deed = g_new0 (RelanceDeed, 1);
  const char *currency = relance_statement_get_text (statement, 7);
  const char *kind = relance_statement_get_text (statement, 11);
  const char *stage = relance_statement_get_text (statement, 16);

  deed->change = relance_statement_get_int (statement, 0);
  deed->at = relance_statement_get_int (statement, 1);
  deed->what =
    relance_enum_from_nick (RELANCE_TYPE_CHANGE_KIND, relance_statement_get_text (statement, 2));
  deed->imported = relance_statement_get_int (statement, 3) != 0;
  deed->undone = relance_statement_get_int (statement, 4) != 0;
  deed->detail = g_strdup (relance_statement_get_text (statement, 5));
  deed->amount = relance_statement_get_int (statement, 6);
  g_strlcpy (deed->currency, currency != NULL ? currency : "", sizeof deed->currency);
  deed->date = relance_statement_get_date (statement, 8);
  deed->means = g_strdup (relance_statement_get_text (statement, 9));
  deed->n_invoices = (int) relance_statement_get_int (statement, 10);
  if (kind != NULL)
    deed->kind = relance_enum_from_nick (RELANCE_TYPE_PAYMENT_KIND, kind);
  deed->number = g_strdup (relance_statement_get_text (statement, 12));
  deed->note = g_strdup (relance_statement_get_text (statement, 13));
  deed->part = relance_statement_get_int (statement, 14);
  deed->invoice = relance_statement_get_int (statement, 15);
  if (stage != NULL)
    deed->stage = relance_enum_from_nick (RELANCE_TYPE_STAGE, stage);
  return deed;
}

static GPtrArray *
read_deeds (RelanceStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) deeds = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_deed_free);
  gboolean row;

  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&deeds);
      g_ptr_array_add (deeds, read_deed (statement));
    }
  return NULL;
}

static RelanceMessageLine *
read_line (RelanceStatement *statement)
{
  RelanceMessageLine *line = g_new0 (RelanceMessageLine, 1);

  line->id = g_strdup (relance_statement_get_text (statement, 0));
  line->at = relance_statement_get_int (statement, 1);
  line->state =
    relance_enum_from_nick (RELANCE_TYPE_MESSAGE_STATE, relance_statement_get_text (statement, 2));
  line->stage =
    relance_enum_from_nick (RELANCE_TYPE_STAGE, relance_statement_get_text (statement, 3));
  line->to = g_strdup (relance_statement_get_text (statement, 4));
  line->reason = g_strdup (relance_statement_get_text (statement, 5));
  return line;
}

static GPtrArray *
list_lines (RelanceStore *self, const char *query, gint64 id, int limit, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_message_line_free);
  relance_statement_bind_int (statement, 1, id);
  relance_statement_bind_int (statement, 2, limit);
  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&lines);
      g_ptr_array_add (lines, read_line (statement));
    }
  return NULL;
}

/**
 * relance_store_list_invoice_deeds:
 *
 * Returns: (transfer full) (element-type RelanceDeed): what was done to an invoice, newest first
 */
GPtrArray *
relance_store_list_invoice_deeds (RelanceStore *self, gint64 invoice_id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "invoice-changes", error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, invoice_id);
  return read_deeds (statement, error);
}

/**
 * relance_store_list_client_deeds:
 * @limit: how many at most, -1 for all
 *
 * Returns: (transfer full) (element-type RelanceDeed): what was done to a client and
 *   to its invoices, newest first
 */
GPtrArray *
relance_store_list_client_deeds (RelanceStore *self, gint64 client_id, int limit, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "client-changes", error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, client_id);
  relance_statement_bind_int (statement, 2, limit);
  return read_deeds (statement, error);
}

/**
 * relance_store_list_schedule:
 *
 * Returns: (transfer full) (element-type RelanceInstalment): the due dates and amounts that a change
 *   gave an invoice, oldest due first
 */
GArray *
relance_store_list_schedule (RelanceStore *self, gint64 invoice_id, gint64 change, GError **error)
{
  g_autoptr (GArray) schedule = g_array_new (FALSE, TRUE, sizeof (RelanceInstalment));
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "instalments-of-change", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, invoice_id);
  relance_statement_bind_int (statement, 2, change);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceInstalment instalment = { 0 };

      if (!row)
        return g_steal_pointer (&schedule);
      instalment.due = relance_statement_get_date (statement, 0);
      instalment.amount = relance_statement_get_int (statement, 1);
      g_array_append_val (schedule, instalment);
    }
  return NULL;
}

/**
 * relance_store_list_corrections:
 * @entity: "client" or "invoice", with its instalments
 *
 * Returns: (transfer full) (element-type RelanceCorrection): the values that @change
 *   corrected, and to what
 */
GPtrArray *
relance_store_list_corrections (RelanceStore *self,
                                gint64 change,
                                const char *entity,
                                gint64 entity_id,
                                GError **error)
{
  g_autoptr (GPtrArray) corrections = NULL;
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "revision-fields", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_correction_free);
  relance_statement_bind_int (statement, 1, change);
  relance_statement_bind_static (statement, 2, entity);
  relance_statement_bind_int (statement, 3, entity_id);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceCorrection *correction;

      if (!row)
        return g_steal_pointer (&corrections);
      correction = g_new0 (RelanceCorrection, 1);
      correction->field = g_strdup (relance_statement_get_text (statement, 0));
      correction->before = g_strdup (relance_statement_get_text (statement, 1));
      correction->after = g_strdup (relance_statement_get_text (statement, 2));
      g_ptr_array_add (corrections, correction);
    }
  return NULL;
}

/**
 * relance_store_list_invoice_lines:
 * @limit: how many at most, -1 for all
 *
 * Returns: (transfer full) (element-type RelanceMessageLine): the messages that speak of an
 *   invoice, newest first
 */
GPtrArray *
relance_store_list_invoice_lines (RelanceStore *self, gint64 invoice_id, int limit, GError **error)
{
  return list_lines (self, "invoice-messages", invoice_id, limit, error);
}

/**
 * relance_store_list_client_lines:
 * @limit: how many at most, -1 for all
 *
 * Returns: (transfer full) (element-type RelanceMessageLine): the messages to a client,
 *   newest first
 */
GPtrArray *
relance_store_list_client_lines (RelanceStore *self, gint64 client_id, int limit, GError **error)
{
  return list_lines (self, "client-messages", client_id, limit, error);
}

void
relance_deed_free (RelanceDeed *self)
{
  g_free (self->detail);
  g_free (self->means);
  g_free (self->number);
  g_free (self->note);
  g_free (self);
}

void
relance_correction_free (RelanceCorrection *self)
{
  g_free (self->field);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

void
relance_message_line_free (RelanceMessageLine *self)
{
  g_free (self->id);
  g_free (self->to);
  g_free (self->reason);
  g_free (self);
}
