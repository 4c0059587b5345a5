/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-choices.h"

#include "relance-reminder-stage.h"
#include "relance-wording.h"

#include <glib/gi18n.h>

struct _RelanceLetterChoices
{
  AdwBin parent_instance;

  AdwToggleGroup *tone;
  GtkDropDown *address;
  GtkDropDown *language;
  GtkDropDown *stage;
  GtkMenuButton *more;

  RelanceStage stages[RELANCE_STAGE_TERMS]; /* as they stand in the list */
  RelanceVoice voice;
  guint variant;
  guint n_variants;

  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RelanceLetterChoices, relance_letter_choices, ADW_TYPE_BIN)

typedef enum
{
  PROP_VOICE = 1,
  PROP_VARIANT,
} RelanceLetterChoicesProperty;

static GParamSpec *properties[PROP_VARIANT + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell_changed (RelanceLetterChoices *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static RelanceStage
get_stage (RelanceLetterChoices *self)
{
  guint selected = gtk_drop_down_get_selected (self->stage);

  return selected < G_N_ELEMENTS (self->stages) ? self->stages[selected] : RELANCE_STAGE_FIRST;
}

static void
show_tone (RelanceLetterChoices *self, RelanceTone tone)
{
  adw_toggle_group_set_active_name (self->tone, relance_enum_to_nick (RELANCE_TYPE_TONE, tone));
}

static void
select_stage (RelanceLetterChoices *self, RelanceStage stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->stages); i++)
    if (self->stages[i] == stage)
      gtk_drop_down_set_selected (self->stage, i);
}

/* The letters that leave from here, or those that are to be copied or saved. */
static GListModel *
list_stages (RelanceLetterChoices *self, gboolean by_hand, guint *count)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (RelanceStage stage = RELANCE_STAGE_COURTESY; stage <= RELANCE_STAGE_TERMS; stage++)
    if (relance_reminder_stage_is_by_hand (stage) == by_hand)
      {
        self->stages[(*count)++] = stage;
        gtk_string_list_append (names, relance_wording_stage (stage));
      }

  return G_LIST_MODEL (names);
}

static void
bind_heading_cb (RelanceLetterChoices *self, GtkListHeader *header)
{
  RelanceStage first =
    self->stages[MIN (gtk_list_header_get_start (header), G_N_ELEMENTS (self->stages) - 1)];
  GtkWidget *label = gtk_label_new (
    relance_reminder_stage_is_by_hand (first) ? _ ("To Copy or to Save") : _ ("Sent From Here"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 16);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_header_set_child (header, label);
}

static void
fill_stages (RelanceLetterChoices *self)
{
  g_autoptr (GtkListItemFactory) headings = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkFlattenListModel) stages = NULL;
  GListStore *groups = g_list_store_new (G_TYPE_LIST_MODEL);
  guint count = 0;

  for (int by_hand = FALSE; by_hand <= TRUE; by_hand++)
    {
      g_autoptr (GListModel) names = list_stages (self, by_hand, &count);

      g_list_store_append (groups, names);
    }

  stages = gtk_flatten_list_model_new (G_LIST_MODEL (groups));
  g_signal_connect_object (headings, "bind", G_CALLBACK (bind_heading_cb), self, G_CONNECT_SWAPPED);
  gtk_drop_down_set_header_factory (self->stage, headings);
  gtk_drop_down_set_model (self->stage, G_LIST_MODEL (stages));
}

static GMenuModel *
list_voices (void)
{
  GMenu *voices = g_menu_new ();

  g_menu_append (voices, _ ("Personal, “I”"), "letter.voice::personal");
  g_menu_append (voices, _ ("Neutral mailbox, “we”"), "letter.voice::neutral");
  return G_MENU_MODEL (voices);
}

static GMenuModel *
list_wordings (guint count)
{
  GMenu *wordings = g_menu_new ();

  for (guint i = 1; i <= count; i++)
    {
      /* Translators: a letter is written in several ways; %u counts them. */
      g_autofree char *label = g_strdup_printf (_ ("Wording %u"), i);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "letter.variant", "u", i);
      g_menu_append_item (wordings, item);
    }

  return G_MENU_MODEL (wordings);
}

/* There is nothing to choose among one. */
static void
fill_more (RelanceLetterChoices *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) voices = list_voices ();
  g_autoptr (GMenuModel) wordings = list_wordings (self->n_variants);

  g_menu_append_section (menu, _ ("Voice"), voices);
  if (self->n_variants > 1)
    g_menu_append_section (menu, _ ("Wording"), wordings);
  gtk_menu_button_set_menu_model (self->more, G_MENU_MODEL (menu));
}

static void
show_more (RelanceLetterChoices *self, const RelanceDraft *draft)
{
  self->voice = draft->voice;
  self->variant = draft->variant;
  if (self->n_variants != draft->n_variants)
    {
      self->n_variants = draft->n_variants;
      fill_more (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VOICE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VARIANT]);
}

/* Another letter begins with the first of its wordings: it may have no second. */
static void
choice_changed_cb (RelanceLetterChoices *self)
{
  if (self->showing)
    return;

  self->variant = 0;
  tell_changed (self);
}

static void
relance_letter_choices_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RelanceLetterChoices *self = RELANCE_LETTER_CHOICES (object);

  switch ((RelanceLetterChoicesProperty) id)
    {
    case PROP_VOICE:
      g_value_set_enum (value, (int) MAX (self->voice, RELANCE_VOICE_PERSONAL));
      break;
    case PROP_VARIANT:
      g_value_set_uint (value, self->variant);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
relance_letter_choices_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  RelanceLetterChoices *self = RELANCE_LETTER_CHOICES (object);

  switch ((RelanceLetterChoicesProperty) id)
    {
    case PROP_VOICE:
      self->voice = (RelanceVoice) g_value_get_enum (value);
      break;
    case PROP_VARIANT:
      self->variant = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  g_object_notify_by_pspec (object, pspec);
  tell_changed (self);
}

static void
relance_letter_choices_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_LETTER_CHOICES);

  G_OBJECT_CLASS (relance_letter_choices_parent_class)->dispose (object);
}

static void
install_properties (RelanceLetterChoicesClass *klass)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_VOICE] =
    g_param_spec_enum ("voice", NULL, NULL, RELANCE_TYPE_VOICE, RELANCE_VOICE_PERSONAL, flags);
  properties[PROP_VARIANT] = g_param_spec_uint ("variant", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
}

static void
relance_letter_choices_class_init (RelanceLetterChoicesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = relance_letter_choices_get_property;
  object_class->set_property = relance_letter_choices_set_property;
  object_class->dispose = relance_letter_choices_dispose;
  install_properties (klass);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RELANCE_TYPE_LETTER_CHOICES, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-letter-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterChoices, tone);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterChoices, address);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterChoices, language);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterChoices, stage);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterChoices, more);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_install_property_action (widget_class, "letter.voice", "voice");
  gtk_widget_class_install_property_action (widget_class, "letter.variant", "variant");
}

static void
relance_letter_choices_init (RelanceLetterChoices *self)
{
  /* What the template chooses first is nobody's choice. */
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_stages (self);
  fill_more (self);
  self->showing = FALSE;
}

void
relance_letter_choices_show (RelanceLetterChoices *self, const RelanceDraft *draft)
{
  self->showing = TRUE;
  show_tone (self, draft->tone);
  gtk_drop_down_set_selected (self->address, draft->address - 1);
  gtk_drop_down_set_selected (self->language, draft->language - 1);
  select_stage (self, draft->stage);
  show_more (self, draft);
  self->showing = FALSE;

  /* English has one “you”, and a formal French letter is never familiar. */
  gtk_widget_set_visible (GTK_WIDGET (self->address), draft->language == RELANCE_LANGUAGE_FR &&
                                                        draft->tone != RELANCE_TONE_FORMAL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->tone), draft->stage != RELANCE_STAGE_FORMAL_NOTICE);
}

/* What the letter on screen gave no choice of is left to the client's profile. */
void
relance_letter_choices_get (RelanceLetterChoices *self, RelanceDraftRequest *request)
{
  const char *tone = adw_toggle_group_get_active_name (self->tone);

  request->tone = 0;
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->tone)))
    request->tone = relance_enum_from_nick (RELANCE_TYPE_TONE, tone);
  request->address = 0;
  if (gtk_widget_get_visible (GTK_WIDGET (self->address)))
    request->address = gtk_drop_down_get_selected (self->address) + 1;
  request->language = gtk_drop_down_get_selected (self->language) + 1;
  request->stage = get_stage (self);
  request->voice = self->voice;
  request->variant = self->variant;
}

/* As if the user had chosen it, where there is a choice. */
void
relance_letter_choices_set_tone (RelanceLetterChoices *self, RelanceTone tone)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->tone)))
    show_tone (self, tone);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}
