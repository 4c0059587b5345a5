/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-invoice-table.h"

#include "relance-base-error.h"
#include "relance-csv-cells.h"
#include "relance-csv-conventions.h"
#include "relance-identifiers.h"
#include "relance-import-error.h"
#include "relance-invoice-groups.h"
#include "relance-invoice-words.h"
#include "relance-payment-terms-text.h"
#include "relance-text.h"
#include "relance-typed-terms.h"

#include <string.h>

/* Rates are counted in hundredths of it. */
#define RATE_ONE_PER_CENT 100

/* What one text of a client, an address or a currency column comes to, worked out once. */
typedef struct
{
  const char *reason;
  const char *clean;
  const char *key;
} Known;

typedef struct
{
  const RelanceCsvLayout *layout;
  RelanceConventions conventions;
  const char *currency;
  GStringChunk *strings;
  GHashTable *clients;
  GHashTable *addresses;
  GHashTable *currencies;
} Reader;

static gboolean
refuse (RelanceImportRow *row, const char *reason, const char *value)
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
static const char *
clean_text (Reader *reader, const char *text, const char **reason)
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

static const Known *
learn_client (Reader *reader, const char *text)
{
  Known *known = g_hash_table_lookup (reader->clients, text);
  g_autofree char *folded = NULL;

  if (known != NULL)
    return known;

  known = g_new0 (Known, 1);
  known->clean = clean_text (reader, text, &known->reason);
  folded = relance_text_fold (known->clean);
  known->key = g_string_chunk_insert_const (reader->strings, folded);
  g_hash_table_insert (reader->clients, (char *) text, known);

  return known;
}

static const Known *
learn_address (Reader *reader, const char *text)
{
  Known *known = g_hash_table_lookup (reader->addresses, text);
  g_autofree char *address = NULL;

  if (known != NULL)
    return known;

  known = g_new0 (Known, 1);
  address = relance_mail_address_parse (text, NULL);
  if (address != NULL)
    known->clean = g_string_chunk_insert_const (reader->strings, address);
  g_hash_table_insert (reader->addresses, (char *) text, known);

  return known;
}

static const Known *
learn_currency (Reader *reader, const char *text)
{
  Known *known = g_hash_table_lookup (reader->currencies, text);
  g_autofree char *inside = NULL;
  char currency[4];

  if (known != NULL)
    return known;

  known = g_new0 (Known, 1);
  if (relance_written_currency_read (text, currency))
    known->clean = g_intern_string (currency);
  else if ((inside = relance_import_header_currency (text)) != NULL)
    known->clean = g_intern_string (inside);
  g_hash_table_insert (reader->currencies, (char *) text, known);

  return known;
}

/* Two people may have one family name. */
static const char *
find_client (Reader *reader, const RelanceCells *cells)
{
  const char *name = cells->cells[RELANCE_FIELD_CLIENT];
  const char *first = cells->cells[RELANCE_FIELD_FIRST_NAME];
  g_autofree char *whole = NULL;

  if (!reader->layout->family || *first == '\0')
    return name;
  whole = *name != '\0' ? g_strdup_printf ("%s %s", first, name) : g_strdup (first);

  return g_string_chunk_insert_const (reader->strings, whole);
}

static gboolean
read_names (Reader *reader, const RelanceCells *cells, RelanceImportRow *row)
{
  const char *reason = NULL;
  const Known *client = learn_client (reader, find_client (reader, cells));

  row->number = clean_text (reader, cells->cells[RELANCE_FIELD_NUMBER], &reason);
  row->client = client->clean;
  row->client_key = client->key;
  if (reason != NULL || client->reason != NULL)
    return refuse (row, reason != NULL ? reason : client->reason, NULL);
  if (*row->number == '\0')
    return refuse (row, "no-number", NULL);
  if (*row->client == '\0')
    return refuse (row, "no-client", NULL);

  return TRUE;
}

static gboolean
read_label (Reader *reader, const RelanceCells *cells, RelanceImportRow *row)
{
  const char *reason = NULL;
  const char *label = clean_text (reader, cells->cells[RELANCE_FIELD_LABEL], &reason);

  if (reason != NULL)
    return refuse (row, reason, NULL);
  row->label = *label != '\0' ? label : NULL;

  return TRUE;
}

/* An invoice is worth having without its address; a doubtful address is not. */
static void
read_address (Reader *reader, const RelanceCells *cells, RelanceImportRow *row)
{
  const char *text = cells->cells[RELANCE_FIELD_EMAIL];

  if (*text == '\0')
    return;
  row->email = learn_address (reader, text)->clean;
  if (row->email == NULL)
    row->refused_email = text;
}

static const char *
get_refusal (RelanceSaying saying)
{
  switch (saying)
    {
    case RELANCE_SAYS_DRAFT:
      return "draft";
    case RELANCE_SAYS_VOID:
      return "void";
    case RELANCE_SAYS_QUOTE:
      return "quote";
    default:
      return NULL;
    }
}

/* Whether it is an invoice or a credit note that stands, by its status and its type. */
static gboolean
read_standing (const RelanceCells *cells, RelanceImportRow *row)
{
  const RelanceImportField fields[] = { RELANCE_FIELD_STATUS, RELANCE_FIELD_PAYMENT_STATE,
                                        RELANCE_FIELD_TYPE };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = cells->cells[fields[i]];
      RelanceSaying saying = *text != '\0' ? relance_status_read (text) : RELANCE_SAYS_NOTHING;
      const char *reason = get_refusal (saying);

      if (reason != NULL)
        return refuse (row, reason, text);
      if (saying == RELANCE_SAYS_CREDIT_NOTE)
        row->kind = RELANCE_ROW_CREDIT_NOTE;
    }

  return TRUE;
}

static gboolean
read_date (Reader *reader,
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

  return *date != RELANCE_DATE_NONE || refuse (row, "date", text);
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
read_due (Reader *reader, const RelanceCells *cells, RelanceImportRow *row)
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
    return refuse (row, "date", text);
  row->flags |= RELANCE_ROW_DUE_FROM_TERMS;

  return TRUE;
}

static gboolean
read_dates (Reader *reader, const RelanceCells *cells, RelanceImportRow *row)
{
  if (!read_date (reader, cells, RELANCE_FIELD_ISSUED, row, &row->issued) ||
      !read_due (reader, cells, row) ||
      !read_date (reader, cells, RELANCE_FIELD_PAID_ON, row, &row->paid_on))
    return FALSE;

  if (row->issued == RELANCE_DATE_NONE && row->due == RELANCE_DATE_NONE)
    return refuse (row, "no-date", NULL);
  if (row->issued == RELANCE_DATE_NONE)
    {
      row->issued = row->due;
      row->flags |= RELANCE_ROW_ISSUED_ASSUMED;
    }
  if (row->due == RELANCE_DATE_NONE)
    complete_due (cells, row);

  return TRUE;
}

/* "$" is that of the business when it counts in dollars of its own. */
static const char *
resolve_sign (Reader *reader, const char *text, const char *currency)
{
  if (strchr (text, '$') != NULL && g_str_equal (currency, "USD") && strstr (text, "US") == NULL &&
      g_str_has_suffix (reader->currency, "D"))
    return reader->currency;

  return currency;
}

static gboolean
read_written_currency (Reader *reader, const RelanceCells *cells, char currency[4])
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
static gboolean
read_currency (Reader *reader, const RelanceCells *cells, RelanceImportRow *row)
{
  const char *text = cells->cells[RELANCE_FIELD_CURRENCY];
  char written[4] = "";
  gboolean in_amount = read_written_currency (reader, cells, written);

  if (*text != '\0')
    {
      const char *currency = learn_currency (reader, text)->clean;

      if (currency == NULL)
        return refuse (row, "currency", text);
      g_strlcpy (row->currency, currency, sizeof row->currency);
      if (in_amount && !g_str_equal (written, row->currency) &&
          strchr (cells->cells[RELANCE_FIELD_TOTAL], '$') == NULL)
        return refuse (row, "currency", cells->cells[RELANCE_FIELD_TOTAL]);
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
read_amount (Reader *reader,
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
    return refuse (row, "amount", text);
  if (relance_written_amount_to_minor (&amount, row->currency, reader->conventions.decimals[field],
                                       minor, &error))
    return TRUE;

  return refuse (row,
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
read_vat (Reader *reader, const RelanceCells *cells, RelanceImportRow *row, gint64 net, gint64 *vat)
{
  const char *text = find_rate (cells);
  gint64 rate, part;

  if (*text == '\0')
    return read_amount (reader, cells, RELANCE_FIELD_VAT, row, vat);
  if (!parse_rate (text, &rate) || ABS (net) > RELANCE_MONEY_MAX)
    return refuse (row, "amount", text);
  part = ABS (net) * rate + 50 * RATE_ONE_PER_CENT;
  *vat = part / (100 * RATE_ONE_PER_CENT) * (net < 0 ? -1 : 1);

  return TRUE;
}

static gboolean
says_vat (const RelanceCells *cells)
{
  return *cells->cells[RELANCE_FIELD_VAT] != '\0' || *cells->cells[RELANCE_FIELD_VAT_RATE] != '\0';
}

static gboolean
read_total (Reader *reader, const RelanceCells *cells, RelanceImportRow *row)
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
    return refuse (row, "no-amount", NULL);

  if (row->total > RELANCE_MONEY_MAX)
    return refuse (row, "amount-range", NULL);

  return TRUE;
}

static gboolean
read_paid_amount (Reader *reader, const RelanceCells *cells, RelanceImportRow *row, gboolean *said)
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
read_paid_column (Reader *reader, const RelanceCells *cells, RelanceImportRow *row, gboolean *paid)
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
         read_date (reader, cells, RELANCE_FIELD_PAID, row, &row->paid_on);
}

/* "Payée le 05/02/2026" says when, too. */
static gboolean
says_paid (Reader *reader, const char *status, RelanceImportRow *row)
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
static gboolean
read_paid (Reader *reader, const RelanceCells *cells, RelanceImportRow *row)
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

static RelanceImportRow
read_row (Reader *reader, const RelanceCells *cells)
{
  RelanceImportRow row = {
    .line = cells->line,
    .issued = RELANCE_DATE_NONE,
    .due = RELANCE_DATE_NONE,
    .paid_on = RELANCE_DATE_NONE,
  };

  if (!cells->complete)
    {
      row.number = row.client = "";
      refuse (&row, "columns", NULL);
      return row;
    }

  /* Each says in the row why it stops. */
  (void) (read_names (reader, cells, &row) && read_standing (cells, &row) &&
          read_label (reader, cells, &row) && read_dates (reader, cells, &row) &&
          read_currency (reader, cells, &row) && read_total (reader, cells, &row) &&
          read_paid (reader, cells, &row));
  read_address (reader, cells, &row);

  return row;
}

static void
read_rows (RelanceImportTable *self,
           const GArray *cells,
           const RelanceCsvLayout *layout,
           const char *currency)
{
  g_autoptr (GHashTable) clients = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) addresses = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) currencies = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Reader reader = {
    .layout = layout,
    .currency = currency,
    .strings = self->strings,
    .clients = clients,
    .addresses = addresses,
    .currencies = currencies,
  };

  relance_csv_conventions_find (cells, layout, currency, &reader.conventions);
  for (guint i = 0; i < cells->len; i++)
    {
      const RelanceCells *one = &g_array_index (cells, RelanceCells, i);
      RelanceImportRow row = read_row (&reader, one);

      if (row.reason == NULL || !relance_cells_are_no_row (one))
        g_array_append_val (self->rows, row);
    }
  relance_invoice_rows_join (self->rows, layout, self->strings);
}

/* Kinds of file that people take for a CSV. */
static const char *
find_other_kind (const char *data, gsize size)
{
  static const struct
  {
    const char *start;
    const char *kind;
  } kinds[] = {
    { "%PDF-", "PDF" },
    { "PK\x03\x04", "XLSX" },
    { "\xD0\xCF\x11\xE0", "XLS" },
    { "SQLite format 3", "SQLite" },
    { "{\\rtf", "RTF" },
    { "<", "XML" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length = strlen (kinds[i].start);

      if (size >= length && memcmp (data, kinds[i].start, length) == 0)
        return kinds[i].kind;
    }

  return NULL;
}

static gboolean
refuse_file (GError **error, RelanceImportError code, const char *detail)
{
  g_set_error_literal (error, RELANCE_IMPORT_ERROR, code, detail);
  return FALSE;
}

static gboolean
check_bytes (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size), *kind;

  if (size == 0)
    return refuse_file (error, RELANCE_IMPORT_ERROR_EMPTY, "");
  if (size > RELANCE_IMPORT_MAX_BYTES)
    return refuse_file (error, RELANCE_IMPORT_ERROR_TOO_LARGE, "");
  kind = find_other_kind (data, size);

  return kind == NULL || refuse_file (error, RELANCE_IMPORT_ERROR_BINARY, kind);
}

/* Spreadsheets begin a file with "sep=;"; it is no row, and the guess needs no help. */
static void
blank_separator_line (char *text)
{
  gsize length = strcspn (text, "\r\n");

  if (length <= 6 && g_ascii_strncasecmp (text, "sep=", 4) == 0)
    memset (text, ' ', length);
}

static gboolean
read_text (RelanceImportTable *self,
           char *text,
           const GArray *choices,
           const char *currency,
           GCancellable *cancellable,
           GError **error)
{
  g_auto (RelanceCsvLayout) layout = { 0 };
  g_autoptr (GArray) cells = NULL;
  gsize length;

  blank_separator_line (text);
  length = strlen (text);
  if (strspn (text, " \t\r\n") == length)
    return refuse_file (error, RELANCE_IMPORT_ERROR_EMPTY, "");
  if (!relance_csv_guess (text, length, choices, &layout, error))
    return FALSE;
  cells = relance_csv_cells_read (text, length, &layout, cancellable, error);
  if (cells == NULL)
    return FALSE;
  if (cells->len == 0)
    return refuse_file (error, RELANCE_IMPORT_ERROR_NO_ROWS, "");
  read_rows (self, cells, &layout, currency);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * relance_invoice_table_read:
 * @bytes: a file's content, in any encoding that relance_text_decode() knows
 * @choices: (nullable) (element-type RelanceColumnChoice): what the user said of some columns
 * @currency: that of the business, for amounts that say none
 * @error: a #RelanceImportError, %RELANCE_BASE_ERROR_ENCODING, or that it was cancelled
 *
 * Reads a table of invoices, whatever its encoding, separator, columns, decimal
 * sign and order of dates. A file that is no such table is refused whole; a row
 * that is wrong is kept with its reason.
 *
 * Returns: (transfer full) (nullable): a table "csv"
 */
RelanceImportTable *
relance_invoice_table_read (GBytes *bytes,
                            const GArray *choices,
                            const char *currency,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (RelanceImportTable) self = NULL;
  char *text;

  if (!check_bytes (bytes, error))
    return NULL;
  text = relance_text_decode (bytes, NULL, error);
  if (text == NULL)
    return NULL;

  self = relance_import_table_new ("csv");
  g_ptr_array_add (self->blocks, text);

  return read_text (self, text, choices, currency, cancellable, error) ? g_steal_pointer (&self)
                                                                       : NULL;
}
