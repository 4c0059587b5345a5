/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fec-accounts.h"

#include "relance-text.h"

#include <string.h>

/* The longest prefix that an account begins with says what it is. */
static const struct
{
  const char *prefix;
  RelanceFecTraits traits;
} accounts[] = {
  { "10", RELANCE_FEC_EQUITY },   { "11", RELANCE_FEC_EQUITY },    { "12", RELANCE_FEC_EQUITY },
  { "108", RELANCE_FEC_SUNDRY }, /* the owner's own: a client may pay there */
  { "411", RELANCE_FEC_CLIENT },  { "413", RELANCE_FEC_CLIENT },   { "416", RELANCE_FEC_CLIENT },
  { "418", RELANCE_FEC_REVENUE }, { "4191", RELANCE_FEC_ADVANCE }, { "4457", RELANCE_FEC_VAT },
  { "4458", RELANCE_FEC_VAT },    { "487", RELANCE_FEC_REVENUE },  { "51", RELANCE_FEC_MONEY },
  { "53", RELANCE_FEC_MONEY },    { "54", RELANCE_FEC_MONEY },     { "58", RELANCE_FEC_MONEY },
  { "6", RELANCE_FEC_RESULT },    { "654", RELANCE_FEC_LOSS },     { "6714", RELANCE_FEC_LOSS },
  { "7", RELANCE_FEC_RESULT },    { "70", RELANCE_FEC_REVENUE },   { "71", RELANCE_FEC_REVENUE },
  { "72", RELANCE_FEC_REVENUE },  { "73", RELANCE_FEC_REVENUE },   { "74", RELANCE_FEC_REVENUE },
  { "75", RELANCE_FEC_REVENUE },  { "758", RELANCE_FEC_RESULT },   { "89", RELANCE_FEC_EQUITY },
};

/* A word that ends with a space is a whole one; the others may go on. */
static const struct
{
  RelanceFecJournalKind kind;
  const char *words[32];
} journal_names[] = {
  { RELANCE_FEC_JOURNAL_OPENING,
    { "a nouveau", "nouveaux ", "anouveau", "ouverture", "balance initiale", "reprise" } },
  { RELANCE_FEC_JOURNAL_UNKNOWN, { "achat", "fournisseur", "salaire", "paie ", "purchase" } },
  { RELANCE_FEC_JOURNAL_SALES,
    { "vente", "factur", "sale ", "sales ", "invoice", "honoraire", "prestation", "recette",
      "chiffre d affaire" } },
  { RELANCE_FEC_JOURNAL_MONEY, { "banque",      "caisse",
                                 "bank",        "cash ",
                                 "tresor",      "encaissement",
                                 "cheque",      "credit ",
                                 "paypal ",     "stripe ",
                                 "sumup ",      "gocardless ",
                                 "cic ",        "bnp ",
                                 "lcl ",        "qonto ",
                                 "shine ",      "societe generale",
                                 "carte ",      "virement",
                                 "ccp ",        "reglement",
                                 "prelevement", "revolut ",
                                 "hsbc ",       "boursobank",
                                 "bred ",       "effets a recevoir" } },
};

static const struct
{
  RelanceFecJournalKind kind;
  const char *codes[24];
} journal_codes[] = {
  { RELANCE_FEC_JOURNAL_OPENING,
    { "an", "ano", "anou", "anouv", "anx", "aan", "ran", "rano", "ouv", "an1" } },
  { RELANCE_FEC_JOURNAL_SALES,
    { "ve", "vt", "ven", "vte", "vtes", "vent", "vent1", "ve1", "ve2", "vt1", "vt2", "fa", "fac",
      "fact", "fc", "inv", "vf" } },
  { RELANCE_FEC_JOURNAL_MONEY,
    { "bq",  "bq1", "bq2", "bqe", "bnq", "ban", "banq", "bnk", "bk", "bnp", "bp",
      "cic", "ca",  "cai", "cs",  "cm",  "ce",  "lcl",  "sg",  "tr", "tre", "csh1" } },
};

/**
 * relance_fec_account_read:
 * @account: a CompteNum
 *
 * Returns: what it says, 0 when it is no account
 */
RelanceFecTraits
relance_fec_account_read (const char *account)
{
  RelanceFecTraits traits = 0;
  gsize longest = 0;

  if (account[0] < '1' || account[0] > '8')
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      const char *prefix = accounts[i].prefix;
      gsize length = 0;

      if (prefix[0] != account[0])
        continue;
      while (prefix[length] != '\0' && prefix[length] == account[length])
        length++;
      if (prefix[length] == '\0' && length > longest)
        {
          longest = length;
          traits = accounts[i].traits;
        }
    }
  if (longest > 0)
    return traits;

  return account[0] == '8' ? 0 : RELANCE_FEC_SUNDRY;
}

/**
 * relance_fec_account_is_collective:
 * @account: a CompteNum of clients
 *
 * Returns: whether it is an account for several clients, as 411000 and 41110000 are
 */
gboolean
relance_fec_account_is_collective (const char *account)
{
  gsize length = strlen (account);

  while (length > 3 && account[length - 1] == '0')
    length--;

  return length <= 3 || (length == 4 && g_ascii_isdigit (account[3]));
}

/**
 * relance_fec_account_is_unnamed:
 * @name: the CompteLib of an account of clients
 *
 * Returns: whether it names no client: « Clients », « Clients divers », « Créances clients »
 */
gboolean
relance_fec_account_is_unnamed (const char *name)
{
  static const char *const first_words[] = { "clients",   "creances", "collectif", "comptes",
                                             "customers", "effets",   "usagers" };
  static const char *const whole[] = {
    "", "client", "client divers", "client collectif", "compte client", "compte clients", "customer"
  };
  g_autofree char *folded = relance_text_fold_words (name);
  gsize first = strcspn (folded, " ");

  for (gsize i = 0; i < G_N_ELEMENTS (first_words); i++)
    if (strlen (first_words[i]) == first && strncmp (folded, first_words[i], first) == 0)
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    if (g_str_equal (folded, whole[i]))
      return TRUE;

  return FALSE;
}

static gboolean
holds_word (const char *name, const char *word)
{
  const char *at = name;

  while ((at = strstr (at, word)) != NULL)
    {
      if (at == name || at[-1] == ' ')
        return TRUE;
      at++;
    }

  return FALSE;
}

static RelanceFecJournalKind
read_journal_name (const char *name, gboolean *known)
{
  g_autofree char *folded = relance_text_fold_words (name);
  g_autofree char *words = g_strconcat (folded, " ", NULL);

  *known = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (journal_names); i++)
    for (gsize j = 0;
         j < G_N_ELEMENTS (journal_names[i].words) && journal_names[i].words[j] != NULL; j++)
      if (holds_word (words, journal_names[i].words[j]))
        return journal_names[i].kind;
  *known = FALSE;

  return RELANCE_FEC_JOURNAL_UNKNOWN;
}

/**
 * relance_fec_journal_read:
 * @code: a JournalCode
 * @name: its JournalLib
 *
 * Neither is regulated: these are the words that French accountants use.
 *
 * Returns: what the journal is kept for
 */
RelanceFecJournalKind
relance_fec_journal_read (const char *code, const char *name)
{
  g_autofree char *folded = NULL;
  gboolean known;
  RelanceFecJournalKind kind = read_journal_name (name, &known);

  if (known)
    return kind;

  folded = relance_text_fold_words (code);
  for (gsize i = 0; i < G_N_ELEMENTS (journal_codes); i++)
    for (gsize j = 0;
         j < G_N_ELEMENTS (journal_codes[i].codes) && journal_codes[i].codes[j] != NULL; j++)
      if (g_str_equal (folded, journal_codes[i].codes[j]))
        return journal_codes[i].kind;

  return RELANCE_FEC_JOURNAL_UNKNOWN;
}
