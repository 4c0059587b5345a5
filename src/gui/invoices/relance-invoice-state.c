/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-state.h"

#include "relance-words.h"

#include <glib/gi18n.h>

/* Returns: (transfer full): where an invoice stands, in words: “31 days late”. */
char *
relance_invoice_state_words (RelanceInvoice *invoice, RelanceDate today)
{
  int days = invoice->due - today;

  if (invoice->state == RELANCE_INVOICE_PAID)
    return g_strdup (C_ ("invoice", "paid"));
  if (invoice->state == RELANCE_INVOICE_OVERDUE)
    return relance_words_days_late (invoice->days_late);
  if (days == 0)
    return g_strdup (C_ ("invoice", "due today"));
  if (days == 1)
    return g_strdup (C_ ("invoice", "due tomorrow"));
  /* Translators: %d is in how many days an invoice falls due. */
  return g_strdup_printf (ngettext ("due in %d day", "due in %d days", days), days);
}

/* The style class that goes with the words. */
const char *
relance_invoice_state_style (RelanceInvoice *invoice)
{
  if (invoice->state == RELANCE_INVOICE_OVERDUE)
    return "warning";
  return invoice->state == RELANCE_INVOICE_PAID ? "dimmed" : "";
}
