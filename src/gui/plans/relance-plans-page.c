/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plans-page.h"

#include "preferences/relance-preferences-dialog.h"
#include "relance-plan-dialog.h"
#include "relance-plan-removing.h"
#include "relance-plan-work.h"
#include "relance-step-words.h"
#include "widgets/relance-plain-row.h"
#include "window/relance-window.h"

#include <glib/gi18n.h>
#include <string.h>

/* As long as Undo is offered in the window. */
#define UNDO_SECONDS 20

struct _RelancePlansPage
{
  AdwPreferencesPage parent_instance;

  /* Template */
  AdwPreferencesGroup *shipped;
  AdwPreferencesGroup *own;

  /* Owned */
  RelanceDesk *desk;
  GCancellable *loading;
  GPtrArray *plans; /* RelanceReminderPlan, or NULL until they are known */

  /* Borrowed from the groups, one for each plan */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (RelancePlansPage, relance_plans_page, ADW_TYPE_PREFERENCES_PAGE)

static void
undo_cb (RelancePlansPage *self, AdwToast *toast)
{
  gint64 *change = g_object_get_data (G_OBJECT (toast), "change");
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (window != NULL)
    relance_window_undo (window, *change);
}

static void
tell_undo (RelancePlansPage *self, const char *text, gint64 change)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "change", g_memdup2 (&change, sizeof change), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  relance_preferences_dialog_add_toast (GTK_WIDGET (self), toast);
}

static void
open_editor (RelancePlansPage *self, const RelanceReminderPlan *plan)
{
  AdwDialog *dialog = relance_plan_dialog_new (self->desk, plan);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (tell_undo), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static const RelanceReminderPlan *
get_plan (RelancePlansPage *self, GtkWidget *widget)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "place"));

  return g_ptr_array_index (self->plans, place);
}

static void
edit_cb (RelancePlansPage *self, GtkWidget *row)
{
  open_editor (self, get_plan (self, row));
}

static void
copy_cb (RelancePlansPage *self, GtkWidget *button)
{
  const RelanceReminderPlan *plan = get_plan (self, button);
  g_autoptr (RelanceReminderPlan) copy = relance_reminder_plan_copy (plan);

  copy->id = 0;
  copy->shipped = 0;
  copy->n_clients = 0;
  g_free (copy->name);
  /* Translators: the name of a reminder plan that starts as a copy of another one, such as
   * “Gentle”. */
  copy->name = g_strdup_printf (_ ("%s (copy)"), relance_reminder_plan_get_label (plan));
  open_editor (self, copy);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelancePlansPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *change = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (change == NULL)
    relance_preferences_dialog_tell_error (GTK_WIDGET (self), error);
  else
    tell_undo (self, _ ("The plan was removed"), *change);
}

/* @instead: (nullable): what the clients of the plan get */
static void
remove_plan (gpointer user_data, gint64 id, const char *instead)
{
  RelancePlansPage *self = user_data;

  if (self->desk != NULL)
    relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_plan_work_remove,
                            relance_plan_removal_new (id, instead),
                            (GDestroyNotify) relance_plan_removal_free, g_free, NULL, removed_cb,
                            g_object_ref (self));
}

/* One that nobody has goes at once: it can be brought back. */
static void
remove_cb (RelancePlansPage *self, GtkWidget *button)
{
  const RelanceReminderPlan *plan = get_plan (self, button);

  if (plan->n_clients == 0)
    remove_plan (self, plan->id, NULL);
  else
    relance_plan_removing_ask (GTK_WIDGET (self), plan, self->plans, remove_plan);
}

static GtkWidget *
make_button (RelancePlansPage *self,
             guint place,
             const char *icon,
             const char *format,
             GCallback callback)
{
  const RelanceReminderPlan *plan = g_ptr_array_index (self->plans, place);
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *tooltip = g_strdup_printf (format, relance_reminder_plan_get_label (plan));

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "place", GUINT_TO_POINTER (place));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static char *
describe (const RelanceReminderPlan *plan)
{
  RelancePlan steps = relance_plan_of_steps (plan->steps);
  g_autofree char *summary = relance_step_words_summary (&steps);
  g_autofree char *clients =
    plan->n_clients > 0
      ? g_strdup_printf (ngettext ("%u client has it", "%u clients have it", plan->n_clients),
                         plan->n_clients)
      : g_strdup (_ ("No client has it"));

  return g_strdup_printf ("%s\n%s", summary, clients);
}

static void
add_row (RelancePlansPage *self, guint place)
{
  const RelanceReminderPlan *plan = g_ptr_array_index (self->plans, place);
  g_autofree char *subtitle = describe (plan);
  AdwActionRow *row = relance_plain_row_new (relance_reminder_plan_get_label (plan), subtitle);

  adw_action_row_set_subtitle_lines (row, 0);
  /* Translators: %s is the name of a reminder plan. */
  adw_action_row_add_suffix (
    row, make_button (self, place, "edit-copy-symbolic", _ ("Copy “%s”"), G_CALLBACK (copy_cb)));
  if (plan->shipped == 0)
    {
      /* Translators: %s is the name of a reminder plan. */
      adw_action_row_add_suffix (row, make_button (self, place, "user-trash-symbolic",
                                                   _ ("Remove “%s”"), G_CALLBACK (remove_cb)));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "place", GUINT_TO_POINTER (place));
      g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
    }
  adw_preferences_group_add (plan->shipped != 0 ? self->shipped : self->own, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_same (const RelanceReminderPlan *one, const RelanceReminderPlan *other)
{
  return one->id == other->id && one->n_clients == other->n_clients &&
         g_strcmp0 (one->name, other->name) == 0 && one->steps->len == other->steps->len &&
         memcmp (one->steps->data, other->steps->data, one->steps->len * sizeof (RelanceStep)) == 0;
}

static gboolean
is_shown (RelancePlansPage *self, GPtrArray *plans)
{
  if (self->plans == NULL || self->plans->len != plans->len)
    return FALSE;
  for (guint i = 0; i < plans->len; i++)
    if (!is_same (g_ptr_array_index (self->plans, i), g_ptr_array_index (plans, i)))
      return FALSE;

  return TRUE;
}

/* Rows stay when nothing is new, and the focus with them. */
static void
fill (RelancePlansPage *self, GPtrArray *plans)
{
  if (is_shown (self, plans))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const RelanceReminderPlan *plan = g_ptr_array_index (self->plans, i);

      adw_preferences_group_remove (plan->shipped != 0 ? self->shipped : self->own,
                                    g_ptr_array_index (self->rows, i));
    }
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  self->plans = g_ptr_array_ref (plans);
  for (guint i = 0; i < plans->len; i++)
    add_row (self, i);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RelancePlansPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (plans != NULL)
    fill (self, plans);
  else
    relance_preferences_dialog_tell_error (GTK_WIDGET (self), error);
}

static void
relance_plans_page_dispose (GObject *object)
{
  RelancePlansPage *self = RELANCE_PLANS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_PLANS_PAGE);

  G_OBJECT_CLASS (relance_plans_page_parent_class)->dispose (object);
}

static void
relance_plans_page_finalize (GObject *object)
{
  RelancePlansPage *self = RELANCE_PLANS_PAGE (object);

  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (relance_plans_page_parent_class)->finalize (object);
}

static void
relance_plans_page_class_init (RelancePlansPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_plans_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_plans_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-plans-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelancePlansPage, shipped);
  gtk_widget_class_bind_template_child (widget_class, RelancePlansPage, own);
}

static void
relance_plans_page_init (RelancePlansPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
relance_plans_page_set_desk (RelancePlansPage *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_PLANS_PAGE (self));

  g_set_object (&self->desk, desk);
}

/**
 * relance_plans_page_load:
 *
 * Shows the plans as they are by now.
 */
void
relance_plans_page_load (RelancePlansPage *self)
{
  g_return_if_fail (RELANCE_IS_PLANS_PAGE (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_plan_work_list, NULL, NULL,
                          (GDestroyNotify) g_ptr_array_unref, self->loading, loaded_cb, self);
}
