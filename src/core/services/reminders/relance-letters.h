/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-enum-types.h"
#include "relance-enums.h"

G_BEGIN_DECLS

/**
 * RelanceLetterEntry:
 * @name: as its file is called: LANGUAGE/STAGE-TONE, with -ADDRESS and -VARIANT where it has one
 * @address: *vous* where the language or the tone has one form only
 * @own: (nullable): the letter that the user wrote in its place
 * @problem: (nullable): why that one cannot be used, a sentence in the user's language
 * @typed: (nullable): what the user typed for it and did not save yet
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
  char            *own;
  char            *problem;
  char            *typed;
} RelanceLetterEntry;

GPtrArray          *relance_letters_list      (RelanceBook         *book,
                                               GError             **error);
RelanceLetterEntry *relance_letters_find      (RelanceBook         *book,
                                               const char          *name,
                                               GError             **error);
char               *relance_letters_load      (const char          *name);
void                relance_letter_entry_free (RelanceLetterEntry  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceLetterEntry, relance_letter_entry_free)

G_END_DECLS
