/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-enums.h"

G_BEGIN_DECLS

/* Somebody who sits down once a week has seen the bank within that time. */
#define RELANCE_SELF_CHECK_FRESH_DAYS 7

/**
 * RelanceSelfCheckKind:
 * @RELANCE_SELF_CHECK_PAYMENTS: it is long since anything that was paid came into the book
 * @RELANCE_SELF_CHECK_CREDIT: money of this client counts towards nothing yet
 * @RELANCE_SELF_CHECK_LAST_MESSAGE: the last message to this client may not have arrived
 * @RELANCE_SELF_CHECK_ADDRESS: there is none to write to
 * @RELANCE_SELF_CHECK_DOCUMENT: as far as the book knows an invoice was never sent
 *
 * What may be wrong on our own side before a client is asked for anything.
 */
typedef enum
{
  RELANCE_SELF_CHECK_PAYMENTS = 1,
  RELANCE_SELF_CHECK_CREDIT,
  RELANCE_SELF_CHECK_LAST_MESSAGE,
  RELANCE_SELF_CHECK_ADDRESS,
  RELANCE_SELF_CHECK_DOCUMENT,
} RelanceSelfCheckKind;

/**
 * RelanceSelfCheckFacts:
 * @last_entry: when a payment was last entered, or anything imported; %RELANCE_DATE_NONE for never
 * @has_address: whether there is one to write to
 * @last_message: the state of the last message to the client; 0 when there is none
 * @is_address_new: whether that message went to another address
 * @n_credits: how many payments and credit notes of the client count towards nothing yet
 * @n_unseen: how many invoices nobody was written to about and of which the book has no document,
 *   where it keeps those of others
 */
typedef struct
{
  RelanceDate         today;
  RelanceDate         last_entry;
  gboolean            has_address;
  RelanceMessageState last_message;
  gboolean            is_address_new;
  guint               n_credits;
  guint               n_unseen;
} RelanceSelfCheckFacts;

GArray     *relance_self_check           (const RelanceSelfCheckFacts  *facts);
const char *relance_self_check_kind_word (RelanceSelfCheckKind          kind);

G_END_DECLS
