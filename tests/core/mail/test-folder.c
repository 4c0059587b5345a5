/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-folder.h"
#include "relance-mail-error.h"

#include <glib/gstdio.h>
#include <gmime/gmime.h>
#include <string.h>

#define ID "7d444840-9dc0-11d1-b245-5ffdce74fad2"

static RelanceMessage *
new_message (void)
{
  RelanceMessage *message = relance_message_new ();
  RelanceMessageDebt debt = { 1, 1, g_strdup ("F/042"), 12000 };

  message->id = g_strdup (ID);
  message->message_id = g_strdup ("<" ID "@studio-nord.example>");
  message->client_name = g_strdup ("Atelier Éclair & fils ../..");
  message->from = g_strdup ("camille@studio-nord.example");
  message->from_name = g_strdup ("Camille Nord");
  message->to = g_strdup ("lea@durand.example");
  message->to_name = g_strdup ("Dupont, Léa");
  message->subject = g_strdup ("Facture F-042 : 1 234,50 € à régler, s’il vous plaît — merci");
  message->text = g_strdup ("Bonjour Léa,\n\nMerci.\n");
  message->html = g_strdup ("<p>Bonjour Léa,</p>");
  message->approved_at = 1795510800;
  g_array_append_val (message->debts, debt);

  return message;
}

static GBytes *
freeze (RelanceMessage *message)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = relance_folder.freeze (message, &error);

  g_assert_no_error (error);
  return bytes;
}

static GMimeMessage *
parse (GBytes *bytes)
{
  GMimeStream *stream =
    g_mime_stream_mem_new_with_buffer (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  GMimeParser *parser = g_mime_parser_new_with_stream (stream);
  GMimeMessage *mail = g_mime_parser_construct_message (parser, NULL);

  g_object_unref (parser);
  g_object_unref (stream);
  g_assert_nonnull (mail);
  return mail;
}

static const char *
get_address (InternetAddressList *list)
{
  g_assert_cmpint (internet_address_list_length (list), ==, 1);
  return internet_address_mailbox_get_addr (
    INTERNET_ADDRESS_MAILBOX (internet_address_list_get_address (list, 0)));
}

static void
assert_one_recipient (GMimeMessage *mail)
{
  InternetAddressList *recipients = g_mime_message_get_all_recipients (mail);

  g_assert_cmpint (internet_address_list_length (recipients), ==, 1);
  g_object_unref (recipients);
}

static void
assert_part (GMimeMessage *mail, int index, const char *type, const char *text)
{
  GMimeMultipart *body = GMIME_MULTIPART (g_mime_message_get_mime_part (mail));
  GMimeObject *part = g_mime_multipart_get_part (body, index);
  g_autofree char *found =
    g_mime_content_type_get_mime_type (g_mime_object_get_content_type (part));
  g_autofree char *content = g_mime_text_part_get_text (GMIME_TEXT_PART (part));
  g_auto (GStrv) lines = g_strsplit (content, "\r\n", -1);
  g_autofree char *unix_text = g_strjoinv ("\n", lines);

  g_assert_cmpstr (found, ==, type);
  g_assert_cmpstr (unix_text, ==, text);
}

static void
test_reads_back (void)
{
  g_autoptr (RelanceMessage) message = new_message ();
  g_autoptr (GBytes) bytes = NULL;
  GMimeMessage *mail;
  InternetAddressList *to;

  message->reply_to = g_strdup ("compta@studio-nord.example");
  bytes = freeze (message);
  mail = parse (bytes);
  to = g_mime_message_get_to (mail);
  g_assert_cmpstr (get_address (to), ==, "lea@durand.example");
  g_assert_cmpstr (internet_address_get_name (internet_address_list_get_address (to, 0)), ==,
                   "Dupont, Léa");
  g_assert_cmpstr (get_address (g_mime_message_get_from (mail)), ==, "camille@studio-nord.example");
  g_assert_cmpstr (get_address (g_mime_message_get_reply_to (mail)), ==,
                   "compta@studio-nord.example");
  assert_one_recipient (mail);
  g_assert_cmpstr (g_mime_message_get_subject (mail), ==, message->subject);
  g_assert_cmpstr (g_mime_message_get_message_id (mail), ==, ID "@studio-nord.example");
  g_assert_cmpint (g_date_time_to_unix (g_mime_message_get_date (mail)), ==, message->approved_at);
  g_assert_cmpstr (g_mime_object_get_header (GMIME_OBJECT (mail), "X-Relance-Id"), ==, ID);
  g_assert_cmpstr (g_mime_object_get_header (GMIME_OBJECT (mail), "X-Unsent"), ==, "1");
  assert_part (mail, 0, "text/plain", message->text);
  assert_part (mail, 1, "text/html", message->html);
  g_object_unref (mail);
}

/* Every line ends as RFC 5322 says and is ASCII no longer than it allows. */
static void
test_lines (void)
{
  g_autoptr (RelanceMessage) message = new_message ();
  g_autoptr (GBytes) bytes = freeze (message);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize length = 0;

  for (gsize i = 0; i < size; i++)
    {
      g_assert_cmpuint ((guchar) data[i], <, 128);
      if (data[i] == '\n')
        {
          g_assert_true (i > 0 && data[i - 1] == '\r');
          length = 0;
        }
      else
        g_assert_cmpuint (++length, <, 999);
    }
}

static void
test_no_injection (void)
{
  static const char *const texts[] = { "x\r\nBcc: a@b.example", "x\nBcc: a@b.example", "x\ty" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RelanceMessage) name = new_message ();
      g_autoptr (RelanceMessage) subject = new_message ();
      g_autoptr (GError) error = NULL;

      g_set_str (&name->to_name, texts[i]);
      g_set_str (&subject->subject, texts[i]);
      g_assert_null (relance_folder.freeze (name, &error));
      g_assert_error (error, RELANCE_MAIL_ERROR, RELANCE_MAIL_ERROR_HEADER);
      g_assert_null (relance_folder.freeze (subject, NULL));
    }
}

static void
test_odd_names_stay_one_recipient (void)
{
  static const char *const names[] = {
    "\"x\" <evil@x.example>", "a@b.example, c", "Bcc: a@b.example", "a;b", "a\\\"b",
    "=?utf-8?q?x?=",          "(comment)"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (RelanceMessage) message = new_message ();
      g_autoptr (GBytes) bytes = NULL;
      GMimeMessage *mail;

      g_set_str (&message->to_name, names[i]);
      bytes = freeze (message);
      mail = parse (bytes);
      g_assert_cmpstr (get_address (g_mime_message_get_to (mail)), ==, "lea@durand.example");
      assert_one_recipient (mail);
      g_assert_null (g_mime_object_get_header (GMIME_OBJECT (mail), "Bcc"));
      g_object_unref (mail);
    }
}

/* A name or a number that looks like an encoded word, or is long, stays what it is. */
static void
test_every_character_reads_back (void)
{
  static const char *const texts[] = {
    "=?utf-8?q?x=0aBcc:a@b.example?=",
    "Atelier du bord de l’eau =0aBcc: a@b.example, à côté de la grande maison rouge",
    "=SUM(A1)",
    "Martin, Lea (Studio & Co.)",
    "a\\\"b",
    "Société Générale 株式会社 🎉",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RelanceMessage) message = new_message ();
      g_autoptr (GBytes) bytes = NULL;
      GMimeMessage *mail;
      InternetAddressList *to;

      g_set_str (&message->to_name, texts[i]);
      g_set_str (&message->subject, texts[i]);
      bytes = freeze (message);
      mail = parse (bytes);
      to = g_mime_message_get_to (mail);
      g_assert_cmpstr (get_address (to), ==, "lea@durand.example");
      g_assert_cmpstr (internet_address_get_name (internet_address_list_get_address (to, 0)), ==,
                       texts[i]);
      g_assert_cmpstr (g_mime_message_get_subject (mail), ==, texts[i]);
      assert_one_recipient (mail);
      g_object_unref (mail);
    }
}

static void
test_file (void)
{
  g_autofree char *parent = g_dir_make_tmp ("relance-folder-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (parent, "outgoing", NULL);
  g_autoptr (RelanceMessage) message = new_message ();
  g_autofree char *name = relance_folder_dup_file_name (message);
  g_autoptr (GBytes) bytes = freeze (message);
  g_autoptr (GBytes) other = g_bytes_new_static ("other", 5);
  g_autoptr (RelanceOutcome) before = relance_folder_look_up (folder, name);
  g_autoptr (RelanceOutcome) first = relance_folder_write (folder, name, bytes);
  g_autoptr (RelanceOutcome) second = relance_folder_write (folder, name, other);
  g_autoptr (RelanceOutcome) after = relance_folder_look_up (folder, name);
  g_autofree char *content = NULL;
  g_autoptr (GDir) dir = NULL;
  gsize size;

  g_assert_true (g_str_has_suffix (name, "-Atelier-Eclair-fils-F-042-" ID ".eml"));
  g_assert_cmpint (before->kind, ==, RELANCE_OUTCOME_ABSENT);
  g_assert_cmpint (first->kind, ==, RELANCE_OUTCOME_ACCEPTED);
  g_assert_cmpint (second->kind, ==, RELANCE_OUTCOME_ACCEPTED);
  g_assert_cmpint (after->kind, ==, RELANCE_OUTCOME_ACCEPTED);
  g_assert_cmpstr (after->reference, ==, first->reference);
  g_assert_true (g_path_is_absolute (first->reference));

  /* Never over what is there, and nothing half-made beside it. */
  g_assert_true (g_file_get_contents (first->reference, &content, &size, NULL));
  g_assert_cmpmem (content, size, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, name);
  g_assert_null (g_dir_read_name (dir));
  g_unlink (first->reference);
  g_rmdir (folder);
  g_rmdir (parent);
}

/* A letter that was written before a journey is found again after it. */
static void
test_name_in_another_time_zone (void)
{
  g_autoptr (RelanceMessage) message = new_message ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_setenv ("TZ", "UTC-14", TRUE);
  before = relance_folder_dup_file_name (message);
  g_setenv ("TZ", "UTC+11", TRUE);
  after = relance_folder_dup_file_name (message);
  g_unsetenv ("TZ");
  g_assert_cmpstr (before, ==, after);
}

static void
test_folder_that_cannot_be (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (RelanceOutcome) outcome = relance_folder_write ("/dev/null/outgoing", "a.eml", bytes);

  g_assert_cmpint (outcome->kind, ==, RELANCE_OUTCOME_RETRY);
  g_assert_cmpstr (outcome->reason, ==, "folder");
  g_assert_nonnull (outcome->detail);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/folder/reads-back", test_reads_back);
  g_test_add_func ("/mail/folder/lines", test_lines);
  g_test_add_func ("/mail/folder/no-injection", test_no_injection);
  g_test_add_func ("/mail/folder/odd-names-stay-one-recipient", test_odd_names_stay_one_recipient);
  g_test_add_func ("/mail/folder/every-character-reads-back", test_every_character_reads_back);
  g_test_add_func ("/mail/folder/file", test_file);
  g_test_add_func ("/mail/folder/name-in-another-time-zone", test_name_in_another_time_zone);
  g_test_add_func ("/mail/folder/folder-that-cannot-be", test_folder_that_cannot_be);

  return g_test_run ();
}
