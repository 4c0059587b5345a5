/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-worker.h"

#include "relance-sample.h"

#ifdef HAVE_MALLOC_TRIM
#include <malloc.h>
#endif

/* What was read is kept for so long, in case that the next piece of work needs it again. */
#define MICROSECONDS_KEPT (2 * G_USEC_PER_SEC)

struct _RelanceWorker
{
  char *path;
  gboolean create;
  RelanceClock *clock;
  RelanceWorkerAfter after;
  gpointer user_data;

  GThread *thread;
  GAsyncQueue *queue;    /* of Job */
  GCancellable *closing; /* cancelled when the work at hand should stop */

  RelanceBook *book; /* of the thread alone; NULL until it is opened */
};

/* @task NULL: nothing to do but what comes after. @last: the thread ends. */
typedef struct
{
  RelanceUseCase use_case;
  gpointer request;
  GDestroyNotify free_request;
  GDestroyNotify free_result;
  GTask *task;
  gboolean last;
} Job;

static void
free_job (Job *job)
{
  if (job->free_request)
    job->free_request (job->request);
  g_clear_object (&job->task);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

/* The sample is made where it is opened first, by the worker that may make a book. */
static RelanceBook *
open_book (RelanceWorker *self, GError **error)
{
  g_autofree char *sample = relance_book_dup_sample_path ();

  if (self->create && g_str_equal (self->path, sample))
    return relance_sample_open (self->clock, error);

  return relance_book_open (self->path, self->create, self->clock, error);
}

static void
interrupt_cb (GCancellable *cancellable, gpointer store)
{
  relance_store_interrupt (store);
}

static void
cancel_cb (GCancellable *cancellable, gpointer other)
{
  g_cancellable_cancel (other);
}

static gulong
watch_cancellable (GCancellable *cancellable, GCallback callback, gpointer data)
{
  return cancellable ? g_cancellable_connect (cancellable, callback, data, NULL) : 0;
}

/* The work stops when its owner cancels it or when the worker closes in a hurry. */
static gpointer
run_use_case (RelanceWorker *self, Job *job, GError **error)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  GCancellable *owners = g_task_get_cancellable (job->task);
  gulong by_owner = watch_cancellable (owners, G_CALLBACK (cancel_cb), stop);
  gulong by_closing = watch_cancellable (self->closing, G_CALLBACK (cancel_cb), stop);
  gulong interrupts =
    watch_cancellable (stop, G_CALLBACK (interrupt_cb), relance_book_get_store (self->book));
  gpointer result = NULL;

  g_assert (error != NULL);

  if (!g_cancellable_set_error_if_cancelled (stop, error))
    result = job->use_case (self->book, job->request, stop, error);

  g_cancellable_disconnect (stop, interrupts);
  g_cancellable_disconnect (self->closing, by_closing);
  g_cancellable_disconnect (owners, by_owner);

  if (g_error_matches (*error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_INTERRUPTED))
    {
      g_clear_error (error);
      g_cancellable_set_error_if_cancelled (stop, error);
    }
  return result;
}

static void
run_job (RelanceWorker *self, Job *job)
{
  g_autoptr (GError) error = NULL;
  gpointer result;

  if (!self->book)
    self->book = open_book (self, &error);
  if (!self->book)
    {
      g_task_return_error (job->task, g_steal_pointer (&error));
      return;
    }

  result = run_use_case (self, job, &error);
  if (error)
    g_task_return_error (job->task, g_steal_pointer (&error));
  else
    g_task_return_pointer (job->task, result, job->free_result);
}

/* What was read, by whomever, lies between what stays, and is not given back by itself. */
static void
give_back_memory (RelanceWorker *self)
{
  if (self->book)
    relance_store_release_memory (relance_book_get_store (self->book));
#ifdef HAVE_MALLOC_TRIM
  malloc_trim (0);
#endif
}

/* A program that waits holds no memory that it can do without. */
static Job *
wait_for_job (RelanceWorker *self)
{
  Job *job = g_async_queue_timeout_pop (self->queue, MICROSECONDS_KEPT);

  if (job)
    return job;
  give_back_memory (self);
  return g_async_queue_pop (self->queue);
}

static gpointer
work (gpointer data)
{
  RelanceWorker *self = data;

  while (TRUE)
    {
      g_autoptr (Job) job = wait_for_job (self);

      if (job->last)
        break;
      if (job->task)
        run_job (self, job);
      if (self->book)
        self->after (self->book, self->user_data);
    }

  /* The connection is closed on the thread that used it. */
  g_clear_object (&self->book);
  return NULL;
}

/**
 * relance_worker_new:
 * @create: make the book when there is none
 * @after: called on the worker's thread after each piece of work
 *
 * Starts a thread that opens the book at its first piece of work, and then
 * does what it is given, one piece at a time, in the order given.
 */
RelanceWorker *
relance_worker_new (const char *name,
                    const char *path,
                    gboolean create,
                    RelanceClock *clock,
                    RelanceWorkerAfter after,
                    gpointer user_data)
{
  RelanceWorker *self = g_new0 (RelanceWorker, 1);

  self->path = g_strdup (path);
  self->create = create;
  self->clock = g_object_ref (clock);
  self->after = after;
  self->user_data = user_data;
  self->queue = g_async_queue_new_full ((GDestroyNotify) free_job);
  self->closing = g_cancellable_new ();
  self->thread = g_thread_new (name, work, self);
  return self;
}

/**
 * relance_worker_push:
 * @request: (transfer full): freed by @free_request after the work, on the worker's thread
 * @task: (transfer full): gets the result, freed by @free_result if nobody takes it
 *
 * Queues a piece of work. Callable from any thread.
 */
void
relance_worker_push (RelanceWorker *self,
                     RelanceUseCase use_case,
                     gpointer request,
                     GDestroyNotify free_request,
                     GDestroyNotify free_result,
                     GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->use_case = use_case;
  job->request = request;
  job->free_request = free_request;
  job->free_result = free_result;
  job->task = task;
  g_async_queue_push (self->queue, job);
}

/**
 * relance_worker_nudge:
 *
 * Has @after called once more, when the work queued so far is done.
 * Callable from any thread.
 */
void
relance_worker_nudge (RelanceWorker *self)
{
  g_async_queue_push (self->queue, g_new0 (Job, 1));
}

/**
 * relance_worker_close:
 * @self: (transfer full)
 * @hurry: cancel what is at hand and queued, rather than finish it
 *
 * Waits for the thread to end, and frees @self. Every task that was pushed has
 * been answered by then.
 */
void
relance_worker_close (RelanceWorker *self, gboolean hurry)
{
  Job *last = g_new0 (Job, 1);

  if (hurry)
    g_cancellable_cancel (self->closing);

  last->last = TRUE;
  g_async_queue_push (self->queue, last);
  g_thread_join (self->thread);

  g_async_queue_unref (self->queue);
  g_object_unref (self->closing);
  g_object_unref (self->clock);
  g_free (self->path);
  g_free (self);
}
