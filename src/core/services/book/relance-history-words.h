/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-store-history.h"

G_BEGIN_DECLS

char *relance_history_words_payment (const RelanceDeed *deed,
                                     gboolean           of_invoice);
char *relance_history_words_exchange (const RelanceDeed *deed);
char *relance_history_words_message (const RelanceMessageLine *line);

G_END_DECLS
