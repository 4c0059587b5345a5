/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_LETTER_CHOICES (relance_letter_choices_get_type ())
G_DECLARE_FINAL_TYPE (RelanceLetterChoices,
                      relance_letter_choices,
                      RELANCE,
                      LETTER_CHOICES,
                      AdwBin)

/**
 * RelanceLetterChoices:
 *
 * Which letter it is, and the tone, the form of address, the language, the voice and the wording
 * it is written in.
 * Emits "changed" when the user chose another one.
 */
void relance_letter_choices_show     (RelanceLetterChoices *self,
                                      const RelanceDraft   *draft);
void relance_letter_choices_get      (RelanceLetterChoices *self,
                                      RelanceDraftRequest  *request);
void relance_letter_choices_set_tone (RelanceLetterChoices *self,
                                      RelanceTone           tone);

G_END_DECLS
