/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-invoice-list.h"

#define PAGE_SIZE 200

/* More than any screen shows; what is further away is read again when it is looked at. */
#define PAGES_KEPT 16

struct _RelanceInvoiceItem
{
  GObject parent_instance;

  RelanceInvoice *invoice;
  RelanceDate today;
};

G_DEFINE_FINAL_TYPE (RelanceInvoiceItem, relance_invoice_item, G_TYPE_OBJECT)

struct _RelanceInvoiceList
{
  GObject parent_instance;

  RelanceDesk *desk;
  RelanceInvoiceQuery *query;
  GArray *totals; /* RelanceInvoiceTotal */
  guint n_items;

  GHashTable *pages; /* page number -> GPtrArray of PAGE_SIZE items */
  GQueue recent;     /* page numbers, last looked at first */

  guint generation;   /* an answer to an older one is dropped */
  gboolean replacing; /* the query changed and has not been answered */
  GCancellable *cancellable;
};

static void init_list_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RelanceInvoiceList,
                               relance_invoice_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

/* What to read: some pages, and with @whole the totals too. */
typedef struct
{
  RelanceInvoiceQuery *query;
  GArray *numbers; /* guint */
  gboolean whole;
} Reading;

typedef struct
{
  GArray *numbers;
  GPtrArray *pages; /* GPtrArray of RelanceInvoice, one a number */
  GArray *totals;   /* NULL when not asked for */
  RelanceDate today;
} Answer;

typedef struct
{
  RelanceInvoiceList *self;
  guint generation;
  gboolean replace;
} Wait;

enum
{
  ITEM_PROP_INVOICE = 1,
  ITEM_PROP_TODAY,
  ITEM_N_PROPS,
};

enum
{
  ANSWERED,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *item_props[ITEM_N_PROPS];
static guint signals[N_SIGNALS];

static void
free_reading (Reading *reading)
{
  relance_invoice_query_free (reading->query);
  g_array_unref (reading->numbers);
  g_free (reading);
}

static void
free_answer (Answer *answer)
{
  g_clear_pointer (&answer->totals, g_array_unref);
  g_ptr_array_unref (answer->pages);
  g_array_unref (answer->numbers);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, free_answer)

static void
free_wait (Wait *wait)
{
  g_object_unref (wait->self);
  g_free (wait);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wait, free_wait)

/* A RelanceUseCase. */
static gpointer
read_pages (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  Reading *reading = request;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->numbers = g_array_ref (reading->numbers);
  answer->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  answer->today = relance_book_get_today (book);

  if (reading->whole)
    {
      answer->totals = relance_invoices_sum (book, reading->query, error);
      if (answer->totals == NULL)
        return NULL;
    }

  for (guint i = 0; i < reading->numbers->len; i++)
    {
      GPtrArray *page;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      reading->query->limit = PAGE_SIZE;
      reading->query->offset = (int) g_array_index (reading->numbers, guint, i) * PAGE_SIZE;
      page = relance_invoices_list (book, reading->query, error);
      if (page == NULL)
        return NULL;
      g_ptr_array_add (answer->pages, page);
    }
  return g_steal_pointer (&answer);
}

static void
set_item (RelanceInvoiceItem *item, RelanceInvoice *invoice, RelanceDate today)
{
  /* The invoice last: whoever listens to it finds the right day. */
  item->today = today;
  g_object_notify_by_pspec (G_OBJECT (item), item_props[ITEM_PROP_TODAY]);
  if (g_set_object (&item->invoice, invoice))
    g_object_notify_by_pspec (G_OBJECT (item), item_props[ITEM_PROP_INVOICE]);
}

static void
touch_page (RelanceInvoiceList *self, guint number)
{
  if (GPOINTER_TO_UINT (g_queue_peek_head (&self->recent)) == number &&
      !g_queue_is_empty (&self->recent))
    return;

  g_queue_remove (&self->recent, GUINT_TO_POINTER (number));
  g_queue_push_head (&self->recent, GUINT_TO_POINTER (number));
  if (g_queue_get_length (&self->recent) > PAGES_KEPT)
    g_hash_table_remove (self->pages, g_queue_pop_tail (&self->recent));
}

static GPtrArray *
add_page (RelanceInvoiceList *self, guint number)
{
  GPtrArray *items = g_ptr_array_new_full (PAGE_SIZE, g_object_unref);

  for (int i = 0; i < PAGE_SIZE; i++)
    g_ptr_array_add (items, g_object_new (RELANCE_TYPE_INVOICE_ITEM, NULL));
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), items);
  touch_page (self, number);
  return items;
}

static void
fill_page (RelanceInvoiceList *self, guint number, GPtrArray *invoices, RelanceDate today)
{
  GPtrArray *items = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (items == NULL)
    items = add_page (self, number);
  for (guint i = 0; i < items->len; i++)
    set_item (items->pdata[i], i < invoices->len ? invoices->pdata[i] : NULL, today);
}

static void
drop_pages (RelanceInvoiceList *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->recent);
}

static guint
count_totals (GArray *totals)
{
  guint count = 0;

  for (guint i = 0; i < totals->len; i++)
    count += g_array_index (totals, RelanceInvoiceTotal, i).count;
  return count;
}

static void
take_answer (RelanceInvoiceList *self, Answer *answer, gboolean replace)
{
  guint before = self->n_items;

  if (replace)
    drop_pages (self);
  for (guint i = 0; i < answer->numbers->len; i++)
    fill_page (self, g_array_index (answer->numbers, guint, i), answer->pages->pdata[i],
               answer->today);
  if (answer->totals == NULL)
    return;

  g_clear_pointer (&self->totals, g_array_unref);
  self->totals = g_steal_pointer (&answer->totals);
  self->n_items = count_totals (self->totals);
  self->replacing = FALSE;

  /* An item is a place, not an invoice: after a change of the book the places
   * stay, filled anew, and so the reader does not lose theirs. */
  if (replace)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_items);
  else if (self->n_items > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_items - before);
  else if (self->n_items < before)
    g_list_model_items_changed (G_LIST_MODEL (self), self->n_items, before - self->n_items, 0);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
read_pages_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Wait) wait = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (wait->generation != wait->self->generation || wait->self->desk == NULL)
    return;
  if (answer != NULL)
    take_answer (wait->self, answer, wait->replace);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (wait->self, signals[FAILED], 0, error);
}

/* Takes @numbers. */
static void
start_reading (RelanceInvoiceList *self, GArray *numbers, gboolean whole)
{
  Reading *reading = g_new0 (Reading, 1);
  Wait *wait = g_new0 (Wait, 1);

  reading->query = relance_invoice_query_copy (self->query);
  reading->numbers = numbers;
  reading->whole = whole;
  wait->self = g_object_ref (self);
  wait->generation = self->generation;
  wait->replace = whole && self->replacing;
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, read_pages, reading,
                          (GDestroyNotify) free_reading, (GDestroyNotify) free_answer,
                          self->cancellable, read_pages_cb, wait);
}

static void
start_generation (RelanceInvoiceList *self)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->generation++;

  if (self->replacing || g_queue_is_empty (&self->recent))
    g_array_append_val (numbers, first);
  else
    for (GList *link = self->recent.head; link != NULL; link = link->next)
      {
        guint number = GPOINTER_TO_UINT (link->data);

        g_array_append_val (numbers, number);
      }
  start_reading (self, numbers, TRUE);
}

static void
desk_changed_cb (RelanceInvoiceList *self)
{
  if (self->query != NULL)
    start_generation (self);
}

static GType
get_item_type (GListModel *model)
{
  return RELANCE_TYPE_INVOICE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return RELANCE_INVOICE_LIST (model)->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  RelanceInvoiceList *self = RELANCE_INVOICE_LIST (model);
  guint number = position / PAGE_SIZE;
  GPtrArray *items;

  if (position >= self->n_items)
    return NULL;

  items = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
  if (items == NULL)
    {
      GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

      items = add_page (self, number);
      g_array_append_val (numbers, number);
      start_reading (self, numbers, FALSE);
    }
  touch_page (self, number);
  return g_object_ref (items->pdata[position % PAGE_SIZE]);
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
relance_invoice_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RelanceInvoiceItem *self = RELANCE_INVOICE_ITEM (object);

  if (id == ITEM_PROP_INVOICE)
    g_value_set_object (value, self->invoice);
  else if (id == ITEM_PROP_TODAY)
    g_value_set_int (value, self->today);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
relance_invoice_item_finalize (GObject *object)
{
  g_clear_object (&RELANCE_INVOICE_ITEM (object)->invoice);
  G_OBJECT_CLASS (relance_invoice_item_parent_class)->finalize (object);
}

static void
relance_invoice_item_class_init (RelanceInvoiceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = relance_invoice_item_get_property;
  object_class->finalize = relance_invoice_item_finalize;

  item_props[ITEM_PROP_INVOICE] = g_param_spec_object ("invoice", NULL, NULL, RELANCE_TYPE_INVOICE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  item_props[ITEM_PROP_TODAY] = g_param_spec_int ("today", NULL, NULL, G_MININT, G_MAXINT,
                                                  RELANCE_DATE_NONE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, ITEM_N_PROPS, item_props);
}

static void
relance_invoice_item_init (RelanceInvoiceItem *self)
{
  self->today = RELANCE_DATE_NONE;
}

static void
relance_invoice_list_dispose (GObject *object)
{
  RelanceInvoiceList *self = RELANCE_INVOICE_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (relance_invoice_list_parent_class)->dispose (object);
}

static void
relance_invoice_list_finalize (GObject *object)
{
  RelanceInvoiceList *self = RELANCE_INVOICE_LIST (object);

  drop_pages (self);
  g_hash_table_unref (self->pages);
  g_clear_pointer (&self->totals, g_array_unref);
  g_clear_pointer (&self->query, relance_invoice_query_free);
  G_OBJECT_CLASS (relance_invoice_list_parent_class)->finalize (object);
}

static void
relance_invoice_list_class_init (RelanceInvoiceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = relance_invoice_list_dispose;
  object_class->finalize = relance_invoice_list_finalize;

  signals[ANSWERED] = g_signal_new ("answered", RELANCE_TYPE_INVOICE_LIST, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", RELANCE_TYPE_INVOICE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
relance_invoice_list_init (RelanceInvoiceList *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_queue_init (&self->recent);
}

/**
 * relance_invoice_item_get_invoice:
 *
 * Returns: (transfer none) (nullable): the invoice at this place, %NULL while it is being read
 */
RelanceInvoice *
relance_invoice_item_get_invoice (RelanceInvoiceItem *self)
{
  g_return_val_if_fail (RELANCE_IS_INVOICE_ITEM (self), NULL);

  return self->invoice;
}

/**
 * relance_invoice_list_new:
 *
 * Makes a list that is empty until it is given a query.
 */
RelanceInvoiceList *
relance_invoice_list_new (RelanceDesk *desk)
{
  RelanceInvoiceList *self;

  g_return_val_if_fail (RELANCE_IS_DESK (desk), NULL);

  self = g_object_new (RELANCE_TYPE_INVOICE_LIST, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * relance_invoice_list_set_query:
 * @query: what to show; its limit and offset are ours to say
 *
 * Asks for other invoices. The old ones stay until the answer is there.
 */
void
relance_invoice_list_set_query (RelanceInvoiceList *self, const RelanceInvoiceQuery *query)
{
  g_return_if_fail (RELANCE_IS_INVOICE_LIST (self));
  g_return_if_fail (query != NULL);

  g_clear_pointer (&self->query, relance_invoice_query_free);
  self->query = relance_invoice_query_copy (query);
  self->replacing = TRUE;
  start_generation (self);
}

/**
 * relance_invoice_list_get_query:
 *
 * Returns: (transfer none) (nullable): what was last asked for
 */
const RelanceInvoiceQuery *
relance_invoice_list_get_query (RelanceInvoiceList *self)
{
  g_return_val_if_fail (RELANCE_IS_INVOICE_LIST (self), NULL);

  return self->query;
}

/**
 * relance_invoice_list_get_totals:
 *
 * Returns: (transfer none) (nullable) (element-type RelanceInvoiceTotal): what is listed, by
 *   currency, in minor units; %NULL before the first answer
 */
GArray *
relance_invoice_list_get_totals (RelanceInvoiceList *self)
{
  g_return_val_if_fail (RELANCE_IS_INVOICE_LIST (self), NULL);

  return self->totals;
}
