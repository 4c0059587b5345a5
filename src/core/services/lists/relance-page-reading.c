/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-page-reading.h"

/**
 * relance_page_reading_new:
 *
 * Returns: (transfer full): a reading of no page yet
 */
RelancePageReading *
relance_page_reading_new (const RelanceListReader *reader, gconstpointer query)
{
  RelancePageReading *self = g_new0 (RelancePageReading, 1);

  self->reader = reader;
  self->query = reader->copy_query (query);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
relance_page_reading_free (RelancePageReading *reading)
{
  reading->reader->free_query (reading->query);
  g_clear_pointer (&reading->ids, g_array_unref);
  g_array_unref (reading->numbers);
  g_free (reading);
}

void
relance_page_answer_free (RelancePageAnswer *answer)
{
  g_clear_pointer (&answer->ids, g_array_unref);
  g_clear_pointer (&answer->totals, g_array_unref);
  g_clear_pointer (&answer->numbers, g_array_unref);
  g_clear_pointer (&answer->pages, g_ptr_array_unref);
  g_free (answer);
}

static RelancePageAnswer *
make_answer (RelanceBook *book)
{
  RelancePageAnswer *answer = g_new0 (RelancePageAnswer, 1);

  answer->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  answer->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  answer->today = relance_book_get_today (book);
  return answer;
}

static gboolean
add_rows (RelancePageAnswer *answer,
          RelanceBook *book,
          RelancePageReading *reading,
          GArray *ids,
          guint number,
          GError **error)
{
  guint start = MIN (number * RELANCE_PAGE_SIZE, ids->len);
  guint n_ids = MIN (RELANCE_PAGE_SIZE, ids->len - start);
  gint64 *first = n_ids > 0 ? &g_array_index (ids, gint64, start) : NULL; /* no ids, no data */
  GPtrArray *rows = reading->reader->read_rows (book, first, n_ids, error);

  if (rows == NULL)
    return FALSE;
  g_array_append_val (answer->numbers, number);
  g_ptr_array_add (answer->pages, rows);
  return TRUE;
}

/* A RelanceUseCase. */
gpointer
relance_page_read_first (RelanceBook *book,
                         gpointer request,
                         GCancellable *cancellable,
                         GError **error)
{
  RelancePageReading *reading = request;
  g_autoptr (GArray)
    ids = reading->reader->list_first (book, reading->query, RELANCE_PAGE_SIZE, error);
  g_autoptr (RelancePageAnswer) answer = make_answer (book);

  if (ids == NULL || !add_rows (answer, book, reading, ids, 0, error))
    return NULL;
  return g_steal_pointer (&answer);
}

/* A RelanceUseCase. */
gpointer
relance_page_read (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  RelancePageReading *reading = request;
  g_autoptr (RelancePageAnswer) answer = make_answer (book);
  GArray *ids = reading->ids;

  if (reading->counting)
    {
      if (!reading->reader->list_all (book, reading->query, &answer->ids, &answer->totals, error))
        return NULL;
      ids = answer->ids;
    }
  for (guint i = 0; i < reading->numbers->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !add_rows (answer, book, reading, ids, g_array_index (reading->numbers, guint, i), error))
      return NULL;
  return g_steal_pointer (&answer);
}

/* A RelanceUseCase. What it derives is derived whole, even when nobody waits for the answer any more:
 * else whoever types fast would never get one. */
gpointer
relance_page_prepare (RelanceBook *book,
                      gpointer request,
                      GCancellable *cancellable,
                      GError **error)
{
  /* Whoever asks next is told what went wrong. */
  relance_listing_update (book, NULL);
  return NULL;
}

/* A RelanceUseCase. Returns itself while something is left to do. */
gpointer
relance_page_complete (RelanceBook *book,
                       gpointer request,
                       GCancellable *cancellable,
                       GError **error)
{
  gboolean complete = TRUE;

  if (!relance_listing_complete (book, &complete, error))
    return NULL;
  return complete ? NULL : book;
}
