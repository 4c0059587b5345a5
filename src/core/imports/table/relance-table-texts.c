/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-table-row.h"

#include "relance-base-error.h"
#include "relance-identifiers.h"
#include "relance-invoice-words.h"
#include "relance-text.h"

gboolean
relance_table_refuse (RelanceImportRow *row, const char *reason, const char *value)
{
  row->reason = reason;
  row->reason_value = value;

  return FALSE;
}

static gboolean
is_plain (const char *text)
{
  gsize i;

  for (i = 0; text[i] != '\0'; i++)
    if ((guchar) text[i] < ' ' || (guchar) text[i] >= 0x7F ||
        (text[i] == ' ' && text[i + 1] == ' '))
      return FALSE;

  return i <= 200;
}

/* Text that needs no cleaning stays where it is. */
const char *
relance_table_clean_text (RelanceTableReader *reader, const char *text, const char **reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = NULL;

  if (is_plain (text))
    return text;

  clean = relance_text_clean_name (text, &error);
  if (clean != NULL)
    return g_string_chunk_insert (reader->strings, clean);

  *reason = g_error_matches (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_CONTROL) ? "control"
                                                                                    : "too-long";

  return "";
}

const RelanceTableKnown *
relance_table_learn_client (RelanceTableReader *reader, const char *text)
{
  RelanceTableKnown *known = g_hash_table_lookup (reader->clients, text);
  g_autofree char *folded = NULL;

  if (known != NULL)
    return known;

  known = g_new0 (RelanceTableKnown, 1);
  known->clean = relance_table_clean_text (reader, text, &known->reason);
  folded = relance_text_fold (known->clean);
  known->key = g_string_chunk_insert_const (reader->strings, folded);
  g_hash_table_insert (reader->clients, (char *) text, known);

  return known;
}

const RelanceTableKnown *
relance_table_learn_address (RelanceTableReader *reader, const char *text)
{
  RelanceTableKnown *known = g_hash_table_lookup (reader->addresses, text);
  g_autofree char *address = NULL;

  if (known != NULL)
    return known;

  known = g_new0 (RelanceTableKnown, 1);
  address = relance_mail_address_parse (text, NULL);
  if (address != NULL)
    known->clean = g_string_chunk_insert_const (reader->strings, address);
  g_hash_table_insert (reader->addresses, (char *) text, known);

  return known;
}

const RelanceTableKnown *
relance_table_learn_currency (RelanceTableReader *reader, const char *text)
{
  RelanceTableKnown *known = g_hash_table_lookup (reader->currencies, text);
  g_autofree char *inside = NULL;
  char currency[4];

  if (known != NULL)
    return known;

  known = g_new0 (RelanceTableKnown, 1);
  if (relance_written_currency_read (text, currency))
    known->clean = g_intern_string (currency);
  else if ((inside = relance_import_header_currency (text)) != NULL)
    known->clean = g_intern_string (inside);
  g_hash_table_insert (reader->currencies, (char *) text, known);

  return known;
}
