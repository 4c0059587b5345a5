/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ledger-model.h"

static void
clear_payment (ModelPayment *payment)
{
  g_array_unref (payment->parts);
}

Model *
model_new (void)
{
  Model *self = g_new0 (Model, 1);

  self->changes = g_array_new (FALSE, TRUE, sizeof (ModelChange));
  self->invoices = g_array_new (FALSE, TRUE, sizeof (ModelInvoice));
  self->instalments = g_array_new (FALSE, TRUE, sizeof (ModelInstalment));
  self->payments = g_array_new (FALSE, TRUE, sizeof (ModelPayment));
  g_array_set_clear_func (self->payments, (GDestroyNotify) clear_payment);
  return self;
}

void
model_free (Model *self)
{
  g_array_unref (self->changes);
  g_array_unref (self->invoices);
  g_array_unref (self->instalments);
  g_array_unref (self->payments);
  g_free (self);
}

static ModelChange *
get_change (Model *self, gint64 id)
{
  return &g_array_index (self->changes, ModelChange, id - 1);
}

ModelInvoice *
model_invoice (Model *self, gint64 id)
{
  return &g_array_index (self->invoices, ModelInvoice, id - 1);
}

ModelInstalment *
model_instalment (Model *self, gint64 id)
{
  return &g_array_index (self->instalments, ModelInstalment, id - 1);
}

ModelPayment *
model_payment (Model *self, gint64 id)
{
  return &g_array_index (self->payments, ModelPayment, id - 1);
}

static gboolean
holds (Model *self, gint64 born, gint64 ended)
{
  return (born == 0 || get_change (self, born)->standing) &&
         (ended == 0 || !get_change (self, ended)->standing);
}

gboolean
model_has_invoice (Model *self, gint64 id)
{
  return holds (self, model_invoice (self, id)->born, model_invoice (self, id)->ended);
}

gboolean
model_has_instalment (Model *self, gint64 id)
{
  return holds (self, model_instalment (self, id)->born, model_instalment (self, id)->ended);
}

gboolean
model_has_payment (Model *self, gint64 id)
{
  return holds (self, model_payment (self, id)->born, model_payment (self, id)->ended);
}

static gint64
get_part (ModelPayment *payment, gint64 instalment)
{
  for (guint i = 0; i < payment->parts->len; i++)
    if (g_array_index (payment->parts, ModelPart, i).instalment == instalment)
      return g_array_index (payment->parts, ModelPart, i).amount;
  return 0;
}

gint64
model_instalment_balance (Model *self, gint64 instalment)
{
  gint64 balance = model_instalment (self, instalment)->amount;

  for (guint id = 1; id <= self->payments->len; id++)
    if (model_has_payment (self, id))
      balance -= get_part (model_payment (self, id), instalment);
  return balance;
}

gint64
model_balance (Model *self, gint64 invoice)
{
  gint64 balance = 0;

  for (guint id = 1; id <= self->instalments->len; id++)
    if (model_instalment (self, id)->invoice == invoice && model_has_instalment (self, id))
      balance += model_instalment_balance (self, id);
  return balance;
}

static gint64
sum_of_invoice (Model *self, ModelPayment *payment, gint64 invoice)
{
  gint64 sum = 0;

  for (guint i = 0; i < payment->parts->len; i++)
    {
      ModelPart *part = &g_array_index (payment->parts, ModelPart, i);

      if (model_instalment (self, part->instalment)->invoice == invoice)
        sum += part->amount;
    }
  return sum;
}

static gint64
sum_of_kind (Model *self, gint64 invoice, RelancePaymentKind kind)
{
  gint64 sum = 0;

  for (guint id = 1; id <= self->payments->len; id++)
    if (model_has_payment (self, id) && model_payment (self, id)->kind == kind)
      sum += sum_of_invoice (self, model_payment (self, id), invoice);
  return sum;
}

gint64
model_written_off (Model *self, gint64 invoice)
{
  return sum_of_kind (self, invoice, RELANCE_PAYMENT_WRITE_OFF);
}

gboolean
model_is_replaced (Model *self, gint64 invoice)
{
  return sum_of_kind (self, invoice, RELANCE_PAYMENT_REPLACEMENT) > 0;
}

gint64
model_credit (Model *self, gint64 payment)
{
  ModelPayment *row = model_payment (self, payment);
  gint64 credit = row->amount;

  for (guint i = 0; i < row->parts->len; i++)
    {
      ModelPart *part = &g_array_index (row->parts, ModelPart, i);

      if (model_has_invoice (self, model_instalment (self, part->instalment)->invoice))
        credit -= part->amount;
    }
  return credit;
}

static gint64
begin_change (Model *self)
{
  ModelChange change = { .standing = TRUE };

  g_array_append_val (self->changes, change);
  return self->changes->len;
}

static gint64
add_payment (Model *self, gint64 change, const ModelPayment *values, gint64 replaces)
{
  ModelPayment payment = *values;

  payment.born = change;
  payment.ended = 0;
  payment.replaces = replaces;
  payment.parts = g_array_new (FALSE, TRUE, sizeof (ModelPart));
  g_array_append_val (self->payments, payment);
  return self->payments->len;
}

static void
add_part (ModelPayment *payment, gint64 instalment, gint64 amount)
{
  ModelPart part = { instalment, amount };

  for (guint i = 0; i < payment->parts->len; i++)
    if (g_array_index (payment->parts, ModelPart, i).instalment == instalment)
      {
        g_array_index (payment->parts, ModelPart, i).amount += amount;
        return;
      }
  if (amount > 0)
    g_array_append_val (payment->parts, part);
}

/* The open instalment that falls due first: of an invoice, or (0) of the payment's client. */
static gint64
find_first_due (Model *self, ModelPayment *payment, gint64 invoice)
{
  gint64 first = 0;

  for (guint id = 1; id <= self->instalments->len; id++)
    {
      ModelInstalment *candidate = model_instalment (self, id);
      ModelInvoice *owner = model_invoice (self, candidate->invoice);

      if ((invoice != 0 ? candidate->invoice == invoice : owner->client == payment->client) &&
          owner->currency == payment->currency && model_has_invoice (self, candidate->invoice) &&
          model_has_instalment (self, id) && model_instalment_balance (self, id) > 0 &&
          (first == 0 || candidate->due < model_instalment (self, first)->due))
        first = id;
    }
  return first;
}

static void
spread (Model *self, gint64 payment, gint64 invoice, gint64 amount)
{
  while (amount > 0)
    {
      gint64 instalment = find_first_due (self, model_payment (self, payment), invoice);
      gint64 part;

      if (instalment == 0)
        return;
      part = MIN (amount, model_instalment_balance (self, instalment));
      add_part (model_payment (self, payment), instalment, part);
      amount -= part;
    }
}

gint64
model_receive (Model *self, const ModelPayment *payment, gint64 invoice, gboolean spread_it)
{
  gint64 id = add_payment (self, begin_change (self), payment, 0);

  if (payment->kind == RELANCE_PAYMENT_CREDIT_NOTE && invoice != 0)
    model_payment (self, id)->credits = model_invoice (self, invoice)->number;
  if (spread_it)
    spread (self, id, invoice, payment->amount);
  return id;
}

gint64
model_write_off (Model *self, gint64 invoice, int date)
{
  ModelPayment payment = { .client = model_invoice (self, invoice)->client,
                           .kind = RELANCE_PAYMENT_WRITE_OFF,
                           .currency = model_invoice (self, invoice)->currency,
                           .date = date,
                           .amount = model_balance (self, invoice) };

  return model_receive (self, &payment, invoice, TRUE);
}

gint64
model_remove_invoice (Model *self, gint64 id)
{
  return model_invoice (self, id)->ended = begin_change (self);
}

gint64
model_remove_payment (Model *self, gint64 id)
{
  return model_payment (self, id)->ended = begin_change (self);
}

static gboolean
is_given_up (ModelPayment *payment)
{
  return payment->kind == RELANCE_PAYMENT_WRITE_OFF || payment->kind == RELANCE_PAYMENT_REPLACEMENT;
}

static gboolean
goes_before (ModelPayment *a, ModelPayment *b)
{
  if (is_given_up (a) != is_given_up (b))
    return is_given_up (b);
  return a->date < b->date;
}

/* The payments with a part of an invoice: money before what was given up, then by date and id. */
static GArray *
list_payments (Model *self, gint64 invoice, gboolean only_money)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id <= self->payments->len; id++)
    {
      ModelPayment *payment = model_payment (self, id);
      guint place = ids->len;

      if (!model_has_payment (self, id) || sum_of_invoice (self, payment, invoice) == 0 ||
          (only_money && is_given_up (payment)))
        continue;
      while (place > 0 &&
             goes_before (payment, model_payment (self, g_array_index (ids, gint64, place - 1))))
        place--;
      g_array_insert_val (ids, place, id);
    }
  return ids;
}

/* A row like an old one, but for its parts of one invoice; answers what those came to. */
static gint64
renew (Model *self, gint64 change, gint64 old, gint64 invoice, gint64 *freed)
{
  gint64 id = add_payment (self, change, model_payment (self, old), old);
  GArray *parts = model_payment (self, old)->parts;

  *freed = 0;
  for (guint i = 0; i < parts->len; i++)
    {
      ModelPart part = g_array_index (parts, ModelPart, i);

      if (model_instalment (self, part.instalment)->invoice == invoice)
        *freed += part.amount;
      else
        add_part (model_payment (self, id), part.instalment, part.amount);
    }
  return id;
}

/* A row like an old one, but for its parts of invoices that are gone: they are spread anew, over one
 * invoice or (0) over those of the client. */
static gint64
renew_with_rest (Model *self, gint64 change, gint64 old, gint64 invoice)
{
  gint64 rest = model_credit (self, old), id, ignored;

  model_payment (self, old)->ended = change;
  id = renew (self, change, old, 0, &ignored);
  for (guint i = model_payment (self, id)->parts->len; i > 0; i--)
    {
      ModelPart *part = &g_array_index (model_payment (self, id)->parts, ModelPart, i - 1);

      if (!model_has_invoice (self, model_instalment (self, part->instalment)->invoice))
        g_array_remove_index (model_payment (self, id)->parts, i - 1);
    }
  spread (self, id, invoice, rest);
  return id;
}

/* What is left of credit notes lowers an invoice that comes with the number that they credit. */
static void
net_waiting_notes (Model *self, gint64 change, gint64 invoice)
{
  const ModelInvoice *added = model_invoice (self, invoice);
  guint n_payments = self->payments->len;

  for (guint id = 1; id <= n_payments; id++)
    {
      const ModelPayment *note = model_payment (self, id);

      if (model_has_payment (self, id) && note->credits == added->number &&
          note->client == added->client && note->currency == added->currency &&
          model_credit (self, id) > 0 && model_balance (self, invoice) > 0)
        renew_with_rest (self, change, id, invoice);
    }
}

gint64
model_add_invoice (Model *self, gint64 client, int number, int currency, gint64 total, int due)
{
  gint64 change = begin_change (self);
  ModelInvoice invoice = { client, number, currency, total, change, 0 };
  ModelInstalment instalment = { self->invoices->len + 1, due, total, 0, 0 };

  g_array_append_val (self->invoices, invoice);
  g_array_append_val (self->instalments, instalment);
  net_waiting_notes (self, change, self->invoices->len);
  return self->invoices->len;
}

static void
end_payments (Model *self, GArray *ids, gint64 change)
{
  for (guint i = 0; i < ids->len; i++)
    model_payment (self, g_array_index (ids, gint64, i))->ended = change;
}

/* Renews them all, and then spreads what they had of @from over @to. */
static void
move_payments (Model *self, GArray *ids, gint64 change, gint64 from, gint64 to)
{
  g_autofree gint64 *freed = g_new0 (gint64, ids->len + 1);
  gint64 first = self->payments->len + 1;

  for (guint i = 0; i < ids->len; i++)
    renew (self, change, g_array_index (ids, gint64, i), from, &freed[i]);
  for (guint i = 0; i < ids->len; i++)
    spread (self, first + i, to, freed[i]);
}

gint64
model_set_instalments (Model *self, gint64 invoice, const int *dues, const gint64 *amounts, int n)
{
  gint64 change = begin_change (self);
  g_autoptr (GArray) ids = list_payments (self, invoice, FALSE);

  end_payments (self, ids, change);
  for (guint id = 1; id <= self->instalments->len; id++)
    if (model_instalment (self, id)->invoice == invoice && model_has_instalment (self, id))
      model_instalment (self, id)->ended = change;
  for (int i = 0; i < n; i++)
    {
      ModelInstalment instalment = { invoice, dues[i], amounts[i], change, 0 };

      g_array_append_val (self->instalments, instalment);
    }
  move_payments (self, ids, change, invoice, invoice);
  return change;
}

gint64
model_replace (Model *self, gint64 old_invoice, gint64 new_invoice, int date)
{
  gint64 change = begin_change (self);
  g_autoptr (GArray) ids = list_payments (self, old_invoice, TRUE);
  ModelPayment replacement = { .client = model_invoice (self, old_invoice)->client,
                               .kind = RELANCE_PAYMENT_REPLACEMENT,
                               .currency = model_invoice (self, old_invoice)->currency,
                               .date = date };

  end_payments (self, ids, change);
  replacement.amount = model_balance (self, old_invoice);
  if (replacement.amount > 0)
    spread (self, add_payment (self, change, &replacement, 0), old_invoice, replacement.amount);
  move_payments (self, ids, change, old_invoice, new_invoice);
  return change;
}

gint64
model_allocate (Model *self, gint64 payment, const ModelShare *shares, int n)
{
  gint64 change = begin_change (self);
  gint64 id;

  if (shares != NULL)
    {
      model_payment (self, payment)->ended = change;
      id = add_payment (self, change, model_payment (self, payment), payment);
      for (int i = 0; i < n; i++)
        spread (self, id, shares[i].invoice, shares[i].amount);
      return id;
    }
  return renew_with_rest (self, change, payment, 0);
}

/* A later change that stands took the place of what @change did to a payment. */
static gboolean
is_built_upon (Model *self, gint64 change)
{
  for (guint id = 1; id <= self->payments->len; id++)
    {
      ModelPayment *payment = model_payment (self, id);
      gboolean replaced = FALSE;

      if (payment->born != change || payment->ended == 0 ||
          !get_change (self, payment->ended)->standing)
        continue;
      for (guint other = 1; other <= self->payments->len; other++)
        replaced = replaced || (model_payment (self, other)->replaces == id &&
                                get_change (self, model_payment (self, other)->born)->standing);
      if (payment->replaces != 0 || replaced)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_sound_instalments (Model *self)
{
  g_autofree gint64 *sums = g_new0 (gint64, self->invoices->len + 1);

  for (guint id = 1; id <= self->instalments->len; id++)
    if (model_has_instalment (self, id))
      sums[model_instalment (self, id)->invoice] += model_instalment (self, id)->amount;
  for (guint id = 1; id <= self->invoices->len; id++)
    if (sums[id] != model_invoice (self, id)->total)
      return FALSE;
  for (guint id = 1; id <= self->instalments->len; id++)
    if (model_instalment_balance (self, id) < 0)
      return FALSE;
  return TRUE;
}

static gboolean
has_loose_payment (Model *self)
{
  for (guint id = 1; id <= self->payments->len; id++)
    for (guint i = 0; model_has_payment (self, id) && i < model_payment (self, id)->parts->len; i++)
      if (!model_has_instalment (
            self, g_array_index (model_payment (self, id)->parts, ModelPart, i).instalment))
        return TRUE;
  return FALSE;
}

static gboolean
has_number_twice (Model *self)
{
  for (guint a = 1; a <= self->invoices->len; a++)
    for (guint b = a + 1; b <= self->invoices->len; b++)
      if (model_has_invoice (self, a) && model_has_invoice (self, b) &&
          model_invoice (self, a)->client == model_invoice (self, b)->client &&
          model_invoice (self, a)->number == model_invoice (self, b)->number)
        return TRUE;
  return FALSE;
}

/* FALSE, and nothing changes, when what came later stands on it. */
gboolean
model_undo (Model *self, gint64 change)
{
  ModelChange undo = { .standing = FALSE, .is_undo = TRUE };

  if (is_built_upon (self, change))
    return FALSE;
  get_change (self, change)->standing = FALSE;
  if (!has_sound_instalments (self) || has_loose_payment (self) || has_number_twice (self))
    {
      get_change (self, change)->standing = TRUE;
      return FALSE;
    }
  g_array_append_val (self->changes, undo);
  return TRUE;
}
