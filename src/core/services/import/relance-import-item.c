/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-item.h"

#include "relance-import-differences.h"

G_DEFINE_FINAL_TYPE (RelanceImportItem, relance_import_item, G_TYPE_OBJECT)

static void
relance_import_item_finalize (GObject *object)
{
  RelanceImportItem *self = RELANCE_IMPORT_ITEM (object);

  g_free (self->file);
  g_free (self->number);
  g_free (self->client);
  g_free (self->email);
  g_free (self->iban);
  g_free (self->note);
  g_clear_pointer (&self->differences, g_array_unref);

  G_OBJECT_CLASS (relance_import_item_parent_class)->finalize (object);
}

static void
relance_import_item_class_init (RelanceImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_import_item_finalize;
}

static void
relance_import_item_init (RelanceImportItem *self)
{
  self->issued = self->due = RELANCE_DATE_NONE;
}

/* A document says it itself; of other files it is what is worked out. */
static void
take_sums (RelanceImportItem *self, const RelanceImportRow *row)
{
  gboolean stated = row->stated_total != 0 || row->stated_due != 0;

  self->total = row->total;
  self->prepaid = row->prepaid;
  self->paid = row->paid;
  self->stated_total = stated ? row->stated_total : row->total;
  self->stated_balance = stated ? row->stated_due : row->total - row->paid;
}

/* Nobody assumes when a credit note is due: none ever has to be paid. */
static RelanceDate
get_due_of_note (const RelanceImportRow *row)
{
  return row->flags & (RELANCE_ROW_DUE_ASSUMED | RELANCE_ROW_DUE_UNKNOWN) ? RELANCE_DATE_NONE
                                                                          : row->due;
}

static const char *
get_source_of_note (const RelanceImportRow *row)
{
  if (get_due_of_note (row) == RELANCE_DATE_NONE)
    return NULL;

  return row->flags & RELANCE_ROW_DUE_FROM_TERMS ? "terms" : "explicit";
}

/**
 * relance_import_item_new_row:
 *
 * Returns: (transfer full): a row of the preview, but for its index and the name of its file
 */
RelanceImportItem *
relance_import_item_new_row (const RelancePlannedRow *planned)
{
  RelanceImportItem *self = g_object_new (RELANCE_TYPE_IMPORT_ITEM, NULL);
  const RelanceImportRow *row = planned->row;
  gboolean note = relance_planned_row_is_note (planned);

  self->what = note ? RELANCE_IMPORT_CREDIT_NOTE : RELANCE_IMPORT_INVOICE;
  self->chosen = !planned->skipped;
  self->file_index = planned->file;
  self->line = row->line;
  self->fate = planned->fate;
  self->type = row->type;
  self->number = g_strdup (row->number);
  self->client = g_strdup (row->client);
  self->email = g_strdup (row->email);
  self->issued = row->issued;
  self->due = note ? get_due_of_note (row) : planned->due;
  self->due_source = note ? get_source_of_note (row) : planned->due_source;
  g_strlcpy (self->currency, row->currency, sizeof self->currency);
  take_sums (self, row);
  self->iban = g_strdup (row->iban);
  self->note = relance_planned_row_dup_note (planned);
  self->differences = relance_planned_row_dup_differences (planned);

  return self;
}

/**
 * relance_import_item_take_due:
 * @self: of @planned, an invoice
 *
 * Takes when the invoice is due, and what there is to say of that.
 */
void
relance_import_item_take_due (RelanceImportItem *self, const RelancePlannedRow *planned)
{
  self->due = planned->due;
  g_free (self->note);
  self->note = relance_planned_row_dup_note (planned);
}

static char *
dup_name (const RelanceCard *card)
{
  return g_strdup (card->name != NULL ? card->name : card->organisation);
}

/**
 * relance_import_item_new_card:
 *
 * Returns: (transfer full): a card of the preview, likewise
 */
RelanceImportItem *
relance_import_item_new_card (const RelancePlannedCard *planned)
{
  RelanceImportItem *self = g_object_new (RELANCE_TYPE_IMPORT_ITEM, NULL);
  const RelanceCard *card = planned->card;

  self->what = planned->contact != NULL && card->kind == RELANCE_CARD_PERSON
                 ? RELANCE_IMPORT_CONTACT
                 : RELANCE_IMPORT_CLIENT;
  self->chosen = !planned->skipped;
  self->file_index = planned->file;
  self->line = card->line;
  self->fate = planned->fate;
  self->client = dup_name (card);
  if (card->emails != NULL && card->emails->len > 0)
    self->email = g_strdup (g_array_index (card->emails, RelanceCardEntry, 0).value);
  self->note = relance_planned_card_dup_note (planned);
  self->differences = relance_import_differences_new ();
  if (planned->fate == RELANCE_IMPORT_CHANGED)
    relance_import_differences_copy (self->differences, planned->differences);

  return self;
}

/**
 * relance_import_item_new_document:
 *
 * Returns: (transfer full): a PDF of the preview that waits for its invoice, likewise
 */
RelanceImportItem *
relance_import_item_new_document (const RelancePlannedDocument *planned)
{
  RelanceImportItem *self = g_object_new (RELANCE_TYPE_IMPORT_ITEM, NULL);

  self->what = RELANCE_IMPORT_DOCUMENT;
  self->chosen = !planned->skipped;
  self->file_index = planned->file;
  self->fate = planned->known ? RELANCE_IMPORT_UNCHANGED : RELANCE_IMPORT_KEPT;
  self->note = g_strdup ("");
  self->differences = relance_import_differences_new ();

  return self;
}
