/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"
#include "relance-letters-error.h"

G_BEGIN_DECLS

/**
 * RelanceLetterFault:
 * @place: its line is 0 when the fault is of no line
 * @name: (nullable): the name that letters do not know
 */
typedef struct
{
  RelanceLettersPlace  place;
  char                *name;
} RelanceLetterFault;

GPtrArray          *relance_letter_check         (const char                *template,
                                                  RelanceLanguage            language);
gboolean            relance_letter_check_is_name (const char                *name);
RelanceLetterFault *relance_letter_fault_new     (const RelanceLettersPlace *place,
                                                  const char                *name);
void                relance_letter_fault_free    (RelanceLetterFault        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceLetterFault, relance_letter_fault_free)

G_END_DECLS
