/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mustache-values.h"

/* Returns: (transfer full) (nullable): what is in the box, or @variant itself when it is none */
static GVariant *
unbox (GVariant *variant)
{
  g_autoptr (GVariant) inner = NULL;

  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARIANT))
    inner = g_variant_get_variant (variant);
  else if (g_variant_is_of_type (variant, G_VARIANT_TYPE_MAYBE))
    inner = g_variant_get_maybe (variant);
  else
    return g_variant_ref (variant);

  return inner != NULL ? unbox (inner) : NULL;
}

static RelanceLetterValue *
make_dictionary (GVariant *variant)
{
  RelanceLetterValue *dictionary = relance_letter_value_new_dictionary ();

  for (gsize i = 0; i < g_variant_n_children (variant); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (variant, i);
      g_autoptr (GVariant) key = g_variant_get_child_value (entry, 0);
      g_autoptr (GVariant) value = g_variant_get_child_value (entry, 1);

      relance_letter_values_add (dictionary, g_intern_string (g_variant_get_string (key, NULL)),
                                 mustache_values_from_variant (value));
    }
  return dictionary;
}

static RelanceLetterValue *
make_list (GVariant *variant)
{
  RelanceLetterValue *list = relance_letter_value_new_list ();

  for (gsize i = 0; i < g_variant_n_children (variant); i++)
    {
      g_autoptr (GVariant) item = g_variant_get_child_value (variant, i);

      relance_letter_value_append (list, mustache_values_from_variant (item));
    }
  return list;
}

static RelanceLetterValue *
make_number (GVariant *variant)
{
  g_autofree char *text = NULL;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_DOUBLE))
    return relance_letter_value_new_text (
      g_ascii_formatd (buffer, sizeof buffer, "%.15g", g_variant_get_double (variant)));

  text = g_variant_print (variant, FALSE);
  return relance_letter_value_new_number (g_ascii_strtoll (text, NULL, 10));
}

RelanceLetterValue *
mustache_values_from_variant (GVariant *variant)
{
  g_autoptr (GVariant) inner = unbox (variant);

  if (inner == NULL)
    return relance_letter_value_new_text (NULL);
  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARDICT))
    return make_dictionary (inner);
  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_ARRAY))
    return make_list (inner);
  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_BOOLEAN))
    return relance_letter_value_new_flag (g_variant_get_boolean (inner));
  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_STRING))
    return relance_letter_value_new_text (g_variant_get_string (inner, NULL));

  return make_number (inner);
}
