/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import-cards.h"
#include "relance-import-plan.h"

G_BEGIN_DECLS

RelanceImportItem *relance_import_item_new_row      (const RelancePlannedRow      *planned);
void               relance_import_item_take_due     (RelanceImportItem            *self,
                                                     const RelancePlannedRow      *planned);
RelanceImportItem *relance_import_item_new_card     (const RelancePlannedCard     *planned);
RelanceImportItem *relance_import_item_new_document (const RelancePlannedDocument *planned);

G_END_DECLS
