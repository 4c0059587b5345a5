/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-page.h"

#include "invoices/relance-invoice-editor.h"
#include "invoices/relance-invoice-state.h"
#include "invoices/relance-invoice-work.h"
#include "invoices/relance-payment-dialog.h"
#include "relance-wording.h"
#include "relance-words.h"
#include "window/relance-window.h"

#include <glib/gi18n.h>

struct _RelanceInvoicePage
{
  AdwNavigationPage parent_instance;

  /* Template */
  GtkWidget *content;
  GtkLabel *balance;
  GtkLabel *state;
  GtkWidget *record;
  AdwActionRow *client;
  AdwActionRow *label;
  AdwActionRow *issued;
  AdwActionRow *due;
  AdwActionRow *total;
  AdwPreferencesGroup *instalments;
  AdwPreferencesGroup *payments;
  AdwPreferencesGroup *history;

  /* Owned */
  RelanceDesk *desk;
  RelanceInvoiceFacts *facts;
  GCancellable *loading;
  GPtrArray *rows; /* of the three groups that are made anew */

  gint64 invoice_id;
};

G_DEFINE_FINAL_TYPE (RelanceInvoicePage, relance_invoice_page, ADW_TYPE_NAVIGATION_PAGE)

static AdwActionRow *
add_row (RelanceInvoicePage *self,
         AdwPreferencesGroup *group,
         const char *title,
         const char *subtitle)
{
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                    "subtitle", subtitle != NULL ? subtitle : "", "title-lines", 0,
                                    NULL);

  adw_preferences_group_add (group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_amount (RelanceInvoicePage *self, AdwActionRow *row, gint64 minor)
{
  g_autofree char *amount = relance_words_amount (minor, self->facts->invoice->currency);
  GtkWidget *label = gtk_label_new (amount);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (row, label);
}

static void
clear_group (RelanceInvoicePage *self, AdwPreferencesGroup *group)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      GtkWidget *row = self->rows->pdata[i - 1];

      if (!gtk_widget_is_ancestor (row, GTK_WIDGET (group)))
        continue;
      adw_preferences_group_remove (group, row);
      g_ptr_array_remove_index (self->rows, i - 1);
    }
}

static void
show_instalments (RelanceInvoicePage *self)
{
  GArray *instalments = self->facts->invoice->instalments;

  clear_group (self, self->instalments);
  gtk_widget_set_visible (GTK_WIDGET (self->instalments), instalments->len > 1);
  for (guint i = 0; i < instalments->len; i++)
    {
      const RelanceInstalment *instalment = &g_array_index (instalments, RelanceInstalment, i);
      g_autofree char *date = relance_words_date (instalment->due);
      g_autofree char *balance =
        relance_words_amount (instalment->balance, self->facts->invoice->currency);
      /* Translators: %s is the amount that remains due on an instalment. */
      g_autofree char *left = g_strdup_printf (_ ("%s remains due"), balance);

      add_amount (self,
                  add_row (self, self->instalments, date,
                           instalment->balance > 0 ? left : C_ ("instalment", "Paid")),
                  instalment->amount);
    }
}

static void
show_payments (RelanceInvoicePage *self)
{
  GArray *payments = self->facts->invoice->payments;

  clear_group (self, self->payments);
  if (payments->len == 0)
    add_row (self, self->payments, _ ("Nothing yet"), NULL);
  for (guint i = 0; i < payments->len; i++)
    {
      const RelancePayment *payment = &g_array_index (payments, RelancePayment, i);
      g_autofree char *date = relance_words_date (payment->date);
      AdwActionRow *row =
        add_row (self, self->payments, date, relance_wording_means (payment->means));
      GtkWidget *remove = g_object_new (
        GTK_TYPE_BUTTON, "icon-name", "user-trash-symbolic", "tooltip-text", _ ("Remove Payment"),
        "valign", GTK_ALIGN_CENTER, "action-name", "invoice.remove-payment", NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "x", payment->id);
      gtk_widget_add_css_class (remove, "flat");
      add_amount (self, row, payment->amount);
      adw_action_row_add_suffix (row, remove);
    }
}

static void
show_history (RelanceInvoicePage *self)
{
  clear_group (self, self->history);
  gtk_widget_set_visible (GTK_WIDGET (self->history), self->facts->events->len > 0);
  for (guint i = 0; i < self->facts->events->len; i++)
    {
      const RelanceEvent *event = self->facts->events->pdata[i];
      g_autofree char *moment = relance_words_moment_alone (event->at, self->facts->today);

      add_row (self, self->history, event->text, moment);
    }
}

static void
show_state (RelanceInvoicePage *self)
{
  RelanceInvoice *invoice = self->facts->invoice;
  g_autofree char *balance = relance_words_amount (invoice->balance, invoice->currency);
  g_autofree char *words = relance_invoice_state_words (invoice, self->facts->today);
  /* Translators: %s is the amount that remains due on an invoice. */
  g_autofree char *left = g_strdup_printf (_ ("%s due"), balance);
  const char *classes[] = { "heading", relance_invoice_state_style (invoice), NULL };

  gtk_label_set_label (self->balance, invoice->balance > 0 ? left : _ ("Paid in Full"));
  gtk_label_set_label (self->state, words);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->state), invoice->balance > 0);
  gtk_widget_set_visible (self->record, invoice->balance > 0);
}

static void
show_facts (RelanceInvoicePage *self)
{
  RelanceInvoice *invoice = self->facts->invoice;
  g_autofree char *issued = relance_words_date (invoice->issued);
  g_autofree char *due = relance_words_date (invoice->due);
  g_autofree char *total = relance_words_amount (invoice->total, invoice->currency);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), invoice->number);
  adw_action_row_set_subtitle (self->client, invoice->client_name);
  adw_action_row_set_subtitle (self->label, invoice->label ? invoice->label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->label), invoice->label != NULL);
  adw_action_row_set_subtitle (self->issued, issued);
  adw_action_row_set_subtitle (self->due, due);
  adw_action_row_set_subtitle (self->total, total);
  show_state (self);
  show_instalments (self);
  show_payments (self);
  show_history (self);
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
  else if (window != NULL)
    relance_window_tell_undo (window, text, deed->change);
}

static void
payment_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceInvoicePage) self = user_data;

  if (self->desk != NULL)
    tell_done (self, result, _ ("Payment removed"));
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
remove_payment_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);

  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_invoice_work_remove_payment,
                          g_memdup2 (&id, sizeof id), g_free, g_free, NULL, payment_removed_cb,
                          g_object_ref (self));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (widget);

  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_invoice_work_remove,
                          g_memdup2 (&self->invoice_id, sizeof self->invoice_id), g_free, g_free,
                          NULL, removed_cb, g_object_ref (self));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (widget);

  if (self->facts != NULL)
    adw_dialog_present (relance_invoice_editor_new (self->desk, self->facts->invoice), widget);
}

static void
record_payment_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicePage *self = RELANCE_INVOICE_PAGE (widget);

  if (self->facts != NULL)
    adw_dialog_present (relance_payment_dialog_new (self->desk, self->facts->invoice), widget);
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
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (relance_invoice_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-invoice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, content);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, balance);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, state);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, record);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, client);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, label);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, issued);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, due);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, total);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, instalments);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, payments);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePage, history);
  gtk_widget_class_bind_template_callback (widget_class, client_activated_cb);
}

static void
relance_invoice_page_class_init (RelanceInvoicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_invoice_page_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "invoice.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "invoice.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "invoice.record-payment", NULL,
                                   record_payment_action);
  gtk_widget_class_install_action (widget_class, "invoice.remove-payment", "x",
                                   remove_payment_action);
}

static void
relance_invoice_page_init (RelanceInvoicePage *self)
{
  self->rows = g_ptr_array_new ();
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
