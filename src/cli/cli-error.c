/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-error.h"

#include <gio/gio.h>

#include "relance-base-error.h"
#include "relance-book.h"

G_DEFINE_QUARK (cli - error - quark, cli_error)

static const char *const cli_words[] = {
  [CLI_ERROR_USAGE] = "usage",
  [CLI_ERROR_NOT_THERE_YET] = "not-there-yet",
  [CLI_ERROR_INPUT] = "input",
};

static const char *const store_words[] = {
  [RELANCE_STORE_ERROR_MISSING] = "missing",
  [RELANCE_STORE_ERROR_FOREIGN] = "foreign",
  [RELANCE_STORE_ERROR_NEWER] = "newer",
  [RELANCE_STORE_ERROR_DAMAGED] = "damaged",
  [RELANCE_STORE_ERROR_LOCKED] = "locked",
  [RELANCE_STORE_ERROR_FULL] = "full",
  [RELANCE_STORE_ERROR_READ_ONLY] = "read-only",
  [RELANCE_STORE_ERROR_CONSTRAINT] = "invalid",
  [RELANCE_STORE_ERROR_INTERRUPTED] = "interrupted",
  [RELANCE_STORE_ERROR_FAILED] = "failed",
};

static const char *const service_words[] = {
  [RELANCE_SERVICE_ERROR_NOT_FOUND] = "not-found", [RELANCE_SERVICE_ERROR_AMBIGUOUS] = "ambiguous",
  [RELANCE_SERVICE_ERROR_INVALID] = "invalid",     [RELANCE_SERVICE_ERROR_EXISTS] = "exists",
  [RELANCE_SERVICE_ERROR_BLOCKED] = "blocked",     [RELANCE_SERVICE_ERROR_SAMPLE] = "sample",
  [RELANCE_SERVICE_ERROR_KEYRING] = "keyring",     [RELANCE_SERVICE_ERROR_ACCOUNT] = "account",
  [RELANCE_SERVICE_ERROR_BUSY] = "busy",           [RELANCE_SERVICE_ERROR_TOO_LATE] = "too-late",
};

static const char *
pick_word (const char *const *words, size_t n_words, int code)
{
  return code >= 0 && (size_t) code < n_words ? words[code] : "failed";
}

static const char *
get_io_word (int code)
{
  switch (code)
    {
    case G_IO_ERROR_CANCELLED:
      return "interrupted";
    case G_IO_ERROR_NOT_FOUND:
      return "missing";
    case G_IO_ERROR_NO_SPACE:
      return "full";
    default:
      return "failed";
    }
}

/* The English word that scripts read for @error, whatever the locale. */
const char *
cli_error_get_word (const GError *error)
{
  if (error->domain == CLI_ERROR)
    return pick_word (cli_words, G_N_ELEMENTS (cli_words), error->code);
  if (error->domain == RELANCE_STORE_ERROR)
    return pick_word (store_words, G_N_ELEMENTS (store_words), error->code);
  if (error->domain == RELANCE_SERVICE_ERROR)
    return pick_word (service_words, G_N_ELEMENTS (service_words), error->code);
  if (error->domain == RELANCE_BASE_ERROR)
    return "invalid";
  if (error->domain == G_IO_ERROR)
    return get_io_word (error->code);
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return "missing";
  return "failed";
}

CliExit
cli_error_get_exit (const GError *error)
{
  if (g_error_matches (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED))
    return CLI_EXIT_PARTLY;
  if (error->domain == CLI_ERROR && error->code != CLI_ERROR_INPUT)
    return CLI_EXIT_USAGE;
  return CLI_EXIT_NOTHING;
}
