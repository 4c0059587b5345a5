/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELANCE_LETTERS_ERROR (relance_letters_error_quark ())

/**
 * RelanceLettersError:
 * @RELANCE_LETTERS_ERROR_SYNTAX: the template cannot be read; the message starts with its line, and
 *   relance_letters_error_get_place() knows it
 * @RELANCE_LETTERS_ERROR_TOO_LARGE: the template nests, repeats or writes more than a letter may
 * @RELANCE_LETTERS_ERROR_MISSING: there is no letter for that language and stage
 * @RELANCE_LETTERS_ERROR_NO_SUBJECT: the letter does not start with its subject
 */
typedef enum
{
  RELANCE_LETTERS_ERROR_SYNTAX,
  RELANCE_LETTERS_ERROR_TOO_LARGE,
  RELANCE_LETTERS_ERROR_MISSING,
  RELANCE_LETTERS_ERROR_NO_SUBJECT,
} RelanceLettersError;

/**
 * RelanceLettersProblem:
 * @RELANCE_LETTERS_PROBLEM_TAG: a tag is never closed
 * @RELANCE_LETTERS_PROBLEM_DELIMITERS: other delimiters are asked for
 * @RELANCE_LETTERS_PROBLEM_NO_NAME: a tag holds no name
 * @RELANCE_LETTERS_PROBLEM_UNOPENED: a section is closed that was never opened
 * @RELANCE_LETTERS_PROBLEM_CROSSED: a section is closed before one inside it
 * @RELANCE_LETTERS_PROBLEM_UNCLOSED: a section is never closed
 * @RELANCE_LETTERS_PROBLEM_NO_PART: a part does not exist
 * @RELANCE_LETTERS_PROBLEM_ITSELF: a part asks for itself
 * @RELANCE_LETTERS_PROBLEM_TOO_LARGE: as %RELANCE_LETTERS_ERROR_TOO_LARGE
 * @RELANCE_LETTERS_PROBLEM_NO_SUBJECT: as %RELANCE_LETTERS_ERROR_NO_SUBJECT
 * @RELANCE_LETTERS_PROBLEM_UNKNOWN_NAME: letters do not know a name
 * @RELANCE_LETTERS_PROBLEM_EMPTY: there are no words where the subject or the letter should be
 *
 * What is wrong at a line of a letter.
 */
typedef enum
{
  RELANCE_LETTERS_PROBLEM_TAG,
  RELANCE_LETTERS_PROBLEM_DELIMITERS,
  RELANCE_LETTERS_PROBLEM_NO_NAME,
  RELANCE_LETTERS_PROBLEM_UNOPENED,
  RELANCE_LETTERS_PROBLEM_CROSSED,
  RELANCE_LETTERS_PROBLEM_UNCLOSED,
  RELANCE_LETTERS_PROBLEM_NO_PART,
  RELANCE_LETTERS_PROBLEM_ITSELF,
  RELANCE_LETTERS_PROBLEM_TOO_LARGE,
  RELANCE_LETTERS_PROBLEM_NO_SUBJECT,
  RELANCE_LETTERS_PROBLEM_UNKNOWN_NAME,
  RELANCE_LETTERS_PROBLEM_EMPTY,
} RelanceLettersProblem;

/* @line: from 1. @part: (nullable): the part that the line is in; %NULL for the letter itself. */
typedef struct
{
  RelanceLettersProblem  problem;
  guint                  line;
  const char            *part; /* interned */
} RelanceLettersPlace;

GQuark                     relance_letters_error_quark     (void);
const RelanceLettersPlace *relance_letters_error_get_place (const GError               *error);
void                       relance_letters_error_set_place (GError                     *error,
                                                            const RelanceLettersPlace  *place);

G_END_DECLS
