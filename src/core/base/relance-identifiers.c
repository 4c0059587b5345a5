/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-identifiers.h"

#include "relance-base-error.h"

#include <gio/gio.h>
#include <string.h>

#define MAIL_ADDRESS_MAX 254
#define MAIL_LOCAL_MAX 64

/**
 * relance_identifier_compact:
 * @text: an identifier as people write it
 *
 * Returns: (transfer full): @text in capitals without its spaces, dots and dashes
 */
char *
relance_identifier_compact (const char *text)
{
  GString *compact = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_isspace (character) && character != '.' && character != '-' &&
          character != 0x00A0 && character != 0x202F)
        g_string_append_unichar (
          compact, character < 128 ? (gunichar) g_ascii_toupper ((char) character) : character);
    }

  return g_string_free_and_steal (compact);
}

/**
 * relance_siren_is_valid:
 * @siren: compact
 *
 * Returns: whether it is nine digits that pass the Luhn check (ISO/IEC 7812-1),
 *   which INSEE uses for SIREN numbers
 */
gboolean
relance_siren_is_valid (const char *siren)
{
  int sum = 0;

  if (strlen (siren) != 9)
    return FALSE;

  for (int i = 0; i < 9; i++)
    {
      int digit = siren[i] - '0';

      if (!g_ascii_isdigit (siren[i]))
        return FALSE;
      if (i % 2 == 1)
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += digit;
    }

  return sum % 10 == 0;
}

/* The IBAN registry's lengths; a country that is not here is judged by its check digits. */
static gboolean
has_iban_length (const char *iban)
{
  static const struct
  {
    char country[3];
    guint8 length;
  } lengths[] = {
    { "AD", 24 }, { "AT", 20 }, { "BE", 16 }, { "BG", 22 }, { "CH", 21 }, { "CY", 28 },
    { "CZ", 24 }, { "DE", 22 }, { "DK", 18 }, { "EE", 20 }, { "ES", 24 }, { "FI", 18 },
    { "FR", 27 }, { "GB", 22 }, { "GI", 23 }, { "GR", 27 }, { "HR", 21 }, { "HU", 28 },
    { "IE", 22 }, { "IS", 26 }, { "IT", 27 }, { "LI", 21 }, { "LT", 20 }, { "LU", 20 },
    { "LV", 21 }, { "MC", 27 }, { "MT", 31 }, { "NL", 18 }, { "NO", 15 }, { "PL", 28 },
    { "PT", 25 }, { "RO", 24 }, { "SE", 24 }, { "SI", 19 }, { "SK", 24 }, { "SM", 27 },
    { "TN", 24 }, { "MA", 28 }, { "TR", 26 }, { "VA", 22 },
  };
  size_t length = strlen (iban);

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (strncmp (lengths[i].country, iban, 2) == 0)
      return lengths[i].length == length;

  return length >= 15 && length <= 34;
}

/**
 * relance_iban_is_valid:
 * @iban: compact
 *
 * Returns: whether its length is its country's and its check digits hold
 *   (ISO 13616, ISO/IEC 7064 MOD 97-10)
 */
gboolean
relance_iban_is_valid (const char *iban)
{
  size_t length = strlen (iban);
  int remainder = 0;

  if (length < 5 || !g_ascii_isupper (iban[0]) || !g_ascii_isupper (iban[1]) ||
      !g_ascii_isdigit (iban[2]) || !g_ascii_isdigit (iban[3]) || !has_iban_length (iban))
    return FALSE;

  for (size_t i = 0; i < length; i++)
    {
      char c = iban[(i + 4) % length];

      if (g_ascii_isdigit (c))
        remainder = (remainder * 10 + (c - '0')) % 97;
      else if (g_ascii_isupper (c))
        remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
      else
        return FALSE;
    }

  return remainder == 1;
}

/**
 * relance_iban_format:
 * @iban: compact
 *
 * Returns: (transfer full): @iban in groups of four, held together by no-break spaces
 */
char *
relance_iban_format (const char *iban)
{
  GString *grouped = g_string_new (NULL);

  for (size_t i = 0; iban[i] != '\0'; i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append (grouped, "\u00A0");
      g_string_append_c (grouped, iban[i]);
    }

  return g_string_free_and_steal (grouped);
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
