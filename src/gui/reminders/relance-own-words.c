/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-own-words.h"

struct _RelanceOwnWords
{
  GtkBox parent_instance;

  GPtrArray *drafts; /* RelanceDraft, the last one set aside at the end */
};

G_DEFINE_FINAL_TYPE (RelanceOwnWords, relance_own_words, GTK_TYPE_BOX)

enum
{
  SIGNAL_ASKED_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_visible (RelanceOwnWords *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->drafts->len > 0);
}

static void
bring_back_clicked_cb (RelanceOwnWords *self)
{
  g_signal_emit (self, signals[SIGNAL_ASKED_BACK], 0);
}

static void
relance_own_words_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_OWN_WORDS);

  G_OBJECT_CLASS (relance_own_words_parent_class)->dispose (object);
}

static void
relance_own_words_finalize (GObject *object)
{
  g_ptr_array_unref (RELANCE_OWN_WORDS (object)->drafts);

  G_OBJECT_CLASS (relance_own_words_parent_class)->finalize (object);
}

static void
relance_own_words_class_init (RelanceOwnWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_own_words_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_own_words_finalize;

  signals[SIGNAL_ASKED_BACK] = g_signal_new (
    "asked-back", RELANCE_TYPE_OWN_WORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-own-words.ui");
  gtk_widget_class_bind_template_callback (widget_class, bring_back_clicked_cb);
}

static void
relance_own_words_init (RelanceOwnWords *self)
{
  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_draft_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relance_own_words_set_aside:
 * @draft: copied
 */
void
relance_own_words_set_aside (RelanceOwnWords *self, const RelanceDraft *draft)
{
  g_ptr_array_add (self->drafts, relance_draft_copy (draft));
  update_visible (self);
}

/**
 * relance_own_words_take:
 *
 * Returns: (transfer full) (nullable): what was set aside last; it is no longer kept here
 */
RelanceDraft *
relance_own_words_take (RelanceOwnWords *self)
{
  RelanceDraft *draft = NULL;

  if (self->drafts->len > 0)
    draft = g_ptr_array_steal_index (self->drafts, self->drafts->len - 1);
  update_visible (self);
  return draft;
}

void
relance_own_words_clear (RelanceOwnWords *self)
{
  g_ptr_array_set_size (self->drafts, 0);
  update_visible (self);
}
