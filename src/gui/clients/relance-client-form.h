/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-client.h"

G_BEGIN_DECLS

/* How what a client holds is written in a field, so that it can be typed back. */
char *relance_client_form_format (RelanceClient *client,
                                  const char    *key);

G_END_DECLS
