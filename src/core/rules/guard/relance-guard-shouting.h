/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-guard-rules.h"

G_BEGIN_DECLS

char *relance_guard_shouting_find (const RelanceGuardRules *rules,
                                   GArray                  *tokens,
                                   const char              *text,
                                   gsize                   *start);
char *relance_guard_shouting_calm (RelanceLanguage          language,
                                   const char              *words);

G_END_DECLS
