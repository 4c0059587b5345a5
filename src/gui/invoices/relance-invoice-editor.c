/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-editor.h"

#include "invoices/relance-client-field.h"
#include "invoices/relance-date-field.h"
#include "invoices/relance-invoice-work.h"
#include "relance-accounts.h"
#include "relance-typed-amount.h"
#include "relance-words.h"
#include "widgets/relance-field-note.h"
#include "window/relance-window.h"

#include <glib/gi18n.h>

#define USUAL_DAYS 30

struct _RelanceInvoiceEditor
{
  AdwDialog parent_instance;

  /* Template */
  GtkWidget *save;
  RelanceClientField *client;
  AdwPreferencesGroup *number_group;
  AdwEntryRow *number;
  AdwEntryRow *label;
  AdwPreferencesGroup *dates_group;
  RelanceDateField *issued;
  RelanceDateField *due;
  AdwPreferencesGroup *amount_group;
  AdwEntryRow *amount;
  AdwComboRow *currency;

  RelanceFieldNote *number_note;
  RelanceFieldNote *dates_note;
  RelanceFieldNote *amount_note;

  RelanceDesk *desk;
  RelanceInvoice *invoice; /* what is edited; its id is 0 for a new one */
  GCancellable *saving;
};

G_DEFINE_FINAL_TYPE (RelanceInvoiceEditor, relance_invoice_editor, ADW_TYPE_DIALOG)

/* What is offered; an invoice or a business in another adds its own. */
static const char *const currencies[] = { "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "JPY",
                                          "SEK", "NOK", "DKK", "PLN", "XOF", NULL };

static const char *
get_currency (RelanceInvoiceEditor *self)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (self->currency);

  return chosen != NULL ? gtk_string_object_get_string (chosen) : currencies[0];
}

static void
set_currency (RelanceInvoiceEditor *self, const char *code)
{
  GtkStringList *codes = GTK_STRING_LIST (adw_combo_row_get_model (self->currency));
  guint position = gtk_string_list_find (codes, code);

  if (position == G_MAXUINT)
    {
      position = g_list_model_get_n_items (G_LIST_MODEL (codes));
      gtk_string_list_append (codes, code);
    }
  adw_combo_row_set_selected (self->currency, position);
}

static const char *
judge_dates (RelanceInvoiceEditor *self)
{
  RelanceDate issued = relance_date_field_get_date (self->issued);
  RelanceDate due = relance_date_field_get_date (self->due);

  if (issued == RELANCE_DATE_NONE)
    return _ ("The issue date is not a date. Write it as 15/3, or 2026-03-15.");
  if (due == RELANCE_DATE_NONE)
    return _ ("The due date is not a date. Write it as 15/3, 2026-03-15, or +30.");
  return due < issued ? _ ("An invoice cannot be due before it is issued.") : NULL;
}

static gboolean
read_amount (RelanceInvoiceEditor *self, gint64 *amount, GError **error)
{
  if (!relance_typed_amount_parse (gtk_editable_get_text (GTK_EDITABLE (self->amount)),
                                   get_currency (self), NULL, amount, error))
    return FALSE;
  if (*amount > 0)
    return TRUE;
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                       _ ("An invoice is for more than nothing."));
  return FALSE;
}

static gboolean
is_filled (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return stripped[0] != '\0';
}

static void
check_cb (RelanceInvoiceEditor *self)
{
  g_autoptr (GError) error = NULL;
  const char *wrong_dates;
  gboolean good;
  gint64 amount;

  if (self->invoice == NULL)
    return;
  wrong_dates = judge_dates (self);
  good = read_amount (self, &amount, &error);
  relance_field_note_say (self->dates_note, wrong_dates);
  relance_field_note_say_error (
    self->amount_note,
    is_filled (gtk_editable_get_text (GTK_EDITABLE (self->amount))) ? error : NULL);
  gtk_widget_set_sensitive (self->save,
                            good && wrong_dates == NULL && self->saving == NULL &&
                              is_filled (relance_client_field_get_name (self->client)) &&
                              is_filled (gtk_editable_get_text (GTK_EDITABLE (self->number))));
}

static void
number_changed_cb (RelanceInvoiceEditor *self)
{
  relance_field_note_say (self->number_note, NULL);
  check_cb (self);
}

static void
issued_changed_cb (RelanceInvoiceEditor *self)
{
  RelanceDate issued = relance_date_field_get_date (self->issued);

  if (issued != RELANCE_DATE_NONE)
    relance_date_field_set_base (self->due, issued);
  check_cb (self);
}

static RelanceInvoice *
make_invoice (RelanceInvoiceEditor *self)
{
  RelanceInvoice *invoice = relance_invoice_copy (self->invoice);
  const char *label = gtk_editable_get_text (GTK_EDITABLE (self->label));

  invoice->client_id = relance_client_field_get_client_id (self->client);
  g_set_str (&invoice->client_name, relance_client_field_get_name (self->client));
  g_set_str (&invoice->number, gtk_editable_get_text (GTK_EDITABLE (self->number)));
  g_set_str (&invoice->label, is_filled (label) ? label : NULL);
  invoice->issued = relance_date_field_get_date (self->issued);
  invoice->due = relance_date_field_get_date (self->due);
  g_strlcpy (invoice->currency, get_currency (self), sizeof invoice->currency);
  read_amount (self, &invoice->total, NULL);
  return invoice;
}

static void
tell_saved (RelanceInvoiceEditor *self, gint64 change)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  const char *number = gtk_editable_get_text (GTK_EDITABLE (self->number));
  /* Translators: %s is the number of an invoice. */
  g_autofree char *text = g_strdup_printf (
    self->invoice->id == 0 ? _ ("Invoice %s added") : _ ("Invoice %s saved"), number);

  if (window != NULL && change != 0)
    relance_window_tell_undo (window, text, change);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceInvoiceEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree RelanceInvoiceDeed *deed =
    relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  g_clear_object (&self->saving);
  if (deed == NULL)
    {
      relance_field_note_say_error (self->number_note, error);
      gtk_widget_grab_focus (GTK_WIDGET (self->number));
      gtk_widget_set_sensitive (self->save, TRUE);
      return;
    }
  tell_saved (self, deed->change);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_cb (RelanceInvoiceEditor *self)
{
  self->saving = g_cancellable_new ();
  gtk_widget_set_sensitive (self->save, FALSE);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_invoice_work_save,
                          make_invoice (self), g_object_unref, g_free, self->saving, saved_cb,
                          g_object_ref (self));
}

static void
cancel_cb (RelanceInvoiceEditor *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
show_invoice (RelanceInvoiceEditor *self)
{
  RelanceInvoice *invoice = self->invoice;
  g_autofree char *amount = relance_words_amount (invoice->total, invoice->currency);

  adw_dialog_set_title (ADW_DIALOG (self), _ ("Edit Invoice"));
  relance_client_field_set_client (self->client, invoice->client_id, invoice->client_name);
  gtk_editable_set_text (GTK_EDITABLE (self->number), invoice->number);
  gtk_editable_set_text (GTK_EDITABLE (self->label), invoice->label ? invoice->label : "");
  relance_date_field_set_base (self->due, invoice->issued);
  relance_date_field_set_date (self->issued, invoice->issued);
  relance_date_field_set_date (self->due, invoice->due);
  set_currency (self, invoice->currency);
  gtk_editable_set_text (GTK_EDITABLE (self->amount), amount);
}

/* A RelanceUseCase. */
static gpointer
load_currency (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (RelanceBusiness) business = relance_business_load (book, error);

  return business ? g_strdup (relance_business_get (business, RELANCE_BUSINESS_CURRENCY)) : NULL;
}

static void
currency_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceInvoiceEditor) self = user_data;
  g_autofree char *code = relance_desk_run_finish (RELANCE_DESK (source), result, NULL);

  if (self->invoice != NULL && code != NULL && code[0] != '\0')
    set_currency (self, code);
}

static void
show_new (RelanceInvoiceEditor *self, RelanceDate today)
{
  relance_date_field_set_date (self->issued, today);
  relance_date_field_set_date (self->due, today + USUAL_DAYS);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, load_currency, NULL, NULL, g_free, NULL,
                          currency_loaded_cb, g_object_ref (self));
}

static RelanceFieldNote *
add_note (AdwPreferencesGroup *group, gpointer field)
{
  GtkWidget *note = relance_field_note_new (field);

  adw_preferences_group_add (group, note);
  return RELANCE_FIELD_NOTE (note);
}

static void
relance_invoice_editor_dispose (GObject *object)
{
  RelanceInvoiceEditor *self = RELANCE_INVOICE_EDITOR (object);

  g_clear_object (&self->invoice);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_INVOICE_EDITOR);
  g_clear_object (&self->saving);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (relance_invoice_editor_parent_class)->dispose (object);
}

static void
relance_invoice_editor_class_init (RelanceInvoiceEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_invoice_editor_dispose;

  g_type_ensure (RELANCE_TYPE_CLIENT_FIELD);
  g_type_ensure (RELANCE_TYPE_DATE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-invoice-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, save);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, client);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, number_group);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, number);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, label);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, dates_group);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, issued);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, due);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, amount_group);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, amount);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, currency);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, issued_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
relance_invoice_editor_init (RelanceInvoiceEditor *self)
{
  g_autoptr (GtkStringList) codes = gtk_string_list_new (currencies);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->currency, G_LIST_MODEL (codes));
  self->number_note = add_note (self->number_group, self->number);
  self->dates_note = add_note (self->dates_group, self->due);
  self->amount_note = add_note (self->amount_group, self->amount);
}

/**
 * relance_invoice_editor_new:
 * @invoice: (nullable): what to correct, or %NULL to add one
 */
AdwDialog *
relance_invoice_editor_new (RelanceDesk *desk, RelanceInvoice *invoice)
{
  RelanceInvoiceEditor *self;
  RelanceDate today;

  g_return_val_if_fail (RELANCE_IS_DESK (desk), NULL);

  self = g_object_new (RELANCE_TYPE_INVOICE_EDITOR, NULL);
  self->desk = g_object_ref (desk);
  today = relance_clock_get_today (relance_desk_get_clock (desk));
  relance_client_field_set_desk (self->client, desk);
  relance_date_field_set_today (self->issued, today, FALSE);
  relance_date_field_set_today (self->due, today, TRUE);
  self->invoice = invoice ? g_object_ref (invoice) : relance_invoice_new ();
  if (invoice != NULL)
    show_invoice (self);
  else
    show_new (self, today);
  check_cb (self);
  return ADW_DIALOG (self);
}
