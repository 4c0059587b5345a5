/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-einvoice-row.h"

#include "relance-identifiers.h"
#include "relance-text.h"

#include <string.h>

#define SIREN_DIGITS 9
#define SIRET_DIGITS 14

/* Registers of ISO/IEC 6523 that give French numbers, and how older files name them. */
static gboolean
is_french_register (const char *scheme)
{
  static const char *const registers[] = { "0002",     "0009",     "0225",  "FR:SIRENE",
                                           "FR:SIRET", "FR:SIREN", "SIREN", "SIRET" };

  for (gsize i = 0; i < G_N_ELEMENTS (registers); i++)
    if (g_ascii_strcasecmp (scheme, registers[i]) == 0)
      return TRUE;

  return FALSE;
}

/* An address of the French directory (0225) is a SIREN and, after a "_", what tells
 * mailboxes apart. */
static const char *
find_siren (const RelanceEinvoiceDraft *draft, RelanceImportTable *table)
{
  for (guint i = 0; i < draft->legal_ids->len; i++)
    {
      const RelanceEinvoiceId *id = &g_array_index (draft->legal_ids, RelanceEinvoiceId, i);
      g_autofree char *compact = relance_identifier_compact (id->id);
      gsize digits = strspn (compact, "0123456789");

      if (!is_french_register (id->scheme) || (digits != SIREN_DIGITS && digits != SIRET_DIGITS) ||
          (compact[digits] != '\0' && compact[digits] != '_'))
        continue;
      compact[digits] = '\0';
      return relance_import_table_keep (table, compact);
    }

  return NULL;
}

/* Two letters of a country and up to thirteen figures and letters. */
static const char *
clean_vat (const char *text, RelanceImportTable *table)
{
  g_autofree char *compact = text != NULL ? relance_identifier_compact (text) : NULL;
  gsize length = compact != NULL ? strlen (compact) : 0;

  if (length < 4 || length > 15 || !g_ascii_isalpha (compact[0]) || !g_ascii_isalpha (compact[1]))
    return NULL;
  for (gsize i = 2; i < length; i++)
    if (!g_ascii_isalnum (compact[i]) && compact[i] != '+' && compact[i] != '*')
      return NULL;

  return relance_import_table_keep (table, compact);
}

/* What cannot stand in a line of text is left out: nothing depends on it. */
static const char *
clean (const char *text, RelanceImportTable *table)
{
  g_autofree char *name = text != NULL ? relance_text_clean_name (text, NULL) : NULL;

  return name == NULL || *name == '\0' ? NULL : relance_import_table_keep (table, name);
}

static const char *
clean_country (const char *text, RelanceImportTable *table)
{
  g_autofree char *upper = text != NULL ? g_ascii_strup (text, -1) : NULL;

  if (upper == NULL || strlen (upper) != 2 || !g_ascii_isupper (upper[0]) ||
      !g_ascii_isupper (upper[1]))
    return NULL;

  return relance_import_table_keep (table, upper);
}

static const char *
join_street (const GPtrArray *lines, RelanceImportTable *table)
{
  g_autoptr (GString) street = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (street, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (lines, i));

  return clean (street->str, table);
}

/* Of several addresses the first that can be written to. */
static void
read_email (const RelanceEinvoiceDraft *draft, RelanceImportTable *table, RelanceImportRow *row)
{
  for (guint i = 0; i < draft->emails->len; i++)
    {
      const char *text = g_ptr_array_index (draft->emails, i);
      g_autofree char *address = NULL;

      if (g_ascii_strncasecmp (text, "mailto:", strlen ("mailto:")) == 0)
        text += strlen ("mailto:");
      address = relance_mail_address_parse (text, NULL);
      if (address != NULL)
        {
          row->email = relance_import_table_keep (table, address);
          row->refused_email = NULL;
          return;
        }
      if (row->refused_email == NULL && strchr (text, '@') != NULL)
        row->refused_email = clean (text, table);
    }
}

/**
 * relance_einvoice_buyer_read:
 * @row: (inout): gets its addresses and what else is said of the client
 */
void
relance_einvoice_buyer_read (const RelanceEinvoiceDraft *draft,
                             RelanceImportTable *table,
                             RelanceImportRow *row)
{
  const RelanceImportBuyer buyer = {
    .code = clean (draft->code, table),
    .street = join_street (draft->street, table),
    .postcode = clean (draft->postcode, table),
    .city = clean (draft->city, table),
    .country = clean_country (draft->country, table),
    .siren = find_siren (draft, table),
    .vat = clean_vat (draft->vat, table),
    .contact = clean (draft->contact, table),
    .phone = clean (draft->phone, table),
    .order = clean (draft->order, table),
  };

  read_email (draft, table, row);
  row->buyer = relance_import_table_keep_memory (table, &buyer, sizeof buyer);
}
