/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-ageing-card.h"

#include "charts/relance-chart-card.h"
#include "charts/relance-stacked-bar.h"
#include "relance-invoices.h"
#include "relance-money.h"
#include "window/relance-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* On paper, in points. */
#define DRAWN_BAR_HEIGHT 28
#define DRAWN_GAP 10
#define DRAWING_HEIGHT (DRAWN_BAR_HEIGHT + DRAWN_GAP + RELANCE_DRAWING_LINE)

struct _RelanceAgeingCard
{
  GtkBox parent_instance;

  /* Template */
  RelanceChartCard *card;
  RelanceStackedBar *bar;
  GtkListBox *table;

  /* Of the table, one a band */
  AdwActionRow *rows[RELANCE_N_BANDS];
  GtkLabel *amounts[RELANCE_N_BANDS];

  RelanceTally tallies[RELANCE_N_BANDS];
  char currency[4];
  RelanceDate today;
  gboolean opens_lists;
};

G_DEFINE_FINAL_TYPE (RelanceAgeingCard, relance_ageing_card, GTK_TYPE_BOX)

/* Days late; the last band has no end. */
static const struct
{
  int from;
  int to;
  const char *css_class;
  RelanceInk ink;
  const char *name;
} bands[RELANCE_N_BANDS] = {
  { 0, 0, "band-0", RELANCE_INK_BLUE, N_ ("Not due yet") },
  { 1, 30, "band-1", RELANCE_INK_LIGHTEST, N_ ("1–30 days late") },
  { 31, 60, "band-2", RELANCE_INK_LIGHT, N_ ("31–60 days late") },
  { 61, 90, "band-3", RELANCE_INK_STRONG, N_ ("61–90 days late") },
  { 91, G_MAXINT, "band-4", RELANCE_INK_STRONGEST, N_ ("Over 90 days late") },
};

static void
show_band (RelanceAgeingCard *self, int band)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();

  if (!self->opens_lists)
    return;
  query->filter = RELANCE_INVOICES_OPEN;
  g_strlcpy (query->currency, self->currency, sizeof query->currency);
  if (band == 0)
    query->due_from = self->today;
  else
    query->due_to = self->today - bands[band].from;
  if (band > 0 && bands[band].to != G_MAXINT)
    query->due_from = self->today - bands[band].to;
  relance_window_show_invoices (relance_window_of (GTK_WIDGET (self)), query, _ (bands[band].name));
}

static void
share_activated_cb (RelanceAgeingCard *self, guint index)
{
  show_band (self, (int) index);
}

static void
row_activated_cb (RelanceAgeingCard *self, GtkListBoxRow *row)
{
  show_band (self, gtk_list_box_row_get_index (row));
}

static void
add_row (RelanceAgeingCard *self, int band)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_BOX, "css-name", "swatch", "valign", GTK_ALIGN_CENTER,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *amount = gtk_label_new (NULL);

  gtk_widget_add_css_class (swatch, bands[band].css_class);
  gtk_widget_add_css_class (amount, "numeric");
  self->amounts[band] = GTK_LABEL (amount);
  self->rows[band] = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ (bands[band].name), NULL);
  adw_action_row_add_prefix (self->rows[band], swatch);
  adw_action_row_add_suffix (self->rows[band], amount);
  gtk_list_box_append (self->table, GTK_WIDGET (self->rows[band]));
}

static void
fill_row (RelanceAgeingCard *self, int band, const RelanceTally *tally, const char *amount)
{
  /* Translators: %d is a number of invoices. */
  g_autofree char *count =
    g_strdup_printf (ngettext ("%d invoice", "%d invoices", tally->count), tally->count);

  gtk_label_set_label (self->amounts[band], tally->count > 0 ? amount : "–");
  adw_action_row_set_subtitle (self->rows[band], tally->count > 0 ? count : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->rows[band]),
                                    tally->count > 0 && self->opens_lists);
}

static RelanceBarPart
describe_share (int band, const RelanceTally *tally, const char *amount)
{
  RelanceBarPart share = { .css_class = bands[band].css_class, .value = (double) tally->amount };

  /* Translators: an age band such as “1–30 days late”, then an amount and a number of invoices. */
  share.description = g_strdup_printf (
    ngettext ("%1$s: %2$s in %3$d invoice", "%1$s: %2$s in %3$d invoices", tally->count),
    _ (bands[band].name), amount, tally->count);
  return share;
}

static gint64
add_up (RelanceAgeingCard *self)
{
  gint64 sum = 0;

  for (int band = 0; band < RELANCE_N_BANDS; band++)
    sum += self->tallies[band].amount;
  return sum;
}

static RelanceFigureTable *
make_table (RelanceAgeingCard *self)
{
  RelanceFigureTable *table = relance_figure_table_new ();
  gint64 sum = add_up (self);

  relance_figure_table_add_column (table, C_ ("column", "Age"), NULL);
  relance_figure_table_add_column (table, C_ ("column", "Invoices"), NULL);
  relance_figure_table_add_column (table, C_ ("column", "Owed"), self->currency);
  relance_figure_table_add_column (table, C_ ("column", "Share"), "%");
  for (int band = 0; band < RELANCE_N_BANDS; band++)
    {
      relance_figure_table_add_text (table, _ (bands[band].name));
      relance_figure_table_add_count (table, self->tallies[band].count);
      relance_figure_table_add_amount (table, self->tallies[band].amount, self->currency);
      relance_figure_table_add_share (table, self->tallies[band].amount, sum);
    }
  return table;
}

/* A RelanceDraw. */
static void
draw_bands (const RelanceDrawing *drawing, gpointer data)
{
  RelanceAgeingCard *self = data;
  gint64 sum = add_up (self);
  double x = 0, key = 0;

  for (int band = 0; band < RELANCE_N_BANDS && sum > 0; band++)
    {
      double width = drawing->width * ((double) self->tallies[band].amount / (double) sum);

      relance_drawing_add_area (drawing, bands[band].ink, x, 0, width, DRAWN_BAR_HEIGHT);
      x += width;
    }
  for (int band = 0; band < RELANCE_N_BANDS; band++)
    key = relance_drawing_add_key (drawing, bands[band].ink, _ (bands[band].name), key,
                                   DRAWN_BAR_HEIGHT + DRAWN_GAP);
}

static void
clear_share (RelanceBarPart *share)
{
  g_free (share->description);
}

static void
relance_ageing_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_AGEING_CARD);
  G_OBJECT_CLASS (relance_ageing_card_parent_class)->dispose (object);
}

static void
relance_ageing_card_class_init (RelanceAgeingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_ageing_card_dispose;

  g_type_ensure (RELANCE_TYPE_CHART_CARD);
  g_type_ensure (RELANCE_TYPE_STACKED_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-ageing-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceAgeingCard, card);
  gtk_widget_class_bind_template_child (widget_class, RelanceAgeingCard, bar);
  gtk_widget_class_bind_template_child (widget_class, RelanceAgeingCard, table);
  gtk_widget_class_bind_template_callback (widget_class, share_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
relance_ageing_card_init (RelanceAgeingCard *self)
{
  self->today = RELANCE_DATE_NONE;
  self->opens_lists = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int band = 0; band < RELANCE_N_BANDS; band++)
    add_row (self, band);
  relance_chart_card_set_drawing (self->card, DRAWING_HEIGHT, draw_bands, self);
}

void
relance_ageing_card_set_figures (RelanceAgeingCard *self,
                                 const RelanceCurrencyFigures *figures,
                                 RelanceDate today)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (RelanceBarPart));
  g_autoptr (RelanceFigureTable) table = NULL;

  g_return_if_fail (RELANCE_IS_AGEING_CARD (self));

  g_array_set_clear_func (shares, (GDestroyNotify) clear_share);
  g_strlcpy (self->currency, figures->currency, sizeof self->currency);
  self->today = today;
  memcpy (self->tallies, figures->bands, sizeof self->tallies);
  for (int band = 0; band < RELANCE_N_BANDS; band++)
    {
      const RelanceTally *tally = &figures->bands[band];
      g_autofree char *amount = relance_money_format (tally->amount, figures->currency, NULL);
      RelanceBarPart share = describe_share (band, tally, amount);

      fill_row (self, band, tally, amount);
      g_array_append_val (shares, share);
    }
  relance_stacked_bar_set_shares (self->bar, shares);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), figures->owed.count > 0);
  table = make_table (self);
  relance_chart_card_set_table (self->card, table);
}

/* Lists show the book as it is: figures of another day have none behind them. Said before the
 * figures are set. */
void
relance_ageing_card_set_opens_lists (RelanceAgeingCard *self, gboolean opens_lists)
{
  g_return_if_fail (RELANCE_IS_AGEING_CARD (self));

  self->opens_lists = opens_lists;
  if (opens_lists)
    gtk_widget_remove_css_class (GTK_WIDGET (self->bar), "only-shown");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->bar), "only-shown");
}

void
relance_ageing_card_set_explanation (RelanceAgeingCard *self, const RelanceExplanation *explanation)
{
  g_return_if_fail (RELANCE_IS_AGEING_CARD (self));

  relance_chart_card_set_explanation (self->card, explanation);
}
