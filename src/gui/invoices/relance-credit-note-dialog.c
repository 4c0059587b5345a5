/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-credit-note-dialog.h"

#include "invoices/relance-invoice-work.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceCreditNoteDialog
{
  RelanceFormDialog parent_instance;

  AdwEntryRow *number;
  AdwEntryRow *amount;
  RelanceDateField *issued;
  AdwEntryRow *note;
  AdwSwitchRow *netted;
  RelanceFieldNote *number_note;
  RelanceFieldNote *amount_note;
  RelanceFieldNote *issued_note;
  RelanceFieldNote *note_note;

  RelanceInvoice *invoice;
};

G_DEFINE_FINAL_TYPE (RelanceCreditNoteDialog, relance_credit_note_dialog, RELANCE_TYPE_FORM_DIALOG)

/* Where the amount goes, in words; nothing when all of it lowers the invoice. */
static void
explain_amount (RelanceCreditNoteDialog *self, gint64 amount)
{
  gint64 due = adw_switch_row_get_active (self->netted) ? self->invoice->balance : 0;
  g_autofree char *credit = relance_words_amount (amount - due, self->invoice->currency);
  /* Translators: %s is an amount. */
  g_autofree char *text = g_strdup_printf (_ ("%s becomes a credit of the client."), credit);

  relance_field_note_explain (self->amount_note, amount > due ? text : NULL);
}

static gboolean
judge_amount (RelanceCreditNoteDialog *self)
{
  g_autofree char *typed = relance_form_dup_filled (self->amount);
  g_autoptr (GError) error = NULL;
  gint64 amount = 0;

  if (relance_form_read_amount (self->amount, self->invoice->currency, &amount, &error))
    {
      explain_amount (self, amount);
      return TRUE;
    }
  relance_field_note_say_error (self->amount_note, typed != NULL ? error : NULL);
  return FALSE;
}

static gboolean
relance_credit_note_dialog_judge (RelanceFormDialog *form)
{
  RelanceCreditNoteDialog *self = RELANCE_CREDIT_NOTE_DIALOG (form);
  g_autofree char *number = relance_form_dup_filled (self->number);
  const char *wrong =
    relance_form_judge_past_day (self->issued, relance_form_dialog_get_today (form));
  gboolean good = judge_amount (self);

  relance_field_note_say (self->issued_note, wrong);
  return good && wrong == NULL && number != NULL;
}

static void
relance_credit_note_dialog_save (RelanceFormDialog *form)
{
  RelanceCreditNoteDialog *self = RELANCE_CREDIT_NOTE_DIALOG (form);
  RelanceCreditNoteRequest *request = g_new0 (RelanceCreditNoteRequest, 1);
  /* Translators: %s is the number of a credit note. */
  g_autofree char *told =
    g_strdup_printf (_ ("Credit note %s recorded"), relance_form_get_text (self->number));

  relance_form_read_amount (self->amount, self->invoice->currency, &request->amount, NULL);
  request->invoice = g_object_ref (self->invoice);
  request->netted = adw_switch_row_get_active (self->netted);
  request->number = relance_form_dup_filled (self->number);
  request->issued = relance_date_field_get_date (self->issued);
  request->note = relance_form_dup_filled (self->note);
  relance_form_dialog_run (form, relance_invoice_work_credit, request,
                           (GDestroyNotify) relance_credit_note_request_free, told);
}

static void
relance_credit_note_dialog_dispose (GObject *object)
{
  g_clear_object (&RELANCE_CREDIT_NOTE_DIALOG (object)->invoice);
  G_OBJECT_CLASS (relance_credit_note_dialog_parent_class)->dispose (object);
}

static void
relance_credit_note_dialog_class_init (RelanceCreditNoteDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_credit_note_dialog_dispose;
  RELANCE_FORM_DIALOG_CLASS (klass)->judge = relance_credit_note_dialog_judge;
  RELANCE_FORM_DIALOG_CLASS (klass)->save = relance_credit_note_dialog_save;
}

static void
relance_credit_note_dialog_init (RelanceCreditNoteDialog *self)
{
}

static void
add_fields (RelanceCreditNoteDialog *self)
{
  RelanceFormDialog *form = RELANCE_FORM_DIALOG (self);
  AdwPreferencesGroup *group;

  self->number = relance_form_dialog_add_entry (form, _ ("Number"), &self->number_note);
  self->amount =
    relance_form_dialog_add_entry (form, _ ("Amount, Taxes Included"), &self->amount_note);
  self->issued =
    relance_form_dialog_add_date (form, C_ ("credit note", "Issued On"), FALSE, &self->issued_note);
  self->note = relance_form_dialog_add_entry (form, C_ ("payment", "Note"), &self->note_note);
  self->netted = g_object_new (ADW_TYPE_SWITCH_ROW, "title", _ ("Lower This Invoice"), "subtitle",
                               _ ("Otherwise all of it stays a credit of the client."), NULL);
  group = relance_form_dialog_add_group (form, NULL);
  adw_preferences_group_add (group, GTK_WIDGET (self->netted));
}

AdwDialog *
relance_credit_note_dialog_new (RelanceDesk *desk, RelanceInvoice *invoice)
{
  RelanceCreditNoteDialog *self = g_object_new (RELANCE_TYPE_CREDIT_NOTE_DIALOG, NULL);
  RelanceFormDialog *form = RELANCE_FORM_DIALOG (self);
  g_autofree char *balance = relance_words_amount (invoice->balance, invoice->currency);

  relance_form_dialog_set_up (form, desk, _ ("Credit Note"), _ ("_Record"));
  self->invoice = g_object_ref (invoice);
  add_fields (self);
  if (invoice->balance > 0)
    gtk_editable_set_text (GTK_EDITABLE (self->amount), balance);
  adw_switch_row_set_active (self->netted, invoice->balance > 0);
  relance_date_field_set_date (self->issued, relance_form_dialog_get_today (form));
  g_signal_connect_object (self->netted, "notify::active", G_CALLBACK (relance_form_dialog_judge),
                           self, G_CONNECT_SWAPPED);
  relance_form_dialog_judge (form);
  return ADW_DIALOG (self);
}
