/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-further-group.h"

#include "relance-application.h"
#include "relance-explanation.h"
#include "today/relance-explain-button.h"

#include <glib/gi18n.h>
#include <math.h>

typedef enum
{
  ROW_DSO,
  ROW_DSO_SIMPLE,
  ROW_DSO_BEST,
  ROW_WEIGHTED,
  ROW_MEDIAN,
  ROW_OPEN,
  N_ROWS,
} RowKind;

typedef struct
{
  AdwActionRow *row;
  GtkLabel *value;
  RelanceExplainButton *explain;
} Row;

struct _RelanceFurtherGroup
{
  AdwPreferencesGroup parent_instance;

  AdwExpanderRow *expander;

  Row rows[N_ROWS];
};

G_DEFINE_FINAL_TYPE (RelanceFurtherGroup, relance_further_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (RelanceFurtherGroup *self, RowKind kind)
{
  Row *row = &self->rows[kind];

  row->row = ADW_ACTION_ROW (adw_action_row_new ());
  row->value = GTK_LABEL (gtk_label_new (NULL));
  row->explain = g_object_new (RELANCE_TYPE_EXPLAIN_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (row->value), "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->row), FALSE);
  adw_action_row_add_suffix (row->row, GTK_WIDGET (row->value));
  adw_action_row_add_suffix (row->row, GTK_WIDGET (row->explain));
  adw_expander_row_add_row (self->expander, GTK_WIDGET (row->row));
}

/* With the first figures: few books are opened to look at these rows. */
static void
make_rows (RelanceFurtherGroup *self)
{
  if (self->rows[0].row != NULL)
    return;
  for (int kind = 0; kind < N_ROWS; kind++)
    add_row (self, kind);
}

/* @subtitle: (nullable). The value is part of what is spoken of the row. */
static void
show_row (RelanceFurtherGroup *self,
          RowKind kind,
          const char *value,
          const char *subtitle,
          const RelanceExplanation *explanation)
{
  Row *row = &self->rows[kind];

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), explanation->title);
  adw_action_row_set_subtitle (row->row, subtitle != NULL ? subtitle : "");
  gtk_label_set_label (row->value, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  value, -1);
  relance_explain_button_set (row->explain, explanation);
}

static void
show_days (RelanceFurtherGroup *self,
           RowKind kind,
           double days,
           const char *subtitle,
           const char *without,
           const RelanceExplanation *explanation)
{
  g_autofree char *value = relance_explanation_dup_days (days);

  show_row (self, kind, value, isnan (days) ? without : subtitle, explanation);
}

static void
show_dsos (RelanceFurtherGroup *self, const RelanceCurrencyFigures *figures, RelanceDate day)
{
  const RelanceStatistics *statistics = &figures->statistics;
  g_autoptr (RelanceExplanation) dso = relance_explain_dso (figures, day);
  g_autoptr (RelanceExplanation) simple = relance_explain_dso_simple (figures, day);
  g_autoptr (RelanceExplanation) best = relance_explain_dso_best (figures, day);
  const char *nothing_sold = _ ("Nothing was sold in that year.");

  show_days (self, ROW_DSO, statistics->dso, _ ("Counted back, day by day"),
             _ ("Nothing was sold yet."), dso);
  show_days (self, ROW_DSO_SIMPLE, statistics->dso_simple, _ ("What is owed beside a year’s sales"),
             nothing_sold, simple);
  show_days (self, ROW_DSO_BEST, statistics->dso_best, _ ("If nobody were late"), nothing_sold,
             best);
}

static void
show_lateness (RelanceFurtherGroup *self, const RelanceCurrencyFigures *figures)
{
  const RelanceStatistics *statistics = &figures->statistics;
  g_autoptr (RelanceExplanation) weighted = relance_explain_weighted_late (figures);
  g_autoptr (RelanceExplanation) median = relance_explain_median_late (figures);
  g_autofree char *bound = relance_explanation_dup_days (statistics->weighted_late_with_open);
  /* Translators: %s is a number of days. */
  g_autofree char *with_open =
    g_strdup_printf (_ ("At least %s with what is late and still open"), bound);
  const char *nothing_settled = _ ("Nothing was settled yet.");

  show_days (self, ROW_WEIGHTED, statistics->weighted_late,
             statistics->lateness_parts.n_open > 0 ? with_open : NULL, nothing_settled, weighted);
  show_days (self, ROW_MEDIAN, statistics->median_late, _ ("Half came earlier, half later"),
             nothing_settled, median);
}

static void
show_open (RelanceFurtherGroup *self, const RelanceCurrencyFigures *figures)
{
  const RelanceStatistics *statistics = &figures->statistics;
  g_autoptr (RelanceExplanation) explanation = relance_explain_open_at_90 (figures);
  g_autofree char *value = relance_explanation_dup_share (
    statistics->open_at_90, statistics->n_settled_after, statistics->n_settled);
  g_autofree char *whole = relance_explanation_dup_share (statistics->open_at_90_survival, 0, 100);
  g_autofree char *naive = relance_explanation_dup_share (statistics->open_at_90, 0, 100);
  /* Translators: %s is a percentage. */
  g_autofree char *with_open =
    g_strdup_printf (_ ("%s, when those that are still open are not forgotten"), whole);

  if (isnan (statistics->open_at_90))
    show_row (self, ROW_OPEN, value, _ ("Nothing was settled yet."), explanation);
  else
    show_row (self, ROW_OPEN, value, g_str_equal (whole, naive) ? NULL : with_open, explanation);
}

/* Where there is no application, as in a test, or its settings are not installed, nothing is
 * remembered. */
static void
remember_open (RelanceFurtherGroup *self)
{
  GApplication *application = g_application_get_default ();
  GSettings *settings = RELANCE_IS_APPLICATION (application)
                          ? relance_application_get_settings (RELANCE_APPLICATION (application))
                          : NULL;

  if (settings != NULL)
    g_settings_bind (settings, "today-further-open", self->expander, "expanded",
                     G_SETTINGS_BIND_DEFAULT);
}

static void
relance_further_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_FURTHER_GROUP);
  G_OBJECT_CLASS (relance_further_group_parent_class)->dispose (object);
}

static void
relance_further_group_class_init (RelanceFurtherGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_further_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-further-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceFurtherGroup, expander);
}

static void
relance_further_group_init (RelanceFurtherGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  remember_open (self);
}

/* @figures: of relance_dashboard_load_whole(). */
void
relance_further_group_set_figures (RelanceFurtherGroup *self,
                                   const RelanceCurrencyFigures *figures,
                                   RelanceDate day)
{
  g_return_if_fail (RELANCE_IS_FURTHER_GROUP (self));

  make_rows (self);
  show_dsos (self, figures, day);
  show_lateness (self, figures);
  show_open (self, figures);
}
