/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-einvoice-draft.h"

/* What no document has, and what a hostile one could repeat without end. */
#define MAX_REPEATED 64
#define MAX_TERMS 400
#define MAX_TERMS_TEXT (32 * 1024)

/**
 * relance_einvoice_draft_new:
 *
 * Returns: (transfer full): a draft that says nothing
 */
RelanceEinvoiceDraft *
relance_einvoice_draft_new (void)
{
  RelanceEinvoiceDraft *self = g_new0 (RelanceEinvoiceDraft, 1);

  self->issued = RELANCE_DATE_NONE;
  self->due = RELANCE_DATE_NONE;
  self->paid_on = RELANCE_DATE_NONE;
  self->terms = g_array_new (FALSE, FALSE, sizeof (RelanceEinvoiceTerm));
  self->terms_text = g_string_new (NULL);
  self->emails = g_ptr_array_new ();
  self->legal_ids = g_array_new (FALSE, FALSE, sizeof (RelanceEinvoiceId));
  self->street = g_ptr_array_new ();
  self->accounts = g_ptr_array_new ();

  return self;
}

void
relance_einvoice_draft_free (RelanceEinvoiceDraft *self)
{
  g_array_unref (self->terms);
  g_string_free (self->terms_text, TRUE);
  g_ptr_array_unref (self->emails);
  g_array_unref (self->legal_ids);
  g_ptr_array_unref (self->street);
  g_ptr_array_unref (self->accounts);
  g_free (self);
}

/**
 * relance_einvoice_draft_add:
 * @texts: a list of the draft
 * @text: (nullable): what is added to it
 */
void
relance_einvoice_draft_add (GPtrArray *texts, const char *text)
{
  if (text != NULL && texts->len < MAX_REPEATED)
    g_ptr_array_add (texts, (gpointer) text);
}

/**
 * relance_einvoice_draft_add_id:
 * @scheme: (nullable): who gave it; without one it means nothing to us
 * @id: (nullable): an identifier of the buyer
 */
void
relance_einvoice_draft_add_id (RelanceEinvoiceDraft *self, const char *scheme, const char *id)
{
  RelanceEinvoiceId both = { scheme, id };

  if (scheme != NULL && id != NULL && self->legal_ids->len < MAX_REPEATED)
    g_array_append_val (self->legal_ids, both);
}

/**
 * relance_einvoice_draft_add_term:
 * @due: its date; terms without one are left out
 * @amount: (nullable): the part of the total
 * @percent: (nullable): likewise, in hundredths
 */
void
relance_einvoice_draft_add_term (RelanceEinvoiceDraft *self,
                                 RelanceDate due,
                                 const char *amount,
                                 const char *percent)
{
  RelanceEinvoiceTerm term = { due, amount, percent };

  if (due != RELANCE_DATE_NONE && self->terms->len < MAX_TERMS)
    g_array_append_val (self->terms, term);
}

/**
 * relance_einvoice_draft_add_terms_text:
 * @text: (nullable): one description of the terms
 */
void
relance_einvoice_draft_add_terms_text (RelanceEinvoiceDraft *self, const char *text)
{
  if (text != NULL && self->terms_text->len < MAX_TERMS_TEXT)
    g_string_append_printf (self->terms_text, "%s\n", text);
}

/**
 * relance_einvoice_draft_find_amount:
 * @sums: (nullable): where the totals are
 * @name: the one to find
 *
 * A total may stand there twice: in the invoice's currency, which is the one that
 * is owed, and in the one of the tax office.
 *
 * Returns: (nullable): its text
 */
const char *
relance_einvoice_draft_find_amount (RelanceEinvoiceDraft *self,
                                    RelanceEinvoiceXml *xml,
                                    xmlNode *sums,
                                    const char *name)
{
  xmlNode *first = relance_einvoice_xml_find (sums, name);
  xmlNode *best = first;

  for (xmlNode *node = first; node != NULL; node = relance_einvoice_xml_find_next (node))
    {
      const char *currency = relance_einvoice_xml_get_attribute (xml, node, "currencyID");

      if (currency != NULL && self->currency != NULL &&
          g_ascii_strcasecmp (currency, self->currency) == 0)
        {
          best = node;
          break;
        }
      if (currency == NULL && best == first)
        best = node;
    }

  return relance_einvoice_xml_get (xml, best, "");
}
