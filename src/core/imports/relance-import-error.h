/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELANCE_IMPORT_ERROR (relance_import_error_quark ())

/**
 * RelanceImportError:
 * @RELANCE_IMPORT_ERROR_EMPTY: nothing is written in the file
 * @RELANCE_IMPORT_ERROR_TOO_LARGE: more bytes or rows than are read; the message is the limit
 * @RELANCE_IMPORT_ERROR_BINARY: a file of another kind; the message is its kind, or ""
 * @RELANCE_IMPORT_ERROR_NOT_A_TABLE: text, but without columns
 * @RELANCE_IMPORT_ERROR_TOO_LONG: a line or a field is too long; the message is the line
 * @RELANCE_IMPORT_ERROR_QUOTE: a quotation mark is never closed; the message is the line
 * @RELANCE_IMPORT_ERROR_NO_HEADER: no line names columns that are known
 * @RELANCE_IMPORT_ERROR_NO_ROWS: there is nothing below the column names
 * @RELANCE_IMPORT_ERROR_NO_NUMBER: no column holds the invoice's number
 * @RELANCE_IMPORT_ERROR_NO_CLIENT: no column holds the client
 * @RELANCE_IMPORT_ERROR_NO_AMOUNT: no column holds the total
 * @RELANCE_IMPORT_ERROR_NO_DATE: no column holds the issue or the due date
 * @RELANCE_IMPORT_ERROR_COLUMN: a column that was asked for is not there; the message is its name
 * @RELANCE_IMPORT_ERROR_FIELD: there is no such field; the message is its name
 * @RELANCE_IMPORT_ERROR_BROKEN: it begins like its kind, but cannot be read
 * @RELANCE_IMPORT_ERROR_PROTECTED: it is encrypted
 * @RELANCE_IMPORT_ERROR_PACKED: it unpacks to more than is read
 * @RELANCE_IMPORT_ERROR_OVERSIZED: an XML file larger, deeper or with more in it than is read;
 *   the message is of what
 * @RELANCE_IMPORT_ERROR_DOCTYPE: an XML file that declares a document type, which no e-invoice does
 * @RELANCE_IMPORT_ERROR_NOT_AN_INVOICE: another XML document; the message is its root element
 * @RELANCE_IMPORT_ERROR_ORDER: an order, a quote or a delivery note; the message is its root element
 *   or its type
 * @RELANCE_IMPORT_ERROR_INCOMPLETE: an e-invoice without something it must have; the message is
 *   "number", "client", "issued", "currency" or "total"
 * @RELANCE_IMPORT_ERROR_VALUE: an e-invoice with a value that cannot be; the message is the value
 *
 * Why a file is refused whole. The messages are data for services/ to word,
 * not sentences.
 */
typedef enum
{
  RELANCE_IMPORT_ERROR_EMPTY,
  RELANCE_IMPORT_ERROR_TOO_LARGE,
  RELANCE_IMPORT_ERROR_BINARY,
  RELANCE_IMPORT_ERROR_NOT_A_TABLE,
  RELANCE_IMPORT_ERROR_TOO_LONG,
  RELANCE_IMPORT_ERROR_QUOTE,
  RELANCE_IMPORT_ERROR_NO_HEADER,
  RELANCE_IMPORT_ERROR_NO_ROWS,
  RELANCE_IMPORT_ERROR_NO_NUMBER,
  RELANCE_IMPORT_ERROR_NO_CLIENT,
  RELANCE_IMPORT_ERROR_NO_AMOUNT,
  RELANCE_IMPORT_ERROR_NO_DATE,
  RELANCE_IMPORT_ERROR_COLUMN,
  RELANCE_IMPORT_ERROR_FIELD,
  RELANCE_IMPORT_ERROR_BROKEN,
  RELANCE_IMPORT_ERROR_PROTECTED,
  RELANCE_IMPORT_ERROR_PACKED,
  RELANCE_IMPORT_ERROR_OVERSIZED,
  RELANCE_IMPORT_ERROR_DOCTYPE,
  RELANCE_IMPORT_ERROR_NOT_AN_INVOICE,
  RELANCE_IMPORT_ERROR_ORDER,
  RELANCE_IMPORT_ERROR_INCOMPLETE,
  RELANCE_IMPORT_ERROR_VALUE,
} RelanceImportError;

GQuark relance_import_error_quark (void);

G_END_DECLS
