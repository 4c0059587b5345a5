/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-dashboard.h"
#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_AGEING_CARD (relance_ageing_card_get_type ())
G_DECLARE_FINAL_TYPE (RelanceAgeingCard, relance_ageing_card, RELANCE, AGEING_CARD, GtkBox)

/**
 * RelanceAgeingCard:
 *
 * The aged balance in bands of age that the user chooses: one bar, and a table that is its legend.
 * Below it what clients have to their credit, which is in none of the bands.
 */
void relance_ageing_card_set_desk    (RelanceAgeingCard            *self,
                                      RelanceDesk                  *desk);
void relance_ageing_card_set_figures (RelanceAgeingCard            *self,
                                      const RelanceCurrencyFigures *figures,
                                      RelanceDate                   day);
void relance_ageing_card_set_opens_lists (RelanceAgeingCard *self,
                                         gboolean opens_lists);
void relance_ageing_card_set_has_others (RelanceAgeingCard *self,
                                         gboolean has_others);

G_END_DECLS
