/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "invoices/relance-date-field.h"
#include "relance-desk.h"
#include "widgets/relance-field-note.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_FORM_DIALOG (relance_form_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (RelanceFormDialog, relance_form_dialog, RELANCE, FORM_DIALOG, AdwDialog)

/**
 * RelanceFormDialogClass:
 * @judge: says below each field what is wrong with it, and whether all of it can be saved; asked
 *   whenever something is typed
 * @save: hands what was typed to relance_form_dialog_run()
 *
 * A few fields and one button that records them. Enter goes on to the next field until everything
 * is there, then saves, as Ctrl+Enter does from anywhere.
 */
struct _RelanceFormDialogClass
{
  AdwDialogClass parent_class;

  gboolean (* judge) (RelanceFormDialog *self);
  void     (* save)  (RelanceFormDialog *self);
};

void              relance_form_dialog_set_up    (RelanceFormDialog *self,
                                                 RelanceDesk       *desk,
                                                 const char        *title,
                                                 const char        *verb);
RelanceDesk      *relance_form_dialog_get_desk  (RelanceFormDialog *self);
RelanceDate       relance_form_dialog_get_today (RelanceFormDialog *self);
AdwPreferencesGroup *
                  relance_form_dialog_add_group (RelanceFormDialog *self,
                                                 const char        *description);
AdwEntryRow      *relance_form_dialog_add_entry (RelanceFormDialog *self,
                                                 const char        *title,
                                                 RelanceFieldNote **note);
RelanceDateField *relance_form_dialog_add_date  (RelanceFormDialog *self,
                                                 const char        *title,
                                                 gboolean           ahead,
                                                 RelanceFieldNote **note);
void              relance_form_dialog_judge     (RelanceFormDialog *self);
void              relance_form_dialog_run       (RelanceFormDialog *self,
                                                 RelanceUseCase     use_case,
                                                 gpointer           request,
                                                 GDestroyNotify     free_request,
                                                 const char        *told);

/* What the fields say. */
const char       *relance_form_get_text         (gpointer           field);
char             *relance_form_dup_filled       (gpointer           field);
const char       *relance_form_judge_past_day   (RelanceDateField  *field,
                                                 RelanceDate        today);
gboolean          relance_form_read_amount      (gpointer           field,
                                                 const char        *currency,
                                                 gint64            *amount,
                                                 GError           **error);
void              relance_form_mark             (GtkWidget         *entry,
                                                 gboolean           good);

G_END_DECLS
