/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plan-dialog.h"

#include "relance-plan-preview.h"
#include "relance-plan-steps.h"
#include "relance-plan-work.h"
#include "relance-step-words.h"
#include "relance-wording.h"
#include "widgets/relance-field-note.h"

#include <glib/gi18n.h>

struct _RelancePlanDialog
{
  AdwDialog parent_instance;

  /* Template */
  GtkBox *columns;
  GtkEditable *name;
  GtkLabel *fault;
  RelancePlanSteps *steps;
  RelancePlanPreview *preview;
  GtkWidget *save_button;

  /* Owned */
  RelanceDesk *desk;
  RelanceReminderPlan *plan; /* as it was given */

  /* Borrowed */
  RelanceFieldNote *note;
};

G_DEFINE_FINAL_TYPE (RelancePlanDialog, relance_plan_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The plan as it stands in the form. */
static RelanceReminderPlan *
read_plan (RelancePlanDialog *self, GError **error)
{
  g_autoptr (RelanceReminderPlan) plan = relance_reminder_plan_copy (self->plan);

  if (!relance_reminder_plan_set (plan, "name", gtk_editable_get_text (self->name), error))
    return NULL;
  g_array_unref (plan->steps);
  plan->steps = g_array_copy (relance_plan_steps_get (self->steps));
  return g_steal_pointer (&plan);
}

/* Returns: whether the steps are without fault. */
static gboolean
show_fault (RelancePlanDialog *self)
{
  GArray *steps = relance_plan_steps_get (self->steps);
  RelancePlan plan = relance_plan_of_steps (steps);
  guint place = 0;
  RelancePlanFault found = relance_plan_check (&plan, &place);
  g_autofree char *words = relance_step_words_fault (&plan, found, place);
  gboolean good = found == RELANCE_PLAN_FAULT_NONE;

  gtk_label_set_label (self->fault, good ? "" : words);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), !good);
  relance_plan_preview_show (self->preview, good ? steps : NULL);
  return good;
}

static gboolean
has_name (RelancePlanDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  return name[0] != '\0';
}

static void
check (RelancePlanDialog *self)
{
  gboolean good = show_fault (self);

  relance_field_note_say (self->note, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.save", good && has_name (self));
}

static void
changed_cb (RelancePlanDialog *self)
{
  if (self->plan != NULL)
    check (self);
}

static void
cancel_cb (RelancePlanDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
tell_saved (RelancePlanDialog *self, gint64 change)
{
  /* Translators: each %s is the name of a reminder plan. */
  g_autofree char *text = g_strdup_printf (self->plan->id == 0 ? _ ("The plan “%s” was added")
                                                               : _ ("The plan “%s” was changed"),
                                           gtk_editable_get_text (self->name));

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, text, change);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelancePlanDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *change = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (change == NULL)
    {
      relance_field_note_say_error (self->note, error);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.save", TRUE);
      return;
    }

  if (*change != 0)
    tell_saved (self, *change);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RelancePlanDialog *self = RELANCE_PLAN_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  RelanceReminderPlan *plan = read_plan (self, &error);

  if (plan == NULL)
    {
      relance_field_note_say_error (self->note, error);
      return;
    }

  gtk_widget_action_set_enabled (widget, "plan.save", FALSE);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_plan_work_save, plan,
                          (GDestroyNotify) relance_reminder_plan_free, g_free, NULL, saved_cb,
                          g_object_ref (self));
}

static void
relance_plan_dialog_dispose (GObject *object)
{
  RelancePlanDialog *self = RELANCE_PLAN_DIALOG (object);

  g_clear_pointer (&self->plan, relance_reminder_plan_free);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_PLAN_DIALOG);

  G_OBJECT_CLASS (relance_plan_dialog_parent_class)->dispose (object);
}

static void
relance_plan_dialog_class_init (RelancePlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_plan_dialog_dispose;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", RELANCE_TYPE_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                        G_TYPE_INT64);

  g_type_ensure (RELANCE_TYPE_PLAN_PREVIEW);
  g_type_ensure (RELANCE_TYPE_PLAN_STEPS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelancePlanDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, RelancePlanDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RelancePlanDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, RelancePlanDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, RelancePlanDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, RelancePlanDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_install_action (widget_class, "plan.save", NULL, save_action);
}

static void
relance_plan_dialog_init (RelancePlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->note = RELANCE_FIELD_NOTE (relance_field_note_add_below (GTK_WIDGET (self->name)));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (gtk_editable_get_delegate (self->name)));
}

/**
 * relance_plan_dialog_new:
 * @plan: one's own to change, or one without an id to begin a new one with
 */
AdwDialog *
relance_plan_dialog_new (RelanceDesk *desk, const RelanceReminderPlan *plan)
{
  RelancePlanDialog *self = g_object_new (RELANCE_TYPE_PLAN_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  adw_dialog_set_title (ADW_DIALOG (self),
                        plan->id == 0 ? _ ("New Reminder Plan") : _ ("Edit Reminder Plan"));
  gtk_editable_set_text (self->name, plan->name != NULL ? plan->name : "");
  relance_plan_steps_show (self->steps, plan->steps);
  relance_plan_preview_set_desk (self->preview, desk);
  self->plan = relance_reminder_plan_copy (plan);
  check (self);
  return ADW_DIALOG (self);
}
