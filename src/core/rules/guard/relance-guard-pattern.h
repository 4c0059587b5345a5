/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-guard-lexicon.h"

G_BEGIN_DECLS

/* What a pattern is compiled against: the words, and the classes that were named so far. */
typedef struct
{
  RelanceGuardLexicon *lexicon;
  GHashTable          *classes; /* name → its alternatives, as written */
  GHashTable          *sets;    /* alternatives of one word each, as written → set + 1 */
  GHashTable          *endings; /* how a word ends → GStrv, what else it may end with */
} RelanceGuardGrammar;

typedef struct _RelanceGuardPattern RelanceGuardPattern;

RelanceGuardPattern *relance_guard_pattern_new     (RelanceGuardGrammar       *grammar,
                                                    const char                *source,
                                                    GError                   **error);
void                 relance_guard_pattern_free    (RelanceGuardPattern       *self);
void                 relance_guard_pattern_list_first (const RelanceGuardPattern *self,
                                                       GArray                    *sets);
gboolean             relance_guard_pattern_may_match (const RelanceGuardPattern *self,
                                                      const guint64             *present);
guint                relance_guard_pattern_match   (const RelanceGuardPattern *self,
                                                    GArray                    *tokens,
                                                    const guint64             *bits,
                                                    guint                      stride,
                                                    guint                      start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceGuardPattern, relance_guard_pattern_free)

G_END_DECLS
