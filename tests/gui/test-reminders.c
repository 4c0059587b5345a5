/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The weekly sitting, on a book with two who can be written to and one who cannot. */

#include "config.h"

#include "page-fixture.h"
#include "relance-accounts.h"
#include "relance-exchanges.h"
#include "relance-outbox.h"
#include "reminders/relance-attachment-names.h"
#include "reminders/relance-draft-editor.h"
#include "reminders/relance-due-facts.h"
#include "reminders/relance-guard-row.h"
#include "reminders/relance-later-popover.h"
#include "reminders/relance-preview-dialog.h"
#include "reminders/relance-reminders-page.h"
#include "reminders/relance-sms-view.h"
#include "reminders/relance-subject-field.h"

#define MANY 1000
#define OWN_WORDS "On se voit jeudi. "

typedef struct
{
  PageFixture book;
  GtkWindow *window;
  RelanceRemindersPage *page;
  GtkWidget *letter;
  RelanceDraftEditor *editor;
} Fixture;

static void
add_client (RelanceBook *book, const char *name, const char *email, RelanceTone tone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = relance_client_new (name);

  client->email = g_strdup (email);
  client->tone = tone;
  relance_clients_save (book, client, NULL, &error);
  g_assert_no_error (error);
}

static void
fill (RelanceBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBusiness) business = relance_business_load (book, &error);

  g_assert_no_error (error);
  relance_business_set (business, "name", "Studio Nord", &error);
  g_assert_no_error (error);
  relance_business_set (business, "email", "camille@studio-nord.example", &error);
  g_assert_no_error (error);
  relance_business_save (book, business, &error);
  g_assert_no_error (error);

  add_client (book, "Atelier Durand", "compta@durand.example", RELANCE_TONE_FORMAL);
  add_client (book, "Léa Martin", "lea@martin.example", RELANCE_TONE_FRIENDLY);
  add_client (book, "Boulangerie Petit", NULL, RELANCE_TONE_FRIENDLY);
  page_fixture_add (book, "Atelier Durand", "F-042", 120000, "2026-10-22");
  page_fixture_add (book, "Léa Martin", "F-047", 48000, "2026-11-16");
  page_fixture_add (book, "Léa Martin", "F-045", 20000, "2026-11-10");
  page_fixture_add (book, "Boulangerie Petit", "F-046", 26000, "2026-11-07");
}

static const RelanceDraft *
wait_for_draft (Fixture *fixture)
{
  const RelanceDraft *draft = NULL;

  while ((draft = relance_draft_editor_get_draft (fixture->editor)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return draft;
}

static void
show_page (Fixture *fixture)
{
  fixture->page = relance_reminders_page_new (fixture->book.desk);
  fixture->letter = page_fixture_get_part (fixture->page, "letter_page");
  fixture->editor = page_fixture_get_part (fixture->letter, "editor");
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  page_fixture_wait (fixture->page, "stack", "sitting");
  wait_for_draft (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_fixture_set_up (&fixture->book, fill);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1000, 700);
  gtk_window_present (fixture->window);
  show_page (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  page_fixture_tear_down (&fixture->book);
}

static GtkSingleSelection *
get_queue (Fixture *fixture)
{
  return page_fixture_get_part (page_fixture_get_part (fixture->page, "queue"), "selection");
}

static RelanceDue *
get_row (Fixture *fixture, guint index)
{
  g_autoptr (RelanceDue) due = g_list_model_get_item (G_LIST_MODEL (get_queue (fixture)), index);

  return due;
}

static void
select_row (Fixture *fixture, guint index)
{
  gtk_single_selection_set_selected (get_queue (fixture), index);
  wait_for_draft (fixture);
}

static void
choose_tone (Fixture *fixture, const char *tone)
{
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (fixture->page), "reminders.set-tone", "s", tone));
  wait_for_draft (fixture);
}

static void
type (Fixture *fixture, const char *text)
{
  GtkTextBuffer *buffer = page_fixture_get_part (fixture->editor, "buffer");
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_insert (buffer, &start, text, -1);
}

static GtkWidget *
get_send (Fixture *fixture)
{
  return page_fixture_find (page_fixture_get_part (fixture->letter, "bar"), GTK_TYPE_BUTTON,
                            "label", "Send");
}

static void
test_queue (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_row (fixture, 0)->client->name, ==, "Atelier Durand");
  g_assert_cmpstr (get_row (fixture, 1)->client->name, ==, "Léa Martin");
  g_assert_cmpstr (get_row (fixture, 2)->client->name, ==, "Boulangerie Petit");
  g_assert_null (get_row (fixture, 0)->blocked);
  g_assert_nonnull (get_row (fixture, 2)->blocked);
  g_assert_null (get_row (fixture, 3));
  g_assert_cmpstr (gtk_label_get_label (page_fixture_get_part (fixture->letter, "progress")), ==,
                   "1 of 2");
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  return --*(int *) n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
wait_for_frames (Fixture *fixture, int n_frames)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (fixture->window), count_frame_cb, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* In a narrow window the letter is behind its row, and shown in full when one click leads there. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  AdwNavigationSplitView *split = page_fixture_get_part (fixture->page, "split");
  GtkWidget *list = page_fixture_get_part (page_fixture_get_part (fixture->page, "queue"), "list");
  GtkWidget *subject = page_fixture_get_part (fixture->editor, "subject");
  int height;

  g_assert_false (gtk_list_view_get_single_click_activate (GTK_LIST_VIEW (list)));
  gtk_window_set_default_size (fixture->window, 360, 700);
  while (!adw_navigation_split_view_get_collapsed (split))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_list_view_get_single_click_activate (GTK_LIST_VIEW (list)));
  adw_navigation_split_view_set_show_content (split, FALSE);
  wait_for_frames (fixture, 30);

  gtk_single_selection_set_selected (get_queue (fixture), 1);
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_true (adw_navigation_split_view_get_show_content (split));
  wait_for_draft (fixture);
  wait_for_frames (fixture, 30);
  gtk_widget_measure (subject, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (subject), NULL,
                      &height, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (subject), ==, height);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *choices = page_fixture_get_part (fixture->editor, "choices");

  gtk_test_accessible_assert_property (page_fixture_get_part (choices, "tone"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Tone");
  gtk_test_accessible_assert_property (page_fixture_get_part (fixture->editor, "subject"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Subject");
  gtk_test_accessible_assert_property (page_fixture_get_part (fixture->editor, "text"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Text of the reminder");
  gtk_test_accessible_assert_role (page_fixture_get_part (fixture->editor, "subject"),
                                   GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  g_assert_nonnull (get_send (fixture));
}

static GtkDropDown *
get_stages (Fixture *fixture)
{
  return page_fixture_get_part (page_fixture_get_part (fixture->editor, "choices"), "stage");
}

static void
choose_stage (Fixture *fixture, const char *name)
{
  GListModel *names = gtk_drop_down_get_model (get_stages (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (GtkStringObject) one = g_list_model_get_item (names, i);

      if (g_str_equal (gtk_string_object_get_string (one), name))
        gtk_drop_down_set_selected (get_stages (fixture), i);
    }
  wait_for_draft (fixture);
}

static gboolean
has_stop (const RelanceDraft *draft, const char *kind)
{
  for (guint i = 0; i < draft->stops->len; i++)
    if (g_str_equal (((RelanceGuardNote *) draft->stops->pdata[i])->kind, kind))
      return TRUE;

  return FALSE;
}

/* All of them; those that do not leave from here stand under a heading that says so. */
static void
test_stages (Fixture *fixture, gconstpointer data)
{
  GListModel *names = gtk_drop_down_get_model (get_stages (fixture));
  guint start, end;

  g_assert_cmpuint (g_list_model_get_n_items (names), ==, 13);
  gtk_section_model_get_section (GTK_SECTION_MODEL (names), 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 8);

  choose_stage (fixture, "Third reminder");
  g_assert_cmpint (wait_for_draft (fixture)->stage, ==, RELANCE_STAGE_THIRD);
  g_assert_false (has_stop (wait_for_draft (fixture), "by-hand"));

  choose_stage (fixture, "Statement");
  g_assert_cmpint (wait_for_draft (fixture)->stage, ==, RELANCE_STAGE_STATEMENT);
  g_assert_true (has_stop (wait_for_draft (fixture), "by-hand"));
  g_assert_false (gtk_widget_is_sensitive (get_send (fixture)));
}

/* A formal notice has no other tone, and gives the client's own back. */
static void
test_formal_notice (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tone =
    page_fixture_get_part (page_fixture_get_part (fixture->editor, "choices"), "tone");

  select_row (fixture, 1);
  g_assert_cmpint (wait_for_draft (fixture)->tone, ==, RELANCE_TONE_FRIENDLY);
  choose_stage (fixture, "Formal notice");
  g_assert_cmpint (wait_for_draft (fixture)->tone, ==, RELANCE_TONE_FORMAL);
  g_assert_false (gtk_widget_is_sensitive (tone));

  choose_stage (fixture, "First reminder");
  g_assert_cmpint (wait_for_draft (fixture)->tone, ==, RELANCE_TONE_FRIENDLY);
  g_assert_true (gtk_widget_is_sensitive (tone));
}

/* Nothing was paid: the letter that was there stays, with what was typed in it. */
static void
test_no_such_letter (Fixture *fixture, gconstpointer data)
{
  guint before = gtk_drop_down_get_selected (get_stages (fixture));

  type (fixture, OWN_WORDS);
  choose_stage (fixture, "Thanks");
  g_assert_true (g_str_has_prefix (wait_for_draft (fixture)->text, OWN_WORDS));
  g_assert_cmpuint (gtk_drop_down_get_selected (get_stages (fixture)), ==, before);
  g_assert_false (gtk_widget_get_visible (page_fixture_get_part (fixture->editor, "own_words")));
}

static void
choose (Fixture *fixture, const char *action, GVariant *target)
{
  g_assert_true (gtk_widget_activate_action_variant (
    page_fixture_get_part (fixture->editor, "choices"), action, target));
  wait_for_draft (fixture);
}

static void
test_wordings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_strdup (wait_for_draft (fixture)->text);

  g_assert_cmpuint (wait_for_draft (fixture)->variant, ==, 1);
  g_assert_cmpuint (wait_for_draft (fixture)->n_variants, >, 1);
  choose (fixture, "letter.variant", g_variant_new_uint32 (2));
  g_assert_cmpuint (wait_for_draft (fixture)->variant, ==, 2);
  g_assert_cmpstr (wait_for_draft (fixture)->text, !=, first);

  /* There is one third reminder only. */
  choose_stage (fixture, "Third reminder");
  g_assert_cmpuint (wait_for_draft (fixture)->variant, ==, 1);
}

/* Another voice, and the sender who has it. */
static void
test_voice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *personal = g_strdup (wait_for_draft (fixture)->text);

  g_assert_cmpstr (wait_for_draft (fixture)->from, ==, "camille@studio-nord.example");
  choose (fixture, "letter.voice", g_variant_new_string ("neutral"));
  g_assert_cmpint (wait_for_draft (fixture)->voice, ==, RELANCE_VOICE_NEUTRAL);
  g_assert_cmpstr (wait_for_draft (fixture)->text, !=, personal);
}

/* Whatever is pasted into it, a subject is one line of a length that mail programs show. */
static void
test_subject (Fixture *fixture, gconstpointer data)
{
  RelanceSubjectField *subject = page_fixture_get_part (fixture->editor, "subject");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (subject));
  g_autofree char *written = relance_subject_field_dup_text (subject);
  g_autofree char *long_text = g_strnfill (600, 'x');
  g_autofree char *pasted = NULL;
  g_autofree char *cut = NULL;

  g_assert_cmpstr (wait_for_draft (fixture)->subject, ==, written);

  gtk_text_buffer_set_text (buffer, "Two\r\nlines\u2028more\nBcc: x", -1);
  pasted = relance_subject_field_dup_text (subject);
  g_assert_cmpstr (pasted, ==, "Two  lines more Bcc: x");

  gtk_text_buffer_set_text (buffer, long_text, -1);
  cut = relance_subject_field_dup_text (subject);
  g_assert_cmpint (strlen (cut), ==, 500);
}

static void
test_tone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *formal = g_strdup (wait_for_draft (fixture)->text);
  const RelanceDraft *draft = NULL;

  choose_tone (fixture, "emoji");
  draft = wait_for_draft (fixture);
  g_assert_cmpint (draft->tone, ==, RELANCE_TONE_EMOJI);
  g_assert_cmpstr (draft->text, !=, formal);
  g_assert_false (draft->edited);

  choose_tone (fixture, "formal");
  g_assert_cmpstr (wait_for_draft (fixture)->text, ==, formal);
}

static void
test_own_words (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = page_fixture_get_part (fixture->editor, "own_words");
  GtkWidget *button = page_fixture_find (bar, GTK_TYPE_BUTTON, "label", "Bring Them Back");

  type (fixture, OWN_WORDS);
  g_assert_true (wait_for_draft (fixture)->edited);
  g_assert_false (gtk_widget_get_visible (bar));

  choose_tone (fixture, "friendly");
  g_assert_false (g_str_has_prefix (wait_for_draft (fixture)->text, OWN_WORDS));
  g_assert_true (gtk_widget_get_visible (bar));

  g_signal_emit_by_name (button, "clicked");
  g_assert_true (g_str_has_prefix (wait_for_draft (fixture)->text, OWN_WORDS));
  g_assert_cmpint (wait_for_draft (fixture)->tone, ==, RELANCE_TONE_FORMAL);
  g_assert_false (gtk_widget_get_visible (bar));
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  type (fixture, OWN_WORDS);
  gtk_window_set_child (fixture->window, NULL);

  show_page (fixture);
  g_assert_true (g_str_has_prefix (wait_for_draft (fixture)->text, OWN_WORDS));
  g_assert_true (wait_for_draft (fixture)->edited);
}

static void
wait_for_client (Fixture *fixture, const char *name)
{
  while (!g_str_equal (wait_for_draft (fixture)->client_name, name))
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
get_notes (Fixture *fixture)
{
  return page_fixture_get_part (fixture->letter, "notes");
}

/* Waits until the guard says what has a button of that name. */
static GtkWidget *
wait_for_button (Fixture *fixture, const char *label)
{
  GtkWidget *button = NULL;

  while ((button = page_fixture_find (get_notes (fixture), GTK_TYPE_BUTTON, "label", label)) ==
         NULL)
    g_main_context_iteration (NULL, TRUE);
  return button;
}

static void
wait_for_silence (Fixture *fixture)
{
  while (page_fixture_find (get_notes (fixture), GTK_TYPE_BUTTON, "label", "Replace") != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* One click, one Undo, and nothing else of the letter is touched. */
static void
test_mend (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = page_fixture_get_part (fixture->editor, "buffer");
  g_autofree char *letter = g_strdup (wait_for_draft (fixture)->text);
  g_autofree char *angry = g_strconcat ("Vous êtes un voleur. ", letter, NULL);
  g_autofree char *kind = g_strconcat ("Je ne comprends pas encore ce qui bloque. ", letter, NULL);

  type (fixture, "Vous êtes un voleur. ");
  g_signal_emit_by_name (wait_for_button (fixture, "Replace"), "clicked");
  g_assert_cmpstr (wait_for_draft (fixture)->text, ==, kind);
  g_assert_true (gtk_widget_is_focus (page_fixture_get_part (fixture->editor, "text")));
  wait_for_silence (fixture);

  gtk_text_buffer_undo (buffer);
  g_assert_cmpstr (wait_for_draft (fixture)->text, ==, angry);
  wait_for_button (fixture, "Replace");
}

static void
test_leave_out (Fixture *fixture, gconstpointer data)
{
  RelanceSubjectField *subject = page_fixture_get_part (fixture->editor, "subject");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (subject));
  g_autofree char *before = relance_subject_field_dup_text (subject);
  g_autofree char *after = NULL;
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, " 🙂", -1);
  g_signal_emit_by_name (wait_for_button (fixture, "Leave It Out"), "clicked");
  after = relance_subject_field_dup_text (subject);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (subject)));
}

/* The words are found where they stand, though more was written before them. */
static void
test_point_out (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = page_fixture_get_part (fixture->editor, "buffer");
  GtkWidget *row = NULL;
  GtkTextIter start, end;
  gboolean handled = FALSE;
  g_autofree char *selected = NULL;

  type (fixture, "Vous êtes un voleur. ");
  row = gtk_widget_get_ancestor (wait_for_button (fixture, "Replace"), RELANCE_TYPE_GUARD_ROW);
  type (fixture, "Bien à vous. ");
  g_signal_emit_by_name (page_fixture_get_part (row, "sentence"), "activate-link", "quote",
                         &handled);

  g_assert_true (handled);
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  selected = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (selected, ==, "Vous êtes un voleur");
}

/* The next client comes up, and the letter as it was when one goes back. */
/* "It is fine" stands beside the title. */
static void
say_fine (GtkWidget *checks)
{
  GtkWidget *header = gtk_widget_get_first_child (gtk_widget_get_first_child (checks));
  GtkWidget *button = gtk_widget_get_last_child (header);

  gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
}

/* Asked of each client, and answered for one until the next day. */
static void
test_checks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *checks = page_fixture_get_part (fixture->letter, "checks");
  GtkWidget *rows = page_fixture_get_part (checks, "rows");

  g_assert_true (gtk_widget_get_visible (checks));
  g_assert_nonnull (gtk_widget_get_first_child (rows));
  gtk_test_accessible_assert_role (checks, GTK_ACCESSIBLE_ROLE_GROUP);

  say_fine (checks);
  g_assert_false (gtk_widget_get_visible (checks));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->editor)));

  select_row (fixture, 1);
  g_assert_true (gtk_widget_get_visible (checks));
  select_row (fixture, 0);
  g_assert_false (gtk_widget_get_visible (checks));
}

static void
test_put_off (Fixture *fixture, gconstpointer data)
{
  type (fixture, "Vous êtes un voleur. ");
  g_signal_emit_by_name (wait_for_button (fixture, "Read It Again Tomorrow"), "clicked");
  wait_for_client (fixture, "Léa Martin");

  while (get_row (fixture, 0) == NULL || get_row (fixture, 0)->client->id == 1)
    g_main_context_iteration (NULL, TRUE);
  while (get_row (fixture, 2) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_row (fixture, 0)->client->name, ==, "Léa Martin");
  g_assert_cmpstr (get_row (fixture, 1)->client->name, ==, "Atelier Durand");
  g_assert_nonnull (get_row (fixture, 1)->blocked);

  select_row (fixture, 1);
  wait_for_client (fixture, "Atelier Durand");
  g_assert_true (g_str_has_prefix (wait_for_draft (fixture)->text, "Vous êtes un voleur. "));
  g_assert_false (gtk_widget_is_sensitive (get_send (fixture)));
}

static const char *
get_progress (Fixture *fixture)
{
  return gtk_label_get_label (page_fixture_get_part (fixture->letter, "progress"));
}

/* Until a day of one's choice; the sitting goes on, and counts it as done. */
static void
test_later (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *later = page_fixture_get_part (fixture->letter, "later");
  RelanceDate today = relance_date_parse_iso (PAGE_FIXTURE_TODAY);

  g_assert_cmpstr (get_progress (fixture), ==, "1 of 2");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "reminders.put-off", NULL);
  g_assert_true (gtk_menu_button_get_active (later));

  g_signal_emit_by_name (gtk_menu_button_get_popover (later), "day-chosen", today + 9);
  wait_for_client (fixture, "Léa Martin");
  g_assert_cmpstr (get_progress (fixture), ==, "2 of 2");
  g_assert_cmpstr (get_row (fixture, 1)->blocked, ==,
                   "Back on December 1, 2026: you put the letter off.");

  select_row (fixture, 1);
  wait_for_client (fixture, "Atelier Durand");
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (later)));
  select_row (fixture, 0);
  wait_for_client (fixture, "Léa Martin");
  g_signal_emit_by_name (gtk_menu_button_get_popover (later), "day-chosen", today + 1);
  page_fixture_wait (fixture->letter, "stack", "done");
}

static void
test_later_days (void)
{
  GtkWidget *popover = g_object_new (RELANCE_TYPE_LATER_POPOVER, NULL);
  RelanceDate tuesday = relance_date_parse_iso ("2026-11-24");
  AdwActionRow *row = NULL;

  g_object_ref_sink (popover);
  relance_later_popover_set_today (RELANCE_LATER_POPOVER (popover), tuesday);
  row = page_fixture_get_part (popover, "tomorrow_row");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "November 25, 2026");
  row = page_fixture_get_part (popover, "week_row");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "November 30, 2026");

  relance_later_popover_set_today (RELANCE_LATER_POPOVER (popover), tuesday + 6);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "December 7, 2026");
  g_object_unref (popover);
}

static void
note_day_cb (GtkWidget *popover, int day, RelanceDate *chosen)
{
  *chosen = day;
}

/* A letter is put off to a day that is ahead, and a sentence says so of any other. */
static void
test_later_typed (void)
{
  GtkWidget *popover = g_object_new (RELANCE_TYPE_LATER_POPOVER, NULL);
  RelanceDate tuesday = relance_date_parse_iso ("2026-11-24");
  RelanceDate chosen = RELANCE_DATE_NONE;
  GtkWidget *picker, *entry, *note;

  g_object_ref_sink (popover);
  picker = page_fixture_get_part (popover, "picker");
  entry = page_fixture_get_part (picker, "entry");
  note = page_fixture_get_part (picker, "note");
  g_signal_connect (popover, "day-chosen", G_CALLBACK (note_day_cb), &chosen);
  relance_later_popover_set_today (RELANCE_LATER_POPOVER (popover), tuesday);

  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-11-24");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (chosen, ==, RELANCE_DATE_NONE);
  g_assert_true (gtk_widget_get_visible (note));

  gtk_editable_set_text (GTK_EDITABLE (entry), "+7");
  g_assert_false (gtk_widget_get_visible (note));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (chosen, ==, tuesday + 7);
  g_object_unref (popover);
}

static GtkWidget *
get_changes_button (Fixture *fixture)
{
  return page_fixture_get_part (fixture->editor, "show_changes");
}

/* There when there is something to show; the letter itself is not touched by it. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  GtkLabel *changes = page_fixture_get_part (fixture->editor, "changes");
  GtkWidget *text = page_fixture_get_part (fixture->editor, "text");
  GtkTextBuffer *buffer = page_fixture_get_part (fixture->editor, "buffer");

  g_assert_false (gtk_widget_get_visible (get_changes_button (fixture)));
  type (fixture, OWN_WORDS);
  while (!gtk_widget_get_visible (get_changes_button (fixture)))
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "reminders.show-changes", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (changes)));
  g_assert_false (gtk_widget_get_visible (text));
  g_assert_nonnull (strstr (gtk_label_get_label (changes), OWN_WORDS));
  gtk_test_accessible_assert_property (changes, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 change");
  g_assert_true (g_str_has_prefix (wait_for_draft (fixture)->text, OWN_WORDS));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "reminders.show-changes", NULL);
  g_assert_true (gtk_widget_get_visible (text));
  gtk_text_buffer_undo (buffer);
  while (gtk_widget_get_visible (get_changes_button (fixture)))
    g_main_context_iteration (NULL, TRUE);
}

/* One of two invoices, then the other; never none. */
static void
test_invoices (Fixture *fixture, gconstpointer data)
{
  GtkWidget *facts = page_fixture_get_part (fixture->letter, "facts");
  GtkWidget *first = NULL, *second = NULL;

  select_row (fixture, 1);
  first = page_fixture_find (facts, GTK_TYPE_CHECK_BUTTON, "tooltip-text", "In This Letter");
  g_assert_nonnull (first);
  second = page_fixture_find (gtk_widget_get_next_sibling (gtk_widget_get_parent (first)),
                              GTK_TYPE_CHECK_BUTTON, "tooltip-text", "In This Letter");
  g_assert_nonnull (second);
  g_assert_cmpuint (wait_for_draft (fixture)->debts->len, ==, 2);
  gtk_test_accessible_assert_property (second, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "F-047 in this letter");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (second), FALSE);
  g_assert_cmpuint (wait_for_draft (fixture)->debts->len, ==, 1);
  g_assert_null (strstr (wait_for_draft (fixture)->text, "F-047"));
  g_assert_false (gtk_widget_is_sensitive (first));

  choose_tone (fixture, "formal");
  g_assert_cmpuint (wait_for_draft (fixture)->debts->len, ==, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (second), TRUE);
  g_assert_cmpuint (wait_for_draft (fixture)->debts->len, ==, 2);
  g_assert_true (gtk_widget_is_sensitive (first));
}

/* What the debts are stands among the facts, and what one said oneself in the place of a letter. */
static void
test_facts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *facts = page_fixture_get_part (fixture->letter, "facts");
  GtkLabel *contact = page_fixture_get_part (facts, "contact");
  g_autoptr (RelanceExchange) exchange = relance_exchange_new (get_row (fixture, 0)->client->id);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);

  g_assert_cmpstr (gtk_label_get_label (page_fixture_get_part (facts, "situation")), ==,
                   "Late: nothing says that it is more than a slip or a delay.");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (contact)));

  exchange->date = relance_book_get_today (book) - 10;
  exchange->channel = RELANCE_CHANNEL_PHONE;
  exchange->stage = RELANCE_STAGE_FIRST;
  g_assert_cmpint (relance_exchanges_add (book, exchange, NULL, &error), >, 0);
  g_assert_no_error (error);
  while (!gtk_widget_get_visible (GTK_WIDGET (contact)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (gtk_label_get_label (contact), "by phone"));
  g_assert_cmpint (get_row (fixture, 0)->stage, ==, RELANCE_STAGE_SECOND);
}

/* A dialog before a plain window is a window of its own. */
static GtkWindow *
find_window (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return window;
    }

  return NULL;
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *title;
  } cases[] = {
    { "letter.record-exchange", "You Were in Touch" },
    { "letter.set-situation", "Situation" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (gtk_widget_activate_action (fixture->letter, cases[i].action, NULL));
      g_assert_nonnull (find_window (cases[i].title));
      gtk_window_destroy (find_window (cases[i].title));
    }
}

static guint
count_widgets (GtkWidget *parent)
{
  guint count = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_widgets (child);
  return count;
}

/* Somebody who never paid anything. */
static RelanceDue *
make_due (int count)
{
  RelanceDue *due = g_object_new (RELANCE_TYPE_DUE, NULL);

  due->client = relance_client_new ("Atelier Durand");
  g_clear_pointer (&due->invoices, g_ptr_array_unref);
  due->invoices = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 1; i <= count; i++)
    {
      RelanceInvoice *invoice = relance_invoice_new ();

      invoice->id = i;
      invoice->number = g_strdup_printf ("F-%03d", i);
      invoice->balance = 10000;
      invoice->days_late = 52;
      g_strlcpy (invoice->currency, "EUR", sizeof invoice->currency);
      g_ptr_array_add (due->invoices, invoice);
    }
  return due;
}

static guint
count_left_out (RelanceDueFacts *facts)
{
  g_autoptr (GArray) without = relance_due_facts_dup_without (facts);

  return without->len;
}

static void
note_change_cb (RelanceDueFacts *facts, guint *changes)
{
  (*changes)++;
}

/* A thousand invoices stand in a list that makes no row for each; a click on all of
 * them is one change. */
static void
test_many_invoices (void)
{
  g_autoptr (RelanceDue) due = make_due (MANY);
  RelanceDueFacts *facts = g_object_new (RELANCE_TYPE_DUE_FACTS, NULL);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *picker = page_fixture_get_part (facts, "picker");
  GtkWidget *all = page_fixture_get_part (picker, "all");
  GtkWidget *list = page_fixture_get_part (picker, "list");
  GtkWidget *last = NULL;
  guint changes = 0;

  relance_due_facts_show (facts, due);
  gtk_window_set_child (window, GTK_WIDGET (facts));
  gtk_window_present (window);
  g_signal_connect (facts, "changed", G_CALLBACK (note_change_cb), &changes);
  g_assert_true (gtk_widget_get_visible (picker));
  g_assert_cmpstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (all)), ==,
                   "1000 of 1000 invoices in this letter");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (all), FALSE);
  g_assert_cmpuint (count_left_out (facts), ==, MANY - 1);
  g_assert_cmpuint (changes, ==, 1);

  gtk_list_view_scroll_to (GTK_LIST_VIEW (list), MANY - 1, GTK_LIST_SCROLL_NONE, NULL);
  while ((last = page_fixture_find (list, GTK_TYPE_BUTTON, "label",
                                    "F-1000 · €100 · 52 days late")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_widgets (list), <, MANY * 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_prev_sibling (last)), TRUE);
  g_assert_cmpuint (count_left_out (facts), ==, MANY - 2);
  g_assert_true (gtk_check_button_get_inconsistent (GTK_CHECK_BUTTON (all)));
  g_assert_cmpuint (changes, ==, 2);
  gtk_window_destroy (window);
}

/* The names of what goes with the letter stand below it, the first of many. */
static void
test_attachment_names (void)
{
  static const struct
  {
    guint count;
    const char *names;
  } cases[] = {
    { 0, "" },
    { 1, "1.pdf" },
    { 6, "1.pdf · 2.pdf · 3.pdf · 4.pdf · 5.pdf · 6.pdf" },
    { 8, "1.pdf · 2.pdf · 3.pdf · 4.pdf · 5.pdf · 3 more files" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *names = g_object_new (RELANCE_TYPE_ATTACHMENT_NAMES, NULL);
      g_autoptr (GPtrArray) documents = relance_documents_new ();

      g_object_ref_sink (names);
      for (guint j = 1; j <= cases[i].count; j++)
        {
          RelanceDocument *document = g_new0 (RelanceDocument, 1);

          document->name = g_strdup_printf ("%u.pdf", j);
          g_ptr_array_add (documents, document);
        }
      relance_attachment_names_show (RELANCE_ATTACHMENT_NAMES (names), documents);
      g_assert_cmpint (gtk_widget_get_visible (names), ==, cases[i].count > 0);
      g_assert_nonnull (page_fixture_find (names, GTK_TYPE_LABEL, "label", cases[i].names));
      g_object_unref (names);
    }
}

/* What the reader gets, the table of several invoices with it, and what a phone can take. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = NULL;
  GtkWidget *sms = NULL;
  GtkLabel *count = NULL, *pages = NULL;
  const char *first = NULL;

  type (fixture, OWN_WORDS);
  dialog = relance_preview_dialog_new (fixture->book.desk, wait_for_draft (fixture));
  g_object_ref_sink (dialog);
  first = gtk_label_get_label (page_fixture_get_part (dialog, "text"));
  g_assert_true (g_str_has_prefix (first, OWN_WORDS));
  g_assert_nonnull (page_fixture_find (page_fixture_get_part (dialog, "mail"), GTK_TYPE_LABEL,
                                       "label", wait_for_draft (fixture)->subject));

  pages = page_fixture_get_part (dialog, "pages");
  while (*gtk_label_get_label (pages) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_label_get_label (pages), ==, "Page 1 of 1");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (pages)));
  adw_view_stack_set_visible_child_name (page_fixture_get_part (dialog, "stack"), "paper");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (pages)));

  sms = page_fixture_get_part (dialog, "sms");
  count = page_fixture_get_part (sms, "count");
  relance_sms_view_set_text (RELANCE_SMS_VIEW (sms), "Bonjour €");
  g_assert_cmpstr (gtk_label_get_label (count), ==, "10/160");
  g_assert_false (gtk_widget_get_visible (page_fixture_get_part (sms, "costly")));
  relance_sms_view_set_text (RELANCE_SMS_VIEW (sms), "Bonjour 🙂");
  g_assert_cmpstr (gtk_label_get_label (count), ==, "10/70");
  g_assert_true (gtk_widget_get_visible (page_fixture_get_part (sms, "costly")));
  g_signal_emit_by_name (page_fixture_find (sms, GTK_TYPE_BUTTON, "label", "_Simplify"), "clicked");
  g_assert_cmpstr (gtk_label_get_label (count), ==, "9/160");
  g_object_unref (dialog);
}

static void
test_stop (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_is_sensitive (get_send (fixture)));

  select_row (fixture, 2);
  g_assert_cmpstr (wait_for_draft (fixture)->client_name, ==, "Boulangerie Petit");
  g_assert_false (gtk_widget_is_sensitive (get_send (fixture)));
  g_assert_true (gtk_widget_get_visible (page_fixture_get_part (fixture->letter, "notes")));
}

static RelanceMessageState
get_message_state (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);
  g_autoptr (GPtrArray) messages = NULL;

  messages = relance_outbox_list (book, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (messages->len, ==, 1);
  return ((RelanceMessage *) messages->pdata[0])->state;
}

static void
test_send (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toasts = page_fixture_get_part (fixture->letter, "toasts");
  GtkWidget *undo = NULL;

  type (fixture, OWN_WORDS);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "reminders.send", NULL);
  wait_for_client (fixture, "Léa Martin");
  g_assert_cmpint (get_message_state (fixture), ==, RELANCE_MESSAGE_APPROVED);

  while ((undo = page_fixture_find (toasts, GTK_TYPE_BUTTON, "label", "_Undo")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (undo, "clicked");
  wait_for_client (fixture, "Atelier Durand");
  g_assert_cmpint (get_message_state (fixture), ==, RELANCE_MESSAGE_WITHDRAWN);
  g_assert_true (g_str_has_prefix (wait_for_draft (fixture)->text, OWN_WORDS));
}

static void
test_end (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "reminders.send", NULL);
  wait_for_client (fixture, "Léa Martin");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "reminders.send", NULL);
  page_fixture_wait (fixture->letter, "stack", "done");
  g_assert_cmpstr (adw_status_page_get_title (page_fixture_get_part (fixture->letter, "done")), ==,
                   "That’s everyone. See you next week.");
}

static void
fill_nothing (RelanceBook *book)
{
}

static void
test_nobody (void)
{
  PageFixture book = { NULL };
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *page = NULL;

  page_fixture_set_up (&book, fill_nothing);
  page = GTK_WIDGET (relance_reminders_page_new (book.desk));
  gtk_window_set_child (window, page);
  gtk_window_set_default_size (window, 360, 640);
  gtk_window_present (window);
  page_fixture_wait (page, "stack", "nobody");
  gtk_window_destroy (window);
  page_fixture_tear_down (&book);
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

  g_test_add ("/reminders/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/reminders/queue", Fixture, NULL, set_up, test_queue, tear_down);
  g_test_add ("/reminders/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/reminders/stages", Fixture, NULL, set_up, test_stages, tear_down);
  g_test_add ("/reminders/formal-notice", Fixture, NULL, set_up, test_formal_notice, tear_down);
  g_test_add ("/reminders/no-such-letter", Fixture, NULL, set_up, test_no_such_letter, tear_down);
  g_test_add ("/reminders/wordings", Fixture, NULL, set_up, test_wordings, tear_down);
  g_test_add ("/reminders/voice", Fixture, NULL, set_up, test_voice, tear_down);
  g_test_add ("/reminders/subject", Fixture, NULL, set_up, test_subject, tear_down);
  g_test_add ("/reminders/tone", Fixture, NULL, set_up, test_tone, tear_down);
  g_test_add ("/reminders/own-words", Fixture, NULL, set_up, test_own_words, tear_down);
  g_test_add ("/reminders/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/reminders/mend", Fixture, NULL, set_up, test_mend, tear_down);
  g_test_add ("/reminders/leave-out", Fixture, NULL, set_up, test_leave_out, tear_down);
  g_test_add ("/reminders/point-out", Fixture, NULL, set_up, test_point_out, tear_down);
  g_test_add ("/reminders/checks", Fixture, NULL, set_up, test_checks, tear_down);
  g_test_add ("/reminders/put-off", Fixture, NULL, set_up, test_put_off, tear_down);
  g_test_add ("/reminders/later", Fixture, NULL, set_up, test_later, tear_down);
  g_test_add_func ("/reminders/later-days", test_later_days);
  g_test_add_func ("/reminders/later-typed", test_later_typed);
  g_test_add ("/reminders/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/reminders/invoices", Fixture, NULL, set_up, test_invoices, tear_down);
  g_test_add ("/reminders/facts", Fixture, NULL, set_up, test_facts, tear_down);
  g_test_add ("/reminders/menu", Fixture, NULL, set_up, test_menu, tear_down);
  g_test_add_func ("/reminders/many-invoices", test_many_invoices);
  g_test_add_func ("/reminders/attachment-names", test_attachment_names);
  g_test_add ("/reminders/preview", Fixture, NULL, set_up, test_preview, tear_down);
  g_test_add ("/reminders/stop", Fixture, NULL, set_up, test_stop, tear_down);
  g_test_add ("/reminders/send", Fixture, NULL, set_up, test_send, tear_down);
  g_test_add ("/reminders/end", Fixture, NULL, set_up, test_end, tear_down);
  g_test_add_func ("/reminders/nobody", test_nobody);
  return g_test_run ();
}
