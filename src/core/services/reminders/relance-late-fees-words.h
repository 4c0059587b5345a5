/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-late-fees.h"

G_BEGIN_DECLS

char *relance_late_fees_words_rate    (int                        rate);
char *relance_late_fees_words_rule    (const RelanceLateFees     *fees);
char *relance_late_fees_words_missing (const RelanceLateFees     *fees,
                                       const RelanceMissingRate  *missing);

G_END_DECLS
