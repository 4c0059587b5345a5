/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "relance-late-fees.h"

G_BEGIN_DECLS

void cli_json_fees (JsonBuilder           *json,
                    const RelanceLateFees *fees);
void cli_text_fees (GString               *text,
                    const RelanceLateFees *fees);

G_END_DECLS
