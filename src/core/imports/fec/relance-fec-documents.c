/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fec-documents.h"

#include "relance-fec-numbers.h"
#include "relance-fec-written.h"
#include "relance-money.h"

#include <string.h>

/* What a document is found by. */
typedef struct
{
  const char *key; /* of the client: one pointer for one client */
  const char *number;
  int document;
} Name;

typedef struct
{
  RelanceFecLedger *ledger;
  RelanceFecDocuments *documents;
  const RelanceFecNumbers *numbers;
} Finder;

static guint
hash_name (gconstpointer data)
{
  const Name *name = data;

  return g_str_hash (name->number) * 31 + g_direct_hash (name->key);
}

static gboolean
are_same_name (gconstpointer a, gconstpointer b)
{
  const Name *one = a, *other = b;

  return one->key == other->key && g_str_equal (one->number, other->number);
}

static RelanceFecLine *
get_line (const RelanceFecLedger *ledger, int index)
{
  return &g_array_index (ledger->lines, RelanceFecLine, index);
}

static int
find (GHashTable *names, const char *key, const char *number)
{
  const Name wanted = { .key = key, .number = number };
  const Name *found = g_hash_table_lookup (names, &wanted);

  return found != NULL ? found->document : -1;
}

static int
add_document (Finder *finder, GHashTable *names, const RelanceFecDocument *document)
{
  Name *name = g_new0 (Name, 1);

  name->key = document->key;
  name->number = document->number;
  name->document = (int) finder->documents->all->len;
  g_array_append_vals (finder->documents->all, document, 1);
  g_hash_table_add (names, name);

  return name->document;
}

/* The currency of a line, and the amount in it with the sign of the ledger's. */
static void
read_foreign (const RelanceFecLine *line, char currency[4], gint64 *foreign)
{
  g_strlcpy (currency, "EUR", 4);
  *foreign = line->amount;
  if (strlen (line->currency) != 3 || g_ascii_strcasecmp (line->currency, "EUR") == 0)
    return;

  for (int i = 0; i < 3; i++)
    currency[i] = g_ascii_toupper (line->currency[i]);
  if (!relance_money_is_currency (currency) ||
      !relance_fec_amount_read (line->foreign, relance_money_get_digits (currency), foreign) ||
      *foreign == 0)
    {
      g_strlcpy (currency, "EUR", 4);
      *foreign = line->amount;
      return;
    }
  *foreign = line->amount < 0 ? -ABS (*foreign) : ABS (*foreign);
}

/* Capped: what is beyond what a book holds is refused later. */
static gint64
add_capped (gint64 sum, gint64 amount)
{
  const gint64 limit = RELANCE_MONEY_MAX * 10;

  return CLAMP (sum + CLAMP (amount, -limit, limit), -limit, limit);
}

static void
add_line (Finder *finder, int document, int index)
{
  RelanceFecLine *line = get_line (finder->ledger, index);
  RelanceFecDocument *self = relance_fec_documents_get (finder->documents, document);
  char currency[4];
  gint64 foreign;

  read_foreign (line, currency, &foreign);
  if (self->n_lines == 0)
    {
      g_strlcpy (self->currency, currency, sizeof self->currency);
      self->first = index;
    }
  else
    {
      get_line (finder->ledger, self->last)->next = index;
      if (!g_str_equal (self->currency, currency)) /* the ledger's is common to all lines */
        g_strlcpy (self->currency, "EUR", sizeof self->currency);
    }
  self->last = index;
  self->n_lines++;
  self->total = add_capped (self->total, line->amount);
  self->foreign = add_capped (self->foreign, foreign);
  line->document = document;
}

/* A number made of the entry's. The lines of one client in one entry are one document. */
static int
place_by_entry (Finder *finder, GHashTable *names, const RelanceFecLine *line, const char *key)
{
  for (int in_full = 0; in_full < 2; in_full++)
    {
      g_autofree char *number = relance_fec_numbers_of_entry (line, in_full);
      const char *reason = NULL;
      RelanceFecDocument document = {
        .key = key, .entry = line->entry, .client = line->client, .reference = -1
      };
      int found;

      document.number = number != NULL ? relance_fec_clean (finder->ledger->table, number, &reason)
                                       : NULL;
      if (document.number == NULL)
        return -1;
      found = find (names, key, document.number);
      if (found < 0)
        return add_document (finder, names, &document);
      if (relance_fec_documents_get (finder->documents, found)->entry == line->entry)
        return found;
    }

  return -1;
}

static int
place_by_number (Finder *finder,
                 GHashTable *names,
                 const RelanceFecLine *line,
                 const char *key,
                 const char *number)
{
  const RelanceFecDocument document = {
    .key = key, .number = number, .client = line->client, .reference = -1
  };
  int found = find (names, key, number);

  return found >= 0 ? found : add_document (finder, names, &document);
}

/* Whether a credit was entered with the invoice, so that it is a part of it. */
static gboolean
is_part_of (Finder *finder, const RelanceFecLine *line, int document)
{
  const RelanceFecDocument *invoice = relance_fec_documents_get (finder->documents, document);
  const RelanceFecLine *first = get_line (finder->ledger, invoice->first);

  return first->entry == line->entry || (first->entry->journal == line->entry->journal &&
                                         g_str_equal (first->entry->date, line->entry->date));
}

static void
refuse_line (Finder *finder, RelanceFecLine *line, const char *reason)
{
  const RelanceFecClient *client = finder->ledger->clients->pdata[line->client];

  relance_fec_ledger_refuse (finder->ledger, line->line, reason, NULL, line->reference,
                             client->clean != NULL ? client->clean : "");
  line->role = RELANCE_FEC_NOTHING;
}

/* The client's key and the document's number; says whether the line can be placed. */
static gboolean
name_line (Finder *finder, RelanceFecLine *line, const char **key, const char **number)
{
  const RelanceFecClient *client = finder->ledger->clients->pdata[line->client];
  g_autofree char *in_label = NULL;
  const char *reason = NULL, *found;

  if (client->key == NULL)
    {
      refuse_line (finder, line, client->reason != NULL ? client->reason : "no-client");
      return FALSE;
    }

  *key = client->key;
  *number = NULL;
  found = relance_fec_numbers_find (finder->numbers, line, &in_label);
  if (found == NULL)
    return TRUE;
  *number = relance_fec_clean (finder->ledger->table, found, &reason);
  if (*number == NULL)
    refuse_line (finder, line, reason);
  else if (**number == '\0')
    *number = NULL;

  return reason == NULL;
}

static void
place_debt (Finder *finder, int index)
{
  RelanceFecLine *line = get_line (finder->ledger, index);
  GHashTable *names = finder->documents->invoices;
  const char *key, *number;
  int document;

  if (!name_line (finder, line, &key, &number))
    return;
  document = number != NULL ? place_by_number (finder, names, line, key, number)
                            : place_by_entry (finder, names, line, key);
  if (document < 0)
    refuse_line (finder, line, "no-number");
  else
    add_line (finder, document, index);
}

/* A credit note by the number of an invoice is about it: its own number is in the label, or
 * there is none. */
static int
place_credit_of (Finder *finder, RelanceFecLine *line, const char *key, int invoice)
{
  GHashTable *names = finder->documents->notes;
  g_autofree char *in_label = relance_fec_numbers_of_label (finder->numbers, line);
  const char *number = relance_fec_documents_get (finder->documents, invoice)->number;
  const char *reason = NULL, *own = NULL;
  int document = -1;

  if (in_label != NULL && !g_str_equal (in_label, number))
    own = relance_fec_clean (finder->ledger->table, in_label, &reason);
  if (own != NULL)
    document = place_by_number (finder, names, line, key, own);
  if (document < 0)
    document = place_by_entry (finder, names, line, key);
  if (document < 0)
    document = place_by_number (finder, names, line, key, number);
  relance_fec_documents_get (finder->documents, document)->reference = invoice;

  return document;
}

static void
place_credit (Finder *finder, int index)
{
  RelanceFecLine *line = get_line (finder->ledger, index);
  const char *key, *number;
  int invoice, document;

  if (!name_line (finder, line, &key, &number))
    return;
  invoice = number != NULL ? find (finder->documents->invoices, key, number) : -1;
  if (invoice >= 0 && is_part_of (finder, line, invoice))
    {
      line->role = RELANCE_FEC_NETTED;
      add_line (finder, invoice, index);
      return;
    }

  if (invoice >= 0)
    document = place_credit_of (finder, line, key, invoice);
  else
    document = number != NULL
                 ? place_by_number (finder, finder->documents->notes, line, key, number)
                 : place_by_entry (finder, finder->documents->notes, line, key);
  if (document < 0)
    refuse_line (finder, line, "no-number");
  else
    add_line (finder, document, index);
}

/**
 * relance_fec_documents_new:
 * @ledger: judged; its lines are linked to their documents
 *
 * Lines of one piece and one client add up into one invoice, or one credit note. Lines that
 * belong to a document but cannot be placed are refused.
 *
 * Returns: (transfer full): the invoices and the credit notes
 */
RelanceFecDocuments *
relance_fec_documents_new (RelanceFecLedger *ledger)
{
  RelanceFecDocuments *self = g_new0 (RelanceFecDocuments, 1);
  g_autoptr (RelanceFecNumbers) numbers = relance_fec_numbers_new (ledger);
  Finder finder = { .ledger = ledger, .documents = self, .numbers = numbers };

  self->all = g_array_new (FALSE, FALSE, sizeof (RelanceFecDocument));
  self->invoices = g_hash_table_new_full (hash_name, are_same_name, g_free, NULL);
  self->notes = g_hash_table_new_full (hash_name, are_same_name, g_free, NULL);

  for (guint i = 0; i < ledger->lines->len; i++)
    if (get_line (ledger, (int) i)->role == RELANCE_FEC_DEBT)
      place_debt (&finder, (int) i);
  for (guint i = 0; i < ledger->lines->len; i++)
    if (get_line (ledger, (int) i)->role == RELANCE_FEC_NOTE)
      place_credit (&finder, (int) i);

  return self;
}

RelanceFecDocument *
relance_fec_documents_get (const RelanceFecDocuments *self, int index)
{
  return &g_array_index (self->all, RelanceFecDocument, index);
}

/**
 * relance_fec_documents_find_invoice:
 * @client_key: the very pointer of the client
 *
 * Returns: the index of the client's invoice of that number, or -1
 */
int
relance_fec_documents_find_invoice (const RelanceFecDocuments *self,
                                    const char *client_key,
                                    const char *number)
{
  return find (self->invoices, client_key, number);
}

void
relance_fec_documents_free (RelanceFecDocuments *self)
{
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->invoices);
  g_array_unref (self->all);
  g_free (self);
}
