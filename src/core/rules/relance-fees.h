/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"
#include "relance-rates.h"

G_BEGIN_DECLS

/**
 * RelanceFeesRule:
 * @RELANCE_FEES_NONE: a consumer, of whom no late fees are asked
 * @RELANCE_FEES_UNKNOWN: the law of a country that is not known here
 * @RELANCE_FEES_FR_BUSINESS: Code de commerce, L441-10 II and D441-5: the ECB's rate on the first
 *   day of each half-year plus 10 points, or what the contract says if that is three times the
 *   legal interest rate at least; and 40 € an invoice
 * @RELANCE_FEES_FR_PUBLIC: Code de la commande publique, R2192-31 and D2192-35: the ECB's rate of
 *   the half-year in which the interest began plus 8 points, for the whole delay; and 40 €
 * @RELANCE_FEES_GB: Late Payment of Commercial Debts (Interest) Act 1998 and SI 2002/1675: the Bank
 *   of England's rate before the half-year in which the interest began plus 8 points, for the whole
 *   delay; and a sum by the size of the debt. Public authorities owe the same.
 */
typedef enum
{
  RELANCE_FEES_NONE = 1,
  RELANCE_FEES_UNKNOWN,
  RELANCE_FEES_FR_BUSINESS,
  RELANCE_FEES_FR_PUBLIC,
  RELANCE_FEES_GB,
} RelanceFeesRule;

/**
 * RelanceFeesTerms:
 * @rates: (element-type RelanceRate): those of the country of @rule
 * @agreed: what the contract says, or %RELANCE_RATE_NONE; only with %RELANCE_FEES_FR_BUSINESS
 */
typedef struct
{
  RelanceFeesRule  rule;
  GPtrArray       *rates;
  int              agreed;
} RelanceFeesTerms;

/* What lowered an instalment, in minor units above 0. What was credited or replaced was never
 * owed; what was paid or given up was owed until then. */
typedef struct
{
  RelanceDate date;
  gint64      amount;
  gboolean    was_never_owed;
} RelanceLowering;

/**
 * RelanceFeesDebt:
 * @amount: minor units
 * @lowerings: (element-type RelanceLowering): in any order, never more than @amount together
 *
 * An instalment of the invoice.
 */
typedef struct
{
  RelanceDate  due;
  gint64       amount;
  GArray      *lowerings;
} RelanceFeesDebt;

/* Where the rate of a line comes from. */
typedef enum
{
  RELANCE_FEES_RATE_STATUTORY = 1,
  RELANCE_FEES_RATE_AGREED,
  RELANCE_FEES_RATE_FLOOR, /* the law's least, above what was agreed */
} RelanceFeesRateKind;

/**
 * RelanceFeesLine:
 * @due: of the instalment
 * @from, @to: its first and its last day, both counted
 * @base: what was owed then, in minor units
 * @rate: or %RELANCE_RATE_NONE where the table has none
 * @source: (nullable): the rate of the table that @rate was made of
 * @amount: minor units; 0 where there is no rate. The lines of an invoice add up to its interest,
 *   which is rounded once: a line may be a cent away from its own product.
 */
typedef struct
{
  RelanceDate          due;
  RelanceDate          from;
  RelanceDate          to;
  int                  days;
  gint64               base;
  RelanceFeesRateKind  kind;
  int                  rate;
  const RelanceRate   *source;
  gint64               amount;
} RelanceFeesLine;

/* A rate that the table does not have, and that is needed. */
typedef struct
{
  RelanceRateKind kind;
  RelanceDate     half;
} RelanceMissingRate;

/**
 * RelanceFees:
 * @lines: (element-type RelanceFeesLine): by due date, then by day
 * @missing: (element-type RelanceMissingRate): each once; then @interest is what is known of it
 * @interest: minor units of the invoice's currency
 * @fixed: the sum owed for the trouble, in minor units of @fixed_currency
 * @is_fixed_known: %FALSE when it depends on the amount, and that is in another currency
 *
 * What is owed for paying one invoice late, computed line by line.
 */
typedef struct
{
  GArray   *lines;
  GArray   *missing;
  gint64    interest;
  gint64    fixed;
  char      fixed_currency[4];
  gboolean  is_fixed_known;
} RelanceFees;

RelanceFeesRule  relance_fees_pick_rule (const char             *country,
                                         RelanceKind             kind);
RelanceFees     *relance_fees_compute   (const RelanceFeesTerms *terms,
                                         GPtrArray              *debts,
                                         const char             *currency,
                                         RelanceDate             until);
void             relance_fees_free      (RelanceFees            *self);
RelanceFeesDebt *relance_fees_debt_new  (RelanceDate             due,
                                         gint64                  amount);
void             relance_fees_debt_free (RelanceFeesDebt        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceFees, relance_fees_free)

G_END_DECLS
