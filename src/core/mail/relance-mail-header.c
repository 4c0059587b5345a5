/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-mail-header.h"

#include "relance-identifiers.h"
#include "relance-mail-error.h"

#include <string.h>

/* Far above any subject or name; so that a header cannot be used to carry a file. */
#define HEADER_MAX_CHARACTERS 500

/* A line with encoded words has at most 76 characters (RFC 2047, 2), the name of the header too. */
#define WORD_MAX_BYTES 39

#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

/* They can make a name read as another one, and carry no meaning of their own. */
/* A longer name of a file loses its beginning. */
#define FILE_NAME_MAX 80

static gboolean
is_direction_mark (gunichar character)
{
  return character == 0x061C || character == 0x200E || character == 0x200F ||
         (character >= 0x202A && character <= 0x202E) ||
         (character >= 0x2066 && character <= 0x2069);
}

static gboolean
breaks_headers (gunichar character)
{
  return g_unichar_iscntrl (character) || character == LINE_SEPARATOR ||
         character == PARAGRAPH_SEPARATOR;
}

/**
 * relance_mail_header_check_text:
 * @text: a name or a subject about to become a header
 * @error: %RELANCE_MAIL_ERROR_HEADER when it holds a control character or a line
 *   break, is not UTF-8 or is too long
 *
 * The last gate before the wire. What the book holds has passed one already;
 * this one refuses instead of repairing, so that no mistake before it can
 * add a header or a recipient.
 *
 * Returns: (transfer full): the text in NFC, without marks of direction
 */
char *
relance_mail_header_check_text (const char *text, GError **error)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  g_autofree char *normal = NULL;

  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > HEADER_MAX_CHARACTERS)
    {
      g_set_error (error, RELANCE_MAIL_ERROR, RELANCE_MAIL_ERROR_HEADER,
                   "not UTF-8, or longer than %d characters", HEADER_MAX_CHARACTERS);
      return NULL;
    }

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (breaks_headers (character))
        {
          g_set_error (error, RELANCE_MAIL_ERROR, RELANCE_MAIL_ERROR_HEADER,
                       "control character U+%04X", character);
          return NULL;
        }
      if (!is_direction_mark (character))
        g_string_append_unichar (clean, character);
    }

  normal = g_utf8_normalize (clean->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return g_steal_pointer (&normal);
}

/**
 * relance_mail_header_check_address:
 * @text: an address about to become a sender or a recipient
 * @error: %RELANCE_MAIL_ERROR_HEADER when it is not exactly one address
 *
 * Returns: (transfer full): the address
 */
char *
relance_mail_header_check_address (const char *text, GError **error)
{
  char *address = relance_mail_address_parse (text, NULL);

  if (address == NULL)
    g_set_error_literal (error, RELANCE_MAIL_ERROR, RELANCE_MAIL_ERROR_HEADER,
                         "not exactly one mail address");

  return address;
}

/* The bytes of whole characters that one word takes. */
static gsize
measure_word (const char *text)
{
  const char *end = text;

  while (*end != '\0' && g_utf8_next_char (end) - text <= WORD_MAX_BYTES)
    end = g_utf8_next_char (end);

  return end - text;
}

/**
 * relance_mail_header_encode:
 * @text: what relance_mail_header_check_text() let through
 *
 * Writes all of it as encoded words in base64, one a line. Nothing in them can be
 * read as anything else, whereas a word left as it is may look like an encoded one, and
 * "=" inside a quoted-printable word like the start of an escape.
 *
 * Returns: (transfer full): ASCII, its lines parted by a line feed and a space
 */
char *
relance_mail_header_encode (const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize length = measure_word (text);
      g_autofree char *word = g_base64_encode ((const guchar *) text, length);

      g_string_append_printf (words, "%s=?UTF-8?B?%s?=", words->len > 0 ? "\n " : "", word);
      text += length;
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * relance_mail_header_dup_file_name:
 * @name: of a file that goes with a mail
 *
 * Returns: (transfer full): the name in plain ASCII, for providers garble any other: letters, digits,
 *   points and dashes; 80 characters at most, its ending kept
 */
char *
relance_mail_header_dup_file_name (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  gsize length = strlen (ascii);

  for (char *c = ascii; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '.' && *c != '_')
      *c = '-';
  return g_strdup (ascii + (length > FILE_NAME_MAX ? length - FILE_NAME_MAX : 0));
}
