/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-record.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceRecordFunc:
 * @cells: one for each column of the table; their texts are the store's, until it returns. The
 *   content of a document is not among them: see relance_store_get_content()
 *
 * Returns: %FALSE with @error set to stop
 */
typedef gboolean (* RelanceRecordFunc) (RelanceCell  *cells,
                                        gpointer      data,
                                        GError      **error);

gboolean relance_store_begin_reading  (RelanceStore       *self,
                                       GError            **error);
gboolean relance_store_count_records  (RelanceStore       *self,
                                       gint64             *count,
                                       GError            **error);
gboolean relance_store_each_record    (RelanceStore       *self,
                                       RelanceTableId      table,
                                       gint64              client_id,
                                       RelanceRecordFunc   func,
                                       gpointer            data,
                                       GError            **error);
gboolean relance_store_add_record     (RelanceStore       *self,
                                       RelanceTableId      table,
                                       const RelanceCell  *cells,
                                       gint64              change,
                                       gint64             *id,
                                       GError            **error);
gboolean relance_store_set_reminder_contact (RelanceStore *self,
                                       gint64              client_id,
                                       gint64              contact_id,
                                       GError            **error);

G_END_DECLS
