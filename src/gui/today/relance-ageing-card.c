/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-ageing-card.h"

#include "charts/relance-chart-card.h"
#include "charts/relance-stacked-bar.h"
#include "relance-application.h"
#include "relance-explanation.h"
#include "relance-invoices.h"
#include "relance-money.h"
#include "today/relance-ageing-words.h"
#include "today/relance-bands-dialog.h"
#include "window/relance-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* On paper, in points. */
#define DRAWN_BAR_HEIGHT 28
#define DRAWN_GAP 10
#define DRAWING_HEIGHT (DRAWN_BAR_HEIGHT + DRAWN_GAP + 2 * RELANCE_DRAWING_LINE)

#define SETTING "ageing-bands"

/* The rows below the bands. */
enum
{
  ROW_NOTES = RELANCE_N_BANDS,
  ROW_PAYMENTS,
  N_ROWS,
};

struct _RelanceAgeingCard
{
  GtkBox parent_instance;

  /* Template */
  RelanceChartCard *card;
  RelanceStackedBar *bar;
  GtkLabel *nothing;
  GtkListBox *table;

  /* Of the table */
  AdwActionRow *rows[N_ROWS];
  GtkLabel *amounts[N_ROWS];

  /* Owned */
  RelanceDesk *desk;     /* NULL: nobody asks for credits */
  GSettings *settings;   /* NULL: bands last as long as the card */
  GCancellable *loading; /* of the credits */
  GArray *open;          /* RelanceOpenPart; NULL until there are figures */

  RelanceAgeing ageing;
  RelanceDate day;
  gboolean opens_lists;
  gboolean has_others;
};

G_DEFINE_FINAL_TYPE (RelanceAgeingCard, relance_ageing_card, GTK_TYPE_BOX)

static const struct
{
  const char *css_class;
  RelanceInk ink;
} looks[RELANCE_N_BANDS] = {
  { "band-0", RELANCE_INK_BLUE },      { "band-1", RELANCE_INK_LIGHTEST },
  { "band-2", RELANCE_INK_LIGHT },     { "band-3", RELANCE_INK_STRONG },
  { "band-4", RELANCE_INK_STRONGEST },
};

static void
show_list (RelanceAgeingCard *self, RelanceInvoiceQuery *query, const char *title)
{
  g_strlcpy (query->currency, self->ageing.currency, sizeof query->currency);
  relance_window_show_invoices (relance_window_of (GTK_WIDGET (self)), query, title);
}

static void
show_band (RelanceAgeingCard *self, int band)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  g_autofree char *name = relance_ageing_words_name (&self->ageing, band);
  int to = relance_bands_get_to (&self->ageing.bands, band);

  if (!self->opens_lists)
    return;
  query->filter = RELANCE_INVOICES_OPEN;
  if (band == 0)
    query->due_from = self->day;
  else
    query->due_to = self->day - relance_bands_get_from (&self->ageing.bands, band);
  if (band > 0 && to != G_MAXINT)
    query->due_from = self->day - to;
  show_list (self, query, name);
}

static void
show_credit_notes (RelanceAgeingCard *self)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();

  query->filter = RELANCE_INVOICES_ALL;
  query->states = RELANCE_INVOICE_STATES_CREDIT_NOTES;
  show_list (self, query, _ ("Credit notes"));
}

static void
share_activated_cb (RelanceAgeingCard *self, guint index)
{
  show_band (self, (int) index);
}

static void
row_activated_cb (RelanceAgeingCard *self, GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  if (index == ROW_NOTES)
    show_credit_notes (self);
  else
    show_band (self, index);
}

static void
add_row (RelanceAgeingCard *self, int index)
{
  GtkWidget *amount = gtk_label_new (NULL);

  gtk_widget_add_css_class (amount, "numeric");
  self->amounts[index] = GTK_LABEL (amount);
  self->rows[index] = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  adw_action_row_add_suffix (self->rows[index], amount);
  gtk_list_box_append (self->table, GTK_WIDGET (self->rows[index]));
}

static void
add_swatch (RelanceAgeingCard *self, int band)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_BOX, "css-name", "swatch", "valign", GTK_ALIGN_CENTER,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (swatch, looks[band].css_class);
  adw_action_row_add_prefix (self->rows[band], swatch);
}

static void
fill_row (RelanceAgeingCard *self, int index, const char *title, const char *count, gint64 amount)
{
  g_autofree char *text = relance_money_format (amount, self->ageing.currency, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[index]), title);
  adw_action_row_set_subtitle (self->rows[index], count);
  gtk_label_set_label (self->amounts[index], amount != 0 ? text : "–");
}

static void
fill_band (RelanceAgeingCard *self, int band)
{
  const RelanceTally *tally = &self->ageing.tallies[band];
  g_autofree char *name = relance_ageing_words_name (&self->ageing, band);
  /* Translators: %d is a number of invoices. */
  g_autofree char *count =
    g_strdup_printf (ngettext ("%d invoice", "%d invoices", tally->count), tally->count);

  fill_row (self, band, name, tally->count > 0 ? count : "", tally->amount);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->rows[band]),
                                    tally->count > 0 && self->opens_lists);
}

/* A minus in front: it is owed to the clients, and no part of any band. No list of the book holds
 * payments, so their row opens none and says where they are. */
static void
fill_credits (RelanceAgeingCard *self)
{
  const RelanceTally *notes = &self->ageing.credits.notes;
  const RelanceTally *payments = &self->ageing.credits.payments;
  /* Translators: %d is a number of credit notes. */
  g_autofree char *n_notes =
    g_strdup_printf (ngettext ("%d credit note", "%d credit notes", notes->count), notes->count);
  /* Translators: %d is a number of payments. */
  g_autofree char *n_payments =
    g_strdup_printf (ngettext ("%d payment, on the page of its client",
                               "%d payments, on the pages of their clients", payments->count),
                     payments->count);

  fill_row (self, ROW_NOTES, _ ("Credit notes not used yet"), n_notes, -notes->amount);
  fill_row (self, ROW_PAYMENTS, _ ("Paid too much or in advance"), n_payments, -payments->amount);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->rows[ROW_NOTES]), self->opens_lists);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[ROW_NOTES]), notes->count > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[ROW_PAYMENTS]), payments->count > 0);
}

static void
clear_share (RelanceBarPart *share)
{
  g_free (share->description);
}

static void
fill_bar (RelanceAgeingCard *self)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (RelanceBarPart));

  g_array_set_clear_func (shares, (GDestroyNotify) clear_share);
  for (int band = 0; band < RELANCE_N_BANDS; band++)
    {
      RelanceBarPart share = {
        .css_class = looks[band].css_class,
        .description = relance_ageing_words_describe (&self->ageing, band),
        .value = (double) self->ageing.tallies[band].amount,
      };

      g_array_append_val (shares, share);
    }
  relance_stacked_bar_set_shares (self->bar, shares);
}

static char *
describe_nothing (RelanceAgeingCard *self)
{
  if (!self->has_others)
    return g_strdup (_ ("Nobody owes you anything."));
  /* Translators: %s is the code of a currency, "EUR". */
  return g_strdup_printf (_ ("Nobody owes you anything in %s."), self->ageing.currency);
}

/* A sentence rather than bands that hold nothing. */
static void
show_or_hide_bands (RelanceAgeingCard *self)
{
  gboolean has = self->open->len > 0;
  g_autofree char *nothing = describe_nothing (self);

  gtk_widget_set_visible (GTK_WIDGET (self->bar), has);
  gtk_label_set_label (self->nothing, nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !has);
  for (int band = 0; band < RELANCE_N_BANDS; band++)
    gtk_widget_set_visible (GTK_WIDGET (self->rows[band]), has);
}

static void
show_ageing (RelanceAgeingCard *self)
{
  g_autoptr (RelanceFigureTable) table = relance_ageing_words_make_table (&self->ageing);
  g_autoptr (RelanceExplanation)
    explanation = relance_explain_ageing (self->ageing.currency, self->day, self->ageing.tallies);

  fill_bar (self);
  for (int band = 0; band < RELANCE_N_BANDS; band++)
    fill_band (self, band);
  fill_credits (self);
  show_or_hide_bands (self);
  relance_chart_card_set_table (self->card, table);
  relance_chart_card_set_explanation (self->card, explanation);
}

/* A RelanceDraw. */
static void
draw_bands (const RelanceDrawing *drawing, gpointer data)
{
  RelanceAgeingCard *self = data;
  g_auto (GStrv) names = g_new0 (char *, RELANCE_N_BANDS + 1);
  RelanceInk inks[RELANCE_N_BANDS];
  double sum = 0, x = 0;

  for (int band = 0; band < RELANCE_N_BANDS; band++)
    sum += (double) self->ageing.tallies[band].amount;
  for (int band = 0; band < RELANCE_N_BANDS; band++)
    {
      double share = sum > 0 ? (double) self->ageing.tallies[band].amount / sum : 0;

      inks[band] = looks[band].ink;
      names[band] = relance_ageing_words_name (&self->ageing, band);
      relance_drawing_add_area (drawing, inks[band], x, 0, drawing->width * share,
                                DRAWN_BAR_HEIGHT);
      x += drawing->width * share;
    }
  relance_drawing_add_keys (drawing, inks, (const char *const *) names, RELANCE_N_BANDS,
                            DRAWN_BAR_HEIGHT + DRAWN_GAP);
}

/* A RelanceUseCase. @request: the day. */
static gpointer
load_credits (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  return relance_credits_load (book, GPOINTER_TO_INT (request), error);
}

static void
credits_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceAgeingCard) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) credits = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;
  if (credits == NULL)
    {
      if (window != NULL)
        relance_window_tell_error (window, error);
      return;
    }
  self->ageing.credits = relance_credits_find (credits, self->ageing.currency);
  show_ageing (self);
}

/* They take as long as the figures, and are shown after them. */
static void
ask_for_credits (RelanceAgeingCard *self)
{
  RelanceDate today;

  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  today = relance_clock_get_today (relance_desk_get_clock (self->desk));
  relance_desk_run_async (self->desk, RELANCE_LANE_REPORTS, load_credits,
                          GINT_TO_POINTER (self->day == today ? RELANCE_DATE_NONE : self->day),
                          NULL, (GDestroyNotify) g_array_unref, self->loading, credits_loaded_cb,
                          g_object_ref (self));
}

static void
recount (RelanceAgeingCard *self)
{
  if (self->open == NULL)
    return;
  relance_dashboard_count_bands (self->open, self->day, &self->ageing.bands, self->ageing.tallies);
  show_ageing (self);
}

static void
use_bands (RelanceAgeingCard *self, const RelanceBands *bands)
{
  self->ageing.bands = *bands;
  recount (self);
}

/* What somebody wrote there by hand may be no bands. */
static void
setting_changed_cb (RelanceAgeingCard *self)
{
  g_autoptr (GVariant) value = g_settings_get_value (self->settings, SETTING);
  RelanceBands bands = relance_bands_default;
  gsize n_ends;
  const gint32 *ends = g_variant_get_fixed_array (value, &n_ends, sizeof (gint32));

  for (gsize i = 0; i < RELANCE_N_BAND_ENDS && n_ends == RELANCE_N_BAND_ENDS; i++)
    bands.ends[i] = ends[i];
  use_bands (self, relance_bands_are_good (&bands) ? &bands : &relance_bands_default);
}

static void
bands_chosen_cb (RelanceAgeingCard *self, const RelanceBands *bands)
{
  if (self->settings == NULL)
    use_bands (self, bands);
  else
    g_settings_set_value (self->settings, SETTING,
                          g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, bands->ends,
                                                     RELANCE_N_BAND_ENDS, sizeof (gint32)));
}

static void
edit_bands_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceAgeingCard *self = RELANCE_AGEING_CARD (widget);
  AdwDialog *dialog = relance_bands_dialog_new (self->desk, &self->ageing.bands);

  g_signal_connect_object (dialog, "bands-chosen", G_CALLBACK (bands_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
find_settings (RelanceAgeingCard *self)
{
  GApplication *application = g_application_get_default ();

  if (RELANCE_IS_APPLICATION (application))
    g_set_object (&self->settings,
                  relance_application_get_settings (RELANCE_APPLICATION (application)));
  if (self->settings == NULL)
    return;
  g_signal_connect_object (self->settings, "changed::" SETTING, G_CALLBACK (setting_changed_cb),
                           self, G_CONNECT_SWAPPED);
  setting_changed_cb (self);
}

static void
relance_ageing_card_dispose (GObject *object)
{
  RelanceAgeingCard *self = RELANCE_AGEING_CARD (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->open, g_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, RelanceAgeingCard, nothing);
  gtk_widget_class_bind_template_child (widget_class, RelanceAgeingCard, table);
  gtk_widget_class_bind_template_callback (widget_class, share_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "ageing.edit-bands", NULL, edit_bands_action);
}

static void
relance_ageing_card_init (RelanceAgeingCard *self)
{
  self->day = RELANCE_DATE_NONE;
  self->opens_lists = TRUE;
  self->ageing.bands = relance_bands_default;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_ROWS; i++)
    add_row (self, i);
  for (int band = 0; band < RELANCE_N_BANDS; band++)
    add_swatch (self, band);
  relance_chart_card_set_drawing (self->card, DRAWING_HEIGHT, draw_bands, self);
  find_settings (self);
}

/* Where to ask for what clients have to their credit. */
void
relance_ageing_card_set_desk (RelanceAgeingCard *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_AGEING_CARD (self));

  g_set_object (&self->desk, desk);
}

/**
 * relance_ageing_card_set_figures:
 * @day: of the figures
 */
void
relance_ageing_card_set_figures (RelanceAgeingCard *self,
                                 const RelanceCurrencyFigures *figures,
                                 RelanceDate day)
{
  g_return_if_fail (RELANCE_IS_AGEING_CARD (self));

  /* They are shown again when more is known of them. */
  if (self->open == figures->open)
    return;
  g_clear_pointer (&self->open, g_array_unref);
  self->open = g_array_ref (figures->open);
  self->day = day;
  if (!g_str_equal (self->ageing.currency, figures->currency))
    self->ageing.credits = (RelanceCredits) { 0 };
  g_strlcpy (self->ageing.currency, figures->currency, sizeof self->ageing.currency);
  recount (self);
  ask_for_credits (self);
}

/* Whether there are other currencies, in which something may be owed. Said before the figures are
 * set. */
void
relance_ageing_card_set_has_others (RelanceAgeingCard *self, gboolean has_others)
{
  g_return_if_fail (RELANCE_IS_AGEING_CARD (self));

  self->has_others = has_others;
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
