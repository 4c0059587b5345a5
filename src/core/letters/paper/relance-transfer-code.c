/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-transfer-code.h"

#include "relance-identifiers.h"

#include <string.h>

/* Of EPC069-12, in characters; the whole in bytes. */
#define MAX_NAME 70
#define MAX_TEXT 140
#define MAX_BYTES 331
#define MAX_CENTS G_GINT64_CONSTANT (99999999999)

#define SEPARATOR ", "

/* The countries of the European Economic Area, where no BIC is asked for. */
static const char economic_area[] =
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV "
  "MT NL NO PL PT RO SE SI SK";

/* The others that take part in SEPA transfers (EPC409-09). */
static const char further_countries[] = "AD AL CH GB GI MC MD ME MK RS SM VA";

static gboolean
has_country (const char *countries, const char *iban)
{
  const char code[] = { iban[0], iban[1], '\0' };

  return strstr (countries, code) != NULL;
}

static gboolean
has_bic (const RelanceTransfer *transfer)
{
  return transfer->bic != NULL && relance_bic_is_valid (transfer->bic);
}

static gboolean
can_receive (const RelanceTransfer *transfer)
{
  if (transfer->iban == NULL || !relance_iban_is_valid (transfer->iban))
    return FALSE;

  return has_country (economic_area, transfer->iban) ||
         (has_country (further_countries, transfer->iban) && has_bic (transfer));
}

/* A line break would be the next field; marks of direction and the like are no part of a name.
 *
 * Returns: (transfer full): one line of at most @max characters */
static char *
clean (const char *text, glong max)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c))
        g_string_append_unichar (line, c);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  if (g_utf8_strlen (line->str, -1) > max)
    g_string_truncate (line, (gsize) (g_utf8_offset_to_pointer (line->str, max) - line->str));
  return g_strchomp (g_string_free_and_steal (g_steal_pointer (&line)));
}

/* Whole numbers only: half of one is another's. "A, B + 3" says that there are three more.
 *
 * Returns: (transfer full): what fits; "" when not even one does */
static char *
join (const char *const *references, gsize max_bytes)
{
  guint count = references != NULL ? g_strv_length ((char **) references) : 0;
  g_autofree char *best = g_strdup ("");
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *number = clean (references[i], MAX_TEXT + 1);
      g_autofree char *text = NULL;

      g_string_append_printf (all, "%s%s", i > 0 ? SEPARATOR : "", number);
      text = i + 1 < count ? g_strdup_printf ("%s + %u", all->str, count - i - 1)
                           : g_strdup (all->str);
      if (g_utf8_strlen (all->str, -1) > MAX_TEXT || all->len > max_bytes)
        break;
      if (g_utf8_strlen (text, -1) <= MAX_TEXT && strlen (text) <= max_bytes)
        g_set_str (&best, text);
    }
  return g_steal_pointer (&best);
}

/* @start: all before the reference */
static char *
add_reference (const char *start, const RelanceTransfer *transfer)
{
  const char *const *references = transfer->references;
  g_autofree char *only = NULL;
  g_autofree char *text = NULL;
  gsize room;

  if (references == NULL || references[0] == NULL)
    return g_strdup (start);

  only = references[1] == NULL ? relance_identifier_compact (references[0]) : NULL;
  if (only != NULL && relance_rf_is_valid (only))
    return g_strdup_printf ("%s\n\n%s", start, only);

  room = strlen (start) + strlen ("\n\n\n");
  text = room < MAX_BYTES ? join (references, MAX_BYTES - room) : g_strdup ("");
  return *text != '\0' ? g_strdup_printf ("%s\n\n\n%s", start, text) : NULL;
}

/**
 * relance_transfer_code_write:
 *
 * Writes what a QR code holds so that the application of a bank fills in a transfer: EPC069-12,
 * version 002, which leaves the BIC out where the European Economic Area does.
 *
 * Returns: (transfer full) (nullable): at most 331 bytes of UTF-8; %NULL where there can be no
 *   such code: another currency, an amount out of range, no valid IBAN of a SEPA country, nobody
 *   to pay, or a reference that does not fit
 */
char *
relance_transfer_code_write (const RelanceTransfer *transfer)
{
  g_autofree char *name = clean (transfer->name, MAX_NAME);
  g_autofree char *start = NULL;
  g_autofree char *code = NULL;

  if (g_strcmp0 (transfer->currency, "EUR") != 0 || transfer->amount < 1 ||
      transfer->amount > MAX_CENTS || *name == '\0' || !can_receive (transfer))
    return NULL;

  start = g_strdup_printf ("BCD\n002\n1\nSCT\n%s\n%s\n%s\nEUR%" G_GINT64_FORMAT ".%02d",
                           has_bic (transfer) ? transfer->bic : "", name, transfer->iban,
                           transfer->amount / 100, (int) (transfer->amount % 100));
  code = add_reference (start, transfer);
  return code != NULL && strlen (code) <= MAX_BYTES ? g_steal_pointer (&code) : NULL;
}
