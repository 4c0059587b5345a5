/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "relance-letters.h"

G_BEGIN_DECLS

void cli_letters_write_json (JsonBuilder              *json,
                             const RelanceLetterEntry *entry);

G_END_DECLS
