/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "relance-message.h"

G_BEGIN_DECLS

void cli_json_message (JsonBuilder    *json,
                       RelanceMessage *message);

G_END_DECLS
