/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-due-row.h"

#include "relance-wording.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceDueRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  GtkLabel *amount;
  GtkLabel *detail;

  RelanceDue *due;
};

G_DEFINE_FINAL_TYPE (RelanceDueRow, relance_due_row, GTK_TYPE_LIST_BOX_ROW)

static char *
describe_due (RelanceDue *due)
{
  g_autofree char *late = NULL;
  int days_late = 0;

  if (due->blocked != NULL)
    return g_strdup (due->blocked);

  for (guint i = 0; i < due->invoices->len; i++)
    days_late = MAX (days_late, ((RelanceInvoice *) due->invoices->pdata[i])->days_late);

  late = relance_words_days_late (days_late);
  /* Translators: the first %s is a stage (“First reminder”), the second how late (“6 days late”). */
  return g_strdup_printf (C_ ("queue", "%1$s · %2$s"), relance_wording_stage (due->stage), late);
}

static void
show_due (RelanceDueRow *self)
{
  g_autofree char *amount = relance_words_balances (self->due->invoices);
  g_autofree char *detail = describe_due (self->due);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", self->due->client->name, amount, detail);

  gtk_label_set_label (self->name, self->due->client->name);
  gtk_label_set_label (self->amount, amount);
  gtk_label_set_label (self->detail, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
relance_due_row_dispose (GObject *object)
{
  RelanceDueRow *self = RELANCE_DUE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_DUE_ROW);
  g_clear_object (&self->due);

  G_OBJECT_CLASS (relance_due_row_parent_class)->dispose (object);
}

static void
relance_due_row_class_init (RelanceDueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_due_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-due-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceDueRow, name);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueRow, amount);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueRow, detail);
}

static void
relance_due_row_init (RelanceDueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
relance_due_row_new (RelanceDue *due)
{
  RelanceDueRow *self = g_object_new (RELANCE_TYPE_DUE_ROW, NULL);

  self->due = g_object_ref (due);
  show_due (self);
  return GTK_WIDGET (self);
}

RelanceDue *
relance_due_row_get_due (RelanceDueRow *self)
{
  return self->due;
}
