/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fec-ledger.h"

#include "relance-base-error.h"
#include "relance-fec-judge.h"
#include "relance-fec-written.h"
#include "relance-money.h"
#include "relance-text.h"

#include <string.h>

#define BLOCK_ENTRIES 1024

/* Bytes: no name or number that is kept comes near. */
#define LONGEST_TEXT 4096
#define LONGEST_QUOTE 200

typedef struct
{
  guint used;
  RelanceFecEntry entries[BLOCK_ENTRIES];
} Block;

/* The letters of one account, or the date that stands for them. */
typedef struct
{
  guint client;
  int group;
  gboolean dated;
  const char *letters;
} Letters;

static guint
hash_entry (gconstpointer data)
{
  const RelanceFecEntry *entry = data;

  return (g_str_hash (entry->number) * 31 + g_str_hash (entry->date)) * 31 +
         g_direct_hash (entry->journal);
}

static gboolean
are_same_entry (gconstpointer a, gconstpointer b)
{
  const RelanceFecEntry *one = a, *other = b;

  return one->journal == other->journal && g_str_equal (one->number, other->number) &&
         g_str_equal (one->date, other->date);
}

static guint
hash_letters (gconstpointer data)
{
  const Letters *letters = data;

  return g_str_hash (letters->letters) * 31 + letters->client;
}

static gboolean
are_same_letters (gconstpointer a, gconstpointer b)
{
  const Letters *one = a, *other = b;

  return one->client == other->client && one->dated == other->dated &&
         g_str_equal (one->letters, other->letters);
}

static RelanceFecJournal *
find_journal (RelanceFecLedger *self, const RelanceFecRecord *record)
{
  const char *code = record->fields[RELANCE_FEC_JOURNAL_CODE];
  RelanceFecJournal *journal;

  if (self->entry != NULL && g_str_equal (self->entry->journal->code, code))
    return self->entry->journal;
  journal = g_hash_table_lookup (self->journals, code);
  if (journal != NULL)
    return journal;

  journal = g_new0 (RelanceFecJournal, 1);
  journal->code = code;
  journal->name = record->fields[RELANCE_FEC_JOURNAL_LIB];
  journal->kind = relance_fec_journal_read (code, journal->name);
  g_hash_table_insert (self->journals, (char *) code, journal);

  return journal;
}

static RelanceFecEntry *
add_entry (RelanceFecLedger *self, const RelanceFecEntry *entry)
{
  Block *block = self->blocks->len > 0 ? self->blocks->pdata[self->blocks->len - 1] : NULL;

  if (block == NULL || block->used == BLOCK_ENTRIES)
    {
      block = g_new (Block, 1);
      block->used = 0;
      g_ptr_array_add (self->blocks, block);
    }
  block->entries[block->used] = *entry;

  return &block->entries[block->used++];
}

/* Lines of one entry mostly follow each other: @last is that of the line before. */
static RelanceFecEntry *
find_entry (RelanceFecLedger *self,
            GHashTable *entries,
            RelanceFecEntry *last,
            RelanceFecJournal *journal,
            const char *number,
            const char *date)
{
  const RelanceFecEntry wanted = {
    .journal = journal, .number = number, .date = date, .group = -1
  };
  RelanceFecEntry *entry;

  if (last != NULL && are_same_entry (last, &wanted))
    return last;
  entry = g_hash_table_lookup (entries, &wanted);
  if (entry != NULL)
    return entry;

  entry = add_entry (self, &wanted);
  g_hash_table_add (entries, entry);

  return entry;
}

static void
note_entry (RelanceFecLedger *self, const RelanceFecRecord *record, RelanceFecTraits traits)
{
  RelanceFecJournal *journal = find_journal (self, record);
  const char *number = record->fields[RELANCE_FEC_ECRITURE_NUM];
  const char *reference = record->fields[RELANCE_FEC_PIECE_REF];
  const char *date = record->fields[RELANCE_FEC_ECRITURE_DATE];

  self->entry = find_entry (self, self->entries, self->entry, journal,
                            *number != '\0' ? number : reference, date);
  self->entry->traits |= traits;
  self->piece = find_entry (self, self->pieces, self->piece, journal, reference, date);
  self->piece->traits |= traits;

  journal->n_lines++;
  journal->n_revenue += (traits & RELANCE_FEC_REVENUE) != 0;
  journal->n_money += (traits & RELANCE_FEC_MONEY) != 0;
}

static guint
find_code (RelanceFecLedger *self, const char *code)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->clients_by_code, code));
  RelanceFecClient *client;

  if (place > 0)
    return place - 1;

  client = g_new0 (RelanceFecClient, 1);
  client->code = code;
  g_ptr_array_add (self->clients, client);
  g_hash_table_insert (self->clients_by_code, (char *) code, GUINT_TO_POINTER (self->clients->len));

  return self->clients->len - 1;
}

/* The first name that any of the client's lines has for it, else the code. */
static guint
find_client (RelanceFecLedger *self, const RelanceFecRecord *record)
{
  const char *account = record->fields[RELANCE_FEC_COMPTE_NUM];
  const char *code = record->fields[RELANCE_FEC_COMP_AUX_NUM];
  const char *name = record->fields[RELANCE_FEC_COMP_AUX_LIB];
  RelanceFecClient *client;
  guint index;

  if (*code == '\0' && *name == '\0')
    code = name = record->fields[RELANCE_FEC_ID_CLIENT];
  if (*code == '\0')
    code = *name != '\0' ? name : account;
  if (code == account)
    name = record->fields[RELANCE_FEC_COMPTE_LIB];

  index = find_code (self, code);
  client = self->clients->pdata[index];
  if (client->name != NULL && client->name != client->code)
    return index;
  if (code == account && relance_fec_account_is_unnamed (name))
    {
      if (relance_fec_account_is_collective (account))
        return index;
      name = "";
    }
  client->name = *name != '\0' ? name : client->code;

  return index;
}

static gboolean
means_something (const char *letters)
{
  gboolean other_than_zero = FALSE;

  for (; *letters != '\0'; letters++)
    other_than_zero |= *letters != '0' && (g_ascii_isalnum (*letters) || (guchar) *letters >= 0x80);

  return other_than_zero;
}

static int
find_group (RelanceFecLedger *self, guint client, const char *letters, gboolean dated)
{
  const Letters wanted = { .client = client, .letters = letters, .dated = dated };
  Letters *found;

  self->n_lettered++;
  found = g_hash_table_lookup (self->groups_by_letters, &wanted);
  if (found == NULL)
    {
      found = g_memdup2 (&wanted, sizeof wanted);
      found->group = (int) self->groups->len;
      g_array_append_val (self->groups, found->group);
      g_hash_table_add (self->groups_by_letters, found);
    }

  return found->group;
}

/* Some software says when it lettered a line, and not with which letters. */
static void
place_in_group (RelanceFecLedger *self, RelanceFecLine *line, const RelanceFecRecord *record)
{
  const char *letters = record->fields[RELANCE_FEC_ECRITURE_LET];
  const char *date = record->fields[RELANCE_FEC_DATE_LET];
  RelanceDate lettered;

  line->group = -1;
  line->dated = !means_something (letters);
  if (!line->dated)
    line->group = find_group (self, line->client, letters, FALSE);
  else if (relance_fec_date_read (date, &lettered) && lettered != RELANCE_DATE_NONE)
    line->group = find_group (self, line->client, date, TRUE);
}

static gboolean
read_side (const char *text, gboolean *credit)
{
  char first = g_ascii_toupper (text[0]);

  *credit = first == 'C' || first == '-';

  return *credit || first == 'D' || first == '+' || g_str_equal (text, "1");
}

/* What the client owes more; @refused is the text that is no amount. */
static gboolean
read_amount (const RelanceFecRecord *record, gint64 *amount, const char **refused)
{
  const char *const *fields = record->fields;
  const int *columns = record->columns->columns;
  gint64 debit, credit;
  gboolean is_credit;

  if (columns[RELANCE_FEC_DEBIT] >= 0 && columns[RELANCE_FEC_CREDIT] >= 0)
    {
      *refused = fields[RELANCE_FEC_DEBIT];
      if (!relance_fec_amount_read (*refused, 2, &debit))
        return FALSE;
      *refused = fields[RELANCE_FEC_CREDIT];
      if (!relance_fec_amount_read (*refused, 2, &credit))
        return FALSE;
      *amount = debit - credit;
      return TRUE;
    }

  *refused = fields[RELANCE_FEC_MONTANT];
  if (!relance_fec_amount_read (*refused, 2, amount))
    return FALSE;
  *refused = fields[RELANCE_FEC_SENS];
  if (!read_side (*refused, &is_credit))
    return *amount == 0;
  if (is_credit)
    *amount = -*amount;

  return TRUE;
}

/* @refused is the text that is no date. */
static gboolean
read_dates (const RelanceFecRecord *record, RelanceFecLine *line, const char **refused)
{
  RelanceDate paid;

  *refused = record->fields[RELANCE_FEC_ECRITURE_DATE];
  if (!relance_fec_date_read (*refused, &line->date))
    return FALSE;
  *refused = record->fields[RELANCE_FEC_PIECE_DATE];
  if (!relance_fec_date_read (*refused, &line->issued))
    return FALSE;
  if (line->date == RELANCE_DATE_NONE &&
      relance_fec_date_read (record->fields[RELANCE_FEC_DATE_RGLT], &paid))
    line->date = paid;

  if (line->issued == RELANCE_DATE_NONE)
    line->issued = line->date;
  if (line->date == RELANCE_DATE_NONE)
    line->date = line->issued;

  return line->date != RELANCE_DATE_NONE;
}

/* Why the line cannot be kept, and the very text that is wrong, if it is one. */
static const char *
find_reason (const RelanceFecRecord *record, RelanceFecLine *line, const char **value)
{
  const char *refused;

  *value = NULL;
  if (record->fit != RELANCE_FEC_FITS)
    return "columns";
  if (!read_amount (record, &line->amount, &refused))
    return *value = refused, "amount";
  if (ABS (line->amount) > RELANCE_MONEY_MAX)
    return "amount-range";
  if (read_dates (record, line, &refused))
    return NULL;
  if (*refused == '\0')
    return "no-date";

  return *value = refused, "date";
}

static void
add_line (RelanceFecLedger *self, const RelanceFecRecord *record, RelanceFecTraits traits)
{
  const char *const *fields = record->fields;
  RelanceFecLine line = {
    .line = record->line,
    .entry = self->entry,
    .piece = self->piece,
    .advance = (traits & RELANCE_FEC_ADVANCE) != 0,
    .document = -1,
    .next = -1,
    .reference = fields[RELANCE_FEC_PIECE_REF],
    .label = fields[RELANCE_FEC_ECRITURE_LIB],
    .means = fields[RELANCE_FEC_MODE_RGLT],
    .foreign = fields[RELANCE_FEC_MONTANT_DEVISE],
    .currency = fields[RELANCE_FEC_IDEVISE],
  };
  const char *value, *reason = find_reason (record, &line, &value);

  if (reason != NULL)
    {
      relance_fec_ledger_refuse (self, line.line, reason, value, line.reference,
                                 fields[RELANCE_FEC_COMP_AUX_LIB]);
      return;
    }
  if (line.amount == 0)
    return;

  line.client = find_client (self, record);
  place_in_group (self, &line, record);
  line.left = ABS (line.amount);
  if (!line.advance)
    {
      line.entry->debits |= line.amount > 0;
      line.entry->credits |= line.amount < 0;
    }
  g_array_append_val (self->lines, line);
}

/* Lines of one date may be of several groups: only what comes to nothing together is surely
 * settled. */
static void
forget_unbalanced_dates (RelanceFecLedger *self)
{
  g_autofree guint64 *sums = g_new0 (guint64, self->groups->len);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const RelanceFecLine *line = &g_array_index (self->lines, RelanceFecLine, i);

      if (line->dated && line->group >= 0)
        sums[line->group] += (guint64) line->amount;
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      RelanceFecLine *line = &g_array_index (self->lines, RelanceFecLine, i);

      if (!line->dated || line->group < 0 || sums[line->group] == 0)
        continue;
      line->group = -1;
      self->n_lettered--;
    }
}

static void
join_groups (RelanceFecLedger *self, RelanceFecLine *line)
{
  int one, other;

  if (line->group < 0)
    return;
  if (line->entry->group < 0)
    line->entry->group = line->group;
  one = relance_fec_ledger_get_group (self, line->entry->group);
  other = relance_fec_ledger_get_group (self, line->group);
  g_array_index (self->groups, int, MAX (one, other)) = MIN (one, other);
}

static void
learn_client (RelanceFecLedger *self, RelanceFecClient *client)
{
  const char *code_reason = NULL;
  const char *code = relance_fec_clean (self->table, client->code, &code_reason);
  RelanceImportBuyer buyer = { .code = code };
  g_autofree char *folded = NULL;

  if (client->name == NULL)
    return;
  client->clean = relance_fec_clean (self->table, client->name, &client->reason);
  if (client->clean == NULL || *client->clean == '\0')
    return;

  folded = relance_text_fold (client->clean);
  client->key = relance_import_table_keep (self->table, folded);
  if (code != NULL)
    client->buyer = relance_import_table_keep_memory (self->table, &buyer, sizeof buyer);
}

static char *
dup_quote (const char *value)
{
  const char *end;

  if (strlen (value) <= LONGEST_QUOTE)
    return g_strdup (value);
  end = g_utf8_find_prev_char (value, value + LONGEST_QUOTE);

  return g_strndup (value, end - value);
}

static gboolean
is_plain (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text < ' ' || (guchar) *text >= 0x7F || (text[0] == ' ' && text[1] == ' '))
      return FALSE;

  return TRUE;
}

RelanceFecLedger *
relance_fec_ledger_new (RelanceImportTable *table)
{
  RelanceFecLedger *self = g_new0 (RelanceFecLedger, 1);

  self->table = table;
  self->lines = g_array_new (FALSE, FALSE, sizeof (RelanceFecLine));
  self->refused = g_array_new (FALSE, TRUE, sizeof (RelanceImportRow));
  self->clients = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_array_new (FALSE, FALSE, sizeof (int));
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->journals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->entries = g_hash_table_new (hash_entry, are_same_entry);
  self->pieces = g_hash_table_new (hash_entry, are_same_entry);
  self->clients_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups_by_letters = g_hash_table_new_full (hash_letters, are_same_letters, g_free, NULL);

  return self;
}

/**
 * relance_fec_ledger_add:
 * @record: a line of the file; its texts must outlive the ledger
 *
 * Keeps the line if it is on a client's account; of any other, only what it says of the
 * entry that it belongs to.
 */
void
relance_fec_ledger_add (RelanceFecLedger *self, const RelanceFecRecord *record)
{
  RelanceFecTraits traits = relance_fec_account_read (record->fields[RELANCE_FEC_COMPTE_NUM]);

  if (record->fit == RELANCE_FEC_UNFIT)
    {
      relance_fec_ledger_refuse (self, record->line, "columns", NULL, "", "");
      return;
    }
  note_entry (self, record, traits);
  if ((traits & (RELANCE_FEC_CLIENT | RELANCE_FEC_ADVANCE)) != 0)
    add_line (self, record, traits);
}

/**
 * relance_fec_ledger_judge:
 *
 * Once the whole file is known: says what each line is, and who the clients are. Lines that only
 * say when they were lettered belong together where they balance. Letter
 * groups between which a debt was moved become one, so that the payment finds the invoice.
 */
void
relance_fec_ledger_judge (RelanceFecLedger *self)
{
  for (guint i = 0; i < self->clients->len; i++)
    learn_client (self, self->clients->pdata[i]);
  forget_unbalanced_dates (self);

  for (guint i = 0; i < self->lines->len; i++)
    {
      RelanceFecLine *line = &g_array_index (self->lines, RelanceFecLine, i);

      relance_fec_judge (line);
      if (line->role == RELANCE_FEC_NOTHING)
        join_groups (self, line);
    }
}

/**
 * relance_fec_ledger_refuse:
 * @reason: see #RelanceImportRow
 * @value: (nullable): the very text that was refused
 *
 * Keeps a line that cannot be read with the reason.
 */
void
relance_fec_ledger_refuse (RelanceFecLedger *self,
                           int line,
                           const char *reason,
                           const char *value,
                           const char *number,
                           const char *client)
{
  g_autofree char *quote = value != NULL ? dup_quote (value) : NULL;
  g_autofree char *short_number = dup_quote (number);
  g_autofree char *short_client = dup_quote (client);
  const char *ignored = NULL;
  RelanceImportRow row = {
    .line = line,
    .reason = reason,
    .reason_value = relance_import_table_keep (self->table, quote),
    .number = relance_fec_clean (self->table, short_number, &ignored),
    .client = relance_fec_clean (self->table, short_client, &ignored),
    .issued = RELANCE_DATE_NONE,
    .due = RELANCE_DATE_NONE,
    .paid_on = RELANCE_DATE_NONE,
  };

  if (row.number == NULL)
    row.number = "";
  if (row.client == NULL)
    row.client = "";
  g_array_append_val (self->refused, row);
}

/**
 * relance_fec_ledger_get_group:
 * @group: that of a line
 *
 * Returns: the group that stands for all those joined with @group
 */
int
relance_fec_ledger_get_group (const RelanceFecLedger *self, int group)
{
  int *groups = (int *) (gpointer) self->groups->data;

  while (groups[group] != group)
    {
      groups[group] = groups[groups[group]];
      group = groups[group];
    }

  return group;
}

/**
 * relance_fec_clean:
 * @text: of the file
 * @reason: (out): untouched, or why @text cannot be kept
 *
 * Returns: (nullable): @text as it is kept, owned by @table; the same pointer for the same text
 */
const char *
relance_fec_clean (RelanceImportTable *table, const char *text, const char **reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = NULL;

  if (strlen (text) <= LONGEST_QUOTE && is_plain (text))
    return relance_import_table_keep (table, text);
  if (strlen (text) <= LONGEST_TEXT)
    clean = relance_text_clean_name (text, &error);
  if (clean == NULL)
    *reason = g_error_matches (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_CONTROL) ? "control"
                                                                                      : "too-long";

  return relance_import_table_keep (table, clean);
}

void
relance_fec_ledger_free (RelanceFecLedger *self)
{
  g_hash_table_unref (self->groups_by_letters);
  g_hash_table_unref (self->clients_by_code);
  g_hash_table_unref (self->pieces);
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->journals);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->groups);
  g_ptr_array_unref (self->clients);
  g_array_unref (self->refused);
  g_array_unref (self->lines);
  g_free (self);
}
