/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-fees-answer.h"

#include <glib/gi18n.h>
#include <math.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-late-fees-words.h"

static const char *const rule_words[] = {
  [RELANCE_FEES_NONE] = "none",
  [RELANCE_FEES_UNKNOWN] = "unknown",
  [RELANCE_FEES_FR_BUSINESS] = "fr-business",
  [RELANCE_FEES_FR_PUBLIC] = "fr-public",
  [RELANCE_FEES_GB] = "gb",
};

static const char *const rate_words[] = {
  [RELANCE_FEES_RATE_STATUTORY] = "statutory",
  [RELANCE_FEES_RATE_AGREED] = "agreed",
  [RELANCE_FEES_RATE_FLOOR] = "floor",
};

static void
write_json_rate (JsonBuilder *json, const char *key, int rate)
{
  cli_json_number (json, key,
                   rate == RELANCE_RATE_NONE ? NAN : (double) rate / RELANCE_RATE_PERCENT);
}

/* @is_known: or else null */
static void
write_json_amount (JsonBuilder *json, const char *key, gint64 amount, gboolean is_known)
{
  if (is_known)
    cli_json_int (json, key, amount);
  else
    cli_json_text (json, key, NULL);
}

static void
write_json_table (JsonBuilder *json, const RelanceRate *rate)
{
  if (!rate)
    {
      cli_json_text (json, "table", NULL);
      return;
    }
  cli_json_object (json, "table");
  cli_json_text (json, "kind", relance_rate_kind_to_word (rate->kind));
  cli_json_date (json, "from", rate->half);
  write_json_rate (json, "rate", rate->rate);
  cli_json_text (json, "source", rate->source);
  cli_json_date (json, "read", rate->read);
  cli_json_flag (json, "confirmed", rate->is_confirmed);
  json_builder_end_object (json);
}

static void
write_json_line (JsonBuilder *json, const RelanceFeesLine *line)
{
  json_builder_begin_object (json);
  cli_json_date (json, "due", line->due);
  cli_json_date (json, "from", line->from);
  cli_json_date (json, "to", line->to);
  cli_json_int (json, "days", line->days);
  cli_json_int (json, "base", line->base);
  write_json_rate (json, "rate", line->rate);
  cli_json_text (json, "rate_kind", rate_words[line->kind]);
  write_json_table (json, line->source);
  write_json_amount (json, "amount", line->amount, line->rate != RELANCE_RATE_NONE);
  json_builder_end_object (json);
}

static void
write_json_missing (JsonBuilder *json,
                    const RelanceLateFees *fees,
                    const RelanceMissingRate *missing)
{
  g_autofree char *why = relance_late_fees_words_missing (fees, missing);

  json_builder_begin_object (json);
  cli_json_text (json, "kind", relance_rate_kind_to_word (missing->kind));
  cli_json_date (json, "from", missing->half);
  cli_json_text (json, "why", why);
  json_builder_end_object (json);
}

/* Where there is no rule there is no currency for the sum either. */
static void
write_json_fixed (JsonBuilder *json, const RelanceFees *fees)
{
  cli_json_object (json, "fixed");
  write_json_amount (json, "amount", fees->fixed, fees->is_fixed_known);
  cli_json_text (json, "currency", *fees->fixed_currency ? fees->fixed_currency : NULL);
  json_builder_end_object (json);
}

static void
write_json_invoice (JsonBuilder *json,
                    const RelanceLateFees *all,
                    const RelanceInvoiceFees *invoice)
{
  const RelanceFees *fees = invoice->fees;

  json_builder_begin_object (json);
  cli_json_int (json, "id", invoice->id);
  cli_json_text (json, "number", invoice->number);
  cli_json_text (json, "currency", invoice->currency);
  cli_json_array (json, "lines");
  for (guint i = 0; i < fees->lines->len; i++)
    write_json_line (json, &g_array_index (fees->lines, RelanceFeesLine, i));
  json_builder_end_array (json);
  write_json_amount (json, "interest", fees->interest, fees->missing->len == 0);
  write_json_fixed (json, fees);
  cli_json_array (json, "missing");
  for (guint i = 0; i < fees->missing->len; i++)
    write_json_missing (json, all, &g_array_index (fees->missing, RelanceMissingRate, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
write_json_total (JsonBuilder *json, const RelanceFeesTotal *total)
{
  json_builder_begin_object (json);
  cli_json_text (json, "currency", total->currency);
  write_json_amount (json, "interest", total->interest, total->is_interest_known);
  write_json_amount (json, "fixed", total->fixed, total->is_fixed_known);
  write_json_amount (json, "total", total->interest + total->fixed,
                     total->is_interest_known && total->is_fixed_known);
  json_builder_end_object (json);
}

void
cli_json_fees (JsonBuilder *json, const RelanceLateFees *fees)
{
  g_autofree char *why = relance_late_fees_words_rule (fees);

  json_builder_begin_object (json);
  cli_json_text (json, "client", fees->client->name);
  cli_json_int (json, "client_id", fees->client->id);
  cli_json_nick (json, "kind", RELANCE_TYPE_KIND, fees->client->kind);
  cli_json_text (json, "country", fees->country);
  cli_json_flag (json, "country_guessed", fees->is_country_guessed);
  cli_json_text (json, "rule", rule_words[fees->rule]);
  cli_json_text (json, "why", why);
  write_json_rate (json, "agreed", fees->agreed);
  cli_json_date (json, "until", fees->until);
  cli_json_array (json, "invoices");
  for (guint i = 0; i < fees->invoices->len; i++)
    write_json_invoice (json, fees, g_ptr_array_index (fees->invoices, i));
  json_builder_end_array (json);
  cli_json_array (json, "totals");
  for (guint i = 0; i < fees->totals->len; i++)
    write_json_total (json, &g_array_index (fees->totals, RelanceFeesTotal, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_line (CliTable *table, const RelanceFeesLine *line, const char *currency)
{
  gboolean is_known = line->rate != RELANCE_RATE_NONE;

  cli_table_take (table, cli_dup_date (line->from));
  cli_table_take (table, cli_dup_date (line->to));
  cli_table_take (table, g_strdup_printf ("%d", line->days));
  cli_table_take (table, cli_dup_money (line->base, currency));
  cli_table_take (table, is_known ? relance_late_fees_words_rate (line->rate) : g_strdup ("?"));
  cli_table_take (table, is_known ? cli_dup_money (line->amount, currency) : g_strdup ("?"));
}

static void
write_text_lines (GString *text, const RelanceInvoiceFees *invoice)
{
  g_autoptr (CliTable) table = cli_table_new (6, "llrrrr");

  cli_table_add (table, C_ ("fees", "From"));
  cli_table_add (table, C_ ("fees", "To"));
  cli_table_add (table, C_ ("fees", "Days"));
  cli_table_add (table, C_ ("fees", "On"));
  cli_table_add (table, C_ ("fees", "Rate"));
  cli_table_add (table, C_ ("fees", "Interest"));
  for (guint i = 0; i < invoice->fees->lines->len; i++)
    add_line (table, &g_array_index (invoice->fees->lines, RelanceFeesLine, i), invoice->currency);
  cli_table_write (table, text);
}

static void
write_text_missing (GString *text, const RelanceLateFees *all, const RelanceFees *fees)
{
  for (guint i = 0; i < fees->missing->len; i++)
    {
      const RelanceMissingRate *missing = &g_array_index (fees->missing, RelanceMissingRate, i);
      g_autofree char *why = relance_late_fees_words_missing (all, missing);
      g_autofree char *half = relance_date_to_iso (missing->half);

      /* Translators: a sentence, then an option to type such as --reference, then a date; RATE
       * stands for a number */
      g_string_append_printf (text, _ ("%s Say it with --%s %s=RATE.\n"), why,
                              relance_rate_kind_to_word (missing->kind), half);
    }
}

static void
write_text_fixed (GString *text, const RelanceInvoiceFees *invoice)
{
  const RelanceFees *fees = invoice->fees;
  g_autofree char *fixed = cli_dup_money (fees->fixed, fees->fixed_currency);

  if (!fees->is_fixed_known)
    /* Translators: two currencies, such as GBP and EUR */
    g_string_append_printf (text,
                            _ ("The sum for the invoice depends on its amount in %s; it is in "
                               "%s.\n"),
                            fees->fixed_currency, invoice->currency);
  else
    /* Translators: %s is an amount of money, owed once for each late invoice */
    g_string_append_printf (text, _ ("For the invoice itself: %s\n"), fixed);
}

static void
write_text_invoice (GString *text, const RelanceLateFees *all, const RelanceInvoiceFees *invoice)
{
  g_autofree char *number = cli_dup_clean (invoice->number);

  g_string_append_printf (text, "\n%s\n", number);
  if (invoice->fees->lines->len == 0)
    {
      g_string_append_printf (text, "%s\n", _ ("Nothing is owed for this invoice."));
      return;
    }
  write_text_lines (text, invoice);
  write_text_fixed (text, invoice);
  write_text_missing (text, all, invoice->fees);
}

static void
write_text_invoices (GString *text, const RelanceLateFees *fees)
{
  if (fees->invoices->len == 0)
    g_string_append_printf (text, "%s\n", _ ("No invoice was late."));
  for (guint i = 0; i < fees->invoices->len; i++)
    write_text_invoice (text, fees, g_ptr_array_index (fees->invoices, i));
}

static void
write_text_total (GString *text, const RelanceFeesTotal *total)
{
  g_autofree char *sum = cli_dup_money (total->interest + total->fixed, total->currency);

  if (total->is_interest_known && total->is_fixed_known)
    /* Translators: %s is an amount of money */
    g_string_append_printf (text, _ ("In all: %s\n"), sum);
  else
    /* Translators: %s is an amount of money */
    g_string_append_printf (text, _ ("In all, at least: %s\n"), sum);
}

/* Each rate of the table that a line was made of, once. */
static GPtrArray *
list_sources (const RelanceLateFees *fees)
{
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < fees->invoices->len; i++)
    {
      GArray *lines = ((RelanceInvoiceFees *) g_ptr_array_index (fees->invoices, i))->fees->lines;

      for (guint j = 0; j < lines->len; j++)
        {
          gpointer source = (gpointer) g_array_index (lines, RelanceFeesLine, j).source;

          if (source && !g_ptr_array_find (sources, source, NULL))
            g_ptr_array_add (sources, source);
        }
    }
  return sources;
}

static char *
name_source (const RelanceRate *rate)
{
  g_autofree char *read = cli_dup_date (rate->read);

  if (!rate->source)
    return g_strdup (_ ("said by you"));
  if (!rate->is_confirmed)
    /* Translators: where a rate was read, and on which day */
    return g_strdup_printf (_ ("%s (read on %s, to be confirmed)"), rate->source, read);
  /* Translators: where a rate was read, and on which day */
  return g_strdup_printf (_ ("%s (read on %s)"), rate->source, read);
}

static void
write_text_sources (GString *text, const RelanceLateFees *fees)
{
  g_autoptr (GPtrArray) sources = list_sources (fees);
  g_autoptr (CliTable) table = cli_table_new (3, "lrl");

  if (sources->len == 0)
    return;
  g_string_append_printf (text, "\n%s\n", _ ("Rates of each half-year, and where they come from:"));
  for (guint i = 0; i < sources->len; i++)
    {
      const RelanceRate *rate = g_ptr_array_index (sources, i);

      cli_table_take (table, cli_dup_date (rate->half));
      cli_table_take (table, relance_late_fees_words_rate (rate->rate));
      cli_table_take (table, name_source (rate));
    }
  cli_table_write (table, text);
}

void
cli_text_fees (GString *text, const RelanceLateFees *fees)
{
  g_autofree char *client = cli_dup_clean (fees->client->name);
  g_autofree char *until = cli_dup_date (fees->until);
  g_autofree char *why = relance_late_fees_words_rule (fees);

  /* Translators: a client, then a date, the last day that counts */
  g_string_append_printf (text, _ ("%s, until %s\n"), client, until);
  g_string_append_printf (text, "%s\n", why);
  if (fees->is_country_guessed && fees->rule != RELANCE_FEES_NONE)
    g_string_append_printf (
      text, "%s\n", _ ("Neither your business nor this client has a country: France was taken."));
  if (fees->rule != RELANCE_FEES_NONE && fees->rule != RELANCE_FEES_UNKNOWN)
    write_text_invoices (text, fees);
  if (fees->totals->len > 0)
    g_string_append_c (text, '\n');
  for (guint i = 0; i < fees->totals->len; i++)
    write_text_total (text, &g_array_index (fees->totals, RelanceFeesTotal, i));
  write_text_sources (text, fees);
}
