/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-due-facts.h"

#include "relance-window.h"
#include "relance-wording.h"
#include "relance-words.h"

#include <glib/gi18n.h>

/* More chips than this would push the letter off the screen. */
#define MAX_CHIPS 6

struct _RelanceDueFacts
{
  GtkBox parent_instance;

  AdwWrapBox *chips;
  GtkLabel *why;
  GtkLabel *contact;
};

G_DEFINE_FINAL_TYPE (RelanceDueFacts, relance_due_facts, GTK_TYPE_BOX)

static void
chip_clicked_cb (GtkButton *chip, gpointer invoice)
{
  relance_window_show_invoice (relance_window_of (GTK_WIDGET (chip)),
                               ((RelanceInvoice *) invoice)->id);
}

static void
more_clicked_cb (GtkButton *chip, gpointer due)
{
  relance_window_show_client (relance_window_of (GTK_WIDGET (chip)),
                              ((RelanceDue *) due)->client->id);
}

static GtkWidget *
create_chip (RelanceInvoice *invoice)
{
  g_autofree char *amount = relance_words_amount_short (invoice->balance, invoice->currency);
  g_autofree char *late = relance_words_days_late (invoice->days_late);
  g_autofree char *text = NULL;
  GtkWidget *chip = NULL;

  /* Translators: an invoice number, an amount, and how late it is. */
  text = g_strdup_printf (C_ ("invoice", "%1$s · %2$s · %3$s"), invoice->number, amount, late);
  chip = gtk_button_new_with_label (text);
  gtk_widget_set_tooltip_text (chip, _ ("Show the Invoice"));
  gtk_widget_add_css_class (chip, "chip");
  g_signal_connect_data (chip, "clicked", G_CALLBACK (chip_clicked_cb), g_object_ref (invoice),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return chip;
}

static GtkWidget *
create_more_chip (RelanceDue *due, int count)
{
  g_autofree char *text = NULL;
  GtkWidget *chip = NULL;

  /* Translators: %d is how many more invoices there are than those shown. */
  text = g_strdup_printf (ngettext ("and %d more", "and %d more", count), count);
  chip = gtk_button_new_with_label (text);
  gtk_widget_set_tooltip_text (chip, _ ("Show the Client"));
  gtk_widget_add_css_class (chip, "chip");
  g_signal_connect_data (chip, "clicked", G_CALLBACK (more_clicked_cb), g_object_ref (due),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return chip;
}

static void
show_chips (RelanceDueFacts *self, RelanceDue *due)
{
  guint shown = due->invoices->len > MAX_CHIPS ? MAX_CHIPS - 1 : due->invoices->len;
  GtkWidget *chip = NULL;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, chip);

  for (guint i = 0; i < shown; i++)
    adw_wrap_box_append (self->chips, create_chip (due->invoices->pdata[i]));
  if (shown < due->invoices->len)
    adw_wrap_box_append (self->chips, create_more_chip (due, due->invoices->len - shown));
}

static char *
describe_contact (RelanceDue *due)
{
  g_autofree char *day = relance_words_day (due->last_contact);

  if (due->last_stage == 0)
    {
      /* Translators: %s is a date. */
      return g_strdup_printf (_ ("Last contact on %s"), day);
    }

  /* Translators: the first %s is a date, the second a stage (“First reminder”). */
  return g_strdup_printf (_ ("Last contact on %1$s: %2$s"), day,
                          relance_wording_stage (due->last_stage));
}

static void
relance_due_facts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_DUE_FACTS);

  G_OBJECT_CLASS (relance_due_facts_parent_class)->dispose (object);
}

static void
relance_due_facts_class_init (RelanceDueFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_due_facts_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-due-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceDueFacts, chips);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueFacts, why);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueFacts, contact);
}

static void
relance_due_facts_init (RelanceDueFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
relance_due_facts_show (RelanceDueFacts *self, RelanceDue *due)
{
  g_autofree char *contact = due->last_contact != 0 ? describe_contact (due) : NULL;

  show_chips (self, due);
  gtk_label_set_label (self->why, due->why != NULL ? due->why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), due->why != NULL && *due->why != '\0');
  gtk_label_set_label (self->contact, contact != NULL ? contact : "");
  gtk_widget_set_visible (GTK_WIDGET (self->contact), contact != NULL);
}
