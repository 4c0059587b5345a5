/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-own-export-cell.h"

#include "relance-date.h"
#include "relance-enums.h"
#include "relance-identifiers.h"
#include "relance-money.h"

#include <string.h>

/* Far more than a book holds of anything, and far from what overflows. */
#define NUMBER_MAX (G_GINT64_CONSTANT (1) << 52)

#define MINUTES_OF_DAY (24 * 60)

static gboolean
is_media_type (const char *text)
{
  const char *slash = strchr (text, '/');

  for (const char *at = text; *at != '\0'; at++)
    if (at != slash && !g_ascii_isalnum (*at) && strchr (".+-", *at) == NULL)
      return FALSE;
  return slash != NULL && slash > text && slash[1] != '\0';
}

/* What a text may not be, whatever it is for. Only what is always there, a name or a number, is
 * known to be of one line. */
static gboolean
is_clean (const RelanceColumn *column, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) && (column->required || strchr ("\n\r\t", *at) == NULL))
      return FALSE;
  if (g_str_equal (column->name, "email"))
    {
      g_autofree char *address = relance_mail_address_parse (text, NULL);

      return address != NULL;
    }
  if (g_str_equal (column->name, "media_type"))
    return is_media_type (text);
  return !g_str_equal (column->name, "country") || strlen (text) == 2;
}

static gboolean
read_instant (const char *text, RelanceCell *cell)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_iso8601 (text, NULL);

  if (instant == NULL)
    return FALSE;
  *cell = relance_cell_new_number (g_date_time_to_unix (instant));
  return TRUE;
}

static gboolean
read_hour (const char *text, RelanceCell *cell)
{
  int minutes;

  if (strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) ||
      !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;
  minutes = ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
  *cell = relance_cell_new_number (minutes);
  return text[3] < '6' && minutes <= MINUTES_OF_DAY;
}

static gboolean
read_date (const char *text, RelanceCell *cell)
{
  RelanceDate date = relance_date_parse_iso (text);

  *cell = relance_cell_new_number (date);
  return date != RELANCE_DATE_NONE;
}

static gboolean
read_digits (const RelanceColumn *column, const char *text, RelanceCell *cell)
{
  gint64 number;

  return g_ascii_string_to_signed (text, 10, 0, NUMBER_MAX, &number, NULL) &&
         relance_own_export_read_number (column, number, cell);
}

/**
 * relance_own_export_strip_apostrophe:
 *
 * Takes off the one apostrophe that keeps a spreadsheet from taking a text for a formula.
 *
 * Returns: (transfer none): the text itself
 */
const char *
relance_own_export_strip_apostrophe (const char *text)
{
  const char *after = text + strspn (text, "'");

  return after > text && *after != '\0' && strchr ("=+-@\t\r\n", *after) != NULL ? text + 1 : text;
}

/**
 * relance_own_export_read_text:
 * @column: any but an amount
 * @text: valid UTF-8; "" is no value
 * @cell: (out): its text is borrowed
 *
 * Returns: whether it is a value that such a column can hold
 */
gboolean
relance_own_export_read_text (const RelanceColumn *column, const char *text, RelanceCell *cell)
{
  *cell = relance_cell_new_text (text);
  if (!cell->known)
    return !column->required;
  switch (column->type)
    {
    case RELANCE_COLUMN_TEXT:
    case RELANCE_COLUMN_CONTENT:
      return is_clean (column, text);
    case RELANCE_COLUMN_WORD:
      return relance_enum_from_nick (column->words (), text) != 0;
    case RELANCE_COLUMN_CURRENCY:
      return relance_money_is_currency (text);
    case RELANCE_COLUMN_DATE:
      return read_date (text, cell);
    case RELANCE_COLUMN_HOUR:
      return read_hour (text, cell);
    case RELANCE_COLUMN_INSTANT:
      return read_instant (text, cell);
    case RELANCE_COLUMN_ID:
    case RELANCE_COLUMN_REFERENCE:
    case RELANCE_COLUMN_NUMBER:
    case RELANCE_COLUMN_FLAG:
    case RELANCE_COLUMN_AMOUNT:
    default:
      return read_digits (column, text, cell);
    }
}

/**
 * relance_own_export_read_number:
 * @column: one whose values are numbers
 *
 * Returns: whether it is a value that such a column can hold
 */
gboolean
relance_own_export_read_number (const RelanceColumn *column, gint64 number, RelanceCell *cell)
{
  *cell = relance_cell_new_number (number);
  switch (column->type)
    {
    case RELANCE_COLUMN_ID:
    case RELANCE_COLUMN_REFERENCE:
      return number > 0 && number <= NUMBER_MAX;
    case RELANCE_COLUMN_AMOUNT:
      return number >= 0 && number <= RELANCE_MONEY_MAX;
    case RELANCE_COLUMN_FLAG:
      return number == 0 || number == 1;
    default:
      return number >= 0 && number <= G_MAXINT;
    }
}

/**
 * relance_own_export_read_amount:
 * @text: a decimal number with a point
 */
gboolean
relance_own_export_read_amount (const char *text, const char *currency, RelanceCell *cell)
{
  gint64 minor = 0;
  gboolean done = relance_money_parse (text, currency, RELANCE_DECIMAL_POINT, &minor, NULL);

  *cell = relance_cell_new_number (minor);
  return done && minor >= 0;
}
