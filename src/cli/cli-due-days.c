/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-due-days.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-reminder-outlook.h"
#include "relance-wording.h"

/* What is asked for in one currency stands beside it; in several, only in the list. */
static void
write_json_totals (JsonBuilder *json, GArray *totals)
{
  const RelanceDebtTotal *only = totals->len == 1 ? &g_array_index (totals, RelanceDebtTotal, 0)
                                                  : NULL;

  if (only)
    cli_json_int (json, "total", only->amount);
  else
    cli_json_text (json, "total", NULL);
  cli_json_text (json, "currency", only ? only->currency : NULL);
  cli_json_array (json, "totals");
  for (guint i = 0; i < totals->len; i++)
    {
      const RelanceDebtTotal *total = &g_array_index (totals, RelanceDebtTotal, i);

      json_builder_begin_object (json);
      cli_json_text (json, "currency", total->currency);
      cli_json_int (json, "amount", total->amount);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_json_letter (JsonBuilder *json, const RelanceOutlookLetter *letter)
{
  json_builder_begin_object (json);
  cli_json_text (json, "client", letter->client->name);
  cli_json_int (json, "client_id", letter->client->id);
  cli_json_array (json, "invoices");
  for (guint i = 0; i < letter->invoices->len; i++)
    cli_json_item (json, g_ptr_array_index (letter->invoices, i));
  json_builder_end_array (json);
  cli_json_nick (json, "stage", RELANCE_TYPE_STAGE, letter->stage);
  cli_json_text (json, "channel", "mail");
  write_json_totals (json, letter->totals);
  cli_json_text (json, "why", letter->why);
  json_builder_end_object (json);
}

/* Every day, those on which nothing leaves too. */
static void
write_json_days (JsonBuilder *json, GPtrArray *letters, RelanceDate first, int n_days)
{
  guint next = 0;

  cli_json_array (json, "days");
  for (RelanceDate date = first; date < first + n_days; date++)
    {
      json_builder_begin_object (json);
      cli_json_date (json, "date", date);
      cli_json_array (json, "clients");
      for (; next < letters->len; next++)
        {
          const RelanceOutlookLetter *letter = g_ptr_array_index (letters, next);

          if (letter->date != date)
            break;
          write_json_letter (json, letter);
        }
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static char *
dup_totals (GArray *totals)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < totals->len; i++)
    {
      const RelanceDebtTotal *total = &g_array_index (totals, RelanceDebtTotal, i);
      g_autofree char *money = cli_dup_money (total->amount, total->currency);

      g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", money);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
write_text_days (GString *text, GPtrArray *letters)
{
  g_autoptr (CliTable) table = cli_table_new (5, "lllrl");

  if (letters->len == 0)
    {
      g_string_append (text, _ ("Nothing would leave in these days."));
      return;
    }
  for (guint i = 0; i < letters->len; i++)
    {
      const RelanceOutlookLetter *letter = g_ptr_array_index (letters, i);

      cli_table_take (table, cli_dup_date (letter->date));
      cli_table_add (table, letter->client->name);
      cli_table_add (table, relance_wording_stage (letter->stage));
      cli_table_take (table, dup_totals (letter->totals));
      cli_table_add (table, letter->why);
    }
  cli_table_write (table, text);
}

/**
 * cli_due_days_write:
 * @letters: (element-type RelanceOutlookLetter): what would leave
 *
 * Answers with the days ahead: in JSON the member "days" of the object being built.
 */
void
cli_due_days_write (CliSession *session, GPtrArray *letters, int n_days)
{
  if (session->json)
    write_json_days (session->json, letters, relance_book_get_today (session->book), n_days);
  else
    write_text_days (session->text, letters);
}
