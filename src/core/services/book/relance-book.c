/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-book.h"

#include "relance-store-clients.h"
#include "relance-store-settings.h"

#include <errno.h>
#include <glib/gstdio.h>

struct _RelanceBook
{
  GObject parent_instance;

  RelanceStore *store;
  RelanceClock *clock;
  gboolean sample;
};

G_DEFINE_QUARK (relance - service - error - quark, relance_service_error)

G_DEFINE_FINAL_TYPE (RelanceBook, relance_book, G_TYPE_OBJECT)

/* The folders on the way to a new book, for its owner alone. */
static gboolean
make_folders (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int reason;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  reason = errno;
  g_set_error (error, RELANCE_STORE_ERROR,
               reason == ENOSPC ? RELANCE_STORE_ERROR_FULL : RELANCE_STORE_ERROR_READ_ONLY, "%s",
               g_strerror (reason));
  return FALSE;
}

static gboolean
read_sample_mark (RelanceBook *self, GError **error)
{
  g_autofree char *value = NULL;

  if (!relance_store_get_setting (self->store, "sample", &value, error))
    return FALSE;
  self->sample = g_strcmp0 (value, "1") == 0;
  return TRUE;
}

static void
relance_book_finalize (GObject *object)
{
  RelanceBook *self = RELANCE_BOOK (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (relance_book_parent_class)->finalize (object);
}

static void
relance_book_class_init (RelanceBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_book_finalize;
}

static void
relance_book_init (RelanceBook *self)
{
}

/* Takes @store, where there is one. */
static RelanceBook *
take_store (RelanceStore *store, RelanceClock *clock, GError **error)
{
  g_autoptr (RelanceBook) self = NULL;

  if (store == NULL)
    return NULL;

  self = g_object_new (RELANCE_TYPE_BOOK, NULL);
  self->clock = g_object_ref (clock);
  self->store = store;

  return read_sample_mark (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * relance_book_open:
 * @path: a file
 * @create: whether to make it, and the folders on the way, when it is not there
 * @clock: what the book takes for now
 *
 * Returns: (transfer full): the book, or %NULL with an error of %RELANCE_STORE_ERROR
 */
RelanceBook *
relance_book_open (const char *path, gboolean create, RelanceClock *clock, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (RELANCE_IS_CLOCK (clock), NULL);

  if (create && !make_folders (path, error))
    return NULL;

  return take_store (relance_store_open_dated (path, create, clock, error), clock, error);
}

/**
 * relance_book_open_growing:
 * @path: a file that no other program knows of, empty or not there yet
 * @clock: what the book takes for now
 *
 * Makes a book that is fast to fill and not safe yet; see relance_store_open_growing().
 *
 * Returns: (transfer full): the book, or %NULL with an error of %RELANCE_STORE_ERROR
 */
RelanceBook *
relance_book_open_growing (const char *path, RelanceClock *clock, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (RELANCE_IS_CLOCK (clock), NULL);

  return take_store (relance_store_open_growing (path, clock, error), clock, error);
}

/**
 * relance_book_settle:
 *
 * Brings a book of relance_book_open_growing() to the disk: it may now take its name.
 */
gboolean
relance_book_settle (RelanceBook *self, GError **error)
{
  g_return_val_if_fail (RELANCE_IS_BOOK (self), FALSE);

  return relance_store_settle (self->store, error);
}

/**
 * relance_book_dup_engine:
 *
 * Returns: (transfer full): what holds a book, and its version, for a report of a fault
 */
char *
relance_book_dup_engine (void)
{
  return relance_store_dup_engine ();
}

/**
 * relance_book_dup_default_path:
 *
 * Returns: (transfer full): where the user's own book is
 */
char *
relance_book_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "relance", "book.db", NULL);
}

/**
 * relance_book_dup_sample_path:
 *
 * Returns: (transfer full): where the sample book is
 */
char *
relance_book_dup_sample_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "relance", "sample.db", NULL);
}

/**
 * relance_book_get_store:
 *
 * Returns: (transfer none): for services only
 */
RelanceStore *
relance_book_get_store (RelanceBook *self)
{
  g_return_val_if_fail (RELANCE_IS_BOOK (self), NULL);

  return self->store;
}

/**
 * relance_book_get_clock:
 *
 * Returns: (transfer none): the clock it was opened with
 */
RelanceClock *
relance_book_get_clock (RelanceBook *self)
{
  g_return_val_if_fail (RELANCE_IS_BOOK (self), NULL);

  return self->clock;
}

/**
 * relance_book_get_today:
 *
 * Returns: the day that tells what is overdue
 */
RelanceDate
relance_book_get_today (RelanceBook *self)
{
  g_return_val_if_fail (RELANCE_IS_BOOK (self), RELANCE_DATE_NONE);

  return relance_clock_get_today (self->clock);
}

/**
 * relance_book_get_now:
 *
 * Returns: UTC seconds
 */
gint64
relance_book_get_now (RelanceBook *self)
{
  g_return_val_if_fail (RELANCE_IS_BOOK (self), 0);

  return relance_clock_get_now (self->clock);
}

/**
 * relance_book_is_sample:
 *
 * Returns: whether this is the sample book, which never sends
 */
gboolean
relance_book_is_sample (RelanceBook *self)
{
  g_return_val_if_fail (RELANCE_IS_BOOK (self), FALSE);

  return self->sample;
}

/**
 * relance_book_is_damaged:
 *
 * Returns: whether the file was found damaged, when it was opened or since; what can be read
 *   is read, and nothing is written
 */
gboolean
relance_book_is_damaged (RelanceBook *self)
{
  g_return_val_if_fail (RELANCE_IS_BOOK (self), FALSE);

  return relance_store_is_damaged (self->store);
}

/**
 * relance_book_is_empty:
 * @empty: (out): whether there is no client in it
 */
gboolean
relance_book_is_empty (RelanceBook *self, gboolean *empty, GError **error)
{
  gboolean found = FALSE;

  g_return_val_if_fail (RELANCE_IS_BOOK (self), FALSE);

  if (!relance_store_has_client (self->store, &found, error))
    return FALSE;
  *empty = !found;
  return TRUE;
}
