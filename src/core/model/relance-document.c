/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-document.h"

RelanceDocument *
relance_document_copy (const RelanceDocument *self)
{
  RelanceDocument *copy = g_new0 (RelanceDocument, 1);

  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->media_type = g_strdup (self->media_type);
  return copy;
}

void
relance_document_free (RelanceDocument *self)
{
  g_free (self->name);
  g_free (self->media_type);
  g_free (self);
}

/**
 * relance_documents_new:
 *
 * Returns: (transfer full) (element-type RelanceDocument): an empty list that owns its documents
 */
GPtrArray *
relance_documents_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) relance_document_free);
}
