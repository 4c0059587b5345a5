/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-leave-out-dialog.h"

#include "invoices/relance-invoice-work.h"

#include <glib/gi18n.h>

struct _RelanceLeaveOutDialog
{
  RelanceFormDialog parent_instance;

  AdwEntryRow *reason;
  RelanceDateField *until;
  RelanceFieldNote *reason_note;
  RelanceFieldNote *until_note;

  RelanceInvoice *invoice;
};

G_DEFINE_FINAL_TYPE (RelanceLeaveOutDialog, relance_leave_out_dialog, RELANCE_TYPE_FORM_DIALOG)

/* NULL when nothing is wrong; nothing typed is for good. */
static const char *
judge_until (RelanceLeaveOutDialog *self)
{
  g_autofree char *typed = relance_form_dup_filled (self->until);
  RelanceDate until = relance_date_field_get_date (self->until);

  if (typed == NULL)
    return NULL;
  if (until == RELANCE_DATE_NONE)
    return _ ("This is not a date. Write it as 15/3, 2026-03-15, or +30.");
  return until < relance_form_dialog_get_today (RELANCE_FORM_DIALOG (self))
           ? _ ("This day has passed: nothing would be left out.")
           : NULL;
}

static gboolean
relance_leave_out_dialog_judge (RelanceFormDialog *form)
{
  RelanceLeaveOutDialog *self = RELANCE_LEAVE_OUT_DIALOG (form);
  g_autofree char *reason = relance_form_dup_filled (self->reason);
  g_autofree char *until = relance_form_dup_filled (self->until);
  const char *wrong = judge_until (self);

  if (until == NULL)
    relance_field_note_explain (self->until_note, _ ("With no day, it is left out for good."));
  else
    relance_field_note_say (self->until_note, wrong);
  return reason != NULL && wrong == NULL;
}

static void
relance_leave_out_dialog_save (RelanceFormDialog *form)
{
  RelanceLeaveOutDialog *self = RELANCE_LEAVE_OUT_DIALOG (form);
  RelanceExclusionRequest *request = g_new0 (RelanceExclusionRequest, 1);

  request->invoice_id = self->invoice->id;
  request->reason = relance_form_dup_filled (self->reason);
  request->until = relance_date_field_get_date (self->until);
  relance_form_dialog_run (form, relance_invoice_work_exclude, request,
                           (GDestroyNotify) relance_exclusion_request_free,
                           _ ("Left out of reminders"));
}

static void
relance_leave_out_dialog_dispose (GObject *object)
{
  g_clear_object (&RELANCE_LEAVE_OUT_DIALOG (object)->invoice);
  G_OBJECT_CLASS (relance_leave_out_dialog_parent_class)->dispose (object);
}

static void
relance_leave_out_dialog_class_init (RelanceLeaveOutDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_leave_out_dialog_dispose;
  RELANCE_FORM_DIALOG_CLASS (klass)->judge = relance_leave_out_dialog_judge;
  RELANCE_FORM_DIALOG_CLASS (klass)->save = relance_leave_out_dialog_save;
}

static void
relance_leave_out_dialog_init (RelanceLeaveOutDialog *self)
{
}

AdwDialog *
relance_leave_out_dialog_new (RelanceDesk *desk, RelanceInvoice *invoice)
{
  RelanceLeaveOutDialog *self = g_object_new (RELANCE_TYPE_LEAVE_OUT_DIALOG, NULL);
  RelanceFormDialog *form = RELANCE_FORM_DIALOG (self);

  relance_form_dialog_set_up (form, desk, _ ("No Reminders"), _ ("_Leave Out"));
  self->invoice = g_object_ref (invoice);
  self->reason = relance_form_dialog_add_entry (form, C_ ("exclusion", "Why"), &self->reason_note);
  self->until =
    relance_form_dialog_add_date (form, C_ ("exclusion", "Until"), TRUE, &self->until_note);
  relance_field_note_explain (self->reason_note, _ ("For you alone: it is never sent."));
  relance_form_dialog_judge (form);
  return ADW_DIALOG (self);
}
