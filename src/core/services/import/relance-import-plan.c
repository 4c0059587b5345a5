/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-plan.h"

#include "relance-import-differences.h"

/* What stands for the means of what was paid before the invoice. */
#define PREPAID "prepaid"

/* How sure a due date is, by the word for where it came from. */
typedef enum
{
  RANK_DEFAULT = 1,
  RANK_CLIENT,
  RANK_TERMS,
  RANK_EXPLICIT,
} Rank;

static gboolean
reject (RelancePlannedRow *self, const char *reason, const char *value)
{
  self->fate = RELANCE_IMPORT_REJECTED;
  self->reason = reason;
  self->reason_value = value;

  return TRUE;
}

/* A date without a word was typed. */
static Rank
get_rank (const char *source)
{
  static const char *const words[] = {
    [RANK_DEFAULT] = "default", [RANK_CLIENT] = "client", [RANK_TERMS] = "terms"
  };

  for (Rank rank = RANK_DEFAULT; rank < RANK_EXPLICIT; rank++)
    if (g_str_equal (source, words[rank]))
      return rank;

  return RANK_EXPLICIT;
}

/* The document's date, else what its terms lead to, else the client's terms, else the usual ones. */
static void
find_due (RelancePlannedRow *self)
{
  const RelanceImportRow *row = self->row;

  self->due = row->due;
  if ((row->flags & (RELANCE_ROW_DUE_UNKNOWN | RELANCE_ROW_DUE_ASSUMED)) == 0)
    {
      self->due_source = row->flags & RELANCE_ROW_DUE_FROM_TERMS ? "terms" : "explicit";
      return;
    }
  self->due = relance_terms_get_due (&self->client->terms, row->issued);
  self->due_source = "client";
  if (self->due == RELANCE_DATE_NONE)
    {
      self->due = relance_terms_get_due (self->usual_terms, row->issued);
      self->due_source = "default";
    }
}

/* What a file leaves out is assumed for a new invoice only: an assumption never overrules what the
 * book knows. */
static RelancePlanFlags
find_due_correction (const RelancePlannedRow *self)
{
  Rank mine = get_rank (self->due_source), theirs = get_rank (self->before.due_source);
  gboolean better = mine > theirs;

  if (self->due != self->before.due && (better || (mine == theirs && mine >= RANK_TERMS)))
    return RELANCE_PLAN_DUE | (better ? RELANCE_PLAN_SOURCE : 0);

  return self->due == self->before.due && better ? RELANCE_PLAN_SOURCE : 0;
}

static RelancePlanFlags
find_corrections (const RelancePlannedRow *self)
{
  const RelanceImportRow *row = self->row;
  const RelanceStoreInvoice *before = &self->before;
  const char *order = row->buyer != NULL ? row->buyer->order : NULL;
  RelancePlanFlags flags = find_due_correction (self);

  if (row->total != before->total)
    flags |= RELANCE_PLAN_TOTAL;
  if (row->issued != before->issued && !(row->flags & RELANCE_ROW_ISSUED_ASSUMED))
    flags |= RELANCE_PLAN_ISSUED;
  if (row->label != NULL && !before->has_label)
    flags |= RELANCE_PLAN_LABEL;
  if (row->type != 0 && before->type == 0)
    flags |= RELANCE_PLAN_TYPE;
  if (row->means != 0 && before->means == 0)
    flags |= RELANCE_PLAN_MEANS;
  if (order != NULL && !before->has_reference)
    flags |= RELANCE_PLAN_REFERENCE;
  if (row->kind == RELANCE_ROW_CORRECTION && row->reference != NULL && !before->has_corrects)
    flags |= RELANCE_PLAN_CORRECTS;

  return flags;
}

static gboolean
has_schedule (const RelancePlannedRow *self, const GArray *instalments)
{
  if (instalments->len != self->row->n_instalments)
    return FALSE;
  for (guint i = 0; i < instalments->len; i++)
    {
      const RelanceStoreOpenInstalment *theirs =
        &g_array_index (instalments, RelanceStoreOpenInstalment, i);

      if (theirs->due != self->row->instalments[i].due ||
          theirs->amount != self->row->instalments[i].amount)
        return FALSE;
    }

  return TRUE;
}

/* A schedule replaces one date, or another schedule that is surely no better. One date replaces no
 * schedule. */
static gboolean
compare_schedules (RelancePlannedRow *self, RelanceStore *store, GError **error)
{
  g_autoptr (GArray) instalments = NULL;

  if (self->row->n_instalments == 0)
    {
      if (self->before.n_instalments == 1)
        return TRUE;
      if (self->flags & RELANCE_PLAN_TOTAL)
        return reject (self, "instalments", NULL);
      self->flags &= ~(RELANCE_PLAN_DUE | RELANCE_PLAN_SOURCE);
      return TRUE;
    }

  instalments = relance_store_list_instalments (store, self->before.id, error);
  if (instalments == NULL)
    return FALSE;
  self->flags &= ~RELANCE_PLAN_DUE;
  if (!has_schedule (self, instalments))
    self->flags |= RELANCE_PLAN_INSTALMENTS;

  return TRUE;
}

static void
plan_new (RelancePlannedRow *self, RelanceDate today)
{
  const RelanceImportRow *row = self->row;

  self->fate = RELANCE_IMPORT_NEW;
  self->payment = row->paid;
  self->payment_date = MAX (row->issued, MIN (self->due, today));
}

/* Payments are exported under the number of their invoice with an amount and a date of
 * their own: taken for a correction, they would overwrite it. */
static gboolean
looks_like_payment (const RelancePlannedRow *self)
{
  return (self->flags & RELANCE_PLAN_TOTAL) && (self->flags & RELANCE_PLAN_ISSUED) &&
         (self->row->flags & RELANCE_ROW_DUE_ASSUMED);
}

/* Money that the book does not have yet, as far as something remains due: a file that says "paid"
 * may mean by a credit note. */
static void
compare_payments (RelancePlannedRow *self, RelanceDate today)
{
  const RelanceStoreInvoice *before = &self->before;
  gint64 paid = MIN (self->row->paid, self->row->total);
  gint64 missing = MIN (paid - before->received, self->row->total - before->paid);

  if (missing > 0)
    {
      self->flags |= RELANCE_PLAN_PAYMENT;
      self->payment = missing;
      self->payment_date = today;
    }
  else if (self->row->paid > 0 && paid < before->paid)
    self->flags |= RELANCE_PLAN_PAID_KEPT;
}

static gboolean
plan_existing (RelancePlannedRow *self, RelanceStore *store, RelanceDate today, GError **error)
{
  const RelanceImportRow *row = self->row;

  if (!g_str_equal (row->currency, self->before.currency))
    return reject (self, "currency-changed", g_intern_string (self->before.currency));
  if (row->total < self->before.paid)
    return reject (self, "below-paid", NULL);
  self->flags |= find_corrections (self);
  if (!compare_schedules (self, store, error))
    return FALSE;
  if (self->fate == RELANCE_IMPORT_REJECTED)
    return TRUE;
  if (looks_like_payment (self))
    return reject (self, "payment", NULL);
  compare_payments (self, today);

  return TRUE;
}

static gboolean
plan_note (RelancePlannedRow *self, RelanceStore *store, GError **error)
{
  const RelanceImportRow *row = self->row;

  self->amount = row->total - row->paid;
  if (self->client->id != 0 &&
      !relance_store_find_import_note (store, self->client->id, row->number, &self->before, error))
    return FALSE;
  if (self->before.id == 0)
    {
      self->fate = self->amount > 0 ? RELANCE_IMPORT_NEW : RELANCE_IMPORT_UNCHANGED;
      self->flags |= self->amount > 0 ? 0 : RELANCE_PLAN_SETTLED;
      return TRUE;
    }
  if (self->before.total != self->amount || !g_str_equal (self->before.currency, row->currency))
    return reject (self, "note-changed", NULL);
  self->fate = RELANCE_IMPORT_UNCHANGED;

  return TRUE;
}

static gboolean
plan_invoice (RelancePlannedRow *self, RelanceStore *store, RelanceDate today, GError **error)
{
  self->amount = self->row->total;
  find_due (self);
  if (self->client->id != 0 && !relance_store_find_import_invoice (
                                 store, self->client->id, self->row->number, &self->before, error))
    return FALSE;
  if (self->before.id != 0)
    return plan_existing (self, store, today, error);
  plan_new (self, today);

  return TRUE;
}

static gboolean
compare_document (RelancePlannedRow *self, RelanceStore *store, GError **error)
{
  gboolean note = relance_planned_row_is_note (self), attached = FALSE;

  if (self->document == NULL || self->flags & RELANCE_PLAN_SETTLED)
    return TRUE;
  if (self->before.id != 0 &&
      !relance_store_is_attached (store, self->document->sha256, note ? 0 : self->before.id,
                                  note ? self->before.id : 0, &attached, error))
    return FALSE;
  if (!attached)
    self->flags |= RELANCE_PLAN_DOCUMENT;

  return TRUE;
}

/* The client's address is never replaced. */
static gboolean
compare_client (RelancePlannedRow *self, RelanceStore *store, GError **error)
{
  const char *email = self->row->email;

  if (self->learned == NULL && self->client->id != 0 && (email != NULL || self->row->buyer != NULL))
    self->learned = relance_import_differences_new ();
  if (!relance_import_client_learn (self->client, self->row, self->ledger, store, self->learned,
                                    error))
    return FALSE;
  if (self->contact == NULL && self->client->client != NULL)
    {
      self->contact = relance_import_client_meet (self->client, self->row);
      if (self->contact != NULL && self->learned != NULL)
        relance_import_differences_add (self->learned, "contact", "", self->contact->last_name);
    }
  if (email != NULL && self->client->client->email != NULL &&
      !g_str_equal (self->client->client->email, email) &&
      g_ascii_strcasecmp (self->client->client->email, email) != 0)
    self->flags |= RELANCE_PLAN_EMAIL_KEPT;

  return TRUE;
}

static gboolean
is_change (const RelancePlannedRow *self)
{
  return (self->flags & RELANCE_PLAN_CHANGE) != 0 ||
         (self->learned != NULL && self->learned->len > 0);
}

/* All that the file says was paid, one by one. */
static void
add_all_payments (const RelancePlannedRow *self, GArray *payments)
{
  const RelanceImportRow *row = self->row;
  RelanceImportPayment one = { .amount = row->prepaid, .means = PREPAID };

  if (row->n_payments > 0)
    {
      g_array_append_vals (payments, row->payments, row->n_payments);
      return;
    }
  one.date = row->prepaid == row->paid && row->paid_on != RELANCE_DATE_NONE ? row->paid_on
                                                                            : row->issued;
  if (row->prepaid > 0)
    g_array_append_val (payments, one);
  one = (RelanceImportPayment) {
    .date = row->paid_on != RELANCE_DATE_NONE ? row->paid_on : self->payment_date,
    .amount = row->paid - row->prepaid,
  };
  if (one.amount > 0)
    g_array_append_val (payments, one);
}

/* Where one file says nothing, the other speaks. */
static gboolean
take_text (const char **mine, const char *theirs)
{
  if (*mine != NULL || theirs == NULL)
    return FALSE;
  *mine = theirs;

  return TRUE;
}

static gboolean
take_code (int *mine, int theirs)
{
  if (*mine != 0 || theirs == 0)
    return FALSE;
  *mine = theirs;

  return TRUE;
}

static gboolean
is_sure_of_due (const RelanceImportRow *row)
{
  return (row->flags &
          (RELANCE_ROW_DUE_UNKNOWN | RELANCE_ROW_DUE_ASSUMED | RELANCE_ROW_DUE_FROM_TERMS)) == 0;
}

static gboolean
take_due (RelanceImportRow *mine, const RelanceImportRow *theirs)
{
  const RelanceRowFlags flags = RELANCE_ROW_DUE_UNKNOWN | RELANCE_ROW_DUE_ASSUMED |
                                RELANCE_ROW_DUE_FROM_TERMS;
  gboolean worse = is_sure_of_due (mine) || !is_sure_of_due (theirs);

  if (worse && (mine->n_instalments > 0 || theirs->n_instalments == 0))
    return FALSE;
  mine->due = theirs->due;
  mine->instalments = theirs->instalments;
  mine->n_instalments = theirs->n_instalments;
  mine->flags = (mine->flags & ~flags) | (theirs->flags & flags);

  return TRUE;
}

static gboolean
take_payments (RelanceImportRow *mine, const RelanceImportRow *theirs)
{
  if (theirs->paid <= mine->paid)
    return FALSE;
  mine->paid = theirs->paid;
  mine->paid_on = theirs->paid_on;
  mine->prepaid = theirs->prepaid;
  mine->payments = theirs->payments;
  mine->n_payments = theirs->n_payments;

  return TRUE;
}

static gboolean
contradict (const RelanceImportRow *one, const RelanceImportRow *other)
{
  const RelanceRowFlags assumed = one->flags | other->flags;

  if (one->total != other->total || !g_str_equal (one->currency, other->currency))
    return TRUE;
  if (one->issued != other->issued && !(assumed & RELANCE_ROW_ISSUED_ASSUMED))
    return TRUE;

  return one->due != other->due && is_sure_of_due (one) && is_sure_of_due (other) &&
         one->n_instalments == other->n_instalments;
}

gboolean
relance_planned_row_is_note (const RelancePlannedRow *self)
{
  return self->row->kind == RELANCE_ROW_CREDIT_NOTE;
}

/**
 * relance_planned_row_compare:
 * @self: its row, its client and its document are filled in
 * @today: the date of a payment that the file does not date
 *
 * Decides what becomes of a row. A payment without a date counts as made on the due date when the
 * invoice is new, the kindest reading; and as made today when the book had it open.
 */
gboolean
relance_planned_row_compare (RelancePlannedRow *self,
                             RelanceStore *store,
                             RelanceDate today,
                             GError **error)
{
  gboolean done;

  self->flags = 0;
  self->payment = 0;
  self->due = RELANCE_DATE_NONE;
  self->fate = RELANCE_IMPORT_UNCHANGED;
  self->before = (RelanceStoreInvoice) { 0 };
  done = relance_planned_row_is_note (self) ? plan_note (self, store, error)
                                            : plan_invoice (self, store, today, error);
  if (!done || self->fate == RELANCE_IMPORT_REJECTED)
    return done;
  if (!compare_document (self, store, error) || !compare_client (self, store, error))
    return FALSE;
  if (self->fate != RELANCE_IMPORT_NEW)
    self->fate = is_change (self) ? RELANCE_IMPORT_CHANGED : RELANCE_IMPORT_UNCHANGED;

  return TRUE;
}

/**
 * relance_planned_row_is_assumed:
 *
 * Returns: whether it is a new invoice of which nobody says when it is due
 */
gboolean
relance_planned_row_is_assumed (const RelancePlannedRow *self)
{
  return self->fate == RELANCE_IMPORT_NEW && g_strcmp0 (self->due_source, "default") == 0;
}

/**
 * relance_planned_row_assume:
 *
 * Follows the usual terms once they are others. What the book has already is never changed by an
 * assumption.
 */
void
relance_planned_row_assume (RelancePlannedRow *self, RelanceDate today)
{
  if (!relance_planned_row_is_assumed (self))
    return;
  find_due (self);
  plan_new (self, today);
}

/**
 * relance_planned_row_meet:
 * @earlier: the same invoice in an earlier file
 * @merged: (out caller-allocates): what both say together, when this one adds something
 *
 * The same invoice again is nothing new, or says more than the first file did, or contradicts it;
 * then it is rejected.
 *
 * Returns: whether @merged is to take the place of the row of @earlier
 */
gboolean
relance_planned_row_meet (RelancePlannedRow *self,
                          RelancePlannedRow *earlier,
                          RelanceImportRow *merged)
{
  const RelanceImportRow *row = self->row;
  gboolean more = FALSE;

  self->fate = RELANCE_IMPORT_UNCHANGED;
  if (contradict (row, earlier->row))
    {
      reject (self, "other-file", NULL);
      return FALSE;
    }

  *merged = *earlier->row;
  more |= take_text (&merged->label, row->label);
  more |= take_text (&merged->email, row->email);
  more |= take_text (&merged->iban, row->iban);
  more |= take_text (&merged->reference, row->reference);
  more |= take_code (&merged->type, row->type);
  more |= take_code (&merged->means, row->means);
  more |= take_due (merged, row);
  more |= take_payments (merged, row);
  if (merged->kind == RELANCE_ROW_INVOICE && row->kind == RELANCE_ROW_CORRECTION)
    merged->kind = row->kind;
  if (merged->buyer == NULL && row->buyer != NULL)
    {
      merged->buyer = row->buyer;
      more = TRUE;
    }
  if (earlier->document == NULL && self->document != NULL)
    {
      earlier->document = self->document;
      more = TRUE;
    }

  return more;
}

/**
 * relance_planned_row_list_payments:
 * @payments: (element-type RelanceImportPayment): emptied, then filled with what is to be recorded,
 *   one by one: of all that the file says, the last ones that make up what the book lacks
 */
void
relance_planned_row_list_payments (const RelancePlannedRow *self, GArray *payments)
{
  gint64 known = -self->payment;
  guint kept = 0;

  g_array_set_size (payments, 0);
  if (self->payment == 0)
    return;
  add_all_payments (self, payments);
  for (guint i = 0; i < payments->len; i++)
    known += g_array_index (payments, RelanceImportPayment, i).amount;
  for (guint i = 0; i < payments->len; i++)
    {
      RelanceImportPayment payment = g_array_index (payments, RelanceImportPayment, i);
      gint64 skipped = CLAMP (known, 0, payment.amount);

      known -= skipped;
      payment.amount -= skipped;
      if (payment.amount > 0)
        g_array_index (payments, RelanceImportPayment, kept++) = payment;
    }
  g_array_set_size (payments, kept);
}

void
relance_planned_row_clear (RelancePlannedRow *self)
{
  g_clear_pointer (&self->learned, g_array_unref);
}
