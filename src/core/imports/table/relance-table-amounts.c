/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-table-row.h"

#include "relance-base-error.h"
#include "relance-invoice-words.h"

#include <string.h>

/* Rates are counted in hundredths of it. */
#define RATE_ONE_PER_CENT 100

/* "$" is that of the business when it counts in dollars of its own. */
static const char *
resolve_sign (RelanceTableReader *reader, const char *text, const char *currency)
{
  if (strchr (text, '$') != NULL && g_str_equal (currency, "USD") && strstr (text, "US") == NULL &&
      g_str_has_suffix (reader->currency, "D"))
    return reader->currency;

  return currency;
}

static gboolean
read_written_currency (RelanceTableReader *reader, const RelanceCells *cells, char currency[4])
{
  const RelanceImportField fields[] = { RELANCE_FIELD_TOTAL, RELANCE_FIELD_NET };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = cells->cells[fields[i]];
      RelanceWrittenAmount amount;

      if (strspn (text, "0123456789,. ") == strlen (text) ||
          !relance_written_amount_split (text, &amount) || amount.currency[0] == '\0')
        continue;
      g_strlcpy (currency, resolve_sign (reader, text, amount.currency), 4);
      return TRUE;
    }

  return FALSE;
}

/* The column says it, else the amount, else the header, else it is that of the
 * business. A column and an amount that contradict each other are refused. */
gboolean
relance_table_read_currency (RelanceTableReader *reader,
                             const RelanceCells *cells,
                             RelanceImportRow *row)
{
  const char *text = cells->cells[RELANCE_FIELD_CURRENCY];
  char written[4] = "";
  gboolean in_amount = read_written_currency (reader, cells, written);

  if (*text != '\0')
    {
      const char *currency = relance_table_learn_currency (reader, text)->clean;

      if (currency == NULL)
        return relance_table_refuse (row, "currency", text);
      g_strlcpy (row->currency, currency, sizeof row->currency);
      if (in_amount && !g_str_equal (written, row->currency) &&
          strchr (cells->cells[RELANCE_FIELD_TOTAL], '$') == NULL)
        return relance_table_refuse (row, "currency", cells->cells[RELANCE_FIELD_TOTAL]);
      return TRUE;
    }

  g_strlcpy (row->currency,
             in_amount                          ? written
             : reader->layout->currency != NULL ? reader->layout->currency
                                                : reader->currency,
             sizeof row->currency);

  return TRUE;
}

static gboolean
read_amount (RelanceTableReader *reader,
             const RelanceCells *cells,
             RelanceImportField field,
             RelanceImportRow *row,
             gint64 *minor)
{
  const char *text = cells->cells[field];
  RelanceWrittenAmount amount;
  g_autoptr (GError) error = NULL;

  *minor = 0;
  if (*text == '\0')
    return TRUE;
  if (!relance_written_amount_split (text, &amount))
    return relance_table_refuse (row, "amount", text);
  if (relance_written_amount_to_minor (&amount, row->currency, reader->conventions.decimals[field],
                                       minor, &error))
    return TRUE;

  return relance_table_refuse (row,
                               g_error_matches (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_RANGE)
                                 ? "amount-range"
                                 : "amount",
                               text);
}

/* A per cent sign makes a rate of what stands where the VAT is. */
static const char *
find_rate (const RelanceCells *cells)
{
  const char *vat = cells->cells[RELANCE_FIELD_VAT];

  return strchr (vat, '%') != NULL ? vat : *vat == '\0' ? cells->cells[RELANCE_FIELD_VAT_RATE] : "";
}

/* Hundredths of a per cent: "20", "20 %", "5,5", "0.2" is 20 %. */
static gboolean
parse_rate (const char *text, gint64 *rate)
{
  g_autofree char *digits = g_strdup (text);
  RelanceWrittenAmount amount;

  g_strdelimit (digits, "%", ' ');
  g_strstrip (digits);
  if (!relance_written_amount_split (digits, &amount) || amount.currency[0] != '\0' ||
      !relance_written_amount_to_minor (
        &amount, "EUR",
        strchr (digits, ',') != NULL ? RELANCE_DECIMAL_COMMA : RELANCE_DECIMAL_POINT, rate, NULL))
    return FALSE;
  if (*rate > 0 && *rate < RATE_ONE_PER_CENT && strchr (text, '%') == NULL)
    *rate *= 100;

  return *rate >= 0 && *rate <= 100 * RATE_ONE_PER_CENT;
}

/* The VAT on a net amount; rounded as invoices are, half a cent up. */
static gboolean
read_vat (RelanceTableReader *reader,
          const RelanceCells *cells,
          RelanceImportRow *row,
          gint64 net,
          gint64 *vat)
{
  const char *text = find_rate (cells);
  gint64 rate, part;

  if (*text == '\0')
    return read_amount (reader, cells, RELANCE_FIELD_VAT, row, vat);
  if (!parse_rate (text, &rate) || ABS (net) > RELANCE_MONEY_MAX)
    return relance_table_refuse (row, "amount", text);
  part = ABS (net) * rate + 50 * RATE_ONE_PER_CENT;
  *vat = part / (100 * RATE_ONE_PER_CENT) * (net < 0 ? -1 : 1);

  return TRUE;
}

static gboolean
says_vat (const RelanceCells *cells)
{
  return *cells->cells[RELANCE_FIELD_VAT] != '\0' || *cells->cells[RELANCE_FIELD_VAT_RATE] != '\0';
}

gboolean
relance_table_read_total (RelanceTableReader *reader,
                          const RelanceCells *cells,
                          RelanceImportRow *row)
{
  gint64 net, vat;

  if (*cells->cells[RELANCE_FIELD_TOTAL] != '\0')
    {
      if (!read_amount (reader, cells, RELANCE_FIELD_TOTAL, row, &row->total))
        return FALSE;
    }
  else if (*cells->cells[RELANCE_FIELD_NET] != '\0')
    {
      if (!read_amount (reader, cells, RELANCE_FIELD_NET, row, &net) ||
          !read_vat (reader, cells, row, net, &vat))
        return FALSE;
      row->total = net + vat;
      if (!says_vat (cells))
        row->flags |= RELANCE_ROW_NET_AMOUNT;
    }
  else
    return relance_table_refuse (row, "no-amount", NULL);

  if (row->total > RELANCE_MONEY_MAX)
    return relance_table_refuse (row, "amount-range", NULL);

  return TRUE;
}

static gboolean
read_paid_amount (RelanceTableReader *reader,
                  const RelanceCells *cells,
                  RelanceImportRow *row,
                  gboolean *said)
{
  gint64 balance;

  *said = TRUE;
  if (*cells->cells[RELANCE_FIELD_PAID] != '\0' &&
      reader->conventions.paid == RELANCE_PAID_IS_AMOUNT)
    return read_amount (reader, cells, RELANCE_FIELD_PAID, row, &row->paid);
  if (*cells->cells[RELANCE_FIELD_BALANCE] != '\0')
    {
      if (!read_amount (reader, cells, RELANCE_FIELD_BALANCE, row, &balance))
        return FALSE;
      row->paid = row->total - balance;
      return TRUE;
    }
  *said = FALSE;

  return TRUE;
}

static gboolean
read_paid_column (RelanceTableReader *reader,
                  const RelanceCells *cells,
                  RelanceImportRow *row,
                  gboolean *paid)
{
  const char *text = cells->cells[RELANCE_FIELD_PAID];

  *paid = FALSE;
  if (*text == '\0' || reader->conventions.paid == RELANCE_PAID_IS_AMOUNT)
    return TRUE;
  if (reader->conventions.paid == RELANCE_PAID_IS_BOOLEAN)
    {
      *paid = relance_boolean_read (text) == RELANCE_SAYS_PAID;
      return TRUE;
    }
  *paid = TRUE;

  return row->paid_on != RELANCE_DATE_NONE ||
         relance_table_read_date (reader, cells, RELANCE_FIELD_PAID, row, &row->paid_on);
}

/* "Payée le 05/02/2026" says when, too. */
static gboolean
says_paid (RelanceTableReader *reader, const char *status, RelanceImportRow *row)
{
  const gsize words = strcspn (status, "0123456789");
  g_autofree char *before = g_strndup (status, words);
  RelanceDate date;

  if (relance_status_read (before) != RELANCE_SAYS_PAID)
    return FALSE;
  if (status[words] == '\0')
    return TRUE;
  date =
    relance_written_date_parse (status + words, reader->conventions.orders[RELANCE_FIELD_PAID_ON]);
  if (row->paid_on == RELANCE_DATE_NONE)
    row->paid_on = date;

  return date != RELANCE_DATE_NONE;
}

/* An amount says it best; else the status, a tick, or a date of payment that no
 * status contradicts, each of which means the whole. */
gboolean
relance_table_read_paid (RelanceTableReader *reader,
                         const RelanceCells *cells,
                         RelanceImportRow *row)
{
  const char *status = cells->cells[RELANCE_FIELD_STATUS];
  const char *payment = cells->cells[RELANCE_FIELD_PAYMENT_STATE];
  gboolean said, whole;

  if (!read_paid_amount (reader, cells, row, &said) ||
      !read_paid_column (reader, cells, row, &whole))
    return FALSE;
  if (*status != '\0' || *payment != '\0')
    whole |= says_paid (reader, status, row) || says_paid (reader, payment, row);
  else if (!said && *cells->cells[RELANCE_FIELD_PAID] == '\0')
    whole |= row->paid_on != RELANCE_DATE_NONE;

  if (whole && row->paid == 0)
    row->paid = row->total;

  return TRUE;
}
