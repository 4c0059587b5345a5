/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-day-picker.h"

#include "relance-announcing.h"
#include "relance-typed-date.h"

#include <glib/gi18n.h>

struct _RelanceDayPicker
{
  GtkBox parent_instance;

  GtkCalendar *calendar;
  GtkEntry *entry;
  GtkLabel *note;

  RelanceDate today;
  gboolean ahead;
  gboolean following; /* the calendar is set by the program, not by the user */
};

G_DEFINE_FINAL_TYPE (RelanceDayPicker, relance_day_picker, GTK_TYPE_BOX)

#define PROP_AHEAD 1

static guint day_chosen;

static void
forget_trouble (RelanceDayPicker *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
}

static void
refuse (RelanceDayPicker *self)
{
  const char *text = self->ahead ? _ ("This needs a day after today, such as 24/12 or +7.")
                                 : _ ("This is not a day. Try 24/12/2026 or -30.");

  gtk_label_set_label (self->note, text);
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
  relance_announce (GTK_WIDGET (self->entry), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
will_do (RelanceDayPicker *self, RelanceDate day)
{
  return day != RELANCE_DATE_NONE && (!self->ahead || day > self->today);
}

static void
day_selected_cb (RelanceDayPicker *self)
{
  g_autoptr (GDateTime) chosen = gtk_calendar_get_date (self->calendar);
  RelanceDate day = relance_date_new (g_date_time_get_year (chosen), g_date_time_get_month (chosen),
                                      g_date_time_get_day_of_month (chosen));

  if (self->following)
    return;

  forget_trouble (self);
  if (will_do (self, day))
    g_signal_emit (self, day_chosen, 0, day);
  else
    refuse (self);
}

static void
entry_activated_cb (RelanceDayPicker *self)
{
  RelanceTypedDateContext context = {
    .today = self->today,
    .base = self->today,
    .ahead = self->ahead,
  };
  RelanceDate day =
    relance_typed_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &context);

  if (will_do (self, day))
    {
      g_signal_emit (self, day_chosen, 0, day);
      return;
    }

  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  refuse (self);
}

static void
entry_changed_cb (RelanceDayPicker *self)
{
  forget_trouble (self);
}

static void
relance_day_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AHEAD)
    RELANCE_DAY_PICKER (object)->ahead = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
relance_day_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_DAY_PICKER);

  G_OBJECT_CLASS (relance_day_picker_parent_class)->dispose (object);
}

static void
relance_day_picker_class_init (RelanceDayPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = relance_day_picker_set_property;
  object_class->dispose = relance_day_picker_dispose;

  g_object_class_install_property (
    object_class, PROP_AHEAD,
    g_param_spec_boolean ("ahead", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  day_chosen = g_signal_new ("day-chosen", RELANCE_TYPE_DAY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                             NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-day-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceDayPicker, calendar);
  gtk_widget_class_bind_template_child (widget_class, RelanceDayPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, RelanceDayPicker, note);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
}

static void
relance_day_picker_init (RelanceDayPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relance_day_picker_show:
 * @today: what is typed is reckoned from
 * @day: the one that the calendar shows
 *
 * To be called each time before it is seen.
 */
void
relance_day_picker_show (RelanceDayPicker *self, RelanceDate today, RelanceDate day)
{
  g_autoptr (GDateTime) shown = NULL;
  int year, month, day_of_month;

  g_return_if_fail (RELANCE_IS_DAY_PICKER (self));

  relance_date_get_ymd (day, &year, &month, &day_of_month);
  shown = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  self->today = today;
  self->following = TRUE;
  gtk_calendar_select_day (self->calendar, shown);
  self->following = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  forget_trouble (self);
}
