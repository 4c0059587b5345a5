/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What build-aux/bench measures of the window:
 *   bench-window empty       an empty libadwaita window, until its first frame
 *   bench-window first BOOK  Relance, until its first frame
 *   bench-window today BOOK  Relance, from Today shown to Today filled; prints milliseconds
 *   bench-window change BOOK Relance, from invoices added to the book until Today shows them, and how long
 *                            the main thread was busy at a stretch meanwhile; prints milliseconds
 *   bench-window scroll BOOK Relance, through its long lists; prints how long the main thread was busy
 *                            at a stretch while they moved, also when the thumb of the scrollbar was
 *                            dragged from one end to another, and the memory that is resident then */

#include "relance-application.h"
#include "relance-clients.h"
#include "relance-invoices.h"
#include "today/relance-ageing-card.h"
#include "today/relance-figure.h"
#include "today/relance-today-page.h"
#include "window/relance-window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* A list moves once it kept its length for so many frames; then for so many, by so many pixels each. */
#define FRAMES_OF_REST 120
#define FRAMES_OF_SCROLLING 300

/* An empty list is waited for so long. */
#define FRAMES_OF_PATIENCE 300

#define PIXELS_A_FRAME 90

/* Then the list is far away at once, so many times, and stays there for so many frames. */
#define JUMPS 12
#define FRAMES_A_JUMP 20

/* So many changes are made, each once the window rested for so many frames: what follows the figures is
 * read by then. */
#define CHANGES 7
#define FRAMES_BETWEEN_CHANGES 180

/* Of the lists, as the sidebar calls them. */
static const char *const scrolled_pages[] = { "invoices", "clients", "sent" };

typedef struct
{
  const char *mode;
  GtkWindow *window;
  gint64 shown; /* microseconds, when Today was first painted; 0 before */
  gint64 painting;
  gint64 worst_frame;
  int page;                  /* of scrolled_pages; -1 before the first */
  GtkAdjustment *adjustment; /* of that page's list; NULL until there is one */
  double length;             /* of that list */
  int n_frames;              /* since it was shown, or last got longer */
  int n_empty;               /* of them, while there was nothing in the list */
  gint64 woken;              /* what the main thread had run when it last got something to do */
  int n_changes;
  gint64 committed; /* when the last change was in the book; 0 while there is none to wait for */
  char *owed;       /* what Today said before it */
  double changes[CHANGES]; /* milliseconds until it was on the page */
  gint64 worst_change;
  gint64 worst_scrolls[G_N_ELEMENTS (scrolled_pages)];
  gint64 worst_jumps[G_N_ELEMENTS (scrolled_pages)];
} Bench;

static Bench bench = { .page = -1 };

/* Other threads are still reading the book: nothing is torn down under them. */
static void G_NORETURN
leave (void)
{
  fflush (stdout);
  _exit (EXIT_SUCCESS);
}

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

static gboolean
is_jumping (void)
{
  return bench.page >= 0 && bench.n_frames > FRAMES_OF_REST + FRAMES_OF_SCROLLING;
}

static gboolean
is_scrolling (void)
{
  return bench.page >= 0 && bench.n_frames > FRAMES_OF_REST && !is_jumping ();
}

/* Microseconds that this thread ran: what others do on the machine is none of it. */
static gint64
get_own_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Whatever keeps the main thread from its next frame counts, painting or not. */
static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 busy = get_own_time () - bench.woken;
  int result;

  if (is_scrolling ())
    bench.worst_scrolls[bench.page] = MAX (bench.worst_scrolls[bench.page], busy);
  if (is_jumping ())
    bench.worst_jumps[bench.page] = MAX (bench.worst_jumps[bench.page], busy);
  if (bench.n_changes > 0)
    bench.worst_change = MAX (bench.worst_change, busy);
  result = g_poll (fds, n_fds, timeout);
  bench.woken = get_own_time ();
  return result;
}

static long
read_resident_kilobytes (void)
{
  g_autofree char *text = NULL;
  char *end;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  strtol (text, &end, 10);
  return strtol (end, NULL, 10) * (sysconf (_SC_PAGESIZE) / 1024);
}

static void
tell_scrolls (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scrolled_pages); i++)
    g_print ("%s\"%s_ms\": %.1f, \"%s_jump_ms\": %.1f", i == 0 ? "{" : ", ", scrolled_pages[i],
             bench.worst_scrolls[i] / 1000.0, scrolled_pages[i], bench.worst_jumps[i] / 1000.0);
  g_print (", \"resident_kb\": %ld}\n", read_resident_kilobytes ());
  leave ();
}

static GtkAdjustment *
find_adjustment (void)
{
  AdwNavigationPage *page = relance_window_get_page (RELANCE_WINDOW (bench.window));
  GtkWidget *list = page != NULL ? find_widget (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW) : NULL;

  if (page != NULL && list == NULL)
    list = find_widget (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW);
  return list != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)) : NULL;
}

static void
show_next_page (void)
{
  bench.n_frames = 0;
  bench.n_empty = 0;
  bench.adjustment = NULL;
  if (++bench.page == (int) G_N_ELEMENTS (scrolled_pages))
    tell_scrolls ();
  relance_window_show_page (RELANCE_WINDOW (bench.window), scrolled_pages[bench.page]);
}

/* Here and there in the list, never near the place before. */
static void
jump (void)
{
  int n_frames = bench.n_frames - FRAMES_OF_REST - FRAMES_OF_SCROLLING - 1;
  int place = (n_frames / FRAMES_A_JUMP * 5 + 6) % JUMPS;

  if (n_frames % FRAMES_A_JUMP == 0)
    gtk_adjustment_set_value (bench.adjustment, bench.length * place / JUMPS);
}

static void
take_step (void)
{
  if (bench.page < 0 ||
      bench.n_frames == FRAMES_OF_REST + FRAMES_OF_SCROLLING + JUMPS * FRAMES_A_JUMP)
    show_next_page ();
  if (bench.adjustment == NULL)
    bench.adjustment = find_adjustment ();
  if (bench.adjustment == NULL)
    return;

  if (is_scrolling ())
    gtk_adjustment_set_value (bench.adjustment,
                              gtk_adjustment_get_value (bench.adjustment) + PIXELS_A_FRAME);
  else if (is_jumping ())
    jump ();
  else if (gtk_adjustment_get_upper (bench.adjustment) != bench.length ||
           (bench.length == 0 && ++bench.n_empty < FRAMES_OF_PATIENCE))
    bench.n_frames = 0;
  bench.length = gtk_adjustment_get_upper (bench.adjustment);
  bench.n_frames++;
}

static const char *
get_owed (void)
{
  GtkWidget *figure = find_widget (GTK_WIDGET (bench.window), RELANCE_TYPE_FIGURE);

  return figure != NULL ? gtk_label_get_label (GTK_LABEL (find_widget (figure, GTK_TYPE_LABEL)))
                        : NULL;
}

/* A RelanceUseCase. @request: how many there were. */
static gpointer
add_invoice (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = relance_invoice_new ();
  g_autoptr (RelanceClient) client = relance_clients_find (book, "Client 0001", error);
  gint64 *committed;

  g_assert_nonnull (client);
  invoice->client_id = client->id;
  invoice->number = g_strdup_printf ("Bench %d", GPOINTER_TO_INT (request));
  invoice->total = 100000000;
  g_strlcpy (invoice->currency, "EUR", sizeof invoice->currency);
  invoice->issued = relance_book_get_today (book);
  invoice->due = invoice->issued + 30;
  g_assert_cmpint (relance_invoices_save (book, invoice, NULL, error), >, 0);
  committed = g_new (gint64, 1);
  *committed = g_get_monotonic_time ();
  return committed;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree gint64 *committed = relance_desk_run_finish (RELANCE_DESK (source), result, NULL);

  g_assert_nonnull (committed);
  bench.committed = *committed;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
tell_changes (void)
{
  qsort (bench.changes, CHANGES, sizeof (double), compare_times);
  g_print ("{\"change_ms\": %.1f, \"slowest_change_ms\": %.1f, \"busy_ms\": %.1f}\n",
           bench.changes[CHANGES / 2], bench.changes[CHANGES - 1], bench.worst_change / 1000.0);
  leave ();
}

static void
make_change (void)
{
  if (bench.n_changes == CHANGES)
    tell_changes ();
  g_set_str (&bench.owed, get_owed ());
  bench.n_frames = 0;
  bench.n_changes++;
  relance_desk_run_async (relance_window_get_desk (RELANCE_WINDOW (bench.window)),
                          RELANCE_LANE_BOOK, add_invoice, GINT_TO_POINTER (bench.n_changes), NULL,
                          g_free, NULL, added_cb, NULL);
}

/* With what is below the figures. */
static gboolean
is_whole (GtkWidget *page)
{
  GtkWidget *last = find_widget (page, RELANCE_TYPE_AGEING_CARD);

  return is_filled (page) && last != NULL && gtk_widget_get_mapped (last);
}

/* After a frame was painted. */
static void
watch_change (GtkWidget *page, gint64 now)
{
  if (page == NULL || !is_filled (page))
    return;
  if (bench.owed != NULL && g_strcmp0 (get_owed (), bench.owed) != 0)
    {
      bench.changes[bench.n_changes - 1] = (double) (now - bench.committed) / 1000.0;
      g_clear_pointer (&bench.owed, g_free);
    }
  if (bench.owed == NULL && bench.n_frames++ == FRAMES_BETWEEN_CHANGES)
    make_change ();
}

static void
before_paint_cb (GdkFrameClock *clock)
{
  bench.painting = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock)
{
  gint64 now = g_get_monotonic_time ();
  GtkWidget *page;

  if (g_str_equal (bench.mode, "scroll"))
    return;
  if (!g_str_equal (bench.mode, "today") && !g_str_equal (bench.mode, "change"))
    leave ();
  page = find_widget (GTK_WIDGET (bench.window), RELANCE_TYPE_TODAY_PAGE);
  if (g_str_equal (bench.mode, "change"))
    {
      watch_change (page, now);
      return;
    }
  if (page == NULL || !gtk_widget_get_mapped (page))
    return;

  if (bench.shown == 0)
    bench.shown = now;
  else
    bench.worst_frame = MAX (bench.worst_frame, now - bench.painting);

  if (is_whole (page))
    {
      g_print ("{\"filled_ms\": %.1f, \"worst_frame_ms\": %.1f}\n", (now - bench.shown) / 1000.0,
               bench.worst_frame / 1000.0);
      leave ();
    }
}

/* Keeps frames coming whether or not anything moves, and draws none by itself. */
static gboolean
tick_cb (GtkWidget *window, GdkFrameClock *clock, gpointer data)
{
  if (g_str_equal (bench.mode, "scroll"))
    take_step ();
  return G_SOURCE_CONTINUE;
}

static void
realize_cb (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
  gtk_widget_add_tick_callback (window, tick_cb, NULL, NULL);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  bench.window = window;
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
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
  g_autoptr (GApplication) application = NULL;
  char *arguments[] = { argv[0], (char *) "--book", argc > 2 ? argv[2] : NULL, NULL };

  bench.mode = argc > 1 ? argv[1] : "";
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
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  if (g_str_equal (bench.mode, "scroll") || g_str_equal (bench.mode, "change"))
    g_main_context_set_poll_func (NULL, poll_cb);

  return g_application_run (application, argc == 3 ? 3 : 1, arguments);
}
