/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-desk.h"

#include "relance-outbox.h"
#include "relance-worker.h"

/* The date is looked at this often, so that "today" is right soon after midnight or a sleep. */
#define SECONDS_BETWEEN_LOOKS 60

/* After a failure to send that is not a message's own, such as another program sending. */
#define SECONDS_BEFORE_TRYING_AGAIN 60

/* A timer does not count while the machine sleeps, so it never waits longer than this. */
#define LONGEST_WAIT_SECONDS 300

struct _RelanceDesk
{
  GObject parent_instance;

  RelanceClock *clock;
  char *path;
  gboolean sample;
  gboolean damaged; /* when it was opened: nothing can be sent from it */

  RelanceWorker *book_worker;
  RelanceWorker *network_worker;
  RelanceWorker *reports_worker;

  /* Of the book worker's thread: a connection of its own sees every commit, ours included. */
  RelanceStore *witness;
  gint64 seen_version;

  GSource *changed_source; /* made ready by the worker, emits on the main thread */
  GFileMonitor *monitors[2];
  guint look_timer;
  RelanceDate today;

  guint outbox_timer;
  gboolean sending;
  gboolean send_again;
};

G_DEFINE_FINAL_TYPE (RelanceDesk, relance_desk, G_TYPE_OBJECT)

enum
{
  CHANGED,
  OUTBOX_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a round of the outbox did. */
typedef struct
{
  gboolean moved;
  gint64 next_time; /* UTC seconds, or 0 */
} Round;

static gpointer
send_round (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (RelanceSendReport) report = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree Round *round = g_new0 (Round, 1);

  report = relance_outbox_send (book, cancellable, error);
  if (!report)
    return NULL;

  round->moved = report->messages->len > 0;
  round->next_time = relance_outbox_next_time (book, &local_error);
  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&round);
}

static void
outbox_timer_cb (gpointer data)
{
  RelanceDesk *self = data;

  self->outbox_timer = 0;
  relance_desk_wake_outbox (self);
}

static void
arm_outbox (RelanceDesk *self, gint64 seconds)
{
  seconds = CLAMP (seconds, 1, LONGEST_WAIT_SECONDS);
  g_clear_handle_id (&self->outbox_timer, g_source_remove);
  self->outbox_timer = g_timeout_add_seconds_once ((guint) seconds, outbox_timer_cb, self);
}

static void
arm_next_round (RelanceDesk *self, const Round *round)
{
  if (round->next_time != 0)
    arm_outbox (self, round->next_time - relance_clock_get_now (self->clock));
}

static void
round_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RelanceDesk *self = RELANCE_DESK (source);
  g_autoptr (GError) error = NULL;
  g_autofree Round *round = relance_desk_run_finish (self, result, &error);

  self->sending = FALSE;
  if (!self->network_worker)
    return;

  if (round)
    arm_next_round (self, round);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    arm_outbox (self, SECONDS_BEFORE_TRYING_AGAIN);

  if (round && round->moved)
    g_signal_emit (self, signals[OUTBOX_CHANGED], 0);

  if (self->send_again)
    relance_desk_wake_outbox (self);
}

/* On the book worker's thread. */
static void
look_at_book (RelanceBook *book, gpointer data)
{
  RelanceDesk *self = data;
  gint64 version;

  if (!self->witness)
    return;

  version = relance_store_get_data_version (self->witness);
  if (version == self->seen_version)
    return;

  self->seen_version = version;
  g_source_set_ready_time (self->changed_source, 0);
}

/* On the network worker's thread. What it wrote is seen by the book worker. */
static void
look_after_network (RelanceBook *book, gpointer data)
{
  RelanceDesk *self = data;

  relance_worker_nudge (self->book_worker);
}

/* Reports change nothing. */
static void
look_after_report (RelanceBook *book, gpointer data)
{
}

static gboolean
changed_source_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  return callback (data);
}

static GSourceFuncs changed_source_funcs = { .dispatch = changed_source_dispatch };

static gboolean
emit_changed_cb (gpointer data)
{
  g_signal_emit (data, signals[CHANGED], 0);
  return G_SOURCE_CONTINUE;
}

static void
file_changed_cb (RelanceDesk *self)
{
  relance_worker_nudge (self->book_worker);
}

static gboolean
look_timer_cb (gpointer data)
{
  RelanceDesk *self = data;
  RelanceDate today = relance_clock_get_today (self->clock);

  if (today != self->today)
    {
      self->today = today;
      g_signal_emit (self, signals[CHANGED], 0);
      relance_desk_wake_outbox (self);
    }
  return G_SOURCE_CONTINUE;
}

static GFileMonitor *
monitor_file (RelanceDesk *self, const char *suffix)
{
  g_autofree char *path = g_strconcat (self->path, suffix, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);

  /* Where files cannot be watched, only our own changes are seen at once. */
  if (monitor)
    g_signal_connect_object (monitor, "changed", G_CALLBACK (file_changed_cb), self,
                             G_CONNECT_SWAPPED);
  return monitor;
}

static void
watch_book (RelanceDesk *self)
{
  self->monitors[0] = monitor_file (self, "");
  self->monitors[1] = monitor_file (self, "-wal");
  self->today = relance_clock_get_today (self->clock);
  self->look_timer = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_timer_cb, self);
  g_source_set_name_by_id (self->look_timer, "relance-desk-day");
}

static RelanceWorker *
get_worker (RelanceDesk *self, RelanceLane lane)
{
  switch (lane)
    {
    case RELANCE_LANE_NETWORK:
      return self->network_worker;
    case RELANCE_LANE_REPORTS:
      return self->reports_worker;
    case RELANCE_LANE_BOOK:
    default:
      return self->book_worker;
    }
}

static gpointer
begin_witness (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  RelanceDesk *self = request;

  self->witness =
    relance_store_open (relance_store_get_path (relance_book_get_store (book)), FALSE, error);
  if (!self->witness)
    return NULL;

  self->seen_version = relance_store_get_data_version (self->witness);
  self->sample = relance_book_is_sample (book);
  self->damaged = relance_book_is_damaged (book);
  return self;
}

static gpointer
end_witness (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  RelanceDesk *self = request;

  g_clear_object (&self->witness);
  return NULL;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RelanceDesk *self = RELANCE_DESK (source);
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (!relance_desk_run_finish (self, result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (self->book_worker)
    {
      watch_book (self);
      relance_desk_wake_outbox (self);
    }
  g_task_return_boolean (task, TRUE);
}

static void
start_workers (RelanceDesk *self)
{
  self->book_worker =
    relance_worker_new ("book", self->path, TRUE, self->clock, look_at_book, self);
  self->network_worker =
    relance_worker_new ("network", self->path, FALSE, self->clock, look_after_network, self);
  self->reports_worker =
    relance_worker_new ("reports", self->path, FALSE, self->clock, look_after_report, self);

  self->changed_source = g_source_new (&changed_source_funcs, sizeof (GSource));
  g_source_set_static_name (self->changed_source, "the book changed");
  g_source_set_callback (self->changed_source, emit_changed_cb, self, NULL);
  /* After the answers of the work that made the change. */
  g_source_set_priority (self->changed_source, G_PRIORITY_HIGH_IDLE);
  g_source_attach (self->changed_source, NULL);
}

static void
close_calmly (RelanceWorker *worker)
{
  relance_worker_close (worker, FALSE);
}

static void
close_hurriedly (RelanceWorker *worker)
{
  relance_worker_close (worker, TRUE);
}

static void
relance_desk_dispose (GObject *object)
{
  RelanceDesk *self = RELANCE_DESK (object);

  relance_desk_close (self);

  G_OBJECT_CLASS (relance_desk_parent_class)->dispose (object);
}

static void
relance_desk_finalize (GObject *object)
{
  RelanceDesk *self = RELANCE_DESK (object);

  g_clear_object (&self->clock);
  g_free (self->path);

  G_OBJECT_CLASS (relance_desk_parent_class)->finalize (object);
}

static void
relance_desk_class_init (RelanceDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = relance_desk_dispose;
  object_class->finalize = relance_desk_finalize;

  signals[CHANGED] = g_signal_new ("changed", RELANCE_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[OUTBOX_CHANGED] = g_signal_new ("outbox-changed", RELANCE_TYPE_DESK, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
relance_desk_init (RelanceDesk *self)
{
}

/**
 * relance_desk_new:
 * @clock: what the book takes for now
 *
 * Returns: (transfer full): a desk without a book
 */
RelanceDesk *
relance_desk_new (RelanceClock *clock)
{
  RelanceDesk *self = g_object_new (RELANCE_TYPE_DESK, NULL);

  self->clock = g_object_ref (clock);
  return self;
}

/**
 * relance_desk_open_async:
 * @path: the book; made when there is none. The sample's path opens the sample.
 *
 * Opens the book on its lanes, once in the life of a desk. From then on
 * messages that wait are sent when their time comes.
 */
void
relance_desk_open_async (RelanceDesk *self,
                         const char *path,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (RELANCE_IS_DESK (self));
  g_return_if_fail (self->path == NULL);

  self->path = g_strdup (path);
  start_workers (self);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, relance_desk_open_async);
  relance_desk_run_async (self, RELANCE_LANE_BOOK, begin_witness, self, NULL, NULL, cancellable,
                          opened_cb, task);
}

/**
 * relance_desk_open_finish:
 *
 * Returns: whether the book is open; else %FALSE with an error of %RELANCE_STORE_ERROR
 */
gboolean
relance_desk_open_finish (RelanceDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * relance_desk_close:
 *
 * Finishes what was asked of the book, stops what waits for the network and what
 * reports, and closes all. Call it before dropping the last reference, on the main thread.
 */
void
relance_desk_close (RelanceDesk *self)
{
  g_return_if_fail (RELANCE_IS_DESK (self));

  if (!self->book_worker)
    return;

  g_clear_handle_id (&self->look_timer, g_source_remove);
  g_clear_handle_id (&self->outbox_timer, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    g_clear_object (&self->monitors[i]);

  g_clear_pointer (&self->reports_worker, close_hurriedly);
  /* The network's worker nudges the book's, so it goes first. */
  g_clear_pointer (&self->network_worker, close_hurriedly);
  relance_desk_run_async (self, RELANCE_LANE_BOOK, end_witness, self, NULL, NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->book_worker, close_calmly);

  g_source_destroy (self->changed_source);
  g_clear_pointer (&self->changed_source, g_source_unref);
}

/**
 * relance_desk_get_path:
 *
 * Returns: (nullable): the book's path, %NULL before it is opened
 */
const char *
relance_desk_get_path (RelanceDesk *self)
{
  g_return_val_if_fail (RELANCE_IS_DESK (self), NULL);

  return self->path;
}

/**
 * relance_desk_get_clock:
 *
 * Returns: (transfer none): the clock it was made with
 */
RelanceClock *
relance_desk_get_clock (RelanceDesk *self)
{
  g_return_val_if_fail (RELANCE_IS_DESK (self), NULL);

  return self->clock;
}

/**
 * relance_desk_is_sample:
 *
 * Returns: whether the book is the sample; %FALSE before it is open
 */
gboolean
relance_desk_is_sample (RelanceDesk *self)
{
  g_return_val_if_fail (RELANCE_IS_DESK (self), FALSE);

  return self->sample;
}

/**
 * relance_desk_run_async:
 * @request: (transfer full) (nullable): for @use_case; freed by @free_request on the lane
 * @free_result: (nullable): frees a result that nobody took
 * @cancellable: (nullable): when cancelled, the callback still comes, with %G_IO_ERROR_CANCELLED;
 *   a piece of work whose outcome must be known even then keeps its own cancellable in @request
 * @callback: (nullable): called on the main thread
 *
 * Queues a piece of work on a lane; a lane does one at a time, in the order asked.
 */
void
relance_desk_run_async (RelanceDesk *self,
                        RelanceLane lane,
                        RelanceUseCase use_case,
                        gpointer request,
                        GDestroyNotify free_request,
                        GDestroyNotify free_result,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  RelanceWorker *worker;
  GTask *task;

  g_return_if_fail (RELANCE_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, relance_desk_run_async);

  worker = get_worker (self, lane);
  if (worker)
    {
      relance_worker_push (worker, use_case, request, free_request, free_result, task);
      return;
    }

  if (free_request)
    free_request (request);
  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The book is closed");
  g_object_unref (task);
}

/**
 * relance_desk_run_finish:
 *
 * Returns: (transfer full) (nullable): what the use case returned
 */
gpointer
relance_desk_run_finish (RelanceDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * relance_desk_wake_outbox:
 *
 * Sends what may leave now, and comes back by itself when the next message
 * may. Call it after an approval. The sample book never sends.
 */
void
relance_desk_wake_outbox (RelanceDesk *self)
{
  g_return_if_fail (RELANCE_IS_DESK (self));

  if (!self->network_worker || self->sample || self->damaged)
    return;

  self->send_again = self->sending;
  if (self->sending)
    return;

  self->sending = TRUE;
  relance_desk_run_async (self, RELANCE_LANE_NETWORK, send_round, NULL, NULL, g_free, NULL,
                          round_done_cb, NULL);
}
