/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-debt.h"
#include "relance-enums.h"

G_BEGIN_DECLS

/**
 * RelanceGuardKind:
 * @RELANCE_GUARD_PLACEHOLDER: something was left to be filled in
 * @RELANCE_GUARD_EMPTY_SUBJECT: there is no subject
 * @RELANCE_GUARD_EMPTY_TEXT: there is no text
 * @RELANCE_GUARD_NO_RECIPIENT: the client has no address
 * @RELANCE_GUARD_NO_SENDER: nobody to send it from
 * @RELANCE_GUARD_SETTLED: nothing is owed any more
 * @RELANCE_GUARD_NUMBER: the number of an invoice is missing, or another one stands there
 * @RELANCE_GUARD_AMOUNT: what is owed is missing, or another amount stands there
 * @RELANCE_GUARD_NO_IBAN: the letter cannot say where to pay
 * @RELANCE_GUARD_EMOJI_IN_FORMAL: an emoji in a formal letter
 * @RELANCE_GUARD_MANY_EMOJI: more than two emoji
 * @RELANCE_GUARD_ADDRESS_MIX: *tu* in a *vous* letter
 * @RELANCE_GUARD_SHOUTING: capitals, or "!!"
 *
 * What the guard finds. Up to @RELANCE_GUARD_AMOUNT it stops a letter, after that it warns.
 */
typedef enum
{
  RELANCE_GUARD_PLACEHOLDER = 1,
  RELANCE_GUARD_EMPTY_SUBJECT,
  RELANCE_GUARD_EMPTY_TEXT,
  RELANCE_GUARD_NO_RECIPIENT,
  RELANCE_GUARD_NO_SENDER,
  RELANCE_GUARD_SETTLED,
  RELANCE_GUARD_NUMBER,
  RELANCE_GUARD_AMOUNT,
  RELANCE_GUARD_NO_IBAN,
  RELANCE_GUARD_EMOJI_IN_FORMAL,
  RELANCE_GUARD_MANY_EMOJI,
  RELANCE_GUARD_ADDRESS_MIX,
  RELANCE_GUARD_SHOUTING,
} RelanceGuardKind;

/* @quote: the very words, or what is missing for a number; %NULL when there are none. */
typedef struct
{
  RelanceGuardKind  kind;
  char             *quote;
} RelanceGuardFinding;

/**
 * RelanceGuardFacts:
 * @to: (nullable): the recipient's address
 * @from: (nullable): the sender's address
 * @debts: (element-type RelanceDebt): what the book says is owed, now
 * @known: names, labels and identifiers of the book: however odd, they are no mistakes
 *
 * A letter as it would leave, and what the book knows about it. Borrowed.
 */
typedef struct
{
  const char         *subject;
  const char         *text;
  const char         *to;
  const char         *from;
  GPtrArray          *debts;
  RelanceTone         tone;
  RelanceAddress      address;
  RelanceLanguage     language;
  gboolean            has_iban;
  const char *const  *known;
} RelanceGuardFacts;

GPtrArray *relance_guard_read     (const RelanceGuardFacts *facts);
gboolean   relance_guard_is_stop  (RelanceGuardKind         kind);

G_END_DECLS
