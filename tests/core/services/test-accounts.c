/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "outbox-fixture.h"

static void
set_up (OutboxFixture *self, gconstpointer data)
{
  outbox_fixture_set_up (self);
}

static void
tear_down (OutboxFixture *self, gconstpointer data)
{
  outbox_fixture_tear_down (self);
}

static guint
count_accounts (OutboxFixture *self)
{
  g_autoptr (GPtrArray) accounts = relance_accounts_list (self->base.book, NULL);

  return accounts->len;
}

static gboolean
add (OutboxFixture *self, const char *url, const char *key, gboolean check, GError **error)
{
  g_autoptr (RelanceAccount) account = relance_account_new ("brevo");

  account->base_url = g_strdup (url);
  return relance_accounts_add (self->base.book, account, key, check, NULL, error);
}

static void
test_good_key (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *id = outbox_fixture_add_account (self);
  g_autofree char *url = g_strconcat (fake_brevo_get_url (self->fake), "/v3", NULL);
  g_autofree char *key = fake_brevo_dup_last_key (self->fake);
  g_autoptr (GPtrArray) accounts = relance_accounts_list (self->base.book, NULL);
  RelanceAccount *account = g_ptr_array_index (accounts, 0);

  g_assert_cmpuint (accounts->len, ==, 1);
  g_assert_cmpstr (account->id, ==, id);
  g_assert_cmpstr (account->base_url, ==, url);
  g_assert_cmpint (account->state, ==, RELANCE_ACCOUNT_READY);
  g_assert_cmpstr (key, ==, OUTBOX_KEY);
}

static void
test_gateway_without_version (OutboxFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GError) error = NULL;

  fake_brevo_set_prefix (self->fake, "");
  g_assert_true (add (self, fake_brevo_get_url (self->fake), OUTBOX_KEY, TRUE, &error));
  accounts = relance_accounts_list (self->base.book, NULL);
  g_assert_cmpstr (((RelanceAccount *) g_ptr_array_index (accounts, 0))->base_url, ==,
                   fake_brevo_get_url (self->fake));
}

static void
test_nothing_is_kept (OutboxFixture *self, gconstpointer data)
{
  static const struct
  {
    FakeMode mode;
    const char *url; /* NULL: the server's own */
    const char *key;
    int code;
  } cases[] = {
    { FAKE_BAD_KEY, NULL, OUTBOX_KEY, RELANCE_SERVICE_ERROR_ACCOUNT },
    { FAKE_ECHO_KEY, NULL, OUTBOX_KEY, RELANCE_SERVICE_ERROR_ACCOUNT },
    { FAKE_BLOCKED_ADDRESS, NULL, OUTBOX_KEY, RELANCE_SERVICE_ERROR_ACCOUNT },
    { FAKE_ACCEPT, "http://127.0.0.1:1", OUTBOX_KEY, RELANCE_SERVICE_ERROR_ACCOUNT },
    { FAKE_ACCEPT, "http://gateway.example", OUTBOX_KEY, RELANCE_SERVICE_ERROR_INVALID },
    { FAKE_ACCEPT, NULL, "", RELANCE_SERVICE_ERROR_INVALID },
    { FAKE_ACCEPT, NULL, "a\r\nx-evil: 1", RELANCE_SERVICE_ERROR_INVALID },
    { FAKE_ACCEPT, NULL, "clé", RELANCE_SERVICE_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *url = cases[i].url != NULL ? cases[i].url : fake_brevo_get_url (self->fake);
      g_autoptr (GError) error = NULL;

      fake_brevo_set_mode (self->fake, cases[i].mode);
      g_assert_false (add (self, url, cases[i].key, TRUE, &error));
      g_assert_error (error, RELANCE_SERVICE_ERROR, cases[i].code);
      g_test_message ("%s", error->message);
      g_assert_null (strstr (error->message, OUTBOX_KEY));
      g_assert_cmpuint (count_accounts (self), ==, 0);
    }
}

static void
test_unchecked (OutboxFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) accounts = NULL;

  g_assert_true (add (self, "http://127.0.0.1:1", OUTBOX_KEY, FALSE, NULL));
  accounts = relance_accounts_list (self->base.book, NULL);
  g_assert_cmpint (((RelanceAccount *) g_ptr_array_index (accounts, 0))->state, ==,
                   RELANCE_ACCOUNT_UNCHECKED);
}

static void
test_check_again (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *id = outbox_fixture_add_account (self);
  g_autoptr (GPtrArray) bad = NULL;
  g_autoptr (GPtrArray) good = NULL;
  g_autoptr (GError) error = NULL;

  fake_brevo_set_mode (self->fake, FAKE_BAD_KEY);
  g_assert_false (relance_accounts_check (self->base.book, id, NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_ACCOUNT);
  bad = relance_accounts_list (self->base.book, NULL);
  g_assert_cmpint (((RelanceAccount *) g_ptr_array_index (bad, 0))->state, ==,
                   RELANCE_ACCOUNT_ATTENTION);
  fake_brevo_set_mode (self->fake, FAKE_ACCEPT);
  g_assert_true (relance_accounts_check (self->base.book, id, NULL, NULL));
  good = relance_accounts_list (self->base.book, NULL);
  g_assert_cmpint (((RelanceAccount *) g_ptr_array_index (good, 0))->state, ==,
                   RELANCE_ACCOUNT_READY);
  g_assert_null (((RelanceAccount *) g_ptr_array_index (good, 0))->reason);
}

/* The key is gone with the account: the same id finds none any more. */
static void
test_remove (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *id = outbox_fixture_add_account (self);
  g_autoptr (GPtrArray) accounts = relance_accounts_list (self->base.book, NULL);
  g_autoptr (RelanceRoute) route = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (relance_accounts_remove (self->base.book, id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_accounts (self), ==, 0);
  route =
    relance_accounts_open_route (self->base.book, g_ptr_array_index (accounts, 0), NULL, &error);
  g_assert_null (route);
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_KEYRING);
  g_clear_error (&error);
  g_assert_false (relance_accounts_remove (self->base.book, id, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
}

static void
test_send_test (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *id = outbox_fixture_add_account (self);
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (relance_accounts_send_test (self->base.book, id, "me@example.org", NULL, &error));
  g_assert_no_error (error);
  body = fake_brevo_dup_last_body (self->fake);
  g_assert_nonnull (strstr (body, "\"to\":[{\"email\":\"me@example.org\"}]"));
  g_assert_nonnull (strstr (body, "This message shows"));
  g_assert_nonnull (strstr (body, "Ce message montre"));

  g_assert_false (
    relance_accounts_send_test (self->base.book, id, "a@b.example, c@d.example", NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
  g_assert_cmpuint (fake_brevo_count_posts (self->fake), ==, 1);
}

static gboolean
file_holds (const char *path, const char *text)
{
  g_autofree char *content = NULL;
  gsize size;

  return g_file_get_contents (path, &content, &size, NULL) &&
         memmem (content, size, text, strlen (text)) != NULL;
}

/* After a whole life of an account and a hostile provider, no file has the key in clear. */
static void
test_key_is_nowhere (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *id = outbox_fixture_add_account (self);
  g_autofree char *message = outbox_fixture_approve (self);
  g_autoptr (RelanceSendReport) report = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  fake_brevo_set_mode (self->fake, FAKE_ECHO_KEY);
  report = outbox_fixture_send (self);
  g_assert_cmpint (report->waiting, ==, 1);
  g_assert_false (file_holds (g_getenv ("SECRET_FILE_TEST_PATH"), OUTBOX_KEY));
  dir = g_dir_open (self->base.folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->base.folder, name, NULL);

      g_assert_false (file_holds (path, OUTBOX_KEY));
      n++;
    }
  g_assert_cmpuint (n, >=, 2);
}

static void
test_folder_account (OutboxFixture *self, gconstpointer data)
{
  g_autoptr (RelanceAccount) account = relance_account_new ("folder");
  g_autofree char *message = NULL;
  g_autofree char *folder = g_build_filename (self->base.folder, "outgoing", NULL);
  g_autoptr (RelanceMessage) sent = NULL;
  g_autoptr (RelanceSendReport) report = NULL;
  g_autoptr (GError) error = NULL;

  account->base_url = g_strdup (folder);
  g_assert_true (relance_accounts_add (self->base.book, account, NULL, TRUE, NULL, &error));
  g_assert_no_error (error);
  message = outbox_fixture_approve (self);
  report = outbox_fixture_send (self);
  sent = outbox_fixture_get (self, message);
  g_assert_cmpstr (sent->account_id, ==, account->id);
  g_assert_true (g_str_has_prefix (sent->provider_reference, folder));
}

static gboolean
add_sender (OutboxFixture *self,
            const char *address,
            const char *name,
            const char *account,
            GError **error)
{
  g_autoptr (RelanceSender) sender = relance_sender_new (address, name);

  sender->account_id = g_strdup (account);
  return relance_senders_add (self->base.book, sender, error);
}

static void
test_senders (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *account = outbox_fixture_add_account (self);
  g_autoptr (GPtrArray) senders = NULL;
  g_autoptr (GError) error = NULL;
  RelanceSender *sender;

  g_assert_true (add_sender (self, "camille@studio-nord.example", "Camille", "brevo", &error));
  senders = relance_senders_list (self->base.book, NULL);
  sender = g_ptr_array_index (senders, 0);
  g_assert_cmpstr (sender->account_id, ==, account);
  g_assert_cmpint (sender->id, >, 0);

  g_assert_false (add_sender (self, "camille@studio-nord.example", "Other", NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (add_sender (self, "a@b.example", "A", "mailjet", &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (add_sender (self, "a@b.example, c@d.example", "A", NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (add_sender (self, "a@b.example", "A\x01", NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);

  g_assert_true (relance_senders_remove (self->base.book, "camille@studio-nord.example", NULL));
  g_assert_false (relance_senders_remove (self->base.book, "camille@studio-nord.example", NULL));
}

static void
test_business (OutboxFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *value;
    const char *kept; /* NULL: refused */
  } cases[] = {
    { "name", " Studio\tNord ", "Studio Nord" },
    { "siren", "732 829 320", "732829320" },
    { "siren", "732829321", NULL },
    { "iban", "fr76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189" },
    { "iban", "FR7630006000011234567890188", NULL },
    { "iban", "FR76300060000112345678901", NULL },
    { "iban", "", "" },
    { "email", "me@example.org", "me@example.org" },
    { "email", "me@example.org, you@example.org", NULL },
    { "currency", "usd", "USD" },
    { "currency", "euros", NULL },
    { "language", "fr", "fr" },
    { "language", "de", NULL },
    { "country", "fr", "FR" },
    { "country", "Allemagne", "DE" },
    { "country", "Nowhere", NULL },
    { "vat", "fr 40 303 265 045", "FR40303265045" },
    { "vat", "FR41303265045", NULL },
    { "colour", "blue", NULL },
    { "name", "x\x02", NULL },
  };
  g_autoptr (RelanceBusiness) business = relance_business_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelanceBusiness) stored = NULL;
      g_autoptr (GError) error = NULL;
      gboolean set = relance_business_set (business, cases[i].key, cases[i].value, &error);

      g_test_message ("%s = %s", cases[i].key, cases[i].value);
      g_assert_cmpint (set, ==, cases[i].kept != NULL);
      if (!set)
        {
          g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
          continue;
        }
      g_assert_true (relance_business_save (self->base.book, business, NULL));
      stored = relance_business_load (self->base.book, NULL);
      g_assert_cmpstr (relance_business_get (stored, relance_business_key_from_name (cases[i].key)),
                       ==, cases[i].kept);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (OutboxFixture *, gconstpointer);
  } tests[] = {
    { "/services/accounts/good-key", test_good_key },
    { "/services/accounts/gateway-without-version", test_gateway_without_version },
    { "/services/accounts/nothing-is-kept", test_nothing_is_kept },
    { "/services/accounts/unchecked", test_unchecked },
    { "/services/accounts/check-again", test_check_again },
    { "/services/accounts/remove", test_remove },
    { "/services/accounts/send-test", test_send_test },
    { "/services/accounts/key-is-nowhere", test_key_is_nowhere },
    { "/services/accounts/folder-account", test_folder_account },
    { "/services/accounts/senders", test_senders },
    { "/services/accounts/business", test_business },
  };
  g_autofree char *keyring = outbox_fixture_use_own_keyring ();
  g_autofree char *folder = g_path_get_dirname (keyring);
  int result;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, OutboxFixture, NULL, set_up, tests[i].test, tear_down);
  result = g_test_run ();
  g_unlink (keyring);
  g_rmdir (folder);

  return result;
}
