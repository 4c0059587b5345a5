/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-fec-ledger.h"

G_BEGIN_DECLS

/**
 * RelanceFecNumbers:
 *
 * Which references of an accounting export are numbers of invoices. The article asks for the
 * reference of the supporting document; some software writes the journal and the month, or a
 * word, on all of them.
 */
typedef struct _RelanceFecNumbers RelanceFecNumbers;

RelanceFecNumbers *relance_fec_numbers_new    (const RelanceFecLedger   *ledger);
const char        *relance_fec_numbers_find   (const RelanceFecNumbers  *self,
                                               const RelanceFecLine     *line,
                                               char                    **to_free);
char              *relance_fec_numbers_of_label (const RelanceFecNumbers *self,
                                                 const RelanceFecLine    *line);
char              *relance_fec_numbers_of_entry (const RelanceFecLine    *line,
                                                 gboolean                 in_full);
void               relance_fec_numbers_free   (RelanceFecNumbers        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceFecNumbers, relance_fec_numbers_free)

G_END_DECLS
