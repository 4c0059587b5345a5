/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-store.h"

G_BEGIN_DECLS

/* A rule that every book keeps; the rows that break one are named by what they are. */
typedef enum
{
  RELANCE_SUM_ORPHAN = 1,  /* a removed client still has an invoice or a payment */
  RELANCE_SUM_ALLOCATION,  /* an invoice has received more than an instalment of it asks for */
  RELANCE_SUM_PAYMENT,     /* a payment is spread over more than was received, or elsewhere */
  RELANCE_SUM_TOTAL,       /* an invoice is not the sum of its instalments */
  RELANCE_SUM_DATE,        /* an invoice holds a date that does not exist */
  RELANCE_SUM_PAYMENT_DATE, /* a payment does */
  RELANCE_SUM_LOOSE,       /* a payment counts towards an instalment that is no more */
  RELANCE_SUM_REPLACED,    /* a payment and the one it replaces both count, or differ */
  RELANCE_SUM_GIVEN_UP,    /* a credit note without number, a write-off that is for no invoice */
  RELANCE_SUM_DOCUMENT,    /* a document belongs to nothing */
} RelanceSum;

GArray *relance_store_check_sum (RelanceStore  *self,
                                 RelanceSum     sum,
                                 GError       **error);

G_END_DECLS
