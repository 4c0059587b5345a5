/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-einvoice-xml.h"

G_BEGIN_DECLS

/* One payment term: @amount or @percent of the total where it is a part. */
typedef struct
{
  RelanceDate due;
  const char *amount;
  const char *percent;
} RelanceEinvoiceTerm;

/* An identifier and who gave it: "0002" is a SIREN, "VA" a VAT number. */
typedef struct
{
  const char *scheme;
  const char *id;
} RelanceEinvoiceId;

/**
 * RelanceEinvoiceDraft:
 * @credit_note: the document is a credit note whatever its type says
 * @issued_text: the issue date as written
 * @grand_total: with VAT (BT-112); @net and @tax (BT-109, BT-110) where it is missing
 * @due_amount: BT-115
 * @due: the document's own due date (BT-9), or %RELANCE_DATE_NONE
 * @terms: those with a date, else none
 * @terms_text: every description of the terms (BT-20), a line each
 * @emails: in order of preference
 * @accounts: payee accounts that may be an IBAN, in order
 * @buyer: as written
 *
 * What a reader of one syntax found, before anything is checked. Texts belong to
 * the XML tree; %NULL is not said.
 */
typedef struct
{
  gboolean     credit_note;
  const char  *number;
  const char  *type;
  RelanceDate  issued;
  const char  *issued_text;
  const char  *currency;

  const char  *grand_total;
  const char  *net;
  const char  *tax;
  const char  *prepaid;
  const char  *rounding;
  const char  *due_amount;
  RelanceDate  paid_on;

  RelanceDate  due;
  GArray      *terms;      /* of RelanceEinvoiceTerm */
  GString     *terms_text;

  const char  *client;
  GPtrArray   *emails;
  GArray      *legal_ids;  /* of RelanceEinvoiceId */
  const char  *vat;
  GPtrArray   *street;
  const char  *code;
  const char  *postcode;
  const char  *city;
  const char  *country;
  const char  *contact;
  const char  *phone;
  const char  *order;

  const char  *label;
  const char  *reference;
  const char  *means;
  GPtrArray   *accounts;
} RelanceEinvoiceDraft;

RelanceEinvoiceDraft *relance_einvoice_draft_new       (void);
void                  relance_einvoice_draft_free      (RelanceEinvoiceDraft *self);
void                  relance_einvoice_draft_add       (GPtrArray            *texts,
                                                        const char           *text);
void                  relance_einvoice_draft_add_id    (RelanceEinvoiceDraft *self,
                                                        const char           *scheme,
                                                        const char           *id);
void                  relance_einvoice_draft_add_term  (RelanceEinvoiceDraft *self,
                                                        RelanceDate           due,
                                                        const char           *amount,
                                                        const char           *percent);
void                  relance_einvoice_draft_add_terms_text
                                                       (RelanceEinvoiceDraft *self,
                                                        const char           *text);

const char           *relance_einvoice_draft_find_amount
                                                       (RelanceEinvoiceDraft *self,
                                                        RelanceEinvoiceXml   *xml,
                                                        xmlNode              *sums,
                                                        const char           *name);

void                  relance_einvoice_cii_read        (RelanceEinvoiceXml   *xml,
                                                        xmlNode              *invoice,
                                                        RelanceEinvoiceDraft *draft);
void                  relance_einvoice_ubl_read        (RelanceEinvoiceXml   *xml,
                                                        xmlNode              *invoice,
                                                        RelanceEinvoiceDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceEinvoiceDraft, relance_einvoice_draft_free)

G_END_DECLS
