/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plan-removing.h"

#include "relance-wording.h"

#include <glib/gi18n.h>

/* What is asked while the dialog is open. */
typedef struct
{
  GtkWidget *page;
  gint64 id;
  GStrv words; /* of the plans that can be chosen */
  GtkDropDown *choice;
  RelancePlanChosen chosen;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->page);
  g_strfreev (question->words);
  g_free (question);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "remove"))
    question->chosen (question->page, question->id,
                      question->words[gtk_drop_down_get_selected (question->choice)]);
  question_free (question);
}

/* The other plans, and none. */
static GtkWidget *
make_choice (Question *question, GPtrArray *plans)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  GtkWidget *choice;

  for (guint i = 0; i < plans->len; i++)
    {
      const RelanceReminderPlan *plan = g_ptr_array_index (plans, i);

      if (plan->id == question->id)
        continue;
      gtk_string_list_append (labels, relance_reminder_plan_get_label (plan));
      g_strv_builder_add (words, relance_reminder_plan_get_word (plan));
    }
  gtk_string_list_append (labels, relance_wording_plan (RELANCE_RHYTHM_NONE));
  g_strv_builder_add (words, "none");
  question->words = g_strv_builder_end (words);

  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Plan to have instead"), -1);
  return choice;
}

/**
 * relance_plan_removing_ask:
 * @plan: one's own, that clients have
 * @plans: (element-type RelanceReminderPlan): those there are
 * @chosen: called with @page when the answer is to remove it
 *
 * Asks what the clients of a plan get before it goes.
 */
void
relance_plan_removing_ask (GtkWidget *page,
                           const RelanceReminderPlan *plan,
                           GPtrArray *plans,
                           RelancePlanChosen chosen)
{
  Question *question = g_new0 (Question, 1);
  /* Translators: %s is the name of a reminder plan. */
  g_autofree char *heading = g_strdup_printf (_ ("Remove “%s”?"), plan->name);
  g_autofree char *body = g_strdup_printf (
    ngettext ("%u client has this plan. Choose what it gets instead.",
              "%u clients have this plan. Choose what they get instead.", plan->n_clients),
    plan->n_clients);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  question->page = g_object_ref (page);
  question->id = plan->id;
  question->chosen = chosen;
  question->choice = GTK_DROP_DOWN (make_choice (question, plans));
  adw_alert_dialog_set_extra_child (dialog, GTK_WIDGET (question->choice));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "remove", _ ("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_choose (dialog, page, NULL, answered_cb, question);
}
