/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-ageing-words.h"

#include "relance-money.h"

#include <glib/gi18n.h>

static gint64
add_up (const RelanceAgeing *self)
{
  gint64 sum = 0;

  for (int band = 0; band < RELANCE_N_BANDS; band++)
    sum += self->tallies[band].amount;
  return sum;
}

static void
add_row (RelanceFigureTable *table,
         const char *name,
         const RelanceTally *tally,
         const char *currency)
{
  relance_figure_table_add_text (table, name);
  relance_figure_table_add_count (table, tally->count);
  relance_figure_table_add_amount (table, tally->amount, currency);
}

static void
add_band (const RelanceAgeing *self, RelanceFigureTable *table, int band)
{
  g_autofree char *name = relance_ageing_words_name (self, band);

  add_row (table, name, &self->tallies[band], self->currency);
  relance_figure_table_add_share (table, self->tallies[band].amount, add_up (self));
}

/* It is no share of what is owed. */
static void
add_credit (const RelanceAgeing *self,
            RelanceFigureTable *table,
            const char *name,
            const RelanceTally *tally)
{
  const RelanceTally less = { tally->count, -tally->amount };

  if (tally->count == 0)
    return;
  add_row (table, name, &less, self->currency);
  relance_figure_table_add_share (table, 0, 0);
}

/* Returns: (transfer full): what a band is called */
char *
relance_ageing_words_name (const RelanceAgeing *self, int band)
{
  int from, to = relance_bands_get_to (&self->bands, band);

  if (band == 0)
    return g_strdup (_ ("Not due yet"));
  from = relance_bands_get_from (&self->bands, band);
  if (to == G_MAXINT)
    /* Translators: a band of age; %d is a number of days. */
    return g_strdup_printf (ngettext ("Over %d day late", "Over %d days late", from - 1), from - 1);
  if (from == to)
    /* Translators: a band of age that is one day long; %d is a number of days. */
    return g_strdup_printf (ngettext ("%d day late", "%d days late", to), to);
  /* Translators: a band of age, from one number of days to another. */
  return g_strdup_printf (ngettext ("%1$d–%2$d day late", "%1$d–%2$d days late", to), from, to);
}

/* Returns: (transfer full): a band with what it holds */
char *
relance_ageing_words_describe (const RelanceAgeing *self, int band)
{
  const RelanceTally *tally = &self->tallies[band];
  g_autofree char *name = relance_ageing_words_name (self, band);
  g_autofree char *amount = relance_money_format (tally->amount, self->currency, NULL);

  /* Translators: an age band such as “1–30 days late”, then an amount and a number of invoices. */
  return g_strdup_printf (
    ngettext ("%1$s: %2$s in %3$d invoice", "%1$s: %2$s in %3$d invoices", tally->count), name,
    amount, tally->count);
}

RelanceFigureTable *
relance_ageing_words_make_table (const RelanceAgeing *self)
{
  RelanceFigureTable *table = relance_figure_table_new ();

  relance_figure_table_add_column (table, C_ ("column", "Age"), NULL);
  relance_figure_table_add_column (table, C_ ("column", "How Many"), NULL);
  relance_figure_table_add_column (table, C_ ("column", "Owed"), self->currency);
  relance_figure_table_add_column (table, C_ ("column", "Share"), "%");
  for (int band = 0; band < RELANCE_N_BANDS; band++)
    add_band (self, table, band);
  add_credit (self, table, _ ("Credit notes not used yet"), &self->credits.notes);
  add_credit (self, table, _ ("Paid too much or in advance"), &self->credits.payments);
  return table;
}
