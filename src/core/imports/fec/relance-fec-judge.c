/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fec-judge.h"

#include "relance-text.h"

#include <string.h>

/* Bytes: no label that says anything comes near. */
#define LONGEST_LABEL 4096

/* Whether entries of the journal are sales, or money, by most of what is in them. */
static RelanceFecJournalKind
get_journal_kind (const RelanceFecJournal *journal)
{
  if (journal->kind != RELANCE_FEC_JOURNAL_UNKNOWN)
    return journal->kind;
  if (journal->n_revenue * 4 >= journal->n_lines && journal->n_revenue > journal->n_money)
    return RELANCE_FEC_JOURNAL_SALES;
  if (journal->n_money * 4 >= journal->n_lines && journal->n_money > journal->n_revenue)
    return RELANCE_FEC_JOURNAL_MONEY;

  return RELANCE_FEC_JOURNAL_UNKNOWN;
}

static gboolean
says_opening (const char *label)
{
  g_autofree char *folded = NULL;

  if (strlen (label) > LONGEST_LABEL)
    return FALSE;
  folded = relance_text_fold_words (label);

  return strstr (folded, "a nouveau") != NULL || strstr (folded, "solde d ouverture") != NULL;
}

static gboolean
says_credit_note (const RelanceFecLine *line)
{
  g_autofree char *folded = NULL;

  if (g_ascii_strncasecmp (line->reference, "AV", 2) == 0)
    return TRUE;
  if (strlen (line->label) > LONGEST_LABEL)
    return FALSE;
  folded = relance_text_fold_words (line->label);

  return strstr (folded, "avoir") != NULL;
}

/* No year opens with the sales or the costs of the one before. What stands against the capital or
 * the result opens it, whatever its journal is called. */
static gboolean
is_opening (const RelanceFecLine *line, RelanceFecTraits traits, RelanceFecJournalKind journal)
{
  const RelanceFecTraits of_the_year = RELANCE_FEC_REVENUE | RELANCE_FEC_RESULT | RELANCE_FEC_LOSS;

  if ((traits & of_the_year) != 0 || journal == RELANCE_FEC_JOURNAL_SALES ||
      journal == RELANCE_FEC_JOURNAL_MONEY)
    return FALSE;

  return journal == RELANCE_FEC_JOURNAL_OPENING || (traits & RELANCE_FEC_EQUITY) != 0 ||
         says_opening (line->label);
}

/* 4191: money in is paid on account; all else uses up what was. */
static RelanceFecRole
judge_advance (const RelanceFecLine *line, RelanceFecTraits traits, gboolean opening)
{
  if (line->amount > 0)
    return (traits & RELANCE_FEC_REVENUE) == 0 || opening ? RELANCE_FEC_REFUND
                                                          : RELANCE_FEC_NOTHING;

  return (traits & RELANCE_FEC_MONEY) != 0 || opening ? RELANCE_FEC_PAYMENT : RELANCE_FEC_NOTHING;
}

static RelanceFecRole
judge_opening (const RelanceFecLine *line)
{
  if (line->amount > 0)
    return RELANCE_FEC_DEBT;

  return says_credit_note (line) ? RELANCE_FEC_NOTE : RELANCE_FEC_PAYMENT;
}

/* By the accounts that stand against the client's; none of them is money in a sale but in
 * that of a till, which is paid at once. */
static RelanceFecRole
judge_by_accounts (gboolean debit, RelanceFecTraits traits)
{
  gboolean money = (traits & RELANCE_FEC_MONEY) != 0;
  gboolean sale = (traits & RELANCE_FEC_REVENUE) != 0 ||
                  (!money && (traits & RELANCE_FEC_VAT) != 0);

  if (sale && money)
    return debit ? RELANCE_FEC_DEBT : RELANCE_FEC_PAYMENT;
  if (sale)
    return debit ? RELANCE_FEC_DEBT : RELANCE_FEC_NOTE;
  if (debit)
    return RELANCE_FEC_REFUND;

  return !money && (traits & RELANCE_FEC_LOSS) != 0 ? RELANCE_FEC_NOTE : RELANCE_FEC_PAYMENT;
}

/* Where the accounts of the entry say nothing: the journal, and at last the side. */
static RelanceFecRole
judge_by_journal (const RelanceFecLine *line, RelanceFecJournalKind journal, gboolean alone)
{
  gboolean debit = line->amount > 0;

  if (journal == RELANCE_FEC_JOURNAL_SALES)
    return debit ? RELANCE_FEC_DEBT : RELANCE_FEC_NOTE;
  if (journal == RELANCE_FEC_JOURNAL_MONEY || !alone)
    return debit ? RELANCE_FEC_REFUND : RELANCE_FEC_PAYMENT;
  if (line->entry->debits && line->entry->credits)
    return RELANCE_FEC_NOTHING;

  return debit ? RELANCE_FEC_DEBT : RELANCE_FEC_PAYMENT;
}

/* What is decisive about the accounts against which a client's line can stand. */
static RelanceFecTraits
get_counterpart (const RelanceFecLine *line)
{
  RelanceFecTraits traits = line->entry->traits & ~(RelanceFecTraits) RELANCE_FEC_CLIENT;

  return traits != 0 ? traits : line->piece->traits & ~(RelanceFecTraits) RELANCE_FEC_CLIENT;
}

/**
 * relance_fec_judge:
 * @line: of a ledger whose file was read to the end; its role is set, and whether the year
 *   opened with it
 *
 * Says what a line on a client's account is by the accounts that stand against it, and where
 * they do not say, by the journal.
 */
void
relance_fec_judge (RelanceFecLine *line)
{
  const RelanceFecTraits decisive = RELANCE_FEC_REVENUE | RELANCE_FEC_VAT | RELANCE_FEC_MONEY |
                                    RELANCE_FEC_LOSS;
  RelanceFecTraits traits = get_counterpart (line);
  RelanceFecJournalKind journal = get_journal_kind (line->entry->journal);

  line->opening = is_opening (line, traits, journal);
  if (line->advance)
    line->role = judge_advance (line, traits, line->opening);
  else if (line->opening)
    line->role = judge_opening (line);
  else if ((traits & decisive) != 0)
    line->role = judge_by_accounts (line->amount > 0, traits);
  else
    line->role = judge_by_journal (line, journal, traits == 0);
}
