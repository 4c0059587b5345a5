/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-statistics.h"

#include "relance-dso.h"
#include "relance-habit.h"
#include "relance-lateness.h"
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
measure (GArray *claims, RelanceDate day, gboolean only_settled, double *median, double *open_at_90)
{
  g_autoptr (GArray) spans = list_spans (claims, day, only_settled);
  g_autoptr (GArray) steps = relance_survival_new (spans);

  *median = relance_survival_get_median (steps);
  *open_at_90 = relance_survival_get_open (steps, RELANCE_OPEN_AGE);
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
  measure (claims, day, TRUE, &self->days_to_settle, &self->open_at_90);
  measure (claims, day, FALSE, &self->days_to_settle_survival, &self->open_at_90_survival);
  self->habits = relance_habits_new (claims, day);
}

void
relance_statistics_clear (RelanceStatistics *self)
{
  g_clear_pointer (&self->habits, g_array_unref);
}
