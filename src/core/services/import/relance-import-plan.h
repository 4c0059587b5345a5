/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import-clients.h"
#include "relance-import.h"
#include "relance-store-import.h"

G_BEGIN_DECLS

/* What makes a row that the book has already worth a change, and what is left as the book has it. */
typedef enum
{
  RELANCE_PLAN_TOTAL = 1 << 0,
  RELANCE_PLAN_ISSUED = 1 << 1,
  RELANCE_PLAN_DUE = 1 << 2,
  RELANCE_PLAN_LABEL = 1 << 3,
  RELANCE_PLAN_SOURCE = 1 << 4,
  RELANCE_PLAN_TYPE = 1 << 5,
  RELANCE_PLAN_MEANS = 1 << 6,
  RELANCE_PLAN_REFERENCE = 1 << 7,
  RELANCE_PLAN_CORRECTS = 1 << 8,
  RELANCE_PLAN_INSTALMENTS = 1 << 9,
  RELANCE_PLAN_PAYMENT = 1 << 10,
  RELANCE_PLAN_DOCUMENT = 1 << 11,
  RELANCE_PLAN_EMAIL_KEPT = 1 << 12, /* the file says another address than the book */
  RELANCE_PLAN_PAID_KEPT = 1 << 13,  /* the book has more paid than the file */
  RELANCE_PLAN_SETTLED = 1 << 14,    /* nothing is left of a credit note */
} RelancePlanFlags;

/* What the invoice itself says otherwise. */
#define RELANCE_PLAN_INVOICE \
  (RELANCE_PLAN_TOTAL | RELANCE_PLAN_ISSUED | RELANCE_PLAN_DUE | RELANCE_PLAN_LABEL | \
   RELANCE_PLAN_SOURCE | RELANCE_PLAN_TYPE | RELANCE_PLAN_MEANS | RELANCE_PLAN_REFERENCE | \
   RELANCE_PLAN_CORRECTS)

/* What makes a change of a row. */
#define RELANCE_PLAN_CHANGE \
  (RELANCE_PLAN_INVOICE | RELANCE_PLAN_INSTALMENTS | RELANCE_PLAN_PAYMENT | RELANCE_PLAN_DOCUMENT)

/**
 * RelancePlannedDocument:
 * @path: (nullable): where it is read again when it is written
 * @bytes: (nullable): its content, where it has no path
 * @sha256: of the content
 * @waiting: whether no invoice was in it
 * @known: whether the book keeps it already
 *
 * A PDF to be kept.
 */
typedef struct
{
  char     *path;
  char     *name;
  GBytes   *bytes;
  char     *sha256;
  guint     file;
  gboolean  waiting;
  gboolean  known;
  gboolean  skipped;
} RelancePlannedDocument;

/**
 * RelancePlannedRow:
 * @row: what the file says, or what several files say together
 * @client: (nullable): %NULL for a row that is refused
 * @file: which of the import's files, from 0
 * @ledger: whether it is of an accounting export
 * @skipped: whether somebody chose to leave it out
 * @before: the invoice or credit note in the book; its id is 0 when it is not there
 * @due: when it is due, whoever said so
 * @due_source: (nullable): who did: "explicit", "terms", "client" or "default"
 * @amount: minor units: an invoice's total, or what is left of a credit note
 * @payment: minor units to record, or 0
 * @payment_date: for what the file does not date
 * @document: (nullable): the PDF that it is from
 * @learned: (nullable) (element-type RelanceImportDifference): what its client learns by it
 * @own_iban: the account of the business, compact; "" when not known
 * @usual_terms: taken where neither the file nor the client says any
 * @contact: (nullable): a person whom its client gets by it, owned by the client
 * @reason: (nullable): why it is rejected
 * @written_id: of the invoice or credit note once it is written
 *
 * A row of a file, and what is to become of it.
 */
typedef struct
{
  const RelanceImportRow *row;
  RelancePlannedClient   *client;
  guint                   index;
  guint                   file;
  gboolean                ledger;
  gboolean                skipped;
  RelanceImportFate       fate;
  RelancePlanFlags        flags;
  RelanceStoreInvoice     before;
  RelanceDate             due;
  const char             *due_source;
  gint64                  amount;
  gint64                  payment;
  RelanceDate             payment_date;
  RelancePlannedDocument *document;
  GArray                 *learned;
  RelanceContact         *contact;
  const char             *own_iban;
  const RelanceTerms     *usual_terms;
  const char             *reason;
  const char             *reason_value;
  gint64                  written_id;
} RelancePlannedRow;

gboolean  relance_planned_row_is_note        (const RelancePlannedRow  *self);
gboolean  relance_planned_row_compare        (RelancePlannedRow        *self,
                                              RelanceStore             *store,
                                              RelanceDate               today,
                                              GError                  **error);
gboolean  relance_planned_row_is_assumed     (const RelancePlannedRow  *self);
void      relance_planned_row_assume         (RelancePlannedRow        *self,
                                              RelanceDate               today);
gboolean  relance_planned_row_meet           (RelancePlannedRow        *self,
                                              RelancePlannedRow        *earlier,
                                              RelanceImportRow         *merged);
void      relance_planned_row_list_payments  (const RelancePlannedRow  *self,
                                              GArray                   *payments);
GArray   *relance_planned_row_dup_differences (const RelancePlannedRow *self);
char     *relance_planned_row_dup_note       (const RelancePlannedRow  *self);
void      relance_planned_row_clear          (RelancePlannedRow        *self);

G_END_DECLS
