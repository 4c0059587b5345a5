/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-watch.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define TICK_MILLISECONDS 100
#define PATIENCE_TICKS 5

/* Shared by the two threads, under the lock. */
static GMutex lock;
static gboolean quiet;
static gboolean shown;

static void
fill_signals (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
}

static void
show_progress (int ticks)
{
  static const char *const marks[] = { "⠋", "⠙", "⠸", "⠴", "⠦", "⠇" };

  g_mutex_lock (&lock);
  if (!quiet)
    {
      fputs ("\r", stderr);
      /* Translators: %s is a small turning mark, %d a number of seconds */
      fprintf (stderr, _ ("%s Working… %d s"), marks[ticks % G_N_ELEMENTS (marks)],
               ticks * TICK_MILLISECONDS / 1000);
      fflush (stderr);
      shown = TRUE;
    }
  g_mutex_unlock (&lock);
}

static void
erase_progress (void)
{
  if (shown)
    fputs ("\r\033[K", stderr);
  shown = FALSE;
}

/*
 * Waits for Ctrl-C where anything may be called, unlike in a signal handler, and
 * meanwhile says on a terminal that work goes on. A second Ctrl-C ends at once:
 * the book is safe at any instant.
 */
static gpointer
watch (gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = user_data;
  const struct timespec tick = { 0, TICK_MILLISECONDS * 1000000L };
  gboolean terminal = isatty (STDERR_FILENO);
  sigset_t signals;

  fill_signals (&signals);
  for (int ticks = 1;; ticks++)
    {
      int caught = terminal ? sigtimedwait (&signals, NULL, &tick) : sigwaitinfo (&signals, NULL);

      if (caught > 0 && g_cancellable_is_cancelled (cancellable))
        _exit (128 + caught);
      if (caught > 0)
        g_cancellable_cancel (cancellable);
      else if (terminal && ticks >= PATIENCE_TICKS)
        show_progress (ticks);
    }
  return NULL;
}

/* To be called before any other thread: all of them leave the signals to this one. */
void
cli_watch_start (GCancellable *cancellable)
{
  sigset_t signals;

  fill_signals (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("watch", watch, g_object_ref (cancellable)));
}

/* No progress while something is asked on the terminal. */
void
cli_watch_hush (gboolean hushed)
{
  g_mutex_lock (&lock);
  quiet = hushed;
  erase_progress ();
  g_mutex_unlock (&lock);
}

/* The answer comes now: the progress line goes, and no other follows. */
void
cli_watch_stop (void)
{
  cli_watch_hush (TRUE);
}
