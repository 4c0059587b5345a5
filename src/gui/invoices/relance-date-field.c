/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-date-field.h"

#include "relance-typed-date.h"

struct _RelanceDateField
{
  AdwEntryRow parent_instance;

  GtkPopover *popover;
  GtkCalendar *calendar;

  RelanceTypedDateContext context;
  gboolean following; /* the calendar follows the text, not the reverse */
};

G_DEFINE_FINAL_TYPE (RelanceDateField, relance_date_field, ADW_TYPE_ENTRY_ROW)

static void
popover_shown_cb (RelanceDateField *self)
{
  RelanceDate date = relance_date_field_get_date (self);
  g_autoptr (GDateTime) shown = NULL;
  int year, month, day;

  relance_date_get_ymd (date == RELANCE_DATE_NONE ? self->context.base : date, &year, &month, &day);
  shown = g_date_time_new_local (year, month, day, 12, 0, 0);
  self->following = TRUE;
  gtk_calendar_select_day (self->calendar, shown);
  self->following = FALSE;
}

static void
day_selected_cb (RelanceDateField *self)
{
  g_autoptr (GDateTime) chosen = gtk_calendar_get_date (self->calendar);

  if (self->following)
    return;
  relance_date_field_set_date (self, relance_date_new (g_date_time_get_year (chosen),
                                                       g_date_time_get_month (chosen),
                                                       g_date_time_get_day_of_month (chosen)));
  gtk_popover_popdown (self->popover);
}

/* What was understood is shown in full as soon as the row is left. */
static void
focus_left_cb (RelanceDateField *self)
{
  RelanceDate date = relance_date_field_get_date (self);

  if (date != RELANCE_DATE_NONE)
    relance_date_field_set_date (self, date);
}

static void
relance_date_field_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_DATE_FIELD);
  G_OBJECT_CLASS (relance_date_field_parent_class)->dispose (object);
}

static void
relance_date_field_class_init (RelanceDateFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_date_field_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-date-field.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceDateField, popover);
  gtk_widget_class_bind_template_child (widget_class, RelanceDateField, calendar);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
relance_date_field_init (RelanceDateField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

void
relance_date_field_set_date (RelanceDateField *self, RelanceDate date)
{
  g_autofree char *text = NULL;

  g_return_if_fail (RELANCE_IS_DATE_FIELD (self));

  text = date == RELANCE_DATE_NONE ? g_strdup ("") : relance_date_format_short (date, NULL);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

/* RELANCE_DATE_NONE when what was typed is no date. */
RelanceDate
relance_date_field_get_date (RelanceDateField *self)
{
  g_return_val_if_fail (RELANCE_IS_DATE_FIELD (self), RELANCE_DATE_NONE);

  return relance_typed_date_parse (gtk_editable_get_text (GTK_EDITABLE (self)), &self->context);
}

/* @today: what is typed is understood from it, and from another base once one is set.
 * @ahead: whether the date lies ahead, as a due date does. */
void
relance_date_field_set_today (RelanceDateField *self, RelanceDate today, gboolean ahead)
{
  g_return_if_fail (RELANCE_IS_DATE_FIELD (self));
  g_return_if_fail (today != RELANCE_DATE_NONE);

  self->context = (RelanceTypedDateContext) { .today = today, .base = today, .ahead = ahead };
}

/* @base: what "+30" counts from, and what a year that is not typed is found by. */
void
relance_date_field_set_base (RelanceDateField *self, RelanceDate base)
{
  g_return_if_fail (RELANCE_IS_DATE_FIELD (self));
  g_return_if_fail (base != RELANCE_DATE_NONE);

  self->context.base = base;
}
