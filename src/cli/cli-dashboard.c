/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>
#include <math.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-dashboard.h"
#include "relance-explanation.h"

#define DEFAULT_MONTHS 12
#define MAX_MONTHS 1200

/* How many clients the text names. */
#define N_SLOWEST 5

static const char *const band_keys[RELANCE_N_BANDS] = { "not_due", "d1_30", "d31_60", "d61_90",
                                                        "d91" };

static void
write_json_aged (JsonBuilder *json, const RelanceTally *bands)
{
  cli_json_object (json, "aged");
  for (int i = 0; i < RELANCE_N_BANDS; i++)
    {
      cli_json_object (json, band_keys[i]);
      cli_json_int (json, "count", bands[i].count);
      cli_json_int (json, "amount", bands[i].amount);
      json_builder_end_object (json);
    }
  json_builder_end_object (json);
}

static void
write_json_on_time (JsonBuilder *json, const RelanceCurrencyFigures *figures)
{
  cli_json_object (json, "on_time");
  cli_json_int (json, "settled", figures->settled);
  cli_json_int (json, "late", figures->late);
  cli_json_int (json, "open_overdue", figures->open_overdue);
  cli_json_number (json, "rate", figures->rate < 0 ? NAN : figures->rate);
  json_builder_end_object (json);
}

static void
write_json_month (JsonBuilder *json, const RelanceMonth *month)
{
  g_autofree char *iso = relance_date_to_iso (month->month);

  iso[7] = '\0'; /* YYYY-MM */
  json_builder_begin_object (json);
  cli_json_text (json, "month", iso);
  cli_json_int (json, "on_time", month->on_time.count);
  cli_json_int (json, "late", month->late.count);
  cli_json_int (json, "open_late", month->open_late.count);
  cli_json_int (json, "on_time_amount", month->on_time.amount);
  cli_json_int (json, "late_amount", month->late.amount);
  cli_json_int (json, "open_late_amount", month->open_late.amount);
  json_builder_end_object (json);
}

static void
write_json_days (JsonBuilder *json, const RelanceStatistics *statistics)
{
  cli_json_number (json, "dso_days", statistics->dso);
  cli_json_number (json, "dso_simple_days", statistics->dso_simple);
  cli_json_number (json, "best_dso_days", statistics->dso_best);
  cli_json_number (json, "median_days_late", statistics->median_late);
  cli_json_number (json, "weighted_days_late", statistics->weighted_late);
  cli_json_number (json, "weighted_days_late_with_open", statistics->weighted_late_with_open);
  cli_json_number (json, "median_days_to_settle", statistics->days_to_settle);
  cli_json_number (json, "median_days_to_settle_survival", statistics->days_to_settle_survival);
  cli_json_number (json, "open_at_90_days", statistics->open_at_90);
  cli_json_number (json, "open_at_90_days_survival", statistics->open_at_90_survival);
}

static const char *
get_trend (const RelanceHabit *habit)
{
  if (isnan (habit->trend))
    return NULL;
  if (habit->trend <= -RELANCE_HABIT_TREND_DAYS)
    return "faster";
  return habit->trend >= RELANCE_HABIT_TREND_DAYS ? "slower" : "steady";
}

static void
write_json_client (JsonBuilder *json, RelanceDashboard *dashboard, const RelanceHabit *habit)
{
  json_builder_begin_object (json);
  cli_json_int (json, "id", habit->client_id);
  cli_json_text (json, "name", relance_dashboard_get_client_name (dashboard, habit->client_id));
  cli_json_int (json, "settled", habit->settled);
  cli_json_int (json, "late", habit->late);
  cli_json_int (json, "open_late", habit->open_late);
  cli_json_number (json, "median_days_late", habit->median);
  cli_json_number (json, "late_share", habit->late_share);
  cli_json_number (json, "trend_days", habit->trend);
  cli_json_text (json, "trend", get_trend (habit));
  json_builder_end_object (json);
}

static void
write_json_clients (JsonBuilder *json, RelanceDashboard *dashboard, GArray *habits)
{
  cli_json_array (json, "clients");
  for (guint i = 0; i < habits->len; i++)
    write_json_client (json, dashboard, &g_array_index (habits, RelanceHabit, i));
  json_builder_end_array (json);
}

static void
write_json_currency (JsonBuilder *json,
                     RelanceDashboard *dashboard,
                     const RelanceCurrencyFigures *figures)
{
  json_builder_begin_object (json);
  cli_json_text (json, "currency", figures->currency);
  cli_json_int (json, "owed", figures->owed.amount);
  cli_json_int (json, "owed_count", figures->owed.count);
  cli_json_int (json, "overdue", figures->overdue.amount);
  cli_json_int (json, "overdue_count", figures->overdue.count);
  cli_json_int (json, "clients_overdue", figures->clients_overdue);
  write_json_aged (json, figures->bands);
  write_json_on_time (json, figures);
  cli_json_array (json, "months");
  for (guint i = 0; i < figures->months->len; i++)
    write_json_month (json, &g_array_index (figures->months, RelanceMonth, i));
  json_builder_end_array (json);
  write_json_days (json, &figures->statistics);
  write_json_clients (json, dashboard, figures->statistics.habits);
  json_builder_end_object (json);
}

static void
write_json (JsonBuilder *json, RelanceDashboard *dashboard)
{
  json_builder_begin_object (json);
  cli_json_date (json, "today", dashboard->today);
  if (dashboard->as_of != dashboard->today)
    cli_json_date (json, "as_of", dashboard->as_of);
  cli_json_array (json, "currencies");
  for (guint i = 0; i < dashboard->currencies->len; i++)
    write_json_currency (json, dashboard, g_ptr_array_index (dashboard->currencies, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static char *
dup_days (double days)
{
  if (isnan (days))
    return g_strdup ("—");
  /* Translators: %.1f is a number of days */
  return g_strdup_printf (ngettext ("%.1f day", "%.1f days", relance_explanation_count_days (days)),
                          days);
}

static void
write_days_fact (CliTable *table, const char *label, double days)
{
  g_autofree char *text = dup_days (days);

  cli_fact (table, label, text);
}

/* Whoever pays before the due date is not late by less than nothing. */
static char *
dup_lateness (double days)
{
  if (isnan (days))
    return g_strdup ("—");
  if (days == 0)
    return g_strdup (C_ ("dashboard", "on the due date"));
  if (days < 0)
    /* Translators: %.1f is a number of days */
    return g_strdup_printf (
      ngettext ("%.1f day early", "%.1f days early", relance_explanation_count_days (-days)),
      -days);
  /* Translators: %.1f is a number of days */
  return g_strdup_printf (
    ngettext ("%.1f day late", "%.1f days late", relance_explanation_count_days (days)), days);
}

static void
write_text_facts (GString *text, const RelanceCurrencyFigures *figures)
{
  g_autoptr (CliTable) table = cli_table_new (2, "lr");
  g_autofree char *owed = cli_dup_money (figures->owed.amount, figures->currency);
  g_autofree char *overdue = cli_dup_money (figures->overdue.amount, figures->currency);
  g_autofree char *rate = cli_dup_percent (figures->rate);
  g_autofree char *usual = dup_lateness (figures->statistics.median_late);

  cli_fact (table, C_ ("dashboard", "You are owed"), owed);
  cli_fact (table, C_ ("dashboard", "Of which late"), overdue);
  cli_fact (table, C_ ("dashboard", "Paid on time"), rate);
  write_days_fact (table, C_ ("dashboard", "Days sales outstanding"), figures->statistics.dso);
  write_days_fact (table, C_ ("dashboard", "The same, over a year"),
                   figures->statistics.dso_simple);
  write_days_fact (table, C_ ("dashboard", "The same, if nobody were late"),
                   figures->statistics.dso_best);
  cli_fact (table, C_ ("dashboard", "Usually paid"), usual);
  write_days_fact (table, C_ ("dashboard", "Late on average, by amount"),
                   figures->statistics.weighted_late);
  cli_table_write (table, text);
}

static void
write_text_aged (GString *text, const RelanceCurrencyFigures *figures)
{
  g_autoptr (CliTable) table = cli_table_new (3, "lrr");
  const char *const labels[RELANCE_N_BANDS] = {
    C_ ("dashboard", "Not due yet"),   C_ ("dashboard", "1 to 30 days late"),
    C_ ("dashboard", "31 to 60 days"), C_ ("dashboard", "61 to 90 days"),
    C_ ("dashboard", "Over 90 days"),
  };

  for (int i = 0; i < RELANCE_N_BANDS; i++)
    {
      cli_table_add (table, labels[i]);
      cli_table_take (table, g_strdup_printf ("%d", figures->bands[i].count));
      cli_table_take (table, cli_dup_money (figures->bands[i].amount, figures->currency));
    }
  g_string_append_c (text, '\n');
  cli_table_write (table, text);
}

static void
write_text_months (GString *text, const RelanceCurrencyFigures *figures)
{
  g_autoptr (CliTable) table = cli_table_new (4, "lrrr");

  cli_table_add (table, C_ ("dashboard", "Due in"));
  cli_table_add (table, C_ ("dashboard", "on time"));
  cli_table_add (table, C_ ("dashboard", "late"));
  cli_table_add (table, C_ ("dashboard", "still open"));
  for (guint i = 0; i < figures->months->len; i++)
    {
      const RelanceMonth *month = &g_array_index (figures->months, RelanceMonth, i);

      cli_table_take (table, cli_dup_month (month->month));
      cli_table_take (table, g_strdup_printf ("%d", month->on_time.count));
      cli_table_take (table, g_strdup_printf ("%d", month->late.count));
      cli_table_take (table, g_strdup_printf ("%d", month->open_late.count));
    }
  g_string_append_c (text, '\n');
  cli_table_write (table, text);
}

static void
write_text_client (CliTable *table, RelanceDashboard *dashboard, const RelanceHabit *habit)
{
  cli_table_take (table,
                  cli_dup_clean (relance_dashboard_get_client_name (dashboard, habit->client_id)));
  cli_table_take (table, dup_days (habit->median));
  /* Translators: how many invoices were late, and of how many */
  cli_table_take (table,
                  g_strdup_printf (C_ ("dashboard", "%d of %d"), habit->late + habit->open_late,
                                   habit->settled + habit->open_late));
}

/* The slowest of whom enough is known; those who are not slow are not among them. */
static void
write_text_clients (GString *text, RelanceDashboard *dashboard, GArray *habits)
{
  g_autoptr (CliTable) table = cli_table_new (3, "lrr");

  if (habits->len == 0 || !(g_array_index (habits, RelanceHabit, 0).median > 0))
    return;
  cli_table_add (table, C_ ("dashboard", "Slowest clients"));
  cli_table_add (table, C_ ("dashboard", "usually late by"));
  cli_table_add (table, C_ ("dashboard", "late"));
  for (guint i = 0; i < MIN (habits->len, N_SLOWEST); i++)
    {
      const RelanceHabit *habit = &g_array_index (habits, RelanceHabit, i);

      if (!(habit->median > 0))
        break;
      write_text_client (table, dashboard, habit);
    }
  g_string_append_c (text, '\n');
  cli_table_write (table, text);
}

static void
write_text (GString *text, RelanceDashboard *dashboard)
{
  g_autofree char *day = cli_dup_date (dashboard->as_of);

  /* Translators: %s is a date */
  g_string_append_printf (text, _ ("On %s\n"), day);
  if (dashboard->currencies->len == 0)
    g_string_append_printf (text, "%s\n", _ ("The book holds no invoices yet."));
  for (guint i = 0; i < dashboard->currencies->len; i++)
    {
      const RelanceCurrencyFigures *figures = g_ptr_array_index (dashboard->currencies, i);

      g_string_append_printf (text, "\n%s\n", figures->currency);
      write_text_facts (text, figures);
      write_text_aged (text, figures);
      write_text_months (text, figures);
      write_text_clients (text, dashboard, figures->statistics.habits);
    }
}

static CliExit
run_dashboard (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceDashboard) dashboard = NULL;
  RelanceDate as_of = RELANCE_DATE_NONE;
  int months = DEFAULT_MONTHS;

  if (!cli_arguments_read_int (arguments, "--months", 1, MAX_MONTHS, &months, error) ||
      !cli_arguments_read_date (arguments, "--as-of", &as_of, error) ||
      !cli_session_open_book (session, CLI_BOOK_READ, error))
    return CLI_EXIT_USAGE;
  dashboard = relance_dashboard_load_whole (session->book, as_of, months, error);
  if (!dashboard)
    return CLI_EXIT_NOTHING;
  if (session->json)
    write_json (session->json, dashboard);
  else
    write_text (session->text, dashboard);
  return CLI_EXIT_DONE;
}

static const CliOption options[] = {
  { "--months", "N", FALSE, N_ ("How many months, the current one included; without it, 12") },
  { "--as-of", "DATE", FALSE,
    N_ ("The figures as they were on that day, or will be if nothing happens") },
  { NULL },
};

const CliCommand cli_dashboard_commands[] = {
  { "dashboard", "[--months N] [--as-of DATE]",
    N_ ("Show what you are owed, what is late, and who pays on time"), options, 0, 0, CLI_BOOK_NONE,
    FALSE, run_dashboard },
  { NULL },
};
