/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-invoice-words.h"

#include "relance-text.h"

typedef struct
{
  const char *word; /* folded, whole */
  RelanceSaying saying;
} Word;

static const Word statuses[] = {
  { "payee", RELANCE_SAYS_PAID },
  { "paye", RELANCE_SAYS_PAID },
  { "reglee", RELANCE_SAYS_PAID },
  { "regle", RELANCE_SAYS_PAID },
  { "encaissee", RELANCE_SAYS_PAID },
  { "encaisse", RELANCE_SAYS_PAID },
  { "acquittee", RELANCE_SAYS_PAID },
  { "acquitte", RELANCE_SAYS_PAID },
  { "soldee", RELANCE_SAYS_PAID },
  { "solde", RELANCE_SAYS_PAID },
  { "paid", RELANCE_SAYS_PAID },
  { "paid in full", RELANCE_SAYS_PAID },
  { "fully paid", RELANCE_SAYS_PAID },
  { "settled", RELANCE_SAYS_PAID },
  { "cleared", RELANCE_SAYS_PAID },
  { "collected", RELANCE_SAYS_PAID },
  { "paid late", RELANCE_SAYS_PAID },
  { "paid on time", RELANCE_SAYS_PAID },
  { "in payment", RELANCE_SAYS_PAID },
  { "en paiement", RELANCE_SAYS_PAID },
  { "deposited", RELANCE_SAYS_PAID },
  { "closed", RELANCE_SAYS_PAID },
  { "cloturee", RELANCE_SAYS_PAID },
  { "payee le", RELANCE_SAYS_PAID },
  { "paye le", RELANCE_SAYS_PAID },
  { "reglee le", RELANCE_SAYS_PAID },
  { "regle le", RELANCE_SAYS_PAID },
  { "encaissee le", RELANCE_SAYS_PAID },
  { "encaisse le", RELANCE_SAYS_PAID },
  { "acquittee le", RELANCE_SAYS_PAID },
  { "paid on", RELANCE_SAYS_PAID },
  { "bezahlt am", RELANCE_SAYS_PAID },
  { "pagada el", RELANCE_SAYS_PAID },
  { "cobrada el", RELANCE_SAYS_PAID },
  { "pagata il", RELANCE_SAYS_PAID },
  { "pagato il", RELANCE_SAYS_PAID },
  { "betaald op", RELANCE_SAYS_PAID },
  { "bezahlt", RELANCE_SAYS_PAID },
  { "vollstandig bezahlt", RELANCE_SAYS_PAID },
  { "beglichen", RELANCE_SAYS_PAID },
  { "ausgeglichen", RELANCE_SAYS_PAID },
  { "gezahlt", RELANCE_SAYS_PAID },
  { "pagada", RELANCE_SAYS_PAID },
  { "pagado", RELANCE_SAYS_PAID },
  { "cobrada", RELANCE_SAYS_PAID },
  { "cobrado", RELANCE_SAYS_PAID },
  { "pagata", RELANCE_SAYS_PAID },
  { "pagato", RELANCE_SAYS_PAID },
  { "saldata", RELANCE_SAYS_PAID },
  { "saldato", RELANCE_SAYS_PAID },
  { "incassata", RELANCE_SAYS_PAID },
  { "incassato", RELANCE_SAYS_PAID },
  { "betaald", RELANCE_SAYS_PAID },
  { "voldaan", RELANCE_SAYS_PAID },
  { "brouillon", RELANCE_SAYS_DRAFT },
  { "draft", RELANCE_SAYS_DRAFT },
  { "provisoire", RELANCE_SAYS_DRAFT },
  { "entwurf", RELANCE_SAYS_DRAFT },
  { "borrador", RELANCE_SAYS_DRAFT },
  { "bozza", RELANCE_SAYS_DRAFT },
  { "concept", RELANCE_SAYS_DRAFT },
  { "annulee", RELANCE_SAYS_VOID },
  { "annule", RELANCE_SAYS_VOID },
  { "supprimee", RELANCE_SAYS_VOID },
  { "void", RELANCE_SAYS_VOID },
  { "voided", RELANCE_SAYS_VOID },
  { "cancelled", RELANCE_SAYS_VOID },
  { "canceled", RELANCE_SAYS_VOID },
  { "deleted", RELANCE_SAYS_VOID },
  { "abandonnee", RELANCE_SAYS_VOID },
  { "storniert", RELANCE_SAYS_VOID },
  { "annulliert", RELANCE_SAYS_VOID },
  { "geloscht", RELANCE_SAYS_VOID },
  { "anulada", RELANCE_SAYS_VOID },
  { "anulado", RELANCE_SAYS_VOID },
  { "cancelada", RELANCE_SAYS_VOID },
  { "cancelado", RELANCE_SAYS_VOID },
  { "annullata", RELANCE_SAYS_VOID },
  { "annullato", RELANCE_SAYS_VOID },
  { "stornata", RELANCE_SAYS_VOID },
  { "stornato", RELANCE_SAYS_VOID },
  { "geannuleerd", RELANCE_SAYS_VOID },
  { "devis", RELANCE_SAYS_QUOTE },
  { "quote", RELANCE_SAYS_QUOTE },
  { "estimate", RELANCE_SAYS_QUOTE },
  { "proposal", RELANCE_SAYS_QUOTE },
  { "proforma", RELANCE_SAYS_QUOTE },
  { "pro forma", RELANCE_SAYS_QUOTE },
  { "facture proforma", RELANCE_SAYS_QUOTE },
  { "bon de commande", RELANCE_SAYS_QUOTE },
  { "angebot", RELANCE_SAYS_QUOTE },
  { "kostenvoranschlag", RELANCE_SAYS_QUOTE },
  { "proformarechnung", RELANCE_SAYS_QUOTE },
  { "auftragsbestatigung", RELANCE_SAYS_QUOTE },
  { "presupuesto", RELANCE_SAYS_QUOTE },
  { "preventivo", RELANCE_SAYS_QUOTE },
  { "offerte", RELANCE_SAYS_QUOTE },
  { "proforma factuur", RELANCE_SAYS_QUOTE },
  { "factura proforma", RELANCE_SAYS_QUOTE },
  { "fattura proforma", RELANCE_SAYS_QUOTE },
  { "avoir", RELANCE_SAYS_CREDIT_NOTE },
  { "credit note", RELANCE_SAYS_CREDIT_NOTE },
  { "credit", RELANCE_SAYS_CREDIT_NOTE },
  { "facture d avoir", RELANCE_SAYS_CREDIT_NOTE },
  { "gutschrift", RELANCE_SAYS_CREDIT_NOTE },
  { "rechnungskorrektur", RELANCE_SAYS_CREDIT_NOTE },
  { "stornorechnung", RELANCE_SAYS_CREDIT_NOTE },
  { "nota de credito", RELANCE_SAYS_CREDIT_NOTE },
  { "abono", RELANCE_SAYS_CREDIT_NOTE },
  { "factura de abono", RELANCE_SAYS_CREDIT_NOTE },
  { "nota di credito", RELANCE_SAYS_CREDIT_NOTE },
  { "creditnota", RELANCE_SAYS_CREDIT_NOTE },
  { "creditfactuur", RELANCE_SAYS_CREDIT_NOTE },
};

static const Word booleans[] = {
  { "oui", RELANCE_SAYS_PAID },
  { "yes", RELANCE_SAYS_PAID },
  { "true", RELANCE_SAYS_PAID },
  { "vrai", RELANCE_SAYS_PAID },
  { "x", RELANCE_SAYS_PAID },
  { "1", RELANCE_SAYS_PAID },
  { "payee", RELANCE_SAYS_PAID },
  { "paye", RELANCE_SAYS_PAID },
  { "paid", RELANCE_SAYS_PAID },
  { "ja", RELANCE_SAYS_PAID },
  { "wahr", RELANCE_SAYS_PAID },
  { "bezahlt", RELANCE_SAYS_PAID },
  { "si", RELANCE_SAYS_PAID },
  { "verdadero", RELANCE_SAYS_PAID },
  { "pagada", RELANCE_SAYS_PAID },
  { "pagado", RELANCE_SAYS_PAID },
  { "vero", RELANCE_SAYS_PAID },
  { "pagata", RELANCE_SAYS_PAID },
  { "pagato", RELANCE_SAYS_PAID },
  { "waar", RELANCE_SAYS_PAID },
  { "betaald", RELANCE_SAYS_PAID },
  { "non", RELANCE_SAYS_NOT_PAID },
  { "no", RELANCE_SAYS_NOT_PAID },
  { "false", RELANCE_SAYS_NOT_PAID },
  { "faux", RELANCE_SAYS_NOT_PAID },
  { "0", RELANCE_SAYS_NOT_PAID },
  { "unpaid", RELANCE_SAYS_NOT_PAID },
  { "impayee", RELANCE_SAYS_NOT_PAID },
  { "nein", RELANCE_SAYS_NOT_PAID },
  { "falsch", RELANCE_SAYS_NOT_PAID },
  { "offen", RELANCE_SAYS_NOT_PAID },
  { "unbezahlt", RELANCE_SAYS_NOT_PAID },
  { "falso", RELANCE_SAYS_NOT_PAID },
  { "pendiente", RELANCE_SAYS_NOT_PAID },
  { "nee", RELANCE_SAYS_NOT_PAID },
  { "onwaar", RELANCE_SAYS_NOT_PAID },
  { "openstaand", RELANCE_SAYS_NOT_PAID },
  { "nicht bezahlt", RELANCE_SAYS_NOT_PAID },
  { "niet betaald", RELANCE_SAYS_NOT_PAID },
};

static RelanceSaying
find_word (const Word *words, gsize n_words, const char *text)
{
  g_autofree char *folded = relance_text_fold_words (text);

  for (gsize i = 0; i < n_words; i++)
    if (g_str_equal (words[i].word, folded))
      return words[i].saying;

  return RELANCE_SAYS_NOTHING;
}

/**
 * relance_status_read:
 * @text: a cell of a status or a type column
 *
 * Only whole words count: "partially paid" and "not paid" are not "paid".
 */
RelanceSaying
relance_status_read (const char *text)
{
  return find_word (statuses, G_N_ELEMENTS (statuses), text);
}

/**
 * relance_boolean_read:
 * @text: a cell of a column that says whether an invoice is paid
 */
RelanceSaying
relance_boolean_read (const char *text)
{
  return find_word (booleans, G_N_ELEMENTS (booleans), text);
}
