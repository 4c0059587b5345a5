/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-import-field.h"

#include "relance-import-words.h"
#include "relance-money.h"
#include "relance-text.h"

#include <string.h>

#define HEADER_MAX_BYTES 128

static const char *const field_names[] = {
  [RELANCE_FIELD_IGNORE] = "ignore",   [RELANCE_FIELD_NUMBER] = "number",
  [RELANCE_FIELD_ISSUED] = "issued",   [RELANCE_FIELD_DUE] = "due",
  [RELANCE_FIELD_CLIENT] = "client",   [RELANCE_FIELD_EMAIL] = "email",
  [RELANCE_FIELD_LABEL] = "label",     [RELANCE_FIELD_TOTAL] = "total",
  [RELANCE_FIELD_NET] = "net",         [RELANCE_FIELD_VAT] = "vat",
  [RELANCE_FIELD_PAID] = "paid",       [RELANCE_FIELD_PAID_ON] = "paid_on",
  [RELANCE_FIELD_BALANCE] = "balance", [RELANCE_FIELD_CURRENCY] = "currency",
  [RELANCE_FIELD_STATUS] = "status",   [RELANCE_FIELD_TERMS] = "terms",
};

/* Words that say how a column is written, not what it holds. */
static const char *const passed_over[] = {
  "eur", "euro", "euros", "usd", "gbp", "chf", "cad", "utc", "local", NULL,
};

static GHashTable *
index_synonyms (void)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n_synonyms;
  const RelanceImportWords *synonyms = relance_import_words_get (&n_synonyms);

  for (gsize i = 0; i < n_synonyms; i++)
    {
      g_auto (GStrv) words = g_strsplit (synonyms[i].words, " ", -1);

      for (int j = 0; words[j] != NULL; j++)
        {
          RelanceKnownWord *known = g_new0 (RelanceKnownWord, 1);

          known->word = g_intern_string (words[j]);
          known->field = synonyms[i].field;
          known->flags = synonyms[i].flags;
          known->rank = (int) i * 100 + j;
          if (!g_hash_table_insert (index, (char *) known->word, known))
            g_error ("“%s” names two columns", known->word);
        }
    }

  return index;
}

/* "TVA %" is a rate, not an amount. */
static void
note_per_cent (const char *header, RelanceKnownWord *known)
{
  if (known->field == RELANCE_FIELD_VAT && strchr (header, '%') != NULL)
    known->field = RELANCE_FIELD_VAT_RATE;
}

/* The words live as long as the program. */
static GHashTable *
get_index (void)
{
  static GHashTable *index;

  if (g_once_init_enter_pointer (&index))
    g_once_init_leave_pointer (&index, index_synonyms ());

  return index;
}

/* "Montant en euros", "Betrag in EUR" */
static gboolean
leads_to_currency (char **words)
{
  return (g_str_equal (words[0], "en") || g_str_equal (words[0], "in")) && words[1] != NULL &&
         g_strv_contains (passed_over, words[1]);
}

static char *
join_words (char **words)
{
  GString *joined = g_string_new (NULL);

  for (int i = 0; words[i] != NULL; i++)
    if (!g_strv_contains (passed_over, words[i]) && !leads_to_currency (words + i))
      g_string_append (joined, words[i]);

  return g_string_free_and_steal (joined);
}

/* "Invoice Status" is the status of the invoice, but "Client Number" is no invoice number. */
static gboolean
is_after_its_owner (char **words, RelanceKnownWord *known)
{
  static const char *const documents[] = { "invoice", "facture", "rechnung", "factura",
                                           "fattura", "factuur", "document", NULL };
  static const char *const people[] = { "client", "customer", "kunde", "cliente", "klant", NULL };
  g_autofree char *rest = words[0] != NULL ? join_words (words + 1) : NULL;
  const RelanceKnownWord *found = rest != NULL ? g_hash_table_lookup (get_index (), rest) : NULL;

  if (found == NULL)
    return FALSE;
  *known = *found;

  return g_strv_contains (documents, words[0]) ||
         (g_strv_contains (people, words[0]) &&
          (found->field == RELANCE_FIELD_CLIENT || found->field == RELANCE_FIELD_EMAIL));
}

/**
 * relance_import_field_from_name:
 * @name: a FIELD word of `--map`
 *
 * Returns: whether there is such a field
 */
gboolean
relance_import_field_from_name (const char *name, RelanceImportField *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (field_names); i++)
    if (g_str_equal (field_names[i], name))
      {
        *field = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * relance_import_field_get_name:
 *
 * Returns: (nullable): the FIELD word of `--map`; %NULL for what nobody maps
 */
const char *
relance_import_field_get_name (RelanceImportField field)
{
  return field < G_N_ELEMENTS (field_names) ? field_names[field] : NULL;
}

/**
 * relance_import_header_fold:
 *
 * Returns: (transfer full): @header as two headers are compared: folded, letters
 *   and digits only, without the words for a currency or a time zone
 */
char *
relance_import_header_fold (const char *header)
{
  g_autofree char *folded = relance_text_fold_words (header);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  return join_words (words);
}

/**
 * relance_import_header_look_up:
 * @header: a cell that may name a column
 * @known: (out caller-allocates): what it names
 *
 * Returns: whether it is one of the words that are known
 */
gboolean
relance_import_header_look_up (const char *header, RelanceKnownWord *known)
{
  g_autofree char *folded = NULL;
  g_autofree char *joined = NULL;
  g_auto (GStrv) words = NULL;
  const RelanceKnownWord *found;

  if (strlen (header) > HEADER_MAX_BYTES)
    return FALSE;

  folded = relance_text_fold_words (header);
  words = g_strsplit (folded, " ", -1);
  joined = join_words (words);
  found = g_hash_table_lookup (get_index (), joined);
  if (found == NULL)
    return is_after_its_owner (words, known);
  *known = *found;
  note_per_cent (header, known);

  return TRUE;
}

/**
 * relance_import_header_currency:
 *
 * Returns: (transfer full) (nullable): the currency that "Montant TTC (EUR)" or
 *   "Total £" names
 */
char *
relance_import_header_currency (const char *header)
{
  static const struct
  {
    const char *text;
    const char *currency;
  } signs[] = { { "€", "EUR" }, { "£", "GBP" }, { "$", "USD" }, { "euro", "EUR" } };
  g_autofree char *folded = relance_text_fold (header);
  g_auto (GStrv) words = g_strsplit_set (header, " ()[]/-_.,:", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (folded, signs[i].text) != NULL)
      return g_strdup (signs[i].currency);
  for (int i = 0; words[i] != NULL; i++)
    if (relance_money_is_currency (words[i]))
      return g_strdup (words[i]);

  return NULL;
}
