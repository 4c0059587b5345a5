/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fec-numbers.h"

#include "relance-text.h"

#include <string.h>

#define LONGEST_LABEL 512
#define LONGEST_NUMBER 40

/* One text that stands for a number, and how far it is spread. */
typedef struct
{
  guint client;
  RelanceDate issued;
  const RelanceFecEntry *entry;
  gboolean many_clients; /* in several entries, or in the opening one */
  gboolean many_dates;
} Use;

struct _RelanceFecNumbers
{
  GHashTable *references;
  GHashTable *in_labels;
  gboolean scattered; /* references stand on documents of several dates */
};

/* Says whether @text is the first of its kind, and kept. */
static gboolean
count_use (GHashTable *uses, char *text, const RelanceFecLine *line)
{
  Use *use = g_hash_table_lookup (uses, text);

  if (use == NULL)
    {
      use = g_new0 (Use, 1);
      use->client = line->client;
      use->issued = line->issued;
      use->entry = line->entry;
      g_hash_table_insert (uses, text, use);
      return TRUE;
    }
  use->many_clients |= use->client != line->client && (use->entry != line->entry || line->opening);
  use->many_dates |= use->issued != line->issued;
  if (line->opening && use->client != line->client)
    use->many_dates = TRUE;

  return FALSE;
}

/* « sans », « - », « 0000 » and the like. */
static gboolean
says_no_number (const char *text)
{
  static const char *const words[] = {
    "sans",   "neant",    "divers", "facture", "factures",  "vente",      "ventes",
    "client", "clients",  "an",     "ano",     "ran",       "a nouveau",  "od",
    "na",     "n a",      "nc",     "null",    "none",      "x",          "xx",
    "xxx",    "anouveau", "report", "fact",    "anouveaux", "a nouveaux", "report a nouveau",
    "avoir"
  };
  g_autofree char *folded = NULL;

  if (strlen (text) > LONGEST_NUMBER || text[strcspn (text, "123456789")] != '\0')
    return FALSE;
  folded = relance_text_fold_words (text);
  if (folded[strspn (folded, "0 ")] == '\0')
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_in_number (char character)
{
  return g_ascii_isalnum (character) || strchr ("-_/.", character) != NULL;
}

static gsize
count_digits (const char *text, gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += g_ascii_isdigit (text[i]);

  return n;
}

static gboolean
is_year (const char *digits, gsize length)
{
  return length == 4 && (strncmp (digits, "19", 2) == 0 || strncmp (digits, "20", 2) == 0);
}

static gboolean
is_date (const char *token)
{
  gsize n = count_digits (token, strlen (token));

  return n >= 4 && n <= 8 && token[strspn (token, "0123456789/.-")] == '\0' &&
         token[strspn (token, "0123456789")] == '/';
}

/* `F100057`, `FA-2023-012`, `2023-0012`; digits alone, or few of them, only after a word that
 * announces them. Not a date, a month, an amount or a name with a figure in it, nor what a label
 * that is cut short leaves of a number. */
static gboolean
is_number (const char *token, gboolean announced)
{
  gsize length = strlen (token), letters = 0, digits = count_digits (token, length);

  while (g_ascii_isalpha (token[letters]))
    letters++;
  if (digits < (announced ? 3 : 4) || length > LONGEST_NUMBER || is_date (token))
    return FALSE;
  if (digits == length || token[strspn (token, "0123456789.")] == '\0')
    return announced && !is_year (token, length) && strchr (token, '.') == NULL;
  if (letters > 4 && g_ascii_strncasecmp (token, "fact", 4) != 0)
    return FALSE;
  if (letters + digits == length && is_year (token + letters, digits))
    return FALSE;

  return TRUE;
}

static gboolean
announces (const char *token)
{
  static const char *const words[] = { "facture", "fact", "fac", "fa",      "fc",    "no", "n",
                                       "num",     "ref",  "inv", "invoice", "avoir", "av" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (token, words[i]) == 0)
      return TRUE;

  return FALSE;
}

/* A number with a name behind it, as in `F100057-NECTAR`, ends before the name. */
static void
drop_name (char *token)
{
  char *dash = strrchr (token, '-');

  if (dash == NULL || count_digits (token, dash - token) < 3)
    return;
  for (const char *c = dash + 1; *c != '\0'; c++)
    if (!g_ascii_isalpha (*c))
      return;
  *dash = '\0';
}

/* The first word of the label that can be the number of an invoice. */
static char *
read_label (const char *label)
{
  gboolean announced = FALSE;

  if (strlen (label) > LONGEST_LABEL)
    return NULL;
  while (*label != '\0')
    {
      g_autofree char *token = NULL;
      gsize length = 0;

      while (*label != '\0' && !g_ascii_isalnum (*label))
        label++;
      while (label[length] != '\0' && is_in_number (label[length]))
        length++;
      token = g_strndup (label, length);
      while (length > 0 && !g_ascii_isalnum (token[length - 1]))
        token[--length] = '\0';
      label += length;
      if (length == 0)
        continue;
      drop_name (token);
      if (*label != ',' && *label != '%' && is_number (token, announced))
        return g_steal_pointer (&token);
      announced = announces (token);
    }

  return NULL;
}

/* Of invoices alone: a credit note may well bear the number of its invoice. */
static void
count_references (RelanceFecNumbers *self, const RelanceFecLedger *ledger)
{
  GHashTableIter uses;
  gpointer use;
  guint n_scattered = 0;

  for (guint i = 0; i < ledger->lines->len; i++)
    {
      const RelanceFecLine *line = &g_array_index (ledger->lines, RelanceFecLine, i);

      if (line->role == RELANCE_FEC_DEBT && *line->reference != '\0')
        count_use (self->references, (char *) line->reference, line);
    }

  g_hash_table_iter_init (&uses, self->references);
  while (g_hash_table_iter_next (&uses, NULL, &use))
    n_scattered += ((Use *) use)->many_dates;
  self->scattered = n_scattered * 3 > g_hash_table_size (self->references);
}

/* What stands on documents of one client and of one date is a number; what several clients
 * share is none, and nor is what one client's share where most references are shared so. */
static gboolean
is_reliable (const RelanceFecNumbers *self, GHashTable *uses, const char *text)
{
  const Use *use = g_hash_table_lookup (uses, text);

  return use == NULL || !use->many_dates || (!use->many_clients && !self->scattered);
}

static gboolean
has_number (const RelanceFecNumbers *self, const RelanceFecLine *line)
{
  return *line->reference != '\0' && !says_no_number (line->reference) &&
         is_reliable (self, self->references, line->reference);
}

static void
count_labels (RelanceFecNumbers *self, const RelanceFecLedger *ledger)
{
  for (guint i = 0; i < ledger->lines->len; i++)
    {
      const RelanceFecLine *line = &g_array_index (ledger->lines, RelanceFecLine, i);
      char *number;

      if (line->role != RELANCE_FEC_DEBT || has_number (self, line))
        continue;
      number = read_label (line->label);
      if (number != NULL && !count_use (self->in_labels, number, line))
        g_free (number);
    }
}

/**
 * relance_fec_numbers_new:
 * @ledger: judged
 *
 * Returns: (transfer full): what the references and the labels of the whole file are good for
 */
RelanceFecNumbers *
relance_fec_numbers_new (const RelanceFecLedger *ledger)
{
  RelanceFecNumbers *self = g_new0 (RelanceFecNumbers, 1);

  self->references = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->in_labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  count_references (self, ledger);
  count_labels (self, ledger);

  return self;
}

/**
 * relance_fec_numbers_of_label:
 *
 * Returns: (transfer full) (nullable): the number that the line's label holds, if it is that of
 *   one document
 */
char *
relance_fec_numbers_of_label (const RelanceFecNumbers *self, const RelanceFecLine *line)
{
  g_autofree char *number = read_label (line->label);
  const Use *use = number != NULL ? g_hash_table_lookup (self->in_labels, number) : NULL;

  if (number == NULL || (use != NULL && (use->many_dates || use->many_clients)))
    return NULL;

  return g_steal_pointer (&number);
}

/**
 * relance_fec_numbers_of_entry:
 * @in_full: with the journal and the day: for an entry's number that is used more than once
 *
 * An entry's number begins again every year, so that the year is put before it unless it is
 * already in it.
 *
 * Returns: (transfer full) (nullable): a number for a document that has none
 */
char *
relance_fec_numbers_of_entry (const RelanceFecLine *line, gboolean in_full)
{
  const char *number = line->entry->number;
  char written[16];
  int year, month, day;

  if (*number == '\0' || g_str_equal (number, line->reference))
    return NULL;

  relance_date_get_ymd (line->date, &year, &month, &day);
  g_snprintf (written, sizeof written, "%d", year);
  if (in_full)
    return g_strdup_printf ("%s%02d%02d-%s-%s", written, month, day, line->entry->journal->code,
                            number);
  if (strstr (number, written) != NULL)
    return g_strdup (number);

  return g_strdup_printf ("%s-%s", written, number);
}

/**
 * relance_fec_numbers_find:
 * @to_free: (out): what the answer may be owned by
 *
 * Returns: (nullable): the number of the line's invoice or credit note, %NULL when neither its
 *   reference nor its label has one
 */
const char *
relance_fec_numbers_find (const RelanceFecNumbers *self, const RelanceFecLine *line, char **to_free)
{
  *to_free = NULL;
  if (has_number (self, line))
    return line->reference;
  *to_free = relance_fec_numbers_of_label (self, line);

  return *to_free;
}

void
relance_fec_numbers_free (RelanceFecNumbers *self)
{
  g_hash_table_unref (self->in_labels);
  g_hash_table_unref (self->references);
  g_free (self);
}
