/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "outbox-fixture.h"
#include "relance-backups.h"

#include <unistd.h>

/* Restores the snapshot over the book while the fixture has it open, as a window has. */
static void
restore (OutboxFixture *self, const char *file)
{
  g_autoptr (GError) error = NULL;

  relance_backups_restore (self->base.path, file, relance_book_get_clock (self->base.book), NULL,
                           &error);
  g_assert_no_error (error);
}

static RelanceSnapshot *
make_snapshot (OutboxFixture *self)
{
  g_autoptr (GError) error = NULL;
  RelanceSnapshot *snapshot = relance_backups_make (self->base.book, &error);

  g_assert_no_error (error);
  return snapshot;
}

/* It waited to leave when the snapshot was made, and has left since. */
static void
test_nothing_leaves_twice (void)
{
  for (int has_events = 0; has_events <= 1; has_events++)
    {
      OutboxFixture self = { 0 };
      g_autofree char *account = NULL;
      g_autofree char *id = NULL;
      g_autoptr (RelanceSnapshot) snapshot = NULL;
      g_autoptr (RelanceSendReport) first = NULL;
      g_autoptr (RelanceSendReport) second = NULL;

      outbox_fixture_set_up (&self);
      account = outbox_fixture_add_account (&self);
      id = outbox_fixture_approve (&self);
      fake_brevo_set_has_events (self.fake, has_events);
      fake_brevo_set_forgets_keys (self.fake, TRUE);
      snapshot = make_snapshot (&self);
      first = outbox_fixture_send (&self);
      outbox_fixture_assert (&self, id, RELANCE_MESSAGE_ACCEPTED, NULL);

      restore (&self, snapshot->path);
      outbox_fixture_assert (&self, id, RELANCE_MESSAGE_UNKNOWN, "restored");
      second = outbox_fixture_send (&self);
      g_assert_cmpuint (fake_brevo_count_mails (self.fake, id), ==, 1);
      if (has_events)
        outbox_fixture_assert (&self, id, RELANCE_MESSAGE_ACCEPTED, "found");
      else
        outbox_fixture_assert (&self, id, RELANCE_MESSAGE_UNKNOWN, "not-found");
      outbox_fixture_tear_down (&self);
    }
}

/* The book that is replaced shows that nothing was tried since: it leaves as it would have. */
static void
test_what_did_not_leave_still_leaves (void)
{
  OutboxFixture self = { 0 };
  g_autofree char *account = NULL;
  g_autofree char *id = NULL;
  g_autoptr (RelanceSnapshot) snapshot = NULL;
  g_autoptr (RelanceSendReport) report = NULL;

  outbox_fixture_set_up (&self);
  account = outbox_fixture_add_account (&self);
  id = outbox_fixture_approve (&self);
  snapshot = make_snapshot (&self);
  restore (&self, snapshot->path);
  report = outbox_fixture_send (&self);
  outbox_fixture_assert (&self, id, RELANCE_MESSAGE_ACCEPTED, NULL);
  g_assert_cmpuint (fake_brevo_count_mails (self.fake, id), ==, 1);
  outbox_fixture_tear_down (&self);
}

/* Another book knows nothing of what waited in this one. */
static void
test_over_another_book (void)
{
  OutboxFixture self = { 0 };
  BookFixture other = { 0 };
  g_autofree char *id = NULL;
  g_autoptr (RelanceSnapshot) snapshot = NULL;
  g_autoptr (RelanceMessage) message = NULL;
  g_autoptr (GError) error = NULL;

  outbox_fixture_set_up (&self);
  id = outbox_fixture_approve (&self);
  snapshot = make_snapshot (&self);
  book_fixture_set_up (&other, OUTBOX_TODAY);
  book_fixture_add_client (&other, "Other Sample");
  g_assert_true (relance_backups_restore (other.path, snapshot->path,
                                          relance_book_get_clock (other.book), NULL, &error));
  g_assert_no_error (error);
  message = relance_outbox_get (other.book, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (message->state, ==, RELANCE_MESSAGE_UNKNOWN);
  book_fixture_tear_down (&other);
  outbox_fixture_tear_down (&self);
}

static void
test_not_while_another_sends (void)
{
  OutboxFixture self = { 0 };
  g_autoptr (RelanceSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  int lock;

  outbox_fixture_set_up (&self);
  snapshot = make_snapshot (&self);
  lock = relance_outbox_lock (self.base.book, &error);
  g_assert_no_error (error);
  g_assert_false (relance_backups_restore (self.base.path, snapshot->path,
                                           relance_book_get_clock (self.base.book), NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BUSY);
  close (lock);
  outbox_fixture_tear_down (&self);
}

/* A new book, and the sample, leave nothing beside themselves. */
static void
test_nothing_to_keep (void)
{
  BookFixture self = { 0 };
  g_autoptr (GPtrArray) snapshots = NULL;
  g_autofree char *folder = NULL;

  book_fixture_set_up (&self, OUTBOX_TODAY);
  g_assert_true (relance_backups_daily (self.book, NULL));
  g_assert_true (relance_backups_before (self.book, RELANCE_BACKUP_BEFORE_IMPORT, NULL));
  folder = relance_snapshots_dup_folder (self.path);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  snapshots = relance_backups_list (self.path);
  g_assert_cmpuint (snapshots->len, ==, 0);
  book_fixture_tear_down (&self);
}

int
main (int argc, char **argv)
{
  g_autofree char *keyring = outbox_fixture_use_own_keyring ();
  g_autofree char *folder = g_path_get_dirname (keyring);
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/backups/nothing-leaves-twice", test_nothing_leaves_twice);
  g_test_add_func ("/services/backups/what-did-not-leave", test_what_did_not_leave_still_leaves);
  g_test_add_func ("/services/backups/over-another-book", test_over_another_book);
  g_test_add_func ("/services/backups/not-while-another-sends", test_not_while_another_sends);
  g_test_add_func ("/services/backups/nothing-to-keep", test_nothing_to_keep);
  result = g_test_run ();
  g_unlink (keyring);
  g_rmdir (folder);

  return result;
}
