/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-notes.h"

#include <glib/gi18n-lib.h>

/* A word for programs, and a sentence for the user. */
static const struct
{
  const char *word;
  const char *sentence;
} problems[] = {
  [RELANCE_LETTERS_PROBLEM_TAG] = { "tag", N_ ("These braces are never closed.") },
  [RELANCE_LETTERS_PROBLEM_DELIMITERS] = { "delimiters",
                                           N_ ("Other delimiters than braces are not known.") },
  [RELANCE_LETTERS_PROBLEM_NO_NAME] = { "no-name", N_ ("There is no name between these braces.") },
  [RELANCE_LETTERS_PROBLEM_UNOPENED] = { "section", N_ ("This section was never opened.") },
  [RELANCE_LETTERS_PROBLEM_CROSSED] = { "section", N_ ("Another section must be closed first.") },
  [RELANCE_LETTERS_PROBLEM_UNCLOSED] = { "section", N_ ("This section is never closed.") },
  [RELANCE_LETTERS_PROBLEM_NO_PART] = { "part", N_ ("There is no such part.") },
  [RELANCE_LETTERS_PROBLEM_ITSELF] = { "part", N_ ("This part asks for itself.") },
  [RELANCE_LETTERS_PROBLEM_TOO_LARGE] = { "too-large", N_ ("This is too much for a letter.") },
  [RELANCE_LETTERS_PROBLEM_NO_SUBJECT] = { "subject",
                                           /* Translators: “Subject: ” stays as it is. */
                                           N_ ("A letter starts with “Subject: ”.") },
  [RELANCE_LETTERS_PROBLEM_UNKNOWN_NAME] = { "name", N_ ("Letters do not know this name.") },
  [RELANCE_LETTERS_PROBLEM_EMPTY] = { "empty", N_ ("There are no words here.") },
};

/**
 * relance_letter_notes_describe:
 *
 * Returns: (transfer full): what is wrong with a letter, and where, in the user's language
 */
char *
relance_letter_notes_describe (const RelanceLetterFault *fault)
{
  const RelanceLettersPlace *place = &fault->place;
  const char *sentence = _ (problems[place->problem].sentence);
  g_autofree char *what = fault->name != NULL
                            /* Translators: what is wrong, and the name that stands there. */
                            ? g_strdup_printf (C_ ("letter", "%1$s “%2$s”"), sentence, fault->name)
                            : g_strdup (sentence);

  if (place->line == 0)
    return g_steal_pointer (&what);
  if (place->part != NULL)
    /* Translators: a line, the name of a part of a letter, and what is wrong there. */
    return g_strdup_printf (_ ("Line %1$u of the part “%2$s”: %3$s"), place->line, place->part,
                            what);
  /* Translators: a line of a letter, and what is wrong there. */
  return g_strdup_printf (_ ("Line %1$u: %2$s"), place->line, what);
}

static void
free_note (RelanceLetterNote *note)
{
  g_free (note->name);
  g_free (note->text);
  g_free (note);
}

static RelanceLetterNote *
make_note (const RelanceLetterFault *fault)
{
  RelanceLetterNote *note = g_new0 (RelanceLetterNote, 1);

  note->kind = problems[fault->place.problem].word;
  note->line = fault->place.line;
  note->part = fault->place.part;
  note->name = g_strdup (fault->name);
  note->text = relance_letter_notes_describe (fault);
  return note;
}

/* Only the parts differ: a letter of which nobody says the language is fine where it is in one. */
static GPtrArray *
find_faults (const char *letter, RelanceLanguage language)
{
  g_autoptr (GPtrArray) french = NULL;

  if (language != 0)
    return relance_letter_check (letter, language);

  french = relance_letter_check (letter, RELANCE_LANGUAGE_FR);
  return french->len == 0 ? g_steal_pointer (&french)
                          : relance_letter_check (letter, RELANCE_LANGUAGE_EN);
}

/**
 * relance_letters_check:
 * @letter: a letter that somebody wrote, as text
 * @language: or 0 when nobody says it
 *
 * Returns: (transfer full) (element-type RelanceLetterNote): what is wrong with it, in the order of
 *   its lines
 */
GPtrArray *
relance_letters_check (const char *letter, RelanceLanguage language)
{
  g_autoptr (GPtrArray) faults = find_faults (letter, language);
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_note);

  for (guint i = 0; i < faults->len; i++)
    g_ptr_array_add (notes, make_note (g_ptr_array_index (faults, i)));

  return notes;
}
