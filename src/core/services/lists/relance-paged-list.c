/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-paged-list.h"

#include "relance-page-reading.h"

/* More than any screen shows; what is further away is read again when it is looked at. */
#define PAGES_KEPT 6

struct _RelancePagedList
{
  GObject parent_instance;

  RelanceDesk *desk;
  const RelanceListReader *reader;
  gpointer query;
  GArray *ids;    /* gint64, of every row; NULL until they are counted */
  GArray *totals; /* of the reader's kind; NULL likewise */
  guint n_items;

  GHashTable
    *pages;      /* page number -> GPtrArray of RELANCE_PAGE_SIZE places, NULL until asked for */
  GQueue recent; /* page numbers, last looked at first */

  guint generation;  /* an answer to an older one is dropped */
  gboolean answered; /* what is there are rows of this query */
  gboolean completing;
  GCancellable *cancellable;
};

static void init_list_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RelancePagedList,
                               relance_paged_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

typedef struct
{
  RelancePagedList *self;
  guint generation;
} Wait;

enum
{
  ANSWERED,
  COUNTED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
free_wait (Wait *wait)
{
  g_object_unref (wait->self);
  g_free (wait);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wait, free_wait)

static void
free_place (gpointer place)
{
  if (place != NULL)
    g_object_unref (place);
}

static RelancePlace *
get_place (GPtrArray *places, guint i)
{
  if (places->pdata[i] == NULL)
    places->pdata[i] = g_object_new (RELANCE_TYPE_PLACE, NULL);
  return places->pdata[i];
}

/* Later: whoever drags the scrollbar should not wait for hundreds of records that go. */
static void
drop_last_page (RelancePagedList *self)
{
  gpointer number = g_queue_pop_tail (&self->recent);
  gpointer places = NULL;

  if (g_hash_table_steal_extended (self->pages, number, NULL, &places))
    g_idle_add_once ((GSourceOnceFunc) g_ptr_array_unref, places);
}

static void
touch_page (RelancePagedList *self, guint number)
{
  if (GPOINTER_TO_UINT (g_queue_peek_head (&self->recent)) == number &&
      !g_queue_is_empty (&self->recent))
    return;

  g_queue_remove (&self->recent, GUINT_TO_POINTER (number));
  g_queue_push_head (&self->recent, GUINT_TO_POINTER (number));
  if (g_queue_get_length (&self->recent) > PAGES_KEPT)
    drop_last_page (self);
}

static GPtrArray *
add_page (RelancePagedList *self, guint number)
{
  GPtrArray *items = g_ptr_array_new_full (RELANCE_PAGE_SIZE, free_place);

  g_ptr_array_set_size (items, RELANCE_PAGE_SIZE);
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), items);
  touch_page (self, number);
  return items;
}

static void
fill_page (RelancePagedList *self, guint number, GPtrArray *records, RelanceDate today)
{
  GPtrArray *places = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (places == NULL)
    places = add_page (self, number);
  for (guint i = 0; i < places->len; i++)
    if (i < records->len)
      relance_place_set (get_place (places, i), records->pdata[i], today);
    else if (places->pdata[i] != NULL)
      relance_place_set (places->pdata[i], NULL, today);
}

static void
fill_pages (RelancePagedList *self, RelancePageAnswer *answer)
{
  for (guint i = 0; i < answer->numbers->len; i++)
    fill_page (self, g_array_index (answer->numbers, guint, i), answer->pages->pdata[i],
               answer->today);
}

static void
drop_pages (RelancePagedList *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->recent);
}

/* A place is one in the list, and no record: when the book changed the places stay, filled anew, and
 * so the reader does not lose theirs. */
static void
set_length (RelancePagedList *self, guint n_items)
{
  guint before = self->n_items;

  self->n_items = n_items;
  if (n_items > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n_items - before);
  else if (n_items < before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_items, before - n_items, 0);
}

static void
take_first (RelancePagedList *self, RelancePageAnswer *answer)
{
  GPtrArray *rows = answer->pages->pdata[0];
  guint before = self->n_items;

  drop_pages (self);
  fill_pages (self, answer);
  self->answered = TRUE;
  self->n_items = rows->len;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_items);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
take_pages (RelancePagedList *self, RelancePageAnswer *answer)
{
  fill_pages (self, answer);
  if (answer->ids == NULL)
    return;

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->totals, g_array_unref);
  self->ids = g_steal_pointer (&answer->ids);
  self->totals = g_steal_pointer (&answer->totals);
  set_length (self, self->ids->len);
  g_signal_emit (self, signals[COUNTED], 0);
}

static void complete (RelancePagedList *self);

static void
completed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelancePagedList) self = user_data;

  self->completing = relance_desk_run_finish (RELANCE_DESK (source), result, NULL) != NULL;
  if (self->completing && self->desk != NULL)
    complete (self);
}

/* A step at a time, so that whoever asks for something meanwhile waits for one only. */
static void
complete (RelancePagedList *self)
{
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_page_complete, NULL, NULL, NULL,
                          NULL, completed_cb, g_object_ref (self));
}

static RelancePageAnswer *
finish_reading (GObject *source, GAsyncResult *result, Wait *wait)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelancePageAnswer)
    answer = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (wait->generation != wait->self->generation || wait->self->desk == NULL)
    return NULL;
  if (answer == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (wait->self, signals[FAILED], 0, error);
  return g_steal_pointer (&answer);
}

static void
read_first_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Wait) wait = user_data;
  g_autoptr (RelancePageAnswer) answer = finish_reading (source, result, wait);

  if (answer != NULL)
    take_first (wait->self, answer);
}

static void
read_pages_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Wait) wait = user_data;
  g_autoptr (RelancePageAnswer) answer = finish_reading (source, result, wait);
  RelancePagedList *self = wait->self;

  if (answer == NULL)
    return;
  take_pages (self, answer);
  if (self->completing || self->desk == NULL)
    return;
  self->completing = TRUE;
  complete (self);
}

/* Takes @reading. */
static void
start_reading (RelancePagedList *self,
               RelanceUseCase use_case,
               RelancePageReading *reading,
               GAsyncReadyCallback callback)
{
  Wait *wait = g_new0 (Wait, 1);

  wait->self = g_object_ref (self);
  wait->generation = self->generation;
  relance_desk_run_async (
    self->desk, RELANCE_LANE_BOOK, use_case, reading, (GDestroyNotify) relance_page_reading_free,
    (GDestroyNotify) relance_page_answer_free, self->cancellable, callback, wait);
}

static void
start_generation (RelancePagedList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->generation++;
  relance_paged_list_prepare (self->desk);
}

/* Everything anew: the first rows, and then how many there are. */
static void
replace (RelancePagedList *self)
{
  RelancePageReading *counting;

  start_generation (self);
  start_reading (self, relance_page_read_first,
                 relance_page_reading_new (self->reader, self->query), read_first_cb);
  counting = relance_page_reading_new (self->reader, self->query);
  counting->counting = TRUE;
  start_reading (self, relance_page_read, counting, read_pages_cb);
}

/* The book changed: what is on screen is filled anew where it stands. */
static void
refresh (RelancePagedList *self)
{
  RelancePageReading *reading;

  start_generation (self);
  reading = relance_page_reading_new (self->reader, self->query);
  reading->counting = TRUE;
  for (GList *link = self->recent.head; link != NULL; link = link->next)
    {
      guint number = GPOINTER_TO_UINT (link->data);

      g_array_append_val (reading->numbers, number);
    }
  start_reading (self, relance_page_read, reading, read_pages_cb);
}

static void
desk_changed_cb (RelancePagedList *self)
{
  if (self->query == NULL)
    return;
  if (self->answered)
    refresh (self);
  else
    replace (self);
}

static GType
get_item_type (GListModel *model)
{
  return RELANCE_TYPE_PLACE;
}

static guint
get_n_items (GListModel *model)
{
  return RELANCE_PAGED_LIST (model)->n_items;
}

static void
read_page (RelancePagedList *self, guint number)
{
  RelancePageReading *reading = relance_page_reading_new (self->reader, self->query);

  /* Nobody looks beyond the first page before all are counted. */
  if (self->ids != NULL)
    reading->ids = g_array_ref (self->ids);
  else
    reading->counting = TRUE;
  g_array_append_val (reading->numbers, number);
  start_reading (self, relance_page_read, reading, read_pages_cb);
}

static gpointer
get_item (GListModel *model, guint position)
{
  RelancePagedList *self = RELANCE_PAGED_LIST (model);
  guint number = position / RELANCE_PAGE_SIZE;
  GPtrArray *items;

  if (position >= self->n_items)
    return NULL;

  items = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
  if (items == NULL)
    {
      items = add_page (self, number);
      read_page (self, number);
    }
  touch_page (self, number);
  return g_object_ref (get_place (items, position % RELANCE_PAGE_SIZE));
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
relance_paged_list_dispose (GObject *object)
{
  RelancePagedList *self = RELANCE_PAGED_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (relance_paged_list_parent_class)->dispose (object);
}

static void
relance_paged_list_finalize (GObject *object)
{
  RelancePagedList *self = RELANCE_PAGED_LIST (object);

  drop_pages (self);
  g_hash_table_unref (self->pages);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->totals, g_array_unref);
  g_clear_pointer (&self->query, self->reader->free_query);
  G_OBJECT_CLASS (relance_paged_list_parent_class)->finalize (object);
}

static void
relance_paged_list_class_init (RelancePagedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = relance_paged_list_dispose;
  object_class->finalize = relance_paged_list_finalize;

  signals[ANSWERED] = g_signal_new ("answered", RELANCE_TYPE_PAGED_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[COUNTED] = g_signal_new ("counted", RELANCE_TYPE_PAGED_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", RELANCE_TYPE_PAGED_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
relance_paged_list_init (RelancePagedList *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_queue_init (&self->recent);
}

/**
 * relance_paged_list_prepare:
 *
 * Has derived from the book what lists are read from, as every list does that is asked for something:
 * whoever opens the first one need not wait for it then.
 */
void
relance_paged_list_prepare (RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_DESK (desk));

  relance_desk_run_async (desk, RELANCE_LANE_BOOK, relance_page_prepare, NULL, NULL, NULL, NULL,
                          NULL, NULL);
}

/**
 * relance_paged_list_new:
 * @reader: what kind of list
 *
 * Makes a list that is empty until it is given a query.
 */
RelancePagedList *
relance_paged_list_new (RelanceDesk *desk, const RelanceListReader *reader)
{
  RelancePagedList *self;

  g_return_val_if_fail (RELANCE_IS_DESK (desk), NULL);

  self = g_object_new (RELANCE_TYPE_PAGED_LIST, NULL);
  self->desk = g_object_ref (desk);
  self->reader = reader;
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * relance_paged_list_set_query:
 * @query: what to show, of the reader's kind; its limit and offset are ours to say
 *
 * Asks for other rows. The old ones stay until the answer is there.
 */
void
relance_paged_list_set_query (RelancePagedList *self, gconstpointer query)
{
  g_return_if_fail (RELANCE_IS_PAGED_LIST (self));
  g_return_if_fail (query != NULL);

  g_clear_pointer (&self->query, self->reader->free_query);
  self->query = self->reader->copy_query (query);
  self->answered = FALSE;
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->totals, g_array_unref);
  replace (self);
}

/**
 * relance_paged_list_refresh:
 *
 * Reads again what may have changed; when the book does, this is done already.
 */
void
relance_paged_list_refresh (RelancePagedList *self)
{
  g_return_if_fail (RELANCE_IS_PAGED_LIST (self));

  desk_changed_cb (self);
}

/**
 * relance_paged_list_get_ids:
 *
 * Returns: (transfer none) (nullable) (element-type gint64): of every row, by place; %NULL until they
 *   are counted
 */
GArray *
relance_paged_list_get_ids (RelancePagedList *self)
{
  g_return_val_if_fail (RELANCE_IS_PAGED_LIST (self), NULL);

  return self->ids;
}

/**
 * relance_paged_list_get_totals:
 *
 * Returns: (transfer none) (nullable): what is listed, by currency, of the reader's kind; %NULL until
 *   it is counted
 */
GArray *
relance_paged_list_get_totals (RelancePagedList *self)
{
  g_return_val_if_fail (RELANCE_IS_PAGED_LIST (self), NULL);

  return self->totals;
}
