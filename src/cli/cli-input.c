/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-input.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "cli-error.h"
#include "cli-watch.h"

#define KEY_MAX 4096
#define CHUNK 65536

/**
 * cli_read_input:
 * @max: how many bytes are taken at most; more is refused
 *
 * Returns: (transfer full): all of standard input
 */
GBytes *
cli_read_input (gsize max, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error)) > 0)
    {
      if (bytes->len + (gsize) n > max)
        {
          g_set_error_literal (error, CLI_ERROR, CLI_ERROR_INPUT,
                               _ ("Standard input is too long. Nothing was changed."));
          return NULL;
        }
      g_byte_array_append (bytes, chunk, (guint) n);
    }
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
hide_typing (struct termios *before)
{
  struct termios hidden;

  if (tcgetattr (STDIN_FILENO, before) != 0)
    return FALSE;
  hidden = *before;
  hidden.c_lflag &= ~(tcflag_t) ECHO;
  return tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
}

/* One line without its end, never shown and never in a buffer that outlives the call. */
static char *
read_line (GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  char line[KEY_MAX];
  gsize length = 0;
  char *key;

  while (length < sizeof line)
    {
      gssize n =
        g_input_stream_read (stream, line + length, sizeof line - length, cancellable, error);
      if (n < 0)
        {
          explicit_bzero (line, sizeof line);
          return NULL;
        }
      length += (gsize) n;
      if (n == 0 || memchr (line, '\n', length))
        break;
    }
  key = g_strstrip (g_strndup (line, length));
  explicit_bzero (line, sizeof line);
  return key;
}

/* A header takes visible ASCII only; anything else would be a slip, or an injection. */
static gboolean
is_key (const char *key)
{
  size_t length = strlen (key);

  for (size_t i = 0; i < length; i++)
    if (!g_ascii_isgraph (key[i]))
      return FALSE;
  return length > 0 && length < KEY_MAX;
}

/**
 * cli_read_key:
 *
 * Reads the key of a mail account from standard input; on a terminal it is
 * asked for and not shown. Free it with cli_forget_key().
 */
char *
cli_read_key (GCancellable *cancellable, GError **error)
{
  struct termios before;
  gboolean terminal = isatty (STDIN_FILENO);
  gboolean hidden;
  char *key;

  cli_watch_hush (TRUE);
  if (terminal)
    fputs (_ ("Key: "), stderr);
  hidden = terminal && hide_typing (&before);
  key = read_line (cancellable, error);
  if (hidden)
    tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
  if (terminal)
    fputc ('\n', stderr);
  cli_watch_hush (FALSE);

  if (!key || is_key (key))
    return key;
  cli_forget_key (key);
  g_set_error_literal (error, CLI_ERROR, CLI_ERROR_INPUT,
                       _ ("Standard input holds no key. It takes the key alone, on one line. "
                          "Nothing was kept."));
  return NULL;
}

/* Wipes the key before its memory is used for anything else. */
void
cli_forget_key (char *key)
{
  if (!key)
    return;
  explicit_bzero (key, strlen (key));
  g_free (key);
}
