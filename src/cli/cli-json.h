/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "relance-date.h"

G_BEGIN_DECLS

/* One member of the object being built. What is not known is null. */
void cli_json_text    (JsonBuilder *json,
                       const char  *key,
                       const char  *value);
void cli_json_int     (JsonBuilder *json,
                       const char  *key,
                       gint64       value);
void cli_json_number  (JsonBuilder *json,
                       const char  *key,
                       double       value);
void cli_json_code    (JsonBuilder *json,
                       const char  *key,
                       int          code);
void cli_json_flag    (JsonBuilder *json,
                       const char  *key,
                       gboolean     value);
void cli_json_date    (JsonBuilder *json,
                       const char  *key,
                       RelanceDate  date);
void cli_json_instant (JsonBuilder *json,
                       const char  *key,
                       gint64       utc);
void cli_json_nick    (JsonBuilder *json,
                       const char  *key,
                       GType        type,
                       int          value);
void cli_json_array   (JsonBuilder *json,
                       const char  *key);
void cli_json_object  (JsonBuilder *json,
                       const char  *key);
void cli_json_item    (JsonBuilder *json,
                       const char  *value);
char *cli_json_dup    (JsonBuilder *json);

G_END_DECLS
