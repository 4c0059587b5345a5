/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceStoreImportRow:
 * @label: (nullable): what it was for
 * @payment: minor units received, 0 for none; what exceeds @total is the client's credit
 * @payment_date: when, if there is a payment
 *
 * A new invoice with one instalment, its total at its due date. Strings are borrowed.
 */
typedef struct
{
  gint64       client_id;
  const char  *number;
  const char  *label;
  RelanceDate  issued;
  RelanceDate  due;
  char         currency[4];
  gint64       total;
  gint64       payment;
  RelanceDate  payment_date;

  gint64       payment_id; /* given by relance_store_add_import_rows() */
} RelanceStoreImportRow;

int      relance_store_register_import_rows (sqlite3                *db);
gboolean relance_store_add_import_rows      (RelanceStore           *self,
                                             gint64                  change,
                                             RelanceStoreImportRow  *rows,
                                             guint                   n_rows,
                                             GError                **error);

G_END_DECLS
