/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-editor.h"

#include "invoices/relance-client-field.h"
#include "invoices/relance-editor-work.h"
#include "invoices/relance-invoice-dates.h"
#include "invoices/relance-invoice-documents.h"
#include "invoices/relance-invoice-work.h"
#include "relance-typed-amount.h"
#include "relance-wording.h"
#include "relance-words.h"
#include "widgets/relance-field-note.h"
#include "window/relance-window.h"

#include <glib/gi18n.h>

struct _RelanceInvoiceEditor
{
  AdwDialog parent_instance;

  /* Template */
  GtkWidget *save;
  AdwBanner *trouble;
  AdwToastOverlay *toasts;
  GtkWidget *kept;
  AdwActionRow *document_row;
  RelanceClientField *client;
  AdwEntryRow *number;
  GtkButton *suggestion;
  RelanceFieldNote *number_note;
  AdwEntryRow *label;
  RelanceInvoiceDates *dates;
  AdwEntryRow *amount;
  RelanceFieldNote *amount_note;
  AdwComboRow *currency;
  GtkWidget *another;

  /* Owned */
  RelanceDesk *desk;
  RelanceInvoice *invoice; /* what is edited; its id is 0 for a new one */
  char *next_number;       /* suggested, or NULL */
  GPtrArray *documents;    /* what the invoice is typed from, one or none */

  /* State */
  gint64 terms_of; /* the client whose terms are shown, or 0 */
  gboolean saving;
  gboolean add_another;
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

static gboolean
judge_amount (RelanceInvoiceEditor *self)
{
  g_autoptr (GError) error = NULL;
  gint64 amount;
  gboolean good = read_amount (self, &amount, &error);
  gboolean typed = is_filled (gtk_editable_get_text (GTK_EDITABLE (self->amount)));
  g_autofree char *words = good ? relance_words_amount (amount, get_currency (self)) : NULL;

  if (good)
    relance_field_note_explain (self->amount_note, words);
  else
    relance_field_note_say_error (self->amount_note, typed ? error : NULL);
  return good;
}

static void
check_cb (RelanceInvoiceEditor *self)
{
  gboolean good;

  if (self->invoice == NULL)
    return;
  good = judge_amount (self) && relance_invoice_dates_are_good (self->dates) &&
         is_filled (relance_client_field_get_name (self->client)) &&
         is_filled (gtk_editable_get_text (GTK_EDITABLE (self->number))) && !self->saving;
  adw_banner_set_revealed (self->trouble, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", good);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save-another",
                                 good && self->invoice->id == 0 && self->documents->len == 0);
}

/* Shown while there is no number. */
static void
show_suggestion (RelanceInvoiceEditor *self)
{
  gboolean wanted = self->next_number != NULL &&
                    gtk_editable_get_text (GTK_EDITABLE (self->number))[0] == '\0';

  if (wanted)
    gtk_button_set_label (self->suggestion, self->next_number);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion), wanted);
}

static void
number_changed_cb (RelanceInvoiceEditor *self)
{
  relance_field_note_say (self->number_note, NULL);
  show_suggestion (self);
  check_cb (self);
}

static void
use_suggestion (RelanceInvoiceEditor *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->suggestion)))
    gtk_editable_set_text (GTK_EDITABLE (self->number), self->next_number);
}

static void
suggestion_clicked_cb (RelanceInvoiceEditor *self)
{
  use_suggestion (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->label));
}

static void
client_activated_cb (RelanceInvoiceEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->number));
}

/* Enter takes the suggestion when nothing was typed. */
static void
number_activated_cb (RelanceInvoiceEditor *self)
{
  use_suggestion (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->label));
}

static void
label_activated_cb (RelanceInvoiceEditor *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->dates), GTK_DIR_TAB_FORWARD);
}

static void
dates_activated_cb (RelanceInvoiceEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->amount));
}

/* The last one: what is left is to save. */
static void
amount_activated_cb (RelanceInvoiceEditor *self)
{
  gtk_widget_grab_focus (self->save);
}

static void
terms_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceInvoiceEditor) self = user_data;
  g_autofree char *terms = relance_desk_run_finish (RELANCE_DESK (source), result, NULL);

  if (self->invoice != NULL)
    relance_invoice_dates_set_terms (self->dates, terms);
}

/* The due date follows the terms of whoever the invoice is for. */
static void
show_terms (RelanceInvoiceEditor *self)
{
  gint64 id = relance_client_field_get_client_id (self->client);

  if (id == self->terms_of)
    return;
  self->terms_of = id;
  if (id == 0)
    relance_invoice_dates_set_terms (self->dates, NULL);
  else
    relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_editor_work_get_terms,
                            g_memdup2 (&id, sizeof id), g_free, g_free, NULL, terms_loaded_cb,
                            g_object_ref (self));
}

static void
client_changed_cb (RelanceInvoiceEditor *self)
{
  if (self->invoice != NULL && self->invoice->id == 0)
    show_terms (self);
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
  invoice->issued = relance_invoice_dates_get_issued (self->dates);
  invoice->due = relance_invoice_dates_get_due (self->dates);
  g_set_str (&invoice->due_source, relance_invoice_dates_get_source (self->dates));
  g_strlcpy (invoice->currency, get_currency (self), sizeof invoice->currency);
  read_amount (self, &invoice->total, NULL);
  return invoice;
}

static void
next_number_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceInvoiceEditor) self = user_data;

  g_free (self->next_number);
  self->next_number = relance_desk_run_finish (RELANCE_DESK (source), result, NULL);
  if (self->invoice != NULL)
    show_suggestion (self);
}

static void
ask_next_number (RelanceInvoiceEditor *self)
{
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_editor_work_get_next_number, NULL,
                          NULL, g_free, NULL, next_number_loaded_cb, g_object_ref (self));
}

/* Ready for another one of the same day and currency. */
static void
begin_again (RelanceInvoiceEditor *self, const char *told)
{
  RelanceDate issued = relance_invoice_dates_get_issued (self->dates);
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, told);
  adw_toast_overlay_add_toast (self->toasts, toast);
  relance_client_field_set_client (self->client, 0, "");
  gtk_editable_set_text (GTK_EDITABLE (self->number), "");
  gtk_editable_set_text (GTK_EDITABLE (self->label), "");
  gtk_editable_set_text (GTK_EDITABLE (self->amount), "");
  relance_invoice_dates_begin (self->dates, issued);
  ask_next_number (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->client));
}

static void
end (RelanceInvoiceEditor *self, gint64 change)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  const char *number = gtk_editable_get_text (GTK_EDITABLE (self->number));
  /* Translators: %s is the number of an invoice. */
  g_autofree char *text = g_strdup_printf (
    self->invoice->id == 0 ? _ ("Invoice %s added") : _ ("Invoice %s saved"), number);

  if (window != NULL && change != 0)
    relance_window_tell_undo (window, text, change);
  if (self->add_another)
    begin_again (self, text);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

/* Below the number when it is taken, else over everything. */
static void
say_error (RelanceInvoiceEditor *self, const GError *error)
{
  g_autofree char *sentence = relance_wording_error (error);

  if (g_error_matches (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_EXISTS))
    {
      relance_field_note_say (self->number_note, sentence);
      gtk_widget_grab_focus (GTK_WIDGET (self->number));
      return;
    }
  adw_banner_set_title (self->trouble, sentence);
  adw_banner_set_revealed (self->trouble, TRUE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceInvoiceEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree RelanceInvoiceDeed *deed =
    relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  self->saving = FALSE;
  if (self->invoice == NULL)
    return;
  check_cb (self);
  if (deed != NULL)
    end (self, deed->change);
  else
    say_error (self, error);
}

static gint64
get_document_id (RelanceInvoiceEditor *self)
{
  return self->documents->len > 0 ? ((RelanceDocument *) self->documents->pdata[0])->id : 0;
}

static void
save_typed (RelanceInvoiceEditor *self)
{
  RelanceTypedRequest *request = g_new0 (RelanceTypedRequest, 1);

  request->invoice = make_invoice (self);
  request->document_id = get_document_id (self);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_invoice_work_type, request,
                          (GDestroyNotify) relance_typed_request_free, g_free, NULL, saved_cb,
                          g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoiceEditor *self = RELANCE_INVOICE_EDITOR (widget);

  self->saving = TRUE;
  self->add_another = g_str_equal (name, "editor.save-another");
  check_cb (self);
  if (get_document_id (self) != 0)
    save_typed (self);
  else
    relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_invoice_work_save,
                            make_invoice (self), g_object_unref, g_free, NULL, saved_cb,
                            g_object_ref (self));
}

/* To be read while it is typed. */
static void
open_document_cb (RelanceInvoiceEditor *self)
{
  relance_invoice_documents_open (GTK_WIDGET (self), self->desk, self->documents,
                                  get_document_id (self));
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

  adw_dialog_set_title (ADW_DIALOG (self), C_ ("title of a dialog", "Edit Invoice"));
  relance_client_field_set_client (self->client, invoice->client_id, invoice->client_name);
  /* An invoice stays with its client. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->client), FALSE);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->number));
  gtk_editable_set_text (GTK_EDITABLE (self->number), invoice->number);
  gtk_editable_set_text (GTK_EDITABLE (self->label), invoice->label ? invoice->label : "");
  relance_invoice_dates_set (self->dates, invoice->issued, invoice->due, invoice->due_source);
  set_currency (self, invoice->currency);
  gtk_editable_set_text (GTK_EDITABLE (self->amount), amount);
  gtk_widget_set_visible (self->another, FALSE);
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
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->client));
  relance_invoice_dates_begin (self->dates, today);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_editor_work_get_currency, NULL,
                          NULL, g_free, NULL, currency_loaded_cb, g_object_ref (self));
  ask_next_number (self);
}

static void
relance_invoice_editor_dispose (GObject *object)
{
  RelanceInvoiceEditor *self = RELANCE_INVOICE_EDITOR (object);

  g_clear_object (&self->invoice);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_INVOICE_EDITOR);
  g_clear_pointer (&self->next_number, g_free);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (relance_invoice_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-invoice-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, save);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, trouble);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, kept);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, document_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, client);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, number);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, suggestion);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, number_note);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, label);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, dates);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, amount);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, amount_note);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, currency);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceEditor, another);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, client_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, client_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, label_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, dates_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, amount_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_document_cb);
}

static void
relance_invoice_editor_class_init (RelanceInvoiceEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_invoice_editor_dispose;
  g_type_ensure (RELANCE_TYPE_CLIENT_FIELD);
  g_type_ensure (RELANCE_TYPE_INVOICE_DATES);
  g_type_ensure (RELANCE_TYPE_FIELD_NOTE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.save-another", NULL, save_action);
}

static void
relance_invoice_editor_init (RelanceInvoiceEditor *self)
{
  g_autoptr (GtkStringList) codes = gtk_string_list_new (currencies);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->documents = relance_documents_new ();
  adw_combo_row_set_model (self->currency, G_LIST_MODEL (codes));
  relance_field_note_set_field (self->number_note, GTK_WIDGET (self->number));
  relance_field_note_set_field (self->amount_note, GTK_WIDGET (self->amount));
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
  relance_invoice_dates_set_today (self->dates, today);
  self->invoice = invoice ? g_object_ref (invoice) : relance_invoice_new ();
  if (invoice != NULL)
    show_invoice (self);
  else
    show_new (self, today);
  check_cb (self);
  return ADW_DIALOG (self);
}

/**
 * relance_invoice_editor_new_from_document:
 * @document: what waits for an invoice; nothing of it is guessed
 *
 * Adds the invoice that somebody types from a file, which is kept with it.
 */
AdwDialog *
relance_invoice_editor_new_from_document (RelanceDesk *desk, const RelanceDocument *document)
{
  AdwDialog *dialog = relance_invoice_editor_new (desk, NULL);
  RelanceInvoiceEditor *self = RELANCE_INVOICE_EDITOR (dialog);
  g_autofree char *size = g_format_size ((guint64) document->size);

  g_ptr_array_add (self->documents, relance_document_copy (document));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->document_row), document->name);
  adw_action_row_set_subtitle (self->document_row, size);
  gtk_widget_set_visible (self->kept, TRUE);
  gtk_widget_set_visible (self->another, FALSE);
  check_cb (self);
  return dialog;
}
