/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-due-row.h"

#include "relance-wording.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceDueRow
{
  GtkBox parent_instance;

  GtkLabel *name;
  GtkLabel *amount;
  GtkLabel *detail;
};

G_DEFINE_FINAL_TYPE (RelanceDueRow, relance_due_row, GTK_TYPE_BOX)

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
relance_due_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_DUE_ROW);

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
relance_due_row_new (void)
{
  return g_object_new (RELANCE_TYPE_DUE_ROW, NULL);
}

void
relance_due_row_show (RelanceDueRow *self, RelanceDue *due)
{
  g_autofree char *amount = relance_words_balances (due->invoices);
  g_autofree char *detail = describe_due (due);

  gtk_label_set_label (self->name, due->client->name);
  gtk_label_set_label (self->amount, amount);
  gtk_label_set_label (self->detail, detail);
}

/* Returns: (transfer full): what a screen reader says of it */
char *
relance_due_row_dup_spoken (RelanceDueRow *self)
{
  return g_strdup_printf ("%s, %s, %s", gtk_label_get_label (self->name),
                          gtk_label_get_label (self->amount), gtk_label_get_label (self->detail));
}
