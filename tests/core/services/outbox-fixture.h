/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-fixture.h"
#include "fake-brevo.h"
#include "relance-accounts.h"
#include "relance-outbox-private.h"
#include "relance-wording-message.h"

#include <string.h>

#define OUTBOX_TODAY "2026-11-24" /* a Tuesday */
#define OUTBOX_KEY "xkeysib-0123456789abcdef"

/* A book with a client who is late, and the server its mail goes to. */
typedef struct
{
  BookFixture  base;
  FakeBrevo   *fake;
  gint64       client;
  gint64       invoice;
} OutboxFixture;

/* The keyring of the test: a file of its own, as without a desktop. To be called first. */
static inline char *
outbox_fixture_use_own_keyring (void)
{
  g_autofree char *folder = g_dir_make_tmp ("relance-keyring-XXXXXX", NULL);
  char *path = g_build_filename (folder, "keyring", NULL);

  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "test", TRUE);
  return path;
}

static inline void
outbox_fixture_set_business (OutboxFixture *self)
{
  static const char *const values[][2] = {
    { "name", "Studio Nord" },
    { "email", "camille@studio-nord.example" },
    { "iban", "FR76 3000 6000 0112 3456 7890 189" },
    { "country", "fr" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBusiness) business = relance_business_load (self->base.book, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      relance_business_set (business, values[i][0], values[i][1], &error);
      g_assert_no_error (error);
    }
  g_assert_true (relance_business_save (self->base.book, business, &error));
}

static inline gint64
outbox_fixture_add_client (OutboxFixture *self,
                           const char    *name,
                           const char    *email)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = relance_client_new (name);
  gint64 id;

  client->email = g_strdup (email);
  id = relance_clients_save (self->base.book, client, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static inline void
outbox_fixture_set_up (OutboxFixture *self)
{
  book_fixture_set_up (&self->base, OUTBOX_TODAY);
  self->fake = fake_brevo_new ();
  outbox_fixture_set_business (self);
  self->client = outbox_fixture_add_client (self, "Atelier Durand", "lea@durand.example");
  self->invoice = book_fixture_add_invoice (&self->base, self->client, "F-042", 120000, "EUR",
                                            "2026-10-01", "2026-10-31");
  relance_outbox_set_timeout (1);
}

static inline void
outbox_fixture_tear_down (OutboxFixture *self)
{
  g_autofree char *lock = g_strconcat (self->base.path, ".lock", NULL);
  g_autofree char *folder = g_build_filename (self->base.folder, "outgoing", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_unlink (lock);
  g_clear_pointer (&self->fake, fake_brevo_free);
  book_fixture_tear_down (&self->base);
}

/* The book as it is that many minutes after the day began to be worked on. */
static inline void
outbox_fixture_move_clock (OutboxFixture *self,
                           int            minutes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClock) clock = NULL;
  gint64 moment = relance_clock_to_utc (relance_date_parse_iso (OUTBOX_TODAY), 10 * 60) +
                  minutes * 60;
  RelanceDate date;
  int of_day;

  date = relance_clock_to_date (moment, &of_day);
  clock = relance_clock_new_fixed (date, of_day);
  g_clear_object (&self->base.book);
  self->base.book = relance_book_open (self->base.path, FALSE, clock, &error);
  g_assert_no_error (error);
}

static inline char *
outbox_fixture_add_account (OutboxFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceAccount) account = relance_account_new ("brevo");

  account->base_url = g_strdup (fake_brevo_get_url (self->fake));
  relance_accounts_add (self->base.book, account, OUTBOX_KEY, TRUE, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (account->id);
}

static inline RelanceDraft *
outbox_fixture_draft (OutboxFixture *self)
{
  g_autoptr (GError) error = NULL;
  RelanceDraftRequest request = { .client_id = self->client };
  RelanceDraft *draft = relance_reminders_draft (self->base.book, &request, &error);

  g_assert_no_error (error);
  return draft;
}

static inline char *
outbox_fixture_approve (OutboxFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceDraft) draft = outbox_fixture_draft (self);
  g_autoptr (RelanceMessage) message = relance_outbox_approve (self->base.book, draft, 0, &error);

  g_assert_no_error (error);
  return g_strdup (message->id);
}

static inline RelanceSendReport *
outbox_fixture_send (OutboxFixture *self)
{
  g_autoptr (GError) error = NULL;
  RelanceSendReport *report = relance_outbox_send (self->base.book, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static inline RelanceMessage *
outbox_fixture_get (OutboxFixture *self,
                    const char    *id)
{
  g_autoptr (GError) error = NULL;
  RelanceMessage *message = relance_outbox_get (self->base.book, id, &error);

  g_assert_no_error (error);
  return message;
}

/* That the message is where it should be, with a sentence where it needs one, and the book clean. */
static inline void
outbox_fixture_assert (OutboxFixture       *self,
                       const char          *id,
                       RelanceMessageState  state,
                       const char          *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceMessage) message = outbox_fixture_get (self, id);
  g_autofree char *sentence = relance_wording_message_reason (message);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpstr (relance_enum_to_nick (RELANCE_TYPE_MESSAGE_STATE, message->state), ==,
                   relance_enum_to_nick (RELANCE_TYPE_MESSAGE_STATE, state));
  g_assert_cmpstr (message->reason, ==, reason);
  g_assert_true ((reason == NULL) == (sentence == NULL));
  g_assert_true (relance_outbox_check (self->base.book, findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}
