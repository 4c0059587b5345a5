/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-folder.h"

#include "relance-mail-error.h"
#include "relance-mail-header.h"
#include "relance-text.h"

#include <errno.h>
#include <fcntl.h>
#include <gmime/gmime.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The parts of a file name that come from names and numbers. */
#define WORD_MAX_BYTES 40

/* GMime does not bring them. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeContentType, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeDataWrapper, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMultipart, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimePart, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeTextPart, g_object_unref)

static void
init_gmime (void)
{
  static gsize initialized = 0;

  if (g_once_init_enter (&initialized))
    {
      g_mime_init ();
      g_once_init_leave (&initialized, 1);
    }
}

/* As it is: GMime would encode what it is given, and leaves a "=" in a name as it stands. */
static void
set_raw_header (GMimeMessage *mail, const char *name, const char *value)
{
  GMimeHeaderList *headers = g_mime_object_get_header_list (GMIME_OBJECT (mail));
  g_autofree char *raw = g_strdup_printf (" %s\n", value);

  g_mime_header_list_set (headers, name, "", NULL);
  g_mime_header_set_raw_value (g_mime_header_list_get_header (headers, name), raw);
}

/* Ordinary names stay readable in the file, between quotation marks; all others are encoded. */
static char *
write_name (const char *name)
{
  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr (" .,-&'()", *c) == NULL)
      return relance_mail_header_encode (name);

  return g_strdup_printf ("\"%s\"", name);
}

static gboolean
add_mailbox (GMimeMessage *mail,
             const char *header,
             const char *address,
             const char *name,
             GError **error)
{
  g_autofree char *clean_address = relance_mail_header_check_address (address, error);
  g_autofree char *clean_name = NULL;
  g_autofree char *words = NULL;
  g_autofree char *mailbox = NULL;

  if (clean_address == NULL)
    return FALSE;
  clean_name = relance_mail_header_check_text (name != NULL ? name : "", error);
  if (clean_name == NULL)
    return FALSE;

  words = write_name (clean_name);
  mailbox = *clean_name != '\0' ? g_strdup_printf ("%s\n <%s>", words, clean_address)
                                : g_strdup (clean_address);
  set_raw_header (mail, header, mailbox);

  return TRUE;
}

static gboolean
add_subject (GMimeMessage *mail, const char *subject, GError **error)
{
  g_autofree char *clean = relance_mail_header_check_text (subject, error);
  g_autofree char *words = NULL;

  if (clean == NULL)
    return FALSE;
  words = relance_mail_header_encode (clean);
  set_raw_header (mail, "Subject", words);

  return TRUE;
}

static gboolean
add_headers (GMimeMessage *mail, RelanceMessage *message, GError **error)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_local (message->approved_at);
  g_autofree char *message_id = NULL;

  if (!add_mailbox (mail, "From", message->from, message->from_name, error) ||
      !add_mailbox (mail, "To", message->to, message->to_name, error) ||
      !add_subject (mail, message->subject, error))
    return FALSE;
  if (message->reply_to != NULL && !add_mailbox (mail, "Reply-To", message->reply_to, NULL, error))
    return FALSE;

  message_id = g_mime_utils_decode_message_id (message->message_id);
  g_mime_message_set_date (mail, date);
  g_mime_message_set_message_id (mail, message_id);
  g_mime_object_set_header (GMIME_OBJECT (mail), "X-Relance-Id", message->id, NULL);
  /* Mail programs open a file with this one for sending, not for reading. */
  g_mime_object_set_header (GMIME_OBJECT (mail), "X-Unsent", "1", NULL);

  return TRUE;
}

static void
add_part (GMimeMultipart *multipart, const char *subtype, const char *text)
{
  g_autoptr (GMimeTextPart) part = g_mime_text_part_new_with_subtype (subtype);

  g_mime_text_part_set_charset (part, "utf-8");
  g_mime_text_part_set_text (part, text);
  g_mime_part_set_content_encoding (GMIME_PART (part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_mime_multipart_add (multipart, GMIME_OBJECT (part));
}

static void
add_file (GMimeMultipart *multipart, const RelanceMessageFile *file)
{
  g_autoptr (GMimePart) part = g_mime_part_new_with_type ("application", "octet-stream");
  g_autoptr (GMimeContentType) type = g_mime_content_type_parse (NULL, file->media_type);
  g_autofree char *name = relance_mail_header_dup_file_name (file->name);
  gsize size;
  const char *data = g_bytes_get_data (file->content, &size);
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new_with_buffer (data, size);
  g_autoptr (GMimeDataWrapper)
    content = g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);

  g_mime_object_set_content_type (GMIME_OBJECT (part), type);
  g_mime_part_set_content (part, content);
  g_mime_part_set_content_encoding (part, GMIME_CONTENT_ENCODING_BASE64);
  g_mime_object_set_disposition (GMIME_OBJECT (part), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename (part, name);
  g_mime_multipart_add (multipart, GMIME_OBJECT (part));
}

/* The text, and the files after it. */
static void
set_body (GMimeMessage *mail, GMimeMultipart *text, GArray *files)
{
  g_autoptr (GMimeMultipart) mixed = NULL;

  if (files->len == 0)
    {
      g_mime_message_set_mime_part (mail, GMIME_OBJECT (text));
      return;
    }
  mixed = g_mime_multipart_new_with_subtype ("mixed");
  g_mime_multipart_add (mixed, GMIME_OBJECT (text));
  for (guint i = 0; i < files->len; i++)
    add_file (mixed, &g_array_index (files, RelanceMessageFile, i));
  g_mime_message_set_mime_part (mail, GMIME_OBJECT (mixed));
}

static GBytes *
write_mail (GMimeMessage *mail)
{
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new ();
  GMimeFormatOptions *options = g_mime_format_options_new ();
  GByteArray *bytes;

  g_mime_format_options_set_newline_format (options, GMIME_NEWLINE_FORMAT_DOS);
  g_mime_object_write_to_stream (GMIME_OBJECT (mail), options, stream);
  g_mime_format_options_free (options);
  bytes = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));

  return g_bytes_new (bytes->data, bytes->len);
}

/* A complete mail as RFC 5322 writes it: names and subject as RFC 2047, the text once plain and
 * once as HTML. */
static GBytes *
freeze (RelanceMessage *message, GError **error)
{
  g_autoptr (GMimeMessage) mail = NULL;
  g_autoptr (GMimeMultipart) body = NULL;

  init_gmime ();
  mail = g_mime_message_new (TRUE);
  if (!add_headers (mail, message, error))
    return NULL;

  body = g_mime_multipart_new_with_subtype ("alternative");
  add_part (body, "plain", message->text);
  add_part (body, "html", message->html);
  set_body (mail, body, message->files);

  return write_mail (mail);
}

static char *
normalize_base_url (const char *given, GError **error)
{
  if (given == NULL || *given == '\0')
    return g_strdup ("");
  if (!g_utf8_validate (given, -1, NULL))
    {
      g_set_error_literal (error, RELANCE_MAIL_ERROR, RELANCE_MAIL_ERROR_BASE_URL,
                           "not the name of a folder");
      return NULL;
    }

  return g_canonicalize_filename (given, NULL);
}

/* Letters, digits and dashes only: a name from outside must not lead anywhere else. */
static void
append_word (GString *name, const char *text)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  gsize start = name->len;

  for (const char *c = ascii; *c != '\0' && name->len - start < WORD_MAX_BYTES; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (name, *c);
    else if (name->len > start && name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  while (name->len > start && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  if (name->len > start)
    g_string_append_c (name, '-');
}

/**
 * relance_folder_dup_file_name:
 *
 * The same name at every try, wherever the computer has travelled meanwhile: so that
 * a file is never written twice and always found again.
 *
 * Returns: (transfer full): date in UTC, client, invoice and id in plain ASCII, with ".eml"
 */
char *
relance_folder_dup_file_name (RelanceMessage *message)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (message->approved_at);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d-");
  GString *name = g_string_new (day);

  append_word (name, message->client_name);
  if (message->debts->len > 0)
    append_word (name, g_array_index (message->debts, RelanceMessageDebt, 0).number);
  g_string_append (name, message->id);
  g_string_append (name, ".eml");

  return g_string_free_and_steal (name);
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          data += n;
          size -= n;
        }
    }

  return fsync (fd) == 0;
}

static gboolean
write_file (const char *path, GBytes *bytes)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  gboolean written;
  int reason;

  if (fd < 0)
    return FALSE;

  written = write_all (fd, bytes);
  reason = errno;
  if (close (fd) != 0 && written)
    return FALSE;
  errno = reason;

  return written;
}

/* Never over a file that is there. Not every file system can promise that in one step; the name
 * is ours alone then, for it holds the message's id. */
static gboolean
rename_without_replacing (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0 || errno == EEXIST)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;

  return access (to, F_OK) == 0 || rename (from, to) == 0;
}

/* Some file systems, of a network above all, keep folders in a way that has nothing to sync. */
static gboolean
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean synced;

  if (fd < 0)
    return FALSE;

  synced = fsync (fd) == 0 || errno == EINVAL;
  close (fd);

  return synced;
}

static RelanceOutcome *
fail (void)
{
  RelanceOutcome *outcome = relance_outcome_new (RELANCE_OUTCOME_RETRY, "folder");

  outcome->detail = g_strdup (g_strerror (errno));

  return outcome;
}

static RelanceOutcome *
accept (const char *path)
{
  RelanceOutcome *outcome = relance_outcome_new (RELANCE_OUTCOME_ACCEPTED, "saved-as-file");

  outcome->phase = RELANCE_HTTP_COMPLETE;
  outcome->reference = g_canonicalize_filename (path, NULL);

  return outcome;
}

/**
 * relance_folder_write:
 * @folder: where; made when it is not there
 * @name: from relance_folder_dup_file_name()
 * @bytes: a frozen mail
 *
 * Once it is accepted, the file is whole and stays through a loss of power.
 *
 * Returns: (transfer full): accepted, its reference the absolute path; or a retry
 */
RelanceOutcome *
relance_folder_write (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *temporary = g_strconcat (path, ".part", NULL);
  gboolean written;
  int reason;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail ();

  written = write_file (temporary, bytes) && rename_without_replacing (temporary, path) &&
            sync_folder (folder);
  reason = errno;
  unlink (temporary);
  errno = reason;

  return written ? accept (path) : fail ();
}

/**
 * relance_folder_look_up:
 *
 * Returns: (transfer full): accepted when the file is there, else absent
 */
RelanceOutcome *
relance_folder_look_up (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (access (path, F_OK) == 0)
    return accept (path);
  if (errno == ENOENT)
    return relance_outcome_new (RELANCE_OUTCOME_ABSENT, "not-found");

  return relance_outcome_new (RELANCE_OUTCOME_UNKNOWN, "look-up-failed");
}

const RelanceProvider relance_folder = {
  .name = "folder",
  .default_base_url = "",
  .absence_is_proof = TRUE,
  .normalize_base_url = normalize_base_url,
  .freeze = freeze,
};
