/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-wording-import.h"

#include "relance-import-error.h"
#include "relance-text.h"
#include "relance-wording.h"

#include <glib/gi18n-lib.h>

#define QUOTE_MAX_CHARACTERS 60

typedef struct
{
  const char *reason;
  const char *sentence; /* to translate; with one %s when @quotes */
  gboolean quotes;
} Sentence;

static const Sentence row_sentences[] = {
  { "columns", N_ ("This line does not have as many columns as the first one."), FALSE },
  { "no-number", N_ ("The invoice number is missing."), FALSE },
  { "no-client", N_ ("The client is missing."), FALSE },
  { "no-amount", N_ ("The amount is missing."), FALSE },
  { "no-date", N_ ("The issue date and the due date are missing."), FALSE },
  { "control", N_ ("The text holds a control character that cannot be kept."), FALSE },
  { "too-long", N_ ("The text is longer than 500 characters."), FALSE },
  { "no-name", N_ ("The contact has no name, no organisation and no mail address."), FALSE },
  { "cut", N_ ("The contact is cut short: its end is missing."), FALSE },
  /* Translators: %s is a cell of the file, such as 31/02/2026. */
  { "date", N_ ("“%s” is not a date that exists."), TRUE },
  /* Translators: %s is a cell of the file, such as 1.234,5O. */
  { "amount", N_ ("“%s” is not an amount as the other lines write it."), TRUE },
  /* Translators: %s is a cell of the file. */
  { "amount-range", N_ ("The amount is larger than a book can hold."), FALSE },
  /* Translators: %s is a cell of the file. */
  { "currency", N_ ("The currency is not clear: “%s”."), TRUE },
  { "draft", N_ ("This is a draft, not an invoice that was sent."), FALSE },
  { "void", N_ ("This invoice was cancelled."), FALSE },
  { "quote", N_ ("This is a quote, not an invoice."), FALSE },
  { "paid-negative", N_ ("The amount paid is below zero."), FALSE },
  /* Translators: %s is the number of a line of the file. */
  { "conflict", N_ ("Line %s has the same number with another amount or other dates."), TRUE },
  /* Translators: %s is the number of a line of the file. */
  { "line", N_ ("Line %s of the same invoice cannot be read."), TRUE },
  /* Translators: %s is the name of a file. */
  { "other-file", N_ ("“%s” has the same invoice with another amount or other dates."), TRUE },
  { "below-paid", N_ ("The total is lower than what was already paid in the book."), FALSE },
  /* Translators: %s is a currency, such as EUR. */
  { "currency-changed", N_ ("The book has this invoice in %s."), TRUE },
  { "instalments", N_ ("The book has this invoice in several instalments."), FALSE },
  { "note-changed", N_ ("The book has this credit note with another amount."), FALSE },
  { "group", N_ ("This card is a list of other cards, not a contact."), FALSE },
  { "no-contact", N_ ("This card is neither a person nor an organisation."), FALSE },
  { "payment",
    N_ ("The book has this invoice with another amount and another date. Is this a list of "
        "payments?"),
    FALSE },
};

static const struct
{
  const char *field;
  const char *label; /* to translate */
} fields[] = {
  { "total", NC_ ("field", "total") },
  { "issued", NC_ ("field", "issue date") },
  { "due", NC_ ("field", "due date") },
  { "due_source", NC_ ("field", "where the due date comes from") },
  { "instalments", NC_ ("field", "instalments") },
  { "label", NC_ ("field", "what it was for") },
  { "type", NC_ ("field", "type of document") },
  { "means", NC_ ("field", "means of payment") },
  { "reference", NC_ ("field", "order") },
  { "corrects", NC_ ("field", "corrected invoice") },
  { "payment", NC_ ("field", "payments") },
  { "document", NC_ ("field", "PDF") },
  { "email", NC_ ("field", "e-mail") },
  { "phone", NC_ ("field", "phone") },
  { "street", NC_ ("field", "street") },
  { "postcode", NC_ ("field", "postcode") },
  { "city", NC_ ("field", "city") },
  { "country", NC_ ("field", "country") },
  { "siren", "SIREN" },
  { "siret", "SIRET" },
  { "vat", NC_ ("field", "VAT number") },
  { "code", NC_ ("field", "account") },
  { "notes", NC_ ("field", "notes") },
  { "first_name", NC_ ("field", "first name") },
  { "last_name", NC_ ("field", "last name") },
  { "contact", NC_ ("field", "contact") },
  { "role", NC_ ("field", "role") },
};

/* What is shown of a file's own text: one line, no tricks, not too long. */
static char *
dup_quote (const char *value)
{
  g_autofree char *clean = relance_text_clean_name (value, NULL);
  g_autofree char *start = NULL;

  if (clean == NULL)
    return g_strdup ("…");
  if (g_utf8_strlen (clean, -1) <= QUOTE_MAX_CHARACTERS)
    return g_steal_pointer (&clean);
  start = g_utf8_substring (clean, 0, QUOTE_MAX_CHARACTERS);

  return g_strconcat (start, "…", NULL);
}

/* With the file's detail, that every sentence but these does without. */
static char *
word_detail (const GError *error)
{
  g_autofree char *detail = dup_quote (error->message);

  switch (error->code)
    {
    case RELANCE_IMPORT_ERROR_BINARY:
      /* Translators: %s is a kind of file, such as PDF. */
      return g_strdup_printf (
        _ ("This file is %s, not CSV. Export the invoices as CSV and try again."), detail);
    case RELANCE_IMPORT_ERROR_TOO_LONG:
      /* Translators: %s is the number of a line. */
      return g_strdup_printf (_ ("Line %s is too long to be a line of invoices. Check that the "
                                 "file is a CSV."),
                              detail);
    case RELANCE_IMPORT_ERROR_QUOTE:
      /* Translators: %s is the number of a line. */
      return g_strdup_printf (_ ("A quotation mark that opens on line %s is never closed. Correct "
                                 "the file and try again."),
                              detail);
    case RELANCE_IMPORT_ERROR_COLUMN:
      /* Translators: %s is the name of a column. */
      return g_strdup_printf (_ ("The file has no column “%s”. Check its name and try again."),
                              detail);
    case RELANCE_IMPORT_ERROR_FIELD:
      /* Translators: %s is what was typed for a field. The field names are not translated. */
      return g_strdup_printf (_ ("There is no field “%s”. The fields are: number issued due client "
                                 "email label total net vat paid paid_on balance currency status "
                                 "terms ignore."),
                              detail);
    case RELANCE_IMPORT_ERROR_NOT_AN_INVOICE:
      /* Translators: %s is the name of the first element of an XML file. */
      return g_strdup_printf (_ ("This XML file is “%s”, not an invoice. Factur-X, ZUGFeRD, "
                                 "XRechnung and UBL invoices are read."),
                              detail);
    case RELANCE_IMPORT_ERROR_VALUE:
      /* Translators: %s is a text of the file. */
      return g_strdup_printf (_ ("The e-invoice says “%s” where an amount, a date, a currency or a "
                                 "name must be. Ask for it to be corrected."),
                              detail);
    default:
      return NULL;
    }
}

/* What an e-invoice lacks, by the name that its reader gives it. */
static const char *
get_lack (const char *what)
{
  if (g_str_equal (what, "number"))
    return _ ("The e-invoice has no number. Ask for it to be corrected.");
  if (g_str_equal (what, "client"))
    return _ ("The e-invoice does not say who it is for. Ask for it to be corrected.");
  if (g_str_equal (what, "issued"))
    return _ ("The e-invoice has no issue date. Ask for it to be corrected.");
  if (g_str_equal (what, "currency"))
    return _ ("The e-invoice does not say its currency. Ask for it to be corrected.");

  return _ ("The e-invoice has no total. Ask for it to be corrected.");
}

static const char *
get_file_sentence (int code)
{
  switch (code)
    {
    case RELANCE_IMPORT_ERROR_EMPTY:
      return _ ("The file is empty.");
    case RELANCE_IMPORT_ERROR_TOO_LARGE:
      return _ ("The file is too large: up to 512 MB and a million lines are read. Split it and "
                "try again.");
    case RELANCE_IMPORT_ERROR_NOT_A_TABLE:
      return _ ("This file has no columns. Export the invoices as CSV and try again.");
    case RELANCE_IMPORT_ERROR_NO_HEADER:
      return _ ("The columns of this file are not known: none is named “Number”, “Client” or "
                "“Total”, for example. Name them so, or say what they hold.");
    case RELANCE_IMPORT_ERROR_NO_ROWS:
      return _ ("The file names its columns but has no invoice below.");
    case RELANCE_IMPORT_ERROR_NO_NUMBER:
      return _ ("No column holds the invoice numbers. Name it “Number” and try again.");
    case RELANCE_IMPORT_ERROR_NO_CLIENT:
      return _ ("No column holds the clients. Name it “Client” and try again.");
    case RELANCE_IMPORT_ERROR_NO_AMOUNT:
      return _ ("No column holds the amounts. Name it “Total” and try again.");
    case RELANCE_IMPORT_ERROR_NO_DATE:
      return _ ("No column holds the issue dates or the due dates. Name them “Issued” and “Due” "
                "and try again.");
    case RELANCE_IMPORT_ERROR_BROKEN:
      return _ ("The file is damaged and cannot be read. Ask for it again, or export it again.");
    case RELANCE_IMPORT_ERROR_PROTECTED:
      return _ ("The file is protected by a password. Save a copy without protection and try "
                "again.");
    case RELANCE_IMPORT_ERROR_PACKED:
      return _ ("What is packed in this file is far larger than an invoice. It was not read.");
    case RELANCE_IMPORT_ERROR_OVERSIZED:
      return _ ("This XML file is far larger than an invoice. It was not read.");
    case RELANCE_IMPORT_ERROR_DOCTYPE:
      return _ ("This XML file declares a document type, which no e-invoice does. For safety it "
                "was not read.");
    case RELANCE_IMPORT_ERROR_ORDER:
      return _ ("This file is an order, a quote or a delivery note, not an invoice.");
    default:
      return NULL;
    }
}

/**
 * relance_wording_refused_file:
 * @error: why a file was refused whole
 *
 * Returns: (transfer full): a sentence that says why, and what to do
 */
char *
relance_wording_refused_file (const GError *error)
{
  const char *sentence;

  if (error->domain != RELANCE_IMPORT_ERROR)
    return relance_wording_error (error);

  sentence = error->code == RELANCE_IMPORT_ERROR_INCOMPLETE ? get_lack (error->message)
                                                            : get_file_sentence (error->code);

  return sentence != NULL ? g_strdup (sentence) : word_detail (error);
}

/**
 * relance_wording_refused_row:
 * @reason: the reason of a #RelanceImportRow, or one of the book's own
 * @value: (nullable): the text it is about
 *
 * Returns: (transfer full): a sentence that says why the row is refused
 */
char *
relance_wording_refused_row (const char *reason, const char *value)
{
  g_autofree char *quote = dup_quote (value != NULL ? value : "");

  for (gsize i = 0; i < G_N_ELEMENTS (row_sentences); i++)
    if (g_str_equal (row_sentences[i].reason, reason))
      return row_sentences[i].quotes ? g_strdup_printf (_ (row_sentences[i].sentence), quote)
                                     : g_strdup (_ (row_sentences[i].sentence));

  g_return_val_if_reached (g_strdup (reason));
}

/**
 * relance_wording_import_field:
 * @field: of a #RelanceImportDifference
 *
 * Returns: (transfer none): what it is called, to stand within a sentence
 */
const char *
relance_wording_import_field (const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, field))
      return g_dpgettext2 (NULL, "field", fields[i].label);

  g_return_val_if_reached (field);
}

/**
 * relance_wording_due_source:
 * @source: "explicit", "terms", "client", "default", or "" when nobody knows
 *
 * Returns: (transfer none): where a due date comes from
 */
const char *
relance_wording_due_source (const char *source)
{
  if (g_str_equal (source, "explicit"))
    return C_ ("due date", "the document");
  if (g_str_equal (source, "terms"))
    return C_ ("due date", "its payment terms");
  if (g_str_equal (source, "client"))
    return C_ ("due date", "the client’s payment terms");
  if (g_str_equal (source, "default"))
    return C_ ("due date", "the usual delay");

  return "";
}

/**
 * relance_wording_unknown_columns:
 * @sentence: why a table is refused
 * @columns: (nullable): the names of its columns
 *
 * Returns: (transfer full): the sentence, and what columns there are
 */
char *
relance_wording_unknown_columns (const char *sentence, char **columns)
{
  g_autoptr (GStrvBuilder) quoted = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;

  for (int i = 0; columns != NULL && columns[i] != NULL; i++)
    if (columns[i][0] != '\0')
      {
        g_autofree char *quote = dup_quote (columns[i]);

        /* Translators: quotation marks around the name of a column. */
        g_strv_builder_take (quoted, g_strdup_printf (_ ("“%s”"), quote));
      }
  list = g_strv_builder_end (quoted);
  if (list[0] == NULL)
    return g_strdup (sentence);
  joined = g_strjoinv (", ", list);

  /* Translators: why a file is refused, and the names of its columns. */
  return g_strdup_printf (_ ("%s Its columns are: %s."), sentence, joined);
}

/**
 * relance_wording_ledger:
 * @ledger_case: "lettered", "unlettered" or "useless"
 *
 * Returns: (transfer none): what that means for the person
 */
const char *
relance_wording_ledger (const char *ledger_case)
{
  if (g_str_equal (ledger_case, "lettered"))
    return _ ("The accountant matched payments with invoices: what is paid, and when, is known "
              "for sure.");
  if (g_str_equal (ledger_case, "unlettered"))
    return _ ("The accountant did not match payments with invoices. They were matched by amount, "
              "then oldest first: look through what is open.");

  return _ ("This accounting export has no sale to a client by name: nothing can be taken from it. "
            "Ask your accountant for one with client accounts.");
}
