/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The user's own business: a value for each of these keys, "" when not said.
 * "language" is a nick of RelanceLanguage, "currency" an ISO 4217 code.
 */
typedef enum
{
  RELANCE_BUSINESS_NAME,
  RELANCE_BUSINESS_LEGAL_NAME,
  RELANCE_BUSINESS_EMAIL,
  RELANCE_BUSINESS_PHONE,
  RELANCE_BUSINESS_STREET,
  RELANCE_BUSINESS_POSTCODE,
  RELANCE_BUSINESS_CITY,
  RELANCE_BUSINESS_COUNTRY,
  RELANCE_BUSINESS_SIREN,
  RELANCE_BUSINESS_VAT,
  RELANCE_BUSINESS_IBAN,
  RELANCE_BUSINESS_BIC,
  RELANCE_BUSINESS_LANGUAGE,
  RELANCE_BUSINESS_CURRENCY,
  RELANCE_BUSINESS_N_KEYS,
} RelanceBusinessKey;

typedef struct
{
  char *values[RELANCE_BUSINESS_N_KEYS];
} RelanceBusiness;

RelanceBusiness *relance_business_new          (void);
RelanceBusiness *relance_business_copy         (const RelanceBusiness *self);
void             relance_business_free         (RelanceBusiness       *self);
const char      *relance_business_get          (const RelanceBusiness *self,
                                                RelanceBusinessKey     key);
void             relance_business_take         (RelanceBusiness       *self,
                                                RelanceBusinessKey     key,
                                                char                  *value);
const char      *relance_business_key_name     (RelanceBusinessKey     key);
int              relance_business_key_from_name (const char           *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceBusiness, relance_business_free)

G_END_DECLS
