/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-table.h"

#include "invoices/relance-invoice-state.h"
#include "relance-invoice.h"
#include "relance-words.h"

struct _RelanceInvoiceTable
{
  RelanceTable parent_instance;
};

G_DEFINE_FINAL_TYPE (RelanceInvoiceTable, relance_invoice_table, RELANCE_TYPE_TABLE)

static char *
describe_number (gpointer invoice, RelanceDate today)
{
  return g_strdup (((RelanceInvoice *) invoice)->number);
}

static char *
describe_client (gpointer invoice, RelanceDate today)
{
  return g_strdup (((RelanceInvoice *) invoice)->client_name);
}

static char *
describe_label (gpointer invoice, RelanceDate today)
{
  return g_strdup (((RelanceInvoice *) invoice)->label);
}

static char *
describe_issued (gpointer invoice, RelanceDate today)
{
  return relance_date_format_short (((RelanceInvoice *) invoice)->issued, NULL);
}

static char *
describe_due (gpointer invoice, RelanceDate today)
{
  return relance_date_format_short (((RelanceInvoice *) invoice)->due, NULL);
}

static char *
describe_total (gpointer record, RelanceDate today)
{
  RelanceInvoice *invoice = record;

  return relance_words_amount (invoice->total, invoice->currency);
}

static char *
describe_balance (gpointer record, RelanceDate today)
{
  RelanceInvoice *invoice = record;

  return invoice->balance != 0 ? relance_words_amount (invoice->balance, invoice->currency) : NULL;
}

/* Where there is room for one amount only. */
static char *
describe_owed (gpointer record, RelanceDate today)
{
  char *balance = describe_balance (record, today);

  return balance != NULL ? balance : describe_total (record, today);
}

static char *
describe_state (gpointer invoice, RelanceDate today)
{
  return relance_invoice_state_words (invoice, today);
}

static const char *
get_state_style (gpointer invoice)
{
  return relance_invoice_state_style (invoice);
}

static const RelanceCell cells[] = {
  { "number", RELANCE_CELL_WORDS, 10, describe_number, NULL },
  { "client", RELANCE_CELL_WORDS, 26, describe_client, NULL },
  { "label", RELANCE_CELL_WORDS, 18, describe_label, NULL },
  { "issued", RELANCE_CELL_DATE, 11, describe_issued, NULL },
  { "due", RELANCE_CELL_DATE, 11, describe_due, NULL },
  { "total", RELANCE_CELL_AMOUNT, 11, describe_total, NULL },
  { "balance", RELANCE_CELL_AMOUNT, 11, describe_balance, NULL },
  { "state", RELANCE_CELL_WORDS, 16, describe_state, get_state_style },
};

static const RelanceCell places[RELANCE_ROW_N_PLACES] = {
  [RELANCE_ROW_TITLE] = { .kind = RELANCE_CELL_WORDS, .describe = describe_client },
  [RELANCE_ROW_AMOUNT] = { .kind = RELANCE_CELL_AMOUNT, .describe = describe_owed },
  [RELANCE_ROW_CAPTION] = { .kind = RELANCE_CELL_WORDS, .describe = describe_number },
  [RELANCE_ROW_STANDING] = { .kind = RELANCE_CELL_WORDS,
                             .describe = describe_state,
                             .get_style = get_state_style },
};

static void
relance_invoice_table_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_INVOICE_TABLE);
  G_OBJECT_CLASS (relance_invoice_table_parent_class)->dispose (object);
}

static void
relance_invoice_table_class_init (RelanceInvoiceTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_invoice_table_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/example/Relance/relance-invoice-table.ui");
}

static void
relance_invoice_table_init (RelanceInvoiceTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  relance_table_set_cells (RELANCE_TABLE (self), cells, G_N_ELEMENTS (cells), places);
}
