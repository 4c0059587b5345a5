/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-as-of-button.h"

#include "relance-typed-date.h"

#include <glib/gi18n.h>

struct _RelanceAsOfButton
{
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkListBox *choices;
  AdwActionRow *today_row;
  AdwActionRow *month_row;
  AdwActionRow *year_row;
  GtkCalendar *calendar;
  GtkEntry *entry;

  RelanceDate today; /* RELANCE_DATE_NONE until it is told */
  RelanceDate day; /* the one that was chosen, or RELANCE_DATE_NONE for today, whichever that is */
  gboolean following; /* the calendar is set by the program, not by the user */
};

G_DEFINE_FINAL_TYPE (RelanceAsOfButton, relance_as_of_button, ADW_TYPE_BIN)

enum
{
  DAY_CHANGED,
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
  gtk_popover_popdown (self->popover);
  if (day == self->day)
    return;
  self->day = day;
  show_day (self);
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

static void
name_choice (AdwActionRow *row, RelanceDate day)
{
  g_autofree char *date = relance_date_format (day, NULL);

  adw_action_row_set_subtitle (row, date);
}

static void
show_in_calendar (RelanceAsOfButton *self, RelanceDate date)
{
  g_autoptr (GDateTime) shown = NULL;
  int year, month, day;

  relance_date_get_ymd (date, &year, &month, &day);
  shown = g_date_time_new_local (year, month, day, 12, 0, 0);
  self->following = TRUE;
  gtk_calendar_select_day (self->calendar, shown);
  self->following = FALSE;
}

static void
popover_shown_cb (RelanceAsOfButton *self)
{
  if (self->today == RELANCE_DATE_NONE)
    return;
  name_choice (self->today_row, self->today);
  name_choice (self->month_row, get_last_month_end (self->today));
  name_choice (self->year_row, get_last_year_end (self->today));
  show_in_calendar (self, self->day == RELANCE_DATE_NONE ? self->today : self->day);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
row_activated_cb (RelanceAsOfButton *self, AdwActionRow *row)
{
  if (row == self->month_row)
    choose (self, get_last_month_end (self->today));
  else if (row == self->year_row)
    choose (self, get_last_year_end (self->today));
  else
    choose (self, self->today);
}

static void
day_selected_cb (RelanceAsOfButton *self)
{
  g_autoptr (GDateTime) chosen = gtk_calendar_get_date (self->calendar);

  if (!self->following)
    choose (self, relance_date_new (g_date_time_get_year (chosen), g_date_time_get_month (chosen),
                                    g_date_time_get_day_of_month (chosen)));
}

static void
entry_activated_cb (RelanceAsOfButton *self)
{
  RelanceTypedDateContext context = { .today = self->today, .base = self->today };
  RelanceDate day =
    relance_typed_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &context);

  if (day != RELANCE_DATE_NONE)
    {
      choose (self, day);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
entry_changed_cb (RelanceAsOfButton *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
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
  gtk_widget_class_bind_template_child (widget_class, RelanceAsOfButton, popover);
  gtk_widget_class_bind_template_child (widget_class, RelanceAsOfButton, choices);
  gtk_widget_class_bind_template_child (widget_class, RelanceAsOfButton, today_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceAsOfButton, month_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceAsOfButton, year_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceAsOfButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, RelanceAsOfButton, entry);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
}

static void
relance_as_of_button_init (RelanceAsOfButton *self)
{
  self->today = RELANCE_DATE_NONE;
  self->day = RELANCE_DATE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
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
