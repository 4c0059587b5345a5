/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-row.h"

#include "relance-wording.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceClientRow
{
  GtkBox parent_instance;

  GtkLabel *name;
  GtkLabel *owed;
  GtkLabel *tone;
  GtkLabel *late;
};

G_DEFINE_FINAL_TYPE (RelanceClientRow, relance_client_row, GTK_TYPE_BOX)

static void
relance_client_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_CLIENT_ROW);

  G_OBJECT_CLASS (relance_client_row_parent_class)->dispose (object);
}

static void
relance_client_row_class_init (RelanceClientRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_client_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-client-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceClientRow, name);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientRow, owed);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientRow, tone);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientRow, late);
}

static void
relance_client_row_init (RelanceClientRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
relance_client_row_new (void)
{
  return g_object_new (RELANCE_TYPE_CLIENT_ROW, NULL);
}

void
relance_client_row_show (RelanceClientRow *self, RelanceClient *client)
{
  g_autofree char *owed = relance_words_owed (client);
  g_autofree char *overdue = relance_words_overdue (client);
  g_autofree char *late = NULL;

  if (*overdue != '\0')
    {
      /* Translators: %s is an amount, or several in different currencies. */
      late = g_strdup_printf (_ ("%s late"), overdue);
    }

  gtk_label_set_label (self->name, client->name);
  gtk_label_set_label (self->tone, relance_wording_tone (client->tone));
  gtk_label_set_label (self->owed, owed);
  gtk_label_set_label (self->late, late != NULL ? late : "");
}
