/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-tone BOOK: how long it takes from the key that changes the tone of a letter until the letter
 * in that tone is there, and to paint it, without the rest of a frame that is waited for between them;
 * prints milliseconds, the middle and the worst of them. */

#include "relance-desk.h"
#include "reminders/relance-draft-editor.h"
#include "reminders/relance-reminders-page.h"

#include <stdlib.h>

#define SWITCHES 61

/* Microseconds, when the window was painted last. */
static gint64 painting, painted;

static void
before_paint_cb (GdkFrameClock *clock)
{
  painting = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock)
{
  painted = g_get_monotonic_time ();
}

static gboolean
tick_cb (GtkWidget *window, GdkFrameClock *clock, gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static GtkWidget *
find_widget (GtkWidget *parent, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (parent, type))
    return parent;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer opened)
{
  g_autoptr (GError) error = NULL;

  relance_desk_open_finish (RELANCE_DESK (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) opened = TRUE;
}

static RelanceTone
wait_for_tone (GtkWidget *page)
{
  RelanceDraftEditor *editor = RELANCE_DRAFT_EDITOR (find_widget (page, RELANCE_TYPE_DRAFT_EDITOR));
  const RelanceDraft *draft = NULL;

  while ((draft = relance_draft_editor_get_draft (editor)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return draft->tone;
}

/* The next tone, until it is painted. */
static double
switch_tone (GtkWidget *page)
{
  const char *next = wait_for_tone (page) == RELANCE_TONE_EMOJI ? "friendly" : "emoji";
  gint64 start = g_get_monotonic_time (), shown;

  gtk_widget_activate_action (page, "reminders.set-tone", "s", next);
  wait_for_tone (page);
  shown = g_get_monotonic_time ();
  while (painted < shown)
    g_main_context_iteration (NULL, TRUE);
  return (double) (shown - start + painted - painting) / 1000.0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

int
main (int argc, char **argv)
{
  g_autoptr (RelanceClock) clock = relance_clock_new_system ();
  g_autoptr (RelanceDesk) desk = relance_desk_new (clock);
  double times[SWITCHES];
  gboolean opened = FALSE;
  GtkWidget *window, *page;
  GdkFrameClock *frames;

  g_assert (argc == 2);
  adw_init ();
  relance_desk_open_async (desk, argv[1], NULL, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);

  window = gtk_window_new ();
  page = GTK_WIDGET (relance_reminders_page_new (desk));
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
  frames = gtk_widget_get_frame_clock (window);
  g_signal_connect (frames, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect (frames, "after-paint", G_CALLBACK (after_paint_cb), NULL);
  gtk_widget_add_tick_callback (window, tick_cb, NULL, NULL);

  /* The first one loads what later ones find. */
  switch_tone (page);
  for (int i = 0; i < SWITCHES; i++)
    times[i] = switch_tone (page);

  qsort (times, SWITCHES, sizeof *times, compare);
  g_print ("{\"median_ms\": %.1f, \"worst_ms\": %.1f}\n", times[SWITCHES / 2], times[SWITCHES - 1]);
  _Exit (0);
}
