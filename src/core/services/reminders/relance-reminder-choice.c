/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-reminder-facts.h"

#include "relance-invoice.h"

#include <string.h>

static void
remove_invoice (RelanceReminderFacts *self, gint64 id)
{
  for (guint i = self->debts->len; i-- > 0;)
    if (((RelanceDebt *) self->debts->pdata[i])->invoice_id == id)
      g_ptr_array_remove_index (self->debts, i);

  g_hash_table_remove (self->invoices_by_id, &id);
  for (guint i = self->invoices->len; i-- > 0;)
    if (((RelanceInvoice *) self->invoices->pdata[i])->id == id)
      g_ptr_array_remove_index (self->invoices, i);
}

/**
 * relance_reminder_facts_leave_out:
 * @invoice_ids: (element-type gint64) (nullable): what a letter is not to speak of
 */
void
relance_reminder_facts_leave_out (RelanceReminderFacts *self, GArray *invoice_ids)
{
  for (guint i = 0; invoice_ids != NULL && i < invoice_ids->len; i++)
    remove_invoice (self, g_array_index (invoice_ids, gint64, i));
}

static int
compare_debts (const RelanceDebt *const *a, const RelanceDebt *const *b)
{
  if ((*a)->due != (*b)->due)
    return (*a)->due < (*b)->due ? -1 : 1;
  return strcmp ((*a)->number, (*b)->number);
}

/**
 * relance_reminder_facts_join:
 * @other: facts of the same client and of other invoices; left without them
 *
 * Adds what @other speaks of; the oldest stays first.
 */
void
relance_reminder_facts_join (RelanceReminderFacts *self, RelanceReminderFacts *other)
{
  g_hash_table_remove_all (other->invoices_by_id);
  while (other->invoices->len > 0)
    {
      RelanceInvoice *invoice = g_ptr_array_steal_index (other->invoices, 0);

      g_ptr_array_add (self->invoices, invoice);
      g_hash_table_insert (self->invoices_by_id, &invoice->id, invoice);
    }
  while (other->debts->len > 0)
    g_ptr_array_add (self->debts, g_ptr_array_steal_index (other->debts, 0));
  g_ptr_array_sort (self->debts, (GCompareFunc) compare_debts);
}

static gboolean
is_of_number (gunichar c)
{
  return g_unichar_isalnum (c);
}

/* "F-4" is not in "F-42". */
static gboolean
names (const char *text, const char *number)
{
  gsize length = strlen (number);

  for (const char *p = strstr (text, number); p != NULL && length > 0; p = strstr (p + 1, number))
    {
      gunichar before = p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : ' ';

      if (!is_of_number (before) && !is_of_number (g_utf8_get_char (p + length)))
        return TRUE;
    }

  return FALSE;
}

/**
 * relance_reminder_facts_keep_named:
 * @text: UTF-8: a letter
 *
 * Leaves the invoices out that @text does not name, unless it names none.
 *
 * Returns: (transfer full) (element-type gint64): those that were left out
 */
GArray *
relance_reminder_facts_keep_named (RelanceReminderFacts *self, const char *text)
{
  g_autoptr (GArray) unnamed = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->invoices->len; i++)
    {
      const RelanceInvoice *invoice = self->invoices->pdata[i];

      if (!names (text, invoice->number))
        g_array_append_val (unnamed, invoice->id);
    }

  if (unnamed->len == self->invoices->len)
    g_array_set_size (unnamed, 0);
  relance_reminder_facts_leave_out (self, unnamed);
  return g_steal_pointer (&unnamed);
}
