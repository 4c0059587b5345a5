/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * OASIS UBL 2: Invoice and CreditNote, also as XRechnung and Peppol BIS Billing.
 * Numbers such as BT-1 are those of EN 16931-1.
 */

#include "config.h"

#include "relance-einvoice-draft.h"
#include "relance-einvoice-values.h"

#define get relance_einvoice_xml_get
#define find relance_einvoice_xml_find

static const char *
get_either (RelanceEinvoiceXml *xml, xmlNode *node, const char *path, const char *other)
{
  const char *text = get (xml, node, path);

  return text != NULL ? text : get (xml, node, other);
}

static RelanceDate
read_date (const char *text)
{
  return relance_einvoice_date_parse (text, NULL, RELANCE_EINVOICE_LAST_DAY);
}

static void
read_document (RelanceEinvoiceXml *xml, xmlNode *invoice, RelanceEinvoiceDraft *draft)
{
  draft->number = get (xml, invoice, "ID");
  draft->type = get_either (xml, invoice, "InvoiceTypeCode", "CreditNoteTypeCode");
  draft->issued_text = get (xml, invoice, "IssueDate");
  draft->issued = read_date (draft->issued_text);
  draft->due = read_date (get (xml, invoice, "DueDate"));
  draft->reference = get (xml, invoice, "BillingReference/InvoiceDocumentReference/ID");
  draft->order = get_either (xml, invoice, "OrderReference/ID", "BuyerReference");
}

static void
read_ids (RelanceEinvoiceXml *xml,
          xmlNode *parent,
          const char *group,
          const char *name,
          RelanceEinvoiceDraft *draft)
{
  for (xmlNode *node = find (parent, group); node != NULL;
       node = relance_einvoice_xml_find_next (node))
    {
      xmlNode *id = find (node, name);

      relance_einvoice_draft_add_id (
        draft, relance_einvoice_xml_get_attribute (xml, id, "schemeID"), get (xml, id, ""));
    }
}

/* The buyer's number is the one that no register gave. */
static const char *
find_code (RelanceEinvoiceXml *xml, xmlNode *party)
{
  for (xmlNode *node = find (party, "PartyIdentification"); node != NULL;
       node = relance_einvoice_xml_find_next (node))
    {
      xmlNode *id = find (node, "ID");

      if (relance_einvoice_xml_get_attribute (xml, id, "schemeID") == NULL)
        return get (xml, id, "");
    }

  return NULL;
}

static void
read_vat (RelanceEinvoiceXml *xml, xmlNode *party, RelanceEinvoiceDraft *draft)
{
  for (xmlNode *tax = find (party, "PartyTaxScheme"); tax != NULL;
       tax = relance_einvoice_xml_find_next (tax))
    {
      const char *scheme = get (xml, tax, "TaxScheme/ID");

      if (draft->vat == NULL && (scheme == NULL || g_ascii_strcasecmp (scheme, "VAT") == 0 ||
                                 g_ascii_strcasecmp (scheme, "VA") == 0))
        draft->vat = get (xml, tax, "CompanyID");
    }
}

/* Some national forms keep the number of the house apart. */
static const char *
find_street (RelanceEinvoiceXml *xml, xmlNode *address)
{
  const char *street = get (xml, address, "StreetName");
  const char *house = get (xml, address, "BuildingNumber");
  g_autofree char *joined = NULL;

  if (street == NULL || house == NULL)
    return street;
  joined = g_strdup_printf ("%s %s", street, house);

  return g_string_chunk_insert (xml->texts, joined);
}

static void
read_address (RelanceEinvoiceXml *xml, xmlNode *address, RelanceEinvoiceDraft *draft)
{
  relance_einvoice_draft_add (draft->street, find_street (xml, address));
  relance_einvoice_draft_add (draft->street, get (xml, address, "AdditionalStreetName"));
  relance_einvoice_draft_add (draft->street, get (xml, address, "AddressLine/Line"));
  draft->postcode = get (xml, address, "PostalZone");
  draft->city = get (xml, address, "CityName");
  draft->country = get (xml, address, "Country/IdentificationCode");
}

static void
read_contact (RelanceEinvoiceXml *xml,
              xmlNode *customer,
              xmlNode *party,
              RelanceEinvoiceDraft *draft)
{
  relance_einvoice_draft_add (draft->emails, get (xml, party, "EndpointID"));
  relance_einvoice_draft_add (draft->emails, get (xml, party, "Contact/ElectronicMail"));
  relance_einvoice_draft_add (draft->emails,
                              get (xml, customer, "AccountingContact/ElectronicMail"));
  relance_einvoice_draft_add (draft->emails, get (xml, customer, "BuyerContact/ElectronicMail"));
  draft->contact = get (xml, party, "Contact/Name");
  draft->phone = get (xml, party, "Contact/Telephone");
}

static const char *
find_person (RelanceEinvoiceXml *xml, xmlNode *person)
{
  const char *first = get (xml, person, "FirstName");
  const char *family = get (xml, person, "FamilyName");
  g_autofree char *whole = NULL;

  if (first == NULL || family == NULL)
    return family;
  whole = g_strdup_printf ("%s %s", first, family);

  return g_string_chunk_insert (xml->texts, whole);
}

/* A person who is no company has a name of their own instead of a legal one. */
static const char *
find_client (RelanceEinvoiceXml *xml, xmlNode *party, const RelanceEinvoiceDraft *draft)
{
  const char *name = get_either (xml, party, "PartyLegalEntity/RegistrationName", "PartyName/Name");

  if (name == NULL)
    name = draft->contact;

  return name != NULL ? name : find_person (xml, find (party, "Person"));
}

static void
read_buyer (RelanceEinvoiceXml *xml, xmlNode *invoice, RelanceEinvoiceDraft *draft)
{
  xmlNode *customer = find (invoice, "AccountingCustomerParty");
  xmlNode *party = find (customer, "Party");
  xmlNode *endpoint = find (party, "EndpointID");

  read_contact (xml, customer, party, draft);
  draft->client = find_client (xml, party, draft);
  draft->code = find_code (xml, party);
  read_ids (xml, party, "PartyLegalEntity", "CompanyID", draft);
  read_ids (xml, party, "PartyIdentification", "ID", draft);
  relance_einvoice_draft_add_id (
    draft, relance_einvoice_xml_get_attribute (xml, endpoint, "schemeID"), get (xml, endpoint, ""));
  read_vat (xml, party, draft);
  read_address (xml, find (party, "PostalAddress"), draft);
}

static void
read_sums (RelanceEinvoiceXml *xml, xmlNode *invoice, RelanceEinvoiceDraft *draft)
{
  xmlNode *sums = find (invoice, "LegalMonetaryTotal");
  xmlNode *payable = find (sums, "PayableAmount");

  draft->currency = get (xml, invoice, "DocumentCurrencyCode");
  if (draft->currency == NULL)
    draft->currency = relance_einvoice_xml_get_attribute (xml, payable, "currencyID");

  draft->grand_total = relance_einvoice_draft_find_amount (draft, xml, sums, "TaxInclusiveAmount");
  draft->prepaid = relance_einvoice_draft_find_amount (draft, xml, sums, "PrepaidAmount");
  draft->rounding = relance_einvoice_draft_find_amount (draft, xml, sums, "PayableRoundingAmount");
  draft->due_amount = relance_einvoice_draft_find_amount (draft, xml, sums, "PayableAmount");

  for (xmlNode *node = find (invoice, "PrepaidPayment"); node != NULL;
       node = relance_einvoice_xml_find_next (node))
    draft->paid_on = MAX (draft->paid_on, read_date (get (xml, node, "ReceivedDate")));
}

/* A credit note has no due date but that of its means of payment. */
static void
read_means (RelanceEinvoiceXml *xml, xmlNode *invoice, RelanceEinvoiceDraft *draft)
{
  RelanceDate due = RELANCE_DATE_NONE;

  for (xmlNode *means = find (invoice, "PaymentMeans"); means != NULL;
       means = relance_einvoice_xml_find_next (means))
    {
      if (draft->means == NULL)
        draft->means = get (xml, means, "PaymentMeansCode");
      due = MAX (due, read_date (get (xml, means, "PaymentDueDate")));
      relance_einvoice_draft_add (draft->accounts, get (xml, means, "PayeeFinancialAccount/ID"));
    }
  if (draft->due == RELANCE_DATE_NONE)
    draft->due = due;
}

static void
read_terms (RelanceEinvoiceXml *xml, xmlNode *invoice, RelanceEinvoiceDraft *draft)
{
  for (xmlNode *terms = find (invoice, "PaymentTerms"); terms != NULL;
       terms = relance_einvoice_xml_find_next (terms))
    {
      const char *date = get_either (xml, terms, "InstallmentDueDate", "PaymentDueDate");

      for (xmlNode *note = find (terms, "Note"); note != NULL;
           note = relance_einvoice_xml_find_next (note))
        relance_einvoice_draft_add_terms_text (draft, get (xml, note, ""));
      relance_einvoice_draft_add_term (draft, read_date (date), get (xml, terms, "Amount"),
                                       get (xml, terms, "PaymentPercent"));
    }
}

static const char *
find_label (RelanceEinvoiceXml *xml, xmlNode *invoice)
{
  const char *label =
    get_either (xml, invoice, "InvoiceLine/Item/Name", "CreditNoteLine/Item/Name");

  if (label == NULL)
    label =
      get_either (xml, invoice, "InvoiceLine/Item/Description", "CreditNoteLine/Item/Description");

  return label;
}

/**
 * relance_einvoice_ubl_read:
 * @invoice: an Invoice or a CreditNote element of UBL 2
 * @draft: what it says is added here
 */
void
relance_einvoice_ubl_read (RelanceEinvoiceXml *xml, xmlNode *invoice, RelanceEinvoiceDraft *draft)
{
  draft->credit_note = g_str_equal ((const char *) invoice->name, "CreditNote");
  read_document (xml, invoice, draft);
  read_buyer (xml, invoice, draft);
  read_sums (xml, invoice, draft);
  read_means (xml, invoice, draft);
  read_terms (xml, invoice, draft);
  draft->label = find_label (xml, invoice);
}
