/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plan-steps.h"

#include "relance-plan-text.h"
#include "relance-wording.h"

#include <glib/gi18n.h>

/* What a new step waits after the one before. */
#define DAYS_OF_NEW_STEP 14

/* The widgets of one step. */
typedef struct
{
  GtkWidget *group;
  AdwComboRow *anchor;
  AdwSpinRow *days;
} Step;

struct _RelancePlanSteps
{
  GtkBox parent_instance;

  /* Owned */
  GArray *steps; /* RelanceStep */
  GArray *rows;  /* Step, borrowed from the box */

  /* Borrowed from the box */
  GtkWidget *add;

  /* State */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RelancePlanSteps, relance_plan_steps, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a step may count from; the first has no reminder before it. */
static const RelanceAnchor anchors[] = { RELANCE_ANCHOR_CONTACT, RELANCE_ANCHOR_DUE,
                                         RELANCE_ANCHOR_ISSUE };

static const RelanceAnchor *
get_anchors (guint place)
{
  return place == 0 ? anchors + 1 : anchors;
}

static guint
find_anchor (guint place, RelanceAnchor anchor)
{
  guint index = 0;

  while (get_anchors (place)[index] != anchor)
    index++;
  return index;
}

static const char *
get_anchor_label (RelanceAnchor anchor)
{
  switch (anchor)
    {
    case RELANCE_ANCHOR_CONTACT:
      return C_ ("days are counted from", "The last reminder");
    case RELANCE_ANCHOR_ISSUE:
      return C_ ("days are counted from", "The date of the invoice");
    case RELANCE_ANCHOR_DUE:
    default:
      return C_ ("days are counted from", "The due date");
    }
}

static RelanceStep *
get_step (RelancePlanSteps *self, guint place)
{
  return &g_array_index (self->steps, RelanceStep, place);
}

static guint
find_place (RelancePlanSteps *self, gpointer widget)
{
  guint place = 0;

  while (!gtk_widget_is_ancestor (widget, g_array_index (self->rows, Step, place).group))
    place++;
  return place;
}

static void
show_range (RelancePlanSteps *self, guint place)
{
  const Step *row = &g_array_index (self->rows, Step, place);
  GtkAdjustment *range = adw_spin_row_get_adjustment (row->days);

  gtk_adjustment_set_lower (range, relance_step_get_min_days (get_step (self, place)));
}

static void
changed_cb (RelancePlanSteps *self, GParamSpec *pspec, gpointer widget)
{
  guint place;
  const Step *row;

  if (self->filling)
    return;

  place = find_place (self, widget);
  row = &g_array_index (self->rows, Step, place);
  get_step (self, place)->anchor = get_anchors (place)[adw_combo_row_get_selected (row->anchor)];
  self->filling = TRUE;
  show_range (self, place);
  self->filling = FALSE;
  get_step (self, place)->days = (int) adw_spin_row_get_value (row->days);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The place of a step says which letter it is; the first counts from no reminder. */
static void
put_in_order (RelancePlanSteps *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    get_step (self, i)->stage = relance_plan_get_stage (i);
  if (self->steps->len > 0 && get_step (self, 0)->anchor == RELANCE_ANCHOR_CONTACT)
    get_step (self, 0)->anchor = RELANCE_ANCHOR_DUE;
}

static void fill (RelancePlanSteps *self);

static void
grab_step (RelancePlanSteps *self, guint place)
{
  gtk_widget_child_focus (g_array_index (self->rows, Step, place).group, GTK_DIR_TAB_FORWARD);
}

static void
remove_cb (RelancePlanSteps *self, GtkButton *button)
{
  guint place = find_place (self, button);

  g_array_remove_index (self->steps, place);
  put_in_order (self);
  fill (self);
  grab_step (self, MIN (place, self->steps->len - 1));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_cb (RelancePlanSteps *self)
{
  RelanceStep step = { 0, RELANCE_ANCHOR_CONTACT, DAYS_OF_NEW_STEP };

  g_array_append_val (self->steps, step);
  put_in_order (self);
  fill (self);
  grab_step (self, self->steps->len - 1);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_remove_button (RelancePlanSteps *self, const char *stage)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: %s is a letter of a reminder plan, such as “Second reminder”. */
  g_autofree char *tooltip = g_strdup_printf (_ ("Leave Out: %s"), stage);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static AdwComboRow *
make_anchor_row (RelancePlanSteps *self, guint place)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint n_anchors = (guint) G_N_ELEMENTS (anchors) - (place == 0);

  for (guint i = 0; i < n_anchors; i++)
    gtk_string_list_append (labels, get_anchor_label (get_anchors (place)[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Counted From"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                              find_anchor (place, get_step (self, place)->anchor));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return ADW_COMBO_ROW (row);
}

static AdwSpinRow *
make_days_row (RelancePlanSteps *self, guint place)
{
  const RelanceStep *step = get_step (self, place);
  GtkWidget *row =
    adw_spin_row_new_with_range (relance_step_get_min_days (step), RELANCE_PLAN_MAX_DAYS, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Days After"));
  adw_spin_row_set_value (ADW_SPIN_ROW (row), step->days);
  g_signal_connect_object (row, "notify::value", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return ADW_SPIN_ROW (row);
}

static void
append_step (RelancePlanSteps *self, guint place)
{
  const char *stage = relance_wording_stage (get_step (self, place)->stage);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  Step step = { GTK_WIDGET (group), make_anchor_row (self, place), make_days_row (self, place) };

  adw_preferences_group_set_title (group, stage);
  if (get_step (self, place)->stage >= RELANCE_STAGE_THIRD)
    adw_preferences_group_set_description (group, _ ("Only once the debt counts as unpaid"));
  if (self->steps->len > 1)
    adw_preferences_group_set_header_suffix (group, make_remove_button (self, stage));
  adw_preferences_group_add (group, GTK_WIDGET (step.days));
  adw_preferences_group_add (group, GTK_WIDGET (step.anchor));
  g_array_append_val (self->rows, step);
  gtk_box_append (GTK_BOX (self), step.group);
}

static void
fill (RelancePlanSteps *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_box_remove (GTK_BOX (self), g_array_index (self->rows, Step, i).group);
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->steps->len; i++)
    append_step (self, i);
  gtk_box_reorder_child_after (GTK_BOX (self), self->add,
                               gtk_widget_get_last_child (GTK_WIDGET (self)));
  gtk_widget_set_visible (self->add, self->steps->len < RELANCE_PLAN_MAX_STEPS);
  self->filling = FALSE;
}

static GtkWidget *
make_add_group (RelancePlanSteps *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("_Add a Step"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), "list-add-symbolic");
  g_signal_connect_object (row, "activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static void
relance_plan_steps_finalize (GObject *object)
{
  RelancePlanSteps *self = RELANCE_PLAN_STEPS (object);

  g_array_unref (self->steps);
  g_array_unref (self->rows);

  G_OBJECT_CLASS (relance_plan_steps_parent_class)->finalize (object);
}

static void
relance_plan_steps_class_init (RelancePlanStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_plan_steps_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RELANCE_TYPE_PLAN_STEPS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
relance_plan_steps_init (RelancePlanSteps *self)
{
  self->steps = g_array_new (FALSE, FALSE, sizeof (RelanceStep));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Step));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->add = make_add_group (self);
  gtk_box_append (GTK_BOX (self), self->add);
}

/**
 * relance_plan_steps_show:
 * @steps: (element-type RelanceStep): copied
 */
void
relance_plan_steps_show (RelancePlanSteps *self, GArray *steps)
{
  g_return_if_fail (RELANCE_IS_PLAN_STEPS (self));

  g_array_unref (self->steps);
  self->steps = g_array_copy (steps);
  fill (self);
}

/**
 * relance_plan_steps_get:
 *
 * Returns: (transfer none) (element-type RelanceStep): as they are by now
 */
GArray *
relance_plan_steps_get (RelancePlanSteps *self)
{
  g_return_val_if_fail (RELANCE_IS_PLAN_STEPS (self), NULL);

  return self->steps;
}
