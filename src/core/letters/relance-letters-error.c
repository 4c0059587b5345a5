/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letters-error.h"

typedef RelanceLettersPlace RelanceLettersErrorPrivate;

static void
relance_letters_error_private_init (RelanceLettersErrorPrivate *private)
{
  *private = (RelanceLettersErrorPrivate) { .problem = RELANCE_LETTERS_PROBLEM_TOO_LARGE };
}

static void
relance_letters_error_private_copy (const RelanceLettersErrorPrivate *from,
                                    RelanceLettersErrorPrivate *to)
{
  *to = *from;
}

static void
relance_letters_error_private_clear (RelanceLettersErrorPrivate *private)
{
}

G_DEFINE_EXTENDED_ERROR (RelanceLettersError, relance_letters_error)

/**
 * relance_letters_error_get_place:
 * @error: %RELANCE_LETTERS_ERROR_SYNTAX
 *
 * Returns: (transfer none): what is wrong, and where
 */
const RelanceLettersPlace *
relance_letters_error_get_place (const GError *error)
{
  return relance_letters_error_get_private (error);
}

void
relance_letters_error_set_place (GError *error, const RelanceLettersPlace *place)
{
  *relance_letters_error_get_private (error) = *place;
}
