/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

/* What a row leaves out, and what is taken instead. */
typedef enum
{
  RELANCE_ROW_ISSUED_ASSUMED = 1 << 0, /* no issue date: the due date */
  RELANCE_ROW_DUE_FROM_TERMS = 1 << 1, /* no due date: the issue date and the terms */
  RELANCE_ROW_DUE_ASSUMED = 1 << 2,    /* no due date, no terms: RELANCE_ROW_DEFAULT_DAYS */
  RELANCE_ROW_NET_AMOUNT = 1 << 3,     /* neither a total nor VAT: the net amount */
  RELANCE_ROW_ADDED_UP = 1 << 4,       /* the lines of one invoice */
  RELANCE_ROW_DUE_UNKNOWN = 1 << 5,    /* no due date: the client's terms decide, else the default */
} RelanceRowFlags;

#define RELANCE_ROW_DEFAULT_DAYS 30

/* What a row is about. 0 is an invoice, so that a table of invoices need not say so. */
typedef enum
{
  RELANCE_ROW_INVOICE,
  RELANCE_ROW_CREDIT_NOTE,
  RELANCE_ROW_CORRECTION, /* an invoice in the place of another: @reference */
} RelanceRowKind;

/**
 * RelanceImportPayment:
 * @amount: minor units, of this invoice only
 * @means: (nullable): how it was paid, as the file says
 *
 * Money received for one invoice.
 */
typedef struct
{
  RelanceDate  date;
  gint64       amount;
  const char  *means;
} RelanceImportPayment;

/* A part of an invoice with its own due date. */
typedef struct
{
  RelanceDate due;
  gint64      amount; /* minor units */
} RelanceImportInstalment;

/**
 * RelanceImportBuyer:
 * @code: the client's account in an accounting export, or its number with the seller
 * @contact: the name of a person
 *
 * What a file says of a client beyond its name. Every field may be %NULL.
 */
typedef struct
{
  const char *code;
  const char *street;
  const char *postcode;
  const char *city;
  const char *country; /* ISO 3166-1 alpha-2 */
  const char *siren;   /* compact; a SIRET is given whole */
  const char *vat;     /* compact */
  const char *contact;
  const char *phone;
  const char *order; /* the buyer's order or reference */
} RelanceImportBuyer;

/**
 * RelanceImportRow:
 * @line: where it starts in the file, from 1
 * @reason: (nullable): why the row is refused: an English word, see
 *   services/relance-wording-import.h
 * @reason_value: (nullable): the very text that was refused
 * @client_key: the folded name; within a table one pointer for one client
 * @email: (nullable): exactly one mail address
 * @refused_email: (nullable): what stood for an address and is not exactly one
 * @paid: minor units; 0 when nothing or nothing known
 * @paid_on: %RELANCE_DATE_NONE when not said
 * @total: minor units, never negative: a credit note's too
 * @prepaid: minor units, the part of @paid that the document itself says was paid before
 * @stated_total, @stated_due: what a document itself says in minor units, with its sign and before
 *   any rounding (BT-112, BT-115); 0 in other files, where @total and @paid say it
 * @iban: (nullable): compact and valid: the account to pay to
 * @reference: (nullable): the number of the invoice that it credits or corrects
 * @buyer: (nullable): what else is said of the client
 * @instalments: (nullable): where the file has several; they add up to @total, and @due is the
 *   first of them
 * @payments: (nullable): one by one, where the file knows them; they add up to @paid
 *
 * One invoice or credit note as a file says it. Strings belong to the table that made it.
 */
typedef struct
{
  RelanceRowKind   kind;
  int              type; /* UNTDID 1001: 380, 381…; 0 when the file has none */
  int              line;
  const char      *reason;
  const char      *reason_value;
  const char      *number;
  const char      *client;
  const char      *client_key;
  const char      *email;
  const char      *refused_email;
  const char      *label;
  RelanceDate      issued;
  RelanceDate      due;
  char             currency[4];
  gint64           total;
  gint64           paid;
  RelanceDate      paid_on;
  gint64           prepaid;
  gint64           stated_total;
  gint64           stated_due;
  const char      *iban;
  const char      *reference;

  const RelanceImportBuyer   *buyer;
  const RelanceImportPayment *payments;
  guint                       n_payments;

  const RelanceImportInstalment *instalments;
  guint                          n_instalments;
  int                            means; /* UNTDID 4461: 58 a transfer, 59 a direct debit…; 0 not said */

  RelanceRowFlags  flags;
} RelanceImportRow;

G_END_DECLS
