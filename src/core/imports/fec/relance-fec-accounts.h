/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an account of the French chart of accounts (PCG) says of the entry that it stands in. */
typedef enum
{
  RELANCE_FEC_CLIENT = 1 << 0,   /* 411, 413 bills of exchange, 416 doubtful clients */
  RELANCE_FEC_ADVANCE = 1 << 1,  /* 4191 paid on account */
  RELANCE_FEC_REVENUE = 1 << 2,  /* 70 to 75: what is sold; 418, 487: what was accrued as sold */
  RELANCE_FEC_VAT = 1 << 3,      /* 4457, 4458 */
  RELANCE_FEC_MONEY = 1 << 4,    /* 51, 53, 54, 58 */
  RELANCE_FEC_LOSS = 1 << 5,     /* 654, 6714: what will never be paid */
  RELANCE_FEC_EQUITY = 1 << 6,   /* 10 to 12, 89: what a year opens with */
  RELANCE_FEC_SUNDRY = 1 << 7,   /* any other of the balance */
  RELANCE_FEC_RESULT = 1 << 8,   /* any other of classes 6 and 7 */
} RelanceFecTraits;

/* What a journal is kept for, as its code and its name say. */
typedef enum
{
  RELANCE_FEC_JOURNAL_UNKNOWN,
  RELANCE_FEC_JOURNAL_OPENING,
  RELANCE_FEC_JOURNAL_SALES,
  RELANCE_FEC_JOURNAL_MONEY,
} RelanceFecJournalKind;

RelanceFecTraits      relance_fec_account_read          (const char *account);
gboolean              relance_fec_account_is_collective (const char *account);
gboolean              relance_fec_account_is_unnamed    (const char *name);
RelanceFecJournalKind relance_fec_journal_read          (const char *code,
                                                         const char *name);

G_END_DECLS
