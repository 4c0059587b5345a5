/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-identifiers.h"

#include "relance-base-error.h"

#include <gio/gio.h>
#include <string.h>

#define MAIL_ADDRESS_MAX 254
#define MAIL_LOCAL_MAX 64

#define LA_POSTE_SIREN "356000000"
#define LA_POSTE_HEAD_OFFICE "35600000000048"

/* Spaces of every width, dots, dashes of every kind, and what is copied without being seen. */
static gboolean
is_separator (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return g_unichar_isspace (character) || character == '.' || character == '/' ||
         type == G_UNICODE_SPACE_SEPARATOR || type == G_UNICODE_DASH_PUNCTUATION ||
         type == G_UNICODE_FORMAT;
}

/**
 * relance_identifier_compact:
 * @text: an identifier as people write it or copy it, in UTF-8
 *
 * What the functions here that judge an identifier expect: "fr14 2004-1010…" is
 * FR1420041010….
 *
 * Returns: (transfer full): @text in capitals without its spaces, dots, dashes and slashes
 */
char *
relance_identifier_compact (const char *text)
{
  GString *compact = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!is_separator (character))
        g_string_append_unichar (
          compact, character < 128 ? (gunichar) g_ascii_toupper ((char) character) : character);
    }

  return g_string_free_and_steal (compact);
}

/**
 * relance_identifier_group:
 * @compact: an identifier of ASCII characters
 * @sizes: how many characters each group has, the last size being repeated
 *
 * Returns: (transfer full): @compact in groups that no-break spaces hold together
 */
char *
relance_identifier_group (const char *compact, const guint8 *sizes, gsize n_sizes)
{
  GString *grouped = g_string_new (NULL);
  gsize length = strlen (compact), from = 0;

  g_assert (n_sizes > 0);

  for (gsize i = 0; from < length; i++)
    {
      gsize size = sizes[MIN (i, n_sizes - 1)];

      g_string_append_printf (grouped, "%s%.*s", i > 0 ? "\u00A0" : "", (int) size, compact + from);
      from += size;
    }

  return g_string_free_and_steal (grouped);
}

static gboolean
is_digits (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

/* The Luhn check of ISO/IEC 7812-1: every second digit from the right counts double. */
static gboolean
passes_luhn (const char *digits)
{
  gsize length = strlen (digits);
  int sum = 0;

  for (gsize i = 0; i < length; i++)
    {
      int digit = digits[length - 1 - i] - '0';

      if (i % 2 == 1)
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += digit;
    }

  return sum % 10 == 0;
}

/**
 * relance_siren_is_valid:
 * @siren: compact
 *
 * Returns: whether it is nine digits that pass the Luhn check, which INSEE uses
 *   for the number of a company
 */
gboolean
relance_siren_is_valid (const char *siren)
{
  return is_digits (siren, 9) && passes_luhn (siren);
}

/* La Poste has more establishments than Luhn leaves numbers for: INSEE lets all but
 * its head office have digits that add up to a multiple of five. */
static gboolean
passes_la_poste (const char *siret)
{
  int sum = 0;

  for (const char *c = siret; *c != '\0'; c++)
    sum += *c - '0';

  return sum % 5 == 0;
}

/**
 * relance_siret_is_valid:
 * @siret: compact
 *
 * Returns: whether it is fourteen digits, a valid SIREN and the number of an
 *   establishment, that pass the Luhn check or La Poste's own
 */
gboolean
relance_siret_is_valid (const char *siret)
{
  g_autofree char *siren = NULL;

  if (!is_digits (siret, 14))
    return FALSE;
  siren = relance_siren_from_siret (siret);
  if (!relance_siren_is_valid (siren))
    return FALSE;
  if (g_str_equal (siren, LA_POSTE_SIREN) && !g_str_equal (siret, LA_POSTE_HEAD_OFFICE))
    return passes_la_poste (siret);

  return passes_luhn (siret);
}

/**
 * relance_siren_from_siret:
 * @siret: compact
 *
 * Returns: (transfer full): the company that the establishment belongs to
 */
char *
relance_siren_from_siret (const char *siret)
{
  return g_strndup (siret, 9);
}

/**
 * relance_siren_format:
 * @siren: compact
 *
 * Returns: (transfer full): "732 829 320", with no-break spaces
 */
char *
relance_siren_format (const char *siren)
{
  static const guint8 sizes[] = { 3 };

  return relance_identifier_group (siren, sizes, G_N_ELEMENTS (sizes));
}

/**
 * relance_siret_format:
 * @siret: compact
 *
 * Returns: (transfer full): "732 829 320 00074", with no-break spaces
 */
char *
relance_siret_format (const char *siret)
{
  static const guint8 sizes[] = { 3, 3, 3, 5 };

  return relance_identifier_group (siret, sizes, G_N_ELEMENTS (sizes));
}

/* The dot-atom of RFC 5322, in ASCII: quoted local parts are refused everywhere that matters. */
static gboolean
is_local_part (const char *text, size_t length)
{
  if (length == 0 || length > MAIL_LOCAL_MAX || text[0] == '.' || text[length - 1] == '.')
    return FALSE;

  for (size_t i = 0; i < length; i++)
    {
      if (text[i] == '.' && text[i + 1] == '.')
        return FALSE;
      if (!g_ascii_isalnum (text[i]) && strchr (".!#$%&'*+/=?^_`{|}~-", text[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_host_name (const char *host)
{
  g_auto (GStrv) labels = g_strsplit (host, ".", -1);
  guint n_labels = g_strv_length (labels);

  for (guint i = 0; i < n_labels; i++)
    {
      size_t length = strlen (labels[i]);

      if (length == 0 || length > 63 || labels[i][0] == '-' || labels[i][length - 1] == '-')
        return FALSE;
      for (const char *c = labels[i]; *c != '\0'; c++)
        if (!g_ascii_isalnum (*c) && *c != '-')
          return FALSE;
    }

  return n_labels >= 2 && !g_ascii_isdigit (labels[n_labels - 1][0]);
}

/**
 * relance_mail_address_parse:
 * @text: anything
 * @error: %RELANCE_BASE_ERROR_ADDRESS when it is not exactly one mail address
 *
 * No display name, no list, no comment; so that an address can add neither a
 * recipient nor a header wherever it lands.
 *
 * Returns: (transfer full): the address, its domain in its ASCII form
 */
char *
relance_mail_address_parse (const char *text, GError **error)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  const char *at = strrchr (bare, '@');
  g_autofree char *host = at != NULL && at[1] != '\0' ? g_hostname_to_ascii (at + 1) : NULL;

  if (host != NULL && g_utf8_validate (bare, -1, NULL) && is_local_part (bare, at - bare) &&
      is_host_name (host) && (size_t) (at - bare) + 1 + strlen (host) <= MAIL_ADDRESS_MAX)
    return g_strdup_printf ("%.*s@%s", (int) (at - bare), bare, host);

  g_set_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_ADDRESS,
               "not exactly one mail address: “%s”", bare);
  return NULL;
}
