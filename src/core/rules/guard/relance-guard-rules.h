/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"
#include "relance-guard-text.h"

G_BEGIN_DECLS

/* When a rule applies; those of one group exclude each other. */
typedef enum
{
  RELANCE_GUARD_WHEN_SOFT = 1 << 0,
  RELANCE_GUARD_WHEN_ASKING = 1 << 1,
  RELANCE_GUARD_WHEN_FIRM = 1 << 2,
  RELANCE_GUARD_WHEN_CONSUMER = 1 << 3,
  RELANCE_GUARD_WHEN_BUSINESS = 1 << 4,
  RELANCE_GUARD_WHEN_VOUS = 1 << 5,
  RELANCE_GUARD_WHEN_TU = 1 << 6,
} RelanceGuardWhen;

/**
 * RelanceGuardMatch:
 * @kind: a word of the contract, such as "threat"
 * @suggestion: (nullable): what could stand there instead
 * @sentence: whether @suggestion takes the place of a whole sentence
 *
 * Words @start to @end (excluded, in bytes) that a rule is about. Borrowed of the rules.
 */
typedef struct
{
  const char *kind;
  const char *suggestion;
  gboolean    sentence;
  gsize       start;
  gsize       end;
} RelanceGuardMatch;

/* What is said about words in a language: data/guard/LANGUAGE.rules. */
typedef struct _RelanceGuardRules RelanceGuardRules;

const RelanceGuardRules *relance_guard_rules_get   (RelanceLanguage          language);
RelanceGuardRules       *relance_guard_rules_parse (const char              *source,
                                                    GError                 **error);
void                     relance_guard_rules_free  (RelanceGuardRules       *self);
GArray                  *relance_guard_rules_split (const RelanceGuardRules *self,
                                                    const char              *text);
GArray                  *relance_guard_rules_match (const RelanceGuardRules *self,
                                                    GArray                  *tokens,
                                                    RelanceGuardWhen         when);
const char              *relance_guard_rules_get_advice (const RelanceGuardRules *self,
                                                    const char              *kind);
gboolean                 relance_guard_rules_knows (const RelanceGuardRules *self,
                                                    const char              *form);
gboolean                 relance_guard_rules_is    (const RelanceGuardRules *self,
                                                    const char              *form,
                                                    const char              *class_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceGuardRules, relance_guard_rules_free)

G_END_DECLS
