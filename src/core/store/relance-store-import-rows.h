/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-enums.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceStoreImportInvoice:
 * @label: (nullable): what it was for
 * @type: UNTDID 1001, or 0
 * @means: UNTDID 4461, or 0
 * @due_source: (nullable): where its due date came from
 * @reference: (nullable): the client's order
 * @corrects: (nullable): the number of the invoice that it replaces
 *
 * A new invoice, but for its instalments. Strings are borrowed.
 */
typedef struct
{
  gint64       client_id;
  const char  *number;
  const char  *label;
  RelanceDate  issued;
  char         currency[4];
  gint64       total;
  int          type;
  int          means;
  const char  *due_source;
  const char  *reference;
  const char  *corrects;
} RelanceStoreImportInvoice;

typedef struct
{
  gint64      invoice_id;
  RelanceDate due;
  gint64      amount;
} RelanceStoreImportInstalment;

/* @number and @reference: (nullable): of a credit note, and of the invoice that it credits. */
typedef struct
{
  gint64              client_id;
  RelancePaymentKind  kind;
  RelanceDate         date;
  gint64              amount;
  char                currency[4];
  const char         *means;
  const char         *number;
  const char         *reference;
} RelanceStoreImportPayment;

/* At most one for an instalment and a payment. */
typedef struct
{
  gint64 instalment_id;
  gint64 payment_id;
  gint64 amount;
} RelanceStoreImportAllocation;

/**
 * RelanceStoreImportRows:
 *
 * What an import adds, collected in memory and written at once. Ids are given as rows are
 * collected, so nothing else may add such rows to the book meanwhile.
 */
typedef struct _RelanceStoreImportRows RelanceStoreImportRows;

int      relance_store_register_import_rows (sqlite3                *db);

RelanceStoreImportRows *relance_store_import_rows_new (RelanceStore *store,
                                                       guint         n_expected,
                                                       GError      **error);
gint64   relance_store_import_rows_add_invoice    (RelanceStoreImportRows             *self,
                                                   const RelanceStoreImportInvoice    *invoice);
gint64   relance_store_import_rows_add_instalment (RelanceStoreImportRows             *self,
                                                   const RelanceStoreImportInstalment *instalment);
gint64   relance_store_import_rows_add_payment    (RelanceStoreImportRows             *self,
                                                   const RelanceStoreImportPayment    *payment);
void     relance_store_import_rows_add_allocation (RelanceStoreImportRows             *self,
                                                   const RelanceStoreImportAllocation *allocation);
gboolean relance_store_import_rows_write          (RelanceStoreImportRows             *self,
                                                   gint64                              change,
                                                   GError                            **error);
void     relance_store_import_rows_free           (RelanceStoreImportRows             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceStoreImportRows, relance_store_import_rows_free)

G_END_DECLS
