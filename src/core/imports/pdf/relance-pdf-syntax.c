/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-pdf-syntax.h"

#include <string.h>

/* A string that never ends costs no more than this; real ones are far shorter. */
#define MAX_STRING (1024 * 1024)

/* How far a word is looked for, so that looking costs little where it is not. */
#define MAX_BEFORE_WORD 80

static gboolean
is_delimiter (char c)
{
  return c != '\0' && strchr ("()<>[]{}/%", c) != NULL;
}

static gboolean
is_regular (char c)
{
  return !relance_pdf_is_space (c) && !is_delimiter (c);
}

static void
skip_space (RelancePdfSpan *rest)
{
  while (rest->at < rest->end)
    {
      if (*rest->at == '%')
        while (rest->at < rest->end && *rest->at != '\r' && *rest->at != '\n')
          rest->at++;
      else if (relance_pdf_is_space (*rest->at))
        rest->at++;
      else
        return;
    }
}

static void
skip_regular (RelancePdfSpan *rest)
{
  while (rest->at < rest->end && is_regular (*rest->at))
    rest->at++;
}

/* Parentheses nest inside a string; a backslash takes the next byte along. */
static gboolean
skip_literal (RelancePdfSpan *rest)
{
  const char *limit = rest->end - rest->at > MAX_STRING ? rest->at + MAX_STRING : rest->end;
  int depth = 0;

  for (; rest->at < limit; rest->at++)
    {
      if (*rest->at == '\\')
        rest->at++;
      else if (*rest->at == '(')
        depth++;
      else if (*rest->at == ')' && --depth == 0)
        {
          rest->at++;
          return TRUE;
        }
    }
  rest->at = limit;

  return FALSE;
}

static gboolean
skip_hexadecimal (RelancePdfSpan *rest)
{
  const char *limit = rest->end - rest->at > MAX_STRING ? rest->at + MAX_STRING : rest->end;

  for (rest->at++; rest->at < limit; rest->at++)
    if (*rest->at == '>')
      {
        rest->at++;
        return TRUE;
      }
    else if (!g_ascii_isxdigit (*rest->at) && !relance_pdf_is_space (*rest->at))
      break;

  return FALSE;
}

static gboolean
take_digits (RelancePdfSpan *rest, gint64 *number)
{
  const char *from = rest->at;

  *number = 0;
  for (; rest->at < rest->end && g_ascii_isdigit (*rest->at); rest->at++)
    if ((*number = *number * 10 + (*rest->at - '0')) > G_MAXINT32)
      return FALSE;

  return rest->at > from;
}

static gboolean
skip_blanks (RelancePdfSpan *rest)
{
  const char *from = rest->at;

  while (rest->at < rest->end && relance_pdf_is_space (*rest->at))
    rest->at++;

  return rest->at > from;
}

/* `12 0 R`; @rest moves only past one. */
static gboolean
take_reference (RelancePdfSpan *rest, gint64 *number)
{
  RelancePdfSpan ahead = *rest;
  gint64 generation;

  if (!take_digits (&ahead, number) || !skip_blanks (&ahead) ||
      !take_digits (&ahead, &generation) || !skip_blanks (&ahead) || ahead.at == ahead.end ||
      *ahead.at != 'R' || (ahead.at + 1 < ahead.end && is_regular (ahead.at[1])))
    return FALSE;
  rest->at = ahead.at + 1;

  return TRUE;
}

static RelancePdfToken
take_brackets (RelancePdfSpan *rest)
{
  gboolean twice = rest->at + 1 < rest->end && rest->at[1] == rest->at[0];

  if (*rest->at == '<' && !twice)
    return skip_hexadecimal (rest) ? RELANCE_PDF_STRING : RELANCE_PDF_END;
  if (!twice)
    return RELANCE_PDF_END;
  rest->at += 2;

  return rest->at[-1] == '<' ? RELANCE_PDF_OPEN_DICTIONARY : RELANCE_PDF_CLOSE_DICTIONARY;
}

static RelancePdfToken
take_regular (RelancePdfSpan *rest)
{
  gboolean number = g_ascii_isdigit (*rest->at) || strchr ("+-.", *rest->at) != NULL;
  gint64 referred;

  if (number && take_reference (rest, &referred))
    return RELANCE_PDF_REFERENCE;
  skip_regular (rest);

  return number ? RELANCE_PDF_NUMBER : RELANCE_PDF_WORD;
}

static RelancePdfToken
take_token (RelancePdfSpan *rest)
{
  switch (*rest->at)
    {
    case '/':
      rest->at++;
      skip_regular (rest);
      return RELANCE_PDF_NAME;
    case '(':
      return skip_literal (rest) ? RELANCE_PDF_STRING : RELANCE_PDF_END;
    case '<':
    case '>':
      return take_brackets (rest);
    case '[':
      rest->at++;
      return RELANCE_PDF_OPEN_ARRAY;
    case ']':
      rest->at++;
      return RELANCE_PDF_CLOSE_ARRAY;
    case ')':
    case '{':
    case '}':
      return RELANCE_PDF_END;
    default:
      return take_regular (rest);
    }
}

/* Values of the characters before them; -1 for what is no hexadecimal digit. */
static int
read_hexadecimal_pair (const char *at, const char *end)
{
  if (end - at < 2 || !g_ascii_isxdigit (at[0]) || !g_ascii_isxdigit (at[1]))
    return -1;

  return g_ascii_xdigit_value (at[0]) * 16 + g_ascii_xdigit_value (at[1]);
}

static void
append_octal (GString *bytes, const char **at, const char *end)
{
  int value = 0;

  for (int i = 0; i < 3 && *at < end && **at >= '0' && **at <= '7'; i++)
    value = value * 8 + *(*at)++ - '0';
  g_string_append_c (bytes, (char) value);
}

/* @at stands after the backslash. */
static void
append_escape (GString *bytes, const char **at, const char *end)
{
  static const char letters[] = "nrtbf";
  static const char meanings[] = "\n\r\t\b\f";
  const char *letter;

  if (*at >= end)
    return;
  if (**at >= '0' && **at <= '7')
    {
      append_octal (bytes, at, end);
      return;
    }

  letter = strchr (letters, **at);
  if (**at == '\r' && *at + 1 < end && (*at)[1] == '\n')
    (*at)++;
  else if (**at != '\r' && **at != '\n')
    g_string_append_c (bytes, **at != '\0' && letter != NULL ? meanings[letter - letters] : **at);
  (*at)++;
}

static GString *
read_literal (RelancePdfSpan object)
{
  GString *bytes = g_string_new (NULL);

  for (const char *at = object.at + 1; at < object.end - 1;)
    {
      if (*at == '\\')
        {
          at++;
          append_escape (bytes, &at, object.end - 1);
        }
      else
        g_string_append_c (bytes, *at++);
    }

  return bytes;
}

static GString *
read_hexadecimal (RelancePdfSpan object)
{
  GString *digits = g_string_new (NULL);
  GString *bytes = g_string_new (NULL);

  for (const char *at = object.at + 1; at < object.end; at++)
    if (g_ascii_isxdigit (*at))
      g_string_append_c (digits, *at);
  if (digits->len % 2 == 1)
    g_string_append_c (digits, '0');
  for (gsize i = 0; i < digits->len; i += 2)
    g_string_append_c (bytes,
                       (char) read_hexadecimal_pair (digits->str + i, digits->str + digits->len));
  g_string_free (digits, TRUE);

  return bytes;
}

/* UTF-16 and UTF-8 are announced by a mark; else the PDF's own encoding, whose
 * letters are those of Latin-1. */
static char *
decode_text (const GString *bytes)
{
  const char *data = bytes->str;
  char *text = NULL;

  if (g_str_has_prefix (data, "\xFE\xFF"))
    text = g_convert (data + 2, (bytes->len - 2) & ~1u, "UTF-8", "UTF-16BE", NULL, NULL, NULL);
  else if (g_str_has_prefix (data, "\xFF\xFE"))
    text = g_convert (data + 2, (bytes->len - 2) & ~1u, "UTF-8", "UTF-16LE", NULL, NULL, NULL);
  else if (g_str_has_prefix (data, "\xEF\xBB\xBF"))
    return g_utf8_make_valid (data + 3, bytes->len - 3);
  else if (!g_utf8_validate_len (data, bytes->len, NULL))
    text = g_convert (data, bytes->len, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);

  return text != NULL ? text : g_utf8_make_valid (data, bytes->len);
}

gboolean
relance_pdf_is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

/**
 * relance_pdf_next:
 * @rest: moved past the token, or to where reading stopped
 * @token: (out): its bytes
 *
 * Reads one token of ISO 32000-1, 7.2 and 7.3, without copying.
 *
 * Returns: its kind, %RELANCE_PDF_END at the end and at what is no token
 */
RelancePdfToken
relance_pdf_next (RelancePdfSpan *rest, RelancePdfSpan *token)
{
  RelancePdfToken kind;

  skip_space (rest);
  token->at = token->end = rest->at;
  if (rest->at == rest->end)
    return RELANCE_PDF_END;
  kind = take_token (rest);
  token->end = rest->at;

  return kind;
}

/**
 * relance_pdf_take:
 * @rest: moved past the object, or to where reading stopped
 * @object: (out): its bytes; of a dictionary or an array the whole
 *
 * Takes one object, however deep it nests, in constant memory.
 *
 * Returns: the kind of its first token; %RELANCE_PDF_END when there is no whole object
 */
RelancePdfToken
relance_pdf_take (RelancePdfSpan *rest, RelancePdfSpan *object)
{
  RelancePdfToken first = relance_pdf_next (rest, object), kind = first;
  const char *from = object->at;
  RelancePdfSpan token = *object;
  gsize depth = 0;

  if (first == RELANCE_PDF_CLOSE_ARRAY || first == RELANCE_PDF_CLOSE_DICTIONARY)
    return RELANCE_PDF_END;

  for (;;)
    {
      if (kind == RELANCE_PDF_OPEN_ARRAY || kind == RELANCE_PDF_OPEN_DICTIONARY)
        depth++;
      else if (kind == RELANCE_PDF_CLOSE_ARRAY || kind == RELANCE_PDF_CLOSE_DICTIONARY)
        depth--;
      else if (kind == RELANCE_PDF_END || (kind == RELANCE_PDF_WORD && token.end - token.at == 6 &&
                                           memcmp (token.at, "endobj", 6) == 0))
        return RELANCE_PDF_END;
      if (depth == 0)
        break;
      kind = relance_pdf_next (rest, &token);
    }
  object->at = from;
  object->end = rest->at;

  return first;
}

/**
 * relance_pdf_take_word:
 * @rest: moved past @word when it is the next token
 *
 * The bytes of a stream may follow its word at once, so that only its start counts.
 *
 * Returns: whether it is
 */
gboolean
relance_pdf_take_word (RelancePdfSpan *rest, const char *word)
{
  RelancePdfSpan ahead = { rest->at, rest->at + MIN (rest->end - rest->at, MAX_BEFORE_WORD) };
  gsize length = strlen (word);

  skip_space (&ahead);
  if ((gsize) (ahead.end - ahead.at) < length || memcmp (ahead.at, word, length) != 0)
    return FALSE;
  rest->at = ahead.at + length;

  return TRUE;
}

/**
 * relance_pdf_get:
 * @value: (out): what stands behind @key, perhaps a reference
 *
 * Returns: whether @dictionary is one and has the key
 */
gboolean
relance_pdf_get (RelancePdfSpan dictionary, const char *key, RelancePdfSpan *value)
{
  RelancePdfSpan rest = dictionary, name;

  if (relance_pdf_next (&rest, &name) != RELANCE_PDF_OPEN_DICTIONARY)
    return FALSE;
  while (relance_pdf_next (&rest, &name) == RELANCE_PDF_NAME)
    {
      if (relance_pdf_take (&rest, value) == RELANCE_PDF_END)
        return FALSE;
      if (relance_pdf_is_name (name, key))
        return TRUE;
    }

  return FALSE;
}

/**
 * relance_pdf_is_name:
 * @name: without its slash
 *
 * A name may write any of its characters as `#` and two digits.
 */
gboolean
relance_pdf_is_name (RelancePdfSpan object, const char *name)
{
  const char *at = object.at;

  if (at == object.end || *at++ != '/')
    return FALSE;
  for (; at < object.end; at++, name++)
    {
      int escaped = *at == '#' ? read_hexadecimal_pair (at + 1, object.end) : -1;
      int c = escaped >= 0 ? escaped : (guchar) *at;

      if (*name == '\0' || c != (guchar) *name)
        return FALSE;
      at += escaped >= 0 ? 2 : 0;
    }

  return *name == '\0';
}

gboolean
relance_pdf_is_dictionary (RelancePdfSpan object)
{
  return object.end - object.at >= 2 && memcmp (object.at, "<<", 2) == 0;
}

/**
 * relance_pdf_to_integer:
 * @integer: (out): 0 to 2³¹ − 1
 */
gboolean
relance_pdf_to_integer (RelancePdfSpan object, gint64 *integer)
{
  return take_digits (&object, integer) && object.at == object.end;
}

/**
 * relance_pdf_to_reference:
 * @number: (out): of the object that is referred to
 */
gboolean
relance_pdf_to_reference (RelancePdfSpan object, gint64 *number)
{
  return take_reference (&object, number) && object.at == object.end;
}

/**
 * relance_pdf_dup_string:
 *
 * Returns: (transfer full) (nullable): a text string in UTF-8; %NULL when @object is no string
 */
char *
relance_pdf_dup_string (RelancePdfSpan object)
{
  g_autoptr (GString) bytes = NULL;

  if (object.end - object.at < 2 || (*object.at != '(' && *object.at != '<') ||
      relance_pdf_is_dictionary (object))
    return NULL;
  bytes = *object.at == '(' ? read_literal (object) : read_hexadecimal (object);

  return decode_text (bytes);
}
