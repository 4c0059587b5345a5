/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-outlook-group.h"

#include "relance-explanation-outlook.h"
#include "relance-outlook.h"
#include "relance-wording.h"
#include "today/relance-expected-card.h"
#include "today/relance-payers-card.h"

#include <glib/gi18n.h>

/* The current one included. */
#define WEEKS 8

struct _RelanceOutlookGroup
{
  GtkBox parent_instance;

  /* Template */
  RelanceExpectedCard *expected;
  RelancePayersCard *slowest;
  RelancePayersCard *reliable;

  /* Owned */
  RelanceOutlook *outlook;
  GCancellable *loading;
  RelanceDate as_of; /* what was asked for last */
  gboolean loaded;   /* there was an answer, if only that it cannot be read */
  char currency[4];
};

G_DEFINE_FINAL_TYPE (RelanceOutlookGroup, relance_outlook_group, GTK_TYPE_BOX)

enum
{
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Enough must be known of somebody to say that nobody is so. */
static const char *
get_words_for_nobody (const RelanceHabitPick *pick, const char *words)
{
  if (pick->known > 0)
    return words;
  return _ ("No client has settled three invoices yet: too few to tell.");
}

static void
show_payers (RelanceOutlookGroup *self, const RelanceHabitPick *pick)
{
  g_autoptr (RelanceExplanation) slowest = relance_explain_slowest (pick);
  g_autoptr (RelanceExplanation) reliable = relance_explain_reliable (pick);

  relance_payers_card_set_explanation (self->slowest, slowest);
  relance_payers_card_set_explanation (self->reliable, reliable);
  relance_payers_card_set_habits (self->slowest, self->outlook, pick->slowest,
                                  get_words_for_nobody (pick, _ ("Nobody usually pays late.")));
  relance_payers_card_set_habits (
    self->reliable, self->outlook, pick->reliable,
    get_words_for_nobody (pick, _ ("Nobody pays three in four on time.")));
}

static void
show_outlook (RelanceOutlookGroup *self)
{
  const RelanceHabitPick *pick;

  if (self->outlook == NULL || *self->currency == '\0')
    return;
  pick = relance_outlook_get_pick (self->outlook, self->currency);
  relance_expected_card_set_outlook (self->expected, self->outlook, self->currency);
  if (pick != NULL)
    show_payers (self, pick);
  gtk_widget_set_visible (GTK_WIDGET (self->slowest), pick != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->reliable), pick != NULL);
}

/* With the first answer: the figures above are on the page sooner without them. */
static void
make_cards (RelanceOutlookGroup *self)
{
  if (self->expected == NULL)
    gtk_widget_init_template (GTK_WIDGET (self));
}

/* Holds the place until there is an answer. */
static void
forget_outlook (RelanceOutlookGroup *self)
{
  self->loaded = FALSE;
  g_clear_pointer (&self->outlook, relance_outlook_free);
  if (self->expected == NULL)
    return;
  relance_expected_card_say (self->expected, _ ("Looking at when people pay…"));
  gtk_widget_set_visible (GTK_WIDGET (self->slowest), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->reliable), FALSE);
}

/* A RelanceUseCase. @request: the day. */
static gpointer
load_outlook (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  return relance_outlook_load (book, GPOINTER_TO_INT (request), WEEKS, error);
}

static void
outlook_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceOutlookGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceOutlook)
    outlook = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->loading == NULL)
    return;
  make_cards (self);
  if (outlook == NULL)
    {
      g_autofree char *sentence = relance_wording_error (error);

      relance_expected_card_say (self->expected, sentence);
    }
  else
    {
      g_clear_pointer (&self->outlook, relance_outlook_free);
      self->outlook = g_steal_pointer (&outlook);
      show_outlook (self);
    }
  self->loaded = TRUE;
  g_signal_emit (self, signals[LOADED], 0);
}

static void
relance_outlook_group_dispose (GObject *object)
{
  RelanceOutlookGroup *self = RELANCE_OUTLOOK_GROUP (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_OUTLOOK_GROUP);
  g_clear_pointer (&self->outlook, relance_outlook_free);
  G_OBJECT_CLASS (relance_outlook_group_parent_class)->dispose (object);
}

static void
relance_outlook_group_class_init (RelanceOutlookGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_outlook_group_dispose;
  signals[LOADED] = g_signal_new ("loaded", RELANCE_TYPE_OUTLOOK_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RELANCE_TYPE_EXPECTED_CARD);
  g_type_ensure (RELANCE_TYPE_PAYERS_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-outlook-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceOutlookGroup, expected);
  gtk_widget_class_bind_template_child (widget_class, RelanceOutlookGroup, slowest);
  gtk_widget_class_bind_template_child (widget_class, RelanceOutlookGroup, reliable);
}

static void
relance_outlook_group_init (RelanceOutlookGroup *self)
{
  self->as_of = RELANCE_DATE_NONE;
}

/**
 * relance_outlook_group_load:
 * @as_of: the day to look ahead from, or %RELANCE_DATE_NONE for today
 *
 * What was shown of the same day stays until the answer comes. Asked for again meanwhile, only the
 * last one counts.
 */
void
relance_outlook_group_load (RelanceOutlookGroup *self, RelanceDesk *desk, RelanceDate as_of)
{
  g_return_if_fail (RELANCE_IS_OUTLOOK_GROUP (self));

  if (as_of != self->as_of)
    forget_outlook (self);
  self->as_of = as_of;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  relance_desk_run_async (desk, RELANCE_LANE_REPORTS, load_outlook, GINT_TO_POINTER (as_of), NULL,
                          (GDestroyNotify) relance_outlook_free, self->loading, outlook_loaded_cb,
                          g_object_ref (self));
}

void
relance_outlook_group_set_currency (RelanceOutlookGroup *self, const char *currency)
{
  g_return_if_fail (RELANCE_IS_OUTLOOK_GROUP (self));

  if (g_str_equal (self->currency, currency))
    return;
  g_strlcpy (self->currency, currency, sizeof self->currency);
  show_outlook (self);
}

/* Whether it shows what was asked for. */
gboolean
relance_outlook_group_is_loaded (RelanceOutlookGroup *self)
{
  g_return_val_if_fail (RELANCE_IS_OUTLOOK_GROUP (self), FALSE);

  return self->loaded;
}
