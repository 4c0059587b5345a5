/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-replace-dialog.h"

#include "invoices/relance-invoice-work.h"

#include <glib/gi18n.h>

struct _RelanceReplaceDialog
{
  RelanceFormDialog parent_instance;

  AdwEntryRow *number;
  RelanceFieldNote *number_note;

  RelanceInvoice *invoice;
};

G_DEFINE_FINAL_TYPE (RelanceReplaceDialog, relance_replace_dialog, RELANCE_TYPE_FORM_DIALOG)

static gboolean
relance_replace_dialog_judge (RelanceFormDialog *form)
{
  g_autofree char *number = relance_form_dup_filled (RELANCE_REPLACE_DIALOG (form)->number);

  return number != NULL;
}

static void
relance_replace_dialog_save (RelanceFormDialog *form)
{
  RelanceReplaceDialog *self = RELANCE_REPLACE_DIALOG (form);
  RelanceReplaceRequest *request = g_new0 (RelanceReplaceRequest, 1);
  /* Translators: %s is the number of an invoice. */
  g_autofree char *told = g_strdup_printf (_ ("Invoice %s replaced"), self->invoice->number);

  request->invoice_id = self->invoice->id;
  request->correction = relance_form_dup_filled (self->number);
  relance_form_dialog_run (form, relance_invoice_work_replace, request,
                           (GDestroyNotify) relance_replace_request_free, told);
}

static void
relance_replace_dialog_dispose (GObject *object)
{
  g_clear_object (&RELANCE_REPLACE_DIALOG (object)->invoice);
  G_OBJECT_CLASS (relance_replace_dialog_parent_class)->dispose (object);
}

static void
relance_replace_dialog_class_init (RelanceReplaceDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_replace_dialog_dispose;
  RELANCE_FORM_DIALOG_CLASS (klass)->judge = relance_replace_dialog_judge;
  RELANCE_FORM_DIALOG_CLASS (klass)->save = relance_replace_dialog_save;
}

static void
relance_replace_dialog_init (RelanceReplaceDialog *self)
{
}

AdwDialog *
relance_replace_dialog_new (RelanceDesk *desk, RelanceInvoice *invoice)
{
  RelanceReplaceDialog *self = g_object_new (RELANCE_TYPE_REPLACE_DIALOG, NULL);
  RelanceFormDialog *form = RELANCE_FORM_DIALOG (self);

  relance_form_dialog_set_up (form, desk, _ ("Replaced by Another Invoice"), _ ("_Replace"));
  relance_form_dialog_add_group (
    form, _ ("This invoice will no longer be expected: its correction takes its place, and what "
             "was paid counts towards it. Neither is altered."));
  self->invoice = g_object_ref (invoice);
  self->number =
    relance_form_dialog_add_entry (form, _ ("Number of the Correction"), &self->number_note);
  relance_field_note_explain (self->number_note,
                              _ ("An invoice of the same client that is in the book already."));
  relance_form_dialog_judge (form);
  return ADW_DIALOG (self);
}
