/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-payment-terms-text.h"

#include "relance-payment-terms-clause.h"
#include "relance-payment-terms-tokens.h"

#define MAX_BARE_DAYS 120

/* How much a clause is worth when another one says something else. */
typedef enum
{
  RANK_NOTHING,
  RANK_DISCOUNT_AND_MORE, /* "10 Tage 2 % Skonto 30 Tage" */
  RANK_PLAIN,
  RANK_NET,
} Rank;

static gboolean
has_mention (const RelanceTermsClause *clause)
{
  return clause->latest[RELANCE_TERMS_PERIODS] != RELANCE_DATE_NONE ||
         clause->latest[RELANCE_TERMS_DATES] != RELANCE_DATE_NONE;
}

/* "Bei Zahlung innerhalb 10 Tagen, 2 % Skonto": the second clause is of the first. */
static gboolean
is_condition_of (const RelanceTermsClause *clause, const RelanceTermsClause *next)
{
  return (clause->says & RELANCE_TERMS_SAYS_IF) && !(clause->says & RELANCE_TERMS_SAYS_NET) &&
         (next->says & RELANCE_TERMS_SAYS_DISCOUNT) && !has_mention (next);
}

static Rank
rank_clause (const RelanceTermsClause *clause, RelanceDate *due)
{
  gboolean net = (clause->says & RELANCE_TERMS_SAYS_NET) != 0;
  gboolean discount = (clause->says & RELANCE_TERMS_SAYS_DISCOUNT) != 0;

  if (clause->says & RELANCE_TERMS_SAYS_OTHER)
    return RANK_NOTHING;
  if (!has_mention (clause))
    {
      *due = clause->issued;
      if (!(clause->says & RELANCE_TERMS_SAYS_AT_ONCE) || (discount && !net))
        return RANK_NOTHING;
      return net ? RANK_NET : RANK_PLAIN;
    }

  *due = clause->latest[RELANCE_TERMS_DATES] != RELANCE_DATE_NONE && !discount
           ? clause->latest[RELANCE_TERMS_DATES]
           : MAX (clause->latest[RELANCE_TERMS_DATES], clause->latest[RELANCE_TERMS_PERIODS]);
  if (discount && !net)
    return clause->differing[RELANCE_TERMS_PERIODS] || clause->differing[RELANCE_TERMS_DATES]
             ? RANK_DISCOUNT_AND_MORE
             : RANK_NOTHING;

  return net ? RANK_NET : RANK_PLAIN;
}

/* "30 jours date de facture, fin de mois": the second clause goes on from the first. */
static void
follow (RelanceTermsClause *clause, const RelanceTermsClause *before)
{
  if (before->says & (RELANCE_TERMS_SAYS_DISCOUNT | RELANCE_TERMS_SAYS_OTHER))
    return;
  clause->current = before->current;
  clause->from_period = before->from_period;
}

static GArray *
split_clauses (const GArray *tokens, RelanceDate issued)
{
  const RelanceTermsToken *all = (const RelanceTermsToken *) (const void *) tokens->data;
  GArray *clauses = g_array_new (FALSE, FALSE, sizeof (RelanceTermsClause));
  guint from = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      RelanceTermsClause clause = {
        .tokens = all + from,
        .n_tokens = i - from,
        .issued = issued,
        .current = RELANCE_DATE_NONE,
        .latest = { RELANCE_DATE_NONE, RELANCE_DATE_NONE },
      };

      if (all[i].kind != RELANCE_TERMS_BREAK)
        continue;
      from = i + 1;
      if (clause.n_tokens == 0)
        continue;
      if (clauses->len > 0)
        follow (&clause, &g_array_index (clauses, RelanceTermsClause, clauses->len - 1));
      relance_payment_terms_clause_read (&clause);
      g_array_append_val (clauses, clause);
    }

  return clauses;
}

/* "30": the days by themselves, as programs write them that have a list of terms. */
static RelanceDate
read_bare_days (const GArray *tokens, RelanceDate issued)
{
  const RelanceTermsToken *first;

  if (tokens->len != 2)
    return RELANCE_DATE_NONE;
  first = &g_array_index (tokens, RelanceTermsToken, 0);
  if (first->kind != RELANCE_TERMS_NUMBER || first->fraction || first->number > MAX_BARE_DAYS)
    return RELANCE_DATE_NONE;

  return issued + first->number;
}

/**
 * relance_payment_terms_text_read:
 * @text: payment terms in a person's words, in French, English, German, Italian, Spanish
 *   or Dutch
 * @issued: the issue date
 *
 * Finds when the whole amount is due: a date, or days, weeks or months from the
 * issue date, with or without an end of month. What must be paid by for a
 * discount, and what is said of late payment or complaints, is not it. "45 jours
 * fin de mois" is the law's first way, the days and then the end of that month;
 * "fin de mois 45 jours" is the second (Code de commerce, L441-10).
 *
 * Returns: the due date, never before @issued, or %RELANCE_DATE_NONE when nothing is
 *   understood
 */
RelanceDate
relance_payment_terms_text_read (const char *text, RelanceDate issued)
{
  g_autoptr (GArray) tokens = relance_payment_terms_tokens_split (text);
  g_autoptr (GArray) clauses = split_clauses (tokens, issued);
  RelanceDate best = RELANCE_DATE_NONE;
  Rank best_rank = RANK_NOTHING;

  for (guint i = 0; i < clauses->len; i++)
    {
      RelanceTermsClause *clause = &g_array_index (clauses, RelanceTermsClause, i);
      RelanceDate due;
      Rank rank;

      if (i + 1 < clauses->len && is_condition_of (clause, clause + 1))
        continue;
      rank = rank_clause (clause, &due);
      if (rank > best_rank || (rank == best_rank && rank != RANK_NOTHING && due > best))
        {
          best = due;
          best_rank = rank;
        }
    }

  return best_rank != RANK_NOTHING ? best : read_bare_days (tokens, issued);
}
