/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-json.h"

#include "relance-clock.h"
#include "relance-enums.h"

#include <math.h>

/* Text from outside (file names, a provider's words) is not always UTF-8; JSON always is. */
void
cli_json_item (JsonBuilder *json, const char *value)
{
  g_autofree char *valid = value ? g_utf8_make_valid (value, -1) : NULL;

  if (valid)
    json_builder_add_string_value (json, valid);
  else
    json_builder_add_null_value (json);
}

void
cli_json_text (JsonBuilder *json, const char *key, const char *value)
{
  json_builder_set_member_name (json, key);
  cli_json_item (json, value && *value ? value : NULL);
}

void
cli_json_int (JsonBuilder *json, const char *key, gint64 value)
{
  json_builder_set_member_name (json, key);
  json_builder_add_int_value (json, value);
}

/* @value: NAN is null */
void
cli_json_number (JsonBuilder *json, const char *key, double value)
{
  json_builder_set_member_name (json, key);
  if (isnan (value))
    json_builder_add_null_value (json);
  else
    json_builder_add_double_value (json, value);
}

/* A code of a standard; 0 is not known. */
void
cli_json_code (JsonBuilder *json, const char *key, int code)
{
  json_builder_set_member_name (json, key);
  if (code != 0)
    json_builder_add_int_value (json, code);
  else
    json_builder_add_null_value (json);
}

void
cli_json_flag (JsonBuilder *json, const char *key, gboolean value)
{
  json_builder_set_member_name (json, key);
  json_builder_add_boolean_value (json, value);
}

void
cli_json_date (JsonBuilder *json, const char *key, RelanceDate date)
{
  g_autofree char *iso = date == RELANCE_DATE_NONE ? NULL : relance_date_to_iso (date);

  cli_json_text (json, key, iso);
}

void
cli_json_instant (JsonBuilder *json, const char *key, gint64 utc)
{
  g_autofree char *text = utc == 0 ? NULL : relance_clock_to_rfc3339 (utc);

  cli_json_text (json, key, text);
}

void
cli_json_nick (JsonBuilder *json, const char *key, GType type, int value)
{
  cli_json_text (json, key, value == 0 ? NULL : relance_enum_to_nick (type, value));
}

void
cli_json_array (JsonBuilder *json, const char *key)
{
  if (key != NULL)
    json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
}

void
cli_json_object (JsonBuilder *json, const char *key)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_object (json);
}

char *
cli_json_dup (JsonBuilder *json)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (json);

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, NULL);
}
