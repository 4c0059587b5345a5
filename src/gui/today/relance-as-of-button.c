/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-as-of-button.h"

#include "today/relance-as-of-popover.h"

#include <glib/gi18n.h>

struct _RelanceAsOfButton
{
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;

  RelanceDate today; /* RELANCE_DATE_NONE until it is told */
  RelanceDate day; /* the one that was chosen, or RELANCE_DATE_NONE for today, whichever that is */
};

G_DEFINE_FINAL_TYPE (RelanceAsOfButton, relance_as_of_button, ADW_TYPE_BIN)

enum
{
  DAY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
describe_day (RelanceAsOfButton *self)
{
  g_autofree char *date = NULL;

  if (self->day == RELANCE_DATE_NONE)
    return g_strdup (_ ("As of today"));
  date = relance_date_format_short (self->day, NULL);
  /* Translators: %s is a date: the figures are those of that day. */
  return g_strdup_printf (_ ("As of %s"), date);
}

static void
show_day (RelanceAsOfButton *self)
{
  g_autofree char *text = describe_day (self);

  gtk_menu_button_set_label (self->button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

/* Today is whatever day that will be; any other one stays. */
static void
choose (RelanceAsOfButton *self, RelanceDate day)
{
  if (day == self->today)
    day = RELANCE_DATE_NONE;
  if (day == self->day)
    return;
  self->day = day;
  show_day (self);
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

static void
day_chosen_cb (RelanceAsOfButton *self, RelanceDate day)
{
  choose (self, day);
}

/* Called before each time that it pops up. It is made once somebody wants it. */
static void
prepare_popover_cb (GtkMenuButton *button, gpointer data)
{
  RelanceAsOfButton *self = data;
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover == NULL)
    {
      popover = GTK_POPOVER (relance_as_of_popover_new ());
      g_signal_connect_object (popover, "day-chosen", G_CALLBACK (day_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, GTK_WIDGET (popover));
    }
  if (self->today != RELANCE_DATE_NONE)
    relance_as_of_popover_show (RELANCE_AS_OF_POPOVER (popover), self->today,
                                self->day == RELANCE_DATE_NONE ? self->today : self->day);
}

static void
relance_as_of_button_dispose (GObject *object)
{
  /* A bin lets go of its child itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_AS_OF_BUTTON);
  G_OBJECT_CLASS (relance_as_of_button_parent_class)->dispose (object);
}

static void
relance_as_of_button_class_init (RelanceAsOfButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_as_of_button_dispose;
  signals[DAY_CHANGED] = g_signal_new ("day-changed", RELANCE_TYPE_AS_OF_BUTTON, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-as-of-button.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceAsOfButton, button);
}

static void
relance_as_of_button_init (RelanceAsOfButton *self)
{
  self->today = RELANCE_DATE_NONE;
  self->day = RELANCE_DATE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, prepare_popover_cb, self, NULL);
  show_day (self);
}

/* Nothing can be chosen before it is told. */
void
relance_as_of_button_set_today (RelanceAsOfButton *self, RelanceDate today)
{
  g_return_if_fail (RELANCE_IS_AS_OF_BUTTON (self));

  self->today = today;
}

/* RELANCE_DATE_NONE for today. */
RelanceDate
relance_as_of_button_get_day (RelanceAsOfButton *self)
{
  g_return_val_if_fail (RELANCE_IS_AS_OF_BUTTON (self), RELANCE_DATE_NONE);

  return self->day;
}

void
relance_as_of_button_go_back (RelanceAsOfButton *self)
{
  g_return_if_fail (RELANCE_IS_AS_OF_BUTTON (self));

  choose (self, self->today);
}

void
relance_as_of_button_open (RelanceAsOfButton *self)
{
  g_return_if_fail (RELANCE_IS_AS_OF_BUTTON (self));

  gtk_menu_button_popup (self->button);
}
