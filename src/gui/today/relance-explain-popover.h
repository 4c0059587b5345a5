/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-explanation.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_EXPLAIN_POPOVER (relance_explain_popover_get_type ())
G_DECLARE_FINAL_TYPE (RelanceExplainPopover, relance_explain_popover, RELANCE, EXPLAIN_POPOVER, GtkPopover)

/**
 * RelanceExplainPopover:
 *
 * How a figure is computed, in sentences that can be copied.
 */
GtkWidget *relance_explain_popover_new (void);
void       relance_explain_popover_set (RelanceExplainPopover    *self,
                                        const RelanceExplanation *explanation);

G_END_DECLS
