/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli-session.h"
#include "relance-import.h"

G_BEGIN_DECLS

CliExit cli_import_answer          (CliSession     *session,
                                    RelanceImport  *import,
                                    gboolean        dry_run);
void    cli_import_answer_refusals (CliSession     *session,
                                    RelanceImport  *import);

G_END_DECLS
