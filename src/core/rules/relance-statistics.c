/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-statistics.h"

#include "relance-habit.h"
#include "relance-survival.h"

/* How long each was or is open, in days; only those that ended when @only_settled. */
static GArray *
list_spans (GArray *claims, RelanceDate day, gboolean only_settled)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (RelanceSpan));

  for (guint i = 0; i < claims->len; i++)
    {
      const RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);
      gboolean settled = relance_claim_is_settled (claim);
      RelanceDate seen = claim->balance > 0 ? day : claim->end;
      RelanceSpan span = { MAX (seen - claim->issued, 0), settled };

      if (claim->sold > 0 && claim->issued <= day && (settled || !only_settled))
        g_array_append_val (spans, span);
    }
  return spans;
}

static void
measure_settled (RelanceStatistics *self, GArray *claims, RelanceDate day)
{
  g_autoptr (GArray) spans = list_spans (claims, day, TRUE);
  g_autoptr (GArray) steps = relance_survival_new (spans);

  self->days_to_settle = relance_survival_get_median (steps);
  self->open_at_90 = relance_survival_get_open (steps, RELANCE_OPEN_AGE);
  self->n_settled = (int) spans->len;
  self->n_settled_after = 0;
  for (guint i = 0; i < spans->len; i++)
    self->n_settled_after += g_array_index (spans, RelanceSpan, i).days > RELANCE_OPEN_AGE;
}

static void
measure_all (RelanceStatistics *self, GArray *claims, RelanceDate day)
{
  g_autoptr (GArray) spans = list_spans (claims, day, FALSE);
  g_autoptr (GArray) steps = relance_survival_new (spans);
  guint n = 0;

  self->days_to_settle_survival = relance_survival_get_median (steps);
  self->open_at_90_survival = relance_survival_get_open (steps, RELANCE_OPEN_AGE);
  self->n_watched = (int) spans->len;
  while (n < steps->len && g_array_index (steps, RelanceSurvivalStep, n).days <= RELANCE_OPEN_AGE)
    n++;
  g_array_set_size (steps, n);
  self->survival = g_steal_pointer (&steps);
}

/**
 * relance_statistics_compute:
 * @self: (out): cleared by relance_statistics_clear()
 * @claims: (element-type RelanceClaim): of one currency, as they were on @day; they are sorted
 */
void
relance_statistics_compute (RelanceStatistics *self, GArray *claims, RelanceDate day)
{
  self->dso = relance_dso_count_back (claims, day);
  self->dso_simple = relance_dso_simple (claims, day);
  self->dso_best = relance_dso_best (claims, day);
  self->median_late = relance_lateness_get_median (claims);
  self->weighted_late = relance_lateness_get_weighted (claims);
  self->weighted_late_with_open = relance_lateness_get_with_open (claims, day);
  relance_dso_get_parts (claims, day, &self->dso_parts);
  relance_lateness_get_parts (claims, day, &self->lateness_parts);
  measure_settled (self, claims, day);
  measure_all (self, claims, day);
  self->habits = relance_habits_new (claims, day);
}

void
relance_statistics_clear (RelanceStatistics *self)
{
  g_clear_pointer (&self->habits, g_array_unref);
  g_clear_pointer (&self->survival, g_array_unref);
}
