/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-limits-group.h"

#include "relance-preferences-dialog.h"
#include "relance-reminder-settings.h"

/* Somebody who turns a number is left in peace this long. */
#define MILLISECONDS_BEFORE_SAVING 400

struct _RelanceLimitsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  AdwSpinRow *days_between;
  AdwSpinRow *month_cap;
  AdwSpinRow *threshold;

  /* Owned */
  RelanceDesk *desk;

  /* State */
  guint save_timer;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RelanceLimitsGroup, relance_limits_group, ADW_TYPE_PREFERENCES_GROUP)

/* A RelanceUseCase. */
static gpointer
load (RelanceBook *book, gpointer nothing, GCancellable *cancellable, GError **error)
{
  g_autofree RelanceReminderSettings *settings = g_new0 (RelanceReminderSettings, 1);

  return relance_reminder_settings_load (book, settings, error) ? g_steal_pointer (&settings)
                                                                : NULL;
}

/* A RelanceUseCase. */
static gpointer
save (RelanceBook *book, gpointer settings, GCancellable *cancellable, GError **error)
{
  relance_reminder_settings_save (book, settings, error);
  return NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceLimitsGroup) self = data;
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (error != NULL)
    relance_preferences_dialog_tell_error (GTK_WIDGET (self), error);
}

static void
save_now (RelanceLimitsGroup *self)
{
  RelanceReminderSettings settings = {
    .limits = { .days_between = (int) adw_spin_row_get_value (self->days_between),
                .month_cap = (guint) adw_spin_row_get_value (self->month_cap) },
    .threshold = (gint64) adw_spin_row_get_value (self->threshold),
  };

  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, save,
                          g_memdup2 (&settings, sizeof settings), g_free, NULL, NULL, saved_cb,
                          g_object_ref (self));
}

static void
save_timer_cb (gpointer data)
{
  RelanceLimitsGroup *self = data;

  self->save_timer = 0;
  save_now (self);
}

static void
value_changed_cb (RelanceLimitsGroup *self)
{
  if (self->filling || self->desk == NULL)
    return;

  g_clear_handle_id (&self->save_timer, g_source_remove);
  self->save_timer = g_timeout_add_once (MILLISECONDS_BEFORE_SAVING, save_timer_cb, self);
}

/* Not over what is being chosen. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceLimitsGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree RelanceReminderSettings *settings =
    relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (settings == NULL)
    {
      relance_preferences_dialog_tell_error (GTK_WIDGET (self), error);
      return;
    }
  if (self->save_timer != 0 || self->desk == NULL)
    return;

  self->filling = TRUE;
  adw_spin_row_set_value (self->days_between, settings->limits.days_between);
  adw_spin_row_set_value (self->month_cap, settings->limits.month_cap);
  adw_spin_row_set_value (self->threshold, (double) settings->threshold);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}

/* What was chosen last is saved even when the dialog is closed at once. */
static void
relance_limits_group_unmap (GtkWidget *widget)
{
  RelanceLimitsGroup *self = RELANCE_LIMITS_GROUP (widget);

  if (self->save_timer != 0)
    {
      g_clear_handle_id (&self->save_timer, g_source_remove);
      save_now (self);
    }

  GTK_WIDGET_CLASS (relance_limits_group_parent_class)->unmap (widget);
}

static void
relance_limits_group_dispose (GObject *object)
{
  RelanceLimitsGroup *self = RELANCE_LIMITS_GROUP (object);

  g_clear_handle_id (&self->save_timer, g_source_remove);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_LIMITS_GROUP);

  G_OBJECT_CLASS (relance_limits_group_parent_class)->dispose (object);
}

static void
relance_limits_group_class_init (RelanceLimitsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_limits_group_dispose;
  widget_class->unmap = relance_limits_group_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-limits-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceLimitsGroup, days_between);
  gtk_widget_class_bind_template_child (widget_class, RelanceLimitsGroup, month_cap);
  gtk_widget_class_bind_template_child (widget_class, RelanceLimitsGroup, threshold);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
}

static void
relance_limits_group_init (RelanceLimitsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Once, before it is loaded. */
void
relance_limits_group_set_desk (RelanceLimitsGroup *self, RelanceDesk *desk)
{
  g_set_object (&self->desk, desk);
}

/* Shows what is saved. */
void
relance_limits_group_load (RelanceLimitsGroup *self)
{
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, load, NULL, NULL, g_free, NULL, loaded_cb,
                          g_object_ref (self));
}
