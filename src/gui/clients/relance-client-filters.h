/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-client-query.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT_FILTERS (relance_client_filters_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClientFilters, relance_client_filters, RELANCE, CLIENT_FILTERS, AdwDialog)

/**
 * RelanceClientFilters:
 *
 * What the list of clients can be narrowed to. Emits "changed" whenever something is chosen, and
 * "cleared" when everything is to be shown.
 */
AdwDialog *relance_client_filters_new   (const RelanceClientQuery *query,
                                         GStrv                     currencies);
void       relance_client_filters_apply (RelanceClientFilters     *self,
                                         RelanceClientQuery       *query);

G_END_DECLS
