/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-payment-dialog.h"

#include "invoices/relance-date-field.h"
#include "invoices/relance-invoice-work.h"
#include "relance-typed-amount.h"
#include "relance-wording.h"
#include "relance-words.h"
#include "widgets/relance-field-note.h"
#include "window/relance-window.h"

#include <glib/gi18n.h>

struct _RelancePaymentDialog
{
  AdwDialog parent_instance;

  /* Template */
  AdwPreferencesGroup *amount_group;
  AdwEntryRow *amount;
  AdwActionRow *surplus;
  AdwPreferencesGroup *date_group;
  RelanceDateField *date;
  AdwComboRow *means;
  AdwEntryRow *note;

  RelanceFieldNote *amount_note;
  RelanceFieldNote *date_note;

  RelanceDesk *desk;
  RelanceInvoice *invoice;
  GCancellable *saving; /* while it is being recorded */
};

G_DEFINE_FINAL_TYPE (RelancePaymentDialog, relance_payment_dialog, ADW_TYPE_DIALOG)

static RelanceDate
get_today (RelancePaymentDialog *self)
{
  return relance_clock_get_today (relance_desk_get_clock (self->desk));
}

/* Sets @amount, and says in @error why it is none. */
static gboolean
read_amount (RelancePaymentDialog *self, gint64 *amount, GError **error)
{
  if (!relance_typed_amount_parse (gtk_editable_get_text (GTK_EDITABLE (self->amount)),
                                   self->invoice->currency, NULL, amount, error))
    return FALSE;
  if (*amount > 0)
    return TRUE;
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                       _ ("A payment is more than nothing."));
  return FALSE;
}

static const char *
judge_date (RelancePaymentDialog *self)
{
  RelanceDate date = relance_date_field_get_date (self->date);

  if (date == RELANCE_DATE_NONE)
    return _ ("This is not a date. Write it as 15/3, or 2026-03-15.");
  if (date > get_today (self))
    return _ ("A payment is recorded once it is there, not ahead of its day.");
  return NULL;
}

static void
show_surplus (RelancePaymentDialog *self, gint64 amount)
{
  g_autofree char *surplus =
    relance_words_amount (amount - self->invoice->balance, self->invoice->currency);
  /* Translators: %s is an amount. */
  g_autofree char *text =
    g_strdup_printf (_ ("%s more than is due: kept as a credit of the client."), surplus);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->surplus), text);
  gtk_widget_set_visible (GTK_WIDGET (self->surplus), amount > self->invoice->balance);
}

static void
check_cb (RelancePaymentDialog *self)
{
  g_autoptr (GError) error = NULL;
  const char *wrong_date;
  gint64 amount = 0;
  gboolean typed = gtk_editable_get_text (GTK_EDITABLE (self->amount))[0] != '\0';
  gboolean good;

  if (self->invoice == NULL)
    return;
  good = read_amount (self, &amount, &error);
  wrong_date = judge_date (self);
  relance_field_note_say_error (self->amount_note, typed ? error : NULL);
  relance_field_note_say (self->date_note, wrong_date);
  show_surplus (self, amount);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "payment.save",
                                 good && wrong_date == NULL && self->saving == NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelancePaymentDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree RelanceInvoiceDeed *deed =
    relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  g_clear_object (&self->saving);
  if (deed == NULL)
    {
      relance_field_note_say_error (self->amount_note, error);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "payment.save", TRUE);
      return;
    }
  if (window != NULL)
    relance_window_tell_undo (window, _ ("Payment recorded"), deed->change);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelancePaymentDialog *self = RELANCE_PAYMENT_DIALOG (widget);
  RelancePaymentRequest *request = g_new0 (RelancePaymentRequest, 1);

  read_amount (self, &request->amount, NULL);
  request->invoice_id = self->invoice->id;
  request->date = relance_date_field_get_date (self->date);
  request->means =
    g_strdup (relance_wording_list_means ()[adw_combo_row_get_selected (self->means)]);
  request->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  self->saving = g_cancellable_new ();
  gtk_widget_action_set_enabled (widget, "payment.save", FALSE);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_invoice_work_pay, request,
                          (GDestroyNotify) relance_payment_request_free, g_free, self->saving,
                          saved_cb, g_object_ref (self));
}

static void
cancel_cb (RelancePaymentDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
relance_payment_dialog_dispose (GObject *object)
{
  RelancePaymentDialog *self = RELANCE_PAYMENT_DIALOG (object);

  g_clear_object (&self->invoice);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_PAYMENT_DIALOG);
  g_clear_object (&self->saving);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (relance_payment_dialog_parent_class)->dispose (object);
}

static void
relance_payment_dialog_class_init (RelancePaymentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_payment_dialog_dispose;

  g_type_ensure (RELANCE_TYPE_DATE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-payment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelancePaymentDialog, amount_group);
  gtk_widget_class_bind_template_child (widget_class, RelancePaymentDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, RelancePaymentDialog, surplus);
  gtk_widget_class_bind_template_child (widget_class, RelancePaymentDialog, date_group);
  gtk_widget_class_bind_template_child (widget_class, RelancePaymentDialog, date);
  gtk_widget_class_bind_template_child (widget_class, RelancePaymentDialog, means);
  gtk_widget_class_bind_template_child (widget_class, RelancePaymentDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_install_action (widget_class, "payment.save", NULL, save_action);
}

/* By itself in a list, a name begins like a sentence. */
static void
append_means (GtkStringList *names, const char *name)
{
  g_autoptr (GString) option = g_string_new (NULL);

  g_string_append_unichar (option, g_unichar_totitle (g_utf8_get_char (name)));
  g_string_append (option, g_utf8_next_char (name));
  gtk_string_list_append (names, option->str);
}

static void
fill_means (RelancePaymentDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (const char *const *means = relance_wording_list_means (); *means != NULL; means++)
    append_means (names, relance_wording_means (*means));
  adw_combo_row_set_model (self->means, G_LIST_MODEL (names));
}

static void
relance_payment_dialog_init (RelancePaymentDialog *self)
{
  GtkWidget *note;

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_means (self);
  note = relance_field_note_new (GTK_WIDGET (self->amount));
  self->amount_note = RELANCE_FIELD_NOTE (note);
  adw_preferences_group_add (self->amount_group, note);
  note = relance_field_note_new (GTK_WIDGET (self->date));
  self->date_note = RELANCE_FIELD_NOTE (note);
  adw_preferences_group_add (self->date_group, note);
}

AdwDialog *
relance_payment_dialog_new (RelanceDesk *desk, RelanceInvoice *invoice)
{
  RelancePaymentDialog *self;
  g_autofree char *balance = NULL;

  g_return_val_if_fail (RELANCE_IS_DESK (desk), NULL);
  g_return_val_if_fail (RELANCE_IS_INVOICE (invoice), NULL);

  self = g_object_new (RELANCE_TYPE_PAYMENT_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  relance_date_field_set_today (self->date, get_today (self), FALSE);
  relance_date_field_set_date (self->date, get_today (self));
  balance = relance_words_amount (invoice->balance, invoice->currency);
  gtk_editable_set_text (GTK_EDITABLE (self->amount), balance);
  self->invoice = g_object_ref (invoice);
  check_cb (self);
  return ADW_DIALOG (self);
}
