/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-template-picker.h"

#include <glib/gi18n.h>

struct _RelanceTemplatePicker
{
  AdwBin parent_instance;

  /* Template */
  GtkDropDown *language;
  GtkDropDown *tone;
  GtkDropDown *address;
  GtkDropDown *variant;

  /* Owned */
  GPtrArray *entries; /* RelanceLetterEntry, of all stages */
  char *name;         /* of the chosen one */

  /* State */
  RelanceStage stage;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RelanceTemplatePicker, relance_template_picker, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* How near a letter is to what is chosen: the language counts most, the wording least. */
static int
rate (RelanceTemplatePicker *self, const RelanceLetterEntry *entry)
{
  int rating = 0;

  if (entry->language == gtk_drop_down_get_selected (self->language) + 1)
    rating += 8;
  if (entry->tone == gtk_drop_down_get_selected (self->tone) + 1)
    rating += 4;
  if (entry->address == gtk_drop_down_get_selected (self->address) + 1)
    rating += 2;
  if (entry->variant == gtk_drop_down_get_selected (self->variant) + 1)
    rating += 1;
  return rating;
}

static const RelanceLetterEntry *
find_nearest (RelanceTemplatePicker *self)
{
  const RelanceLetterEntry *best = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const RelanceLetterEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->stage == self->stage && (best == NULL || rate (self, entry) > rate (self, best)))
        best = entry;
    }
  return best;
}

static gboolean
is_sibling (const RelanceLetterEntry *a, const RelanceLetterEntry *b)
{
  return a->stage == b->stage && a->language == b->language;
}

/* How many letters there are beside @chosen that differ in one thing only. */
static guint
count_variants (RelanceTemplatePicker *self, const RelanceLetterEntry *chosen)
{
  guint count = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const RelanceLetterEntry *entry = g_ptr_array_index (self->entries, i);

      count += is_sibling (entry, chosen) && entry->tone == chosen->tone &&
               entry->address == chosen->address;
    }
  return count;
}

static gboolean
has_other_tone (RelanceTemplatePicker *self, const RelanceLetterEntry *chosen)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const RelanceLetterEntry *entry = g_ptr_array_index (self->entries, i);

      if (is_sibling (entry, chosen) && entry->tone != chosen->tone)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_other_address (RelanceTemplatePicker *self, const RelanceLetterEntry *chosen)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const RelanceLetterEntry *entry = g_ptr_array_index (self->entries, i);

      if (is_sibling (entry, chosen) && entry->tone == chosen->tone &&
          entry->address != chosen->address)
        return TRUE;
    }
  return FALSE;
}

static void
show_variants (RelanceTemplatePicker *self, guint count)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 1; i <= count; i++)
    {
      /* Translators: one of several letters that say the same in other words; %u is its number. */
      g_autofree char *name = g_strdup_printf (C_ ("letter", "Wording %u"), i);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->variant, G_LIST_MODEL (names));
}

static void
show_entry (RelanceTemplatePicker *self, const RelanceLetterEntry *entry)
{
  guint n_variants = count_variants (self, entry);

  self->showing = TRUE;
  g_set_str (&self->name, entry->name);
  gtk_drop_down_set_selected (self->language, (guint) entry->language - 1);
  gtk_drop_down_set_selected (self->tone, (guint) entry->tone - 1);
  gtk_drop_down_set_selected (self->address, (guint) entry->address - 1);
  if (g_list_model_get_n_items (gtk_drop_down_get_model (self->variant)) != n_variants)
    show_variants (self, n_variants);
  gtk_drop_down_set_selected (self->variant, entry->variant - 1);
  self->showing = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->tone), has_other_tone (self, entry));
  gtk_widget_set_visible (GTK_WIDGET (self->address), has_other_address (self, entry));
  gtk_widget_set_visible (GTK_WIDGET (self->variant), n_variants > 1);
}

static void
choice_changed_cb (RelanceTemplatePicker *self)
{
  const RelanceLetterEntry *entry;

  if (self->showing || self->entries == NULL)
    return;

  entry = find_nearest (self);
  if (g_strcmp0 (entry->name, self->name) == 0)
    return;

  show_entry (self, entry);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
relance_template_picker_dispose (GObject *object)
{
  RelanceTemplatePicker *self = RELANCE_TEMPLATE_PICKER (object);

  self->showing = TRUE;
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_TEMPLATE_PICKER);

  G_OBJECT_CLASS (relance_template_picker_parent_class)->dispose (object);
}

static void
relance_template_picker_class_init (RelanceTemplatePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_template_picker_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RELANCE_TYPE_TEMPLATE_PICKER,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-template-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplatePicker, language);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplatePicker, tone);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplatePicker, address);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplatePicker, variant);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
relance_template_picker_init (RelanceTemplatePicker *self)
{
  /* What the template chooses first is nobody's choice. */
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  show_variants (self, 1);
  self->showing = FALSE;
}

/**
 * relance_template_picker_show:
 * @entries: (element-type RelanceLetterEntry): the letters of all stages
 * @stage: the one whose letters can be chosen
 * @chosen: (nullable): one of them; %NULL for the first
 */
void
relance_template_picker_show (RelanceTemplatePicker *self,
                              GPtrArray *entries,
                              RelanceStage stage,
                              const RelanceLetterEntry *chosen)
{
  g_return_if_fail (RELANCE_IS_TEMPLATE_PICKER (self));

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = g_ptr_array_ref (entries);
  self->stage = stage;
  show_entry (self, chosen != NULL ? chosen : find_nearest (self));
}

/**
 * relance_template_picker_get_name:
 *
 * Returns: (transfer none): the name of the letter that is chosen
 */
const char *
relance_template_picker_get_name (RelanceTemplatePicker *self)
{
  g_return_val_if_fail (RELANCE_IS_TEMPLATE_PICKER (self), NULL);

  return self->name;
}
