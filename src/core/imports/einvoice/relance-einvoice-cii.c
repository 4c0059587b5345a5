/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * UN/CEFACT Cross Industry Invoice: Factur-X, ZUGFeRD 2, XRechnung, and ZUGFeRD 1,
 * whose elements have other names and the same order. Numbers such as BT-1 are
 * those of EN 16931-1.
 */

#include "config.h"

#include "relance-einvoice-draft.h"
#include "relance-einvoice-values.h"

#define get relance_einvoice_xml_get
#define find relance_einvoice_xml_find

static xmlNode *
find_either (xmlNode *parent, const char *name, const char *name_in_zugferd_1)
{
  xmlNode *node = find (parent, name);

  return node != NULL ? node : find (parent, name_in_zugferd_1);
}

static const char *
get_either (RelanceEinvoiceXml *xml, xmlNode *node, const char *path, const char *other)
{
  const char *text = get (xml, node, path);

  return text != NULL ? text : get (xml, node, other);
}

/* A date is the text of a child in one of the namespaces of data types, and says its format. */
static RelanceDate
read_date (RelanceEinvoiceXml *xml, xmlNode *parent, RelanceEinvoiceDay day, const char **text)
{
  static const char *const names[] = { "DateTimeString", "DateString", "DateTime", "Date" };
  const char *written = NULL, *format = NULL;

  for (gsize i = 0; parent != NULL && written == NULL && i < G_N_ELEMENTS (names); i++)
    {
      xmlNode *child = find (parent, names[i]);

      written = get (xml, child, "");
      format = relance_einvoice_xml_get_attribute (xml, child, "format");
    }
  if (written == NULL)
    written = get (xml, parent, "");
  if (text != NULL)
    *text = written;

  return relance_einvoice_date_parse (written, format, day);
}

static void
read_document (RelanceEinvoiceXml *xml, xmlNode *invoice, RelanceEinvoiceDraft *draft)
{
  xmlNode *document = find_either (invoice, "ExchangedDocument", "HeaderExchangedDocument");

  draft->number = get (xml, document, "ID");
  draft->type = get (xml, document, "TypeCode");
  draft->issued = read_date (xml, find (document, "IssueDateTime"), RELANCE_EINVOICE_FIRST_DAY,
                             &draft->issued_text);
}

static void
read_ids (RelanceEinvoiceXml *xml, xmlNode *parent, const char *name, RelanceEinvoiceDraft *draft)
{
  for (xmlNode *id = find (parent, name); id != NULL; id = relance_einvoice_xml_find_next (id))
    relance_einvoice_draft_add_id (draft, relance_einvoice_xml_get_attribute (xml, id, "schemeID"),
                                   get (xml, id, ""));
}

static void
read_vat (RelanceEinvoiceXml *xml, xmlNode *buyer, RelanceEinvoiceDraft *draft)
{
  for (xmlNode *tax = find (buyer, "SpecifiedTaxRegistration"); tax != NULL;
       tax = relance_einvoice_xml_find_next (tax))
    {
      xmlNode *id = find (tax, "ID");

      if (draft->vat == NULL &&
          g_strcmp0 (relance_einvoice_xml_get_attribute (xml, id, "schemeID"), "VA") == 0)
        draft->vat = get (xml, id, "");
    }
}

static void
read_address (RelanceEinvoiceXml *xml, xmlNode *address, RelanceEinvoiceDraft *draft)
{
  relance_einvoice_draft_add (draft->street, get (xml, address, "StreetName"));
  relance_einvoice_draft_add (draft->street, get (xml, address, "LineOne"));
  relance_einvoice_draft_add (draft->street, get (xml, address, "LineTwo"));
  relance_einvoice_draft_add (draft->street, get (xml, address, "LineThree"));
  draft->postcode = get (xml, address, "PostcodeCode");
  draft->city = get (xml, address, "CityName");
  draft->country = get (xml, address, "CountryID");
}

static void
read_contact (RelanceEinvoiceXml *xml, xmlNode *buyer, RelanceEinvoiceDraft *draft)
{
  for (xmlNode *uri = find (buyer, "URIUniversalCommunication"); uri != NULL;
       uri = relance_einvoice_xml_find_next (uri))
    relance_einvoice_draft_add (draft->emails, get (xml, uri, "URIID"));
  for (xmlNode *contact = find (buyer, "DefinedTradeContact"); contact != NULL;
       contact = relance_einvoice_xml_find_next (contact))
    relance_einvoice_draft_add (draft->emails,
                                get_either (xml, contact, "EmailURIUniversalCommunication/URIID",
                                            "EmailURIUniversalCommunication/CompleteNumber"));

  draft->contact =
    get_either (xml, buyer, "DefinedTradeContact/PersonName", "DefinedTradeContact/DepartmentName");
  draft->phone =
    get (xml, buyer, "DefinedTradeContact/TelephoneUniversalCommunication/CompleteNumber");
}

static void
read_buyer (RelanceEinvoiceXml *xml, xmlNode *agreement, RelanceEinvoiceDraft *draft)
{
  xmlNode *buyer = find (agreement, "BuyerTradeParty");
  xmlNode *legal = find (buyer, "SpecifiedLegalOrganization");

  read_contact (xml, buyer, draft);
  draft->client = get_either (xml, buyer, "Name", "SpecifiedLegalOrganization/TradingBusinessName");
  if (draft->client == NULL)
    draft->client = draft->contact;
  draft->code = get (xml, buyer, "ID");
  read_ids (xml, legal, "ID", draft);
  read_ids (xml, buyer, "GlobalID", draft);
  read_ids (xml, buyer, "ID", draft);
  read_ids (xml, find (buyer, "URIUniversalCommunication"), "URIID", draft);
  read_vat (xml, buyer, draft);
  read_address (xml, find (buyer, "PostalTradeAddress"), draft);

  draft->order = get_either (xml, agreement, "BuyerOrderReferencedDocument/IssuerAssignedID",
                             "BuyerOrderReferencedDocument/ID");
  if (draft->order == NULL)
    draft->order = get (xml, agreement, "BuyerReference");
}

static void
read_means (RelanceEinvoiceXml *xml, xmlNode *settlement, RelanceEinvoiceDraft *draft)
{
  for (xmlNode *means = find (settlement, "SpecifiedTradeSettlementPaymentMeans"); means != NULL;
       means = relance_einvoice_xml_find_next (means))
    {
      xmlNode *account = find (means, "PayeePartyCreditorFinancialAccount");

      if (draft->means == NULL)
        draft->means = get (xml, means, "TypeCode");
      relance_einvoice_draft_add (draft->accounts, get (xml, account, "IBANID"));
      relance_einvoice_draft_add (draft->accounts, get (xml, account, "ProprietaryID"));
    }
}

static void
read_terms (RelanceEinvoiceXml *xml, xmlNode *settlement, RelanceEinvoiceDraft *draft)
{
  for (xmlNode *terms = find (settlement, "SpecifiedTradePaymentTerms"); terms != NULL;
       terms = relance_einvoice_xml_find_next (terms))
    {
      xmlNode *date = find (terms, "DueDateDateTime");

      for (xmlNode *text = find (terms, "Description"); text != NULL;
           text = relance_einvoice_xml_find_next (text))
        relance_einvoice_draft_add_terms_text (draft, get (xml, text, ""));
      relance_einvoice_draft_add_term (draft,
                                       read_date (xml, date, RELANCE_EINVOICE_LAST_DAY, NULL),
                                       get (xml, terms, "PartialPaymentAmount"), NULL);
    }
}

static void
read_sums (RelanceEinvoiceXml *xml, xmlNode *settlement, RelanceEinvoiceDraft *draft)
{
  xmlNode *sums = find_either (settlement, "SpecifiedTradeSettlementHeaderMonetarySummation",
                               "SpecifiedTradeSettlementMonetarySummation");

  draft->currency = get (xml, settlement, "InvoiceCurrencyCode");
  if (draft->currency == NULL)
    draft->currency =
      relance_einvoice_xml_get_attribute (xml, find (sums, "GrandTotalAmount"), "currencyID");

  draft->grand_total = relance_einvoice_draft_find_amount (draft, xml, sums, "GrandTotalAmount");
  draft->net = relance_einvoice_draft_find_amount (draft, xml, sums, "TaxBasisTotalAmount");
  draft->tax = relance_einvoice_draft_find_amount (draft, xml, sums, "TaxTotalAmount");
  draft->prepaid = relance_einvoice_draft_find_amount (draft, xml, sums, "TotalPrepaidAmount");
  draft->rounding = relance_einvoice_draft_find_amount (draft, xml, sums, "RoundingAmount");
  draft->due_amount = relance_einvoice_draft_find_amount (draft, xml, sums, "DuePayableAmount");
}

/* EXTENDED says when an advance was received; the last one says when all of them were. */
static void
read_advances (RelanceEinvoiceXml *xml, xmlNode *settlement, RelanceEinvoiceDraft *draft)
{
  for (xmlNode *advance = find (settlement, "SpecifiedAdvancePayment"); advance != NULL;
       advance = relance_einvoice_xml_find_next (advance))
    draft->paid_on =
      MAX (draft->paid_on, read_date (xml, find (advance, "FormattedReceivedDateTime"),
                                      RELANCE_EINVOICE_LAST_DAY, NULL));
}

/**
 * relance_einvoice_cii_read:
 * @invoice: the root element of a Cross Industry Invoice of any version
 * @draft: what it says is added here
 */
void
relance_einvoice_cii_read (RelanceEinvoiceXml *xml, xmlNode *invoice, RelanceEinvoiceDraft *draft)
{
  xmlNode *transaction =
    find_either (invoice, "SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction");
  xmlNode *agreement = find_either (transaction, "ApplicableHeaderTradeAgreement",
                                    "ApplicableSupplyChainTradeAgreement");
  xmlNode *settlement = find_either (transaction, "ApplicableHeaderTradeSettlement",
                                     "ApplicableSupplyChainTradeSettlement");

  read_document (xml, invoice, draft);
  read_buyer (xml, agreement, draft);
  read_sums (xml, settlement, draft);
  read_advances (xml, settlement, draft);
  read_terms (xml, settlement, draft);
  read_means (xml, settlement, draft);

  draft->reference = get_either (xml, settlement, "InvoiceReferencedDocument/IssuerAssignedID",
                                 "InvoiceReferencedDocument/ID");
  draft->label =
    get (xml, transaction, "IncludedSupplyChainTradeLineItem/SpecifiedTradeProduct/Name");
  if (draft->label == NULL)
    draft->label = get (xml, agreement, "SpecifiedProcuringProject/Name");
}
