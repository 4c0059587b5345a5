/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-table-row.h"

#include "relance-payment-terms-text.h"
#include "relance-typed-terms.h"

gboolean
relance_table_read_date (RelanceTableReader *reader,
                         const RelanceCells *cells,
                         RelanceImportField field,
                         RelanceImportRow *row,
                         RelanceDate *date)
{
  const char *text = cells->cells[field];

  *date = RELANCE_DATE_NONE;
  if (*text == '\0')
    return TRUE;
  *date = relance_written_date_parse (text, reader->conventions.orders[field]);

  return *date != RELANCE_DATE_NONE || relance_table_refuse (row, "date", text);
}

/* What no sentence that people type says, a longer one of a document may. */
static RelanceDate
read_terms (const char *text, RelanceDate issued)
{
  RelanceTerms terms;

  if (relance_typed_terms_parse (text, &terms))
    return relance_terms_get_due (&terms, issued);

  return *text != '\0' ? relance_payment_terms_text_read (text, issued) : RELANCE_DATE_NONE;
}

static void
complete_due (const RelanceCells *cells, RelanceImportRow *row)
{
  row->due = read_terms (cells->cells[RELANCE_FIELD_TERMS], row->issued);
  if (row->due != RELANCE_DATE_NONE)
    {
      row->flags |= RELANCE_ROW_DUE_FROM_TERMS;
      return;
    }
  row->due = row->issued + RELANCE_ROW_DEFAULT_DAYS;
  row->flags |= RELANCE_ROW_DUE_ASSUMED;
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/* Some people write "30 jours" or "à réception" where the date is to be. */
static gboolean
read_due (RelanceTableReader *reader, const RelanceCells *cells, RelanceImportRow *row)
{
  const char *text = cells->cells[RELANCE_FIELD_DUE];

  row->due = *text != '\0'
               ? relance_written_date_parse (text, reader->conventions.orders[RELANCE_FIELD_DUE])
               : RELANCE_DATE_NONE;
  if (*text == '\0' || row->due != RELANCE_DATE_NONE)
    return TRUE;
  if (row->issued != RELANCE_DATE_NONE && has_letter (text))
    row->due = read_terms (text, row->issued);
  if (row->due == RELANCE_DATE_NONE)
    return relance_table_refuse (row, "date", text);
  row->flags |= RELANCE_ROW_DUE_FROM_TERMS;

  return TRUE;
}

gboolean
relance_table_read_dates (RelanceTableReader *reader,
                          const RelanceCells *cells,
                          RelanceImportRow *row)
{
  if (!relance_table_read_date (reader, cells, RELANCE_FIELD_ISSUED, row, &row->issued) ||
      !read_due (reader, cells, row) ||
      !relance_table_read_date (reader, cells, RELANCE_FIELD_PAID_ON, row, &row->paid_on))
    return FALSE;

  if (row->issued == RELANCE_DATE_NONE && row->due == RELANCE_DATE_NONE)
    return relance_table_refuse (row, "no-date", NULL);
  if (row->issued == RELANCE_DATE_NONE)
    {
      row->issued = row->due;
      row->flags |= RELANCE_ROW_ISSUED_ASSUMED;
    }
  if (row->due == RELANCE_DATE_NONE)
    complete_due (cells, row);

  return TRUE;
}
