/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-invoice-picker.h"

#include "relance-invoice-chip.h"

#include <glib/gi18n.h>

struct _RelanceInvoicePicker
{
  GtkBox parent_instance;

  GtkCheckButton *all;
  GtkListView *list;

  GListModel *choices;
  gboolean updating; /* the box is set by the program, not by the user */
};

G_DEFINE_FINAL_TYPE (RelanceInvoicePicker, relance_invoice_picker, GTK_TYPE_BOX)

enum
{
  SIGNAL_ALL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
all_toggled_cb (RelanceInvoicePicker *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_ALL_CHOSEN], 0, gtk_check_button_get_active (self->all));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, relance_invoice_chip_new ());
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_focusable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  relance_invoice_chip_set_choice (RELANCE_INVOICE_CHIP (gtk_list_item_get_child (item)),
                                   gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  relance_invoice_chip_set_choice (RELANCE_INVOICE_CHIP (gtk_list_item_get_child (item)), NULL);
}

static void
relance_invoice_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_INVOICE_PICKER);
  g_clear_object (&RELANCE_INVOICE_PICKER (object)->choices);

  G_OBJECT_CLASS (relance_invoice_picker_parent_class)->dispose (object);
}

static void
relance_invoice_picker_class_init (RelanceInvoicePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_invoice_picker_dispose;

  signals[SIGNAL_ALL_CHOSEN] = g_signal_new ("all-chosen", RELANCE_TYPE_INVOICE_PICKER,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                             G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-invoice-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePicker, all);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicePicker, list);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static void
relance_invoice_picker_init (RelanceInvoicePicker *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

/* @choices: (element-type RelanceInvoiceChoice): the oldest first */
void
relance_invoice_picker_set_choices (RelanceInvoicePicker *self, GListModel *choices)
{
  GtkNoSelection *model;

  g_set_object (&self->choices, choices);
  model = gtk_no_selection_new (g_object_ref (choices));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  g_object_unref (model);
  relance_invoice_picker_update (self);
}

/* Says how many are included, after any of them was changed. */
void
relance_invoice_picker_update (RelanceInvoicePicker *self)
{
  guint total = g_list_model_get_n_items (self->choices);
  guint count = relance_invoice_choices_count (self->choices);
  g_autofree char *label = NULL;

  /* Translators: how many of the invoices of a client a letter speaks of, and how many there are. */
  label = g_strdup_printf (ngettext ("%1$u of %2$u invoices in this letter",
                                     "%1$u of %2$u invoices in this letter", count),
                           count, total);
  gtk_check_button_set_label (self->all, label);

  self->updating = TRUE;
  gtk_check_button_set_inconsistent (self->all, count > 0 && count < total);
  gtk_check_button_set_active (self->all, count == total);
  self->updating = FALSE;
}
