/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli-arguments.h"
#include "cli-session.h"
#include "relance-reminders.h"

G_BEGIN_DECLS

/* In what form a draft is written out. */
typedef enum
{
  CLI_DRAFT_ANSWER, /* the answer that the command gives by itself */
  CLI_DRAFT_TEXT,
  CLI_DRAFT_HTML,
  CLI_DRAFT_SMS,
  CLI_DRAFT_PDF,
} CliDraftForm;

gboolean cli_draft_output_read_form (const CliArguments  *arguments,
                                     CliDraftForm        *form,
                                     GError             **error);
gboolean cli_draft_output_write     (CliSession          *session,
                                     const RelanceDraft  *draft,
                                     CliDraftForm         form,
                                     const char          *path,
                                     GError             **error);

G_END_DECLS
