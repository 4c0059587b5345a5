/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-invoice-chip.h"

#include "relance-window.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceInvoiceChip
{
  GtkBox parent_instance;

  GtkWidget *check;
  GtkWidget *button;

  GBindingGroup *bindings;
};

G_DEFINE_FINAL_TYPE (RelanceInvoiceChip, relance_invoice_chip, GTK_TYPE_BOX)

static char *
describe (RelanceInvoice *invoice)
{
  g_autofree char *amount = relance_words_amount_short (invoice->balance, invoice->currency);
  g_autofree char *late = relance_words_days_late (invoice->days_late);

  /* Translators: an invoice number, an amount, and how late it is. */
  return g_strdup_printf (C_ ("invoice", "%1$s · %2$s · %3$s"), invoice->number, amount, late);
}

static void
button_clicked_cb (RelanceInvoiceChip *self)
{
  g_autoptr (RelanceInvoiceChoice) choice = g_binding_group_dup_source (self->bindings);

  relance_window_show_invoice (relance_window_of (GTK_WIDGET (self)),
                               relance_invoice_choice_get_invoice (choice)->id);
}

static void
relance_invoice_chip_finalize (GObject *object)
{
  g_object_unref (RELANCE_INVOICE_CHIP (object)->bindings);

  G_OBJECT_CLASS (relance_invoice_chip_parent_class)->finalize (object);
}

static void
relance_invoice_chip_class_init (RelanceInvoiceChipClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_invoice_chip_finalize;
}

static void
relance_invoice_chip_init (RelanceInvoiceChip *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 3);

  self->check = gtk_check_button_new ();
  gtk_widget_set_tooltip_text (self->check, _ ("In This Letter"));
  gtk_box_append (GTK_BOX (self), self->check);

  self->button = gtk_button_new ();
  gtk_widget_set_tooltip_text (self->button, _ ("Show the Invoice"));
  gtk_widget_add_css_class (self->button, "chip");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (button_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->button);

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "included", self->check, "active",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_binding_group_bind (self->bindings, "free", self->check, "sensitive", G_BINDING_SYNC_CREATE);
}

GtkWidget *
relance_invoice_chip_new (void)
{
  return g_object_new (RELANCE_TYPE_INVOICE_CHIP, NULL);
}

/* @choice: (nullable): NULL where the chip waits for another one */
void
relance_invoice_chip_set_choice (RelanceInvoiceChip *self, RelanceInvoiceChoice *choice)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_binding_group_set_source (self->bindings, choice);
  if (choice == NULL)
    return;

  text = describe (relance_invoice_choice_get_invoice (choice));
  gtk_button_set_label (GTK_BUTTON (self->button), text);
  /* Translators: of a check box; %s is the number of an invoice. */
  name =
    g_strdup_printf (_ ("%s in this letter"), relance_invoice_choice_get_invoice (choice)->number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* Of one invoice there is nothing to choose. */
void
relance_invoice_chip_hide_check (RelanceInvoiceChip *self)
{
  gtk_widget_set_visible (self->check, FALSE);
}
