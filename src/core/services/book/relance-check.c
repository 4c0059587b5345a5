/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-check.h"

#include "relance-outbox.h"
#include "relance-store-check.h"

#include <glib/gi18n-lib.h>

/* Translators: each number is the id of a client, an invoice, a payment or a document. */
static const char *
get_format (RelanceSum sum)
{
  switch (sum)
    {
    case RELANCE_SUM_ORPHAN:
      return _ ("Client %s was removed, but an invoice or a payment of it was not.");
    case RELANCE_SUM_ALLOCATION:
      return _ ("Invoice %s has received more than it asks for.");
    case RELANCE_SUM_PAYMENT:
      return _ (
        "Payment %s is spread over more than was received, or over invoices it is not for.");
    case RELANCE_SUM_TOTAL:
      return _ ("The total of invoice %s is not the sum of its instalments.");
    case RELANCE_SUM_DATE:
      return _ ("Invoice %s holds a date that does not exist.");
    case RELANCE_SUM_PAYMENT_DATE:
      return _ ("Payment %s holds a date that does not exist.");
    case RELANCE_SUM_LOOSE:
      return _ ("Payment %s counts towards an instalment that is no more.");
    case RELANCE_SUM_REPLACED:
      return _ ("Payment %s does not fit the one whose place it took.");
    case RELANCE_SUM_GIVEN_UP:
      return _ ("Credit note or write-off %s lacks its number or its invoice.");
    case RELANCE_SUM_DOCUMENT:
      return _ ("Document %s belongs to nothing.");
    default:
      g_assert_not_reached ();
    }
}

static gboolean
check_sum (RelanceStore *store, RelanceSum sum, GPtrArray *findings, GError **error)
{
  g_autoptr (GArray) ids = relance_store_check_sum (store, sum, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (ids, gint64, i));

      g_ptr_array_add (findings, g_strdup_printf (get_format (sum), id));
    }
  return TRUE;
}

/**
 * relance_check:
 * @findings: (element-type utf8): a sentence is added for each thing that is wrong; none
 *   when the book is as it should be
 *
 * Looks at the whole book: the file, the sums, the outbox. Changes nothing.
 *
 * Returns: %FALSE with an error when it could not be looked at
 */
gboolean
relance_check (RelanceBook *book, GPtrArray *findings, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  if (!relance_store_check_file (store, findings, error))
    return FALSE;
  /* Sums over pages that cannot be read would say nothing more. */
  if (relance_book_is_damaged (book))
    return TRUE;
  for (RelanceSum sum = RELANCE_SUM_ORPHAN; sum <= RELANCE_SUM_DOCUMENT; sum++)
    if (!check_sum (store, sum, findings, error))
      return FALSE;
  return relance_outbox_check (book, findings, error);
}
