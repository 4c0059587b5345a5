/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-einvoice.h"

#include "relance-einvoice-draft.h"
#include "relance-einvoice-encoding.h"
#include "relance-einvoice-row.h"
#include "relance-einvoice-xml.h"
#include "relance-import-error.h"

#define UBL "urn:oasis:names:specification:ubl:schema:xsd:"
#define CEFACT "urn:un:unece:uncefact:data:"
#define ENVELOPE "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"

typedef void (*ReadFunc) (RelanceEinvoiceXml *xml, xmlNode *invoice, RelanceEinvoiceDraft *draft);

/* The roots that are known. Without a reader, a document that is not to be paid. */
static const struct
{
  const char *name;
  const char *namespace_start;
  const char *format;
  ReadFunc read;
} roots[] = {
  { "CrossIndustryInvoice", CEFACT, "cii", relance_einvoice_cii_read },
  { "CrossIndustryDocument", "urn:ferd:CrossIndustryDocument:", "cii", relance_einvoice_cii_read },
  { "Invoice", UBL "Invoice-2", "ubl", relance_einvoice_ubl_read },
  { "CreditNote", UBL "CreditNote-2", "ubl", relance_einvoice_ubl_read },
  { "SCRDMCCBDACIOMessageStructure", CEFACT, NULL, NULL },
  { "SCRDMCCBDACIORMessageStructure", CEFACT, NULL, NULL },
  { "SCRDMCCBDACIOCMessageStructure", CEFACT, NULL, NULL },
  { "SCRDMCCBDACIDAMessageStructure", CEFACT, NULL, NULL },
  { "CrossIndustryOrder", CEFACT, NULL, NULL },
  { "Order", UBL, NULL, NULL },
  { "OrderResponse", UBL, NULL, NULL },
  { "OrderResponseSimple", UBL, NULL, NULL },
  { "OrderChange", UBL, NULL, NULL },
  { "Quotation", UBL, NULL, NULL },
  { "DespatchAdvice", UBL, NULL, NULL },
};

static int
find_kind (xmlNode *root)
{
  const char *uri = relance_einvoice_xml_get_namespace (root);

  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++)
    if (g_str_equal ((const char *) root->name, roots[i].name) &&
        g_str_has_prefix (uri, roots[i].namespace_start))
      return (int) i;

  return -1;
}

/* Peppol's access points put the invoice in an envelope, beside its header. */
static xmlNode *
open_envelope (xmlNode *root)
{
  if (!g_str_equal ((const char *) root->name, "StandardBusinessDocument") ||
      !g_str_equal (relance_einvoice_xml_get_namespace (root), ENVELOPE))
    return root;

  for (xmlNode *child = root->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && find_kind (child) >= 0)
      return child;

  return root;
}

/**
 * relance_einvoice_is_xml:
 * @bytes: a file
 *
 * Returns: whether it begins as XML does, in any encoding that is read
 */
gboolean
relance_einvoice_is_xml (GBytes *bytes)
{
  return relance_einvoice_encoding_is_xml (bytes);
}

/**
 * relance_einvoice_read:
 * @bytes: an XML file that anybody may have made
 * @error: %RELANCE_IMPORT_ERROR_EMPTY, BROKEN, OVERSIZED, DOCTYPE, NOT_AN_INVOICE, ORDER,
 *   INCOMPLETE or VALUE, or that it was cancelled
 *
 * Reads a Cross Industry Invoice (Factur-X, ZUGFeRD 1 and 2, XRechnung) or a UBL 2
 * invoice or credit note, of any profile: what is there is read, and nothing is
 * guessed that is not.
 *
 * Returns: (transfer full): a table "cii" or "ubl" with one row
 */
RelanceImportTable *
relance_einvoice_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (RelanceEinvoiceXml) xml = relance_einvoice_xml_parse (bytes, cancellable, error);
  g_autoptr (RelanceEinvoiceDraft) draft = NULL;
  g_autoptr (RelanceImportTable) table = NULL;
  xmlNode *root;
  int kind;

  if (xml == NULL)
    return NULL;

  root = open_envelope (xmlDocGetRootElement (xml->document));
  kind = find_kind (root);
  if (kind < 0 || roots[kind].read == NULL)
    {
      g_set_error_literal (error, RELANCE_IMPORT_ERROR,
                           kind < 0 ? RELANCE_IMPORT_ERROR_NOT_AN_INVOICE
                                    : RELANCE_IMPORT_ERROR_ORDER,
                           (const char *) root->name);
      return NULL;
    }

  draft = relance_einvoice_draft_new ();
  roots[kind].read (xml, root, draft);
  table = relance_import_table_new (roots[kind].format);

  return relance_einvoice_row_add (draft, table, error) ? g_steal_pointer (&table) : NULL;
}
