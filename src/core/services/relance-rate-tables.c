/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-rate-tables.h"

#include "relance-csv.h"
#include "relance-rates-resources.h"

/* The columns of data/rates. */
enum
{
  FROM,
  WHAT,
  RATE,
  SOURCE,
  READ,
  N_COLUMNS,
};

/* Our own data: a mistake in it is ours, not the world's. */
static void
add_row (GPtrArray *rates, const RelanceCsv *csv)
{
  RelanceDate from, read;
  RelanceRateKind kind;
  gboolean is_rate;
  int rate = 0;

  g_assert (csv->n_fields == N_COLUMNS);
  from = relance_date_parse_iso (csv->fields[FROM]);
  read = relance_date_parse_iso (csv->fields[READ]);
  kind = relance_rate_kind_from_word (csv->fields[WHAT]);
  is_rate = relance_rate_parse (csv->fields[RATE], &rate);
  g_assert (from != RELANCE_DATE_NONE && from == relance_rates_get_half (from));
  g_assert (read != RELANCE_DATE_NONE && kind != 0 && *csv->fields[SOURCE] != '\0');
  g_assert (is_rate && relance_rates_find (rates, kind, from) == NULL);
  relance_rates_put (rates, kind, from, rate, csv->fields[SOURCE], read);
}

static void
read_table (GPtrArray *rates, GBytes *bytes)
{
  gsize size = g_bytes_get_size (bytes);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), size);
  g_auto (RelanceCsv) csv = { 0 };
  gboolean is_heading = TRUE;
  gboolean record;

  relance_csv_init (&csv, text, size, ',');
  while (relance_csv_next (&csv, &record, NULL) && record)
    {
      if (!is_heading)
        add_row (rates, &csv);
      is_heading = FALSE;
    }
}

/**
 * relance_rate_tables_load:
 * @country: an ISO 3166 code
 *
 * Reads data/rates.
 *
 * Returns: (transfer full) (element-type RelanceRate): the rates of that country, none when it has
 *   no table
 */
GPtrArray *
relance_rate_tables_load (const char *country)
{
  g_autofree char *name = g_ascii_strdown (country, -1);
  g_autofree char *path = g_strdup_printf ("/org/example/Relance/rates/%s.csv", name);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (relance_rates_get_resource (), path, 0, NULL);
  GPtrArray *rates = relance_rates_new ();

  if (bytes != NULL)
    read_table (rates, bytes);
  return rates;
}
