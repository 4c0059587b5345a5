/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word says of the clause that it stands in. */
typedef enum
{
  RELANCE_TERMS_SAYS_DISCOUNT = 1 << 0,
  RELANCE_TERMS_SAYS_NET = 1 << 1,
  RELANCE_TERMS_SAYS_OTHER = 1 << 2, /* interest for late payment, complaints… */
  RELANCE_TERMS_SAYS_IF = 1 << 3,
  RELANCE_TERMS_SAYS_AT_ONCE = 1 << 4,
  RELANCE_TERMS_SAYS_NONE = 1 << 5, /* "sans escompte" */
} RelanceTermsSaying;

typedef enum
{
  RELANCE_TERMS_NO_UNIT,
  RELANCE_TERMS_DAY,
  RELANCE_TERMS_WORKING_DAY,
  RELANCE_TERMS_WEEK,
  RELANCE_TERMS_MONTH,
} RelanceTermsUnit;

RelanceTermsSaying relance_payment_terms_find_saying (const char *word);
RelanceTermsUnit   relance_payment_terms_find_unit   (const char *word);
int                relance_payment_terms_find_number (const char *word);

G_END_DECLS
