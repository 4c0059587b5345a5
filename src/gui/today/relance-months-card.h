/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-dashboard.h"
#include "relance-explanation.h"

G_BEGIN_DECLS

/* Months that it shows before the user asks for others. */
#define RELANCE_MONTHS_CARD_FIRST_PERIOD 12

#define RELANCE_TYPE_MONTHS_CARD (relance_months_card_get_type ())
G_DECLARE_FINAL_TYPE (RelanceMonthsCard, relance_months_card, RELANCE, MONTHS_CARD, GtkBox)

/**
 * RelanceMonthsCard:
 *
 * Paid on time and paid late by month of the due date. Emits "period-changed"
 * when the user asks for another number of months.
 */
int  relance_months_card_get_period  (RelanceMonthsCard            *self);
void relance_months_card_set_figures (RelanceMonthsCard            *self,
                                      const RelanceCurrencyFigures *figures,
                                      RelanceDate                   today);
void relance_months_card_set_opens_lists (RelanceMonthsCard *self,
                                         gboolean opens_lists);
void relance_months_card_set_explanation (RelanceMonthsCard *self,
                                         const RelanceExplanation *explanation);

G_END_DECLS
