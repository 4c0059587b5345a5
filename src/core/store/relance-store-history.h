/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-enums.h"
#include "relance-invoice.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceDeed:
 * @what: what was done to the client or the invoice
 * @imported: by an import
 * @undone: what @what had done was taken back
 * @amount: of the payment it is about, in minor units of @currency; 0 when about none
 * @n_invoices: how many invoices of the client it added
 * @kind: of the payment it is about, or 0
 * @number: (nullable): of the credit note it is about
 * @note: (nullable): what was said of the payment; why, for a write-off
 * @part: of the payment, for the invoice
 * @means: of the payment, or the channel of the exchange it is about
 * @stage: of the exchange, or 0
 * @invoice: the one invoice of the client that it is about, while the book has it, or 0
 *
 * A change as the history of a client or of an invoice sees it.
 */
typedef struct
{
  gint64             change;
  gint64             at;
  RelanceChangeKind  what;
  gboolean           imported;
  gboolean           undone;
  char              *detail;
  gint64             amount;
  char               currency[4];
  RelanceDate        date;
  char              *means;
  int                n_invoices;
  RelancePaymentKind kind;
  char              *number;
  char              *note;
  gint64             part;
  gint64             invoice;
  RelanceStage       stage;
} RelanceDeed;

/* A value that a change corrected, as the book stores it; NULL for none. */
typedef struct
{
  char *field;
  char *before;
  char *after;
} RelanceCorrection;

/* What became of a message. @at: UTC seconds, when it left or else was approved. */
typedef struct
{
  char                *id;
  gint64               at;
  RelanceMessageState  state;
  RelanceStage         stage;
  char                *to;
  char                *reason; /* as RelanceMessage has it, or NULL */
} RelanceMessageLine;

GPtrArray     *relance_store_list_invoice_deeds (RelanceStore      *self,
                                                gint64              invoice_id,
                                                GError            **error);
GPtrArray     *relance_store_list_client_deeds (RelanceStore       *self,
                                                gint64              client_id,
                                                int                 limit,
                                                GError            **error);
GArray        *relance_store_list_schedule     (RelanceStore       *self,
                                                gint64              invoice_id,
                                                gint64              change,
                                                GError            **error);
GPtrArray     *relance_store_list_corrections  (RelanceStore       *self,
                                                gint64              change,
                                                const char         *entity,
                                                gint64              entity_id,
                                                GError            **error);
GPtrArray     *relance_store_list_invoice_lines (RelanceStore      *self,
                                                gint64              invoice_id,
                                                int                 limit,
                                                GError            **error);
GPtrArray     *relance_store_list_client_lines (RelanceStore       *self,
                                                gint64              client_id,
                                                int                 limit,
                                                GError            **error);
void           relance_deed_free               (RelanceDeed        *self);
void           relance_correction_free         (RelanceCorrection  *self);
void           relance_message_line_free       (RelanceMessageLine *self);

G_END_DECLS
