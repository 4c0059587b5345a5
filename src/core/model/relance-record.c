/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-record.h"

#include "relance-enum-types.h"

struct _RelanceRecords
{
  const RelanceTable *table;
  GArray *cells; /* RelanceCell, table->n_columns for each row */
  GArray *lines; /* int */
  GStringChunk *texts;
};

/* clang-format off */
#define TEXT(name) { name, RELANCE_COLUMN_TEXT, FALSE, 0, NULL }
#define TEXT_ALWAYS(name) { name, RELANCE_COLUMN_TEXT, TRUE, 0, NULL }
#define WORD(name, words) { name, RELANCE_COLUMN_WORD, TRUE, 0, words }
#define MAYBE_WORD(name, words) { name, RELANCE_COLUMN_WORD, FALSE, 0, words }
#define ID { "id", RELANCE_COLUMN_ID, TRUE, 0, NULL }
#define OF(name, table) { name, RELANCE_COLUMN_REFERENCE, TRUE, table, NULL }
#define MAYBE_OF(name, table) { name, RELANCE_COLUMN_REFERENCE, FALSE, table, NULL }
#define ALWAYS(name, type) { name, type, TRUE, 0, NULL }
#define MAYBE(name, type) { name, type, FALSE, 0, NULL }
#define CURRENCY { "currency", RELANCE_COLUMN_CURRENCY, TRUE, 0, NULL }

static const RelanceColumn business[] = {
  TEXT ("name"), TEXT ("legal_name"), TEXT ("email"), TEXT ("phone"), TEXT ("street"),
  TEXT ("postcode"), TEXT ("city"), TEXT ("country"), TEXT ("siren"), TEXT ("vat"), TEXT ("iban"),
  TEXT ("bic"), TEXT ("language"), TEXT ("currency"),
};

static const RelanceColumn clients[] = {
  ID, TEXT_ALWAYS ("name"), WORD ("kind", relance_kind_get_type),
  WORD ("tone", relance_tone_get_type), WORD ("address", relance_address_get_type),
  WORD ("language", relance_language_get_type), WORD ("title", relance_title_get_type),
  TEXT ("first_name"), TEXT ("last_name"), TEXT ("email"), TEXT ("phone"), TEXT ("street"),
  TEXT ("postcode"), TEXT ("city"), TEXT ("country"), TEXT ("siren"), TEXT ("siret"), TEXT ("vat"),
  TEXT ("iban"), TEXT ("time_zone"), MAYBE ("hours_from", RELANCE_COLUMN_HOUR),
  MAYBE ("hours_to", RELANCE_COLUMN_HOUR), TEXT ("terms"), TEXT ("code"), TEXT ("notes"),
  TEXT ("excluded"), MAYBE ("excluded_until", RELANCE_COLUMN_DATE),
  ALWAYS ("archived", RELANCE_COLUMN_FLAG), MAYBE ("erased_at", RELANCE_COLUMN_INSTANT),
  MAYBE_WORD ("plan", relance_rhythm_get_type), TEXT ("own_plan"), TEXT ("own_plan_steps"),
  MAYBE_WORD ("situation", relance_situation_get_type), TEXT ("situation_reason"),
  MAYBE ("situation_since", RELANCE_COLUMN_DATE),
  MAYBE_OF ("reminder_contact", RELANCE_TABLE_CONTACTS),
};

static const RelanceColumn contacts[] = {
  ID, OF ("client", RELANCE_TABLE_CLIENTS), WORD ("title", relance_title_get_type),
  TEXT ("first_name"), TEXT ("last_name"), TEXT ("role"), TEXT ("email"), TEXT ("phone"),
};

static const RelanceColumn invoices[] = {
  ID, OF ("client", RELANCE_TABLE_CLIENTS), TEXT_ALWAYS ("number"),
  ALWAYS ("issued", RELANCE_COLUMN_DATE), CURRENCY, ALWAYS ("total", RELANCE_COLUMN_AMOUNT),
  TEXT ("label"), MAYBE ("type", RELANCE_COLUMN_NUMBER), MAYBE ("means", RELANCE_COLUMN_NUMBER),
  TEXT ("due_source"), TEXT ("reference"), TEXT ("corrects"), TEXT ("excluded"),
  MAYBE ("excluded_until", RELANCE_COLUMN_DATE),
};

static const RelanceColumn instalments[] = {
  ID, OF ("invoice", RELANCE_TABLE_INVOICES), ALWAYS ("due", RELANCE_COLUMN_DATE), CURRENCY,
  ALWAYS ("amount", RELANCE_COLUMN_AMOUNT),
};

static const RelanceColumn payments[] = {
  ID, OF ("client", RELANCE_TABLE_CLIENTS), WORD ("kind", relance_payment_kind_get_type),
  ALWAYS ("date", RELANCE_COLUMN_DATE), CURRENCY, ALWAYS ("amount", RELANCE_COLUMN_AMOUNT),
  TEXT ("means"), TEXT ("number"), TEXT ("reference"), TEXT ("note"),
};

static const RelanceColumn allocations[] = {
  OF ("payment", RELANCE_TABLE_PAYMENTS), OF ("instalment", RELANCE_TABLE_INSTALMENTS), CURRENCY,
  ALWAYS ("amount", RELANCE_COLUMN_AMOUNT),
};

static const RelanceColumn documents[] = {
  ID, TEXT_ALWAYS ("name"), TEXT_ALWAYS ("media_type"), TEXT_ALWAYS ("sha256"),
  MAYBE_OF ("invoice", RELANCE_TABLE_INVOICES), MAYBE_OF ("payment", RELANCE_TABLE_PAYMENTS),
  ALWAYS ("content", RELANCE_COLUMN_CONTENT),
};

static const RelanceColumn drafts[] = {
  OF ("client", RELANCE_TABLE_CLIENTS), TEXT_ALWAYS ("stage"), TEXT_ALWAYS ("tone"),
  TEXT_ALWAYS ("address"), TEXT_ALWAYS ("language"), TEXT_ALWAYS ("subject"), TEXT_ALWAYS ("text"),
  ALWAYS ("edited_at", RELANCE_COLUMN_INSTANT),
};

static const RelanceColumn messages[] = {
  TEXT_ALWAYS ("id"), OF ("client", RELANCE_TABLE_CLIENTS), TEXT_ALWAYS ("to_name"),
  TEXT_ALWAYS ("to_address"), TEXT_ALWAYS ("from_name"), TEXT_ALWAYS ("from_address"),
  TEXT ("reply_to"), TEXT ("invoices"), TEXT_ALWAYS ("stage"), TEXT_ALWAYS ("tone"),
  TEXT_ALWAYS ("address"), TEXT_ALWAYS ("language"), TEXT_ALWAYS ("subject"), TEXT_ALWAYS ("text"),
  ALWAYS ("approved_at", RELANCE_COLUMN_INSTANT), TEXT_ALWAYS ("state"), TEXT ("reason"),
  TEXT ("detail"), TEXT_ALWAYS ("provider"), TEXT ("provider_reference"),
  ALWAYS ("tries", RELANCE_COLUMN_NUMBER), MAYBE ("done_at", RELANCE_COLUMN_INSTANT),
};

static const RelanceColumn exchanges[] = {
  ID, OF ("client", RELANCE_TABLE_CLIENTS), ALWAYS ("date", RELANCE_COLUMN_DATE),
  WORD ("channel", relance_channel_get_type), MAYBE_WORD ("stage", relance_stage_get_type),
  TEXT ("note"),
};

static const RelanceColumn history[] = {
  ALWAYS ("at", RELANCE_COLUMN_INSTANT), ALWAYS ("change", RELANCE_COLUMN_NUMBER),
  TEXT_ALWAYS ("kind"), MAYBE ("undoes", RELANCE_COLUMN_NUMBER), TEXT ("detail"),
  MAYBE ("client", RELANCE_COLUMN_NUMBER), MAYBE ("invoice", RELANCE_COLUMN_NUMBER), TEXT ("of"),
  MAYBE ("of_id", RELANCE_COLUMN_NUMBER), TEXT ("before"),
};

static const RelanceTable tables[RELANCE_N_TABLES] = {
  { "business", business, G_N_ELEMENTS (business), TRUE, -1 },
  { "clients", clients, G_N_ELEMENTS (clients), FALSE, -1 },
  { "contacts", contacts, G_N_ELEMENTS (contacts), FALSE, -1 },
  { "invoices", invoices, G_N_ELEMENTS (invoices), FALSE, 4 },
  { "instalments", instalments, G_N_ELEMENTS (instalments), FALSE, 3 },
  { "payments", payments, G_N_ELEMENTS (payments), FALSE, 4 },
  { "allocations", allocations, G_N_ELEMENTS (allocations), FALSE, 2 },
  { "documents", documents, G_N_ELEMENTS (documents), FALSE, -1 },
  { "drafts", drafts, G_N_ELEMENTS (drafts), FALSE, -1 },
  { "messages", messages, G_N_ELEMENTS (messages), FALSE, -1 },
  { "exchanges", exchanges, G_N_ELEMENTS (exchanges), FALSE, -1 },
  { "history", history, G_N_ELEMENTS (history), FALSE, -1 },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (clients) <= RELANCE_RECORD_MAX_COLUMNS);
G_STATIC_ASSERT (G_N_ELEMENTS (messages) <= RELANCE_RECORD_MAX_COLUMNS);

/**
 * relance_table_get:
 *
 * Returns: (transfer none): what the table is called, and what its columns are
 */
const RelanceTable *
relance_table_get (RelanceTableId id)
{
  g_return_val_if_fail (id < RELANCE_N_TABLES, NULL);

  return &tables[id];
}

/**
 * relance_table_find_column:
 *
 * Returns: its place, or -1
 */
int
relance_table_find_column (const RelanceTable *self, const char *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->columns[i].name, name))
      return (int) i;

  return -1;
}

/**
 * relance_column_is_text:
 *
 * Returns: whether its cells hold a text, not a number
 */
gboolean
relance_column_is_text (const RelanceColumn *self)
{
  return self->type <= RELANCE_COLUMN_CONTENT;
}

/**
 * relance_cell_new_text:
 * @text: (nullable): borrowed; "" is no value either
 */
RelanceCell
relance_cell_new_text (const char *text)
{
  gboolean known = text != NULL && *text != '\0';

  return (RelanceCell) { .known = known, .text = known ? text : NULL };
}

RelanceCell
relance_cell_new_number (gint64 number)
{
  return (RelanceCell) { .known = TRUE, .number = number };
}

/**
 * relance_records_new:
 *
 * Returns: (transfer full): no row yet
 */
RelanceRecords *
relance_records_new (RelanceTableId table)
{
  RelanceRecords *self = g_new0 (RelanceRecords, 1);

  self->table = relance_table_get (table);
  self->cells = g_array_new (FALSE, FALSE, sizeof (RelanceCell));
  self->lines = g_array_new (FALSE, FALSE, sizeof (int));
  self->texts = g_string_chunk_new (4096);
  return self;
}

void
relance_records_free (RelanceRecords *self)
{
  g_array_unref (self->cells);
  g_array_unref (self->lines);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * relance_records_add:
 * @cells: one for each column; their texts are copied
 * @line: where the row is in its file, or 0
 */
void
relance_records_add (RelanceRecords *self, const RelanceCell *cells, int line)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      RelanceCell cell = cells[i];

      if (cell.text != NULL)
        cell.text = g_string_chunk_insert (self->texts, cell.text);
      g_array_append_val (self->cells, cell);
    }
  g_array_append_val (self->lines, line);
}

guint
relance_records_get_n (const RelanceRecords *self)
{
  return self->lines->len;
}

/**
 * relance_records_get:
 *
 * Returns: (transfer none): the cells of a row, until another one is added
 */
RelanceCell *
relance_records_get (const RelanceRecords *self, guint row)
{
  g_return_val_if_fail (row < self->lines->len, NULL);

  return &g_array_index (self->cells, RelanceCell, (gsize) row * self->table->n_columns);
}

int
relance_records_get_line (const RelanceRecords *self, guint row)
{
  g_return_val_if_fail (row < self->lines->len, 0);

  return g_array_index (self->lines, int, row);
}

const RelanceTable *
relance_records_get_table (const RelanceRecords *self)
{
  return self->table;
}
