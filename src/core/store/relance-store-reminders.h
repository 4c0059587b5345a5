/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enum-types.h"
#include "relance-enums.h"
#include "relance-store.h"

G_BEGIN_DECLS

/* An instalment that is not settled, with its invoice; amounts in minor units. */
typedef struct
{
  gint64       client_id;
  gint64       invoice_id;
  gint64       instalment_id;
  char        *number;
  char        *label;     /* or NULL */
  char         currency[4];
  RelanceDate  issued;
  gint64       total;
  RelanceDate  due;
  gint64       amount;
  gint64       balance;
  char        *excluded;       /* why no reminder is to speak of the invoice, or NULL */
  RelanceDate  excluded_until; /* the last day, or RELANCE_DATE_NONE */
  int          means;          /* UNTDID 4461, or 0 */
} RelanceStoredDebt;

/* What came in one payment for what was asked for. */
typedef struct
{
  gint64       id;
  RelanceDate  date;
  gint64       amount; /* the part of it, in minor units */
  char         currency[4];
  char        *means;
} RelanceStoredPayment;

/* A message that left or may leave. */
typedef struct
{
  gint64               client_id;
  RelanceMessageState  state;
  RelanceStage         stage;
  gint64               at;          /* UTC seconds */
  GArray              *instalments; /* gint64 */
} RelanceStoredContact;

/* What the user typed in a draft. */
typedef struct
{
  gint64           client_id;
  RelanceStage     stage;
  RelanceTone      tone;
  RelanceAddress   address;
  RelanceLanguage  language;
  char            *subject;
  char            *text;
} RelanceStoredDraft;

GPtrArray *relance_store_list_debts    (RelanceStore              *self,
                                        gint64                     client_id,
                                        gint64                     invoice_id,
                                        RelanceDate                before,
                                        GError                   **error);
GPtrArray *relance_store_list_paid     (RelanceStore              *self,
                                        gint64                     payment_id,
                                        gint64                     invoice_id,
                                        GError                   **error);
gboolean   relance_store_get_last_payment (RelanceStore           *self,
                                        gint64                     client_id,
                                        gint64                     invoice_id,
                                        RelanceStoredPayment     **payment,
                                        GError                   **error);
GHashTable *relance_store_list_last_payments (RelanceStore        *self,
                                        gint64                     client_id,
                                        GError                   **error);
GPtrArray *relance_store_list_contacts (RelanceStore              *self,
                                        gint64                     client_id,
                                        GError                   **error);
gboolean   relance_store_get_draft     (RelanceStore              *self,
                                        gint64                     client_id,
                                        RelanceStoredDraft       **draft,
                                        GError                   **error);
gboolean   relance_store_keep_draft    (RelanceStore              *self,
                                        const RelanceStoredDraft  *draft,
                                        gint64                     now,
                                        GError                   **error);
gboolean   relance_store_forget_draft  (RelanceStore              *self,
                                        gint64                     client_id,
                                        GError                   **error);
void       relance_stored_draft_free   (RelanceStoredDraft        *draft);
void       relance_stored_payment_free (RelanceStoredPayment      *payment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceStoredDraft, relance_stored_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceStoredPayment, relance_stored_payment_free)

G_END_DECLS
