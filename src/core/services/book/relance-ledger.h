/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-invoice.h"
#include "relance-store-payments.h"

G_BEGIN_DECLS

/*
 * How money, credit notes and whatever else lowers a debt is spread over instalments. Each of these
 * belongs in a transaction, and in a change that an undo can take back whole: a typed payment is one
 * such change, an import of thousands of documents is one too. None of them judges values; whoever
 * takes them from outside does.
 *
 * Rows are never edited: what changes a payment removes its row and adds another in its place.
 */

gboolean relance_ledger_record          (RelanceStore         *store,
                                         gint64                change,
                                         RelanceStorePayment  *payment,
                                         gboolean              spread_it,
                                         GError              **error);
gboolean relance_ledger_allocate        (RelanceStore         *store,
                                         gint64                change,
                                         RelanceStorePayment  *payment,
                                         GArray               *shares,
                                         GError              **error);
gboolean relance_ledger_set_instalments (RelanceStore         *store,
                                         gint64                change,
                                         gint64                invoice_id,
                                         GArray               *instalments,
                                         GError              **error);
gboolean relance_ledger_replace_invoice (RelanceStore         *store,
                                         gint64                change,
                                         gint64                old_invoice_id,
                                         RelanceStorePayment  *replacement,
                                         GError              **error);

G_END_DECLS
