/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-einvoice-row.h"

#include "relance-identifiers.h"
#include "relance-import-error.h"
#include "relance-money.h"
#include "relance-text.h"

#include <string.h>

#define LABEL_MAX_CHARACTERS 120

static gboolean
refuse (GError **error, RelanceImportError code, const char *message)
{
  g_set_error_literal (error, RELANCE_IMPORT_ERROR, code, message);

  return FALSE;
}

/* A code of a list: figures only; 0 for none. */
static int
read_code (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  return length >= 1 && length <= 4 && strspn (text, "0123456789") == length ? atoi (text) : 0;
}

/* UNTDID 1001: what asks for no payment. */
static gboolean
is_no_invoice (int type)
{
  static const int types[] = { 105, 220, 221, 231, 270, 310, 311, 315, 325, 351 };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i] == type)
      return TRUE;

  return FALSE;
}

static gboolean
read_name (const char *text,
           const char *what,
           RelanceImportTable *table,
           const char **name,
           GError **error)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    return refuse (error, RELANCE_IMPORT_ERROR_INCOMPLETE, what);
  clean = relance_text_clean_name (text, NULL);
  if (clean == NULL)
    return refuse (error, RELANCE_IMPORT_ERROR_VALUE, text);
  if (*clean == '\0')
    return refuse (error, RELANCE_IMPORT_ERROR_INCOMPLETE, what);
  *name = relance_import_table_keep (table, clean);

  return TRUE;
}

static gboolean
read_currency (const RelanceEinvoiceDraft *draft, RelanceImportRow *row, GError **error)
{
  g_autofree char *upper = draft->currency != NULL ? g_ascii_strup (draft->currency, -1) : NULL;

  if (upper == NULL)
    return refuse (error, RELANCE_IMPORT_ERROR_INCOMPLETE, "currency");
  if (!relance_money_is_currency (upper))
    return refuse (error, RELANCE_IMPORT_ERROR_VALUE, draft->currency);
  g_strlcpy (row->currency, upper, sizeof row->currency);

  return TRUE;
}

static gboolean
read_dates (const RelanceEinvoiceDraft *draft,
            RelanceImportTable *table,
            RelanceImportRow *row,
            GError **error)
{
  if (draft->issued == RELANCE_DATE_NONE && draft->issued_text != NULL)
    return refuse (error, RELANCE_IMPORT_ERROR_VALUE, draft->issued_text);

  row->issued = draft->issued;
  relance_einvoice_due_read (draft, table, row);
  if (row->issued != RELANCE_DATE_NONE)
    return TRUE;
  if (row->due == RELANCE_DATE_NONE)
    return refuse (error, RELANCE_IMPORT_ERROR_INCOMPLETE, "issued");
  row->issued = row->due;
  row->flags |= RELANCE_ROW_ISSUED_ASSUMED;

  return TRUE;
}

static const char *
find_iban (const GPtrArray *accounts, RelanceImportTable *table)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      g_autofree char *compact = relance_identifier_compact (g_ptr_array_index (accounts, i));
      const char *iban = g_str_has_prefix (compact, "IBAN") ? compact + strlen ("IBAN") : compact;

      if (*iban == ':')
        iban++;
      if (relance_iban_is_valid (iban))
        return relance_import_table_keep (table, iban);
    }

  return NULL;
}

static const char *
bound_label (const char *text, RelanceImportTable *table)
{
  g_autofree char *start =
    text != NULL ? g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), LABEL_MAX_CHARACTERS))
                 : NULL;
  g_autofree char *label = start != NULL ? relance_text_clean_name (start, NULL) : NULL;

  if (label == NULL || *label == '\0')
    return NULL;
  if (strlen (start) < strlen (text))
    {
      g_autofree char *cut = g_strconcat (label, "…", NULL);

      return relance_import_table_keep (table, cut);
    }

  return relance_import_table_keep (table, label);
}

static void
read_reference (const RelanceEinvoiceDraft *draft, RelanceImportTable *table, RelanceImportRow *row)
{
  g_autofree char *clean =
    draft->reference != NULL ? relance_text_clean_name (draft->reference, NULL) : NULL;

  if (clean != NULL && *clean != '\0')
    row->reference = relance_import_table_keep (table, clean);
}

/**
 * relance_einvoice_row_add:
 * @table: gets the one row of the document
 * @error: %RELANCE_IMPORT_ERROR_INCOMPLETE, VALUE or ORDER
 *
 * Returns: whether the draft is an invoice that can be kept
 */
gboolean
relance_einvoice_row_add (const RelanceEinvoiceDraft *draft,
                          RelanceImportTable *table,
                          GError **error)
{
  RelanceImportRow row = { .line = 1, .paid_on = RELANCE_DATE_NONE };
  g_autofree char *key = NULL;

  row.type = read_code (draft->type);
  if (is_no_invoice (row.type))
    return refuse (error, RELANCE_IMPORT_ERROR_ORDER, draft->type);
  if (!read_name (draft->number, "number", table, &row.number, error) ||
      !read_name (draft->client, "client", table, &row.client, error) ||
      !read_currency (draft, &row, error) || !relance_einvoice_sums_read (draft, &row, error) ||
      !read_dates (draft, table, &row, error))
    return FALSE;

  key = relance_text_fold (row.client);
  row.client_key = relance_import_table_keep (table, key);
  row.means = read_code (draft->means);
  row.iban = find_iban (draft->accounts, table);
  row.label = bound_label (draft->label, table);
  if (row.paid > 0)
    row.paid_on = draft->paid_on;
  read_reference (draft, table, &row);
  relance_einvoice_buyer_read (draft, table, &row);
  g_array_append_val (table->rows, row);

  return TRUE;
}
