/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-draft.h"

#include "relance-documents.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What every provider takes: one file at most of 4 MB (Brevo), and a mail that no server on the
 * way finds too large once it is written in base64. */
#define FILE_MAX (4 * 1024 * 1024)
#define TOTAL_MAX (10 * 1024 * 1024)

static gboolean
is_pdf (const RelanceDocument *document)
{
  return strcmp (document->media_type, "application/pdf") == 0;
}

static gboolean
has_been_asked (GArray *debts, guint index)
{
  gint64 invoice_id = g_array_index (debts, RelanceMessageDebt, index).invoice_id;

  for (guint i = 0; i < index; i++)
    if (g_array_index (debts, RelanceMessageDebt, i).invoice_id == invoice_id)
      return TRUE;
  return FALSE;
}

static void
take_document (RelanceDraft *self, const RelanceDocument *document, gint64 *total)
{
  if (document->size <= FILE_MAX && *total + document->size <= TOTAL_MAX)
    {
      *total += document->size;
      g_ptr_array_add (self->attachments, relance_document_copy (document));
      return;
    }
  relance_draft_add_note (self->warnings, "attachment",
                          /* Translators: %s is the name of a file. */
                          g_strdup_printf (_ ("%s is too large to be attached."), document->name),
                          NULL);
}

/**
 * relance_draft_attach:
 *
 * Attaches the PDFs of the invoices that the draft asks for, as far as a mail can carry them; a
 * warning names what is left out.
 */
gboolean
relance_draft_attach (RelanceDraft *self, RelanceBook *book, GError **error)
{
  gint64 total = 0;

  g_ptr_array_set_size (self->attachments, 0);
  for (guint i = 0; i < self->debts->len; i++)
    {
      g_autoptr (GPtrArray) documents = NULL;

      if (has_been_asked (self->debts, i))
        continue;
      documents = relance_documents_list (
        book, g_array_index (self->debts, RelanceMessageDebt, i).invoice_id, error);
      if (documents == NULL)
        return FALSE;
      for (guint j = 0; j < documents->len; j++)
        if (is_pdf (g_ptr_array_index (documents, j)))
          take_document (self, g_ptr_array_index (documents, j), &total);
    }
  return TRUE;
}
