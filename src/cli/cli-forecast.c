/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>
#include <math.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-explanation.h"
#include "relance-forecast.h"

#define DEFAULT_WEEKS 8
#define MAX_WEEKS 104

static void
write_json_week (JsonBuilder *json, const RelanceCashWeek *week)
{
  json_builder_begin_object (json);
  cli_json_date (json, "week", week->monday);
  cli_json_int (json, "p10", week->p10);
  cli_json_int (json, "p50", week->p50);
  cli_json_int (json, "p90", week->p90);
  json_builder_end_object (json);
}

static void
write_json_currency (JsonBuilder *json, const RelanceCurrencyForecast *forecast)
{
  const RelanceCash *cash = &forecast->cash;

  json_builder_begin_object (json);
  cli_json_text (json, "currency", forecast->currency);
  cli_json_array (json, "weeks");
  for (guint i = 0; i < cash->weeks->len; i++)
    write_json_week (json, &g_array_index (cash->weeks, RelanceCashWeek, i));
  json_builder_end_array (json);
  cli_json_object (json, "no_precedent");
  cli_json_int (json, "count", cash->unknown_count);
  cli_json_int (json, "amount", cash->unknown_amount);
  json_builder_end_object (json);
  json_builder_end_object (json);
}

static void
write_json (JsonBuilder *json, GPtrArray *currencies)
{
  json_builder_begin_object (json);
  cli_json_array (json, "currencies");
  for (guint i = 0; i < currencies->len; i++)
    write_json_currency (json, g_ptr_array_index (currencies, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
write_text_weeks (GString *text, const RelanceCurrencyForecast *forecast)
{
  g_autoptr (CliTable) table = cli_table_new (4, "lrrr");

  cli_table_add (table, C_ ("forecast", "Week from"));
  cli_table_add (table, C_ ("forecast", "at least"));
  cli_table_add (table, C_ ("forecast", "about"));
  cli_table_add (table, C_ ("forecast", "at most"));
  for (guint i = 0; i < forecast->cash.weeks->len; i++)
    {
      const RelanceCashWeek *week = &g_array_index (forecast->cash.weeks, RelanceCashWeek, i);

      cli_table_take (table, cli_dup_date (week->monday));
      cli_table_take (table, cli_dup_money (week->p10, forecast->currency));
      cli_table_take (table, cli_dup_money (week->p50, forecast->currency));
      cli_table_take (table, cli_dup_money (week->p90, forecast->currency));
    }
  cli_table_write (table, text);
}

/* Weeks of nothing would say that nothing comes, where nobody can tell. */
static gboolean
can_tell (const RelanceCash *cash)
{
  for (guint i = 0; i < cash->weeks->len; i++)
    if (g_array_index (cash->weeks, RelanceCashWeek, i).p90 > 0)
      return TRUE;
  return cash->unknown_count == 0;
}

static void
write_text_currency (GString *text, const RelanceCurrencyForecast *forecast)
{
  const RelanceCash *cash = &forecast->cash;
  g_autofree char *unknown = cli_dup_money (cash->unknown_amount, forecast->currency);

  g_string_append_printf (text, "%s\n", forecast->currency);
  if (can_tell (cash))
    write_text_weeks (text, forecast);
  if (cash->unknown_count > 0)
    /* Translators: %s is an amount of money */
    g_string_append_printf (
      text, _ ("Nobody can tell when %s will come in: nothing like it was ever paid.\n"), unknown);
}

static void
write_text (GString *text, GPtrArray *currencies)
{
  if (currencies->len == 0)
    g_string_append_printf (text, "%s\n", _ ("Nobody owes you anything."));
  for (guint i = 0; i < currencies->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      write_text_currency (text, g_ptr_array_index (currencies, i));
    }
}

static void
write_json_backtest (JsonBuilder *json, const RelanceBacktest *backtest)
{
  json_builder_begin_object (json);
  cli_json_int (json, "n", backtest->n);
  cli_json_number (json, "mae_days", backtest->mae);
  cli_json_number (json, "within_3", backtest->within_3);
  cli_json_number (json, "within_7", backtest->within_7);
  cli_json_number (json, "coverage_80", backtest->coverage);
  cli_json_number (json, "due_date_mae", backtest->due_mae);
  cli_json_number (json, "client_median_mae", backtest->median_mae);
  json_builder_end_object (json);
}

static void
add_days (CliTable *table, const char *label, double days)
{
  /* Translators: %.1f is a number of days */
  g_autofree char *text = g_strdup_printf (
    ngettext ("%.1f day", "%.1f days", relance_explanation_count_days (days)), days);

  cli_fact (table, label, text);
}

static void
write_text_backtest (GString *text, const RelanceBacktest *backtest)
{
  g_autoptr (CliTable) table = cli_table_new (2, "lr");
  g_autofree char *n = g_strdup_printf ("%d", backtest->n);
  g_autofree char *coverage = cli_dup_percent (backtest->coverage);

  if (backtest->n == 0)
    {
      g_string_append_printf (text, "%s\n",
                              _ ("Too little was paid to hold a forecast against it."));
      return;
    }
  cli_fact (table, C_ ("forecast", "Paid invoices foretold"), n);
  add_days (table, C_ ("forecast", "Wrong by, on average"), backtest->mae);
  add_days (table, C_ ("forecast", "The due date is wrong by"), backtest->due_mae);
  add_days (table, C_ ("forecast", "The client’s median is wrong by"), backtest->median_mae);
  cli_fact (table, C_ ("forecast", "Paid within the range of 80 %"), coverage);
  cli_table_write (table, text);
}

static CliExit
run_backtest (CliSession *session, GError **error)
{
  RelanceBacktest backtest;

  if (!relance_forecast_backtest (session->book, &backtest, error))
    return CLI_EXIT_NOTHING;
  if (session->json)
    write_json_backtest (session->json, &backtest);
  else
    write_text_backtest (session->text, &backtest);
  return CLI_EXIT_DONE;
}

static CliExit
run_forecast (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) currencies = NULL;
  int weeks = DEFAULT_WEEKS;

  if (!cli_arguments_read_int (arguments, "--weeks", 1, MAX_WEEKS, &weeks, error) ||
      !cli_session_open_book (session, CLI_BOOK_READ, error))
    return CLI_EXIT_USAGE;
  if (cli_arguments_has (arguments, "--backtest"))
    return run_backtest (session, error);
  currencies = relance_forecast_load (session->book, weeks, error);
  if (!currencies)
    return CLI_EXIT_NOTHING;
  if (session->json)
    write_json (session->json, currencies);
  else
    write_text (session->text, currencies);
  return CLI_EXIT_DONE;
}

static const CliOption options[] = {
  { "--weeks", "N", FALSE, N_ ("How many weeks, the current one included; without it, 8") },
  { "--backtest", NULL, FALSE,
    N_ ("Hold the forecast against what was paid, and against its rivals") },
  { NULL },
};

const CliCommand cli_forecast_commands[] = {
  { "forecast", "[--weeks N | --backtest]", N_ ("Say what is likely to come in, week by week"),
    options, 0, 0, CLI_BOOK_NONE, FALSE, run_forecast },
  { NULL },
};
