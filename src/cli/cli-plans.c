/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-due-days.h"
#include "cli-json.h"
#include "cli-text.h"
#include "relance-clients.h"
#include "relance-plans.h"
#include "relance-reminder-outlook.h"
#include "relance-step-words.h"
#include "relance-wording.h"

/* A month ahead, as “due --days 30” shows it. */
#define TRIAL_DAYS 30

static void
write_json_members (JsonBuilder *json, const RelanceReminderPlan *plan)
{
  cli_json_text (json, "name", relance_reminder_plan_get_word (plan));
  cli_json_flag (json, "own", plan->shipped == 0);
  cli_json_array (json, "steps");
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const RelanceStep *step = &g_array_index (plan->steps, RelanceStep, i);

      json_builder_begin_object (json);
      cli_json_nick (json, "stage", RELANCE_TYPE_STAGE, step->stage);
      cli_json_int (json, "days", step->days);
      cli_json_nick (json, "after", RELANCE_TYPE_ANCHOR, step->anchor);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  cli_json_int (json, "clients", plan->n_clients);
}

static void
write_json (JsonBuilder *json, const RelanceReminderPlan *plan)
{
  json_builder_begin_object (json);
  write_json_members (json, plan);
  json_builder_end_object (json);
}

static void
write_text (GString *text, const RelanceReminderPlan *plan)
{
  g_autoptr (CliTable) table = cli_table_new (2, "ll");
  g_autofree char *clients = g_strdup_printf ("%u", plan->n_clients);

  cli_fact (table, C_ ("plan", "Reminder plan"), relance_reminder_plan_get_label (plan));
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const RelanceStep *step = &g_array_index (plan->steps, RelanceStep, i);
      g_autofree char *when = relance_step_words_when (step);

      cli_fact (table, relance_wording_stage (step->stage), when);
    }
  cli_fact (table, C_ ("plan", "Clients"), clients);
  cli_table_write (table, text);
}

static CliExit
answer (CliSession *session, const RelanceReminderPlan *plan)
{
  if (session->json)
    write_json (session->json, plan);
  else
    write_text (session->text, plan);
  return CLI_EXIT_DONE;
}

static void
write_text_list (GString *text, GPtrArray *plans)
{
  g_autoptr (CliTable) table = cli_table_new (3, "lrl");

  for (guint i = 0; i < plans->len; i++)
    {
      const RelanceReminderPlan *plan = g_ptr_array_index (plans, i);
      RelancePlan steps = relance_plan_of_steps (plan->steps);

      cli_table_add (table, relance_reminder_plan_get_word (plan));
      cli_table_take (table, g_strdup_printf ("%u", plan->n_clients));
      cli_table_take (table, relance_plan_to_text (&steps));
    }
  cli_table_write (table, text);
}

static CliExit
run_list (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) plans = relance_plans_list (session->book, error);

  if (plans == NULL)
    return CLI_EXIT_NOTHING;
  if (session->json == NULL)
    {
      write_text_list (session->text, plans);
      return CLI_EXIT_DONE;
    }

  json_builder_begin_array (session->json);
  for (guint i = 0; i < plans->len; i++)
    write_json (session->json, g_ptr_array_index (plans, i));
  json_builder_end_array (session->json);
  return CLI_EXIT_DONE;
}

static CliExit
run_show (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceReminderPlan)
    plan = relance_plans_find (session->book, cli_arguments_get_name (arguments, 0), error);

  return plan != NULL ? answer (session, plan) : CLI_EXIT_NOTHING;
}

static gboolean
is_key (const char *key)
{
  static const char *const keys[] = { "name", "first", "second", "third", "formal-notice", NULL };

  return g_strv_contains (keys, key);
}

static gboolean
set_pairs (RelanceReminderPlan *plan, const CliArguments *arguments, GError **error)
{
  for (int i = 1; i < cli_arguments_get_n (arguments); i++)
    {
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;

      if (!cli_split_pair (cli_arguments_get_name (arguments, i), &key, &value, error))
        return FALSE;
      if (!relance_reminder_plan_set (plan, key, value, error))
        return cli_blame_pair (error, key, value);
    }
  return TRUE;
}

static gboolean
find_client (CliSession *session, const char *reference, gint64 *id, GError **error)
{
  g_autoptr (RelanceClient) client = NULL;

  if (reference == NULL)
    return TRUE;
  client = relance_clients_find (session->book, reference, error);
  if (client != NULL)
    *id = client->id;
  return client != NULL;
}

/* What would leave, if the plan were kept as it is now. */
static CliExit
try_plan (CliSession *session,
          const RelanceReminderPlan *plan,
          const CliArguments *arguments,
          int n_days,
          GError **error)
{
  RelancePlanTrial trial = { .steps = plan->steps, .plan_id = plan->id };
  g_autoptr (GPtrArray) letters = NULL;

  if (!relance_reminder_plan_check (plan, error) ||
      !find_client (session, cli_arguments_get (arguments, "--client"), &trial.client_id, error))
    return CLI_EXIT_NOTHING;
  letters = relance_reminder_outlook_try (session->book, &trial, (guint) n_days, error);
  if (letters == NULL)
    return CLI_EXIT_NOTHING;

  if (session->json)
    {
      json_builder_begin_object (session->json);
      cli_json_flag (session->json, "dry_run", TRUE);
      write_json_members (session->json, plan);
    }
  cli_due_days_write (session, letters, n_days);
  if (session->json)
    json_builder_end_object (session->json);
  return CLI_EXIT_DONE;
}

/* Keeps the plan and shows it as the book now has it, or tries it. */
static CliExit
save (CliSession *session,
      const RelanceReminderPlan *plan,
      const CliArguments *arguments,
      int n_days,
      GError **error)
{
  g_autoptr (RelanceReminderPlan) saved = NULL;

  if (cli_arguments_has (arguments, "--dry-run"))
    return try_plan (session, plan, arguments, n_days, error);
  if (relance_plans_save (session->book, plan, NULL, error) == 0)
    return CLI_EXIT_NOTHING;

  saved = relance_plans_find (session->book, plan->name, error);
  return saved != NULL ? answer (session, saved) : CLI_EXIT_NOTHING;
}

/* --client and --days say for whom and how far a plan is tried. */
static gboolean
read_trial (const CliArguments *arguments, int *n_days, GError **error)
{
  gboolean is_trial = cli_arguments_has (arguments, "--dry-run");

  *n_days = TRIAL_DAYS;
  if (!cli_arguments_read_int (arguments, "--days", 1, RELANCE_REMINDER_OUTLOOK_MAX, n_days, error))
    return FALSE;
  if (is_trial ||
      !(cli_arguments_has (arguments, "--days") || cli_arguments_has (arguments, "--client")))
    return TRUE;

  g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                       _ ("--client and --days go with --dry-run."));
  return FALSE;
}

/* A plan that starts as another one, and belongs to no client yet. */
static RelanceReminderPlan *
start_plan (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *like = cli_arguments_get (arguments, "--like");
  RelanceReminderPlan *plan =
    relance_plans_find (session->book, like != NULL ? like : "regular", error);

  if (plan == NULL)
    return NULL;
  plan->id = 0;
  plan->shipped = 0;
  plan->n_clients = 0;
  return plan;
}

static CliExit
run_add (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceReminderPlan) plan = NULL;
  int n_days;

  if (!cli_arguments_check_pairs (arguments, 1, is_key, error) ||
      !read_trial (arguments, &n_days, error) ||
      !cli_session_open_book (session, CLI_BOOK_WRITE, error))
    return CLI_EXIT_NOTHING;
  plan = start_plan (session, arguments, error);
  if (plan == NULL ||
      !relance_reminder_plan_set (plan, "name", cli_arguments_get_name (arguments, 0), error) ||
      !set_pairs (plan, arguments, error))
    return CLI_EXIT_NOTHING;

  return save (session, plan, arguments, n_days, error);
}

static CliExit
run_set (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceReminderPlan) plan = NULL;
  int n_days;

  if (!cli_arguments_check_pairs (arguments, 1, is_key, error) ||
      !read_trial (arguments, &n_days, error) ||
      !cli_session_open_book (session, CLI_BOOK_CHANGE, error))
    return CLI_EXIT_NOTHING;
  plan = relance_plans_find (session->book, cli_arguments_get_name (arguments, 0), error);
  if (plan == NULL || !set_pairs (plan, arguments, error))
    return CLI_EXIT_NOTHING;

  return save (session, plan, arguments, n_days, error);
}

static CliExit
run_remove (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceReminderPlan)
    plan = relance_plans_find (session->book, cli_arguments_get_name (arguments, 0), error);

  if (plan == NULL ||
      !relance_plans_remove (session->book, plan->id, cli_arguments_get (arguments, "--instead"),
                             NULL, error))
    return CLI_EXIT_NOTHING;

  if (session->json)
    write_json (session->json, plan);
  else
    /* Translators: %s is the name of a reminder plan */
    g_string_append_printf (session->text, _ ("The reminder plan %s is removed."), plan->name);
  return CLI_EXIT_DONE;
}

#define TRIAL_OPTIONS                                                                              \
  { "--dry-run", NULL, FALSE, N_ ("Keep nothing: tell what would leave for its clients") },        \
    { "--client", "CLIENT", FALSE, N_ ("With --dry-run: for this client, whatever its plan") },    \
  {                                                                                                \
    "--days", "N", FALSE, N_ ("With --dry-run: in the next N days, 30 unless you say it")          \
  }

static const CliOption add_options[] = {
  { "--like", "PLAN", FALSE, N_ ("Start as a copy of this plan, else of regular") },
  TRIAL_OPTIONS,
  { NULL },
};

static const CliOption set_options[] = {
  TRIAL_OPTIONS,
  { NULL },
};

static const CliOption remove_options[] = {
  { "--instead", "PLAN", FALSE, N_ ("What the clients that have it get: a plan, or none") },
  { NULL },
};

const CliCommand cli_plans_commands[] = {
  { "plans list", NULL, N_ ("List the reminder plans that a client may have"), NULL, 0, 0,
    CLI_BOOK_READ, FALSE, run_list },
  { "plans show", "PLAN", N_ ("Show the steps of a reminder plan"), NULL, 1, 1, CLI_BOOK_READ,
    FALSE, run_show },
  { "plans add", "NAME [--like PLAN] [STEP=DAYS…]",
    N_ ("Make a reminder plan of your own: first second third formal-notice, such as first=due+3, "
        "second=contact+7 or first=issue+45; STEP= leaves a step out"),
    add_options, 1, -1, CLI_BOOK_NONE, FALSE, run_add },
  { "plans set", "PLAN [name=NAME] [STEP=DAYS…]",
    N_ ("Change a reminder plan of your own, or see what the change would do"), set_options, 2, -1,
    CLI_BOOK_NONE, FALSE, run_set },
  { "plans remove", "PLAN [--instead PLAN]", N_ ("Remove a reminder plan of your own"),
    remove_options, 1, 1, CLI_BOOK_CHANGE, FALSE, run_remove },
  { NULL },
};
