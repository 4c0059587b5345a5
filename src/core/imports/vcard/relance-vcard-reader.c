/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-vcard-reader.h"

#include "relance-text.h"

#include <string.h>

/* They are read again for every question about them, so there are not many. */
#define MAX_PARAMETERS 4096

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static const char *
find_line_end (const char *at, const char *end)
{
  while (at < end && !is_line_end (*at))
    at++;

  return at;
}

static void
pass_line_end (RelanceVcardReader *self)
{
  if (self->cursor == self->end)
    return;
  if (*self->cursor == '\r' && self->cursor + 1 < self->end && self->cursor[1] == '\n')
    self->cursor++;
  self->cursor++;
  self->next_line++;
}

/* Where the value of a property starts: after the first colon that is not in quotes. */
static const char *
find_colon (const char *at, const char *end)
{
  gboolean quoted = FALSE;

  for (; at < end; at++)
    if (*at == '"')
      quoted = !quoted;
    else if (*at == ':' && !quoted)
      return at;

  return NULL;
}

static gboolean
says (const char *at, const char *end, const char *word)
{
  gsize length = strlen (word);

  for (; (gsize) (end - at) >= length; at++)
    if (g_ascii_strncasecmp (at, word, length) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_quoted_printable (const char *start, const char *end)
{
  const char *colon = find_colon (start, end);

  return colon != NULL && says (start, colon, "QUOTED-PRINTABLE");
}

static void
append (RelanceVcardReader *self, GString *text, const char *from, const char *to)
{
  if (text != NULL && text->len <= RELANCE_VCARD_MAX_VALUE)
    g_string_append_len (text, from, MIN (to - from, RELANCE_VCARD_MAX_VALUE + 1));
}

/* Passes the lines of a property: a line that starts with a blank goes on with the one
 * before, and so does what follows a quoted-printable line that ends in "=".
 * Bytes, not characters, are folded: some programs cut within a character. */
static void
unfold (RelanceVcardReader *self, GString *text)
{
  const char *start = self->start;
  const char *end = find_line_end (start, self->end);
  gboolean quoted_printable = is_quoted_printable (start, end);

  for (;;)
    {
      gboolean soft = quoted_printable && end > start && end[-1] == '=';

      append (self, text, start, soft ? end - 1 : end);
      self->cursor = end;
      pass_line_end (self);
      start = self->cursor;
      if (start == self->end || (!soft && *start != ' ' && *start != '\t'))
        break;
      end = find_line_end (start, self->end);
      if (!soft && !self->keeps_blanks)
        start++;
    }
  self->start = NULL;
}

/* `item1.EMAIL;…` is EMAIL in a group. */
static void
read_name (RelanceVcardReader *self, const char *end)
{
  const char *at = self->start;
  gsize length = 0;

  for (; at < end && *at != ':' && *at != ';'; at++)
    if (*at == '.')
      length = 0;
    else if (length < sizeof self->name - 1)
      self->name[length++] = g_ascii_toupper (*at);
  self->name[at < end ? length : 0] = '\0';
  g_strstrip (self->name);
}

static void
decode_quoted_printable (GString *bytes)
{
  gsize out = 0;

  for (gsize i = 0; i < bytes->len; i++)
    {
      const char *at = bytes->str + i;

      if (*at == '=' && g_ascii_isxdigit (at[1]) && g_ascii_isxdigit (at[2]))
        {
          bytes->str[out++] = g_ascii_xdigit_value (at[1]) * 16 + g_ascii_xdigit_value (at[2]);
          i += 2;
        }
      else
        bytes->str[out++] = *at;
    }
  g_string_truncate (bytes, out);
}

static void
decode_base64 (GString *bytes)
{
  gsize size;
  g_autofree guchar *data = g_base64_decode (bytes->str, &size);

  g_string_truncate (bytes, 0);
  g_string_append_len (bytes, (const char *) data, size);
}

/* Only the encodings that cards are written in: a name from a file is not handed to iconv. */
static const char *
find_charset (const char *name)
{
  static const char *const charsets[] = { "UTF-8",        "ISO-8859-1",   "ISO-8859-2",
                                          "ISO-8859-15",  "WINDOWS-1250", "WINDOWS-1251",
                                          "WINDOWS-1252", "KOI8-R",       "SHIFT_JIS",
                                          "EUC-JP",       "GB18030",      "BIG5" };

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (charsets); i++)
    if (g_ascii_strcasecmp (name, charsets[i]) == 0)
      return charsets[i];

  return NULL;
}

static char *
decode_text (RelanceVcardReader *self, GString *bytes)
{
  g_autofree char *name = relance_vcard_reader_dup_parameter (self, "CHARSET");
  const char *charset = find_charset (name);
  g_autoptr (GBytes) data = NULL;
  gsize size;

  if (charset != NULL)
    {
      g_autofree char *text =
        g_convert (bytes->str, bytes->len, "UTF-8", charset, NULL, &size, NULL);

      if (text != NULL && strlen (text) == size)
        return g_steal_pointer (&text);
    }
  if (g_utf8_validate_len (bytes->str, bytes->len, NULL))
    return g_strdup (bytes->str);
  data = g_bytes_new_static (bytes->str, bytes->len);

  return relance_text_decode (data, NULL, NULL);
}

/* The next of the parameters, `NAME=VALUE` or, in vCard 2.1, `VALUE`: without its quotes. */
static gboolean
next_parameter (const char **at, char **name, char **value)
{
  const char *start = *at, *end, *equals;
  gboolean quoted = FALSE;

  if (start == NULL || *start == '\0')
    return FALSE;
  for (end = start; *end != '\0' && (quoted || *end != ';'); end++)
    quoted ^= *end == '"';
  *at = *end == ';' ? end + 1 : end;

  equals = memchr (start, '=', end - start);
  *name = equals != NULL ? g_strndup (start, equals - start) : g_strdup ("");
  *value = equals != NULL ? g_strndup (equals + 1, end - equals - 1)
                          : g_strndup (start, end - start);
  g_strstrip (*name);
  g_strdelimit (*value, "\"", ' ');
  g_strstrip (*value);

  return TRUE;
}

static gboolean
list_has (const char *list, const char *word)
{
  g_auto (GStrv) words = g_strsplit (list, ",", 64);

  for (gsize i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (g_strstrip (words[i]), word) == 0)
      return TRUE;

  return FALSE;
}

/**
 * relance_vcard_reader_init:
 * @data: bytes in UTF-8 or in an encoding of one byte a character
 */
void
relance_vcard_reader_init (RelanceVcardReader *self, const char *data, gsize size)
{
  /* An empty GBytes has no data at all. */
  const char *start = size > 0 ? data : "";

  *self = (RelanceVcardReader) { .cursor = start, .end = start + size, .next_line = 1 };
  self->text = g_string_new (NULL);
}

/**
 * relance_vcard_reader_next:
 *
 * Goes to the next property. A line that is none has the name "".
 *
 * Returns: whether there is one
 */
gboolean
relance_vcard_reader_next (RelanceVcardReader *self)
{
  if (self->start != NULL)
    unfold (self, NULL);
  while (self->cursor < self->end && is_line_end (*self->cursor))
    pass_line_end (self);
  if (self->cursor == self->end)
    return FALSE;

  self->start = self->cursor;
  self->line = self->next_line;
  self->parameters = NULL;
  read_name (self, find_line_end (self->start, self->end));

  return TRUE;
}

/**
 * relance_vcard_reader_take:
 * @reason: (out): "too-long" or "control", when it cannot be kept
 *
 * Takes the value of the property that the reader is at, once; its parameters can be asked for
 * after that.
 *
 * Returns: (transfer full) (nullable): the value in UTF-8, not yet unescaped; %NULL also when
 *   the line has none
 */
char *
relance_vcard_reader_take (RelanceVcardReader *self, const char **reason)
{
  g_autofree char *encoding = NULL;
  g_autoptr (GString) bytes = NULL;
  const char *colon;
  char *semicolon, *text;

  g_string_truncate (self->text, 0);
  unfold (self, self->text);
  colon = find_colon (self->text->str, self->text->str + self->text->len);
  if (self->text->len > RELANCE_VCARD_MAX_VALUE ||
      (colon != NULL && colon - self->text->str > MAX_PARAMETERS))
    {
      *reason = "too-long";
      return NULL;
    }
  if (colon == NULL)
    return NULL;

  bytes = g_string_new_len (colon + 1, self->text->str + self->text->len - colon - 1);
  g_string_truncate (self->text, colon - self->text->str);
  semicolon = strchr (self->text->str, ';');
  self->parameters = semicolon != NULL ? semicolon + 1 : NULL;
  encoding = relance_vcard_reader_dup_parameter (self, "ENCODING");
  if (relance_vcard_reader_has_type (self, "QUOTED-PRINTABLE") ||
      g_strcmp0 (encoding, "QUOTED-PRINTABLE") == 0)
    decode_quoted_printable (bytes);
  else if (relance_vcard_reader_has_type (self, "BASE64") ||
           (encoding != NULL && (list_has (encoding, "B") || list_has (encoding, "BASE64"))))
    decode_base64 (bytes);

  text = decode_text (self, bytes);
  if (text == NULL)
    *reason = "control";

  return text;
}

/**
 * relance_vcard_reader_dup_parameter:
 *
 * Returns: (transfer full) (nullable): the value of that parameter, in capitals
 */
char *
relance_vcard_reader_dup_parameter (RelanceVcardReader *self, const char *name)
{
  const char *at = self->parameters;
  char *key, *value;

  while (next_parameter (&at, &key, &value))
    {
      g_autofree char *key_owned = key;
      g_autofree char *value_owned = value;

      if (g_ascii_strcasecmp (key, name) == 0)
        return g_ascii_strup (value, -1);
    }

  return NULL;
}

/**
 * relance_vcard_reader_has_type:
 * @type: such as "WORK"
 *
 * Returns: whether a TYPE, or a parameter without a name, says so
 */
gboolean
relance_vcard_reader_has_type (RelanceVcardReader *self, const char *type)
{
  const char *at = self->parameters;
  char *key, *value;

  while (next_parameter (&at, &key, &value))
    {
      g_autofree char *key_owned = key;
      g_autofree char *value_owned = value;

      if ((*key == '\0' || g_ascii_strcasecmp (key, "TYPE") == 0) && list_has (value, type))
        return TRUE;
    }

  return FALSE;
}

void
relance_vcard_reader_clear (RelanceVcardReader *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
}
