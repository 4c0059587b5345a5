/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-fec-ledger.h"

G_BEGIN_DECLS

/**
 * RelanceFecDocument:
 * @key: that of the client
 * @entry: the entry that its number was made of, %NULL when the number is its own
 * @first: index of its first line
 * @n_lines: that add up
 * @total: minor units of the ledger; above 0 an invoice, below 0 a credit note
 * @foreign: minor units of @currency, likewise
 * @currency: "EUR" unless all its lines are in another one
 * @reference: index of the invoice that a credit note settles, or -1
 *
 * An invoice or a credit note, in one or more lines.
 */
typedef struct
{
  const char            *key;
  const char            *number;
  const RelanceFecEntry *entry;
  guint                  client;
  int                    first;
  int                    last;
  guint                  n_lines;
  gint64                 total;
  gint64                 foreign;
  char                   currency[4];
  int                    reference;
} RelanceFecDocument;

/**
 * RelanceFecDocuments:
 * @all: (element-type RelanceFecDocument): by their first line
 */
typedef struct
{
  GArray     *all;
  GHashTable *invoices;
  GHashTable *notes;
} RelanceFecDocuments;

RelanceFecDocuments *relance_fec_documents_new          (RelanceFecLedger          *ledger);
RelanceFecDocument  *relance_fec_documents_get          (const RelanceFecDocuments *self,
                                                         int                        index);
int                  relance_fec_documents_find_invoice (const RelanceFecDocuments *self,
                                                         const char                *client_key,
                                                         const char                *number);
void                 relance_fec_documents_free         (RelanceFecDocuments       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceFecDocuments, relance_fec_documents_free)

G_END_DECLS
