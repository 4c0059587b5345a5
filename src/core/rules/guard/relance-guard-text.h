/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RelanceGuardToken:
 * @form: the word without case, accents, disguise or, in longer words, doubled letters
 * @start: its first byte in the text
 * @end: the byte after its last
 * @opens_clause: whether a comma or the like stands before it
 * @opens_sentence: whether a sentence begins with it
 * @capitals: whether all of its two letters or more are capitals
 * @title: whether it begins with a capital and goes on in small letters
 * @spaced: whether it was written letter by letter
 *
 * One word of a letter, as the rules of the guard see it.
 */
typedef struct
{
  char     *form;
  gsize     start;
  gsize     end;
  gboolean  opens_clause;
  gboolean  opens_sentence;
  gboolean  capitals;
  gboolean  title;
  gboolean  spaced;
} RelanceGuardToken;

GArray *relance_guard_text_split (const char *text,
                                  GHashTable *expansions);
char   *relance_guard_text_fold  (const char *word,
                                  gssize      length);

G_END_DECLS
