/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-client-file.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT_VIEW (relance_client_view_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClientView, relance_client_view, RELANCE, CLIENT_VIEW, AdwBin)

/* One client: who they are, what they owe, and everything that happened. */
void relance_client_view_show (RelanceClientView       *self,
                               const RelanceClientFile *file,
                               RelanceDate              today);

G_END_DECLS
