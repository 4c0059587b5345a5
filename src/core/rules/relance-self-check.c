/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-self-check.h"

static gboolean
is_news_old (const RelanceSelfCheckFacts *facts)
{
  return facts->last_entry == RELANCE_DATE_NONE ||
         facts->today - facts->last_entry > RELANCE_SELF_CHECK_FRESH_DAYS;
}

/* What was refused at an address that was corrected since is no news of the new one. */
static gboolean
is_last_message_lost (const RelanceSelfCheckFacts *facts)
{
  if (facts->last_message == RELANCE_MESSAGE_UNKNOWN)
    return TRUE;

  return facts->last_message == RELANCE_MESSAGE_REFUSED && !facts->is_address_new;
}

static void
add_if (GArray *kinds, gboolean found, RelanceSelfCheckKind kind)
{
  if (found)
    g_array_append_val (kinds, kind);
}

/**
 * relance_self_check:
 *
 * What to look at on our own side before a draft is shown: the client may have paid, may never
 * have heard of it, or may not be reached.
 *
 * Returns: (transfer full) (element-type RelanceSelfCheckKind): the gravest first; none when there
 *   is nothing to look at
 */
GArray *
relance_self_check (const RelanceSelfCheckFacts *facts)
{
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (RelanceSelfCheckKind));

  add_if (kinds, facts->n_credits > 0, RELANCE_SELF_CHECK_CREDIT);
  add_if (kinds, is_news_old (facts), RELANCE_SELF_CHECK_PAYMENTS);
  add_if (kinds, !facts->has_address, RELANCE_SELF_CHECK_ADDRESS);
  add_if (kinds, is_last_message_lost (facts), RELANCE_SELF_CHECK_LAST_MESSAGE);
  add_if (kinds, facts->n_unseen > 0, RELANCE_SELF_CHECK_DOCUMENT);

  return kinds;
}

/**
 * relance_self_check_kind_word:
 *
 * Returns: an English word for programs
 */
const char *
relance_self_check_kind_word (RelanceSelfCheckKind kind)
{
  switch (kind)
    {
    case RELANCE_SELF_CHECK_PAYMENTS:
      return "payments";
    case RELANCE_SELF_CHECK_CREDIT:
      return "credit";
    case RELANCE_SELF_CHECK_LAST_MESSAGE:
      return "last-message";
    case RELANCE_SELF_CHECK_ADDRESS:
      return "address";
    case RELANCE_SELF_CHECK_DOCUMENT:
      return "document";
    default:
      g_assert_not_reached ();
    }
}
