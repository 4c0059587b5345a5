/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"
#include "relance-letters-error.h"

G_BEGIN_DECLS

char   *relance_catalogue_find (RelanceLanguage   language,
                                RelanceStage      stage,
                                RelanceTone       tone,
                                RelanceAddress    address,
                                GError          **error);
GStrv   relance_catalogue_list (void);

G_END_DECLS
