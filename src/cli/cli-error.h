/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What relance-cli answers its caller with. Scripts depend on the numbers. */
typedef enum
{
  CLI_EXIT_DONE = 0,
  CLI_EXIT_PARTLY = 1,
  CLI_EXIT_USAGE = 2,
  CLI_EXIT_NOTHING = 3,
} CliExit;

#define CLI_ERROR (cli_error_quark ())

/**
 * CliError:
 * @CLI_ERROR_USAGE: the command line is not one that the contract allows
 * @CLI_ERROR_NOT_THERE_YET: the contract has the command, this version does not
 * @CLI_ERROR_INPUT: standard input could not be read, or is not what was announced
 */
typedef enum
{
  CLI_ERROR_USAGE,
  CLI_ERROR_NOT_THERE_YET,
  CLI_ERROR_INPUT,
} CliError;

GQuark      cli_error_quark     (void);
const char *cli_error_get_word  (const GError *error);
CliExit     cli_error_get_exit  (const GError *error);

G_END_DECLS
