/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int relance_date_words_find_month   (const char *word);
int relance_date_words_find_weekday (const char *word);

G_END_DECLS
