/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-identifiers.h"

#include <string.h>

#define RF_LENGTH_MAX 25

/* The IBAN registry's lengths; a country that is not here is judged by its check digits. */
static gboolean
has_iban_length (const char *iban)
{
  static const struct
  {
    char country[3];
    guint8 length;
  } lengths[] = {
    { "AD", 24 }, { "AE", 23 }, { "AL", 28 }, { "AT", 20 }, { "AZ", 28 }, { "BA", 20 },
    { "BE", 16 }, { "BG", 22 }, { "BH", 22 }, { "BR", 29 }, { "BY", 28 }, { "CH", 21 },
    { "CR", 22 }, { "CY", 28 }, { "CZ", 24 }, { "DE", 22 }, { "DK", 18 }, { "DO", 28 },
    { "EE", 20 }, { "EG", 29 }, { "ES", 24 }, { "FI", 18 }, { "FO", 18 }, { "FR", 27 },
    { "GB", 22 }, { "GE", 22 }, { "GI", 23 }, { "GL", 18 }, { "GR", 27 }, { "GT", 28 },
    { "HR", 21 }, { "HU", 28 }, { "IE", 22 }, { "IL", 23 }, { "IQ", 23 }, { "IS", 26 },
    { "IT", 27 }, { "JO", 30 }, { "KW", 30 }, { "KZ", 20 }, { "LB", 28 }, { "LI", 21 },
    { "LT", 20 }, { "LU", 20 }, { "LV", 21 }, { "MA", 28 }, { "MC", 27 }, { "MD", 24 },
    { "ME", 22 }, { "MK", 19 }, { "MR", 27 }, { "MT", 31 }, { "MU", 30 }, { "NL", 18 },
    { "NO", 15 }, { "PK", 24 }, { "PL", 28 }, { "PS", 29 }, { "PT", 25 }, { "QA", 29 },
    { "RO", 24 }, { "RS", 22 }, { "SA", 24 }, { "SE", 24 }, { "SI", 19 }, { "SK", 24 },
    { "SM", 27 }, { "TN", 24 }, { "TR", 26 }, { "UA", 29 }, { "VA", 22 }, { "XK", 20 },
  };
  gsize length = strlen (iban);

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (strncmp (lengths[i].country, iban, 2) == 0)
      return lengths[i].length == length;

  return length >= 15 && length <= 34;
}

/* ISO/IEC 7064 MOD 97-10, the first four characters read last and A as 10. */
static gboolean
passes_mod_97 (const char *text)
{
  gsize length = strlen (text);
  int remainder = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[(i + 4) % length];

      if (g_ascii_isdigit (c))
        remainder = (remainder * 10 + (c - '0')) % 97;
      else if (g_ascii_isupper (c))
        remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
      else
        return FALSE;
    }

  return remainder == 1;
}

/* Two letters, two check digits, and more. */
static gboolean
has_check_digits (const char *text)
{
  return strlen (text) >= 5 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) &&
         g_ascii_isdigit (text[2]) && g_ascii_isdigit (text[3]);
}

static char *
group_by_four (const char *text)
{
  static const guint8 sizes[] = { 4 };

  return relance_identifier_group (text, sizes, G_N_ELEMENTS (sizes));
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
  return has_check_digits (iban) && has_iban_length (iban) && passes_mod_97 (iban);
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
  return group_by_four (iban);
}

/**
 * relance_bic_is_valid:
 * @bic: compact
 *
 * Returns: whether it has the form of ISO 9362: four letters for the bank, two for
 *   the country, two letters or digits for the place, and three for the branch or none
 */
gboolean
relance_bic_is_valid (const char *bic)
{
  gsize length = strlen (bic);

  if (length != 8 && length != 11)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (bic[i]) && (i < 6 || !g_ascii_isdigit (bic[i])))
      return FALSE;

  return TRUE;
}

/**
 * relance_rf_is_valid:
 * @rf: compact
 *
 * Returns: whether it is a creditor reference, to quote in a transfer: RF, two check
 *   digits that hold, and up to 21 letters and digits (ISO 11649)
 */
gboolean
relance_rf_is_valid (const char *rf)
{
  return g_str_has_prefix (rf, "RF") && has_check_digits (rf) && strlen (rf) <= RF_LENGTH_MAX &&
         passes_mod_97 (rf);
}

/**
 * relance_rf_format:
 * @rf: compact
 *
 * Returns: (transfer full): @rf in groups of four, held together by no-break spaces
 */
char *
relance_rf_format (const char *rf)
{
  return group_by_four (rf);
}
