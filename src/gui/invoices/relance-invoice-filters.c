/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-filters.h"

#include "invoices/relance-client-field.h"
#include "invoices/relance-date-field.h"
#include "relance-money.h"
#include "relance-typed-amount.h"

#include <glib/gi18n.h>

struct _RelanceInvoiceFilters
{
  AdwDialog parent_instance;

  AdwComboRow *kind;
  AdwComboRow *currency;
  GtkStringList *currencies;
  RelanceClientField *client;
  RelanceDateField *issued_from;
  RelanceDateField *issued_to;
  RelanceDateField *due_from;
  RelanceDateField *due_to;
  AdwEntryRow *amount_from;
  AdwEntryRow *amount_to;

  gboolean filling; /* by the program, not by the user */
};

G_DEFINE_FINAL_TYPE (RelanceInvoiceFilters, relance_invoice_filters, ADW_TYPE_DIALOG)

enum
{
  CHANGED,
  CLEARED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* As the row that chooses them lists them. */
static const RelanceInvoiceStates kinds[] = {
  RELANCE_INVOICE_STATES_EVERY,
  RELANCE_INVOICE_STATES_WRITTEN_OFF,
  RELANCE_INVOICE_STATES_CREDIT_NOTES,
};

/* The one whose digits amounts are typed with. */
static const char *
get_currency (RelanceInvoiceFilters *self)
{
  guint selected = adw_combo_row_get_selected (self->currency);

  return selected > 0 ? gtk_string_list_get_string (self->currencies, selected) : "EUR";
}

static void
changed_cb (RelanceInvoiceFilters *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_clicked_cb (RelanceInvoiceFilters *self)
{
  g_signal_emit (self, signals[CLEARED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
relance_invoice_filters_dispose (GObject *object)
{
  RELANCE_INVOICE_FILTERS (object)->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_INVOICE_FILTERS);
  G_OBJECT_CLASS (relance_invoice_filters_parent_class)->dispose (object);
}

static void
relance_invoice_filters_class_init (RelanceInvoiceFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_invoice_filters_dispose;
  signals[CHANGED] = g_signal_new ("changed", RELANCE_TYPE_INVOICE_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLEARED] = g_signal_new ("cleared", RELANCE_TYPE_INVOICE_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RELANCE_TYPE_CLIENT_FIELD);
  g_type_ensure (RELANCE_TYPE_DATE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-invoice-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceFilters, kind);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceFilters, currency);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceFilters, currencies);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceFilters, client);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceFilters, issued_from);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceFilters, issued_to);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceFilters, due_from);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceFilters, due_to);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceFilters, amount_from);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceFilters, amount_to);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
relance_invoice_filters_init (RelanceInvoiceFilters *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->client, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
fill_currencies (RelanceInvoiceFilters *self, GStrv currencies, const char *chosen)
{
  guint selected = 0;

  gtk_string_list_append (self->currencies, C_ ("currencies", "All"));
  for (guint i = 0; currencies[i] != NULL; i++)
    {
      gtk_string_list_append (self->currencies, currencies[i]);
      if (g_str_equal (currencies[i], chosen))
        selected = i + 1;
    }
  adw_combo_row_set_selected (self->currency, selected);
}

static void
fill_date (RelanceDateField *field, RelanceDate date, RelanceDate today)
{
  relance_date_field_set_today (field, today, FALSE);
  if (date != RELANCE_DATE_NONE)
    relance_date_field_set_date (field, date);
}

static void
fill_amount (RelanceInvoiceFilters *self, AdwEntryRow *row, gint64 amount)
{
  g_autofree char *text = NULL;

  if (amount == RELANCE_AMOUNT_ANY)
    return;
  text = relance_money_format_plain (amount, get_currency (self));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static gint64
read_amount (RelanceInvoiceFilters *self, AdwEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  gint64 amount = 0;
  gboolean good = relance_typed_amount_parse (text, get_currency (self), NULL, &amount, NULL);

  if (text[0] != '\0' && !good)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  return good && amount >= 0 ? amount : RELANCE_AMOUNT_ANY;
}

/**
 * relance_invoice_filters_new:
 * @query: what is asked now
 * @client: (nullable): the name of its client
 * @currencies: those of the book
 */
AdwDialog *
relance_invoice_filters_new (RelanceDesk *desk,
                             const RelanceInvoiceQuery *query,
                             const char *client,
                             GStrv currencies)
{
  RelanceInvoiceFilters *self = g_object_new (RELANCE_TYPE_INVOICE_FILTERS, NULL);
  RelanceDate today = relance_clock_get_today (relance_desk_get_clock (desk));

  relance_client_field_set_desk (self->client, desk);
  if (query->client_id != 0)
    relance_client_field_set_client (self->client, query->client_id, client);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == query->states)
      adw_combo_row_set_selected (self->kind, i);
  fill_currencies (self, currencies, query->currency);
  fill_date (self->issued_from, query->issued_from, today);
  fill_date (self->issued_to, query->issued_to, today);
  fill_date (self->due_from, query->due_from, today);
  fill_date (self->due_to, query->due_to, today);
  fill_amount (self, self->amount_from, query->amount_from);
  fill_amount (self, self->amount_to, query->amount_to);
  self->filling = FALSE;
  return ADW_DIALOG (self);
}

/* Sets in @query what was chosen; an end that is not understood is left open. */
void
relance_invoice_filters_apply (RelanceInvoiceFilters *self, RelanceInvoiceQuery *query)
{
  guint currency = adw_combo_row_get_selected (self->currency);

  g_return_if_fail (RELANCE_IS_INVOICE_FILTERS (self));

  query->states = kinds[adw_combo_row_get_selected (self->kind)];
  g_strlcpy (query->currency,
             currency > 0 ? gtk_string_list_get_string (self->currencies, currency) : "",
             sizeof query->currency);
  query->client_id = relance_client_field_get_client_id (self->client);
  query->issued_from = relance_date_field_get_date (self->issued_from);
  query->issued_to = relance_date_field_get_date (self->issued_to);
  query->due_from = relance_date_field_get_date (self->due_from);
  query->due_to = relance_date_field_get_date (self->due_to);
  query->amount_from = read_amount (self, self->amount_from);
  query->amount_to = read_amount (self, self->amount_to);
}

const char *
relance_invoice_filters_get_client_name (RelanceInvoiceFilters *self)
{
  g_return_val_if_fail (RELANCE_IS_INVOICE_FILTERS (self), NULL);

  return relance_client_field_get_name (self->client);
}
