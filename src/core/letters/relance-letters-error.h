/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELANCE_LETTERS_ERROR (relance_letters_error_quark ())

/**
 * RelanceLettersError:
 * @RELANCE_LETTERS_ERROR_SYNTAX: the template cannot be read; the message starts with its line
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

GQuark relance_letters_error_quark (void);

G_END_DECLS
