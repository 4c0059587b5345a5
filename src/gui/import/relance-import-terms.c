/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-terms.h"

#include "relance-terms-words.h"

#include <glib/gi18n.h>

/* What is agreed with a client is typed there; here are the terms that businesses write on their
 * invoices, "end of month" in both readings. */
static const RelanceTerms choices[] = {
  { .mode = RELANCE_TERMS_RECEIPT },
  { .mode = RELANCE_TERMS_NET, .days = 15 },
  { .mode = RELANCE_TERMS_NET, .days = 30 },
  { .mode = RELANCE_TERMS_NET_EOM, .days = 30 },
  { .mode = RELANCE_TERMS_EOM_NET, .days = 30 },
  { .mode = RELANCE_TERMS_NET, .days = 45 },
  { .mode = RELANCE_TERMS_NET_EOM, .days = 45 },
  { .mode = RELANCE_TERMS_EOM_NET, .days = 45 },
  { .mode = RELANCE_TERMS_NET, .days = 60 },
};

/* That of an import by itself. */
#define USUAL_CHOICE 2

struct _RelanceImportTerms
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  AdwComboRow *choice;
  GtkStringList *names;
};

G_DEFINE_FINAL_TYPE (RelanceImportTerms, relance_import_terms, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choice_changed_cb (RelanceImportTerms *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
relance_import_terms_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_IMPORT_TERMS);

  G_OBJECT_CLASS (relance_import_terms_parent_class)->dispose (object);
}

static void
relance_import_terms_class_init (RelanceImportTermsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_import_terms_dispose;

  signals[CHANGED] = g_signal_new ("changed", RELANCE_TYPE_IMPORT_TERMS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-import-terms.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceImportTerms, choice);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportTerms, names);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
relance_import_terms_init (RelanceImportTerms *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_string_list_take (self->names, relance_terms_words_name (&choices[i]));
  adw_combo_row_set_selected (self->choice, USUAL_CHOICE);
}

/**
 * relance_import_terms_show:
 * @n_invoices: how many the terms are for; with none there is nothing to choose
 */
void
relance_import_terms_show (RelanceImportTerms *self, guint n_invoices)
{
  g_autofree char *reason = g_strdup_printf (
    /* Translators: above the choice of payment terms */
    ngettext ("%u invoice does not say when it is due.",
              "%u invoices do not say when they are due.", n_invoices),
    n_invoices);

  g_return_if_fail (RELANCE_IS_IMPORT_TERMS (self));

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), reason);
  gtk_widget_set_visible (GTK_WIDGET (self), n_invoices > 0);
}

/**
 * relance_import_terms_get_chosen:
 *
 * Returns: (transfer none): terms, never none
 */
const RelanceTerms *
relance_import_terms_get_chosen (RelanceImportTerms *self)
{
  g_return_val_if_fail (RELANCE_IS_IMPORT_TERMS (self), NULL);

  return &choices[adw_combo_row_get_selected (self->choice)];
}
