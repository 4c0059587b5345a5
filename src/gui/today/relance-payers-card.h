/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-explanation.h"
#include "relance-outlook.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_PAYERS_CARD (relance_payers_card_get_type ())
G_DECLARE_FINAL_TYPE (RelancePayersCard, relance_payers_card, RELANCE, PAYERS_CARD, GtkBox)

/* Some clients, and in a sentence each how they pay; a row opens the client. */
void relance_payers_card_set_habits (RelancePayersCard *self,
                                     RelanceOutlook    *outlook,
                                     GArray            *habits,
                                     const char        *nobody);
char **relance_payers_card_dup_lines (RelancePayersCard *self);
void relance_payers_card_set_explanation
                                    (RelancePayersCard *self,
                                     const RelanceExplanation *explanation);

G_END_DECLS
