/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clients/relance-client-filters.h"

#include <glib/gi18n.h>

struct _RelanceClientFilters
{
  AdwDialog parent_instance;

  AdwComboRow *use;
  AdwComboRow *kind;
  AdwComboRow *reach;
  AdwComboRow *currency;
  GtkStringList *currencies;

  gboolean filling; /* by the program, not by the user */
};

G_DEFINE_FINAL_TYPE (RelanceClientFilters, relance_client_filters, ADW_TYPE_DIALOG)

enum
{
  CHANGED,
  CLEARED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (RelanceClientFilters *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_clicked_cb (RelanceClientFilters *self)
{
  g_signal_emit (self, signals[CLEARED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
relance_client_filters_dispose (GObject *object)
{
  RELANCE_CLIENT_FILTERS (object)->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_CLIENT_FILTERS);
  G_OBJECT_CLASS (relance_client_filters_parent_class)->dispose (object);
}

static void
relance_client_filters_class_init (RelanceClientFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_client_filters_dispose;
  signals[CHANGED] = g_signal_new ("changed", RELANCE_TYPE_CLIENT_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLEARED] = g_signal_new ("cleared", RELANCE_TYPE_CLIENT_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-client-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceClientFilters, use);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientFilters, kind);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientFilters, reach);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientFilters, currency);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientFilters, currencies);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
relance_client_filters_init (RelanceClientFilters *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_currencies (RelanceClientFilters *self, GStrv currencies, const char *chosen)
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

/**
 * relance_client_filters_new:
 * @query: what is asked now
 * @currencies: those of the book
 */
AdwDialog *
relance_client_filters_new (const RelanceClientQuery *query, GStrv currencies)
{
  RelanceClientFilters *self = g_object_new (RELANCE_TYPE_CLIENT_FILTERS, NULL);

  /* The rows list what the enums count, all first. */
  adw_combo_row_set_selected (self->use, query->archived ? 1 : 0);
  adw_combo_row_set_selected (self->kind, (guint) query->kind);
  adw_combo_row_set_selected (self->reach, (guint) query->reach);
  fill_currencies (self, currencies, query->currency);
  self->filling = FALSE;
  return ADW_DIALOG (self);
}

/* Sets in @query what was chosen. */
void
relance_client_filters_apply (RelanceClientFilters *self, RelanceClientQuery *query)
{
  guint currency = adw_combo_row_get_selected (self->currency);

  g_return_if_fail (RELANCE_IS_CLIENT_FILTERS (self));

  query->archived = adw_combo_row_get_selected (self->use) == 1;
  query->kind = (RelanceKind) adw_combo_row_get_selected (self->kind);
  query->reach = (RelanceClientReach) adw_combo_row_get_selected (self->reach);
  g_strlcpy (query->currency,
             currency > 0 ? gtk_string_list_get_string (self->currencies, currency) : "",
             sizeof query->currency);
}
