/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-einvoice-draft.h"
#include "relance-import-table.h"

G_BEGIN_DECLS

gboolean relance_einvoice_sums_read  (const RelanceEinvoiceDraft  *draft,
                                      RelanceImportRow            *row,
                                      GError                     **error);
void     relance_einvoice_due_read   (const RelanceEinvoiceDraft  *draft,
                                      RelanceImportTable          *table,
                                      RelanceImportRow            *row);
void     relance_einvoice_buyer_read (const RelanceEinvoiceDraft  *draft,
                                      RelanceImportTable          *table,
                                      RelanceImportRow            *row);
gboolean relance_einvoice_row_add    (const RelanceEinvoiceDraft  *draft,
                                      RelanceImportTable          *table,
                                      GError                     **error);

G_END_DECLS
