/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-letter-check.h"

G_BEGIN_DECLS

/**
 * RelanceLetterNote:
 * @kind: an English word for programs
 * @line: from 1; 0 when it is of no line
 * @part: (nullable): the part that the line is in
 * @name: (nullable): the name that letters do not know
 * @text: what is wrong, and where, in the user's language
 *
 * Something that is wrong with a letter.
 */
typedef struct
{
  const char *kind;
  guint       line;
  const char *part;
  char       *name;
  char       *text;
} RelanceLetterNote;

GPtrArray *relance_letters_check         (const char               *letter,
                                          RelanceLanguage           language);
char      *relance_letter_notes_describe (const RelanceLetterFault *fault);

G_END_DECLS
