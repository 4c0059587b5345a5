/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fec-pool.h"

#include <string.h>

/* One payment is tried against so many invoices, in sums of so many. */
#define SUM_CANDIDATES 16
#define SUM_INVOICES 4

#define LONGEST_LABEL 512
#define SHORTEST_CITED 3

typedef struct
{
  int debts[SUM_CANDIDATES];
  gint64 amounts[SUM_CANDIDATES];
  int n;
} Candidates;

static RelanceFecDocument *
get_document (const RelanceFecPool *self, const RelanceFecLine *line)
{
  return relance_fec_documents_get (self->documents, line->document);
}

static const char *
get_client_key (const RelanceFecPool *self, const RelanceFecLine *line)
{
  return ((RelanceFecClient *) self->ledger->clients->pdata[line->client])->key;
}

/* Whether a debt and a credit are in the same pool: both lettered alike, or neither lettered. */
static gboolean
are_together (const RelanceFecPool *self, const RelanceFecLine *one, const RelanceFecLine *other)
{
  if (one->group < 0 || other->group < 0)
    return one->group < 0 && other->group < 0;

  return relance_fec_ledger_get_group (self->ledger, one->group) ==
         relance_fec_ledger_get_group (self->ledger, other->group);
}

static void
pay_document (RelanceFecPool *self, int document, int credit)
{
  const RelanceFecLine *line = relance_fec_pool_get_line (self, credit);
  int debt = relance_fec_documents_get (self->documents, document)->first;

  for (; debt >= 0 && line->left > 0 && self->effort > 0; self->effort--)
    {
      const RelanceFecLine *candidate = relance_fec_pool_get_line (self, debt);

      if (candidate->role == RELANCE_FEC_DEBT && are_together (self, candidate, line))
        relance_fec_pool_settle (self, debt, credit);
      debt = candidate->next;
    }
}

static gboolean
is_in_number (char character)
{
  return character != ' ' && strchr (",;:()[]#", character) == NULL;
}

static void
pay_token (RelanceFecPool *self, const char *key, const char *token, int credit)
{
  int document = relance_fec_documents_find_invoice (self->documents, key, token);

  if (document >= 0)
    pay_document (self, document, credit);
}

static gboolean
has_digit (const char *text)
{
  return text[strcspn (text, "0123456789")] != '\0';
}

static void
pay_words (RelanceFecPool *self, const char *key, const char *label, int credit)
{
  g_autofree char *words = g_strdup (label);
  char *word = words;

  for (char *c = words; *word != '\0'; c++)
    {
      gboolean last = *c == '\0';

      if (!last && is_in_number (*c))
        continue;
      *c = '\0';
      if (c - word >= SHORTEST_CITED && has_digit (word))
        pay_token (self, key, word, credit);
      word = c + !last;
      if (last)
        return;
    }
}

/* Which @n of the amounts from @from on make @amount, as bits; the oldest of them. */
static guint
choose (const Candidates *candidates, gint64 amount, int from, int n, gint64 *effort)
{
  for (int i = from; i < candidates->n; i++, (*effort)--)
    {
      gint64 rest = amount - candidates->amounts[i];
      guint others = n > 1 && rest > 0 ? choose (candidates, rest, i + 1, n - 1, effort) : 0;

      if (others != 0 || (n == 1 && rest == 0))
        return others | 1U << i;
    }

  return 0;
}

static void
find_candidates (RelanceFecPool *self, const RelanceFecLine *credit, Candidates *candidates)
{
  while (
    self->first_open < self->debts->len &&
    relance_fec_pool_get_line (self, g_array_index (self->debts, int, self->first_open))->left == 0)
    self->first_open++;

  for (guint i = self->first_open; i < self->debts->len && self->effort > 0; i++, self->effort--)
    {
      int index = g_array_index (self->debts, int, i);
      const RelanceFecLine *debt = relance_fec_pool_get_line (self, index);

      if (debt->issued > credit->date || candidates->n == SUM_CANDIDATES)
        return;
      if (debt->left == 0 || debt->left >= credit->left)
        continue;
      candidates->debts[candidates->n] = index;
      candidates->amounts[candidates->n++] = debt->left;
    }
}

RelanceFecLine *
relance_fec_pool_get_line (const RelanceFecPool *self, int index)
{
  return &g_array_index (self->ledger->lines, RelanceFecLine, index);
}

/**
 * relance_fec_pool_settle:
 * @debt: index of an invoice's line
 * @credit: index of a payment's or a credit note's line
 *
 * The one pays for the other as far as both go. A credit note is about the first
 * invoice that it settles.
 */
void
relance_fec_pool_settle (RelanceFecPool *self, int debt, int credit)
{
  RelanceFecLine *from = relance_fec_pool_get_line (self, credit);
  RelanceFecLine *to = relance_fec_pool_get_line (self, debt);
  const RelanceFecSettlement settlement = { to->document, credit, MIN (from->left, to->left) };

  if (settlement.amount == 0)
    return;
  from->left -= settlement.amount;
  to->left -= settlement.amount;
  if (from->role == RELANCE_FEC_PAYMENT)
    g_array_append_val (self->settlements, settlement);
  else if (from->role == RELANCE_FEC_NOTE && get_document (self, from)->reference < 0)
    get_document (self, from)->reference = to->document;
}

/**
 * relance_fec_pool_pay_cited:
 *
 * Pays the invoices whose numbers the payment or the credit note gives, in its reference or its
 * label.
 */
void
relance_fec_pool_pay_cited (RelanceFecPool *self, int credit)
{
  const RelanceFecLine *line = relance_fec_pool_get_line (self, credit);
  const char *key = get_client_key (self, line);

  if (key == NULL)
    return;
  if (line->role == RELANCE_FEC_NOTE && get_document (self, line)->reference >= 0)
    pay_document (self, get_document (self, line)->reference, credit);
  if (line->left > 0 && *line->reference != '\0')
    pay_token (self, key, line->reference, credit);
  if (line->left > 0 && strlen (line->label) <= LONGEST_LABEL)
    pay_words (self, key, line->label, credit);
}

/**
 * relance_fec_pool_index_amounts:
 *
 * Makes relance_fec_pool_pay_equal() find debts by what is left of them now.
 */
void
relance_fec_pool_index_amounts (RelanceFecPool *self)
{
  g_hash_table_remove_all (self->by_amount);
  g_array_set_size (self->next_equal, self->debts->len);

  for (guint i = self->debts->len; i-- > 0;)
    {
      RelanceFecLine *debt = relance_fec_pool_get_line (self, g_array_index (self->debts, int, i));

      g_array_index (self->next_equal, guint, i) =
        GPOINTER_TO_UINT (g_hash_table_lookup (self->by_amount, &debt->left));
      if (debt->left > 0)
        g_hash_table_insert (self->by_amount, g_memdup2 (&debt->left, sizeof debt->left),
                             GUINT_TO_POINTER (i + 1));
    }
}

/**
 * relance_fec_pool_pay_equal:
 * @days_ahead: how much younger than the payment the invoice may be
 *
 * Pays the oldest invoice of exactly that amount.
 */
void
relance_fec_pool_pay_equal (RelanceFecPool *self, int credit, int days_ahead)
{
  RelanceFecLine *line = relance_fec_pool_get_line (self, credit);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_amount, &line->left));

  while (place > 0)
    {
      int index = g_array_index (self->debts, int, place - 1);
      const RelanceFecLine *debt = relance_fec_pool_get_line (self, index);

      if (debt->left == line->left)
        {
          if (debt->issued <= line->date + days_ahead)
            relance_fec_pool_settle (self, index, credit);
          return;
        }
      place = g_array_index (self->next_equal, guint, place - 1);
      if (place > 0)
        g_hash_table_insert (self->by_amount, g_memdup2 (&line->left, sizeof line->left),
                             GUINT_TO_POINTER (place));
    }
}

/**
 * relance_fec_pool_pay_sum:
 *
 * Pays two to four of the oldest invoices that make up exactly that amount.
 */
void
relance_fec_pool_pay_sum (RelanceFecPool *self, int credit)
{
  const RelanceFecLine *line = relance_fec_pool_get_line (self, credit);
  Candidates candidates = { 0 };

  find_candidates (self, line, &candidates);
  for (int n = 2; n <= MIN (SUM_INVOICES, candidates.n) && self->effort > 0; n++)
    {
      guint chosen = choose (&candidates, line->left, 0, n, &self->effort);

      for (int i = 0; i < candidates.n; i++)
        if ((chosen & 1U << i) != 0)
          relance_fec_pool_settle (self, candidates.debts[i], credit);
      if (chosen != 0)
        return;
    }
}

/**
 * relance_fec_pool_pay_oldest:
 * @days_ahead: how much younger than the payment the invoices may be
 *
 * Pays one invoice after the other, the oldest first, as long as anything is left.
 */
void
relance_fec_pool_pay_oldest (RelanceFecPool *self, int credit, int days_ahead)
{
  const RelanceFecLine *line = relance_fec_pool_get_line (self, credit);

  for (; line->left > 0 && self->first_open < self->debts->len; self->first_open++)
    {
      int index = g_array_index (self->debts, int, self->first_open);
      const RelanceFecLine *debt = relance_fec_pool_get_line (self, index);

      if (debt->issued > line->date + days_ahead)
        return;
      relance_fec_pool_settle (self, index, credit);
      if (debt->left > 0)
        return;
    }
}
