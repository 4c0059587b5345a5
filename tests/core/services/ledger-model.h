/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"

#include <glib.h>

G_BEGIN_DECLS

/*
 * A plain model of what lowers a debt. Nothing in it is ever edited: each change brings facts and
 * ends others, and a fact holds while the change that brought it stands and none that stands ended
 * it. So an undo is one flag, whatever the order. Ids are those of the book: 1, 2, 3…
 */

typedef struct
{
  gboolean  standing;
  gboolean  is_undo;
} ModelChange;

typedef struct
{
  gint64 client;
  int    number;
  int    currency;
  gint64 total;
  gint64 born;
  gint64 ended;
} ModelInvoice;

typedef struct
{
  gint64 invoice;
  int    due;
  gint64 amount;
  gint64 born; /* 0: with its invoice, and never ended by it */
  gint64 ended;
} ModelInstalment;

typedef struct
{
  gint64 instalment;
  gint64 amount;
} ModelPart;

typedef struct
{
  gint64              client;
  RelancePaymentKind  kind;
  int                 credits; /* of a credit note: the number of an invoice, or 0 */
  int                 currency;
  int                 date;
  gint64              amount;
  GArray             *parts; /* ModelPart */
  gint64              replaces;
  gint64              born;
  gint64              ended;
} ModelPayment;

typedef struct
{
  GArray *changes;
  GArray *invoices;
  GArray *instalments;
  GArray *payments;
} Model;

/* What to allocate: an invoice and an amount. */
typedef struct
{
  gint64 invoice;
  gint64 amount;
} ModelShare;

Model           *model_new             (void);
void             model_free            (Model              *self);
ModelInvoice    *model_invoice         (Model              *self,
                                        gint64              id);
ModelInstalment *model_instalment      (Model              *self,
                                        gint64              id);
ModelPayment    *model_payment         (Model              *self,
                                        gint64              id);
gboolean         model_has_invoice     (Model              *self,
                                        gint64              id);
gboolean         model_has_instalment  (Model              *self,
                                        gint64              id);
gboolean         model_has_payment     (Model              *self,
                                        gint64              id);
gint64           model_balance         (Model              *self,
                                        gint64              invoice);
gint64           model_instalment_balance (Model           *self,
                                        gint64              instalment);
gint64           model_written_off     (Model              *self,
                                        gint64              invoice);
gint64           model_credit          (Model              *self,
                                        gint64              payment);
gboolean         model_is_replaced     (Model              *self,
                                        gint64              invoice);

gint64           model_add_invoice     (Model              *self,
                                        gint64              client,
                                        int                 number,
                                        int                 currency,
                                        gint64              total,
                                        int                 due);
gint64           model_set_instalments (Model              *self,
                                        gint64              invoice,
                                        const int          *dues,
                                        const gint64       *amounts,
                                        int                 n);
gint64           model_receive         (Model              *self,
                                        const ModelPayment *payment,
                                        gint64              invoice,
                                        gboolean            spread);
gint64           model_allocate        (Model              *self,
                                        gint64              payment,
                                        const ModelShare   *shares,
                                        int                 n);
gint64           model_write_off       (Model              *self,
                                        gint64              invoice,
                                        int                 date);
gint64           model_replace         (Model              *self,
                                        gint64              old_invoice,
                                        gint64              new_invoice,
                                        int                 date);
gint64           model_remove_invoice  (Model              *self,
                                        gint64              id);
gint64           model_remove_payment  (Model              *self,
                                        gint64              id);
gboolean         model_undo            (Model              *self,
                                        gint64              change);

G_END_DECLS
