/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-identifiers.h"

#include <string.h>

/*
 * What follows the country in a VAT number: # a digit, @ a letter, & either, any other
 * character itself; @fewest is how many characters there are at least, 0 for all. The
 * formats are those of VIES, the European Commission's register; for Great Britain,
 * Switzerland and Norway those of their tax offices. Monaco's numbers are French ones.
 */
static const struct
{
  const char *country;
  const char *shape;
  gsize fewest;
} shapes[] = {
  { "AT", "U########", 0 },     { "BE", "0#########", 0 },    { "BE", "1#########", 0 },
  { "BG", "##########", 9 },    { "CHE", "#########", 0 },    { "CHE", "#########MWST", 0 },
  { "CHE", "#########TVA", 0 }, { "CHE", "#########IVA", 0 }, { "CY", "########@", 0 },
  { "CZ", "##########", 8 },    { "DE", "#########", 0 },     { "DK", "########", 0 },
  { "EE", "#########", 0 },     { "EL", "#########", 0 },     { "ES", "@#######&", 0 },
  { "ES", "########@", 0 },     { "FI", "########", 0 },      { "GB", "#########", 0 },
  { "GB", "############", 0 },  { "GB", "GD###", 0 },         { "GB", "HA###", 0 },
  { "HR", "###########", 0 },   { "HU", "########", 0 },      { "IE", "#######@@", 8 },
  { "IE", "#@#####@", 0 },      { "IE", "#+#####@", 0 },      { "IE", "#*#####@", 0 },
  { "IT", "###########", 0 },   { "LT", "#########", 0 },     { "LT", "############", 0 },
  { "LU", "########", 0 },      { "LV", "###########", 0 },   { "MT", "########", 0 },
  { "NL", "#########B##", 0 },  { "NO", "#########", 0 },     { "NO", "#########MVA", 0 },
  { "PL", "##########", 0 },    { "PT", "#########", 0 },     { "RO", "##########", 2 },
  { "SE", "############", 0 },  { "SI", "########", 0 },      { "SK", "##########", 0 },
  { "XI", "#########", 0 },     { "XI", "############", 0 },  { "XI", "GD###", 0 },
  { "XI", "HA###", 0 },
};

static gboolean
fits (char character, char shape)
{
  switch (shape)
    {
    case '#':
      return g_ascii_isdigit (character);
    case '@':
      return g_ascii_isupper (character);
    case '&':
      return g_ascii_isdigit (character) || g_ascii_isupper (character);
    default:
      return character == shape;
    }
}

static gboolean
has_shape (const char *text, const char *shape, gsize fewest)
{
  gsize length = strlen (text), most = strlen (shape);

  if (length > most || length < (fewest > 0 ? fewest : most))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!fits (text[i], shape[i]))
      return FALSE;

  return TRUE;
}

/* The key that the tax office computes from the SIREN of whoever has a key in digits. */
static int
compute_french_key (guint64 siren)
{
  return (int) ((12 + 3 * (siren % 97)) % 97);
}

/* The keys with a letter: digits and letters without I and O count from 0 to 33. */
static gboolean
has_lettered_french_key (const char *key, guint64 siren)
{
  static const char characters[] = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  const char *first = strchr (characters, key[0]);
  const char *second = strchr (characters, key[1]);
  guint64 value;

  if (first == NULL || second == NULL)
    return FALSE;
  value = g_ascii_isdigit (key[0])
            ? (guint64) (first - characters) * 24 + (guint64) (second - characters) - 10
            : (guint64) (first - characters) * 34 + (guint64) (second - characters) - 100;

  return (siren + 1 + value / 11) % 11 == value % 11;
}

/* Monaco's companies have no SIREN: theirs begin with 000 and pass no check of their own. */
static gboolean
is_french (const char *text)
{
  const char *siren = text + 2;
  guint64 number;

  if (!has_shape (text, "&&#########", 0))
    return FALSE;
  if (!g_str_has_prefix (siren, "000") && !relance_siren_is_valid (siren))
    return FALSE;

  number = g_ascii_strtoull (siren, NULL, 10);
  if (g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]))
    return (text[0] - '0') * 10 + (text[1] - '0') == compute_french_key (number);

  return has_lettered_french_key (text, number);
}

/**
 * relance_vat_is_valid:
 * @vat: compact
 *
 * French numbers are checked whole, by the key and the SIREN; those of the other
 * countries of the European Union, of Great Britain, Northern Ireland, Switzerland and
 * Norway by their form. Whether a number is in use only the tax offices know.
 *
 * Returns: whether @vat is a VAT number of one of these countries
 */
gboolean
relance_vat_is_valid (const char *vat)
{
  if (g_str_has_prefix (vat, "FR"))
    return is_french (vat + 2);

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_str_has_prefix (vat, shapes[i].country) &&
        has_shape (vat + strlen (shapes[i].country), shapes[i].shape, shapes[i].fewest))
      return TRUE;

  return FALSE;
}

/* CHE-123.456.789 MWST, as the Swiss register shows it. */
static char *
format_swiss (const char *vat)
{
  return g_strdup_printf ("CHE-%.3s.%.3s.%.3s%s%s", vat + 3, vat + 6, vat + 9,
                          vat[12] != '\0' ? "\u00A0" : "", vat + 12);
}

/**
 * relance_vat_format:
 * @vat: a valid VAT number, compact
 *
 * Returns: (transfer full): @vat as its country shows it: "FR 44 732 829 320",
 *   "CHE-123.456.788 TVA", "DE 136695976", with no-break spaces
 */
char *
relance_vat_format (const char *vat)
{
  static const guint8 french[] = { 2, 2, 3 };
  static const guint8 others[] = { 2, G_MAXUINT8 };

  if (g_str_has_prefix (vat, "CHE") && strlen (vat) >= 12)
    return format_swiss (vat);
  if (g_str_has_prefix (vat, "FR"))
    return relance_identifier_group (vat, french, G_N_ELEMENTS (french));

  return relance_identifier_group (vat, others, G_N_ELEMENTS (others));
}

/**
 * relance_vat_from_siren:
 * @siren: a valid SIREN, compact
 *
 * Returns: (transfer full): the VAT number that the company has when its key is in
 *   digits, as nearly all are
 */
char *
relance_vat_from_siren (const char *siren)
{
  int key = compute_french_key (g_ascii_strtoull (siren, NULL, 10));

  return g_strdup_printf ("FR%02d%s", key, siren);
}
