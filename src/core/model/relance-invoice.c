/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-invoice.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (RelanceInvoice, relance_invoice, G_TYPE_OBJECT)

static void
relance_invoice_finalize (GObject *object)
{
  RelanceInvoice *self = RELANCE_INVOICE (object);

  g_free (self->client_name);
  g_free (self->number);
  g_free (self->label);
  g_free (self->due_source);
  g_free (self->reference);
  g_free (self->corrects);
  g_free (self->excluded);
  g_array_unref (self->instalments);
  g_array_unref (self->payments);

  G_OBJECT_CLASS (relance_invoice_parent_class)->finalize (object);
}

static void
relance_invoice_class_init (RelanceInvoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_invoice_finalize;
}

static void
relance_invoice_init (RelanceInvoice *self)
{
  self->issued = RELANCE_DATE_NONE;
  self->due = RELANCE_DATE_NONE;
  self->excluded_until = RELANCE_DATE_NONE;
  self->state = RELANCE_INVOICE_OPEN;
  self->instalments = g_array_new (FALSE, TRUE, sizeof (RelanceInstalment));
  self->payments = g_array_new (FALSE, TRUE, sizeof (RelancePayment));
  g_array_set_clear_func (self->payments, (GDestroyNotify) relance_payment_clear);
}

/**
 * relance_invoice_new:
 *
 * Returns: (transfer full): an invoice that is not in the book yet, to be filled
 */
RelanceInvoice *
relance_invoice_new (void)
{
  return g_object_new (RELANCE_TYPE_INVOICE, NULL);
}

/**
 * relance_invoice_copy:
 *
 * Returns: (transfer full): an invoice of its own with the same content, to be edited
 */
RelanceInvoice *
relance_invoice_copy (RelanceInvoice *self)
{
  RelanceInvoice *copy = relance_invoice_new ();

  copy->id = self->id;
  copy->client_id = self->client_id;
  copy->client_name = g_strdup (self->client_name);
  copy->number = g_strdup (self->number);
  copy->issued = self->issued;
  copy->due = self->due;
  memcpy (copy->currency, self->currency, sizeof copy->currency);
  copy->total = self->total;
  copy->balance = self->balance;
  copy->label = g_strdup (self->label);
  copy->state = self->state;
  copy->days_late = self->days_late;
  copy->written_off = self->written_off;
  copy->type = self->type;
  copy->means = self->means;
  copy->due_source = g_strdup (self->due_source);
  copy->reference = g_strdup (self->reference);
  copy->corrects = g_strdup (self->corrects);
  copy->excluded = g_strdup (self->excluded);
  copy->excluded_until = self->excluded_until;
  g_array_append_vals (copy->instalments, self->instalments->data, self->instalments->len);
  for (guint i = 0; i < self->payments->len; i++)
    {
      RelancePayment payment = g_array_index (self->payments, RelancePayment, i);

      payment.means = g_strdup (payment.means);
      payment.number = g_strdup (payment.number);
      payment.note = g_strdup (payment.note);
      g_array_append_val (copy->payments, payment);
    }

  return copy;
}

/**
 * relance_means_is_collected:
 * @means: UNTDID 4461, or 0
 *
 * Returns: whether we take the money ourselves, by direct debit (UNTDID 4461: 49, 59) or by card
 *   (48, 54, 55): then there is nothing to ask the client for
 */
gboolean
relance_means_is_collected (int means)
{
  static const int collected[] = { 48, 49, 54, 55, 59 };

  for (gsize i = 0; i < G_N_ELEMENTS (collected); i++)
    if (means == collected[i])
      return TRUE;
  return FALSE;
}

/**
 * relance_payment_clear:
 * @payment: a payment whose content is let go, but not its memory
 */
void
relance_payment_clear (RelancePayment *payment)
{
  g_clear_pointer (&payment->means, g_free);
  g_clear_pointer (&payment->number, g_free);
  g_clear_pointer (&payment->note, g_free);
}

/**
 * relance_event_new:
 * @at: UTC seconds
 * @kind: an English word, for programs
 * @text: (transfer full): a sentence for people
 *
 * Returns: (transfer full): a line of history
 */
RelanceEvent *
relance_event_new (gint64 at, const char *kind, char *text)
{
  RelanceEvent *event = g_new0 (RelanceEvent, 1);

  event->at = at;
  event->kind = g_strdup (kind);
  event->text = text;

  return event;
}

void
relance_event_free (RelanceEvent *event)
{
  g_free (event->kind);
  g_free (event->text);
  g_free (event->message);
  g_free (event);
}
