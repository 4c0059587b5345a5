/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli-arguments.h"
#include "cli-session.h"

G_BEGIN_DECLS

/**
 * CliRun:
 *
 * Does the work of a command and builds the answer in @session.
 *
 * Returns: %CLI_EXIT_DONE or %CLI_EXIT_PARTLY; anything with @error set is a failure
 */
typedef CliExit (* CliRun) (CliSession          *session,
                            const CliArguments  *arguments,
                            GError             **error);

/**
 * CliCommand:
 * @name: one or two words
 * @synopsis: (nullable): what follows the name
 * @summary: one sentence for the help, not yet translated
 * @book: what it does to the book, which is open when @run is called;
 *   %CLI_BOOK_NONE leaves that to @run
 * @takes_files: whether names are files, which need not be UTF-8
 */
typedef struct
{
  const char       *name;
  const char       *synopsis;
  const char       *summary;
  const CliOption  *options;
  int               min_names;
  int               max_names;
  CliBookUse        book;
  gboolean          takes_files;
  CliRun            run;
} CliCommand;

/* One table for each file of commands, ended by an empty row. */
extern const CliCommand cli_business_commands[];
extern const CliCommand cli_import_commands[];
extern const CliCommand cli_client_commands[];
extern const CliCommand cli_contact_commands[];
extern const CliCommand cli_exchange_commands[];
extern const CliCommand cli_invoice_commands[];
extern const CliCommand cli_invoice_fate_commands[];
extern const CliCommand cli_instalment_commands[];
extern const CliCommand cli_document_commands[];
extern const CliCommand cli_payment_commands[];
extern const CliCommand cli_credit_commands[];
extern const CliCommand cli_dashboard_commands[];
extern const CliCommand cli_forecast_commands[];
extern const CliCommand cli_due_commands[];
extern const CliCommand cli_reminder_commands[];
extern const CliCommand cli_reminder_settings_commands[];
extern const CliCommand cli_plans_commands[];
extern const CliCommand cli_fees_commands[];
extern const CliCommand cli_guard_commands[];
extern const CliCommand cli_letters_commands[];
extern const CliCommand cli_own_letters_commands[];
extern const CliCommand cli_account_commands[];
extern const CliCommand cli_sender_commands[];
extern const CliCommand cli_outbox_commands[];
extern const CliCommand cli_message_commands[];
extern const CliCommand cli_check_commands[];
extern const CliCommand cli_backup_commands[];
extern const CliCommand cli_export_commands[];

const CliCommand *cli_find_command  (char             **words,
                                     int               *n_used,
                                     GError           **error);
char             *cli_dup_usage     (const CliCommand  *command);
char             *cli_dup_help      (char             **words);

G_END_DECLS
