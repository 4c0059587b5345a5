/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-write-off-dialog.h"

#include "invoices/relance-invoice-work.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceWriteOffDialog
{
  RelanceFormDialog parent_instance;

  AdwEntryRow *reason;
  RelanceDateField *date;
  RelanceFieldNote *reason_note;
  RelanceFieldNote *date_note;

  RelanceInvoice *invoice;
};

G_DEFINE_FINAL_TYPE (RelanceWriteOffDialog, relance_write_off_dialog, RELANCE_TYPE_FORM_DIALOG)

static gboolean
relance_write_off_dialog_judge (RelanceFormDialog *form)
{
  RelanceWriteOffDialog *self = RELANCE_WRITE_OFF_DIALOG (form);
  g_autofree char *reason = relance_form_dup_filled (self->reason);
  const char *wrong =
    relance_form_judge_past_day (self->date, relance_form_dialog_get_today (form));

  relance_field_note_say (self->date_note, wrong);
  return reason != NULL && wrong == NULL;
}

static void
relance_write_off_dialog_save (RelanceFormDialog *form)
{
  RelanceWriteOffDialog *self = RELANCE_WRITE_OFF_DIALOG (form);
  RelanceWriteOffRequest *request = g_new0 (RelanceWriteOffRequest, 1);
  g_autofree char *amount = relance_words_amount (self->invoice->balance, self->invoice->currency);
  /* Translators: %s is an amount that is given up. */
  g_autofree char *told = g_strdup_printf (_ ("%s written off"), amount);

  request->invoice_id = self->invoice->id;
  request->reason = relance_form_dup_filled (self->reason);
  request->date = relance_date_field_get_date (self->date);
  relance_form_dialog_run (form, relance_invoice_work_write_off, request,
                           (GDestroyNotify) relance_write_off_request_free, told);
}

static void
relance_write_off_dialog_dispose (GObject *object)
{
  g_clear_object (&RELANCE_WRITE_OFF_DIALOG (object)->invoice);
  G_OBJECT_CLASS (relance_write_off_dialog_parent_class)->dispose (object);
}

static void
relance_write_off_dialog_class_init (RelanceWriteOffDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_write_off_dialog_dispose;
  RELANCE_FORM_DIALOG_CLASS (klass)->judge = relance_write_off_dialog_judge;
  RELANCE_FORM_DIALOG_CLASS (klass)->save = relance_write_off_dialog_save;
}

static void
relance_write_off_dialog_init (RelanceWriteOffDialog *self)
{
}

AdwDialog *
relance_write_off_dialog_new (RelanceDesk *desk, RelanceInvoice *invoice)
{
  RelanceWriteOffDialog *self = g_object_new (RELANCE_TYPE_WRITE_OFF_DIALOG, NULL);
  RelanceFormDialog *form = RELANCE_FORM_DIALOG (self);
  g_autofree char *amount = relance_words_amount (invoice->balance, invoice->currency);
  /* Translators: %s is an amount that remains due. */
  g_autofree char *text =
    g_strdup_printf (_ ("%s will no longer be expected. It never counts as paid on time."), amount);

  relance_form_dialog_set_up (form, desk, _ ("Write Off"), _ ("_Write Off"));
  relance_form_dialog_add_group (form, text);
  self->invoice = g_object_ref (invoice);
  self->reason = relance_form_dialog_add_entry (form, C_ ("write-off", "Why"), &self->reason_note);
  self->date = relance_form_dialog_add_date (form, C_ ("write-off", "On"), FALSE, &self->date_note);
  relance_date_field_set_date (self->date, relance_form_dialog_get_today (form));
  relance_field_note_explain (self->reason_note, _ ("Such as bankruptcy, or a dispute settled."));
  relance_form_dialog_judge (form);
  return ADW_DIALOG (self);
}
