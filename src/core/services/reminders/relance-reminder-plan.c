/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plans.h"

#include "relance-step-words.h"
#include "relance-text.h"
#include "relance-wording.h"

#include <glib/gi18n-lib.h>

/**
 * relance_reminder_plan_copy:
 *
 * Returns: (transfer full): a plan of its own with the same content, to be edited
 */
RelanceReminderPlan *
relance_reminder_plan_copy (const RelanceReminderPlan *self)
{
  RelanceReminderPlan *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->steps = g_array_copy (self->steps);
  return copy;
}

void
relance_reminder_plan_free (RelanceReminderPlan *self)
{
  g_free (self->name);
  g_array_unref (self->steps);
  g_free (self);
}

/**
 * relance_reminder_plan_get_word:
 *
 * Returns: what the command line calls it: an English word, or the name that the user gave
 */
const char *
relance_reminder_plan_get_word (const RelanceReminderPlan *self)
{
  return self->shipped != 0 ? relance_enum_to_nick (RELANCE_TYPE_RHYTHM, (int) self->shipped)
                            : self->name;
}

/**
 * relance_reminder_plan_get_label:
 *
 * Returns: what people call it
 */
const char *
relance_reminder_plan_get_label (const RelanceReminderPlan *self)
{
  return self->shipped != 0 ? relance_wording_plan (self->shipped) : self->name;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, why);
  return FALSE;
}

static gboolean
set_name (RelanceReminderPlan *self, const char *value, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = relance_text_clean_name (value, &local_error);
  g_autofree char *why = NULL;

  if (name != NULL)
    {
      g_set_str (&self->name, name);
      return TRUE;
    }
  why = relance_wording_error (local_error);
  return refuse (error, why);
}

static void
remove_step (GArray *steps, RelanceStage stage)
{
  for (guint i = steps->len; i > 0; i--)
    if (g_array_index (steps, RelanceStep, i - 1).stage == stage)
      g_array_remove_index (steps, i - 1);
}

static void
insert_step (GArray *steps, const RelanceStep *step)
{
  guint place = 0;

  remove_step (steps, step->stage);
  while (place < steps->len && g_array_index (steps, RelanceStep, place).stage < step->stage)
    place++;
  g_array_insert_val (steps, place, *step);
}

static gboolean
set_step (RelanceReminderPlan *self, const char *key, const char *value, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%s=%s", key, value);
  RelanceStep step;

  if (value[0] == '\0')
    {
      remove_step (self->steps, relance_enum_from_nick (RELANCE_TYPE_STAGE, key));
      return TRUE;
    }
  if (!relance_step_parse (text, &step))
    return refuse (error, _ ("Days are written as due+3, contact+7 or issue+45: so many days after "
                             "the due date, after the last reminder, or after the invoice."));
  insert_step (self->steps, &step);

  return TRUE;
}

/**
 * relance_reminder_plan_set:
 * @key: name, first, second, third or formal-notice
 * @value: as it was typed: of a step such as "due+3"; "" takes the step away
 * @error: %RELANCE_SERVICE_ERROR_INVALID when there is no such key, or when the value is none of
 *   its own. Whether all of it makes a plan is for relance_reminder_plan_check()
 */
gboolean
relance_reminder_plan_set (RelanceReminderPlan *self,
                           const char *key,
                           const char *value,
                           GError **error)
{
  int stage = relance_enum_from_nick (RELANCE_TYPE_STAGE, key);

  if (g_str_equal (key, "name"))
    return set_name (self, value, error);
  if (relance_stage_get_level (stage) > 0 && stage != RELANCE_STAGE_INCIDENT)
    return set_step (self, key, value, error);
  /* Translators: %s is an English word that was typed. */
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
               _ ("A reminder plan has no “%s”."), key);

  return FALSE;
}

/* A name that stands for a plan of the program, in either language, would be two plans'. */
static gboolean
is_taken_by_program (const char *name)
{
  g_autofree char *key = relance_text_fold (name);

  for (int plan = RELANCE_RHYTHM_GENTLE; plan <= RELANCE_RHYTHM_NONE; plan++)
    {
      g_autofree char *label = relance_text_fold (relance_wording_plan (plan));

      if (g_str_equal (key, relance_enum_to_nick (RELANCE_TYPE_RHYTHM, plan)) ||
          g_str_equal (key, label))
        return TRUE;
    }

  return FALSE;
}

/**
 * relance_reminder_plan_check:
 * @error: %RELANCE_SERVICE_ERROR_INVALID, with what is wrong
 *
 * Returns: whether the plan may be kept as one's own
 */
gboolean
relance_reminder_plan_check (const RelanceReminderPlan *self, GError **error)
{
  RelancePlan plan = relance_plan_of_steps (self->steps);
  guint place = 0;
  RelancePlanFault fault = relance_plan_check (&plan, &place);
  g_autofree char *why = NULL;

  if (self->shipped != 0)
    return refuse (error, _ ("The plans of the program stay as they are: make a copy, and change "
                             "that."));
  if (self->name == NULL || self->name[0] == '\0')
    return refuse (error, _ ("A reminder plan has a name."));
  if (is_taken_by_program (self->name))
    return refuse (error, _ ("A plan of the program has this name. Choose another one."));
  if (fault == RELANCE_PLAN_FAULT_NONE)
    return TRUE;

  why = relance_step_words_fault (&plan, fault, place);
  return refuse (error, why);
}

/**
 * relance_plans_get_word_of:
 *
 * Returns: what the command line calls the plan of a client
 */
const char *
relance_plans_get_word_of (RelanceClient *client)
{
  return client->own_plan_name != NULL ? client->own_plan_name
                                       : relance_enum_to_nick (RELANCE_TYPE_RHYTHM, client->plan);
}

/**
 * relance_plans_get_label_of:
 *
 * Returns: what people call the plan of a client
 */
const char *
relance_plans_get_label_of (RelanceClient *client)
{
  return client->own_plan_name != NULL ? client->own_plan_name
                                       : relance_wording_plan (client->plan);
}
