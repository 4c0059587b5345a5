/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plan-preview.h"

#include "letters/relance-template-work.h"
#include "relance-client.h"
#include "relance-plan-work.h"
#include "relance-wording.h"
#include "widgets/relance-plain-row.h"

#include <glib/gi18n.h>

struct _RelancePlanPreview
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  AdwComboRow *client;
  AdwActionRow *nothing;

  /* Owned */
  RelanceDesk *desk;
  GPtrArray *clients; /* RelanceClient; NULL until they are known */
  GArray *steps;      /* RelanceStep, or NULL */
  GCancellable *working;
  GPtrArray *rows; /* borrowed from the group */

  /* State */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RelancePlanPreview, relance_plan_preview, ADW_TYPE_PREFERENCES_GROUP)

static void
clear_rows (RelancePlanPreview *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
say_nothing (RelancePlanPreview *self, const char *why)
{
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), why != NULL);
  if (why != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->nothing), why);
}

static void
add_letter (RelancePlanPreview *self, const RelanceOutlookLetter *letter)
{
  g_autofree char *date = relance_date_format (letter->date, NULL);
  g_auto (GStrv) list = g_new0 (char *, letter->invoices->len + 1);
  g_autofree char *numbers = NULL;
  g_autofree char *detail = NULL;
  AdwActionRow *row;

  for (guint i = 0; i < letter->invoices->len; i++)
    list[i] = g_strdup (g_ptr_array_index (letter->invoices, i));
  numbers = g_strjoinv (", ", list);
  /* Translators: a letter such as “Second reminder”, then the numbers of its invoices. */
  detail = g_strdup_printf (_ ("%s · %s"), relance_wording_stage (letter->stage), numbers);
  row = relance_plain_row_new (date, detail);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RelancePlanPreview *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) letters = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  clear_rows (self);
  if (letters == NULL)
    {
      sentence = relance_wording_error (error);
      say_nothing (self, sentence);
      return;
    }

  for (guint i = 0; i < letters->len; i++)
    add_letter (self, g_ptr_array_index (letters, i));
  say_nothing (self, letters->len == 0 ? _ ("Nothing would leave.") : NULL);
}

static GCancellable *
renew_working (RelancePlanPreview *self)
{
  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  self->working = g_cancellable_new ();
  return self->working;
}

static void
try_plan (RelancePlanPreview *self)
{
  guint selected = adw_combo_row_get_selected (self->client);
  GCancellable *working = renew_working (self);

  if (self->clients == NULL || self->filling)
    return;
  if (self->steps == NULL || selected >= self->clients->len)
    {
      clear_rows (self);
      say_nothing (self, self->clients->len == 0 ? _ ("The book has no client yet.")
                                                 : _ ("Mend the plan to see its days."));
      return;
    }

  relance_desk_run_async (
    self->desk, RELANCE_LANE_BOOK, relance_plan_work_try,
    relance_plan_trial_new (self->steps,
                            ((RelanceClient *) g_ptr_array_index (self->clients, selected))->id),
    (GDestroyNotify) relance_plan_trial_free, (GDestroyNotify) g_ptr_array_unref, working, tried_cb,
    self);
}

static void
client_changed_cb (RelancePlanPreview *self)
{
  try_plan (self);
}

static void
clients_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelancePlanPreview) self = data;
  GPtrArray *clients = relance_desk_run_finish (RELANCE_DESK (source), result, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->clients = clients != NULL ? clients : g_ptr_array_new ();
  if (self->desk == NULL)
    return;

  for (guint i = 0; i < self->clients->len; i++)
    gtk_string_list_append (names, ((RelanceClient *) g_ptr_array_index (self->clients, i))->name);
  self->filling = TRUE;
  adw_combo_row_set_model (self->client, G_LIST_MODEL (names));
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->client), self->clients->len > 0);
  try_plan (self);
}

static void
relance_plan_preview_dispose (GObject *object)
{
  RelancePlanPreview *self = RELANCE_PLAN_PREVIEW (object);

  self->filling = TRUE;
  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_PLAN_PREVIEW);

  G_OBJECT_CLASS (relance_plan_preview_parent_class)->dispose (object);
}

static void
relance_plan_preview_finalize (GObject *object)
{
  RelancePlanPreview *self = RELANCE_PLAN_PREVIEW (object);

  g_clear_pointer (&self->clients, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (relance_plan_preview_parent_class)->finalize (object);
}

static void
relance_plan_preview_class_init (RelancePlanPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_plan_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_plan_preview_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-plan-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, RelancePlanPreview, client);
  gtk_widget_class_bind_template_child (widget_class, RelancePlanPreview, nothing);
  gtk_widget_class_bind_template_callback (widget_class, client_changed_cb);
}

static void
relance_plan_preview_init (RelancePlanPreview *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->nothing), FALSE);
  adw_combo_row_set_expression (
    self->client, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
}

/* Once, before anything is shown. */
void
relance_plan_preview_set_desk (RelancePlanPreview *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_PLAN_PREVIEW (self));

  self->desk = g_object_ref (desk);
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, relance_template_clients, NULL, NULL,
                          (GDestroyNotify) g_ptr_array_unref, NULL, clients_loaded_cb,
                          g_object_ref (self));
}

/**
 * relance_plan_preview_show:
 * @steps: (nullable) (element-type RelanceStep): a plan without fault, copied; %NULL while there is
 *   one
 */
void
relance_plan_preview_show (RelancePlanPreview *self, GArray *steps)
{
  g_return_if_fail (RELANCE_IS_PLAN_PREVIEW (self));

  g_clear_pointer (&self->steps, g_array_unref);
  self->steps = steps != NULL ? g_array_copy (steps) : NULL;
  try_plan (self);
}
