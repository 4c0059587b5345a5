/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-business.h"

static const char *const key_names[RELANCE_BUSINESS_N_KEYS] = {
  "name",    "legal_name", "email", "phone", "street", "postcode", "city",
  "country", "siren",      "vat",   "iban",  "bic",    "language", "currency",
};

/**
 * relance_business_new:
 *
 * Returns: (transfer full): a business of which nothing is known
 */
RelanceBusiness *
relance_business_new (void)
{
  return g_new0 (RelanceBusiness, 1);
}

/**
 * relance_business_copy:
 *
 * Returns: (transfer full): one of its own with the same content
 */
RelanceBusiness *
relance_business_copy (const RelanceBusiness *self)
{
  RelanceBusiness *copy = relance_business_new ();

  for (int i = 0; i < RELANCE_BUSINESS_N_KEYS; i++)
    copy->values[i] = g_strdup (self->values[i]);

  return copy;
}

void
relance_business_free (RelanceBusiness *self)
{
  for (int i = 0; i < RELANCE_BUSINESS_N_KEYS; i++)
    g_free (self->values[i]);
  g_free (self);
}

/**
 * relance_business_get:
 *
 * Returns: (transfer none): the value of @key, "" when it was not said
 */
const char *
relance_business_get (const RelanceBusiness *self, RelanceBusinessKey key)
{
  return self->values[key] != NULL ? self->values[key] : "";
}

/**
 * relance_business_take:
 * @value: (transfer full) (nullable): already validated
 */
void
relance_business_take (RelanceBusiness *self, RelanceBusinessKey key, char *value)
{
  g_free (self->values[key]);
  self->values[key] = value;
}

/**
 * relance_business_key_name:
 *
 * Returns: (transfer none): the word for @key, in the book and on the command line
 */
const char *
relance_business_key_name (RelanceBusinessKey key)
{
  g_assert ((int) key >= 0 && key < RELANCE_BUSINESS_N_KEYS);

  return key_names[key];
}

/**
 * relance_business_key_from_name:
 *
 * Returns: the key, or -1 when there is none of that name
 */
int
relance_business_key_from_name (const char *name)
{
  for (int i = 0; i < RELANCE_BUSINESS_N_KEYS; i++)
    if (g_str_equal (key_names[i], name))
      return i;

  return -1;
}
