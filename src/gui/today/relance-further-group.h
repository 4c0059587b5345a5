/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-dashboard.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_FURTHER_GROUP (relance_further_group_get_type ())
G_DECLARE_FINAL_TYPE (RelanceFurtherGroup, relance_further_group, RELANCE, FURTHER_GROUP, AdwPreferencesGroup)

/**
 * RelanceFurtherGroup:
 *
 * The figures for those who want them, folded away for the others. Stays as it was left.
 */
void relance_further_group_set_figures (RelanceFurtherGroup          *self,
                                        const RelanceCurrencyFigures *figures,
                                        RelanceDate                   day);

G_END_DECLS
