/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-guard.h"

G_BEGIN_DECLS

/* Whether a letter says what the book says is owed. */
void relance_guard_book_check (const RelanceGuardFacts *facts,
                               const char              *masked,
                               GPtrArray               *findings);

G_END_DECLS
