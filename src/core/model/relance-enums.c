/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-enums.h"

/**
 * relance_enum_to_nick:
 * @type: an enumeration of this file
 * @value: one of its values
 *
 * Returns: (transfer none): the word for @value, as the book stores it
 */
const char *
relance_enum_to_nick (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (klass, value);

  g_assert (found != NULL);

  return found->value_nick;
}

/**
 * relance_enum_from_nick:
 * @type: an enumeration of this file
 * @nick: (nullable): a word, from anywhere
 *
 * Returns: the value, or 0 when @nick is none of @type's words
 */
int
relance_enum_from_nick (GType type, const char *nick)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;

  return found != NULL ? found->value : 0;
}
