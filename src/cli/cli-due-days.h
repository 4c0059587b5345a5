/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli-session.h"

G_BEGIN_DECLS

void cli_due_days_write (CliSession *session,
                         GPtrArray  *letters,
                         int         n_days);

G_END_DECLS
