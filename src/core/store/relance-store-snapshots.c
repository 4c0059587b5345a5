/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-snapshots.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/file.h>

#define LAST_REASON RELANCE_BACKUP_DAMAGED

/* Of those made once a day: all of the last days, then the last of each week before. */
#define DAYS_KEPT 7
#define WEEKS_KEPT 4

static const struct
{
  const char *word;
  guint n_kept;
} reasons[] = {
  [RELANCE_BACKUP_DAILY] = { "daily", DAYS_KEPT },
  [RELANCE_BACKUP_MANUAL] = { "manual", 10 },
  [RELANCE_BACKUP_BEFORE_IMPORT] = { "before-import", 5 },
  [RELANCE_BACKUP_BEFORE_MIGRATION] = { "before-migration", 5 },
  [RELANCE_BACKUP_BEFORE_RESTORE] = { "before-restore", 5 },
  [RELANCE_BACKUP_DAMAGED] = { "damaged", 2 },
};

static RelanceBackupReason
parse_reason (const char *word)
{
  for (RelanceBackupReason reason = RELANCE_BACKUP_DAILY; reason <= LAST_REASON; reason++)
    if (g_str_equal (reasons[reason].word, word))
      return reason;
  return 0;
}

/* FALSE for what is not one of our names: such a file is never shown, and never removed. */
static gboolean
parse_name (RelanceSnapshot *self, const char *name)
{
  g_autoptr (GRegex)
    form = g_regex_new ("^(\\d{4}-\\d\\d-\\d\\d)-(\\d\\d)(\\d\\d)-(\\d{1,9})-([a-z-]+)\\.db$",
                        G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) parts = NULL;
  RelanceDate date;
  int hours, minutes;

  if (!g_regex_match (form, name, G_REGEX_MATCH_DEFAULT, &match))
    return FALSE;
  parts = g_match_info_fetch_all (match);
  date = relance_date_parse_iso (parts[1]);
  hours = atoi (parts[2]);
  minutes = atoi (parts[3]);
  self->number = atoi (parts[4]);
  self->reason = parse_reason (parts[5]);
  if (date == RELANCE_DATE_NONE || hours > 23 || minutes > 59 || self->reason == 0)
    return FALSE;
  self->at = relance_clock_to_utc (date, hours * 60 + minutes);
  return TRUE;
}

static gint64
get_written_time (const GStatBuf *about)
{
  return (gint64) about->st_mtim.tv_sec * 1000000000 + about->st_mtim.tv_nsec;
}

/* The newest first. */
static int
compare_snapshots (gconstpointer a, gconstpointer b)
{
  const RelanceSnapshot *one = *(RelanceSnapshot *const *) a;
  const RelanceSnapshot *other = *(RelanceSnapshot *const *) b;

  if (one->at != other->at)
    return one->at < other->at ? 1 : -1;
  if (one->number != other->number)
    return one->number < other->number ? 1 : -1;
  return g_strcmp0 (one->path, other->path);
}

/* Monday to Sunday; day 0 was a Thursday. */
static int
get_week (const RelanceSnapshot *snapshot)
{
  return (relance_clock_to_date (snapshot->at, NULL) + 3) / 7;
}

/* @last_week: of the snapshot that was kept last. */
static gboolean
is_last_of_week (const RelanceSnapshot *snapshot, int *last_week, guint *n_weeks)
{
  int week = get_week (snapshot);

  if (week == *last_week || *n_weeks == WEEKS_KEPT)
    return FALSE;
  *last_week = week;
  ++*n_weeks;
  return TRUE;
}

static void
prune_reason (GPtrArray *snapshots, RelanceBackupReason reason)
{
  int last_week = 0;
  guint n_seen = 0;
  guint n_weeks = 0;

  for (guint i = 0; i < snapshots->len; i++)
    {
      const RelanceSnapshot *snapshot = snapshots->pdata[i];

      if (snapshot->reason != reason)
        continue;
      if (n_seen++ < reasons[reason].n_kept)
        last_week = get_week (snapshot);
      else if (reason != RELANCE_BACKUP_DAILY || !is_last_of_week (snapshot, &last_week, &n_weeks))
        g_unlink (snapshot->path);
    }
}

static void
set_file_error (int reason, GError **error)
{
  g_set_error_literal (error, RELANCE_STORE_ERROR,
                       reason == ENOSPC || reason == EDQUOT ? RELANCE_STORE_ERROR_FULL
                                                            : RELANCE_STORE_ERROR_READ_ONLY,
                       g_strerror (reason));
}

/* The file a link leads to: a book has one folder of snapshots, whatever it is opened by. */
static char *
dup_target (const char *path)
{
  g_autofree char *target = realpath (path, NULL);

  return target != NULL ? g_strdup (target) : g_canonicalize_filename (path, NULL);
}

/**
 * relance_snapshots_dup_folder:
 * @book: a book
 *
 * The user's own book has its snapshots in "backups" beside it; any other, which may lie
 * anywhere, in a folder that is named after it.
 *
 * Returns: (transfer full): the folder of its snapshots, which may not be there
 */
char *
relance_snapshots_dup_folder (const char *book)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "relance", NULL);
  g_autofree char *own = g_build_filename (folder, "book.db", NULL);
  g_autofree char *own_target = dup_target (own);
  g_autofree char *target = dup_target (book);

  return g_str_equal (target, own_target) ? g_build_filename (folder, "backups", NULL)
                                          : g_strconcat (target, ".backups", NULL);
}

/**
 * relance_snapshots_list:
 * @book: a book, which need not be readable
 *
 * Returns: (transfer full) (element-type RelanceSnapshot): what is kept of it, the newest first
 */
GPtrArray *
relance_snapshots_list (const char *book)
{
  g_autofree char *folder = relance_snapshots_dup_folder (book);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_snapshot_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      RelanceSnapshot *snapshot = relance_snapshot_new (path);

      if (snapshot != NULL)
        g_ptr_array_add (snapshots, snapshot);
    }
  g_ptr_array_sort (snapshots, compare_snapshots);
  return snapshots;
}

/**
 * relance_snapshots_lock:
 *
 * Makes this program the one that writes in the folder of the snapshots, which is made when
 * it is not there; waits for another to be done. The system lets the lock go when the program
 * ends, however it ends.
 *
 * Returns: what to close to let it go, or -1 with an error of %RELANCE_STORE_ERROR
 */
int
relance_snapshots_lock (const char *book, GError **error)
{
  g_autofree char *folder = relance_snapshots_dup_folder (book);
  g_autofree char *path = g_build_filename (folder, ".lock", NULL);
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd >= 0 && flock (fd, LOCK_EX) == 0)
    return fd;

  set_file_error (errno, error);
  if (fd >= 0)
    close (fd);
  return -1;
}

/**
 * relance_snapshots_dup_next:
 *
 * Returns: (transfer full): what the next snapshot for @reason will be; while the folder is
 *   locked nobody else takes it
 */
char *
relance_snapshots_dup_next (const char *book, RelanceBackupReason reason, RelanceClock *clock)
{
  g_autofree char *folder = relance_snapshots_dup_folder (book);
  g_autofree char *date = relance_date_to_iso (relance_clock_get_today (clock));
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) snapshots = relance_snapshots_list (book);
  int minutes = relance_clock_get_minutes (clock);
  gint64 at = relance_clock_to_utc (relance_clock_get_today (clock), minutes);
  int number = 1;

  for (guint i = 0; i < snapshots->len; i++)
    {
      const RelanceSnapshot *snapshot = snapshots->pdata[i];

      if (snapshot->at == at)
        number = MAX (number, snapshot->number + 1);
    }
  name = g_strdup_printf ("%s-%02d%02d-%d-%s.db", date, minutes / 60, minutes % 60, number,
                          reasons[reason].word);
  return g_build_filename (folder, name, NULL);
}

/**
 * relance_snapshots_prune:
 *
 * Removes those that newer ones replace. Of those made once a day the last seven stay, and
 * the last one of each of the four weeks before; of those made before an import the last five.
 */
void
relance_snapshots_prune (const char *book)
{
  g_autoptr (GPtrArray) snapshots = relance_snapshots_list (book);

  for (RelanceBackupReason reason = RELANCE_BACKUP_DAILY; reason <= LAST_REASON; reason++)
    prune_reason (snapshots, reason);
}

/**
 * relance_snapshots_get_stamp:
 * @book: a book
 *
 * Returns: when the file or its write-ahead log was last written, in nanoseconds; a number to
 *   compare with that of a snapshot, and no moment of the clock that the book lives by
 */
gint64
relance_snapshots_get_stamp (const char *book)
{
  g_autofree char *log = g_strconcat (book, "-wal", NULL);
  GStatBuf about;
  gint64 stamp = 0;

  if (g_stat (book, &about) == 0)
    stamp = get_written_time (&about);
  if (g_stat (log, &about) == 0 && about.st_size > 0)
    stamp = MAX (stamp, get_written_time (&about));
  return stamp;
}

/**
 * relance_snapshot_new:
 * @path: a file
 *
 * Returns: (transfer full) (nullable): what its name says; %NULL when it is no snapshot
 */
RelanceSnapshot *
relance_snapshot_new (const char *path)
{
  g_autoptr (RelanceSnapshot) self = g_new0 (RelanceSnapshot, 1);
  g_autofree char *name = g_path_get_basename (path);
  GStatBuf about;

  if (!parse_name (self, name) || g_stat (path, &about) != 0 || !S_ISREG (about.st_mode))
    return NULL;
  self->path = g_strdup (path);
  self->size = about.st_size;
  self->stamp = get_written_time (&about);
  return g_steal_pointer (&self);
}

void
relance_snapshot_free (RelanceSnapshot *self)
{
  g_free (self->path);
  g_free (self);
}

/**
 * relance_backup_reason_get_word:
 *
 * Returns: how names of files and the command line call it
 */
const char *
relance_backup_reason_get_word (RelanceBackupReason reason)
{
  return reasons[reason].word;
}
