/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-text.h"

#include "relance-base-error.h"

#include <gio/gio.h>
#include <string.h>
#include <unicode/uchar.h>

#define NAME_MAX_CHARACTERS 500

/* Up to here every text is in NFC already. */
#define FIRST_COMBINING 0x0300

/* Enough of a text to tell a Mac by. */
#define MAC_BYTES (256 * 1024)

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 128)
      return FALSE;

  return TRUE;
}

static char *
fold_ascii (const char *text)
{
  char *folded = g_malloc (strlen (text) + 1);
  char *to = folded;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (!g_ascii_isspace (*from))
        *to++ = g_ascii_tolower (*from);
      else if (to > folded && to[-1] != ' ')
        *to++ = ' ';
    }
  if (to > folded && to[-1] == ' ')
    to--;
  *to = '\0';

  return folded;
}

/* Letters that no Unicode decomposition takes apart. */
static const char *
get_ligature (gunichar character)
{
  switch (character)
    {
    case 0x0153:
      return "oe";
    case 0x00E6:
      return "ae";
    case 0x00F8:
      return "o";
    case 0x0142:
      return "l";
    default:
      return NULL;
    }
}

/**
 * relance_text_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text as search and comparison see it: no accents,
 *   no case, single spaces, none at the ends
 */
char *
relance_text_fold (const char *text)
{
  g_autofree char *lower = NULL;
  g_autofree char *parts = NULL;
  GString *folded;

  if (is_ascii (text))
    return fold_ascii (text);

  lower = g_utf8_casefold (text, -1);
  parts = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  folded = g_string_new (NULL);

  for (const char *c = parts != NULL ? parts : ""; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      const char *ligature = get_ligature (character);

      if (ligature != NULL)
        g_string_append (folded, ligature);
      else if (g_unichar_isspace (character))
        g_string_append_c (folded, ' ');
      else if (!g_unichar_ismark (character))
        g_string_append_unichar (folded, character);
    }

  lower = (g_free (lower), g_string_free_and_steal (folded));

  return fold_ascii (lower);
}

/**
 * relance_text_fold_words:
 * @text: UTF-8
 *
 * Returns: (transfer full): relance_text_fold() with every run of characters
 *   that are neither letters nor digits as one space: « N° Facture : » is "n facture"
 */
char *
relance_text_fold_words (const char *text)
{
  g_autofree char *folded = relance_text_fold (text);
  GString *words = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isalnum (character))
        g_string_append_unichar (words, character);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);

  return g_string_free_and_steal (words);
}

/* Marks and overrides of direction: invisible, and able to disguise a name. */
static gboolean
is_direction_mark (gunichar character)
{
  return character == 0x061C || character == 0x200E || character == 0x200F ||
         (character >= 0x202A && character <= 0x202E) ||
         (character >= 0x2066 && character <= 0x2069) || character == 0xFEFF;
}

static gboolean
is_line_break (gunichar character)
{
  return character == '\n' || character == '\r' || character == '\t' || character == 0x0085 ||
         character == 0x2028 || character == 0x2029;
}

/* As most names are: single spaces between words of letters that have nothing to compose. */
static gboolean
is_clean (const char *text)
{
  const char *c = text;

  for (; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character >= FIRST_COMBINING || g_unichar_iscntrl (character) ||
          (character == ' ' && (c == text || c[1] == ' ' || c[1] == '\0')))
        return FALSE;
    }

  return c - text <= NAME_MAX_CHARACTERS;
}

/**
 * relance_text_clean_name:
 * @text: a name, a number or a label from outside, in UTF-8
 * @error: %RELANCE_BASE_ERROR_CONTROL or %RELANCE_BASE_ERROR_TOO_LONG
 *
 * The gate that every text from outside passes before it is stored: line breaks
 * and tabs become a space, marks of direction go, any other control character is
 * refused. So nothing that was stored can break a line or a header later.
 *
 * Returns: (transfer full): the text in NFC with single spaces, none at the ends;
 *   "" when nothing is left
 */
char *
relance_text_clean_name (const char *text, GError **error)
{
  g_autoptr (GString) clean = NULL;
  g_autofree char *normal = NULL;

  if (is_clean (text))
    return g_strdup (text);

  clean = g_string_new (NULL);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (is_direction_mark (character))
        continue;
      if (is_line_break (character) || character == ' ')
        {
          if (clean->len > 0 && clean->str[clean->len - 1] != ' ')
            g_string_append_c (clean, ' ');
        }
      else if (g_unichar_iscntrl (character))
        {
          g_set_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_CONTROL,
                       "control character U+%04X", character);
          return NULL;
        }
      else
        g_string_append_unichar (clean, character);
    }

  normal = g_utf8_normalize (g_strchomp (clean->str), -1, G_NORMALIZE_DEFAULT_COMPOSE);
  if (normal == NULL || g_utf8_strlen (normal, -1) > NAME_MAX_CHARACTERS)
    {
      g_set_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_TOO_LONG,
                   "longer than %d characters", NAME_MAX_CHARACTERS);
      return NULL;
    }

  return g_steal_pointer (&normal);
}

static gboolean
looks_like_utf16 (const guchar *data, gsize size, gboolean big_endian)
{
  gsize zeros = 0, n = MIN (size, 4096) / 2;

  for (gsize i = 0; i < n; i++)
    zeros += data[i * 2 + (big_endian ? 0 : 1)] == 0 && data[i * 2 + (big_endian ? 1 : 0)] != 0;

  return size % 2 == 0 && n > 4 && zeros * 10 > n * 7;
}

/* Spreadsheets on a Mac still write tables in its old encoding. There the accented letters are where
 * Windows-1252 has signs and capitals that stand in the middle of no word. */
static gboolean
looks_like_mac_roman (const guchar *data, gsize size)
{
  static const guchar letters[] = { 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8D, 0x8E, 0x8F,
                                    0x90, 0x98, 0x99, 0x9B, 0x9D, 0x9F, 0x00 };
  gsize mac = 0, windows = 0;

  for (gsize i = 1; i + 1 < MIN (size, MAC_BYTES); i++)
    {
      if (data[i] < 0x80 || !g_ascii_islower (data[i - 1]) || !g_ascii_isalpha (data[i + 1]))
        continue;
      mac += strchr ((const char *) letters, data[i]) != NULL;
      windows += data[i] >= 0xC0;
    }

  return mac > windows;
}

/* Windows-1252 has its euro at 0x80, ISO-8859-15 at 0xA4; the other letters of
 * French and English are the same in both. */
static const char *
guess_single_byte (const guchar *data, gsize size)
{
  gboolean currency_sign = FALSE;

  if (looks_like_mac_roman (data, size))
    return "MACINTOSH";

  for (gsize i = 0; i < size; i++)
    {
      if (data[i] >= 0x80 && data[i] < 0xA0)
        return "WINDOWS-1252";
      currency_sign |= data[i] == 0xA4 || data[i] == 0xBD || data[i] == 0xBC;
    }

  return currency_sign ? "ISO-8859-15" : "WINDOWS-1252";
}

static const char *
guess_encoding (const guchar *data, gsize size, gsize *bom)
{
  *bom = 0;
  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return *bom = 3, "UTF-8";
  if (size >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    return *bom = 2, "UTF-16LE";
  if (size >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    return *bom = 2, "UTF-16BE";
  if (looks_like_utf16 (data, size, FALSE))
    return "UTF-16LE";
  if (looks_like_utf16 (data, size, TRUE))
    return "UTF-16BE";
  if (g_utf8_validate_len ((const char *) data, size, NULL))
    return "UTF-8";

  return guess_single_byte (data, size);
}

/**
 * relance_text_decode:
 * @bytes: a file's content
 * @encoding: (out) (optional) (transfer none): the encoding it was found to be in
 * @error: %RELANCE_BASE_ERROR_ENCODING when it is no text: it holds NUL, or what
 *   no encoding allows
 *
 * Recognised from the content: UTF-8 and UTF-16 with or without a byte order
 * mark, else Mac Roman, ISO-8859-15 or Windows-1252.
 *
 * Returns: (transfer full): the text in UTF-8
 */
char *
relance_text_decode (GBytes *bytes, const char **encoding, GError **error)
{
  gsize size, bom, length;
  const guchar *data = g_bytes_get_data (bytes, &size);
  const char *found = guess_encoding (data, size, &bom);
  g_autofree char *text = NULL;

  if (g_str_equal (found, "UTF-8"))
    {
      length = size - bom;
      /* Without a mark it was found to be UTF-8 by being valid. */
      if (bom == 0 || g_utf8_validate_len ((const char *) data + bom, length, NULL))
        text = g_strndup ((const char *) data + bom, length);
    }
  else
    text = g_convert ((const char *) data + bom, size - bom, "UTF-8", found, NULL, &length, NULL);

  if (text == NULL || strlen (text) != length)
    {
      g_set_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_ENCODING, "not a text file");
      return NULL;
    }
  if (encoding != NULL)
    *encoding = found;

  return g_steal_pointer (&text);
}

#define EMOJI_STYLE 0xFE0F

/**
 * relance_text_is_emoji:
 * @p: a character of a valid text
 *
 * Returns: whether it is drawn in colour, of itself or because the next one asks for it: not
 *   “€”, “→”, “✓”, or a “☎” that is a plain sign
 */
gboolean
relance_text_is_emoji (const char *p)
{
  UChar32 c = (UChar32) g_utf8_get_char (p);

  if (*p == '\0' || u_hasBinaryProperty (c, UCHAR_EMOJI_PRESENTATION))
    return *p != '\0';

  return c > 0xFF && u_hasBinaryProperty (c, UCHAR_EMOJI) &&
         g_utf8_get_char (g_utf8_next_char (p)) == EMOJI_STYLE;
}
