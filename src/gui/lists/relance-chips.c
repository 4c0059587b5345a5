/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lists/relance-chips.h"

#include <glib/gi18n.h>

static void
clicked_cb (GtkWidget *button, const RelanceChips *chips)
{
  chips->removed (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "relance-chip")),
                  chips->user_data);
}

/* Before the filters are added that there are now; without any the box hides. */
void
relance_chips_clear (const RelanceChips *self)
{
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, old);
  gtk_widget_set_visible (GTK_WIDGET (self->box), FALSE);
}

void
relance_chips_add (const RelanceChips *self, int chip, const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *cross = g_object_new (GTK_TYPE_IMAGE, "icon-name", "window-close-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), cross);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, _ ("Take This Filter Away"));
  g_object_set_data (G_OBJECT (button), "relance-chip", GINT_TO_POINTER (chip));
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), g_memdup2 (self, sizeof *self),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  adw_wrap_box_append (self->box, button);
  gtk_widget_set_visible (GTK_WIDGET (self->box), TRUE);
}

/* relance_chips_add() that takes @text. */
void
relance_chips_take (const RelanceChips *self, int chip, char *text)
{
  relance_chips_add (self, chip, text);
  g_free (text);
}
