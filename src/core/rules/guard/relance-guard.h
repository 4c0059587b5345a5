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
 * @RELANCE_GUARD_EMOJI_IN_FORMAL: an emoji in a formal letter, or in a firm one
 * @RELANCE_GUARD_MANY_EMOJI: more than two emoji
 * @RELANCE_GUARD_ADDRESS_MIX: *tu* in a *vous* letter, or the reverse
 * @RELANCE_GUARD_SHOUTING: capitals, spaced letters, or "!!"
 * @RELANCE_GUARD_THREAT: a harm announced or hinted
 * @RELANCE_GUARD_INSULT: contempt for the person
 * @RELANCE_GUARD_HUMILIATION: shaming, or telling others
 * @RELANCE_GUARD_FALSE_LEGAL: law said wrongly
 * @RELANCE_GUARD_FEES_TO_CONSUMER: fees or costs asked of a consumer
 * @RELANCE_GUARD_TOO_HARSH: blame, fees or consequences where the letter should be soft
 * @RELANCE_GUARD_PRESSURE: guilt, moral blackmail, insistence
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
  RELANCE_GUARD_THREAT,
  RELANCE_GUARD_INSULT,
  RELANCE_GUARD_HUMILIATION,
  RELANCE_GUARD_FALSE_LEGAL,
  RELANCE_GUARD_FEES_TO_CONSUMER,
  RELANCE_GUARD_TOO_HARSH,
  RELANCE_GUARD_PRESSURE,
} RelanceGuardKind;

/* How firm a letter may be, by its stage. */
typedef enum
{
  RELANCE_FIRMNESS_SOFT = 1, /* courtesy, first, promise, thanks: no blame, no fees */
  RELANCE_FIRMNESS_ASKING,
  RELANCE_FIRMNESS_FIRM,     /* third, formal notice: says the next lawful step */
} RelanceFirmness;

/* Where the words of a finding stand. */
typedef enum
{
  RELANCE_GUARD_NOWHERE,
  RELANCE_GUARD_IN_SUBJECT,
  RELANCE_GUARD_IN_TEXT,
} RelanceGuardPlace;

/* What the suggestion of a finding is good for. */
typedef enum
{
  RELANCE_GUARD_ADVISE,    /* a word of advice to the writer, or nothing */
  RELANCE_GUARD_REPLACE,   /* it can stand in the place of the quote */
  RELANCE_GUARD_LEAVE_OUT, /* it says why the quote is best left out */
} RelanceGuardMend;

/**
 * RelanceGuardFinding:
 * @quote: (nullable): the very words, or what is missing for a number
 * @suggestion: (nullable): kinder words, in the language of the letter
 * @at: the first character of the quote in the subject or the text, counted from 0
 */
typedef struct
{
  RelanceGuardKind   kind;
  char              *quote;
  char              *suggestion;
  RelanceGuardMend   mend;
  RelanceGuardPlace  place;
  int                at;
} RelanceGuardFinding;

/**
 * RelanceGuardFacts:
 * @to: (nullable): the recipient's address
 * @from: (nullable): the sender's address
 * @debts: (element-type RelanceDebt): what the book says is owed, now
 * @kind: of the client, or 0 when it is not known
 * @address: or 0 when it is not known; formal is *vous*
 * @firmness: or 0 when it is not known
 * @asks_nothing: whether it says thanks or how we work: then nothing needs to be owed
 * @sums: (nullable) (element-type RelanceDebtTotal): what else the book says: fees, payments
 * @known: (nullable): names, labels and identifiers of the book: however odd, they are no mistakes
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
  RelanceKind         kind;
  RelanceTone         tone;
  RelanceFirmness     firmness;
  RelanceAddress      address;
  RelanceLanguage     language;
  gboolean            has_iban;
  gboolean            asks_nothing;
  GArray             *sums;
  const char *const  *known;
} RelanceGuardFacts;

GPtrArray       *relance_guard_read         (const RelanceGuardFacts *facts);
GPtrArray       *relance_guard_read_words   (const RelanceGuardFacts *facts);
gboolean         relance_guard_is_stop      (RelanceGuardKind         kind);
gboolean         relance_guard_is_angry     (GPtrArray               *findings);
const char      *relance_guard_kind_word    (RelanceGuardKind         kind);
RelanceFirmness  relance_guard_get_firmness (const char              *stage);

G_END_DECLS
