/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enum-types.h"
#include "relance-enums.h"

G_BEGIN_DECLS

/**
 * RelanceLetterEntry:
 * @name: as its file is called: LANGUAGE/STAGE-TONE, with -ADDRESS and -VARIANT where it has one
 * @address: *vous* where the language or the tone has one form only
 *
 * A letter that can be written.
 */
typedef struct
{
  char            *name;
  RelanceLanguage  language;
  RelanceStage     stage;
  RelanceTone      tone;
  RelanceAddress   address;
  guint            variant;
} RelanceLetterEntry;

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

GPtrArray          *relance_letters_list     (void);
RelanceLetterEntry *relance_letters_find     (const char          *name);
char               *relance_letters_load     (const char          *name);
GPtrArray          *relance_letters_check    (const char          *letter,
                                              RelanceLanguage      language);
void                relance_letter_entry_free (RelanceLetterEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceLetterEntry, relance_letter_entry_free)

G_END_DECLS
