/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-guard.h"

G_BEGIN_DECLS

/* One more than the last kind. */
#define RELANCE_GUARD_N_KINDS (RELANCE_GUARD_PRESSURE + 1)

/* What the guard finds in a letter, as it gathers it. */
GPtrArray        *relance_guard_findings_new   (void);
void              relance_guard_findings_add   (GPtrArray        *findings,
                                                RelanceGuardKind  kind,
                                                const char       *quote);
RelanceGuardKind  relance_guard_kind_from_word (const char       *word);

G_END_DECLS
