/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"
#include "relance-enums.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_LETTERS_PAGE (relance_letters_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceLettersPage,
                      relance_letters_page,
                      RELANCE,
                      LETTERS_PAGE,
                      AdwPreferencesPage)

void relance_letters_page_set_desk     (RelanceLettersPage *self,
                                        RelanceDesk        *desk);
void relance_letters_page_set_language (RelanceLettersPage *self,
                                        RelanceLanguage     language);
void relance_letters_page_load         (RelanceLettersPage *self);

G_END_DECLS
