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
  if (invoice->state == RELANCE_INVOICE_WRITTEN_OFF)
    return g_strdup (C_ ("invoice", "written off"));
  if (invoice->state == RELANCE_INVOICE_CREDIT_NOTE)
    return g_strdup (C_ ("invoice", "credit note"));
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
  return invoice->state == RELANCE_INVOICE_OPEN ? "" : "dimmed";
}

static const RelancePayment *
find_replacement (RelanceInvoice *invoice)
{
  for (guint i = 0; i < invoice->payments->len; i++)
    {
      const RelancePayment *payment = &g_array_index (invoice->payments, RelancePayment, i);

      if (payment->kind == RELANCE_PAYMENT_REPLACEMENT)
        return payment;
    }
  return NULL;
}

/* Returns: (transfer full): what matters most of an invoice that was loaded whole. */
char *
relance_invoice_state_headline (RelanceInvoice *invoice)
{
  const RelancePayment *replacement = find_replacement (invoice);
  g_autofree char *balance = relance_words_amount (invoice->balance, invoice->currency);

  if (invoice->balance > 0)
    /* Translators: %s is the amount that remains due on an invoice. */
    return g_strdup_printf (_ ("%s due"), balance);
  if (replacement != NULL)
    /* Translators: %s is the number of the invoice that replaces this one. */
    return g_strdup_printf (_ ("Replaced by %s"), replacement->number);
  return g_strdup (invoice->written_off > 0 ? _ ("Written Off") : _ ("Paid in Full"));
}

static const char *
name_due_source (const char *source)
{
  if (g_strcmp0 (source, "explicit") == 0)
    return C_ ("due date", "as written on the invoice");
  if (g_strcmp0 (source, "terms") == 0)
    return C_ ("due date", "from the terms on the invoice");
  if (g_strcmp0 (source, "client") == 0)
    return C_ ("due date", "from the terms agreed with the client");
  if (g_strcmp0 (source, "default") == 0)
    return C_ ("due date", "30 days, as nothing else is known");
  return NULL;
}

/* Returns: (transfer full): the due date, and where it came from. */
char *
relance_invoice_state_due (RelanceInvoice *invoice)
{
  g_autofree char *date = relance_words_date (invoice->due);
  const char *source = name_due_source (invoice->due_source);

  return source != NULL ? g_strdup_printf ("%s · %s", date, source) : g_steal_pointer (&date);
}

/* Whether somebody left it out of reminders, and the last day of that has not passed. */
gboolean
relance_invoice_state_is_excluded (RelanceInvoice *invoice, RelanceDate today)
{
  return invoice->excluded != NULL &&
         (invoice->excluded_until == RELANCE_DATE_NONE || invoice->excluded_until >= today);
}

/* Returns: (transfer full) (nullable): why no reminder speaks of it. */
char *
relance_invoice_state_exclusion (RelanceInvoice *invoice, RelanceDate today)
{
  g_autofree char *until = NULL;

  if (!relance_invoice_state_is_excluded (invoice, today))
    return NULL;
  if (invoice->excluded_until == RELANCE_DATE_NONE)
    /* Translators: %s is why, as somebody typed it. */
    return g_strdup_printf (_ ("Left out of reminders: %s"), invoice->excluded);
  until = relance_words_date (invoice->excluded_until);
  /* Translators: a date, and why, as somebody typed it. */
  return g_strdup_printf (_ ("Left out of reminders until %s: %s"), until, invoice->excluded);
}
