/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-page.h"

#include "invoices/relance-allocation-dialog.h"
#include "invoices/relance-credit-note-dialog.h"
#include "invoices/relance-leave-out-dialog.h"
#include "invoices/relance-instalments-dialog.h"
#include "invoices/relance-invoice-documents.h"
#include "invoices/relance-invoice-editor.h"
#include "invoices/relance-invoice-settlements.h"
#include "invoices/relance-invoice-state.h"
#include "invoices/relance-invoice-work.h"
#include "invoices/relance-payment-dialog.h"
#include "invoices/relance-replace-dialog.h"
#include "invoices/relance-write-off-dialog.h"
#include "relance-words.h"
#include "widgets/relance-row-group.h"
#include "window/relance-window.h"

#include <glib/gi18n.h>

struct _RelanceInvoicePage
{
  AdwNavigationPage parent_instance;

  /* Template */
  GtkWidget *content;
  AdwBanner *excluded;
  GtkLabel *balance;
  GtkLabel *state;
  GtkWidget *record;
  AdwActionRow *client;
  AdwActionRow *label;
  AdwActionRow *issued;
  AdwActionRow *due;
  AdwActionRow *reference;
  AdwActionRow *corrects;
  AdwActionRow *total;
  AdwActionRow *paid;
  RelanceRowGroup *instalments;
  RelanceRowGroup *settlements;
  RelanceRowGroup *credits;
  RelanceRowGroup *documents;
  RelanceRowGroup *history;

  /* Owned */
  RelanceDesk *desk;
  RelanceInvoiceFacts *facts;
  GCancellable *loading;

  gint64 invoice_id;
};

G_DEFINE_FINAL_TYPE (RelanceInvoicePage, relance_invoice_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_instalments (RelanceInvoicePage *self)
{
  RelanceInvoice *invoice = self->facts->invoice;
  GArray *instalments = invoice->instalments;

  relance_row_group_begin (self->instalments);
  for (guint i = 0; i < instalments->len; i++)
    {
      const RelanceInstalment *instalment = &g_array_index (instalments, RelanceInstalment, i);
      g_autofree char *date = relance_words_date (instalment->due);
      g_autofree char *balance = relance_words_amount (instalment->balance, invoice->currency);
      /* Translators: %s is the amount that remains due on an instalment. */
      g_autofree char *left = g_strdup_printf (_ ("%s remains due"), balance);
      AdwActionRow *row = relance_row_group_add (
        self->instalments, date,
        instalment->balance > 0 ? left : C_ ("instalment", "Nothing remains due"));

      relance_row_group_add_amount (row, instalment->amount, invoice->currency);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->instalments), instalments->len > 1);
  relance_row_group_end (self->instalments);
}

static void
show_history (RelanceInvoicePage *self)
{
  relance_row_group_begin (self->history);
  for (guint i = 0; i < self->facts->events->len; i++)
    {
      const RelanceEvent *event = self->facts->events->pdata[i];
      g_autofree char *moment = relance_words_moment_alone (event->at, self->facts->today);

      relance_row_group_add (self->history, event->text, moment);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->history), self->facts->events->len > 0);
  relance_row_group_end (self->history);
}

static void
show_state (RelanceInvoicePage *self)
{
  RelanceInvoice *invoice = self->facts->invoice;
  g_autofree char *headline = relance_invoice_state_headline (invoice);
  g_autofree char *words = relance_invoice_state_words (invoice, self->facts->today);
  const char *classes[] = { "heading", relance_invoice_state_style (invoice), NULL };

  gtk_label_set_label (self->balance, headline);
  gtk_label_set_label (self->state, words);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->state), invoice->balance > 0);
  gtk_widget_set_visible (self->record, invoice->balance > 0);
}

static void
show_exclusion (RelanceInvoicePage *self)
{
  g_autofree char *words =
    relance_invoice_state_exclusion (self->facts->invoice, self->facts->today);

  adw_banner_set_title (self->excluded, words != NULL ? words : "");
  adw_banner_set_revealed (self->excluded, words != NULL);
}

/* What cannot be done now cannot be chosen. */
static void
enable_actions (RelanceInvoicePage *self)
{
  RelanceInvoice *invoice = self->facts->invoice;
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean excluded = relance_invoice_state_is_excluded (invoice, self->facts->today);

  gtk_widget_action_set_enabled (widget, "invoice.write-off", invoice->balance > 0);
  gtk_widget_action_set_enabled (widget, "invoice.replace", invoice->total > 0);
  gtk_widget_action_set_enabled (widget, "invoice.set-instalments", invoice->total > 0);
  gtk_widget_action_set_enabled (widget, "invoice.exclude", !excluded);
  gtk_widget_action_set_enabled (widget, "invoice.include", excluded);
}

/* A fact that not every invoice has. */
static void
show_optional (AdwActionRow *row, const char *text)
{
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
}

static void
show_texts (RelanceInvoicePage *self)
{
  RelanceInvoice *invoice = self->facts->invoice;
  g_autofree char *issued = relance_words_date (invoice->issued);
  g_autofree char *due = relance_invoice_state_due (invoice);
  g_autofree char *total = relance_words_amount (invoice->total, invoice->currency);
  g_autofree char *paid =
    relance_words_amount (invoice->total - invoice->balance, invoice->currency);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), invoice->number);
  adw_action_row_set_subtitle (self->client, invoice->client_name);
  show_optional (self->label, invoice->label);
  adw_action_row_set_subtitle (self->issued, issued);
  adw_action_row_set_subtitle (self->due, due);
  show_optional (self->reference, invoice->reference);
  show_optional (self->corrects, invoice->corrects);
  adw_action_row_set_subtitle (self->total, total);
  show_optional (self->paid, invoice->balance < invoice->total ? paid : NULL);
}

static void
show_facts (RelanceInvoicePage *self)
{
  show_texts (self);
  show_state (self);
  show_exclusion (self);
  show_instalments (self);
  relance_invoice_settlements_show (self->settlements, self->facts);
  relance_invoice_credits_show (self->credits, self->facts);
  relance_invoice_documents_show (self->documents, self->facts);
  show_history (self);
  enable_actions (self);
  gtk_widget_set_visible (self->content, TRUE);
}

static void
leave (RelanceInvoicePage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) ==
                        ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
tell_error (RelanceInvoicePage *self, const GError *error)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (window != NULL)
    relance_window_tell_error (window, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceInvoicePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceInvoiceFacts)
    facts = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;
  if (facts != NULL)
    {
      g_clear_pointer (&self->facts, relance_invoice_facts_free);
      self->facts = g_steal_pointer (&facts);
      show_facts (self);
      return;
    }
  /* Removed here, or by an undo or another program: nothing is wrong. */
  if (!g_error_matches (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND) ||
      self->facts == NULL)
    tell_error (self, error);
  leave (self);
}

static void
refresh (RelanceInvoicePage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_invoice_work_load,
                          g_memdup2 (&self->invoice_id, sizeof self->invoice_id), g_free,
                          (GDestroyNotify) relance_invoice_facts_free, self->loading, loaded_cb,
                          g_object_ref (self));
}

/* Says what was done, with a way back. */
static void
tell_done (RelanceInvoicePage *self, GAsyncResult *result, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree RelanceInvoiceDeed *deed = relance_desk_run_finish (self->desk, result, &error);
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (deed == NULL)
    tell_error (self, error);
  else if (window != NULL && deed->change != 0)
    relance_window_tell_undo (window, text, deed->change);
}

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceInvoicePage) self = user_data;

  if (self->desk != NULL)
    tell_done (self, result, _ ("Taken back"));
}

static void
included_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceInvoicePage) self = user_data;

  if (self->desk != NULL)
    tell_done (self, result, _ ("Reminders may speak of it again"));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceInvoicePage) self = user_data;
  /* Translators: %s is the number of an invoice. */
  g_autofree char *text = g_strdup_printf (
    _ ("Invoice %s removed"), adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self)));

  if (self->desk != NULL)
    tell_done (self, result, text);
}

static void
take_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);

  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_invoice_work_remove_payment,
                          g_memdup2 (&id, sizeof id), g_free, g_free, NULL, taken_back_cb,
                          g_object_ref (self));
}

static void
include_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (widget);
  RelanceExclusionRequest *request = g_new0 (RelanceExclusionRequest, 1);

  request->invoice_id = self->invoice_id;
  request->until = RELANCE_DATE_NONE;
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_invoice_work_exclude, request,
                          (GDestroyNotify) relance_exclusion_request_free, g_free, NULL,
                          included_cb, g_object_ref (self));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (widget);

  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_invoice_work_remove,
                          g_memdup2 (&self->invoice_id, sizeof self->invoice_id), g_free, g_free,
                          NULL, removed_cb, g_object_ref (self));
}

typedef AdwDialog *(*MakeDialog) (RelanceDesk *desk, RelanceInvoice *invoice);

/* The actions that open a dialog about the invoice. */
static const struct
{
  const char *action;
  MakeDialog make;
} dialogs[] = {
  { "invoice.edit", relance_invoice_editor_new },
  { "invoice.record-payment", relance_payment_dialog_new },
  { "invoice.credit", relance_credit_note_dialog_new },
  { "invoice.set-instalments", relance_instalments_dialog_new },
  { "invoice.write-off", relance_write_off_dialog_new },
  { "invoice.replace", relance_replace_dialog_new },
  { "invoice.exclude", relance_leave_out_dialog_new },
};

static void
dialog_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (widget);

  for (gsize i = 0; self->facts != NULL && i < G_N_ELEMENTS (dialogs); i++)
    if (g_str_equal (dialogs[i].action, name))
      adw_dialog_present (dialogs[i].make (self->desk, self->facts->invoice), widget);
}

/* A credit is proposed to this invoice first. */
static void
allocate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (widget);
  gboolean credit = g_str_equal (name, "invoice.use-credit");

  relance_allocation_dialog_open (widget, self->desk, g_variant_get_int64 (parameter),
                                  credit ? self->invoice_id : 0);
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (widget);

  relance_invoice_documents_choose (widget, self->desk, self->invoice_id);
}

static void
open_document_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (widget);

  relance_invoice_documents_open (widget, self->desk, self->facts->documents,
                                  g_variant_get_int64 (parameter));
}

static void
save_document_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (widget);

  relance_invoice_documents_save (widget, self->desk, self->facts->documents,
                                  g_variant_get_int64 (parameter));
}

static void
remove_document_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (widget);

  relance_invoice_documents_remove (widget, self->desk, g_variant_get_int64 (parameter));
}

static void
client_activated_cb (RelanceInvoicePage *self)
{
  relance_window_show_client (relance_window_of (GTK_WIDGET (self)),
                              self->facts->invoice->client_id);
}

static void
relance_invoice_page_dispose (GObject *object)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_INVOICE_PAGE);
  g_clear_pointer (&self->facts, relance_invoice_facts_free);
  G_OBJECT_CLASS (relance_invoice_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-invoice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, content);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, excluded);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, balance);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, state);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, record);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, client);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, label);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, issued);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, due);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, reference);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, corrects);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, total);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, paid);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, instalments);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, settlements);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, credits);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, documents);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, history);
  gtk_widget_class_bind_template_callback (widget_class, client_activated_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    gtk_widget_class_install_action (widget_class, dialogs[i].action, NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "invoice.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "invoice.include", NULL, include_action);
  gtk_widget_class_install_action (widget_class, "invoice.take-back", "x", take_back_action);
  gtk_widget_class_install_action (widget_class, "invoice.allocate", "x", allocate_action);
  gtk_widget_class_install_action (widget_class, "invoice.use-credit", "x", allocate_action);
  gtk_widget_class_install_action (widget_class, "invoice.attach", NULL, attach_action);
  gtk_widget_class_install_action (widget_class, "invoice.open-document", "x",
                                   open_document_action);
  gtk_widget_class_install_action (widget_class, "invoice.save-document", "x",
                                   save_document_action);
  gtk_widget_class_install_action (widget_class, "invoice.remove-document", "x",
                                   remove_document_action);
}

static void
relance_invoice_page_class_init (RelanceInvoicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_invoice_page_dispose;
  g_type_ensure (RELANCE_TYPE_ROW_GROUP);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
relance_invoice_page_init (RelanceInvoicePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
relance_invoice_page_new (RelanceDesk *desk, gint64 invoice_id)
{
  RelanceInvoicePage *self;

  g_return_val_if_fail (RELANCE_IS_DESK (desk), NULL);

  self = g_object_new (RELANCE_TYPE_INVOICE_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->invoice_id = invoice_id;
  g_signal_connect_object (desk, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * relance_invoice_page_take_files:
 * @files: (element-type GFile): what was dropped on the window
 *
 * Returns: whether the page takes care of them: of one file, that may be the invoice's
 */
gboolean
relance_invoice_page_take_files (RelanceInvoicePage *self, GListModel *files)
{
  g_return_val_if_fail (RELANCE_IS_INVOICE_PAGE (self), FALSE);

  if (g_list_model_get_n_items (files) != 1)
    return FALSE;
  relance_invoice_documents_take (GTK_WIDGET (self), self->desk, self->invoice_id, files);
  return TRUE;
}
