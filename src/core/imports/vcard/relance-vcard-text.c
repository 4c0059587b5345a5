/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-vcard-text.h"

#include "relance-base-error.h"
#include "relance-text.h"

#include <string.h>

/* A name or an address has seven at most; more are passed over. */
#define MAX_COMPONENTS 16

static void
append_unescaped (GString *text, char escaped)
{
  if (escaped == 'n' || escaped == 'N')
    g_string_append_c (text, '\n');
  else if (strchr ("\\;,:", escaped) != NULL)
    g_string_append_c (text, escaped);
  else
    g_string_append_printf (text, "\\%c", escaped);
}

/* Up to @separator, or to the end where it is NUL; moves @at past it. */
static char *
take_component (const char **at, char separator)
{
  GString *text = g_string_new (NULL);

  for (; **at != '\0' && **at != separator; (*at)++)
    {
      if (**at == '\\' && (*at)[1] != '\0')
        append_unescaped (text, *++*at);
      else
        g_string_append_c (text, **at);
    }
  if (**at != '\0')
    (*at)++;

  return g_string_free_and_steal (text);
}

/* A street of several lines is one line in the book. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  GString *joined = g_string_new (NULL);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", lines[i]);
    }

  return g_string_free_and_steal (joined);
}

/**
 * relance_vcard_unescape:
 *
 * Returns: (transfer full): the text that a value stands for
 */
char *
relance_vcard_unescape (const char *value)
{
  return take_component (&value, '\0');
}

/**
 * relance_vcard_split:
 *
 * A comma could mean a second value as well; far more often it is one that a program
 * did not escape, so it stays.
 *
 * Returns: (transfer full): the components of a structured value, unescaped
 */
char **
relance_vcard_split (const char *value)
{
  GPtrArray *components = g_ptr_array_new ();

  while (*value != '\0' && components->len < MAX_COMPONENTS)
    g_ptr_array_add (components, take_component (&value, ';'));
  g_ptr_array_add (components, NULL);

  return (char **) g_ptr_array_free (components, FALSE);
}

/**
 * relance_vcard_clean:
 * @reason: (out): "control" or "too-long", left alone when the text can be kept
 *
 * Returns: (transfer full) (nullable): the text in one line; %NULL when nothing is left of it
 */
char *
relance_vcard_clean (const char *text, const char **reason)
{
  g_autofree char *joined = join_lines (text);
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = relance_text_clean_name (joined, &error);

  if (clean == NULL)
    *reason = g_error_matches (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_CONTROL) ? "control"
                                                                                      : "too-long";

  return clean != NULL && *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

/**
 * relance_vcard_clean_lines:
 * @reason: (out): "control", left alone when the text can be kept
 *
 * Returns: (transfer full) (nullable): the text with its lines, each ended by LF but the last
 */
char *
relance_vcard_clean_lines (const char *text, const char **reason)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *lines = g_string_new (NULL);

  for (const char *c = normal != NULL ? normal : ""; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '\n' || !g_unichar_iscntrl (character))
        g_string_append_unichar (lines, character);
      else if (character == '\t')
        g_string_append_c (lines, ' ');
      else if (character == '\r' && c[1] != '\n')
        g_string_append_c (lines, '\n');
      else if (character != '\r')
        *reason = "control";
    }
  g_strstrip (lines->str);
  if (*lines->str == '\0')
    {
      g_string_free (lines, TRUE);
      return NULL;
    }

  return g_string_free_and_steal (lines);
}
