/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard-row.h"

#include <glib/gi18n.h>
#include <string.h>

struct _RelanceGuardRow
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *sentence;
  GtkLabel *kinder;
  GtkButton *mend;

  RelanceGuardNote *note;
};

G_DEFINE_FINAL_TYPE (RelanceGuardRow, relance_guard_row, GTK_TYPE_BOX)

enum
{
  SIGNAL_POINTED_OUT,
  SIGNAL_MENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The sentence, with the words it quotes as a link to where they stand. */
static char *
make_markup (const RelanceGuardNote *note)
{
  const char *quote = note->place != RELANCE_GUARD_NOWHERE ? strstr (note->text, note->quote)
                                                           : NULL;
  g_autofree char *before = NULL;
  g_autofree char *words = NULL;
  g_autofree char *after = NULL;

  if (quote == NULL)
    return g_markup_escape_text (note->text, -1);

  before = g_markup_escape_text (note->text, quote - note->text);
  words = g_markup_escape_text (note->quote, -1);
  after = g_markup_escape_text (quote + strlen (note->quote), -1);
  return g_strdup_printf ("%s<a href=\"quote\">%s</a>%s", before, words, after);
}

/* One “Replace” among several: who hears it is told what it replaces. */
static void
show_button (RelanceGuardRow *self, const char *label, const char *spoken)
{
  GtkAccessible *button = GTK_ACCESSIBLE (self->mend);

  gtk_button_set_label (self->mend, label);
  gtk_accessible_reset_relation (button, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->mend), TRUE);
}

static void
show_replacement (RelanceGuardRow *self)
{
  g_autofree char *kinder = NULL;
  g_autofree char *spoken = NULL;

  /* Translators: %s are kinder words for those that the guard of the letters quotes. */
  kinder = g_strdup_printf (_ ("Kinder: “%s”"), self->note->suggestion);
  /* Translators: what the button “Replace” does: words of the letter, and kinder ones. */
  spoken =
    g_strdup_printf (_ ("Replace “%1$s” with “%2$s”"), self->note->quote, self->note->suggestion);

  gtk_label_set_label (self->kinder, kinder);
  gtk_widget_set_visible (GTK_WIDGET (self->kinder), TRUE);
  show_button (self, C_ ("letter", "Replace"), spoken);
}

static void
show_removal (RelanceGuardRow *self)
{
  g_autofree char *spoken = NULL;

  /* Translators: what the button “Leave It Out” does: %s are words of the letter. */
  spoken = g_strdup_printf (_ ("Leave It Out: “%s”"), self->note->quote);
  show_button (self, C_ ("letter", "Leave It Out"), spoken);
}

static void
show_note (RelanceGuardRow *self)
{
  g_autofree char *markup = make_markup (self->note);

  gtk_label_set_markup (self->sentence, markup);
  if (self->note->mend == RELANCE_GUARD_REPLACE)
    show_replacement (self);
  else if (self->note->mend == RELANCE_GUARD_LEAVE_OUT)
    show_removal (self);
}

static gboolean
quote_activated_cb (RelanceGuardRow *self)
{
  g_signal_emit (self, signals[SIGNAL_POINTED_OUT], 0, self->note);
  return TRUE;
}

static void
mend_clicked_cb (RelanceGuardRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MENDED], 0, self->note);
}

static void
relance_guard_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_GUARD_ROW);

  G_OBJECT_CLASS (relance_guard_row_parent_class)->dispose (object);
}

static void
relance_guard_row_finalize (GObject *object)
{
  g_clear_pointer (&RELANCE_GUARD_ROW (object)->note, relance_guard_note_free);

  G_OBJECT_CLASS (relance_guard_row_parent_class)->finalize (object);
}

static void
relance_guard_row_class_init (RelanceGuardRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_guard_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_guard_row_finalize;

  signals[SIGNAL_POINTED_OUT] = g_signal_new ("pointed-out", RELANCE_TYPE_GUARD_ROW,
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                              1, G_TYPE_POINTER);
  signals[SIGNAL_MENDED] = g_signal_new ("mended", RELANCE_TYPE_GUARD_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-guard-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceGuardRow, icon);
  gtk_widget_class_bind_template_child (widget_class, RelanceGuardRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, RelanceGuardRow, kinder);
  gtk_widget_class_bind_template_child (widget_class, RelanceGuardRow, mend);
  gtk_widget_class_bind_template_callback (widget_class, quote_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, mend_clicked_cb);
}

static void
relance_guard_row_init (RelanceGuardRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relance_guard_row_new:
 * @icon: the name of one that says whether it stops or warns
 * @note: copied
 */
GtkWidget *
relance_guard_row_new (const char *icon, const RelanceGuardNote *note)
{
  RelanceGuardRow *self = g_object_new (RELANCE_TYPE_GUARD_ROW, NULL);

  self->note = relance_guard_note_copy (note);
  gtk_image_set_from_icon_name (self->icon, icon);
  show_note (self);
  return GTK_WIDGET (self);
}

const RelanceGuardNote *
relance_guard_row_get_note (RelanceGuardRow *self)
{
  return self->note;
}
