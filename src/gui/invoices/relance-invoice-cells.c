/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-cells.h"

#include "invoices/relance-invoice-state.h"
#include "relance-words.h"

/* Each shows nothing while its invoice is being read. */

static char *
describe_number (GObject *cell, RelanceInvoice *invoice)
{
  return invoice != NULL ? g_strdup (invoice->number) : NULL;
}

static char *
describe_client (GObject *cell, RelanceInvoice *invoice)
{
  return invoice != NULL ? g_strdup (invoice->client_name) : NULL;
}

static char *
describe_label (GObject *cell, RelanceInvoice *invoice)
{
  return invoice != NULL ? g_strdup (invoice->label) : NULL;
}

static char *
describe_issued (GObject *cell, RelanceInvoice *invoice)
{
  return invoice != NULL ? relance_date_format_short (invoice->issued, NULL) : NULL;
}

static char *
describe_due (GObject *cell, RelanceInvoice *invoice)
{
  return invoice != NULL ? relance_date_format_short (invoice->due, NULL) : NULL;
}

static char *
describe_total (GObject *cell, RelanceInvoice *invoice)
{
  return invoice != NULL ? relance_words_amount (invoice->total, invoice->currency) : NULL;
}

static char *
describe_balance (GObject *cell, RelanceInvoice *invoice)
{
  if (invoice == NULL || invoice->balance == 0)
    return NULL;
  return relance_words_amount (invoice->balance, invoice->currency);
}

/* Where there is room for one amount only. */
static char *
describe_owed (GObject *cell, RelanceInvoice *invoice)
{
  if (invoice == NULL || invoice->balance == 0)
    return describe_total (cell, invoice);
  return describe_balance (cell, invoice);
}

static char *
describe_state (GObject *cell, RelanceInvoice *invoice, int today)
{
  return invoice != NULL ? relance_invoice_state_words (invoice, today) : NULL;
}

static char **
list_state_classes (GObject *cell, RelanceInvoice *invoice)
{
  const char *classes[] = { invoice != NULL ? relance_invoice_state_style (invoice) : "", NULL };

  return g_strdupv ((char **) classes);
}

static char **
list_small_state_classes (GObject *cell, RelanceInvoice *invoice)
{
  const char *classes[] = { "caption", invoice != NULL ? relance_invoice_state_style (invoice) : "",
                            NULL };

  return g_strdupv ((char **) classes);
}

void
relance_invoice_cells_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, describe_number);
  gtk_widget_class_bind_template_callback (widget_class, describe_client);
  gtk_widget_class_bind_template_callback (widget_class, describe_label);
  gtk_widget_class_bind_template_callback (widget_class, describe_issued);
  gtk_widget_class_bind_template_callback (widget_class, describe_due);
  gtk_widget_class_bind_template_callback (widget_class, describe_total);
  gtk_widget_class_bind_template_callback (widget_class, describe_balance);
  gtk_widget_class_bind_template_callback (widget_class, describe_owed);
  gtk_widget_class_bind_template_callback (widget_class, describe_state);
  gtk_widget_class_bind_template_callback (widget_class, list_state_classes);
  gtk_widget_class_bind_template_callback (widget_class, list_small_state_classes);
}
