/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-record.h"

G_BEGIN_DECLS

void relance_export_json_add_row (GString            *out,
                                  const RelanceTable *table,
                                  const RelanceCell  *cells);

G_END_DECLS
