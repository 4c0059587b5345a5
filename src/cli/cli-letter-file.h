/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli-session.h"

G_BEGIN_DECLS

char *cli_letter_file_read (CliSession  *session,
                            const char  *path,
                            GError     **error);

G_END_DECLS
