/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-as-of-popover.h"

#include "widgets/relance-day-picker.h"

struct _RelanceAsOfPopover
{
  GtkPopover parent_instance;

  /* Template */
  GtkListBox *choices;
  AdwActionRow *today_row;
  AdwActionRow *month_row;
  AdwActionRow *year_row;
  RelanceDayPicker *picker;

  RelanceDate today;
};

G_DEFINE_FINAL_TYPE (RelanceAsOfPopover, relance_as_of_popover, GTK_TYPE_POPOVER)

enum
{
  DAY_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static RelanceDate
get_last_month_end (RelanceDate today)
{
  int year, month, day;

  relance_date_get_ymd (today, &year, &month, &day);
  return today - day;
}

static RelanceDate
get_last_year_end (RelanceDate today)
{
  int year, month, day;

  relance_date_get_ymd (today, &year, &month, &day);
  return relance_date_new (year, 1, 1) - 1;
}

static void
choose (RelanceAsOfPopover *self, RelanceDate day)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[DAY_CHOSEN], 0, day);
}

static void
name_choice (AdwActionRow *row, RelanceDate day)
{
  g_autofree char *date = relance_date_format (day, NULL);

  adw_action_row_set_subtitle (row, date);
}

static void
row_activated_cb (RelanceAsOfPopover *self, AdwActionRow *row)
{
  if (row == self->month_row)
    choose (self, get_last_month_end (self->today));
  else if (row == self->year_row)
    choose (self, get_last_year_end (self->today));
  else
    choose (self, self->today);
}

static void
day_chosen_cb (RelanceAsOfPopover *self, int day)
{
  choose (self, day);
}

static void
relance_as_of_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_AS_OF_POPOVER);
  G_OBJECT_CLASS (relance_as_of_popover_parent_class)->dispose (object);
}

static void
relance_as_of_popover_class_init (RelanceAsOfPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_as_of_popover_dispose;
  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", RELANCE_TYPE_AS_OF_POPOVER, G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-as-of-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceAsOfPopover, choices);
  gtk_widget_class_bind_template_child (widget_class, RelanceAsOfPopover, today_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceAsOfPopover, month_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceAsOfPopover, year_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceAsOfPopover, picker);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
}

static void
relance_as_of_popover_init (RelanceAsOfPopover *self)
{
  g_type_ensure (RELANCE_TYPE_DAY_PICKER);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
relance_as_of_popover_new (void)
{
  return g_object_new (RELANCE_TYPE_AS_OF_POPOVER, NULL);
}

/**
 * relance_as_of_popover_show:
 * @today: what the choices are reckoned from
 * @day: the one whose figures are shown now
 *
 * To be called each time before it pops up.
 */
void
relance_as_of_popover_show (RelanceAsOfPopover *self, RelanceDate today, RelanceDate day)
{
  g_return_if_fail (RELANCE_IS_AS_OF_POPOVER (self));

  self->today = today;
  name_choice (self->today_row, today);
  name_choice (self->month_row, get_last_month_end (today));
  name_choice (self->year_row, get_last_year_end (today));
  relance_day_picker_show (self->picker, today, day);
}
