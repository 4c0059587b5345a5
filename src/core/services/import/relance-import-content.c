/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-content.h"

#include "relance-einvoice.h"
#include "relance-fec.h"
#include "relance-import-error.h"
#include "relance-invoice-table.h"
#include "relance-pdf.h"
#include "relance-vcard.h"

typedef enum
{
  KIND_XML,
  KIND_PDF,
  KIND_CARDS,
  KIND_LEDGER,
  KIND_CSV,
} Kind;

/* By what is in it: names are often wrong. XML first, for an e-invoice may quote a PDF. */
static Kind
recognise (GBytes *bytes)
{
  if (relance_einvoice_is_xml (bytes))
    return KIND_XML;
  if (relance_pdf_is_pdf (bytes))
    return KIND_PDF;
  if (relance_vcard_is_vcard (bytes))
    return KIND_CARDS;
  if (relance_fec_is_fec (bytes))
    return KIND_LEDGER;

  return KIND_CSV;
}

/* An order in a PDF is no invoice that waits to be typed. */
static gboolean
check_no_order (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) attachments = relance_pdf_read_attachments (bytes, cancellable, error);

  if (attachments == NULL)
    return FALSE;
  for (guint i = 0; i < attachments->len; i++)
    {
      const RelancePdfAttachment *attachment = attachments->pdata[i];
      g_autoptr (GError) problem = NULL;
      g_autoptr (RelanceImportTable)
        table = relance_einvoice_read (attachment->content, cancellable, &problem);

      if (g_error_matches (problem, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_ORDER))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_pdf (RelanceImportContent *self, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) xml = NULL;

  self->is_pdf = TRUE;
  if (!relance_pdf_find_invoice (bytes, &xml, error))
    return FALSE;
  if (xml == NULL)
    return check_no_order (bytes, cancellable, error);
  self->table = relance_einvoice_read (xml, cancellable, error);

  return self->table != NULL;
}

static gboolean
read_content (RelanceImportContent *self,
              GBytes *bytes,
              const GArray *choices,
              const char *currency,
              GCancellable *cancellable,
              GError **error)
{
  switch (recognise (bytes))
    {
    case KIND_XML:
      self->table = relance_einvoice_read (bytes, cancellable, error);
      break;
    case KIND_PDF:
      return read_pdf (self, bytes, cancellable, error);
    case KIND_CARDS:
      self->cards = relance_vcard_read (bytes, cancellable, error);
      return self->cards != NULL;
    case KIND_LEDGER:
      self->table = relance_fec_read (bytes, cancellable, error);
      break;
    case KIND_CSV:
    default:
      self->table = relance_invoice_table_read (bytes, choices, currency, cancellable, error);
      break;
    }

  return self->table != NULL;
}

/**
 * relance_import_content_is_csv:
 *
 * Returns: whether a file is nothing that is known by its content, and so is read as a table
 */
gboolean
relance_import_content_is_csv (GBytes *bytes)
{
  return recognise (bytes) == KIND_CSV;
}

/**
 * relance_import_content_read:
 * @self: (out caller-allocates): what is in the file
 * @choices: (nullable) (element-type RelanceColumnChoice): what the columns of a table hold
 * @currency: that of the business, for amounts that say none
 * @error: why it is refused, as its reader says, or that it was cancelled
 *
 * Tells what a file is by its content, and reads it.
 */
gboolean
relance_import_content_read (RelanceImportContent *self,
                             GBytes *bytes,
                             const GArray *choices,
                             const char *currency,
                             GCancellable *cancellable,
                             GError **error)
{
  *self = (RelanceImportContent) { 0 };
  if (!read_content (self, bytes, choices, currency, cancellable, error))
    return FALSE;

  if (self->table != NULL)
    self->recognised = self->table->format;
  else
    self->recognised = self->cards != NULL ? "vcard" : "pdf";

  return TRUE;
}

void
relance_import_content_clear (RelanceImportContent *self)
{
  g_clear_pointer (&self->table, relance_import_table_free);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
}
