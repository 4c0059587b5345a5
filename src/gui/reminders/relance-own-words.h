/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_OWN_WORDS (relance_own_words_get_type ())
G_DECLARE_FINAL_TYPE (RelanceOwnWords, relance_own_words, RELANCE, OWN_WORDS, GtkBox)

/**
 * RelanceOwnWords:
 *
 * What the user typed before the letter was written anew, and the way back to it. Shown
 * while there is any; emits "asked-back".
 */
void          relance_own_words_set_aside (RelanceOwnWords    *self,
                                           const RelanceDraft *draft);
RelanceDraft *relance_own_words_take      (RelanceOwnWords    *self);
void          relance_own_words_clear     (RelanceOwnWords    *self);

G_END_DECLS
