/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-letter-notes.h"

G_BEGIN_DECLS

/**
 * RelanceLetterTrialRequest:
 * @name: the letter that the words are for
 * @text: the words, with their variables
 * @client_id: whose facts to fill in, or 0 for those of a sample client
 * @several: whether the sample client has several invoices
 */
typedef struct
{
  char     *name;
  char     *text;
  gint64    client_id;
  gboolean  several;
} RelanceLetterTrialRequest;

/**
 * RelanceLetterTrial:
 * @notes: (element-type RelanceLetterNote): what is wrong with the words; if anything is, nothing
 *   but @text is known
 * @text: (nullable): the letter, filled; %NULL when it cannot be
 * @sms: (nullable): %NULL when the letter has none
 * @sms_units, @sms_room, @sms_parts: how long it is, of how much, in how many messages
 * @is_sample: whether the facts are those of a sample, because the client has none of this kind
 *
 * What would become of a letter that is being written.
 */
typedef struct
{
  GPtrArray *notes;
  char      *subject;
  char      *sms;
  char      *text;
  guint      sms_units;
  guint      sms_room;
  guint      sms_parts;
  gboolean   is_sample;
} RelanceLetterTrial;

RelanceLetterTrialRequest *relance_letter_trial_request_new  (const char                       *name,
                                                              const char                       *text);
void                       relance_letter_trial_request_free (RelanceLetterTrialRequest        *self);
RelanceLetterTrial        *relance_letter_trial_run          (RelanceBook                      *book,
                                                              const RelanceLetterTrialRequest  *request,
                                                              GError                          **error);
void                       relance_letter_trial_free         (RelanceLetterTrial               *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceLetterTrialRequest, relance_letter_trial_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceLetterTrial, relance_letter_trial_free)

G_END_DECLS
