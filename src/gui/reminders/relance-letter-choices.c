/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-choices.h"

struct _RelanceLetterChoices
{
  AdwBin parent_instance;

  AdwToggleGroup *tone;
  GtkDropDown *address;
  GtkDropDown *language;
  GtkDropDown *stage;

  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RelanceLetterChoices, relance_letter_choices, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choice_changed_cb (RelanceLetterChoices *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
relance_letter_choices_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_LETTER_CHOICES);

  G_OBJECT_CLASS (relance_letter_choices_parent_class)->dispose (object);
}

static void
relance_letter_choices_class_init (RelanceLetterChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_letter_choices_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RELANCE_TYPE_LETTER_CHOICES, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-letter-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterChoices, tone);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterChoices, address);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterChoices, language);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterChoices, stage);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
relance_letter_choices_init (RelanceLetterChoices *self)
{
  /* What the template chooses first is nobody's choice. */
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = FALSE;
}

void
relance_letter_choices_show (RelanceLetterChoices *self, const RelanceDraft *draft)
{
  self->showing = TRUE;
  relance_letter_choices_set_tone (self, draft->tone);
  gtk_drop_down_set_selected (self->address, draft->address - 1);
  gtk_drop_down_set_selected (self->language, draft->language - 1);
  gtk_drop_down_set_selected (self->stage, draft->stage - RELANCE_STAGE_FIRST);
  self->showing = FALSE;

  /* English has one “you”, and a formal French letter is never familiar. */
  gtk_widget_set_visible (GTK_WIDGET (self->address), draft->language == RELANCE_LANGUAGE_FR &&
                                                        draft->tone != RELANCE_TONE_FORMAL);
}

void
relance_letter_choices_get (RelanceLetterChoices *self, RelanceDraftRequest *request)
{
  request->tone =
    relance_enum_from_nick (RELANCE_TYPE_TONE, adw_toggle_group_get_active_name (self->tone));
  request->address = gtk_drop_down_get_selected (self->address) + 1;
  request->language = gtk_drop_down_get_selected (self->language) + 1;
  request->stage = gtk_drop_down_get_selected (self->stage) + RELANCE_STAGE_FIRST;
}

void
relance_letter_choices_set_tone (RelanceLetterChoices *self, RelanceTone tone)
{
  adw_toggle_group_set_active_name (self->tone, relance_enum_to_nick (RELANCE_TYPE_TONE, tone));
}
