/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-client.h"
#include "relance-date.h"

G_BEGIN_DECLS

char *relance_sample_letter_dup_opening (RelanceClient  *client,
                                         RelanceDate     today,
                                         GError        **error);

G_END_DECLS
