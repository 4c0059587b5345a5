/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-session.h"

#include "relance-backups.h"
#include "relance-purge.h"
#include "relance-wording.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* A question may be cut anywhere. A change is not: its service knows where it can stop. */
static void
interrupt_cb (GCancellable *cancellable, gpointer store)
{
  relance_store_interrupt (store);
}

/*
 * A new book grows under another name and takes its own only when the command has
 * done something: bad input never leaves an empty book behind. It grows in the same
 * folder, because what belongs to a book has its place beside it.
 */
static char *
make_newborn (CliSession *self, CliBookUse use, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_strconcat (self->path, ".new-XXXXXX", NULL);
  int file;

  if (use == CLI_BOOK_REHEARSE)
    {
      g_free (path);
      path = g_build_filename (g_get_tmp_dir (), "relance-XXXXXX", NULL);
    }
  else
    g_mkdir_with_parents (folder, 0700);
  file = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (file < 0)
    {
      int code = errno;
      g_set_error_literal (error, RELANCE_STORE_ERROR,
                           code == ENOSPC ? RELANCE_STORE_ERROR_FULL
                                          : RELANCE_STORE_ERROR_READ_ONLY,
                           g_strerror (code));
      return NULL;
    }
  close (file);
  return g_steal_pointer (&path);
}

/* With what SQLite keeps beside it. */
static void
remove_newborn (CliSession *self)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->newborn, suffixes[i], NULL);
      g_unlink (path);
    }
  g_clear_pointer (&self->newborn, g_free);
}

/* A name is on the disk once its folder is; where a folder cannot tell, it is so already. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (file >= 0)
    {
      fsync (file);
      close (file);
    }
}

/* Somebody else's book may have taken the place meanwhile: it is never replaced. */
static gboolean
name_newborn (CliSession *self, GError **error)
{
  gboolean taken = g_file_test (self->path, G_FILE_TEST_EXISTS);
  int code;

  if (!taken && g_rename (self->newborn, self->path) == 0)
    {
      sync_folder (self->path);
      return TRUE;
    }
  code = taken ? EEXIST : errno;
  g_set_error_literal (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FAILED, g_strerror (code));
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

static void
warn (const char *text)
{
  fprintf (stderr, "relance-cli: %s\n", text);
}

/* What is asked of the book is done all the same: it does not depend on it. */
static void
warn_of (const char *format, const GError *problem)
{
  g_autofree char *sentence = relance_wording_error (problem);
  g_autofree char *text = g_strdup_printf (format, sentence);

  warn (text);
}

/* Returns whether what is in the book is safe. */
static gboolean
keep_daily (CliSession *self)
{
  g_autoptr (GError) problem = NULL;

  if (relance_backups_daily (self->book, &problem))
    return TRUE;
  /* Translators: %s is a sentence that says why */
  warn_of (_ ("Today’s snapshot of the book could not be kept. %s"), problem);
  return FALSE;
}

/* One step, so that nobody waits: the next command goes on. */
static void
purge (CliSession *self)
{
  g_autoptr (GError) problem = NULL;
  gboolean more;

  if (!relance_purge_step (self->book, &more, &problem))
    /* Translators: %s is a sentence that says why */
    warn_of (_ ("What was removed long ago could not be deleted for good. %s"), problem);
}

/* A question about a book that nobody writes in, such as a copy, leaves nothing beside it. */
static gboolean
is_kept_daily (CliSession *self, CliBookUse use)
{
  g_autoptr (GPtrArray) snapshots = relance_backups_list (self->path);

  return use == CLI_BOOK_CHANGE || (use == CLI_BOOK_WRITE && !self->newborn) ||
         (use == CLI_BOOK_READ && snapshots->len > 0);
}

static void
look_after_book (CliSession *self, CliBookUse use)
{
  if (relance_book_is_damaged (self->book))
    warn (
      _ ("The book is damaged, so it is only read: what is answered may lack something. Restore "
         "a snapshot of it."));
  else if (is_kept_daily (self, use) && keep_daily (self) && use != CLI_BOOK_READ)
    purge (self);
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
  if (self->newborn)
    remove_newborn (self);
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
  gboolean create = use >= CLI_BOOK_WRITE;

  if (create && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      self->newborn = make_newborn (self, use, error);
      if (!self->newborn)
        return NULL;
    }
  self->book = self->newborn ? relance_book_open_growing (self->newborn, self->clock, error)
                             : relance_book_open (self->path, create, self->clock, error);
  if (self->book)
    look_after_book (self, use);
  if (self->book && use == CLI_BOOK_READ)
    self->interrupt_id = g_cancellable_connect (self->cancellable, G_CALLBACK (interrupt_cb),
                                                g_object_ref (relance_book_get_store (self->book)),
                                                g_object_unref);
  return self->book;
}

/* Closes the book; a new one takes its name when @keep, else it is gone. */
gboolean
cli_session_close_book (CliSession *self, gboolean keep, GError **error)
{
  gboolean named = self->newborn && self->book && keep && self->keep_new_book;
  gboolean ok = !named || relance_book_settle (self->book, error);

  release_book (self);
  if (!self->newborn)
    return TRUE;
  if (named && ok)
    ok = name_newborn (self, error);
  remove_newborn (self);
  return ok;
}
