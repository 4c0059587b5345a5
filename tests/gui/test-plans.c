/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "page-fixture.h"
#include "plans/relance-plan-dialog.h"
#include "plans/relance-plan-steps.h"
#include "plans/relance-plans-page.h"

#define NAME "Town <halls>"

typedef struct
{
  PageFixture book;
  GtkWindow *window;
  RelancePlansPage *page;
} Fixture;

/* Somebody who is a month late and can be written to, and a plan of one's own. */
static void
fill (RelanceBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = NULL;
  g_autoptr (RelanceReminderPlan) plan = relance_plans_find (book, "regular", &error);

  g_assert_no_error (error);
  page_fixture_add (book, "Atelier Durand", "F-042", 120000, "2026-10-22");
  client = relance_clients_find (book, "Atelier Durand", NULL);
  relance_clients_set (client, "email", "durand@example.org", NULL);
  relance_clients_save (book, client, NULL, &error);
  g_assert_no_error (error);

  plan->shipped = 0;
  g_set_str (&plan->name, NAME);
  relance_plans_save (book, plan, NULL, &error);
  g_assert_no_error (error);
}

/* The plan as another reader sees it; NULL when there is none. */
static RelanceReminderPlan *
find_plan (Fixture *fixture, const char *name)
{
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);

  return relance_plans_find (book, name, NULL);
}

static GtkWidget *
find_row (gpointer parent, const char *title)
{
  return page_fixture_find (parent, ADW_TYPE_PREFERENCES_ROW, "title", title);
}

static void
wait_for_row (gpointer parent, const char *title, gboolean there)
{
  while ((find_row (parent, title) != NULL) != there)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_fixture_set_up (&fixture->book, fill);
  fixture->window = GTK_WINDOW (adw_window_new ());
  fixture->page = g_object_new (RELANCE_TYPE_PLANS_PAGE, NULL);
  relance_plans_page_set_desk (fixture->page, fixture->book.desk);
  relance_plans_page_load (fixture->page);
  g_signal_connect_object (fixture->book.desk, "changed", G_CALLBACK (relance_plans_page_load),
                           fixture->page, G_CONNECT_SWAPPED);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (fixture->window, 1000, 800);
  gtk_window_present (fixture->window);
  wait_for_row (fixture->page, NAME, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  page_fixture_tear_down (&fixture->book);
}

static AdwDialog *
present_editor (Fixture *fixture, const char *name)
{
  g_autoptr (RelanceReminderPlan) plan = find_plan (fixture, name);
  AdwDialog *dialog = relance_plan_dialog_new (fixture->book.desk, plan);

  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  return dialog;
}

static gboolean
can_save (AdwDialog *dialog)
{
  return gtk_widget_get_sensitive (page_fixture_get_part (dialog, "save_button"));
}

static gpointer
find_first (AdwDialog *dialog, const char *title)
{
  return find_row (page_fixture_get_part (dialog, "steps"), title);
}

static void
press (gpointer parent, const char *tooltip)
{
  GtkWidget *button = page_fixture_find (parent, GTK_TYPE_BUTTON, "tooltip-text", tooltip);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* The plans of the program can be copied, not removed; one's own can be both, and are written as they
 * were typed. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *regular = find_row (fixture->page, "Regular");
  GtkWidget *own = find_row (fixture->page, NAME);

  g_assert_nonnull (find_row (fixture->page, "Gentle"));
  g_assert_nonnull (find_row (fixture->page, "Brisk"));
  g_assert_nonnull (page_fixture_find (regular, GTK_TYPE_BUTTON, "tooltip-text", "Copy “Regular”"));
  g_assert_null (page_fixture_find (regular, GTK_TYPE_BUTTON, "tooltip-text", "Remove “Regular”"));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (regular)));
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (own)));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (own)), ==,
                   "First reminder: 3 days after the due date\n"
                   "Second reminder: 7 days after the last reminder\n"
                   "Third reminder: 14 days after the last reminder\n"
                   "No client has it");
}

/* What is changed shows at once what the client would get, and is kept only when it is saved. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_editor (fixture, NAME);
  GtkWidget *preview = page_fixture_get_part (dialog, "preview");
  g_autoptr (RelanceReminderPlan) plan = NULL;

  wait_for_row (preview, "November 23, 2026", TRUE);
  adw_spin_row_set_value (find_first (dialog, "Days After"), 60);
  wait_for_row (preview, "December 21, 2026", TRUE);
  g_assert_null (find_row (preview, "November 23, 2026"));
  plan = find_plan (fixture, NAME);
  g_assert_cmpint (g_array_index (plan->steps, RelanceStep, 0).days, ==, 3);
  g_clear_pointer (&plan, relance_reminder_plan_free);

  gtk_widget_activate_action (GTK_WIDGET (dialog), "plan.save", NULL);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&plan, relance_reminder_plan_free);
      plan = find_plan (fixture, NAME);
    }
  while (g_array_index (plan->steps, RelanceStep, 0).days != 60);
}

/* A step that is left out gives its place to the next; the last one cannot be. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_editor (fixture, NAME);
  RelancePlanSteps *steps = page_fixture_get_part (dialog, "steps");
  GArray *kept = relance_plan_steps_get (steps);

  g_signal_emit_by_name (find_row (steps, "_Add a Step"), "activated");
  g_assert_cmpuint (kept->len, ==, 4);
  g_assert_cmpint (g_array_index (kept, RelanceStep, 3).stage, ==, RELANCE_STAGE_FORMAL_NOTICE);
  g_assert_false (gtk_widget_get_visible (
    gtk_widget_get_ancestor (find_row (steps, "_Add a Step"), ADW_TYPE_PREFERENCES_GROUP)));

  press (steps, "Leave Out: First reminder");
  g_assert_cmpuint (kept->len, ==, 3);
  g_assert_cmpint (g_array_index (kept, RelanceStep, 0).stage, ==, RELANCE_STAGE_FIRST);
  g_assert_cmpint (g_array_index (kept, RelanceStep, 0).anchor, ==, RELANCE_ANCHOR_DUE);
  g_assert_cmpint (g_array_index (kept, RelanceStep, 0).days, ==, 7);
  g_assert_true (can_save (dialog));

  press (steps, "Leave Out: Third reminder");
  press (steps, "Leave Out: Second reminder");
  g_assert_null (page_fixture_find (GTK_WIDGET (steps), GTK_TYPE_BUTTON, "tooltip-text",
                                    "Leave Out: First reminder"));
}

/* What is no plan says why, and cannot be saved. */
static void
test_faults (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_editor (fixture, NAME);
  GtkLabel *fault = page_fixture_get_part (dialog, "fault");
  RelancePlanSteps *steps = page_fixture_get_part (dialog, "steps");
  GtkEditable *name = page_fixture_get_part (dialog, "name");
  GArray *close = relance_plan_parse ("first=due+3 second=due+10");

  g_assert_true (can_save (dialog));
  gtk_editable_set_text (name, "  ");
  g_assert_false (can_save (dialog));
  gtk_editable_set_text (name, NAME);

  relance_plan_steps_show (steps, close);
  adw_spin_row_set_value (find_first (dialog, "Days After"), 9);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fault)));
  g_assert_nonnull (strstr (gtk_label_get_label (fault), "too soon"));
  g_assert_false (can_save (dialog));
  adw_spin_row_set_value (find_first (dialog, "Days After"), 3);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fault)));
  g_assert_true (can_save (dialog));
  g_array_unref (close);
}

/* A name that is taken is said below it, and nothing is lost. */
static void
test_taken (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_editor (fixture, NAME);

  gtk_editable_set_text (page_fixture_get_part (dialog, "name"), "regular");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "plan.save", NULL);
  while (!gtk_widget_has_css_class (page_fixture_get_part (dialog, "name"), "error"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (can_save (dialog));
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceReminderPlan) plan = NULL;

  press (fixture->page, "Remove “" NAME "”");
  wait_for_row (fixture->page, NAME, FALSE);
  plan = find_plan (fixture, NAME);
  g_assert_null (plan);
}

/* It works on the narrowest window. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_editor (fixture, NAME);
  int narrowest;

  gtk_orientable_set_orientation (page_fixture_get_part (dialog, "columns"),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_measure (GTK_WIDGET (adw_dialog_get_child (dialog)), GTK_ORIENTATION_HORIZONTAL, -1,
                      &narrowest, NULL, NULL, NULL);
  g_assert_cmpint (narrowest, <=, 360);
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL,
                      NULL, NULL);
  g_assert_cmpint (narrowest, <=, 360);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  adw_init ();

  g_test_add ("/plans/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/plans/preview", Fixture, NULL, set_up, test_preview, tear_down);
  g_test_add ("/plans/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/plans/faults", Fixture, NULL, set_up, test_faults, tear_down);
  g_test_add ("/plans/taken", Fixture, NULL, set_up, test_taken, tear_down);
  g_test_add ("/plans/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/plans/narrow", Fixture, NULL, set_up, test_narrow, tear_down);

  return g_test_run ();
}
