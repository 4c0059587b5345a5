/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-private.h"

static void
need_client (RelanceImport *self, RelancePlannedClient *client, int sign)
{
  gboolean before = client->needed > 0;

  client->needed += sign;
  if (client->id == 0)
    self->counts.clients_created += (client->needed > 0) - before;
}

static void
count_fate (RelanceImport *self, RelanceImportFate fate, int sign)
{
  self->counts.created += sign * (fate == RELANCE_IMPORT_NEW);
  self->counts.updated += sign * (fate == RELANCE_IMPORT_CHANGED);
  self->counts.unchanged += sign * (fate == RELANCE_IMPORT_UNCHANGED);
  self->counts.rejected += sign * (fate == RELANCE_IMPORT_REJECTED);
}

static int
count_payments (const RelancePlannedRow *row)
{
  g_autoptr (GArray) payments = NULL;

  if (row->payment == 0 || row->fate == RELANCE_IMPORT_REJECTED)
    return 0;
  if (row->row->n_payments == 0)
    return row->row->prepaid > 0 && row->row->prepaid < row->payment ? 2 : 1;
  payments = g_array_new (FALSE, FALSE, sizeof (RelanceImportPayment));
  relance_planned_row_list_payments (row, payments);

  return (int) payments->len;
}

/* Adds a row to what the import would do, or takes it away again. */
void
relance_import_count_row (RelanceImport *self, const RelancePlannedRow *row, int sign)
{
  if (row->skipped)
    return;
  count_fate (self, row->fate, sign);
  self->counts.payments_created += sign * count_payments (row);
  if (row->contact != NULL &&
      (row->fate == RELANCE_IMPORT_NEW || row->fate == RELANCE_IMPORT_CHANGED))
    self->counts.contacts_created += sign;
  if (row->fate == RELANCE_IMPORT_NEW)
    need_client (self, row->client, sign);
}

/* Likewise a card. */
void
relance_import_count_card (RelanceImport *self, const RelancePlannedCard *card, int sign)
{
  if (card->skipped)
    return;
  count_fate (self, card->fate, sign);
  if (card->fate != RELANCE_IMPORT_NEW)
    return;
  self->counts.contacts_created += sign * (card->contact != NULL);
  need_client (self, card->client, sign);
}

/* Likewise a PDF that waits for its invoice. */
void
relance_import_count_document (RelanceImport *self,
                               const RelancePlannedDocument *document,
                               int sign)
{
  if (document->waiting && !document->known && !document->skipped)
    self->counts.kept += sign;
}

/* Likewise an export of Relance, which is taken whole. */
void
relance_import_count_own (RelanceImport *self)
{
  const RelanceImportOwnCounts *own = relance_import_own_get_counts (self->own);

  self->counts.created += own->invoices + own->credit_notes;
  self->counts.updated += own->documents;
  self->counts.unchanged += own->unchanged;
  self->counts.rejected += own->refused;
  self->counts.clients_created += own->clients;
  self->counts.contacts_created += own->contacts;
  self->counts.payments_created += own->payments;
}
