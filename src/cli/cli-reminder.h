/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli-arguments.h"
#include "cli-session.h"
#include "relance-reminders.h"

G_BEGIN_DECLS

gboolean cli_reminder_check_whom (const CliArguments   *arguments,
                                  GError              **error);
gboolean cli_reminder_read_whom  (CliSession           *session,
                                  const CliArguments   *arguments,
                                  RelanceDraftRequest  *request,
                                  GError              **error);
void     cli_reminder_answer     (CliSession           *session,
                                  const RelanceDraft   *draft);

G_END_DECLS
