/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceStoreKnownClient:
 * @name_key: the folded name
 * @siren: of nine figures, also where only the SIRET is known
 * @terms: as base/relance-terms.h writes them
 *
 * What a file may know a client by. Every text but the name may be %NULL.
 */
typedef struct
{
  gint64  id;
  char   *name_key;
  char   *siren;
  char   *vat;
  char   *code;
  char   *terms;
} RelanceStoreKnownClient;

/**
 * RelanceStoreInvoice:
 * @id: 0 when the book has no such invoice
 * @instalment_id: its first instalment
 * @due: the due date of its first instalment
 * @due_source: "" when not known
 * @paid: minor units, what lowered it: payments, credit notes, write-offs
 * @received: minor units, the money of it
 *
 * An invoice of the book, as an import compares it.
 */
typedef struct
{
  gint64      id;
  gint64      instalment_id;
  int         n_instalments;
  RelanceDate issued;
  RelanceDate due;
  char        currency[4];
  char        due_source[12];
  gint64      total;
  gint64      paid;
  gint64      received;
  int         type;
  int         means;
  gboolean    has_label;
  gboolean    has_reference;
  gboolean    has_corrects;
} RelanceStoreInvoice;

/**
 * RelanceStoreCorrection:
 * @due_source: (nullable): %NULL to leave it
 * @label: (nullable): kept only where the invoice has none; likewise all that follow
 *
 * What an invoice holds from now on, but for its instalments.
 */
typedef struct
{
  gint64      id;
  RelanceDate issued;
  gint64      total;
  const char *due_source;
  const char *label;
  int         type;
  int         means;
  const char *reference;
  const char *corrects;
} RelanceStoreCorrection;

/* @balance: minor units, what remains due on it. */
typedef struct
{
  gint64      id;
  RelanceDate due;
  gint64      amount;
  gint64      balance;
} RelanceStoreOpenInstalment;

/**
 * RelanceStoreLooseNote:
 * @reference: the number of the invoice that it says it credits
 *
 * A credit note of which something is left.
 */
typedef struct
{
  gint64  id;
  gint64  client_id;
  char   *reference;
} RelanceStoreLooseNote;

gboolean   relance_store_get_last_change     (RelanceStore                  *self,
                                              gint64                        *change,
                                              GError                       **error);
GPtrArray *relance_store_list_known_clients  (RelanceStore                  *self,
                                              GError                       **error);
gboolean   relance_store_find_import_invoice (RelanceStore                  *self,
                                              gint64                         client_id,
                                              const char                    *number,
                                              RelanceStoreInvoice           *invoice,
                                              GError                       **error);
gboolean   relance_store_find_import_note    (RelanceStore                  *self,
                                              gint64                         client_id,
                                              const char                    *number,
                                              RelanceStoreInvoice           *note,
                                              GError                       **error);
GPtrArray *relance_store_list_loose_notes    (RelanceStore                  *self,
                                              gint64                         client_id,
                                              GError                       **error);
gboolean   relance_store_correct_invoice     (RelanceStore                  *self,
                                              const RelanceStoreCorrection  *correction,
                                              GError                       **error);
GArray    *relance_store_list_instalments    (RelanceStore                  *self,
                                              gint64                         invoice_id,
                                              GError                       **error);
gboolean   relance_store_is_attached         (RelanceStore                  *self,
                                              const char                    *sha256,
                                              gint64                         invoice_id,
                                              gint64                         payment_id,
                                              gboolean                      *attached,
                                              GError                       **error);
gboolean   relance_store_has_mappings        (RelanceStore                  *self,
                                              gboolean                      *any,
                                              GError                       **error);
gboolean   relance_store_get_mapping         (RelanceStore                  *self,
                                              const char                    *shape,
                                              char                         **columns,
                                              GError                       **error);
gboolean   relance_store_keep_mapping        (RelanceStore                  *self,
                                              const char                    *shape,
                                              const char                    *columns,
                                              gint64                         at,
                                              GError                       **error);

G_END_DECLS
