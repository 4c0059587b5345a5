/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-purge.h"

#include "relance-store-purge.h"
#include "relance-store-settings.h"

/* How long what was removed can be brought back, in days. */
#define DAYS_KEPT 30

/* So many later days make a day certain: until then the clock may have been wrong when it was seen. */
#define DAYS_TO_BE_CERTAIN 2

/* How many rows go in one transaction: the one at hand keeps nobody waiting. */
#define ROWS_IN_A_STEP 200

/* 9999-01-01: a book from elsewhere may hold any number for an instant. */
#define LAST_INSTANT G_GINT64_CONSTANT (253370764800)

/* Settings: the last change that is not taken back any more, and up to which one all is purged. */
#define KEY_TO "purge-to"
#define KEY_DONE "purge-done"

/* A day on which the book was changed. @first: the first change of it. */
typedef struct
{
  RelanceDate date;
  gint64 first;
} Day;

static gboolean
read_number (RelanceStore *store, const char *key, gint64 *number, GError **error)
{
  g_autofree char *value = NULL;

  if (!relance_store_get_setting (store, key, &value, error))
    return FALSE;
  *number = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
  return TRUE;
}

static gboolean
write_number (RelanceStore *store, const char *key, gint64 number, GError **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return relance_store_set_setting (store, key, value, error);
}

/* One day after the other. Where the clock went back nobody knows how long ago the earlier ones were. */
static void
add_day (GArray *days, RelanceDate date, gint64 first)
{
  Day day = { .date = date, .first = first };
  RelanceDate last = days->len > 0 ? g_array_index (days, Day, days->len - 1).date
                                   : RELANCE_DATE_NONE;

  if (days->len > 0 && date == last)
    return;
  if (days->len > 0 && date < last)
    g_array_set_size (days, 0);
  g_array_append_val (days, day);
}

static GArray *
list_days (RelanceBook *book, gint64 after, GError **error)
{
  g_autoptr (GArray)
    quarters = relance_store_list_quarters (relance_book_get_store (book), after, error);
  GArray *days;

  if (quarters == NULL)
    return NULL;
  days = g_array_new (FALSE, FALSE, sizeof (Day));
  for (guint i = 0; i < quarters->len; i++)
    {
      const RelanceQuarter *quarter = &g_array_index (quarters, RelanceQuarter, i);

      add_day (days, relance_clock_to_date (CLAMP (quarter->at, 0, LAST_INSTANT), NULL),
               quarter->change);
    }
  add_day (days, relance_book_get_today (book), G_MAXINT64);
  return days;
}

/*
 * The last change that was certainly made so long ago, or 0. A clock that is wrong for a day must
 * not count, be it ahead or behind: so what a day changed is taken to be as young as the second day
 * after it, and today to be the second day before it.
 */
static gint64
find_limit (GArray *days)
{
  gint64 limit = 0;
  RelanceDate today;

  if (days->len <= DAYS_TO_BE_CERTAIN)
    return 0;
  today = g_array_index (days, Day, days->len - 1 - DAYS_TO_BE_CERTAIN).date;
  for (guint i = 0; i + DAYS_TO_BE_CERTAIN < days->len; i++)
    if (today - g_array_index (days, Day, i + DAYS_TO_BE_CERTAIN).date >= DAYS_KEPT)
      limit = g_array_index (days, Day, i + 1).first - 1;
  return limit;
}

/* Where the limit is, where it should be by now, and up to where all is purged. */
typedef struct
{
  gint64 kept;
  gint64 due;
  gint64 done;
} Limits;

static gboolean
read_limits (RelanceBook *book, Limits *limits, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (GArray) days = NULL;

  if (!read_number (store, KEY_TO, &limits->kept, error) ||
      !read_number (store, KEY_DONE, &limits->done, error))
    return FALSE;
  days = list_days (book, limits->kept, error);
  if (days == NULL)
    return FALSE;
  limits->due = MAX (limits->kept, find_limit (days));
  return TRUE;
}

/* The rows of one kind, or @found stays 0 when there are none left. */
static gboolean
purge_kind (RelanceStore *store, RelanceTombstone what, gint64 limit, guint *found, GError **error)
{
  g_autoptr (GArray) ids = relance_store_list_purgeable (store, what, limit, ROWS_IN_A_STEP, error);

  if (ids == NULL)
    return FALSE;
  *found = ids->len;
  return ids->len == 0 || relance_store_purge (store, what, ids, error);
}

static gboolean
purge (RelanceBook *book, gboolean *more, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  Limits limits = { 0 };
  guint found = 0;

  if (!read_limits (book, &limits, error) ||
      (limits.due > limits.kept && !write_number (store, KEY_TO, limits.due, error)))
    return FALSE;
  for (RelanceTombstone what = RELANCE_TOMBSTONE_ATTACHMENT;
       found == 0 && what <= RELANCE_TOMBSTONE_CLIENT; what++)
    if (!purge_kind (store, what, limits.due, &found, error))
      return FALSE;
  *more = found > 0;
  return *more || write_number (store, KEY_DONE, limits.due, error);
}

/**
 * relance_purge_step:
 * @more: (out): whether there may be more to do
 *
 * Deletes for good some of what was removed more than thirty days ago, in one transaction. Called
 * after the daily snapshot; what is left is done by the next call, whoever makes it. Nothing goes on
 * the word of a clock that was wrong for a day, and nothing that was not removed.
 *
 * From the first such step on, what was done before that time cannot be taken back any more.
 */
gboolean
relance_purge_step (RelanceBook *book, gboolean *more, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  Limits limits = { 0 };

  *more = FALSE;
  if (relance_book_is_sample (book) || relance_book_is_damaged (book))
    return TRUE;
  if (!read_limits (book, &limits, error))
    return FALSE;
  if (limits.due <= limits.done)
    return TRUE;
  return relance_store_begin (store, error) &&
         relance_store_end (store, purge (book, more, error), error);
}

/**
 * relance_purge_get_limit:
 * @change: (out): the last change that cannot be taken back any more, 0 when there is none
 */
gboolean
relance_purge_get_limit (RelanceBook *book, gint64 *change, GError **error)
{
  return read_number (relance_book_get_store (book), KEY_TO, change, error);
}
