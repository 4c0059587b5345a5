/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-session.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* A question may be cut anywhere. A change is not: its service knows where it can stop. */
static void
interrupt_cb (GCancellable *cancellable, gpointer store)
{
  relance_store_interrupt (store);
}

/*
 * A new book grows in a folder of its own and moves to its place only when the
 * command has done something: bad input never leaves an empty book behind.
 */
static char *
make_nursery (CliSession *self, CliBookUse use, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *nursery = NULL;

  if (use == CLI_BOOK_REHEARSE)
    return g_dir_make_tmp ("relance-XXXXXX", error);
  nursery = g_build_filename (folder, ".relance-new-XXXXXX", NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_mkdtemp (nursery))
    {
      int code = errno;
      g_autofree char *shown = g_filename_display_name (folder);
      g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_READ_ONLY,
                   /* Translators: a folder, then the system's own words */
                   _ ("No book can be made in %s: %s."), shown, g_strerror (code));
      return NULL;
    }
  return g_steal_pointer (&nursery);
}

static char *
dup_newborn_path (CliSession *self)
{
  g_autofree char *name = g_path_get_basename (self->path);

  return g_build_filename (self->nursery, name, NULL);
}

static void
empty_nursery (CliSession *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->nursery, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->nursery, name, NULL);
      g_remove (path);
    }
  g_rmdir (self->nursery);
  g_clear_pointer (&self->nursery, g_free);
}

/* Somebody else's book may have taken the place meanwhile: it is never replaced. */
static gboolean
move_newborn (CliSession *self, GError **error)
{
  g_autofree char *path = dup_newborn_path (self);
  g_autofree char *shown = g_filename_display_name (self->path);
  gboolean taken = g_file_test (self->path, G_FILE_TEST_EXISTS);
  int code;

  if (!taken && g_rename (path, self->path) == 0)
    return TRUE;
  code = taken ? EEXIST : errno;
  g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FAILED,
               /* Translators: a file, then the system's own words */
               _ ("The new book could not be put at %s: %s."), shown, g_strerror (code));
  return FALSE;
}

static void
release_book (CliSession *self)
{
  if (self->interrupt_id)
    g_cancellable_disconnect (self->cancellable, self->interrupt_id);
  self->interrupt_id = 0;
  g_clear_object (&self->book);
}

CliSession *
cli_session_new (void)
{
  CliSession *self = g_new0 (CliSession, 1);

  self->text = g_string_new (NULL);
  self->cancellable = g_cancellable_new ();
  self->keep_new_book = TRUE;
  return self;
}

void
cli_session_free (CliSession *self)
{
  release_book (self);
  if (self->nursery)
    empty_nursery (self);
  g_clear_object (&self->json);
  g_clear_object (&self->clock);
  g_clear_object (&self->cancellable);
  g_string_free (self->text, TRUE);
  g_free (self->path);
  g_free (self);
}

void
cli_session_ask_json (CliSession *self)
{
  if (!self->json)
    self->json = json_builder_new ();
}

/**
 * cli_session_open_book:
 *
 * Opens the book for @use. A question never makes one.
 *
 * Returns: (transfer none) (nullable): the book, which the session owns
 */
RelanceBook *
cli_session_open_book (CliSession *self, CliBookUse use, GError **error)
{
  g_autofree char *newborn = NULL;
  gboolean create = use >= CLI_BOOK_WRITE && !g_file_test (self->path, G_FILE_TEST_EXISTS);

  if (create)
    {
      self->nursery = make_nursery (self, use, error);
      if (!self->nursery)
        return NULL;
      newborn = dup_newborn_path (self);
    }
  self->book = relance_book_open (create ? newborn : self->path, create, self->clock, error);
  if (self->book && use == CLI_BOOK_READ)
    self->interrupt_id = g_cancellable_connect (self->cancellable, G_CALLBACK (interrupt_cb),
                                                g_object_ref (relance_book_get_store (self->book)),
                                                g_object_unref);
  return self->book;
}

/* Closes the book; a new one moves to its place when @keep, else it is gone. */
gboolean
cli_session_close_book (CliSession *self, gboolean keep, GError **error)
{
  gboolean ok = TRUE;

  release_book (self);
  if (!self->nursery)
    return TRUE;
  if (keep && self->keep_new_book)
    ok = move_newborn (self, error);
  empty_nursery (self);
  return ok;
}
