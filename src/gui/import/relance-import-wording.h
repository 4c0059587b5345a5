/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import.h"

G_BEGIN_DECLS

/* How a preview words one of its rows. */
char *relance_import_wording_title  (const RelanceImportItem *item);
char *relance_import_wording_detail (const RelanceImportItem *item);
char *relance_import_wording_amount (const RelanceImportItem *item);

G_END_DECLS
