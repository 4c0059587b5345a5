/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-plan.h"

#include "relance-money.h"
#include "relance-wording-import.h"

#include <glib/gi18n-lib.h>

static void
reject (RelancePlannedRow *self, const char *reason, const char *value)
{
  self->fate = RELANCE_IMPORT_REJECTED;
  self->reason = reason;
  self->reason_value = value;
}

/* What a file leaves out is assumed for a new invoice only: an assumption never
 * overrules what the book knows. */
static RelancePlanFlags
find_corrections (const RelanceImportRow *row, const RelanceStoreInvoice *before)
{
  RelancePlanFlags flags = 0;

  if (row->total != before->total)
    flags |= RELANCE_PLAN_TOTAL;
  if (row->issued != before->issued && !(row->flags & RELANCE_ROW_ISSUED_ASSUMED))
    flags |= RELANCE_PLAN_ISSUED;
  if (row->due != before->due && !(row->flags & RELANCE_ROW_DUE_ASSUMED))
    flags |= RELANCE_PLAN_DUE;
  if (row->label != NULL && !before->has_label)
    flags |= RELANCE_PLAN_LABEL;

  return flags;
}

static void
plan_new (RelancePlannedRow *self, RelanceDate today)
{
  const RelanceImportRow *row = self->row;

  self->fate = RELANCE_IMPORT_NEW;
  self->client->needed = TRUE;
  self->payment = row->paid;
  if (row->paid_on != RELANCE_DATE_NONE)
    self->payment_date = row->paid_on;
  else
    self->payment_date = MAX (row->issued, MIN (row->due, today));
}

/* Payments are exported under the number of their invoice with an amount and a date of
 * their own: taken for a correction, they would overwrite it. */
static gboolean
looks_like_payment (const RelancePlannedRow *self)
{
  return (self->flags & RELANCE_PLAN_TOTAL) && (self->flags & RELANCE_PLAN_ISSUED) &&
         (self->row->flags & RELANCE_ROW_DUE_ASSUMED);
}

static void
plan_existing (RelancePlannedRow *self, RelanceDate today)
{
  const RelanceImportRow *row = self->row;
  gint64 paid = MIN (row->paid, row->total);

  if (!g_str_equal (row->currency, self->before.currency))
    return reject (self, "currency-changed", g_intern_string (self->before.currency));
  if (row->total < self->before.paid)
    return reject (self, "below-paid", NULL);
  self->flags |= find_corrections (row, &self->before);
  if (self->before.n_instalments != 1 && (self->flags & (RELANCE_PLAN_TOTAL | RELANCE_PLAN_DUE)))
    return reject (self, "instalments", NULL);
  if (looks_like_payment (self))
    return reject (self, "payment", NULL);

  if (paid > self->before.paid)
    {
      self->flags |= RELANCE_PLAN_PAYMENT;
      self->payment = paid - self->before.paid;
      self->payment_date = row->paid_on != RELANCE_DATE_NONE ? row->paid_on : today;
    }
  else if (row->paid > 0 && paid < self->before.paid)
    self->flags |= RELANCE_PLAN_PAID_KEPT;
}

/* An address is filled in where there is none; never replaced. */
static void
plan_address (RelancePlannedRow *self)
{
  RelancePlannedClient *client = self->client;
  const char *email = self->row->email;

  if (email == NULL)
    return;
  if (client->email != NULL)
    {
      if (g_ascii_strcasecmp (client->email, email) != 0)
        self->flags |= RELANCE_PLAN_EMAIL_KEPT;
      return;
    }
  client->email = g_strdup (email);
  if (client->id == 0)
    return;
  client->email_added = TRUE;
  self->flags |= RELANCE_PLAN_EMAIL;
}

static void
add_change (GPtrArray *notes, const char *format, char *before, char *after)
{
  g_autofree char *from = before;
  g_autofree char *to = after;

  g_ptr_array_add (notes, g_strdup_printf (format, from, to));
}

static void
note_corrections (const RelancePlannedRow *self, GPtrArray *notes)
{
  const RelanceImportRow *row = self->row;
  const RelanceStoreInvoice *before = &self->before;

  if (self->flags & RELANCE_PLAN_TOTAL)
    add_change (notes,
                /* Translators: the total of an invoice, in the book and in the file. */
                _ ("Total: %s → %s."), relance_money_format (before->total, before->currency, NULL),
                relance_money_format (row->total, row->currency, NULL));
  if (self->flags & RELANCE_PLAN_ISSUED)
    add_change (notes,
                /* Translators: the issue date of an invoice, in the book and in the file. */
                _ ("Issued: %s → %s."), relance_date_format_short (before->issued, NULL),
                relance_date_format_short (row->issued, NULL));
  if (self->flags & RELANCE_PLAN_DUE)
    add_change (notes,
                /* Translators: the due date of an invoice, in the book and in the file. */
                _ ("Due: %s → %s."), relance_date_format_short (before->due, NULL),
                relance_date_format_short (row->due, NULL));
  if (self->flags & RELANCE_PLAN_LABEL)
    g_ptr_array_add (notes, g_strdup_printf (
                              /* Translators: %s is what an invoice was for. */
                              _ ("For: %s."), row->label));
  if (self->flags & RELANCE_PLAN_PAYMENT)
    add_change (notes,
                /* Translators: an amount and a date. */
                _ ("A payment of %s on %s is added."),
                relance_money_format (self->payment, row->currency, NULL),
                relance_date_format_short (self->payment_date, NULL));
  if (self->flags & RELANCE_PLAN_EMAIL)
    g_ptr_array_add (notes, g_strdup_printf (
                              /* Translators: %s is a mail address. */
                              _ ("The client’s address is added: %s."), row->email));
}

static void
note_kept (const RelancePlannedRow *self, GPtrArray *notes)
{
  if (self->flags & RELANCE_PLAN_EMAIL_KEPT)
    add_change (notes,
                /* Translators: two mail addresses: the file's and the one that is kept. */
                _ ("The file says %s; the client’s address %s is kept."),
                g_strdup (self->row->email), g_strdup (self->client->email));
  if (self->flags & RELANCE_PLAN_PAID_KEPT)
    g_ptr_array_add (
      notes, g_strdup (_ ("More was paid in the book than in the file; the book is kept.")));
  if (self->row->refused_email != NULL)
    g_ptr_array_add (notes, g_strdup (_ ("What stands for the mail address is not exactly one "
                                         "address; it is left out.")));
}

static void
note_assumptions (const RelancePlannedRow *self, GPtrArray *notes)
{
  const RelanceRowFlags flags = self->row->flags;

  if (flags & RELANCE_ROW_ISSUED_ASSUMED)
    g_ptr_array_add (notes, g_strdup (_ ("No issue date: the due date is taken.")));
  if (flags & RELANCE_ROW_DUE_ASSUMED)
    g_ptr_array_add (
      notes, g_strdup_printf (ngettext ("No due date: %d day after the issue date is taken.",
                                        "No due date: %d days after the issue date are taken.",
                                        RELANCE_ROW_DEFAULT_DAYS),
                              RELANCE_ROW_DEFAULT_DAYS));
  if (flags & RELANCE_ROW_DUE_FROM_TERMS)
    g_ptr_array_add (notes, g_strdup (_ ("The due date comes from the payment terms.")));
  if (flags & RELANCE_ROW_NET_AMOUNT)
    g_ptr_array_add (notes,
                     g_strdup (_ ("The amount is the one without VAT, the only one given.")));
  if (flags & RELANCE_ROW_ADDED_UP)
    g_ptr_array_add (notes, g_strdup (_ ("Its lines are added up.")));
  if (self->payment > 0 && self->row->paid_on == RELANCE_DATE_NONE &&
      !(self->flags & RELANCE_PLAN_PAYMENT))
    {
      g_autofree char *date = relance_date_format_short (self->payment_date, NULL);

      /* Translators: %s is a date. */
      g_ptr_array_add (notes, g_strdup_printf (_ ("No payment date: %s is taken."), date));
    }
}

/**
 * relance_planned_row_compare:
 * @self: its row, its client and what the book has are filled in
 * @today: the date of a payment that the file does not date
 *
 * Decides what becomes of a row. A payment without a date counts as made on the
 * due date when the invoice is new, the kindest reading; and as made today when
 * the book had it open.
 */
void
relance_planned_row_compare (RelancePlannedRow *self, RelanceDate today)
{
  if (self->before.id == 0)
    plan_new (self, today);
  else
    plan_existing (self, today);
  if (self->fate == RELANCE_IMPORT_REJECTED)
    return;

  plan_address (self);
  if (self->before.id != 0)
    self->fate = self->flags & (RELANCE_PLAN_INVOICE | RELANCE_PLAN_EMAIL | RELANCE_PLAN_PAYMENT)
                   ? RELANCE_IMPORT_CHANGED
                   : RELANCE_IMPORT_UNCHANGED;
}

/**
 * relance_planned_row_dup_note:
 *
 * Returns: (transfer full): why the row is rejected, or what changes and what is
 *   assumed, as sentences in the user's language; "" when there is nothing to say
 */
char *
relance_planned_row_dup_note (const RelancePlannedRow *self)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  if (self->fate == RELANCE_IMPORT_REJECTED)
    return relance_wording_refused_row (self->reason, self->reason_value);

  note_corrections (self, notes);
  note_kept (self, notes);
  if (self->fate == RELANCE_IMPORT_NEW)
    note_assumptions (self, notes);

  return g_strjoinv (" ", (char **) notes->pdata);
}
