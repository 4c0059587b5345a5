/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import-row.h"
#include "relance-import.h"
#include "relance-store-import.h"

G_BEGIN_DECLS

/**
 * RelancePlannedClient:
 * @id: 0 for one that is to be added
 * @written_id: its id in the book once it is written, 0 before
 *
 * A client that rows of the import are about.
 */
typedef struct
{
  gint64    id;
  gint64    written_id;
  char     *name;
  char     *name_key;
  char     *email;       /* the book's, else the first one that the files give */
  gboolean  email_added; /* the book has the client without an address */
  gboolean  needed;
} RelancePlannedClient;

/* What makes a row that the book has already worth a change. */
typedef enum
{
  RELANCE_PLAN_TOTAL = 1 << 0,
  RELANCE_PLAN_ISSUED = 1 << 1,
  RELANCE_PLAN_DUE = 1 << 2,
  RELANCE_PLAN_LABEL = 1 << 3,
  RELANCE_PLAN_EMAIL = 1 << 4,
  RELANCE_PLAN_PAYMENT = 1 << 5,
  RELANCE_PLAN_EMAIL_KEPT = 1 << 6, /* the file says another address than the book */
  RELANCE_PLAN_PAID_KEPT = 1 << 7,  /* the book has more paid than the file */
} RelancePlanFlags;

#define RELANCE_PLAN_INVOICE \
  (RELANCE_PLAN_TOTAL | RELANCE_PLAN_ISSUED | RELANCE_PLAN_DUE | RELANCE_PLAN_LABEL)

/**
 * RelancePlannedRow:
 * @client: (nullable): %NULL for a row that is refused
 * @file: which of the import's files, from 0
 * @before: the invoice in the book; its id is 0 when it is not there
 * @payment: minor units to record, or 0
 * @reason: (nullable): why it is rejected
 *
 * A row of a file, and what is to become of it.
 */
typedef struct
{
  const RelanceImportRow *row;
  RelancePlannedClient   *client;
  int                     file;
  RelanceImportFate       fate;
  RelancePlanFlags        flags;
  RelanceStoreInvoice     before;
  gint64                  payment;
  RelanceDate             payment_date;
  const char             *reason;
  const char             *reason_value;
} RelancePlannedRow;

void     relance_planned_row_compare (RelancePlannedRow       *self,
                                      RelanceDate              today);
char    *relance_planned_row_dup_note (const RelancePlannedRow *self);

G_END_DECLS
