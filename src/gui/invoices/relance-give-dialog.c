/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-give-dialog.h"

#include "invoices/relance-document-work.h"

#include <glib/gi18n.h>

struct _RelanceGiveDialog
{
  RelanceFormDialog parent_instance;

  AdwEntryRow *number;
  RelanceFieldNote *number_note;

  RelanceDocument *document;
};

G_DEFINE_FINAL_TYPE (RelanceGiveDialog, relance_give_dialog, RELANCE_TYPE_FORM_DIALOG)

static gboolean
relance_give_dialog_judge (RelanceFormDialog *form)
{
  g_autofree char *number = relance_form_dup_filled (RELANCE_GIVE_DIALOG (form)->number);

  return number != NULL;
}

static void
relance_give_dialog_save (RelanceFormDialog *form)
{
  RelanceGiveDialog *self = RELANCE_GIVE_DIALOG (form);
  g_autofree char *number = relance_form_dup_filled (self->number);

  relance_form_dialog_run (form, relance_document_work_give,
                           relance_document_request_new (self->document->id, NULL, number),
                           (GDestroyNotify) relance_document_request_free,
                           _ ("File kept with the invoice"));
}

static void
relance_give_dialog_dispose (GObject *object)
{
  g_clear_pointer (&RELANCE_GIVE_DIALOG (object)->document, relance_document_free);
  G_OBJECT_CLASS (relance_give_dialog_parent_class)->dispose (object);
}

static void
relance_give_dialog_class_init (RelanceGiveDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_give_dialog_dispose;
  RELANCE_FORM_DIALOG_CLASS (klass)->judge = relance_give_dialog_judge;
  RELANCE_FORM_DIALOG_CLASS (klass)->save = relance_give_dialog_save;
}

static void
relance_give_dialog_init (RelanceGiveDialog *self)
{
}

AdwDialog *
relance_give_dialog_new (RelanceDesk *desk, const RelanceDocument *document)
{
  RelanceGiveDialog *self = g_object_new (RELANCE_TYPE_GIVE_DIALOG, NULL);
  RelanceFormDialog *form = RELANCE_FORM_DIALOG (self);

  relance_form_dialog_set_up (form, desk, _ ("Keep With an Invoice"), C_ ("document", "_Keep"));
  relance_form_dialog_add_group (form, document->name);
  self->document = relance_document_copy (document);
  self->number =
    relance_form_dialog_add_entry (form, _ ("Number of the Invoice"), &self->number_note);
  relance_form_dialog_judge (form);
  return ADW_DIALOG (self);
}
