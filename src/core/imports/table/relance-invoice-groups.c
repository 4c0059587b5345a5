/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-invoice-groups.h"

#include "relance-money.h"

#include <string.h>

/* The rows of one number of one client, in file order: @next links them by index. */
typedef struct
{
  GArray *rows;
  int *next;
} Chain;

static RelanceImportRow *
get_row (GArray *rows, int index)
{
  return &g_array_index (rows, RelanceImportRow, index);
}

static guint
hash_row (gconstpointer data)
{
  const RelanceImportRow *row = data;

  return g_str_hash (row->number) * 31 + g_direct_hash (row->client_key);
}

static gboolean
is_same_invoice (gconstpointer a, gconstpointer b)
{
  const RelanceImportRow *one = a, *other = b;

  return one->client_key == other->client_key && g_str_equal (one->number, other->number);
}

static gboolean
agree (const RelanceImportRow *one, const RelanceImportRow *other)
{
  return one->kind == other->kind && one->issued == other->issued && one->due == other->due &&
         g_str_equal (one->currency, other->currency);
}

static gboolean
are_equal (const RelanceImportRow *one, const RelanceImportRow *other)
{
  return agree (one, other) && one->total == other->total && one->paid == other->paid &&
         one->paid_on == other->paid_on;
}

static gboolean
all_hold (const Chain *chain,
          int head,
          gboolean (*holds) (const RelanceImportRow *, const RelanceImportRow *))
{
  for (int i = chain->next[head]; i >= 0; i = chain->next[i])
    if (!holds (get_row (chain->rows, head), get_row (chain->rows, i)))
      return FALSE;

  return TRUE;
}

static void
drop (RelanceImportRow *row)
{
  row->line = 0;
}

static void
keep_first (const Chain *chain, int head)
{
  for (int i = chain->next[head]; i >= 0; i = chain->next[i])
    drop (get_row (chain->rows, i));
}

static void
refuse (RelanceImportRow *row, const char *reason, int other_line, GStringChunk *strings)
{
  char line[16];

  g_snprintf (line, sizeof line, "%d", other_line);
  row->reason = reason;
  row->reason_value = g_string_chunk_insert_const (strings, line);
}

static void
refuse_all (const Chain *chain, int head, GStringChunk *strings)
{
  for (int i = head; i >= 0; i = chain->next[i])
    {
      int other = i == head ? chain->next[head] : head;

      refuse (get_row (chain->rows, i), "conflict", get_row (chain->rows, other)->line, strings);
    }
}

static const RelanceImportRow *
find_refused (const Chain *chain, int head)
{
  for (int i = head; i >= 0; i = chain->next[i])
    if (get_row (chain->rows, i)->reason != NULL)
      return get_row (chain->rows, i);

  return NULL;
}

/* An invoice without one of its lines would ask for too little. */
static void
refuse_rest (const Chain *chain, int head, int refused_line, GStringChunk *strings)
{
  for (int i = head; i >= 0; i = chain->next[i])
    if (get_row (chain->rows, i)->reason == NULL)
      refuse (get_row (chain->rows, i), "line", refused_line, strings);
}

/* An amount paid that stands on every line of an invoice is that of the
 * invoice, unless each line is paid for itself. */
static gint64
add_up_paid (const Chain *chain, int head)
{
  gint64 first = get_row (chain->rows, head)->paid, sum = 0;
  gboolean repeated = TRUE, by_line = TRUE;

  for (int i = head; i >= 0; i = chain->next[i])
    {
      const RelanceImportRow *row = get_row (chain->rows, i);

      sum = MIN (sum + row->paid, RELANCE_MONEY_MAX);
      repeated &= row->paid == first;
      by_line &= row->paid == row->total;
    }

  return repeated && !by_line ? first : sum;
}

static void
add_up (const Chain *chain, int head)
{
  RelanceImportRow *first = get_row (chain->rows, head);
  gint64 paid = add_up_paid (chain, head);

  for (int i = chain->next[head]; i >= 0; i = chain->next[i])
    {
      first->total = CLAMP (first->total + get_row (chain->rows, i)->total, -RELANCE_MONEY_MAX - 1,
                            RELANCE_MONEY_MAX + 1);
      drop (get_row (chain->rows, i));
    }
  first->paid = paid;
  first->flags |= RELANCE_ROW_ADDED_UP;
}

/* A total of a line is always added up. A total of an invoice that is repeated
 * on its lines counts once; when it differs and the file is one of lines, it is
 * theirs after all. */
static void
settle (const Chain *chain, int head, const RelanceCsvLayout *layout, GStringChunk *strings)
{
  const RelanceImportRow *refused = find_refused (chain, head);

  if (refused != NULL)
    refuse_rest (chain, head, refused->line, strings);
  else if (chain->next[head] < 0)
    return;
  else if (layout->by_line && all_hold (chain, head, agree))
    add_up (chain, head);
  else if (all_hold (chain, head, are_equal))
    keep_first (chain, head);
  else if (layout->has_lines && all_hold (chain, head, agree))
    add_up (chain, head);
  else
    refuse_all (chain, head, strings);
}

/* A line may be below zero, being a discount. A whole below zero gives money back: it is a credit
 * note, as is what says so and is written without a sign. */
static void
settle_signs (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      RelanceImportRow *row = get_row (rows, (int) i);

      if (row->reason != NULL)
        continue;
      if (row->total < 0)
        {
          row->kind = RELANCE_ROW_CREDIT_NOTE;
          row->total = -row->total;
          row->paid = -row->paid;
        }
      if (row->kind == RELANCE_ROW_CREDIT_NOTE)
        row->paid = CLAMP (row->paid, 0, row->total);
      if (row->total > RELANCE_MONEY_MAX)
        row->reason = "amount-range";
      else if (row->paid < 0)
        row->reason = "paid-negative";
    }
}

static void
remove_dropped (GArray *rows)
{
  guint kept = 0;

  for (guint i = 0; i < rows->len; i++)
    if (get_row (rows, i)->line != 0)
      {
        if (kept != i)
          memcpy (get_row (rows, kept), get_row (rows, i), sizeof (RelanceImportRow));
        kept++;
      }
  g_array_set_size (rows, kept);
}

/* Most tools write their invoices in the order of the numbers, or backwards. */
static gboolean
are_in_order (GArray *rows)
{
  int direction = 0;

  for (guint i = 1; i < rows->len; i++)
    {
      int step = strcmp (get_row (rows, (int) i)->number, get_row (rows, (int) i - 1)->number);

      if (step == 0 || (direction != 0 && (step > 0) != (direction > 0)))
        return FALSE;
      direction = step;
    }

  return TRUE;
}

/* Links every row to the next one of its invoice; @tails, then, is by invoice. */
static void
link_rows (const Chain *chain, const RelanceCsvLayout *layout, gboolean *is_head)
{
  g_autoptr (GHashTable) tails = g_hash_table_new (hash_row, is_same_invoice);

  for (guint i = 0; i < chain->rows->len; i++)
    {
      RelanceImportRow *row = get_row (chain->rows, i);
      gpointer tail;

      chain->next[i] = -1;
      if (*row->number == '\0' || (row->reason != NULL && !layout->by_line))
        continue;
      tail = g_hash_table_lookup (tails, row);
      is_head[i] = tail == NULL;
      if (tail != NULL)
        chain->next[GPOINTER_TO_INT (tail) - 1] = (int) i;
      g_hash_table_insert (tails, row, GINT_TO_POINTER (i + 1));
    }
}

/**
 * relance_invoice_rows_join:
 * @rows: (element-type RelanceImportRow): changed
 * @strings: keeps what is written into the rows
 *
 * Several rows of one number and one client are the lines of one invoice, or
 * one invoice written twice, or two that contradict each other; then all of
 * them are refused, because nobody but the user can tell which is right.
 */
void
relance_invoice_rows_join (GArray *rows, const RelanceCsvLayout *layout, GStringChunk *strings)
{
  g_autofree int *next = g_new0 (int, rows->len);
  g_autofree gboolean *is_head = g_new0 (gboolean, rows->len);
  Chain chain = { rows, next };

  if (!are_in_order (rows))
    {
      link_rows (&chain, layout, is_head);
      for (guint i = 0; i < rows->len; i++)
        if (is_head[i])
          settle (&chain, (int) i, layout, strings);
      remove_dropped (rows);
    }
  settle_signs (rows);
}
