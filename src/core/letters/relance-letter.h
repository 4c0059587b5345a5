/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-catalogue.h"
#include "relance-letter-check.h"
#include "relance-letter-facts.h"
#include "relance-letter-values.h"
#include "relance-letters-error.h"

G_BEGIN_DECLS

#define RELANCE_LETTER_MAX_SUBJECT 150

/**
 * RelanceLetter:
 * @subject: one line, at most %RELANCE_LETTER_MAX_SUBJECT characters
 * @sms: the same in one line of GSM-7 characters, or %NULL when the letter has none
 * @text: the body: paragraphs separated by an empty line
 * @fault: (nullable): why the letter that the user wrote could not be used, so that ours stands here
 */
typedef struct
{
  char               *subject;
  char               *sms;
  char               *text;
  RelanceLetterFault *fault;
} RelanceLetter;

RelanceLetter *relance_letter_write (const RelanceLetterFacts  *facts,
                                     const RelanceLetterStyle  *style,
                                     GError                   **error);
RelanceLetter *relance_letter_fill  (const char                *template,
                                     const RelanceLetterFacts  *facts,
                                     const RelanceLetterStyle  *style,
                                     GError                   **error);
void           relance_letter_free  (RelanceLetter             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceLetter, relance_letter_free)

G_END_DECLS
