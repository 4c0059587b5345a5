/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-waiting-page.h"

#include "invoices/relance-document-work.h"
#include "invoices/relance-give-dialog.h"
#include "invoices/relance-invoice-documents.h"
#include "invoices/relance-invoice-editor.h"
#include "widgets/relance-row-group.h"
#include "window/relance-window.h"

#include <glib/gi18n.h>

struct _RelanceWaitingPage
{
  AdwNavigationPage parent_instance;

  /* Template */
  GtkStack *stack;
  RelanceRowGroup *documents;

  /* Owned */
  RelanceDesk *desk;
  GCancellable *loading;
  GPtrArray *list; /* of RelanceDocument, or NULL */
};

G_DEFINE_FINAL_TYPE (RelanceWaitingPage, relance_waiting_page, ADW_TYPE_NAVIGATION_PAGE)

/* The document that is to be typed once the list is known. */
typedef struct
{
  GtkWidget *widget;
  char *name;
} Errand;

static void
errand_free (Errand *self)
{
  g_object_unref (self->widget);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static const RelanceDocument *
find_document (RelanceWaitingPage *self, gint64 id)
{
  for (guint i = 0; self->list != NULL && i < self->list->len; i++)
    {
      const RelanceDocument *document = self->list->pdata[i];

      if (document->id == id)
        return document;
    }
  return NULL;
}

static void
add_menu (AdwActionRow *row, gint64 id)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { NC_ ("document", "_Open"), "waiting.open" },
    { NC_ ("document", "_Keep With an Invoice…"), "waiting.give" },
    { NC_ ("document", "_Save As…"), "waiting.save" },
    { NC_ ("document", "_Remove"), "waiting.remove" },
  };
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem)
        item = g_menu_item_new (g_dpgettext2 (NULL, "document", items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "x", id);
      g_menu_append_item (menu, item);
    }
  relance_row_group_add_menu (row, menu, _ ("What Can Be Done"));
}

static void
add_row (RelanceWaitingPage *self, const RelanceDocument *document)
{
  g_autofree char *size = g_format_size ((guint64) document->size);
  AdwActionRow *row = relance_row_group_add (self->documents, document->name, size);
  GtkWidget *button = gtk_button_new_with_mnemonic (C_ ("document", "_Type the Invoice…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", document->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "waiting.type");
  adw_action_row_add_suffix (row, button);
  add_menu (row, document->id);
}

static void
show_documents (RelanceWaitingPage *self)
{
  relance_row_group_begin (self->documents);
  for (guint i = 0; i < self->list->len; i++)
    add_row (self, self->list->pdata[i]);
  relance_row_group_end (self->documents);
  gtk_stack_set_visible_child_name (self->stack, self->list->len > 0 ? "list" : "nothing");
}

static void
tell_error (GtkWidget *widget, const GError *error)
{
  RelanceWindow *window = relance_window_of (widget);

  if (window != NULL)
    relance_window_tell_error (window, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  RelanceWaitingPage *self;
  g_autoptr (GError) error = NULL;
  GPtrArray *list = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = RELANCE_WAITING_PAGE (user_data);
  if (list == NULL)
    {
      tell_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->list = list;
  show_documents (self);
}

static void
refresh (RelanceWaitingPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_document_work_list_waiting, NULL,
                          NULL, (GDestroyNotify) g_ptr_array_unref, self->loading, loaded_cb, self);
}

static void
document_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceWaitingPage *self = RELANCE_WAITING_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  const RelanceDocument *document = find_document (self, id);

  if (document == NULL)
    return;
  if (g_str_equal (name, "waiting.type"))
    adw_dialog_present (relance_invoice_editor_new_from_document (self->desk, document), widget);
  else if (g_str_equal (name, "waiting.give"))
    adw_dialog_present (relance_give_dialog_new (self->desk, document), widget);
  else if (g_str_equal (name, "waiting.open"))
    relance_invoice_documents_open (widget, self->desk, self->list, id);
  else if (g_str_equal (name, "waiting.save"))
    relance_invoice_documents_save (widget, self->desk, self->list, id);
  else
    relance_invoice_documents_remove (widget, self->desk, id);
}

static void
relance_waiting_page_dispose (GObject *object)
{
  RelanceWaitingPage *self = RELANCE_WAITING_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_WAITING_PAGE);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  G_OBJECT_CLASS (relance_waiting_page_parent_class)->dispose (object);
}

static void
relance_waiting_page_class_init (RelanceWaitingPageClass *klass)
{
  static const char *const actions[] = { "waiting.type", "waiting.give", "waiting.open",
                                         "waiting.save", "waiting.remove" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_waiting_page_dispose;
  g_type_ensure (RELANCE_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-waiting-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceWaitingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceWaitingPage, documents);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], "x", document_action);
}

static void
relance_waiting_page_init (RelanceWaitingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
relance_waiting_page_new (RelanceDesk *desk)
{
  RelanceWaitingPage *self;

  g_return_val_if_fail (RELANCE_IS_DESK (desk), NULL);

  self = g_object_new (RELANCE_TYPE_WAITING_PAGE, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}

/* The last one of that name came last. */
static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (list == NULL)
    tell_error (errand->widget, error);
  for (guint i = list != NULL ? list->len : 0; i > 0; i--)
    {
      const RelanceDocument *document = list->pdata[i - 1];

      if (!g_str_equal (document->name, errand->name))
        continue;
      adw_dialog_present (
        relance_invoice_editor_new_from_document (RELANCE_DESK (source), document), errand->widget);
      return;
    }
}

/**
 * relance_waiting_page_type:
 * @widget: over which to ask
 * @name: of a document that has just come to wait
 *
 * Asks for the invoice that is to be typed from it.
 */
void
relance_waiting_page_type (GtkWidget *widget, RelanceDesk *desk, const char *name)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->widget = g_object_ref (widget);
  errand->name = g_strdup (name);
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, relance_document_work_list_waiting, NULL, NULL,
                          (GDestroyNotify) g_ptr_array_unref, NULL, found_cb, errand);
}
