/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-claims.h"

#include <string.h>

/**
 * relance_claims_list:
 * @figures: (element-type RelanceInstalmentFact):
 * @currency: (nullable): %NULL for all of them
 *
 * Returns: (transfer full) (element-type RelanceClaim): those of one currency, in the same order
 */
GArray *
relance_claims_list (GArray *figures, const char *currency)
{
  GArray *claims = g_array_sized_new (FALSE, FALSE, sizeof (RelanceClaim), figures->len);

  for (guint i = 0; i < figures->len; i++)
    {
      const RelanceInstalmentFact *figure = &g_array_index (figures, RelanceInstalmentFact, i);
      RelanceClaim claim = relance_claims_make (figure);

      if (currency == NULL || strcmp (figure->currency, currency) == 0)
        g_array_append_val (claims, claim);
    }
  return claims;
}
