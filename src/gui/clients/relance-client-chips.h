/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lists/relance-chips.h"
#include "relance-client-query.h"

G_BEGIN_DECLS

/* A part of what the list of clients is narrowed to, that a chip names and takes away. */
typedef enum
{
  RELANCE_CLIENT_CHIP_ARCHIVED = 1,
  RELANCE_CLIENT_CHIP_KIND,
  RELANCE_CLIENT_CHIP_REACH,
  RELANCE_CLIENT_CHIP_CURRENCY,
} RelanceClientChip;

void relance_client_chips_fill   (const RelanceChips       *chips,
                                  const RelanceClientQuery *query);
void relance_client_chips_remove (RelanceClientChip         chip,
                                  RelanceClientQuery       *query);

G_END_DECLS
