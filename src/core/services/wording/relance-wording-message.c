/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-wording-message.h"

#include "relance-clock.h"
#include "relance-zone-time.h"

#include <glib/gi18n-lib.h>

/* A nick that the book keeps, and its sentence. */
typedef struct
{
  const char *reason;
  const char *sentence;
} Sentence;

static const Sentence waiting[] = {
  { "no-connection", N_ ("The mail provider could not be reached; nothing was sent. It is tried "
                         "again by itself.") },
  { "rate-limit", N_ ("The mail provider asks to wait; nothing was sent. It is tried again by "
                      "itself.") },
  { "folder", N_ ("The file could not be written. Make room or choose another folder; it is tried "
                  "again by itself.") },
  { "keyring", N_ ("The key could not be read from the keyring; nothing was sent. Unlock the "
                   "keyring; it is tried again by itself.") },
  { "account", N_ ("The mail account needs your attention; nothing was sent. Check it in the "
                   "preferences and the message leaves.") },
  { "again", N_ ("You asked to send it again; it leaves with the next ones.") },
};

static const Sentence refused[] = {
  { "rejected", N_ ("The mail provider refused this message; it was not sent. Correct what it says "
                    "and write the reminder again.") },
  { "stale", N_ ("It waited for more than three days and was not sent. Look at it again and send a "
                 "fresh one.") },
  { "account-removed", N_ ("Its mail account was removed, so it was not sent. Write the reminder "
                           "again.") },
};

static const Sentence unknown[] = {
  { "restored",
    N_ ("The book was restored to a day when this had not left yet; it may have left "
        "since. It is not sent again until the mail provider says what became of it.") },
  { "stopped", N_ ("Relance was stopped while it was leaving. It is not sent again until the mail "
                   "provider says what became of it.") },
  { "no-answer", N_ ("The mail provider did not answer. It is not sent again until the provider "
                     "says what became of it.") },
  { "server-error", N_ ("The mail provider failed while taking it. It is not sent again until the "
                        "provider says what became of it.") },
  { "look-up-failed", N_ ("The mail provider could not say what became of it; it is asked again. "
                          "Or look into the provider’s log and say whether it was sent.") },
  { "not-found", N_ ("The mail provider knows nothing of it, but that is no proof. Look into the "
                     "provider’s log and say whether it was sent.") },
  { "account", N_ ("Whether it was sent could not be asked, because the mail account needs your "
                   "attention. Check the account in the preferences.") },
  { "keyring", N_ ("Whether it was sent could not be asked, because the keyring is locked or "
                   "absent. Unlock the keyring and try again.") },
};

static const Sentence withdrawn[] = {
  { "taken-back", N_ ("You took it back before it left; the text is kept as a draft.") },
  { "paid", N_ ("Withdrawn: what it asks for has been paid since.") },
  { "partly-paid", N_ ("Withdrawn: a part of what it asks for has been paid since. Write a fresh "
                       "reminder for the rest.") },
  { "changed", N_ ("Withdrawn: an invoice or the client’s address has changed since. Write a fresh "
                   "reminder.") },
  { "excluded", N_ ("Withdrawn: the client or an invoice is left out of reminders now.") },
  { "removed", N_ ("Withdrawn: the client or an invoice was removed since.") },
  { "in-touch",
    N_ ("Withdrawn: you were in touch with this client yourself since you approved it.") },
  { "user-says-not-sent", N_ ("You said that it was not sent.") },
};

static const Sentence accepted[] = {
  { "saved-as-file",
    N_ ("Saved as a file; open it with your mail program and send it from there.") },
  { "found", N_ ("Its answer was lost, but the mail provider has it.") },
  { "already-accepted", N_ ("Its answer was lost, but the mail provider had taken it.") },
  { "reference-missing", N_ ("The mail provider took it; its answer was cut, so its number is not "
                             "known.") },
  { "user-says-sent", N_ ("You said that it was sent.") },
};

/* What concerns an account, and any message that met it. */
static const Sentence account[] = {
  { "bad-key", N_ ("The mail provider does not accept the key. Copy it again from your account "
                   "there.") },
  { "network-address", N_ ("The mail provider does not accept keys from this computer’s network "
                           "address. Sign in there and switch that protection off, under Security "
                           "› Authorised IPs.") },
  { "no-credits", N_ ("The account has no credit left at the mail provider. Look at your plan "
                      "there.") },
  { "under-validation", N_ ("The mail provider is still looking at your account. Wait for its "
                            "answer, or write to it.") },
  { "forbidden", N_ ("The mail provider does not allow this key to send. Look at its rights "
                     "there.") },
  { "untrusted", N_ ("The certificate of the mail provider’s address is not trusted, so nothing "
                     "was sent to it. Check the address.") },
  { "insecure", N_ ("The address of the mail provider is not https, so nothing was sent to it. "
                    "Check the address.") },
  { "wrong-address", N_ ("There is no mail provider at this address. Check the address.") },
  { "not-a-provider", N_ ("What answers at this address is not the mail provider. Check the "
                          "address.") },
  { "no-connection", N_ ("The mail provider could not be reached. Check the network and try "
                         "again.") },
  { "no-answer", N_ ("The mail provider did not answer. Try again in a moment.") },
  { "server-error", N_ ("The mail provider has a failure of its own. Try again in a moment.") },
  { "rate-limit", N_ ("The mail provider asks to wait. Try again in a moment.") },
  { "rejected", N_ ("The mail provider refused what it was asked.") },
  { "folder", N_ ("The folder cannot be written. Choose another one.") },
};

static const char *
find_sentence (const Sentence *sentences, gsize n, const char *reason)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (sentences[i].reason, reason) == 0)
      return _ (sentences[i].sentence);

  return NULL;
}

static const char *
find_sentence_of_state (RelanceMessageState state, const char *reason)
{
  switch (state)
    {
    case RELANCE_MESSAGE_WAITING:
      return find_sentence (waiting, G_N_ELEMENTS (waiting), reason);
    case RELANCE_MESSAGE_REFUSED:
      return find_sentence (refused, G_N_ELEMENTS (refused), reason);
    case RELANCE_MESSAGE_UNKNOWN:
      return find_sentence (unknown, G_N_ELEMENTS (unknown), reason);
    case RELANCE_MESSAGE_WITHDRAWN:
      return find_sentence (withdrawn, G_N_ELEMENTS (withdrawn), reason);
    case RELANCE_MESSAGE_ACCEPTED:
      return find_sentence (accepted, G_N_ELEMENTS (accepted), reason);
    default:
      return NULL;
    }
}

static char *
add_detail (const char *sentence, const char *detail)
{
  if (detail == NULL || *detail == '\0')
    return g_strdup (sentence);

  /* Translators: a sentence of ours, then the words of the mail provider or of the system. */
  return g_strdup_printf (_ ("%s It says: “%s”"), sentence, detail);
}

static gboolean
is_same_day (GDateTime *here, GDateTime *there)
{
  return g_date_time_get_day_of_year (here) == g_date_time_get_day_of_year (there);
}

/**
 * relance_wording_message_there:
 * @moment: UTC seconds
 *
 * Returns: (transfer full) (nullable): @moment by the clock where the client of @message is, with its
 *   day where that is another one; %NULL where the clock shows the same as here
 */
char *
relance_wording_message_there (RelanceMessage *message, gint64 moment)
{
  g_autoptr (GTimeZone) zone = relance_zone_find (message->time_zone);
  g_autoptr (GDateTime) here = g_date_time_new_from_unix_local (moment);
  g_autoptr (GDateTime) there = g_date_time_to_timezone (here, zone);

  if (g_date_time_get_utc_offset (here) == g_date_time_get_utc_offset (there))
    return NULL;
  if (is_same_day (here, there))
    /* Translators: a time, for g_date_time_format(): 09:00 where the client is */
    return g_date_time_format (there, _ ("%H:%M where the client is"));
  /* Translators: a day and a time, for g_date_time_format(). */
  return g_date_time_format (there, _ ("%A, %H:%M where the client is"));
}

/* Monday 24 November, 15:00 (09:00 where the client is) */
static char *
format_moment (RelanceMessage *message, gint64 moment)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (moment);
  /* Translators: a date and a time, for g_date_time_format(): Monday 24 November, 09:00 */
  g_autofree char *here = g_date_time_format (when, _ ("%A %-d %B, %H:%M"));
  g_autofree char *there = relance_wording_message_there (message, moment);

  if (there == NULL)
    return g_steal_pointer (&here);
  /* Translators: a moment here, then by the clock of the client: “15:00 (09:00 where the client is)”. */
  return g_strdup_printf (C_ ("moment", "%1$s (%2$s)"), here, there);
}

/* @message: one that waits for the hours in which it may leave */
static char *
describe_wait (RelanceMessage *message)
{
  g_autofree char *text = format_moment (message, MAX (message->not_before, message->next_try_at));

  if (g_str_equal (message->reason, "holiday"))
    /* Translators: why a message waits. %s is a day and a time. */
    return g_strdup_printf (_ ("A holiday where the client is: it leaves %s."), text);

  /* Translators: %s is a day and a time. */
  return g_strdup_printf (_ ("It leaves in working hours: %s."), text);
}

/**
 * relance_wording_message_state:
 *
 * Returns: (transfer none): the state in one or two words, in the user's language
 */
const char *
relance_wording_message_state (RelanceMessage *message)
{
  switch (message->state)
    {
    case RELANCE_MESSAGE_APPROVED:
      return C_ ("state of a message", "Approved");
    case RELANCE_MESSAGE_SENDING:
      return C_ ("state of a message", "Leaving");
    case RELANCE_MESSAGE_ACCEPTED:
      return g_strcmp0 (message->reason, "saved-as-file") == 0
               ? C_ ("state of a message", "Saved as a file")
               : C_ ("state of a message", "Sent");
    case RELANCE_MESSAGE_WAITING:
      return C_ ("state of a message", "Waiting");
    case RELANCE_MESSAGE_REFUSED:
      return C_ ("state of a message", "Refused");
    case RELANCE_MESSAGE_UNKNOWN:
      return C_ ("state of a message", "Not known");
    case RELANCE_MESSAGE_WITHDRAWN:
      return C_ ("state of a message", "Withdrawn");
    case RELANCE_MESSAGE_HANDED_OVER:
    default:
      return C_ ("state of a message", "Handed over");
    }
}

/**
 * relance_wording_message_reason:
 *
 * Returns: (transfer full) (nullable): why @message is in its state, in the user's
 *   language: what happened, what was kept, what to do; %NULL when nothing needs to be said
 */
char *
relance_wording_message_reason (RelanceMessage *message)
{
  const char *sentence;

  if ((message->state == RELANCE_MESSAGE_APPROVED || message->state == RELANCE_MESSAGE_WAITING) &&
      (g_strcmp0 (message->reason, "hours") == 0 || g_strcmp0 (message->reason, "holiday") == 0))
    return describe_wait (message);

  sentence = find_sentence_of_state (message->state, message->reason);
  if (sentence != NULL)
    return add_detail (sentence, message->detail);
  if (message->reason == NULL || *message->reason == '\0')
    return NULL;

  return relance_wording_account_problem (message->reason, message->detail);
}

/**
 * relance_wording_account_problem:
 * @reason: of an outcome
 * @detail: (nullable): the provider's own words
 *
 * Returns: (transfer full): what is wrong with an account, in the user's language
 */
char *
relance_wording_account_problem (const char *reason, const char *detail)
{
  const char *sentence = find_sentence (account, G_N_ELEMENTS (account), reason);

  if (sentence == NULL)
    sentence = _ ("The mail provider gave an answer that Relance does not know.");

  return add_detail (sentence, detail);
}
