/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "outbox-fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* Where a sender is killed; "" lets it end by itself. */
static const char *const steps[] = { "claimed",  "started",  "wrote-body", "got-headers",
                                     "complete", "answered", "recorded",   "" };

static char *program;

static void
kill_at_step (const char *step, gpointer data)
{
  if (g_str_equal (step, data))
    kill (getpid (), SIGKILL);
}

/* The program that is killed: a sender of its own, started anew as any sender is. */
static int
run_sender (const char *path, const char *step)
{
  g_autoptr (RelanceBook) book = book_fixture_open (path, OUTBOX_TODAY);
  g_autoptr (RelanceSendReport) report = NULL;
  g_autoptr (GError) error = NULL;

  relance_outbox_set_timeout (1);
  relance_outbox_set_step_hook (kill_at_step, (gpointer) step);
  report = relance_outbox_send (book, NULL, &error);
  g_assert_no_error (error);

  return 0;
}

/* Returns: whether it was killed, as not every answer has every step. */
static gboolean
send_and_be_killed (OutboxFixture *self, const char *step)
{
  const char *arguments[] = { program, "--send", self->base.path, step, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  if (WIFSIGNALED (status))
    {
      g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
      return TRUE;
    }
  g_assert_cmpint (status, ==, 0);
  return FALSE;
}

static void
send_at (OutboxFixture *self, int minutes)
{
  g_autoptr (RelanceSendReport) report = NULL;

  outbox_fixture_move_clock (self, minutes);
  report = outbox_fixture_send (self);
}

/* The promise: at most once on the server, a state that is told with its reason, a clean book. */
static RelanceMessageState
assert_promise (OutboxFixture *self, const char *id)
{
  g_autoptr (RelanceMessage) message = outbox_fixture_get (self, id);

  g_assert_true (
    message->state == RELANCE_MESSAGE_ACCEPTED || message->state == RELANCE_MESSAGE_WAITING ||
    message->state == RELANCE_MESSAGE_REFUSED || message->state == RELANCE_MESSAGE_UNKNOWN);
  outbox_fixture_assert (self, id, message->state, message->reason);
  g_assert_true (message->state == RELANCE_MESSAGE_ACCEPTED || message->reason != NULL);
  g_assert_cmpuint (fake_brevo_count_mails (self->fake, id), <=, 1);

  return message->state;
}

static gboolean
is_slow (FakeMode mode)
{
  return mode == FAKE_SILENT || mode == FAKE_SILENT_AND_DEAF;
}

/* Killed, restarted at once, and again later, when the provider has forgotten the keys. */
static void
check_soon (FakeMode mode, const char *step, gboolean has_events)
{
  OutboxFixture self = { 0 };
  g_autofree char *account = NULL;
  g_autofree char *id = NULL;
  RelanceMessageState state;

  g_test_message ("soon: mode %d, killed at “%s”, events %d", mode, step, has_events);
  outbox_fixture_set_up (&self);
  account = outbox_fixture_add_account (&self);
  id = outbox_fixture_approve (&self);
  fake_brevo_set_mode (self.fake, mode);
  fake_brevo_set_has_events (self.fake, has_events);
  send_and_be_killed (&self, step);
  fake_brevo_set_mode (self.fake, FAKE_ACCEPT);
  send_at (&self, 0);
  assert_promise (&self, id);
  send_at (&self, 5);
  state = assert_promise (&self, id);

  /* Five minutes later everything that can be known is known, and nothing is lost. */
  g_assert_true (state == RELANCE_MESSAGE_ACCEPTED || mode == FAKE_REFUSE);
  g_assert_cmpuint (fake_brevo_count_mails (self.fake, id), ==, state == RELANCE_MESSAGE_ACCEPTED);
  fake_brevo_set_forgets_keys (self.fake, TRUE);
  send_at (&self, 60);
  g_assert_cmpint (assert_promise (&self, id), ==, state);
  outbox_fixture_tear_down (&self);
}

/* Killed, and restarted only when the provider has forgotten the keys: a second try would be a
 * second mail. */
static void
check_late (FakeMode mode, const char *step, gboolean has_events)
{
  OutboxFixture self = { 0 };
  g_autofree char *account = NULL;
  g_autofree char *id = NULL;
  guint mails;

  g_test_message ("late: mode %d, killed at “%s”, events %d", mode, step, has_events);
  outbox_fixture_set_up (&self);
  account = outbox_fixture_add_account (&self);
  id = outbox_fixture_approve (&self);
  fake_brevo_set_mode (self.fake, mode);
  fake_brevo_set_has_events (self.fake, has_events);
  send_and_be_killed (&self, step);
  mails = fake_brevo_count_mails (self.fake, id);
  fake_brevo_set_mode (self.fake, FAKE_ACCEPT);
  fake_brevo_set_forgets_keys (self.fake, TRUE);
  send_at (&self, 40);
  send_at (&self, 120);
  if (assert_promise (&self, id) == RELANCE_MESSAGE_UNKNOWN)
    g_assert_cmpuint (fake_brevo_count_posts (self.fake), <=, 1);
  if (mails == 1 && has_events)
    g_assert_cmpint (assert_promise (&self, id), ==, RELANCE_MESSAGE_ACCEPTED);
  outbox_fixture_tear_down (&self);
}

static void
check_every_step (void (*check) (FakeMode, const char *, gboolean))
{
  static const FakeMode modes[] = { FAKE_ACCEPT,     FAKE_DROP,   FAKE_CUT,
                                    FAKE_FAIL_AFTER, FAKE_SILENT, FAKE_SILENT_AND_DEAF,
                                    FAKE_RATE_LIMIT, FAKE_REFUSE };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
      for (int has_events = 0; has_events < 2; has_events++)
        {
          /* The steps after an answer that never comes are those of any lost one. */
          if (is_slow (modes[i]) && !g_str_equal (steps[j], "wrote-body") && *steps[j] != '\0')
            continue;
          check (modes[i], steps[j], has_events);
        }
}

static void
test_restarted_soon (void)
{
  check_every_step (check_soon);
}

static void
test_restarted_late (void)
{
  check_every_step (check_late);
}

/* Each step of the list is one that a send really has; a name that is wrong kills nothing. */
static void
test_steps_exist (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      OutboxFixture self = { 0 };
      g_autofree char *account = NULL;
      g_autofree char *id = NULL;

      outbox_fixture_set_up (&self);
      account = outbox_fixture_add_account (&self);
      id = outbox_fixture_approve (&self);
      g_assert_cmpint (send_and_be_killed (&self, steps[i]), ==, *steps[i] != '\0');
      outbox_fixture_tear_down (&self);
    }
}

static guint
count_files (OutboxFixture *self)
{
  g_autofree char *folder = g_build_filename (self->base.folder, "outgoing", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_folder (void)
{
  static const char *const folder_steps[] = { "claimed", "answered", "recorded" };

  for (guint i = 0; i < G_N_ELEMENTS (folder_steps); i++)
    {
      OutboxFixture self = { 0 };
      g_autofree char *id = NULL;

      outbox_fixture_set_up (&self);
      id = outbox_fixture_approve (&self);
      g_assert_true (send_and_be_killed (&self, folder_steps[i]));
      send_at (&self, 60);
      outbox_fixture_assert (&self, id, RELANCE_MESSAGE_ACCEPTED, "saved-as-file");
      g_assert_cmpuint (count_files (&self), ==, 1);
      outbox_fixture_tear_down (&self);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *keyring = NULL;
  g_autofree char *folder = NULL;
  int result;

  if (argc == 4 && g_str_equal (argv[1], "--send"))
    return run_sender (argv[2], argv[3]);

  program = argv[0];
  keyring = outbox_fixture_use_own_keyring ();
  folder = g_path_get_dirname (keyring);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/outbox-crash/steps-exist", test_steps_exist);
  g_test_add_func ("/services/outbox-crash/restarted-soon", test_restarted_soon);
  g_test_add_func ("/services/outbox-crash/restarted-late", test_restarted_late);
  g_test_add_func ("/services/outbox-crash/folder", test_folder);
  result = g_test_run ();
  g_unlink (keyring);
  g_rmdir (folder);

  return result;
}
