/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_UPKEEP (relance_upkeep_get_type ())
G_DECLARE_FINAL_TYPE (RelanceUpkeep, relance_upkeep, RELANCE, UPKEEP, GObject)

/**
 * RelanceUpkeep:
 *
 * What a book needs and nobody asks for: a snapshot of each day on which it changed, and that what
 * was removed long ago is deleted for good. Emits "failed" with a sentence when one of the two did
 * not go well, once for each.
 */
RelanceUpkeep *relance_upkeep_new  (RelanceDesk   *desk);
void           relance_upkeep_run  (RelanceUpkeep *self);
void           relance_upkeep_stop (RelanceUpkeep *self);

G_END_DECLS
