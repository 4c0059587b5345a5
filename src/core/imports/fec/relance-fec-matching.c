/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fec-matching.h"

#include "relance-fec-pool.h"

#include <string.h>

/* Steps of some hundred nanoseconds at worst: what a whole file may cost beyond reading it once.
 * A large business needs a thousandth of it. */
#define EFFORT 20000000

/* Money that comes before its invoice was paid on account of it. Further ahead it more likely
 * pays for a former year that the file does not detail. */
#define EQUAL_DAYS_AHEAD 60
#define OLDEST_DAYS_AHEAD 31

typedef struct
{
  RelanceFecLedger *ledger;
  GArray *clients; /* by client: the first client of the same name */
} Sorting;

static RelanceFecLine *
get_line (const RelanceFecLedger *ledger, int index)
{
  return &g_array_index (ledger->lines, RelanceFecLine, index);
}

/* Lines of one pool have one number: that of their letters, else that of their client. */
static guint
get_pool (const Sorting *sorting, const RelanceFecLine *line)
{
  if (line->group >= 0)
    return (guint) relance_fec_ledger_get_group (sorting->ledger, line->group);

  return sorting->ledger->groups->len + g_array_index (sorting->clients, guint, line->client);
}

static RelanceDate
get_date (const RelanceFecLine *line)
{
  return line->role == RELANCE_FEC_DEBT ? line->issued : line->date;
}

/* Of one day, a refund comes after what it takes back. */
static int
compare_lines (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  int index = *(const int *) a, other_index = *(const int *) b;
  const RelanceFecLine *one = get_line (sorting->ledger, index);
  const RelanceFecLine *other = get_line (sorting->ledger, other_index);
  guint pool = get_pool (sorting, one), other_pool = get_pool (sorting, other);
  gboolean refund = one->role == RELANCE_FEC_REFUND;

  if (pool != other_pool)
    return pool < other_pool ? -1 : 1;
  if (get_date (one) != get_date (other))
    return get_date (one) < get_date (other) ? -1 : 1;
  if (refund != (other->role == RELANCE_FEC_REFUND))
    return refund ? 1 : -1;

  return index < other_index ? -1 : index > other_index;
}

static GArray *
find_namesakes (const RelanceFecLedger *ledger)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (NULL, NULL);
  GArray *first = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ledger->clients->len; i++)
    {
      const RelanceFecClient *client = ledger->clients->pdata[i];
      guint place =
        client->key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (by_key, client->key)) : i + 1;

      if (place == 0)
        {
          place = i + 1;
          g_hash_table_insert (by_key, (char *) client->key, GUINT_TO_POINTER (place));
        }
      place--;
      g_array_append_val (first, place);
    }

  return first;
}

static GArray *
sort_lines (const Sorting *sorting)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < (int) sorting->ledger->lines->len; i++)
    if (get_line (sorting->ledger, i)->role != RELANCE_FEC_NOTHING)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_lines, (gpointer) sorting);

  return order;
}

static int
get_credit (const RelanceFecPool *pool, guint place)
{
  return g_array_index (pool->credits, int, place);
}

/* What was entered with an invoice to lower it. */
static void
net (RelanceFecPool *pool)
{
  for (guint i = 0; i < pool->debts->len; i++)
    {
      int debt = g_array_index (pool->debts, int, i);
      RelanceFecDocument *document = relance_fec_documents_get (
        pool->documents, relance_fec_pool_get_line (pool, debt)->document);

      for (int line = document->n_lines > 1 ? document->first : -1; line >= 0 && pool->effort > 0;
           line = relance_fec_pool_get_line (pool, line)->next, pool->effort--)
        if (relance_fec_pool_get_line (pool, line)->role == RELANCE_FEC_NETTED)
          relance_fec_pool_settle (pool, debt, line);
    }
}

/* The last credit of that amount before it: a payment that the bank took back, or a credit note
 * that was paid out. */
static gboolean
take_back_equal (RelanceFecPool *pool, GHashTable *last, const GArray *before, int refund)
{
  RelanceFecLine *line = relance_fec_pool_get_line (pool, refund);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (last, &line->left));
  RelanceFecLine *credit;

  while (place > 0)
    {
      credit = relance_fec_pool_get_line (pool, get_credit (pool, place - 1));
      place = g_array_index (before, guint, place - 1);
      g_hash_table_insert (last, g_memdup2 (&line->left, sizeof line->left),
                           GUINT_TO_POINTER (place));
      if (credit->left != line->left)
        continue;
      credit->left = 0;
      line->left = 0;
      return TRUE;
    }

  return FALSE;
}

/* From the latest payments. */
static void
take_back (RelanceFecPool *pool, GArray *payments, RelanceFecLine *refund)
{
  while (refund->left > 0 && payments->len > 0)
    {
      RelanceFecLine *payment =
        relance_fec_pool_get_line (pool, g_array_index (payments, int, payments->len - 1));
      gint64 amount = MIN (refund->left, payment->left);

      refund->left -= amount;
      payment->left -= amount;
      if (payment->left == 0)
        g_array_set_size (payments, payments->len - 1);
    }
}

static void
take_back_refunds (RelanceFecPool *pool)
{
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) before = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) payments = g_array_new (FALSE, FALSE, sizeof (int));

  g_array_set_size (before, pool->credits->len);
  for (guint i = 0; i < pool->credits->len; i++)
    {
      int index = get_credit (pool, i);
      RelanceFecLine *line = relance_fec_pool_get_line (pool, index);

      if (line->role == RELANCE_FEC_REFUND)
        {
          if (!take_back_equal (pool, last, before, index))
            take_back (pool, payments, line);
          continue;
        }
      g_array_index (before, guint, i) = GPOINTER_TO_UINT (g_hash_table_lookup (last, &line->left));
      g_hash_table_insert (last, g_memdup2 (&line->left, sizeof line->left),
                           GUINT_TO_POINTER (i + 1));
      if (line->role == RELANCE_FEC_PAYMENT)
        g_array_append_val (payments, index);
    }

  for (guint i = 0; i < pool->credits->len; i++)
    if (relance_fec_pool_get_line (pool, get_credit (pool, i))->role == RELANCE_FEC_REFUND)
      take_back (pool, payments, relance_fec_pool_get_line (pool, get_credit (pool, i)));
}

static gboolean
remains (const RelanceFecPool *pool, guint place, RelanceFecRole role)
{
  const RelanceFecLine *line = relance_fec_pool_get_line (pool, get_credit (pool, place));

  return line->role == role && line->left > 0;
}

/* A credit note that says nothing of an invoice is left to the client unless it is lettered. */
static void
use_notes (RelanceFecPool *pool, gboolean lettered)
{
  for (guint i = 0; i < pool->credits->len; i++)
    if (remains (pool, i, RELANCE_FEC_NOTE))
      relance_fec_pool_pay_cited (pool, get_credit (pool, i));

  relance_fec_pool_index_amounts (pool);
  for (guint i = 0; i < pool->credits->len; i++)
    if (remains (pool, i, RELANCE_FEC_NOTE))
      relance_fec_pool_pay_equal (pool, get_credit (pool, i), lettered ? RELANCE_FEC_ANY_TIME : 0);

  for (guint i = 0; lettered && i < pool->credits->len; i++)
    if (remains (pool, i, RELANCE_FEC_NOTE))
      relance_fec_pool_pay_oldest (pool, get_credit (pool, i), RELANCE_FEC_ANY_TIME);
}

/* The accountant said that they belong together. */
static void
use_lettered_payments (RelanceFecPool *pool)
{
  relance_fec_pool_index_amounts (pool);
  for (guint i = 0; i < pool->credits->len; i++)
    if (remains (pool, i, RELANCE_FEC_PAYMENT))
      relance_fec_pool_pay_equal (pool, get_credit (pool, i), RELANCE_FEC_ANY_TIME);
  for (guint i = 0; i < pool->credits->len; i++)
    if (remains (pool, i, RELANCE_FEC_PAYMENT))
      relance_fec_pool_pay_oldest (pool, get_credit (pool, i), RELANCE_FEC_ANY_TIME);
}

/* What the year opened with is of no former year any more. */
static int
get_days_ahead (const RelanceFecPool *pool, guint place, int days)
{
  return relance_fec_pool_get_line (pool, get_credit (pool, place))->opening ? RELANCE_FEC_ANY_TIME
                                                                             : days;
}

/* Nobody said so: the surest signs of all payments come before the lesser signs of any. */
static void
use_payments (RelanceFecPool *pool)
{
  for (guint i = 0; i < pool->credits->len; i++)
    if (remains (pool, i, RELANCE_FEC_PAYMENT))
      relance_fec_pool_pay_cited (pool, get_credit (pool, i));
  relance_fec_pool_index_amounts (pool);
  for (guint i = 0; i < pool->credits->len; i++)
    if (remains (pool, i, RELANCE_FEC_PAYMENT))
      relance_fec_pool_pay_equal (pool, get_credit (pool, i), 0);
  for (guint i = 0; i < pool->credits->len; i++)
    if (remains (pool, i, RELANCE_FEC_PAYMENT))
      relance_fec_pool_pay_sum (pool, get_credit (pool, i));
  for (guint i = 0; i < pool->credits->len; i++)
    if (remains (pool, i, RELANCE_FEC_PAYMENT))
      relance_fec_pool_pay_equal (pool, get_credit (pool, i),
                                  get_days_ahead (pool, i, EQUAL_DAYS_AHEAD));
  for (guint i = 0; i < pool->credits->len; i++)
    if (remains (pool, i, RELANCE_FEC_PAYMENT))
      relance_fec_pool_pay_oldest (pool, get_credit (pool, i),
                                   get_days_ahead (pool, i, OLDEST_DAYS_AHEAD));
}

static void
settle_pool (RelanceFecPool *pool, gboolean lettered)
{
  if (pool->debts->len == 0 || pool->credits->len == 0)
    return;

  pool->first_open = 0;
  net (pool);
  take_back_refunds (pool);
  use_notes (pool, lettered);
  if (lettered)
    use_lettered_payments (pool);
  else
    use_payments (pool);
}

static void
add_to_pool (RelanceFecPool *pool, int index)
{
  switch (relance_fec_pool_get_line (pool, index)->role)
    {
    case RELANCE_FEC_DEBT:
      g_array_append_val (pool->debts, index);
      break;
    case RELANCE_FEC_NOTE:
    case RELANCE_FEC_NETTED:
    case RELANCE_FEC_PAYMENT:
    case RELANCE_FEC_REFUND:
      g_array_append_val (pool->credits, index);
      break;
    default:
      g_assert_not_reached ();
    }
}

static guint
get_client (const Sorting *sorting, const RelanceFecLine *line)
{
  return g_array_index (sorting->clients, guint, line->client);
}

/* Payments whose letters lead to invoices that are not in the file. */
static void
keep_rest (const RelanceFecPool *pool, const Sorting *sorting, GHashTable *rests)
{
  for (guint i = 0; i < pool->credits->len; i++)
    {
      int index = get_credit (pool, i);
      guint client = get_client (sorting, relance_fec_pool_get_line (pool, index));
      GArray *rest;

      if (!remains (pool, i, RELANCE_FEC_PAYMENT))
        continue;
      rest = g_hash_table_lookup (rests, GUINT_TO_POINTER (client));
      if (rest == NULL)
        {
          rest = g_array_new (FALSE, FALSE, sizeof (int));
          g_hash_table_insert (rests, GUINT_TO_POINTER (client), rest);
        }
      g_array_append_val (rest, index);
    }
}

/* They paid invoices of former years: part of what the year opened with, where that is one sum
 * without letters. */
static void
use_rest (RelanceFecPool *pool, const GArray *rest)
{
  guint kept = 0;

  for (guint i = 0; i < pool->debts->len; i++)
    {
      int index = g_array_index (pool->debts, int, i);

      if (relance_fec_pool_get_line (pool, index)->opening)
        g_array_index (pool->debts, int, kept++) = index;
    }
  g_array_set_size (pool->debts, kept);
  pool->first_open = 0;
  for (guint i = 0; rest != NULL && kept > 0 && i < rest->len; i++)
    relance_fec_pool_pay_oldest (pool, g_array_index (rest, int, i), RELANCE_FEC_ANY_TIME);
}

static void
settle_pools (RelanceFecPool *pool, const Sorting *sorting, const GArray *order)
{
  g_autoptr (GHashTable)
    rests = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  /* Lettered pools come first. */
  for (guint from = 0, to; from < order->len; from = to)
    {
      const RelanceFecLine *first = get_line (pool->ledger, g_array_index (order, int, from));

      g_array_set_size (pool->debts, 0);
      g_array_set_size (pool->credits, 0);
      for (to = from; to < order->len; to++)
        {
          int index = g_array_index (order, int, to);

          if (get_pool (sorting, get_line (pool->ledger, index)) != get_pool (sorting, first))
            break;
          add_to_pool (pool, index);
        }
      settle_pool (pool, first->group >= 0);
      if (first->group >= 0)
        keep_rest (pool, sorting, rests);
      else
        use_rest (pool,
                  g_hash_table_lookup (rests, GUINT_TO_POINTER (get_client (sorting, first))));
    }
}

/**
 * relance_fec_match:
 * @documents: of @ledger; credit notes learn what they are about
 *
 * Finds what was paid by which payment. Lines with the same letters belong together. Those
 * without are matched client by client: by the number that is cited, the same amount, the sum of
 * a few invoices, and then the oldest first, so that what a client owes in the end is what its
 * account says.
 *
 * Returns: (transfer full) (element-type RelanceFecSettlement): what was paid of each invoice
 */
GArray *
relance_fec_match (RelanceFecLedger *ledger, RelanceFecDocuments *documents)
{
  g_autoptr (GArray) clients = find_namesakes (ledger);
  const Sorting sorting = { ledger, clients };
  g_autoptr (GArray) order = sort_lines (&sorting);
  g_autoptr (GArray) debts = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) credits = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) next_equal = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable)
    by_amount = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  RelanceFecPool pool = {
    .ledger = ledger,
    .documents = documents,
    .debts = debts,
    .credits = credits,
    .settlements = g_array_new (FALSE, FALSE, sizeof (RelanceFecSettlement)),
    .by_amount = by_amount,
    .next_equal = next_equal,
    .effort = EFFORT,
  };

  settle_pools (&pool, &sorting, order);

  return pool.settlements;
}
