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
  { "in payment", RELANCE_SAYS_PAID },
  { "en paiement", RELANCE_SAYS_PAID },
  { "deposited", RELANCE_SAYS_PAID },
  { "closed", RELANCE_SAYS_PAID },
  { "cloturee", RELANCE_SAYS_PAID },
  { "brouillon", RELANCE_SAYS_DRAFT },
  { "draft", RELANCE_SAYS_DRAFT },
  { "provisoire", RELANCE_SAYS_DRAFT },
  { "annulee", RELANCE_SAYS_VOID },
  { "annule", RELANCE_SAYS_VOID },
  { "supprimee", RELANCE_SAYS_VOID },
  { "void", RELANCE_SAYS_VOID },
  { "voided", RELANCE_SAYS_VOID },
  { "cancelled", RELANCE_SAYS_VOID },
  { "canceled", RELANCE_SAYS_VOID },
  { "deleted", RELANCE_SAYS_VOID },
  { "abandonnee", RELANCE_SAYS_VOID },
  { "devis", RELANCE_SAYS_QUOTE },
  { "quote", RELANCE_SAYS_QUOTE },
  { "estimate", RELANCE_SAYS_QUOTE },
  { "proposal", RELANCE_SAYS_QUOTE },
  { "proforma", RELANCE_SAYS_QUOTE },
  { "pro forma", RELANCE_SAYS_QUOTE },
  { "facture proforma", RELANCE_SAYS_QUOTE },
  { "bon de commande", RELANCE_SAYS_QUOTE },
  { "avoir", RELANCE_SAYS_CREDIT_NOTE },
  { "credit note", RELANCE_SAYS_CREDIT_NOTE },
  { "credit", RELANCE_SAYS_CREDIT_NOTE },
  { "facture d avoir", RELANCE_SAYS_CREDIT_NOTE },
};

static const Word booleans[] = {
  { "oui", RELANCE_SAYS_PAID },        { "yes", RELANCE_SAYS_PAID },
  { "true", RELANCE_SAYS_PAID },       { "vrai", RELANCE_SAYS_PAID },
  { "x", RELANCE_SAYS_PAID },          { "1", RELANCE_SAYS_PAID },
  { "payee", RELANCE_SAYS_PAID },      { "paye", RELANCE_SAYS_PAID },
  { "paid", RELANCE_SAYS_PAID },       { "non", RELANCE_SAYS_NOT_PAID },
  { "no", RELANCE_SAYS_NOT_PAID },     { "false", RELANCE_SAYS_NOT_PAID },
  { "faux", RELANCE_SAYS_NOT_PAID },   { "0", RELANCE_SAYS_NOT_PAID },
  { "unpaid", RELANCE_SAYS_NOT_PAID }, { "impayee", RELANCE_SAYS_NOT_PAID },
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
