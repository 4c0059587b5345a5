/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-client-file.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT_PROFILE (relance_client_profile_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClientProfile, relance_client_profile, RELANCE, CLIENT_PROFILE, AdwPreferencesGroup)

/* What is known of a client: a row for each thing that is. */
void relance_client_profile_show (RelanceClientProfile *self,
                                  const RelanceClientFile *file,
                                  RelanceDate           today);

G_END_DECLS
