/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-csv-conventions.h"

#include "relance-csv-cells.h"
#include "relance-invoice-words.h"

#include <string.h>

/* How often the cells of a column show each of two ways of writing. */
typedef struct
{
  int one;
  int other;
} Votes;

static const RelanceImportField amount_fields[] = {
  RELANCE_FIELD_TOTAL, RELANCE_FIELD_NET,     RELANCE_FIELD_VAT,
  RELANCE_FIELD_PAID,  RELANCE_FIELD_BALANCE,
};

static const RelanceImportField date_fields[] = {
  RELANCE_FIELD_ISSUED,
  RELANCE_FIELD_DUE,
  RELANCE_FIELD_PAID_ON,
  RELANCE_FIELD_PAID,
};

static const char *
get_cell (const GArray *rows, guint row, RelanceImportField field)
{
  return g_array_index (rows, RelanceCells, row).cells[field];
}

/* The cells that are left cannot turn the vote. */
static gboolean
is_settled (Votes votes, guint n_left)
{
  return (guint) ABS (votes.one - votes.other) > n_left;
}

static Votes
count_decimals (const GArray *rows, RelanceImportField field)
{
  Votes votes = { 0 };

  for (guint i = 0; i < rows->len && !is_settled (votes, rows->len - i); i++)
    {
      const char *cell = get_cell (rows, i, field);
      RelanceWrittenAmount amount;
      RelanceDecimal vote;

      if (strpbrk (cell, ",.") == NULL || !relance_written_amount_split (cell, &amount))
        continue;
      vote = relance_written_amount_vote (&amount);
      votes.one += vote == RELANCE_DECIMAL_COMMA;
      votes.other += vote == RELANCE_DECIMAL_POINT;
    }

  return votes;
}

static Votes
count_orders (const GArray *rows, RelanceImportField field)
{
  Votes votes = { 0 };

  for (guint i = 0; i < rows->len && !is_settled (votes, rows->len - i); i++)
    {
      const char *cell = get_cell (rows, i, field);
      RelanceDateOrder vote = *cell != '\0' ? relance_written_date_vote (cell)
                                            : RELANCE_DATE_ORDER_GUESS;

      votes.one += vote == RELANCE_DATE_ORDER_DMY;
      votes.other += vote == RELANCE_DATE_ORDER_MDY;
    }

  return votes;
}

/* The column's own votes, else those of its sisters, else what the file looks
 * like: @one, or @other. */
static int
decide (Votes own, Votes all, int one, int other, int otherwise)
{
  if (own.one != own.other)
    return own.one > own.other ? one : other;
  if (all.one != all.other)
    return all.one > all.other ? one : other;

  return otherwise;
}

static void
add_votes (Votes *to, Votes votes)
{
  to->one += votes.one;
  to->other += votes.other;
}

/* A file with semicolons keeps its commas for the decimals; one with commas
 * cannot, unless it is in French. */
static RelanceDecimal
guess_decimal (const RelanceCsvLayout *layout)
{
  if (layout->separator == ';')
    return RELANCE_DECIMAL_COMMA;

  return layout->english || layout->separator == ',' ? RELANCE_DECIMAL_POINT
                                                     : RELANCE_DECIMAL_COMMA;
}

static gboolean
is_in_dollars (const GArray *rows, const RelanceCsvLayout *layout, const char *currency)
{
  char code[4];

  if (layout->columns[RELANCE_FIELD_CURRENCY] >= 0)
    return rows->len > 0 &&
           relance_written_currency_read (get_cell (rows, 0, RELANCE_FIELD_CURRENCY), code) &&
           g_str_equal (code, "USD");
  if (layout->currency != NULL)
    return g_str_equal (layout->currency, "USD");
  if (rows->len > 0 && strchr (get_cell (rows, 0, RELANCE_FIELD_TOTAL), '$') != NULL)
    return TRUE;

  return g_str_equal (currency, "USD");
}

/* The day comes first everywhere but in the United States. */
static RelanceDateOrder
guess_order (const GArray *rows, const RelanceCsvLayout *layout, const char *currency)
{
  return layout->english && is_in_dollars (rows, layout, currency) ? RELANCE_DATE_ORDER_MDY
                                                                   : RELANCE_DATE_ORDER_DMY;
}

static RelancePaidColumn
find_paid_kind (const GArray *rows)
{
  int booleans = 0, filled = 0;
  Votes votes = { 0 }; /* amounts against dates */

  for (guint i = 0; i < rows->len; i++)
    {
      const char *cell = get_cell (rows, i, RELANCE_FIELD_PAID);
      RelanceWrittenAmount amount;

      if (*cell == '\0')
        continue;
      if (booleans < filled && is_settled (votes, rows->len - i))
        break;
      filled++;
      if (relance_written_amount_split (cell, &amount))
        votes.one++;
      else if (relance_written_date_parse (cell, RELANCE_DATE_ORDER_DMY) != RELANCE_DATE_NONE ||
               relance_written_date_parse (cell, RELANCE_DATE_ORDER_MDY) != RELANCE_DATE_NONE)
        votes.other++;
      if (booleans == filled - 1)
        booleans += relance_boolean_read (cell) != RELANCE_SAYS_NOTHING;
    }
  if (filled > 0 && booleans == filled)
    return RELANCE_PAID_IS_BOOLEAN;

  return votes.other > votes.one ? RELANCE_PAID_IS_DATE : RELANCE_PAID_IS_AMOUNT;
}

/* What was paid is an amount in one file and a date in the next: it has a vote on one of them. */
static gboolean
has_vote (const RelanceCsvLayout *layout,
          const RelanceConventions *conventions,
          RelanceImportField field,
          RelancePaidColumn kind)
{
  return layout->columns[field] >= 0 && (field != RELANCE_FIELD_PAID || conventions->paid == kind);
}

/**
 * relance_csv_conventions_find:
 * @rows: (element-type RelanceCells): all the rows of the file
 * @currency: that of the business
 * @conventions: (out caller-allocates)
 *
 * A column is written in one way: the way that most of its cells show. Cells
 * that contradict it are refused later, not read the other way. A column that
 * shows nothing ("1.234", "03/04/2021") follows the other columns, then the
 * separator and the language of the headers; dates in figures are day first
 * unless the headers are English and the money is US dollars.
 */
void
relance_csv_conventions_find (const GArray *rows,
                              const RelanceCsvLayout *layout,
                              const char *currency,
                              RelanceConventions *conventions)
{
  Votes decimals[RELANCE_N_FIELDS] = { 0 }, orders[RELANCE_N_FIELDS] = { 0 };
  Votes all_decimals = { 0 }, all_orders = { 0 };

  conventions->paid = find_paid_kind (rows);
  for (gsize i = 0; i < G_N_ELEMENTS (amount_fields); i++)
    {
      if (!has_vote (layout, conventions, amount_fields[i], RELANCE_PAID_IS_AMOUNT))
        continue;
      decimals[amount_fields[i]] = count_decimals (rows, amount_fields[i]);
      add_votes (&all_decimals, decimals[amount_fields[i]]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (date_fields); i++)
    {
      if (!has_vote (layout, conventions, date_fields[i], RELANCE_PAID_IS_DATE))
        continue;
      orders[date_fields[i]] = count_orders (rows, date_fields[i]);
      add_votes (&all_orders, orders[date_fields[i]]);
    }

  for (int i = 0; i < RELANCE_N_FIELDS; i++)
    {
      conventions->decimals[i] = decide (decimals[i], all_decimals, RELANCE_DECIMAL_COMMA,
                                         RELANCE_DECIMAL_POINT, guess_decimal (layout));
      conventions->orders[i] = decide (orders[i], all_orders, RELANCE_DATE_ORDER_DMY,
                                       RELANCE_DATE_ORDER_MDY,
                                       guess_order (rows, layout, currency));
    }
}
