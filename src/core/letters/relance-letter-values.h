/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-enums.h"

G_BEGIN_DECLS

/* How values reach a letter: as its language writes them. */

const char *relance_letter_get_locale        (RelanceLanguage   language);
void        relance_letter_values_add        (GVariantBuilder  *dict,
                                              const char       *key,
                                              GVariant         *value);
void        relance_letter_values_add_text   (GVariantBuilder  *dict,
                                              const char       *key,
                                              const char       *value);
void        relance_letter_values_add_flag   (GVariantBuilder  *dict,
                                              const char       *key,
                                              gboolean          value);
void        relance_letter_values_add_number (GVariantBuilder  *dict,
                                              const char       *key,
                                              int               value);
void        relance_letter_values_add_money  (GVariantBuilder  *dict,
                                              const char       *key,
                                              gint64            amount,
                                              const char       *currency,
                                              RelanceLanguage   language);
void        relance_letter_values_add_date   (GVariantBuilder  *dict,
                                              const char       *key,
                                              RelanceDate       date,
                                              RelanceLanguage   language);

G_END_DECLS
