/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-outbox-private.h"

#include "relance-documents.h"
#include "relance-store-accounts.h"
#include "relance-store-messages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
block (GError **error, const char *sentence)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED, sentence);
  return FALSE;
}

static char *
join_stops (GPtrArray *stops)
{
  GString *sentences = g_string_new (NULL);

  for (guint i = 0; i < stops->len; i++)
    {
      const RelanceGuardNote *note = g_ptr_array_index (stops, i);

      g_string_append_printf (sentences, "%s%s", i > 0 ? " " : "", note->text);
    }

  return g_string_free_and_steal (sentences);
}

static gboolean
asks_for (const RelanceDraft *draft, gint64 invoice_id)
{
  for (guint i = 0; i < draft->debts->len; i++)
    if (g_array_index (draft->debts, RelanceMessageDebt, i).invoice_id == invoice_id)
      return TRUE;

  return FALSE;
}

static gboolean
has_file (const RelanceDraft *draft, gint64 id)
{
  for (guint i = 0; i < draft->attachments->len; i++)
    if (((const RelanceDocument *) draft->attachments->pdata[i])->id == id)
      return TRUE;

  return FALSE;
}

/* The letter may say that it goes with it. */
static gboolean
is_file_gone (const RelanceDraft *draft, GPtrArray *seen)
{
  for (guint i = 0; i < seen->len; i++)
    {
      const RelanceDocument *document = g_ptr_array_index (seen, i);

      if (asks_for (draft, document->invoice_id) && !has_file (draft, document->id))
        return TRUE;
    }

  return FALSE;
}

/* The book is asked again: what the window showed may be an hour old.
 * @seen: the files that went with it then */
static gboolean
check_draft (RelanceBook *book, RelanceDraft *draft, GPtrArray *seen, GError **error)
{
  g_autofree char *sentences = NULL;
  gboolean pending;

  if (!relance_reminders_read_again (book, draft, error) ||
      !relance_store_has_pending (relance_book_get_store (book), draft->client_id, &pending, error))
    return FALSE;
  if (pending)
    return block (error, _ ("A message to this client is already on its way."));
  if (draft->stops->len > 0)
    {
      sentences = join_stops (draft->stops);
      return block (error, sentences);
    }
  if (is_file_gone (draft, seen))
    return block (error, _ ("A file that was to go with this message is gone. Look at the letter "
                            "again before it leaves."));
  if (draft->debts->len == 0)
    return block (error, _ ("Nothing that this message asks for is owed any more."));
  if (draft->from == NULL || draft->to == NULL)
    return block (error, _ ("A message needs an address to write from and one to write to."));

  return TRUE;
}

/* @account: (out) (nullable): %NULL for the folder beside the book */
static gboolean
choose_account (RelanceBook *book,
                const RelanceDraft *draft,
                RelanceAccount **account,
                GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (GPtrArray) accounts = NULL;

  *account = NULL;
  if (draft->account_id != NULL)
    return relance_store_get_account (store, draft->account_id, account, error);

  accounts = relance_store_list_accounts (store, error);
  if (accounts == NULL)
    return FALSE;
  if (accounts->len > 0)
    *account = g_object_ref (g_ptr_array_index (accounts, 0));

  return TRUE;
}

static void
copy_debts (RelanceMessage *message, const RelanceDraft *draft)
{
  for (guint i = 0; i < draft->debts->len; i++)
    {
      RelanceMessageDebt debt = g_array_index (draft->debts, RelanceMessageDebt, i);

      debt.number = g_strdup (debt.number);
      g_array_append_val (message->debts, debt);
    }
}

static RelanceMessage *
build_message (RelanceBook *book, const RelanceDraft *draft, RelanceAccount *account)
{
  RelanceMessage *message = relance_message_new ();

  message->id = g_uuid_string_random ();
  message->message_id = g_strdup_printf ("<%s@%s>", message->id, strchr (draft->from, '@') + 1);
  message->client_id = draft->client_id;
  message->client_name = g_strdup (draft->client_name);
  message->to = g_strdup (draft->to);
  message->to_name = g_strdup (draft->to_name != NULL ? draft->to_name : "");
  message->from = g_strdup (draft->from);
  message->from_name = g_strdup (draft->from_name != NULL ? draft->from_name : "");
  message->reply_to = g_strdup (draft->reply_to);
  message->subject = g_strdup (draft->subject);
  message->text = g_strdup (draft->text);
  message->html = relance_draft_to_html (draft);
  message->stage = draft->stage;
  message->tone = draft->tone;
  message->address = draft->address;
  message->language = draft->language;
  message->provider = g_strdup (account != NULL ? account->provider : "folder");
  message->account_id = account != NULL ? g_strdup (account->id) : NULL;
  message->approved_at = relance_book_get_now (book);
  copy_debts (message, draft);

  return message;
}

static gboolean
add_files (RelanceBook *book, RelanceMessage *message, const RelanceDraft *draft, GError **error)
{
  for (guint i = 0; i < draft->attachments->len; i++)
    {
      const RelanceDocument *document = g_ptr_array_index (draft->attachments, i);
      RelanceMessageFile file = { .content = relance_documents_read (book, document->id, error) };

      if (file.content == NULL)
        return FALSE;
      file.name = g_strdup (document->name);
      file.media_type = g_strdup (document->media_type);
      g_array_append_val (message->files, file);
    }
  return TRUE;
}

static gboolean
set_moment (RelanceBook *book, RelanceMessage *message, int delay, GError **error)
{
  gint64 wanted = message->approved_at + delay;
  const char *reason;

  message->not_before = relance_outbox_next_opening (book, message, wanted, &reason, error);
  if (message->not_before < 0)
    return FALSE;
  message->reason = g_strdup (reason);

  return TRUE;
}

/* The bytes that leave are made here and never again. */
static gboolean
freeze_request (RelanceMessage *message, GError **error)
{
  const RelanceProvider *provider = relance_provider_find (message->provider);

  if (provider == NULL)
    return block (error, _ ("Its mail account is of a kind that this Relance does not know."));

  message->request = provider->freeze (message, NULL);
  if (message->request == NULL)
    return block (error, _ ("A name, an address or the subject holds a character that no mail may "
                            "hold. Correct it and approve again."));

  return TRUE;
}

static gboolean
approve_draft (RelanceBook *book,
               RelanceDraft *draft,
               GPtrArray *seen,
               int delay,
               RelanceMessage **message,
               GError **error)
{
  g_autoptr (RelanceAccount) account = NULL;

  if (!check_draft (book, draft, seen, error) || !choose_account (book, draft, &account, error))
    return FALSE;

  *message = build_message (book, draft, account);

  return set_moment (book, *message, delay, error) && add_files (book, *message, draft, error) &&
         freeze_request (*message, error) &&
         relance_store_add_message (relance_book_get_store (book), *message, error) &&
         relance_reminders_forget_draft (book, draft->client_id, error);
}

/**
 * relance_outbox_approve:
 * @draft: what the user has read
 * @delay: seconds before it may leave
 * @error: %RELANCE_SERVICE_ERROR_SAMPLE; %RELANCE_SERVICE_ERROR_BLOCKED with the
 *   sentences of the guard and the rules; or one of the store. Nothing is kept then.
 *
 * Freezes a message into the outbox: its text, its exact bytes, and what was due. At
 * night, at the weekend and on a holiday of the client it waits for the next working hour.
 *
 * Returns: (transfer full): the message
 */
RelanceMessage *
relance_outbox_approve (RelanceBook *book, const RelanceDraft *draft, int delay, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceDraft) own_draft = relance_draft_copy (draft);
  g_autoptr (RelanceMessage) message = NULL;
  gboolean done;

  if (relance_book_is_sample (book))
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_SAMPLE,
                           _ ("The sample book never sends. Open your own book to write to real "
                              "people."));
      return NULL;
    }
  if (!relance_store_begin (store, error))
    return NULL;
  done = approve_draft (book, own_draft, draft->attachments, delay, &message, error);
  if (!relance_store_end (store, done, error))
    return NULL;

  return g_steal_pointer (&message);
}
