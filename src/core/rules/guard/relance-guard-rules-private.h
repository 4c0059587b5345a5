/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-guard-pattern.h"
#include "relance-guard-rules.h"

G_BEGIN_DECLS

/* What a rule does where it matches. */
typedef enum
{
  RELANCE_GUARD_WARNS,
  RELANCE_GUARD_WARNS_EVEN_NEGATED,
  RELANCE_GUARD_SPARES_WORDS,
  RELANCE_GUARD_SPARES_SENTENCE,
  RELANCE_GUARD_SPARES_TEXT,
} RelanceGuardEffect;

/* @words: to *vous*, to *tu*; NULL for none */
typedef struct
{
  const char *words[2];
  gboolean    sentence;
} RelanceGuardSuggestion;

typedef struct
{
  RelanceGuardPattern    *pattern;
  RelanceGuardEffect      effect;
  guint                   section;
  RelanceGuardSuggestion  suggestion;
} RelanceGuardRule;

/* @beside: (nullable): the kind that must be found in the same sentence */
typedef struct
{
  char             *kind;
  char             *beside;
  RelanceGuardWhen  when;
} RelanceGuardSection;

/* The classes that are asked for by name: their sets, or -1. */
typedef enum
{
  RELANCE_GUARD_CLASS_NOT,
  RELANCE_GUARD_CLASS_BUT,
  RELANCE_GUARD_CLASS_IF,
  RELANCE_GUARD_CLASS_FAILING,
  RELANCE_GUARD_CLASS_SUBJECT,
  RELANCE_GUARD_CLASS_NAMESAKE,
  RELANCE_GUARD_CLASS_UNFAILING,
  RELANCE_GUARD_N_CLASSES,
} RelanceGuardClass;

struct _RelanceGuardRules
{
  RelanceGuardGrammar  grammar;
  GHashTable          *expansions;
  GHashTable          *advice; /* kind → what to do about it */
  GArray              *rules;
  GArray              *sections;
  GStringChunk        *suggestions;
  GPtrArray           *by_set; /* set → GArray of rules that may begin with a word of it */
  GArray              *starts; /* a bit for each set that a rule may begin with */
  int                  classes[RELANCE_GUARD_N_CLASSES];
};

G_END_DECLS
