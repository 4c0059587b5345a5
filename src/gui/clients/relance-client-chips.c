/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clients/relance-client-chips.h"

#include "relance-wording.h"

#include <glib/gi18n.h>

/* A chip for each filter but the debts, which have a control of their own. */
void
relance_client_chips_fill (const RelanceChips *chips, const RelanceClientQuery *query)
{
  relance_chips_clear (chips);
  if (query->archived)
    relance_chips_add (chips, RELANCE_CLIENT_CHIP_ARCHIVED, C_ ("clients", "Archived"));
  if (query->kind != 0)
    relance_chips_add (chips, RELANCE_CLIENT_CHIP_KIND, relance_wording_kind (query->kind));
  if (query->reach == RELANCE_CLIENTS_LEFT_OUT)
    relance_chips_add (chips, RELANCE_CLIENT_CHIP_REACH, C_ ("clients", "Left Out of Reminders"));
  if (query->reach == RELANCE_CLIENTS_NO_ADDRESS)
    relance_chips_add (chips, RELANCE_CLIENT_CHIP_REACH, C_ ("clients", "Without a Mail Address"));
  if (query->currency[0] != '\0')
    relance_chips_add (chips, RELANCE_CLIENT_CHIP_CURRENCY, query->currency);
}

/* Takes away from @query what @chip named. */
void
relance_client_chips_remove (RelanceClientChip chip, RelanceClientQuery *query)
{
  switch (chip)
    {
    case RELANCE_CLIENT_CHIP_ARCHIVED:
      query->archived = FALSE;
      break;
    case RELANCE_CLIENT_CHIP_KIND:
      query->kind = 0;
      break;
    case RELANCE_CLIENT_CHIP_REACH:
      query->reach = RELANCE_CLIENTS_ANY_REACH;
      break;
    case RELANCE_CLIENT_CHIP_CURRENCY:
    default:
      query->currency[0] = '\0';
      break;
    }
}
