/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lists/relance-chips.h"
#include "relance-invoice-query.h"

G_BEGIN_DECLS

/* A part of what a list is narrowed to, that a chip names and takes away. */
typedef enum
{
  RELANCE_CHIP_TITLE = 1, /* all that a figure of Today stands for */
  RELANCE_CHIP_KIND,
  RELANCE_CHIP_CLIENT,
  RELANCE_CHIP_ISSUED,
  RELANCE_CHIP_DUE,
  RELANCE_CHIP_AMOUNT,
  RELANCE_CHIP_CURRENCY,
} RelanceChip;

void relance_invoice_chips_fill   (AdwWrapBox                *box,
                                   const RelanceInvoiceQuery *query,
                                   const char                *title,
                                   const char                *client,
                                   RelanceChipRemoved         removed,
                                   gpointer                   user_data);
void relance_invoice_chips_remove (RelanceChip                chip,
                                   RelanceInvoiceQuery       *query);

G_END_DECLS
