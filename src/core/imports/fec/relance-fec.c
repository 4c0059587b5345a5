/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fec.h"

#include "relance-csv-cells.h"
#include "relance-fec-documents.h"
#include "relance-fec-matching.h"
#include "relance-fec-rows.h"
#include "relance-import-error.h"
#include "relance-invoice-table.h"
#include "relance-text.h"

#include <string.h>

/* What is looked at to tell the file by its first line. */
#define HEADER_BYTES 8192

/* How often somebody who waits is listened to. */
#define LINES_BETWEEN_LOOKS 4096

/* The article allows EBCDIC: that of France, and that of machines set up as American. They
 * differ in where the vertical bar is. */
static const char *const ebcdic[] = { "IBM1147", "IBM1140" };

/* How many lines may stand before the one that names the columns: a title, the business, the
 * year, or the "sep=;" of spreadsheets. */
#define MOST_TITLES 10

/* The line that names the columns; where none does, the first one of the ledger, if it is one. */
static char *
find_header (char *text, RelanceFecColumns *columns)
{
  char *first = text + strspn (text, " \r\n"), *at = first;

  for (int i = 0; i <= MOST_TITLES && *at != '\0'; i++)
    {
      if (relance_fec_columns_read (at, columns))
        return at;
      at += strcspn (at, "\r\n");
      at += strspn (at, " \r\n");
    }

  return relance_fec_columns_guess (first, columns) ? first : NULL;
}

/* EBCDIC ends lines with a character that Unicode calls "next line". */
static void
replace_next_lines (char *text)
{
  for (char *at = text; (at = strstr (at, "\xC2\x85")) != NULL;)
    {
      *at++ = '\r';
      *at++ = '\n';
    }
}

static char *
decode_ebcdic (GBytes *bytes, RelanceFecColumns *columns)
{
  gsize size, length;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < G_N_ELEMENTS (ebcdic); i++)
    {
      g_autofree char *start =
        g_convert (data, MIN (size, HEADER_BYTES), "UTF-8", ebcdic[i], NULL, NULL, NULL);
      g_autofree char *text = NULL;

      if (start == NULL)
        continue;
      replace_next_lines (start);
      if (find_header (start, columns) == NULL)
        continue;
      text = g_convert (data, size, "UTF-8", ebcdic[i], NULL, &length, NULL);
      if (text == NULL || strlen (text) != length)
        continue;
      replace_next_lines (text);
      return g_steal_pointer (&text);
    }

  return NULL;
}

/* Text that begins as an accounting export does, and its columns. */
static char *
decode (GBytes *bytes, RelanceFecColumns *columns, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = relance_text_decode (bytes, NULL, &failure);
  char *other;

  if (text != NULL && find_header (text, columns) != NULL)
    return g_steal_pointer (&text);
  other = decode_ebcdic (bytes, columns);
  if (other != NULL)
    return other;

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_NO_HEADER, "");

  return NULL;
}

/* The beginning of the file, not cut within a character. */
static GBytes *
take_start (GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  if (size > HEADER_BYTES)
    {
      size = HEADER_BYTES;
      while (size > 0 && data[size - 1] >= 0x80)
        size--;
      size -= size % 2;
    }

  return g_bytes_new_from_bytes (bytes, 0, size);
}

static gboolean
check_size (GBytes *bytes, GError **error)
{
  gsize size = g_bytes_get_size (bytes);

  if (size > 0 && size <= RELANCE_IMPORT_MAX_BYTES)
    return TRUE;

  g_set_error_literal (error, RELANCE_IMPORT_ERROR,
                       size == 0 ? RELANCE_IMPORT_ERROR_EMPTY : RELANCE_IMPORT_ERROR_TOO_LARGE, "");

  return FALSE;
}

static gboolean
check_lines (const RelanceFecLedger *ledger, GError **error)
{
  if (ledger->lines->len + ledger->refused->len <= RELANCE_CSV_MAX_ROWS)
    return TRUE;

  g_set_error (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_TOO_LARGE, "%d",
               RELANCE_CSV_MAX_ROWS);

  return FALSE;
}

static int
count_line_ends (const char *from, const char *to)
{
  int n = 0;

  for (; from < to; from++)
    n += *from == '\n' || (*from == '\r' && from[1] != '\n');

  return n;
}

static gboolean
read_lines (RelanceFecLedger *ledger, char *text, GCancellable *cancellable, GError **error)
{
  RelanceFecColumns columns;
  char *header = find_header (text, &columns);
  RelanceFecRecord record;
  guint n = 0;

  relance_fec_record_init (&record, header, strlen (header), &columns);
  record.next_line += count_line_ends (text, header);
  if (!columns.unnamed && !relance_fec_record_next (&record))
    return TRUE;

  while (relance_fec_record_next (&record))
    {
      relance_fec_ledger_add (ledger, &record);
      if (++n % LINES_BETWEEN_LOOKS == 0 &&
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!check_lines (ledger, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * relance_fec_is_fec:
 * @bytes: a file's content
 *
 * Returns: whether it begins as an accounting export does (fichier des écritures comptables, LPF A47
 *
 */
gboolean
relance_fec_is_fec (GBytes *bytes)
{
  g_autoptr (GBytes) start = take_start (bytes);
  g_autofree char *text = NULL;
  RelanceFecColumns columns;

  if (g_bytes_get_size (start) == 0)
    return FALSE;
  text = decode (start, &columns, NULL);

  return text != NULL;
}

/**
 * relance_fec_read:
 * @bytes: a file's content, in any encoding that relance_text_decode() knows, or in EBCDIC
 * @error: a #RelanceImportError, %RELANCE_BASE_ERROR_ENCODING, or that it was cancelled
 *
 * Reads the sales and the payments of clients out of a French accounting export: the lines on
 * accounts 411, 413, 416 and 4191, judged by the accounts that stand against them. There are no due
 * dates in it. Of other lines nothing is kept.
 *
 * Returns: (transfer full) (nullable): invoices and credit notes; none when the file has no sale
 *   to a client, as its ledger case then says
 */
RelanceImportTable *
relance_fec_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (RelanceImportTable) table = NULL;
  g_autoptr (RelanceFecLedger) ledger = NULL;
  g_autoptr (RelanceFecDocuments) documents = NULL;
  g_autoptr (GArray) settlements = NULL;
  g_autofree char *text = NULL;
  RelanceFecColumns columns;

  if (!check_size (bytes, error))
    return NULL;
  text = decode (bytes, &columns, error);
  if (text == NULL)
    return NULL;

  table = relance_import_table_new ("fec");
  ledger = relance_fec_ledger_new (table);
  if (!read_lines (ledger, text, cancellable, error))
    return NULL;

  relance_fec_ledger_judge (ledger);
  documents = relance_fec_documents_new (ledger);
  settlements = relance_fec_match (ledger, documents);
  relance_fec_rows_write (ledger, documents, settlements);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&table);
}
