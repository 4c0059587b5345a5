/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-explanation.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_EXPLAIN_BUTTON (relance_explain_button_get_type ())
G_DECLARE_FINAL_TYPE (RelanceExplainButton, relance_explain_button, RELANCE, EXPLAIN_BUTTON, AdwBin)

/**
 * RelanceExplainButton:
 *
 * “How is this computed?” as a small button beside a figure. Not seen until it is set.
 */
void relance_explain_button_set (RelanceExplainButton     *self,
                                 const RelanceExplanation *explanation);

G_END_DECLS
