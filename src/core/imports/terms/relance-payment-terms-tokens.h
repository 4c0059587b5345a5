/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

#define RELANCE_TERMS_MAX_WORD 24

typedef enum
{
  RELANCE_TERMS_WORD,
  RELANCE_TERMS_NUMBER,
  RELANCE_TERMS_DATE,
  RELANCE_TERMS_PERCENT,
  RELANCE_TERMS_BREAK, /* the end of a clause: a line, a sentence, a comma… */
} RelanceTermsKind;

/**
 * RelanceTermsToken:
 * @word: folded ASCII letters, cut when longer than any that is looked for
 * @number: the whole part
 * @fraction: decimals or thousands are written after it
 * @zero: the number is 0 with its decimals
 */
typedef struct
{
  RelanceTermsKind kind;
  char             word[RELANCE_TERMS_MAX_WORD];
  int              number;
  gboolean         fraction;
  gboolean         zero;
  RelanceDate      date;
} RelanceTermsToken;

GArray *relance_payment_terms_tokens_split (const char *text);

G_END_DECLS
