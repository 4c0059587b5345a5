/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-later-popover.h"

#include "widgets/relance-day-picker.h"

struct _RelanceLaterPopover
{
  GtkPopover parent_instance;

  GtkListBox *choices;
  AdwActionRow *tomorrow_row;
  AdwActionRow *week_row;
  RelanceDayPicker *picker;

  RelanceDate today;
};

G_DEFINE_FINAL_TYPE (RelanceLaterPopover, relance_later_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_DAY_CHOSEN,
  SIGNAL_PAUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static RelanceDate
get_next_monday (RelanceDate today)
{
  return today + 8 - relance_date_get_weekday (today);
}

static void
choose (RelanceLaterPopover *self, RelanceDate day)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_DAY_CHOSEN], 0, day);
}

static void
name_choice (AdwActionRow *row, RelanceDate day)
{
  g_autofree char *date = relance_date_format (day, NULL);

  adw_action_row_set_subtitle (row, date);
}

static void
row_activated_cb (RelanceLaterPopover *self, AdwActionRow *row)
{
  choose (self, row == self->tomorrow_row ? self->today + 1 : get_next_monday (self->today));
}

static void
day_chosen_cb (RelanceLaterPopover *self, int day)
{
  choose (self, day);
}

static void
pause_clicked_cb (RelanceLaterPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_PAUSED], 0);
}

static void
relance_later_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_LATER_POPOVER);

  G_OBJECT_CLASS (relance_later_popover_parent_class)->dispose (object);
}

static void
relance_later_popover_class_init (RelanceLaterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_later_popover_dispose;

  signals[SIGNAL_DAY_CHOSEN] = g_signal_new ("day-chosen", RELANCE_TYPE_LATER_POPOVER,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                             G_TYPE_INT);
  signals[SIGNAL_PAUSED] = g_signal_new ("paused", RELANCE_TYPE_LATER_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-later-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceLaterPopover, choices);
  gtk_widget_class_bind_template_child (widget_class, RelanceLaterPopover, tomorrow_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceLaterPopover, week_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceLaterPopover, picker);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, pause_clicked_cb);
}

static void
relance_later_popover_init (RelanceLaterPopover *self)
{
  g_type_ensure (RELANCE_TYPE_DAY_PICKER);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* To be called each time before it pops up. */
void
relance_later_popover_set_today (RelanceLaterPopover *self, RelanceDate today)
{
  self->today = today;
  name_choice (self->tomorrow_row, today + 1);
  name_choice (self->week_row, get_next_monday (today));
  relance_day_picker_show (self->picker, today, today + 1);
}
