/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-credits.h"

#include "relance-store-credits.h"

static RelanceCredits *
look_up (GArray *credits, const char *currency)
{
  for (guint i = 0; i < credits->len; i++)
    {
      RelanceCredits *found = &g_array_index (credits, RelanceCredits, i);

      if (g_str_equal (found->currency, currency))
        return found;
    }
  return NULL;
}

static RelanceCredits *
get_credits (GArray *credits, const char *currency)
{
  RelanceCredits *found = look_up (credits, currency);
  RelanceCredits added = { 0 };

  if (found != NULL)
    return found;
  g_strlcpy (added.currency, currency, sizeof added.currency);
  g_array_append_val (credits, added);
  return &g_array_index (credits, RelanceCredits, credits->len - 1);
}

/**
 * relance_credits_load:
 * @as_of: any day, or %RELANCE_DATE_NONE for all that the book holds
 *
 * Reads the whole book, as the figures do.
 *
 * Returns: (transfer full) (element-type RelanceCredits): a currency that is not there has none; or
 *   %NULL with an error of %RELANCE_STORE_ERROR
 */
GArray *
relance_credits_load (RelanceBook *book, RelanceDate as_of, GError **error)
{
  g_autoptr (GArray)
    facts = relance_store_list_credits (relance_book_get_store (book), as_of, error);
  g_autoptr (GArray) credits = g_array_new (FALSE, FALSE, sizeof (RelanceCredits));

  if (facts == NULL)
    return NULL;
  for (guint i = 0; i < facts->len; i++)
    {
      const RelanceCreditFact *fact = &g_array_index (facts, RelanceCreditFact, i);
      RelanceCredits *found = get_credits (credits, fact->currency);

      *(fact->is_credit_note ? &found->notes : &found->payments) =
        (RelanceTally) { fact->count, fact->amount };
    }
  return g_steal_pointer (&credits);
}

/**
 * relance_credits_find:
 * @credits: (element-type RelanceCredits)
 *
 * Returns: those of a currency, or none
 */
RelanceCredits
relance_credits_find (GArray *credits, const char *currency)
{
  const RelanceCredits *found = look_up (credits, currency);

  return found != NULL ? *found : (RelanceCredits) { 0 };
}
