/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "relance-client.h"

G_BEGIN_DECLS

void  cli_client_write_json (JsonBuilder   *json,
                             RelanceClient *client,
                             gboolean       whole);
void  cli_client_write_text (GString       *text,
                             RelanceClient *client);
char *cli_client_dup_totals (GArray        *totals,
                             gsize          member);

G_END_DECLS
