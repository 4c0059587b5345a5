/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-import-field.h"

#include "relance-money.h"
#include "relance-text.h"

#include <string.h>

#define HEADER_MAX_BYTES 128

static const char *const field_names[] = {
  [RELANCE_FIELD_IGNORE] = "ignore",   [RELANCE_FIELD_NUMBER] = "number",
  [RELANCE_FIELD_ISSUED] = "issued",   [RELANCE_FIELD_DUE] = "due",
  [RELANCE_FIELD_CLIENT] = "client",   [RELANCE_FIELD_EMAIL] = "email",
  [RELANCE_FIELD_LABEL] = "label",     [RELANCE_FIELD_TOTAL] = "total",
  [RELANCE_FIELD_NET] = "net",         [RELANCE_FIELD_VAT] = "vat",
  [RELANCE_FIELD_PAID] = "paid",       [RELANCE_FIELD_PAID_ON] = "paid_on",
  [RELANCE_FIELD_BALANCE] = "balance", [RELANCE_FIELD_CURRENCY] = "currency",
  [RELANCE_FIELD_STATUS] = "status",   [RELANCE_FIELD_TERMS] = "terms",
};

/* Words that say how a column is written, not what it holds. */
static const char *const passed_over[] = {
  "eur", "euro", "euros", "usd", "gbp", "chf", "cad", "utc", "local", NULL,
};

/*
 * Folded headers without spaces, the surest of each field first: where a file
 * has both "Customer Name" and "Customer", the first is the name. Taken from the
 * exports of the tools people use and from what they write by hand.
 */
static const struct
{
  RelanceImportField field;
  RelanceWordFlags flags;
  const char *words;
} synonyms[] = {
  { RELANCE_FIELD_NUMBER, RELANCE_WORD_FRENCH,
    "numerofacture nfacture nofacture numfacture numerodefacture ndefacture nodefacture "
    "numerodelafacture facturen factureno facturenumero numerodocument numerodedocument "
    "numerodudocument numeropiece numerodepiece numerodelapiece npiece pieceref numero num n "
    "reffacture referencefacture" },
  { RELANCE_FIELD_NUMBER, RELANCE_WORD_ENGLISH,
    "invoicenumber invoiceno invoicenum invoicenr documentnumber documentno docnumber "
    "number no nr" },
  { RELANCE_FIELD_NUMBER, RELANCE_WORD_FRENCH, "facture piece" },
  { RELANCE_FIELD_NUMBER, RELANCE_WORD_ENGLISH, "invoice" },
  { RELANCE_FIELD_NUMBER, 0, "reference ref documentid invoiceid id details" },
  { RELANCE_FIELD_ISSUED, RELANCE_WORD_FRENCH,
    "dateemission datedemission datefacture datedefacture datedelafacture datefacturation "
    "datedefacturation emiseele emisele emission datedocument datepiece "
    "datecreation datedecreation creele" },
  { RELANCE_FIELD_ISSUED, RELANCE_WORD_ENGLISH,
    "invoicedate issuedate dateissued issued issuedon dateofissue documentdate billdate "
    "createddate created invoicebilldate" },
  { RELANCE_FIELD_ISSUED, 0, "date" },
  { RELANCE_FIELD_DUE, RELANCE_WORD_FRENCH,
    "dateecheance datedecheance echeance echeancele datelimite datelimitedepaiement "
    "datelimitepaiement datelimitedereglement datelimitereglement limitedepaiement "
    "datedereglementprevue datereglementprevue datedepaiementprevue apayeravant apayeravantle "
    "apayerle paiementavant" },
  { RELANCE_FIELD_DUE, RELANCE_WORD_ENGLISH,
    "duedate due dueon dueby datedue paymentduedate paymentdue" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_FRENCH,
    "nomclient nomduclient clientnom raisonsociale raisonsocialeclient societe nomsociete "
    "nomdelasociete entreprise tiers nomdutiers nomtiers acheteur destinataire debiteur "
    "nomfacturation nomdefacturation intituletiers intituledutiers intituleclient "
    "partenaire nomdupartenaire nomdaffichagedupartenairedelafacture" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_ENGLISH,
    "clientname customername customerfullname billtoname" },
  { RELANCE_FIELD_CLIENT, 0, "client" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_ENGLISH,
    "customer companyname company organizationname organisationname organization organisation "
    "accountname billto buyer partnername partner invoicepartnerdisplayname name "
    "contactname" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_FRENCH, "nom" },
  { RELANCE_FIELD_EMAIL, RELANCE_WORD_FRENCH,
    "courriel adressemail adresseemail adressecourriel emailclient emailduclient mailclient "
    "courrielclient mel" },
  { RELANCE_FIELD_EMAIL, RELANCE_WORD_ENGLISH,
    "clientemail customeremail emailaddress emailrecipient contactemail billingemail" },
  { RELANCE_FIELD_EMAIL, 0, "email mail" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_FRENCH,
    "montantttc totalttc montanttotalttc ttc prixttc montanttoutestaxes montanttotal netapayer "
    "totalendevisesigne totalsigne" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_ENGLISH,
    "totalamount grandtotal invoicetotal invoiceamount totalinclvat totalincludingvat "
    "totalinctax amountinclvat amountincludingvat amountinctax grossamount gross "
    "totalincurrencysigned totalincurrency totalsigned" },
  { RELANCE_FIELD_TOTAL, 0, "total" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_ENGLISH, "amount" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_FRENCH, "montant montantfacture montantdelafacture" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_ENGLISH | RELANCE_WORD_OF_A_LINE,
    "linetotal itemtotal lineamount" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_FRENCH | RELANCE_WORD_OF_A_LINE,
    "totalligne totaldelaligne montantligne montantdelaligne" },
  { RELANCE_FIELD_NET, RELANCE_WORD_FRENCH,
    "montantht totalht montanttotalht ht montanthorstaxes horstaxes soustotalht soustotal "
    "montantnet montanthorstaxessigne" },
  { RELANCE_FIELD_NET, RELANCE_WORD_ENGLISH,
    "subtotal netamount net amountexclvat totalexclvat amountexcludingvat totalexcludingvat "
    "amountexcltax totalexcltax amountnetoftax untaxedamount untaxedamountsigned" },
  { RELANCE_FIELD_VAT, RELANCE_WORD_FRENCH,
    "montanttva montantdelatva totaltva tva montanttaxes totaltaxes" },
  { RELANCE_FIELD_VAT, RELANCE_WORD_ENGLISH,
    "vatamount vat totalvat taxamount totaltax tax taxes salestax" },
  { RELANCE_FIELD_PAID, RELANCE_WORD_FRENCH,
    "montantpaye montantregle montantencaisse totalpaye totalregle totalencaisse dejapaye "
    "dejaregle paye payee regle reglee encaisse encaissee" },
  { RELANCE_FIELD_PAID, RELANCE_WORD_ENGLISH,
    "amountpaid paidamount amountpaidamount totalpaid paidtodate amountreceived received "
    "invoiceamountpaid paid" },
  { RELANCE_FIELD_PAID_ON, RELANCE_WORD_FRENCH,
    "datepaiement datedepaiement datedupaiement datereglement datedereglement datedureglement "
    "dateencaissement datedencaissement payele payeele reglele regleele encaissele "
    "datedernierpaiement datedernierreglement" },
  { RELANCE_FIELD_PAID_ON, RELANCE_WORD_ENGLISH,
    "paymentdate datepaid paiddate paidon paidat dateofpayment lastpaymentdate" },
  { RELANCE_FIELD_BALANCE, RELANCE_WORD_FRENCH,
    "resteapayer restedu restearegler resteaencaisser restantdu reste soldedu soldeapayer solde "
    "montantdu montantduendevisesigne montantdusigne" },
  { RELANCE_FIELD_BALANCE, RELANCE_WORD_ENGLISH,
    "balancedue balancedueamount openbalance balance amountremaining amountoutstanding "
    "outstandingbalance outstanding remaining amountdue invoiceamountdue "
    "amountdueincurrencysigned amountduesigned" },
  { RELANCE_FIELD_CURRENCY, RELANCE_WORD_FRENCH, "devise codedevise monnaie" },
  { RELANCE_FIELD_CURRENCY, RELANCE_WORD_ENGLISH, "currency currencycode" },
  { RELANCE_FIELD_STATUS, RELANCE_WORD_FRENCH, "statut etat" },
  { RELANCE_FIELD_STATUS, RELANCE_WORD_ENGLISH, "status state" },
  { RELANCE_FIELD_PAYMENT_STATE, RELANCE_WORD_FRENCH,
    "statutpaiement statutdepaiement statutdupaiement etatpaiement etatdepaiement etatdupaiement "
    "statutreglement statutdereglement etatreglement etatdereglement" },
  { RELANCE_FIELD_PAYMENT_STATE, RELANCE_WORD_ENGLISH, "paymentstatus paymentstate" },
  { RELANCE_FIELD_TERMS, RELANCE_WORD_FRENCH,
    "conditionsdepaiement conditionspaiement conditionsdereglement conditionsreglement "
    "delaidepaiement delaipaiement delaidereglement delaireglement delai "
    "conditions" },
  { RELANCE_FIELD_TERMS, RELANCE_WORD_ENGLISH, "paymenttermslabel paymentterms terms" },
  { RELANCE_FIELD_LABEL, RELANCE_WORD_FRENCH,
    "objet intitule libelle prestation projet nomduprojet" },
  { RELANCE_FIELD_LABEL, RELANCE_WORD_ENGLISH, "subject title label memo project projectname" },
  { RELANCE_FIELD_LABEL, 0, "description" },
  { RELANCE_FIELD_LABEL, RELANCE_WORD_ENGLISH | RELANCE_WORD_OF_A_LINE, "itemname item" },
  { RELANCE_FIELD_LABEL, RELANCE_WORD_FRENCH | RELANCE_WORD_OF_A_LINE, "designation article" },
  { RELANCE_FIELD_TYPE, 0,
    "type typededocument typedocument typedepiece documenttype transactiontype" },
  { RELANCE_FIELD_VAT_RATE, RELANCE_WORD_FRENCH, "tauxtva tauxdetva tauxdelatva" },
  { RELANCE_FIELD_VAT_RATE, RELANCE_WORD_ENGLISH, "vatrate taxrate" },
  { RELANCE_FIELD_LINE, RELANCE_WORD_FRENCH | RELANCE_WORD_OF_A_LINE,
    "quantite qte prixunitaire prixunitaireht pu puht" },
  { RELANCE_FIELD_LINE, RELANCE_WORD_ENGLISH | RELANCE_WORD_OF_A_LINE,
    "quantity qty unitprice itemprice itemdescription" },
};

static GHashTable *
index_synonyms (void)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
    {
      g_auto (GStrv) words = g_strsplit (synonyms[i].words, " ", -1);

      for (int j = 0; words[j] != NULL; j++)
        {
          RelanceKnownWord *known = g_new0 (RelanceKnownWord, 1);

          known->word = g_intern_string (words[j]);
          known->field = synonyms[i].field;
          known->flags = synonyms[i].flags;
          known->rank = (int) i * 100 + j;
          g_hash_table_insert (index, (char *) known->word, known);
        }
    }

  return index;
}

/* "TVA %" is a rate, not an amount. */
static void
note_per_cent (const char *header, RelanceKnownWord *known)
{
  if (known->field == RELANCE_FIELD_VAT && strchr (header, '%') != NULL)
    known->field = RELANCE_FIELD_VAT_RATE;
}

/* The words live as long as the program. */
static GHashTable *
get_index (void)
{
  static GHashTable *index;

  if (g_once_init_enter_pointer (&index))
    g_once_init_leave_pointer (&index, index_synonyms ());

  return index;
}

static char *
join_words (char **words)
{
  GString *joined = g_string_new (NULL);

  for (int i = 0; words[i] != NULL; i++)
    if (!g_strv_contains (passed_over, words[i]))
      g_string_append (joined, words[i]);

  return g_string_free_and_steal (joined);
}

/* "Invoice Status" is the status of the invoice, but "Client Number" is no invoice number. */
static gboolean
is_after_its_owner (char **words, RelanceKnownWord *known)
{
  static const char *const documents[] = { "invoice", "facture", "document", NULL };
  static const char *const people[] = { "client", "customer", NULL };
  g_autofree char *rest = words[0] != NULL ? join_words (words + 1) : NULL;
  const RelanceKnownWord *found = rest != NULL ? g_hash_table_lookup (get_index (), rest) : NULL;

  if (found == NULL)
    return FALSE;
  *known = *found;

  return g_strv_contains (documents, words[0]) ||
         (g_strv_contains (people, words[0]) &&
          (found->field == RELANCE_FIELD_CLIENT || found->field == RELANCE_FIELD_EMAIL));
}

/**
 * relance_import_field_from_name:
 * @name: a FIELD word of `--map`
 *
 * Returns: whether there is such a field
 */
gboolean
relance_import_field_from_name (const char *name, RelanceImportField *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (field_names); i++)
    if (g_str_equal (field_names[i], name))
      {
        *field = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * relance_import_field_get_name:
 *
 * Returns: (nullable): the FIELD word of `--map`; %NULL for what nobody maps
 */
const char *
relance_import_field_get_name (RelanceImportField field)
{
  return field < G_N_ELEMENTS (field_names) ? field_names[field] : NULL;
}

/**
 * relance_import_header_fold:
 *
 * Returns: (transfer full): @header as two headers are compared: folded, letters
 *   and digits only, without the words for a currency or a time zone
 */
char *
relance_import_header_fold (const char *header)
{
  g_autofree char *folded = relance_text_fold_words (header);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  return join_words (words);
}

/**
 * relance_import_header_look_up:
 * @header: a cell that may name a column
 * @known: (out caller-allocates): what it names
 *
 * Returns: whether it is one of the words that are known
 */
gboolean
relance_import_header_look_up (const char *header, RelanceKnownWord *known)
{
  g_autofree char *folded = NULL;
  g_autofree char *joined = NULL;
  g_auto (GStrv) words = NULL;
  const RelanceKnownWord *found;

  if (strlen (header) > HEADER_MAX_BYTES)
    return FALSE;

  folded = relance_text_fold_words (header);
  words = g_strsplit (folded, " ", -1);
  joined = join_words (words);
  found = g_hash_table_lookup (get_index (), joined);
  if (found == NULL)
    return is_after_its_owner (words, known);
  *known = *found;
  note_per_cent (header, known);

  return TRUE;
}

/**
 * relance_import_header_currency:
 *
 * Returns: (transfer full) (nullable): the currency that "Montant TTC (EUR)" or
 *   "Total £" names
 */
char *
relance_import_header_currency (const char *header)
{
  static const struct
  {
    const char *text;
    const char *currency;
  } signs[] = { { "€", "EUR" }, { "£", "GBP" }, { "$", "USD" }, { "euro", "EUR" } };
  g_autofree char *folded = relance_text_fold (header);
  g_auto (GStrv) words = g_strsplit_set (header, " ()[]/-_.,:", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (folded, signs[i].text) != NULL)
      return g_strdup (signs[i].currency);
  for (int i = 0; words[i] != NULL; i++)
    if (relance_money_is_currency (words[i]))
      return g_strdup (words[i]);

  return NULL;
}
