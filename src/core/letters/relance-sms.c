/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-sms.h"

#include <string.h>

/* 3GPP TS 23.038, 6.2.1: the default alphabet, and what its extension writes in two septets. */
static const char alphabet[] = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                               "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
static const char extension[] = "\f^{}\\[~]|€";

/* What compatibility decomposition does not bring into the alphabet. */
static const struct
{
  const char *from;
  const char *to;
} replacements[] = {
  { "«\u00a0", "\"" }, { "«\u202f", "\"" }, { "«", "\"" }, { "\u00a0»", "\"" }, { "\u202f»", "\"" },
  { "»", "\"" },       { "“", "\"" },       { "”", "\"" }, { "„", "\"" },       { "’", "'" },
  { "‘", "'" },        { "`", "'" },        { "´", "'" },  { "–", "-" },        { "—", "-" },
  { "−", "-" },        { "\u2011", "-" },   { "•", "-" },  { "·", "-" },        { "œ", "oe" },
  { "Œ", "OE" },       { "\t", " " },       { "°", "o" },  { "\u00a0", " " },   { "\u202f", " " },
};

/* The septets of a character; 0 when it is not in the alphabet. */
static guint
count_septets (gunichar c)
{
  if (c == 0)
    return 0;
  if (c < 0x80)
    return strchr (alphabet, (int) c) != NULL ? 1 : strchr (extension, (int) c) != NULL ? 2 : 0;
  if (g_utf8_strchr (alphabet, -1, c) != NULL)
    return 1;

  return g_utf8_strchr (extension, -1, c) != NULL ? 2 : 0;
}

static gboolean
is_gsm (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (count_septets (g_utf8_get_char (p)) == 0)
      return FALSE;

  return TRUE;
}

static guint
count_units (gunichar c, gboolean gsm)
{
  if (gsm)
    return count_septets (c);

  return c > 0xffff ? 2 : 1;
}

/* No character is cut in two: a part ends early rather than that. */
static guint
count_parts (const char *text, gboolean gsm, guint room)
{
  guint parts = 1, used = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint units = count_units (g_utf8_get_char (p), gsm);

      if (used + units > room)
        {
          parts++;
          used = 0;
        }
      used += units;
    }

  return parts;
}

/**
 * relance_sms_measure:
 * @text: UTF-8
 *
 * Returns: what it takes to send @text as an SMS (3GPP TS 23.038 and 23.040)
 */
RelanceSmsSize
relance_sms_measure (const char *text)
{
  RelanceSmsSize size = { .is_gsm = is_gsm (text), .parts = 0 };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    size.units += count_units (g_utf8_get_char (p), size.is_gsm);

  size.room = size.is_gsm ? 160 : 70;
  if (size.units > size.room)
    size.room = size.is_gsm ? 153 : 67;
  if (size.units > 0)
    size.parts = count_parts (text, size.is_gsm, size.room);

  return size;
}

static char *
replace_marks (const char *text)
{
  GString *replaced = g_string_new (text);

  for (gsize i = 0; i < G_N_ELEMENTS (replacements); i++)
    g_string_replace (replaced, replacements[i].from, replacements[i].to, 0);

  return g_string_free_and_steal (replaced);
}

static void
append_plain (GString *plain, gunichar c)
{
  char utf8[7] = { 0 };
  g_autofree char *ascii = NULL;

  g_unichar_to_utf8 (c, utf8);
  ascii = g_str_to_ascii (utf8, "C");
  for (const char *p = ascii; *p != '\0'; p++)
    if (count_septets ((guchar) *p) > 0)
      g_string_append_c (plain, *p);
}

/* "ê" is in no alphabet but "e" is: what a character is made of, without its marks. */
static void
append_decomposed (GString *plain, const char *character)
{
  gssize length = g_utf8_next_char (character) - character;
  g_autofree char *parts = g_utf8_normalize (character, length, G_NORMALIZE_ALL);

  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (count_septets (c) > 0)
        g_string_append_unichar (plain, c);
      else if (!g_unichar_ismark (c) && !g_unichar_iscntrl (c) && !g_unichar_iszerowidth (c))
        append_plain (plain, c);
    }
}

/* Composing leaves Latin letters as they are, and the punctuation and signs between U+2002 and U+20CF:
 * what letters are made of. */
static gboolean
needs_composing (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x300 && (c < 0x2002 || c > 0x20cf))
        return TRUE;
    }

  return FALSE;
}

static char *
compose (const char *text)
{
  return needs_composing (text) ? g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE)
                                : g_strdup (text);
}

/**
 * relance_sms_simplify:
 * @text: UTF-8
 *
 * Writes @text with the characters of an SMS of 160 only, as near as can be: "ç" as "c", "’" as
 * "'", "œ" as "oe"; what has no near one, as "?".
 *
 * Returns: (transfer full): text of which relance_sms_measure() says that it is GSM
 */
char *
relance_sms_simplify (const char *text)
{
  g_autofree char *composed = compose (text);
  g_autofree char *replaced = replace_marks (composed != NULL ? composed : "");
  GString *plain = g_string_new (NULL);

  for (const char *p = replaced; *p != '\0'; p = g_utf8_next_char (p))
    if (count_septets (g_utf8_get_char (p)) > 0)
      g_string_append_len (plain, p, g_utf8_next_char (p) - p);
    else
      append_decomposed (plain, p);

  return g_string_free_and_steal (plain);
}
