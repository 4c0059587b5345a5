/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets of words: each set has an id, a word or a stem may be in several. */
typedef struct _RelanceGuardLexicon RelanceGuardLexicon;

RelanceGuardLexicon *relance_guard_lexicon_new    (void);
void                 relance_guard_lexicon_free   (RelanceGuardLexicon       *self);
guint                relance_guard_lexicon_add_set (RelanceGuardLexicon      *self);
void                 relance_guard_lexicon_add    (RelanceGuardLexicon       *self,
                                                   guint                      set,
                                                   const char                *word);
guint                relance_guard_lexicon_get_n_sets (const RelanceGuardLexicon *self);
gboolean             relance_guard_lexicon_find   (const RelanceGuardLexicon *self,
                                                   const char                *form,
                                                   GArray                    *sets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceGuardLexicon, relance_guard_lexicon_free)

G_END_DECLS
