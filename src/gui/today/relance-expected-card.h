/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-outlook.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_EXPECTED_CARD (relance_expected_card_get_type ())
G_DECLARE_FINAL_TYPE (RelanceExpectedCard, relance_expected_card, RELANCE, EXPECTED_CARD, GtkBox)

/* What is likely to come in, week by week. */
void relance_expected_card_set_outlook (RelanceExpectedCard *self,
                                        RelanceOutlook      *outlook,
                                        const char          *currency);
void relance_expected_card_say         (RelanceExpectedCard *self,
                                        const char          *sentence);

G_END_DECLS
