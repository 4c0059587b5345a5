/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceStoreInvoice:
 * @id: 0 when the book has no such invoice
 * @instalment_id: its first instalment
 * @due: the due date of its first instalment
 * @paid: minor units, what payments that stand have settled of it
 *
 * An invoice of the book, as an import compares and writes it.
 */
typedef struct
{
  gint64      id;
  gint64      instalment_id;
  int         n_instalments;
  RelanceDate issued;
  RelanceDate due;
  char        currency[4];
  gint64      total;
  gint64      paid;
  gboolean    has_label;
} RelanceStoreInvoice;

gboolean relance_store_get_last_change     (RelanceStore               *self,
                                            gint64                     *change,
                                            GError                    **error);
gboolean relance_store_find_import_client  (RelanceStore               *self,
                                            const char                 *name_key,
                                            gint64                     *id,
                                            char                      **email,
                                            GError                    **error);
gboolean relance_store_set_client_email    (RelanceStore               *self,
                                            gint64                      client_id,
                                            const char                 *email,
                                            GError                    **error);
gboolean relance_store_find_import_invoice (RelanceStore               *self,
                                            gint64                      client_id,
                                            const char                 *number,
                                            RelanceStoreInvoice        *invoice,
                                            GError                    **error);
gboolean relance_store_correct_invoice     (RelanceStore               *self,
                                            const RelanceStoreInvoice  *invoice,
                                            const char                 *label,
                                            GError                    **error);

G_END_DECLS
