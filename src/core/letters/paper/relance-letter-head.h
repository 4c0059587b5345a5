/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-letter-paper.h"

G_BEGIN_DECLS

/**
 * RelanceLetterHead:
 * @sender: (array zero-terminated=1): who writes, a line each, the name first; may be empty
 * @recipient: (array zero-terminated=1): to whom, as the post wants it
 * @date: the place and the day
 * @subject: what it is about
 * @lines: (array zero-terminated=1): what the letter says after that
 * @recipient_at_right: where the window of the envelope is
 *
 * What a letter on paper says before its greeting, and what is left to say.
 */
typedef struct
{
  char     **sender;
  char     **recipient;
  char      *date;
  char      *subject;
  char     **lines;
  gboolean   recipient_at_right;
} RelanceLetterHead;

RelanceLetterHead *relance_letter_head_new  (const RelanceLetterSheet *sheet);
void               relance_letter_head_free (RelanceLetterHead        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceLetterHead, relance_letter_head_free)

G_END_DECLS
