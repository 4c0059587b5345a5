/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What build-aux/bench measures of the window:
 *   bench-window empty       an empty libadwaita window, until its first frame
 *   bench-window first BOOK  Relance, until its first frame
 *   bench-window today BOOK  Relance, from Today shown to Today filled; prints milliseconds */

#include "relance-application.h"
#include "today/relance-today-page.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *mode;
  GtkWindow *window;
  gint64 shown; /* microseconds, when Today was first painted; 0 before */
  gint64 painting;
  gint64 worst_frame;
} Bench;

static GtkWidget *
find_widget (GtkWidget *from, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (from, type))
    return from;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_filled (GtkWidget *page)
{
  GtkWidget *stack = find_widget (page, GTK_TYPE_STACK);

  return stack != NULL &&
         g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "figures") == 0;
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->painting = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  gint64 now = g_get_monotonic_time ();
  GtkWidget *page = find_widget (GTK_WIDGET (bench->window), RELANCE_TYPE_TODAY_PAGE);

  if (!g_str_equal (bench->mode, "today"))
    exit (EXIT_SUCCESS);
  if (page == NULL || !gtk_widget_get_mapped (page))
    return;

  if (bench->shown == 0)
    bench->shown = now;
  else
    bench->worst_frame = MAX (bench->worst_frame, now - bench->painting);

  if (is_filled (page))
    {
      g_print ("{\"filled_ms\": %.1f, \"worst_frame_ms\": %.1f}\n", (now - bench->shown) / 1000.0,
               bench->worst_frame / 1000.0);
      exit (EXIT_SUCCESS);
    }
}

/* Keeps frames coming whether or not anything moves, and draws none by itself. */
static gboolean
tick_cb (GtkWidget *window, GdkFrameClock *clock, gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
realize_cb (GtkWidget *window, Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  gtk_widget_add_tick_callback (window, tick_cb, NULL, NULL);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Bench *bench)
{
  bench->window = window;
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), bench);
}

static void
activate_empty_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 720);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_status_page_new ());
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  Bench bench = { .mode = argc > 1 ? argv[1] : "" };
  g_autoptr (GApplication) application = NULL;
  char *arguments[] = { argv[0], (char *) "--book", argc > 2 ? argv[2] : NULL, NULL };

  if (g_str_equal (bench.mode, "empty"))
    {
      application = G_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (activate_empty_cb), NULL);
    }
  else
    {
      g_assert (argc == 3);
      application = G_APPLICATION (relance_application_new ());
    }
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);

  return g_application_run (application, argc == 3 ? 3 : 1, arguments);
}
