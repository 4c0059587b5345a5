/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-letter-file.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "cli-error.h"
#include "cli-input.h"

/* A letter is a few thousand characters; what is far longer is something else. */
#define MAX_LETTER (256 * 1024)

static GBytes *
read_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, cancellable, error));

  return stream != NULL ? g_input_stream_read_bytes (stream, MAX_LETTER + 1, cancellable, error)
                        : NULL;
}

/**
 * cli_letter_file_read:
 * @path: (nullable): a file; "-" or %NULL is standard input
 *
 * Returns: (transfer full): its text, or %NULL with @error set
 */
char *
cli_letter_file_read (CliSession *session, const char *path, GError **error)
{
  gboolean standard = path == NULL || strcmp (path, "-") == 0;
  g_autoptr (GBytes) bytes = standard ? cli_read_input (MAX_LETTER, session->cancellable, error)
                                      : read_file (path, session->cancellable, error);
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  if (length > MAX_LETTER)
    g_set_error_literal (error, CLI_ERROR, CLI_ERROR_INPUT, _ ("This is too long for a letter."));
  else if (length > 0 && !g_utf8_validate (data, (gssize) length, NULL))
    g_set_error_literal (error, CLI_ERROR, CLI_ERROR_INPUT,
                         _ ("This is no text: a letter is read as UTF-8."));
  else
    return g_strndup (length > 0 ? data : "", length);

  return NULL;
}
