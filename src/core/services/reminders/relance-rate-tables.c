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
  CONFIRMED,
  N_COLUMNS,
};

/* Our own data: a mistake in it is ours, not the world's. */
static void
add_row (GPtrArray *rates, const RelanceCsv *csv)
{
  RelanceRate rate = { 0 };
  gboolean is_rate;

  g_assert (csv->n_fields == N_COLUMNS);
  rate.half = relance_date_parse_iso (csv->fields[FROM]);
  rate.kind = relance_rate_kind_from_word (csv->fields[WHAT]);
  is_rate = relance_rate_parse (csv->fields[RATE], &rate.rate);
  rate.source = (char *) csv->fields[SOURCE];
  rate.read = relance_date_parse_iso (csv->fields[READ]);
  rate.is_confirmed = g_str_equal (csv->fields[CONFIRMED], "yes");
  g_assert (rate.half != RELANCE_DATE_NONE && rate.half == relance_rates_get_half (rate.half));
  g_assert (rate.read != RELANCE_DATE_NONE && rate.kind != 0 && *rate.source != '\0');
  g_assert (is_rate && relance_rates_find (rates, rate.kind, rate.half) == NULL);
  relance_rates_put (rates, &rate);
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
