/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plan-text.h"

#include "relance-contact.h"
#include "relance-enum-types.h"

#include <string.h>

/* More than any plan needs; what another program wrote in the book may be longer. */
#define MAX_TEXT 400

/* The place of what stands before @mark, and what stands after it; NULL when there is none. */
static const char *
split (const char *text, char mark, char **before)
{
  const char *at = strchr (text, mark);

  if (at == NULL)
    return NULL;
  *before = g_strndup (text, (gsize) (at - text));
  return at + 1;
}

/**
 * relance_step_parse:
 * @text: such as "first=due+3", "second=contact+7" or "first=issue+45"
 * @step: (out): the step; whether it can stand in a plan is for relance_plan_check()
 *
 * Returns: whether @text is a step
 */
gboolean
relance_step_parse (const char *text, RelanceStep *step)
{
  g_autofree char *stage = NULL;
  g_autofree char *anchor = NULL;
  const char *when = split (text, '=', &stage);
  const char *days = when != NULL ? split (when, '+', &anchor) : NULL;
  guint64 number;

  if (days == NULL || !g_ascii_string_to_unsigned (days, 10, 0, G_MAXINT16, &number, NULL))
    return FALSE;

  step->stage = relance_enum_from_nick (RELANCE_TYPE_STAGE, stage);
  step->anchor = relance_enum_from_nick (RELANCE_TYPE_ANCHOR, anchor);
  step->days = (int) number;
  return step->stage != 0 && step->anchor != 0;
}

/**
 * relance_step_to_text:
 *
 * Returns: (transfer full): the step as relance_step_parse() reads it
 */
char *
relance_step_to_text (const RelanceStep *self)
{
  return g_strdup_printf ("%s=%s+%d", relance_enum_to_nick (RELANCE_TYPE_STAGE, self->stage),
                          relance_enum_to_nick (RELANCE_TYPE_ANCHOR, self->anchor), self->days);
}

/**
 * relance_step_get_min_days:
 *
 * Returns: the fewest days that such a step may have: a reminder comes when the debt is late, and a
 *   week after the one before
 */
int
relance_step_get_min_days (const RelanceStep *self)
{
  return self->anchor == RELANCE_ANCHOR_CONTACT ? RELANCE_CONTACT_DAYS_BETWEEN : 1;
}

/**
 * relance_plan_get_stage:
 * @place: from 0
 *
 * Returns: the letter of the step in that place: levels are climbed one at a time, so that the place
 *   says it; 0 after the last
 */
RelanceStage
relance_plan_get_stage (guint place)
{
  return place < RELANCE_PLAN_MAX_STEPS ? RELANCE_STAGE_FIRST + place : 0;
}

/**
 * relance_plan_of_steps:
 * @steps: (element-type RelanceStep): or %NULL
 *
 * Returns: the plan that they are, as long as they live; one without steps for %NULL
 */
RelancePlan
relance_plan_of_steps (GArray *steps)
{
  if (steps == NULL)
    return (RelancePlan) { 0 };
  return (RelancePlan) { (const RelanceStep *) steps->data, steps->len };
}

/**
 * relance_plan_copy_steps:
 *
 * Returns: (transfer full) (element-type RelanceStep): the steps, to be changed
 */
GArray *
relance_plan_copy_steps (const RelancePlan *self)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (RelanceStep));

  g_array_append_vals (steps, self->steps, self->n_steps);
  return steps;
}

/**
 * relance_plan_parse:
 * @text: steps with a space between two, such as "first=due+3 second=contact+7"
 *
 * Returns: (transfer full) (nullable) (element-type RelanceStep): the steps of a plan; %NULL when
 *   @text is none, or one that relance_plan_check() finds fault with
 */
GArray *
relance_plan_parse (const char *text)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (RelanceStep));
  g_auto (GStrv) words = NULL;
  RelancePlan plan;

  if (strlen (text) > MAX_TEXT)
    return NULL;

  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      RelanceStep step;

      if (!relance_step_parse (words[i], &step))
        return NULL;
      g_array_append_val (steps, step);
    }

  plan = relance_plan_of_steps (steps);
  return relance_plan_check (&plan, NULL) == RELANCE_PLAN_FAULT_NONE ? g_steal_pointer (&steps)
                                                                     : NULL;
}

/**
 * relance_plan_to_text:
 *
 * Returns: (transfer full): the steps as relance_plan_parse() reads them
 */
char *
relance_plan_to_text (const RelancePlan *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_steps; i++)
    {
      g_autofree char *step = relance_step_to_text (&self->steps[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", step);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Whether a step comes less than a week after an earlier one that counts from the same day. */
static gboolean
is_close (const RelancePlan *self, guint place)
{
  const RelanceStep *step = &self->steps[place];

  if (step->anchor == RELANCE_ANCHOR_CONTACT)
    return FALSE;
  for (guint i = 0; i < place; i++)
    if (self->steps[i].anchor == step->anchor &&
        step->days < self->steps[i].days + RELANCE_CONTACT_DAYS_BETWEEN)
      return TRUE;

  return FALSE;
}

static RelancePlanFault
check_step (const RelancePlan *self, guint place)
{
  const RelanceStep *step = &self->steps[place];

  if (step->stage != relance_plan_get_stage (place))
    return RELANCE_PLAN_FAULT_ORDER;
  if (place == 0 && step->anchor == RELANCE_ANCHOR_CONTACT)
    return RELANCE_PLAN_FAULT_ANCHOR;
  if (step->days < relance_step_get_min_days (step) || step->days > RELANCE_PLAN_MAX_DAYS)
    return RELANCE_PLAN_FAULT_DAYS;

  return is_close (self, place) ? RELANCE_PLAN_FAULT_CLOSE : RELANCE_PLAN_FAULT_NONE;
}

/**
 * relance_plan_check:
 * @place: (out) (optional): which step is at fault, from 0
 *
 * Whether a plan of one's own may be kept: from the first reminder on, one level after the other,
 * none in more of a hurry than two contacts may be. What no plan can loosen, the caps, the holidays
 * and the situation, is not looked at: it holds above any plan.
 *
 * Returns: the first fault
 */
RelancePlanFault
relance_plan_check (const RelancePlan *self, guint *place)
{
  RelancePlanFault fault = self->n_steps > 0 ? RELANCE_PLAN_FAULT_NONE : RELANCE_PLAN_FAULT_EMPTY;

  for (guint i = 0; fault == RELANCE_PLAN_FAULT_NONE && i < self->n_steps; i++)
    {
      fault = check_step (self, i);
      if (place != NULL)
        *place = i;
    }

  return fault;
}
