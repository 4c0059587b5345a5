/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-kept-figures.h"

#include <glib/gstdio.h>

/* Of one file, whatever it is called: as long as a connection holds it open, no other file can take its
 * place in the file system's own numbers. */
struct _RelanceKeptFigures
{
  guint64 device;
  guint64 inode;
  int n_connections;

  GArray *facts;     /* NULL before the first time; never altered */
  RelanceDate since; /* what was asked for */
  gint64 change;     /* the last one they know of */
};

G_LOCK_DEFINE_STATIC (all_kept);
static GPtrArray *all_kept; /* of those that a connection holds */

static RelanceKeptFigures *
find (guint64 device, guint64 inode)
{
  for (guint i = 0; all_kept != NULL && i < all_kept->len; i++)
    {
      RelanceKeptFigures *kept = all_kept->pdata[i];

      if (kept->device == device && kept->inode == inode)
        return kept;
    }
  return NULL;
}

static RelanceKeptFigures *
add (guint64 device, guint64 inode)
{
  RelanceKeptFigures *self = g_new0 (RelanceKeptFigures, 1);

  self->device = device;
  self->inode = inode;
  if (all_kept == NULL)
    all_kept = g_ptr_array_new ();
  g_ptr_array_add (all_kept, self);
  return self;
}

/**
 * relance_kept_figures_of:
 * @path: what @db opened
 *
 * What the connections of this program to one file have read of its figures is kept once for them all.
 *
 * Returns: (transfer full) (nullable): what is kept of that file; %NULL when nobody can say which it is
 */
RelanceKeptFigures *
relance_kept_figures_of (sqlite3 *db, const char *path)
{
  RelanceKeptFigures *self;
  GStatBuf about;
  int moved = 1;

  if (g_stat (path, &about) != 0 ||
      sqlite3_file_control (db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || moved)
    return NULL;

  G_LOCK (all_kept);
  self = find (about.st_dev, about.st_ino);
  if (self == NULL)
    self = add (about.st_dev, about.st_ino);
  self->n_connections++;
  G_UNLOCK (all_kept);
  return self;
}

void
relance_kept_figures_unref (RelanceKeptFigures *self)
{
  G_LOCK (all_kept);
  if (--self->n_connections == 0)
    {
      g_ptr_array_remove_fast (all_kept, self);
      g_clear_pointer (&self->facts, g_array_unref);
      g_free (self);
      if (all_kept->len == 0)
        g_clear_pointer (&all_kept, g_ptr_array_unref);
    }
  G_UNLOCK (all_kept);
}

/**
 * relance_kept_figures_get:
 * @since: what was settled and due before is left out
 * @change: (out): the last change that they know of
 *
 * Returns: (transfer full) (nullable): what was read last, if it was that; it is not to be altered
 */
GArray *
relance_kept_figures_get (RelanceKeptFigures *self, RelanceDate since, gint64 *change)
{
  GArray *facts = NULL;

  G_LOCK (all_kept);
  if (self->facts != NULL && self->since == since)
    {
      facts = g_array_ref (self->facts);
      *change = self->change;
    }
  G_UNLOCK (all_kept);
  return facts;
}

/* @facts: not to be altered any more. */
void
relance_kept_figures_set (RelanceKeptFigures *self, GArray *facts, RelanceDate since, gint64 change)
{
  GArray *before;

  G_LOCK (all_kept);
  before = self->facts;
  self->facts = g_array_ref (facts);
  self->since = since;
  self->change = change;
  G_UNLOCK (all_kept);
  g_clear_pointer (&before, g_array_unref);
}
