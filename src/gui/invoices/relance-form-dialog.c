/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-form-dialog.h"

#include "invoices/relance-invoice-work.h"
#include "relance-typed-amount.h"
#include "relance-wording.h"
#include "window/relance-window.h"

#include <glib/gi18n.h>

#define LONGEST_TEXT 500

typedef struct
{
  /* Template */
  GtkButton *save;
  AdwBanner *trouble;
  AdwPreferencesPage *page;

  /* Owned */
  RelanceDesk *desk;
  GPtrArray *fields; /* borrowed widgets, in the order in which Enter goes on */
  char *told;        /* what is said once it is saved */

  gboolean saving;
} RelanceFormDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RelanceFormDialog, relance_form_dialog, ADW_TYPE_DIALOG)

static RelanceFormDialogPrivate *
get_private (RelanceFormDialog *self)
{
  return relance_form_dialog_get_instance_private (self);
}

static void
say_trouble (RelanceFormDialog *self, const GError *error)
{
  RelanceFormDialogPrivate *priv = get_private (self);
  g_autofree char *sentence = error != NULL ? relance_wording_error (error) : NULL;

  adw_banner_set_title (priv->trouble, sentence != NULL ? sentence : "");
  adw_banner_set_revealed (priv->trouble, sentence != NULL);
}

static void
changed_cb (RelanceFormDialog *self)
{
  say_trouble (self, NULL);
  relance_form_dialog_judge (self);
}

static void
entry_activated_cb (RelanceFormDialog *self, GtkWidget *field)
{
  RelanceFormDialogPrivate *priv = get_private (self);
  guint position = 0;

  if (gtk_widget_get_sensitive (GTK_WIDGET (priv->save)))
    gtk_widget_activate_action (GTK_WIDGET (self), "form.save", NULL);
  else if (g_ptr_array_find (priv->fields, field, &position) && position + 1 < priv->fields->len)
    gtk_widget_grab_focus (priv->fields->pdata[position + 1]);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceFormDialog) self = user_data;
  RelanceFormDialogPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  g_autofree RelanceInvoiceDeed *deed =
    relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  priv->saving = FALSE;
  if (deed == NULL)
    {
      say_trouble (self, error);
      relance_form_dialog_judge (self);
      return;
    }
  if (window != NULL && deed->change != 0)
    relance_window_tell_undo (window, priv->told, deed->change);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_cb (RelanceFormDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RELANCE_FORM_DIALOG_GET_CLASS (widget)->save (RELANCE_FORM_DIALOG (widget));
}

static void
relance_form_dialog_dispose (GObject *object)
{
  RelanceFormDialogPrivate *priv = get_private (RELANCE_FORM_DIALOG (object));

  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_FORM_DIALOG);
  g_clear_object (&priv->desk);
  g_clear_pointer (&priv->fields, g_ptr_array_unref);
  g_clear_pointer (&priv->told, g_free);
  G_OBJECT_CLASS (relance_form_dialog_parent_class)->dispose (object);
}

static void
relance_form_dialog_class_init (RelanceFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_form_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-form-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, RelanceFormDialog, save);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceFormDialog, trouble);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceFormDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
}

static void
relance_form_dialog_init (RelanceFormDialog *self)
{
  RelanceFormDialogPrivate *priv = get_private (self);

  priv->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", FALSE);
}

/**
 * relance_form_dialog_set_up:
 * @title: what the dialog does
 * @verb: what is on its button, with a mnemonic
 */
void
relance_form_dialog_set_up (RelanceFormDialog *self,
                            RelanceDesk *desk,
                            const char *title,
                            const char *verb)
{
  RelanceFormDialogPrivate *priv = get_private (self);

  g_set_object (&priv->desk, desk);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_button_set_label (priv->save, verb);
}

RelanceDesk *
relance_form_dialog_get_desk (RelanceFormDialog *self)
{
  return get_private (self)->desk;
}

RelanceDate
relance_form_dialog_get_today (RelanceFormDialog *self)
{
  return relance_clock_get_today (relance_desk_get_clock (get_private (self)->desk));
}

/**
 * relance_form_dialog_add_group:
 * @description: (nullable): what to know of it
 */
AdwPreferencesGroup *
relance_form_dialog_add_group (RelanceFormDialog *self, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_description (group, escaped);
  adw_preferences_page_add (get_private (self)->page, group);
  return group;
}

static void
add_field (RelanceFormDialog *self, GtkWidget *field, RelanceFieldNote **note)
{
  RelanceFormDialogPrivate *priv = get_private (self);
  AdwPreferencesGroup *group = relance_form_dialog_add_group (self, NULL);
  GtkWidget *below = relance_field_note_new (field);

  adw_preferences_group_add (group, field);
  adw_preferences_group_add (group, below);
  g_signal_connect_object (field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "entry-activated", G_CALLBACK (entry_activated_cb), self,
                           G_CONNECT_SWAPPED);
  if (priv->fields->len == 0)
    adw_dialog_set_focus (ADW_DIALOG (self), field);
  g_ptr_array_add (priv->fields, field);
  *note = RELANCE_FIELD_NOTE (below);
}

/* @note: (out) (transfer none): where to say what is wrong with it */
AdwEntryRow *
relance_form_dialog_add_entry (RelanceFormDialog *self, const char *title, RelanceFieldNote **note)
{
  GtkWidget *entry =
    g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "max-length", LONGEST_TEXT, NULL);

  add_field (self, entry, note);
  return ADW_ENTRY_ROW (entry);
}

/**
 * relance_form_dialog_add_date:
 * @ahead: whether the day lies ahead
 * @note: (out) (transfer none): where to say what is wrong with it
 */
RelanceDateField *
relance_form_dialog_add_date (RelanceFormDialog *self,
                              const char *title,
                              gboolean ahead,
                              RelanceFieldNote **note)
{
  RelanceDateField *field = g_object_new (RELANCE_TYPE_DATE_FIELD, "title", title, NULL);

  relance_date_field_set_today (field, relance_form_dialog_get_today (self), ahead);
  add_field (self, GTK_WIDGET (field), note);
  return field;
}

/* Looks again at what was typed. */
void
relance_form_dialog_judge (RelanceFormDialog *self)
{
  gboolean good = RELANCE_FORM_DIALOG_GET_CLASS (self)->judge (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save",
                                 good && !get_private (self)->saving);
}

/**
 * relance_form_dialog_run:
 * @use_case: answers a #RelanceInvoiceDeed
 * @request: (transfer full): what it works on
 * @told: what to say once it is done
 *
 * Records what was typed, and closes the dialog once that has worked.
 */
void
relance_form_dialog_run (RelanceFormDialog *self,
                         RelanceUseCase use_case,
                         gpointer request,
                         GDestroyNotify free_request,
                         const char *told)
{
  RelanceFormDialogPrivate *priv = get_private (self);

  priv->saving = TRUE;
  g_set_str (&priv->told, told);
  relance_form_dialog_judge (self);
  relance_desk_run_async (priv->desk, RELANCE_LANE_BOOK, use_case, request, free_request, g_free,
                          NULL, ran_cb, g_object_ref (self));
}

const char *
relance_form_get_text (gpointer field)
{
  return gtk_editable_get_text (GTK_EDITABLE (field));
}

/* Returns: (transfer full) (nullable): what is in a field, NULL when there is but space. */
char *
relance_form_dup_filled (gpointer field)
{
  g_autofree char *text = g_strstrip (g_strdup (relance_form_get_text (field)));

  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

/* Returns: (nullable): what is wrong with the day of something that has happened. */
const char *
relance_form_judge_past_day (RelanceDateField *field, RelanceDate today)
{
  RelanceDate date = relance_date_field_get_date (field);

  if (date == RELANCE_DATE_NONE)
    return _ ("This is not a date. Write it as 15/3, or 2026-03-15.");
  return date > today ? _ ("This day is still to come.") : NULL;
}

/* An amount above zero, in minor units. */
gboolean
relance_form_read_amount (gpointer field, const char *currency, gint64 *amount, GError **error)
{
  if (!relance_typed_amount_parse (relance_form_get_text (field), currency, NULL, amount, error))
    return FALSE;
  if (*amount > 0)
    return TRUE;
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                       _ ("An amount is more than nothing."));
  return FALSE;
}

/* For an entry that has no note of its own. */
void
relance_form_mark (GtkWidget *entry, gboolean good)
{
  if (good)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}
