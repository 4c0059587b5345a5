/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-differences.h"
#include "relance-import-plan.h"
#include "relance-money.h"
#include "relance-terms-words.h"
#include "relance-wording-import.h"

#include <glib/gi18n-lib.h>

static void
take_difference (GArray *differences, const char *field, char *before, char *after)
{
  g_autofree char *from = before;
  g_autofree char *to = after;

  relance_import_differences_add (differences, field, from, to);
}

static char *
dup_code (int code)
{
  return code != 0 ? g_strdup_printf ("%d", code) : g_strdup ("");
}

static char *
dup_date (RelanceDate date)
{
  return relance_date_format_short (date, NULL);
}

static char *
dup_schedule (const RelancePlannedRow *self)
{
  const RelanceImportRow *row = self->row;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < row->n_instalments; i++)
    {
      g_autofree char *amount =
        relance_money_format (row->instalments[i].amount, row->currency, NULL);
      g_autofree char *due = dup_date (row->instalments[i].due);

      /* Translators: an amount, and the date it is due on. */
      g_strv_builder_take (parts, g_strdup_printf (_ ("%s on %s"), amount, due));
    }
  list = g_strv_builder_end (parts);

  return g_strjoinv (", ", list);
}

static void
add_corrections (const RelancePlannedRow *self, GArray *differences)
{
  const RelanceImportRow *row = self->row;
  const RelanceStoreInvoice *before = &self->before;

  if (self->flags & RELANCE_PLAN_TOTAL)
    take_difference (differences, "total",
                     relance_money_format (before->total, before->currency, NULL),
                     relance_money_format (row->total, row->currency, NULL));
  if (self->flags & RELANCE_PLAN_ISSUED)
    take_difference (differences, "issued", dup_date (before->issued), dup_date (row->issued));
  if (self->flags & RELANCE_PLAN_DUE)
    take_difference (differences, "due", dup_date (before->due), dup_date (self->due));
  if (self->flags & RELANCE_PLAN_INSTALMENTS)
    take_difference (differences, "instalments", dup_date (before->due), dup_schedule (self));
}

static void
add_completions (const RelancePlannedRow *self, GArray *differences)
{
  const RelanceImportRow *row = self->row;
  const RelanceStoreInvoice *before = &self->before;

  if (self->flags & RELANCE_PLAN_SOURCE)
    relance_import_differences_add (differences, "due_source",
                                    relance_wording_due_source (before->due_source),
                                    relance_wording_due_source (self->due_source));
  if (self->flags & RELANCE_PLAN_LABEL)
    relance_import_differences_add (differences, "label", "", row->label);
  if (self->flags & RELANCE_PLAN_TYPE)
    take_difference (differences, "type", dup_code (before->type), dup_code (row->type));
  if (self->flags & RELANCE_PLAN_MEANS)
    take_difference (differences, "means", dup_code (before->means), dup_code (row->means));
  if (self->flags & RELANCE_PLAN_REFERENCE)
    relance_import_differences_add (differences, "reference", "", row->buyer->order);
  if (self->flags & RELANCE_PLAN_CORRECTS)
    relance_import_differences_add (differences, "corrects", "", row->reference);
  if (self->flags & RELANCE_PLAN_PAYMENT)
    take_difference (differences, "payment",
                     relance_money_format (before->received, before->currency, NULL),
                     relance_money_format (before->received + self->payment, row->currency, NULL));
  if (self->flags & RELANCE_PLAN_DOCUMENT)
    relance_import_differences_add (differences, "document", "", self->document->name);
}

static void
add_sentence (GPtrArray *notes, const char *format, const char *one, const char *other)
{
  g_ptr_array_add (notes, g_strdup_printf (format, one, other));
}

static void
note_payment (const RelancePlannedRow *self, GPtrArray *notes)
{
  g_autoptr (GArray) payments = g_array_new (FALSE, FALSE, sizeof (RelanceImportPayment));

  relance_planned_row_list_payments (self, payments);
  for (guint i = 0; i < payments->len; i++)
    {
      const RelanceImportPayment *payment = &g_array_index (payments, RelanceImportPayment, i);
      g_autofree char *amount = relance_money_format (payment->amount, self->row->currency, NULL);
      g_autofree char *date = dup_date (payment->date);

      /* Translators: an amount and a date. */
      add_sentence (notes, _ ("A payment of %s on %s is added."), amount, date);
    }
}

static void
note_correction (const RelanceImportDifference *difference, GPtrArray *notes)
{
  if (g_str_equal (difference->field, "total"))
    /* Translators: the total of an invoice, in the book and in the file. */
    add_sentence (notes, _ ("Total: %s → %s."), difference->before, difference->after);
  else if (g_str_equal (difference->field, "issued"))
    /* Translators: the issue date of an invoice, in the book and in the file. */
    add_sentence (notes, _ ("Issued: %s → %s."), difference->before, difference->after);
  else if (g_str_equal (difference->field, "due"))
    /* Translators: the due date of an invoice, in the book and in the file. */
    add_sentence (notes, _ ("Due: %s → %s."), difference->before, difference->after);
  else
    /* Translators: the due date of an invoice in the book, and its instalments in the file. */
    add_sentence (notes, _ ("Instalments: %s → %s."), difference->before, difference->after);
}

static void
note_completions (const RelancePlannedRow *self, GPtrArray *notes)
{
  g_autoptr (GArray) added = relance_import_differences_new ();
  RelancePlannedRow rest = *self;
  g_autofree char *labels = NULL;

  rest.flags &= RELANCE_PLAN_SOURCE | RELANCE_PLAN_TYPE | RELANCE_PLAN_MEANS |
                RELANCE_PLAN_REFERENCE | RELANCE_PLAN_CORRECTS;
  if (self->flags & RELANCE_PLAN_LABEL)
    g_ptr_array_add (notes, g_strdup_printf (
                              /* Translators: %s is what an invoice was for. */
                              _ ("For: %s."), self->row->label));
  add_completions (&rest, added);
  labels = relance_import_differences_dup_labels (added);
  if (added->len > 0)
    g_ptr_array_add (notes, g_strdup_printf (
                              /* Translators: %s is a list of fields, such as "type, order". */
                              _ ("Added to the invoice: %s."), labels));
  if (self->flags & RELANCE_PLAN_DOCUMENT)
    g_ptr_array_add (notes, g_strdup (_ ("Its PDF is kept with it.")));
}

static void
note_client (const RelancePlannedRow *self, GPtrArray *notes)
{
  g_autofree char *labels = NULL;

  if (self->learned == NULL || self->learned->len == 0)
    return;
  labels = relance_import_differences_dup_labels (self->learned);
  g_ptr_array_add (notes, g_strdup_printf (
                            /* Translators: %s is a list of fields, such as "e-mail, city". */
                            _ ("Added to the client: %s."), labels));
}

static void
note_kept (const RelancePlannedRow *self, GPtrArray *notes)
{
  if (self->flags & RELANCE_PLAN_EMAIL_KEPT)
    /* Translators: two mail addresses: the file's and the one that is kept. */
    add_sentence (notes, _ ("The file says %s; the client’s address %s is kept."), self->row->email,
                  self->client->client->email);
  if (self->flags & RELANCE_PLAN_PAID_KEPT)
    g_ptr_array_add (
      notes, g_strdup (_ ("More was paid in the book than in the file; the book is kept.")));
  if (self->flags & RELANCE_PLAN_SETTLED)
    g_ptr_array_add (notes, g_strdup (_ ("Nothing is left of this credit note: it was settled "
                                         "before.")));
  if (self->row->refused_email != NULL)
    g_ptr_array_add (notes, g_strdup (_ ("What stands for the mail address is not exactly one "
                                         "address; it is left out.")));
}

/* Whoever reminds asks for money on the account of the business: nothing is stored of another. */
static void
note_account (const RelancePlannedRow *self, GPtrArray *notes)
{
  if (self->row->iban == NULL || self->own_iban == NULL || *self->own_iban == '\0' ||
      g_ascii_strcasecmp (self->row->iban, self->own_iban) == 0)
    return;
  /* Translators: %s is the IBAN of an account. */
  g_ptr_array_add (notes, g_strdup_printf (_ ("It asks for payment to %s, which is not the account "
                                              "of your business."),
                                           self->row->iban));
}

static char *
dup_assumption (const RelanceTerms *terms)
{
  g_autofree char *name = NULL;

  if (terms->mode == RELANCE_TERMS_NET)
    return g_strdup_printf (ngettext ("No due date: %d day after the issue date is taken.",
                                      "No due date: %d days after the issue date are taken.",
                                      terms->days),
                            terms->days);
  name = relance_terms_words_name (terms);

  /* Translators: terms of payment, such as "30 days, then end of month". */
  return g_strdup_printf (_ ("No due date: “%s” is taken."), name);
}

static void
note_due (const RelancePlannedRow *self, GPtrArray *notes)
{
  if (g_strcmp0 (self->due_source, "default") == 0)
    g_ptr_array_add (notes, dup_assumption (self->usual_terms));
  if (g_strcmp0 (self->due_source, "client") == 0)
    g_ptr_array_add (notes, g_strdup (_ ("No due date: the client’s payment terms are taken.")));
  if (g_strcmp0 (self->due_source, "terms") == 0)
    g_ptr_array_add (notes, g_strdup (_ ("The due date comes from the payment terms.")));
}

static void
note_assumptions (const RelancePlannedRow *self, GPtrArray *notes)
{
  const RelanceRowFlags flags = self->row->flags;

  if (flags & RELANCE_ROW_ISSUED_ASSUMED)
    g_ptr_array_add (notes, g_strdup (_ ("No issue date: the due date is taken.")));
  note_due (self, notes);
  if (flags & RELANCE_ROW_NET_AMOUNT)
    g_ptr_array_add (notes,
                     g_strdup (_ ("The amount is the one without VAT, the only one given.")));
  if (flags & RELANCE_ROW_ADDED_UP)
    g_ptr_array_add (notes, g_strdup (_ ("Its lines are added up.")));
  if (self->payment > self->row->prepaid && self->row->paid_on == RELANCE_DATE_NONE &&
      self->row->n_payments == 0)
    {
      g_autofree char *date = dup_date (self->payment_date);

      /* Translators: %s is a date. */
      g_ptr_array_add (notes, g_strdup_printf (_ ("No payment date: %s is taken."), date));
    }
}

/**
 * relance_planned_row_dup_differences:
 *
 * Returns: (transfer full) (element-type RelanceImportDifference): what a row changes in the book
 */
GArray *
relance_planned_row_dup_differences (const RelancePlannedRow *self)
{
  GArray *differences = relance_import_differences_new ();

  if (self->fate != RELANCE_IMPORT_CHANGED)
    return differences;
  add_corrections (self, differences);
  add_completions (self, differences);
  relance_import_differences_copy (differences, self->learned);

  return differences;
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
  g_autoptr (GArray) corrections = relance_import_differences_new ();

  if (self->fate == RELANCE_IMPORT_REJECTED)
    return relance_wording_refused_row (self->reason, self->reason_value);

  if (self->fate == RELANCE_IMPORT_CHANGED)
    {
      add_corrections (self, corrections);
      for (guint i = 0; i < corrections->len; i++)
        note_correction (&g_array_index (corrections, RelanceImportDifference, i), notes);
      note_completions (self, notes);
      note_payment (self, notes);
      note_client (self, notes);
    }
  note_kept (self, notes);
  note_account (self, notes);
  if (self->fate == RELANCE_IMPORT_NEW)
    note_assumptions (self, notes);

  return g_strjoinv (" ", (char **) notes->pdata);
}
