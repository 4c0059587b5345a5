/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-table-row.h"

#include "relance-invoice-words.h"

/* Two people may have one family name. */
static const char *
find_client (RelanceTableReader *reader, const RelanceCells *cells)
{
  const char *name = cells->cells[RELANCE_FIELD_CLIENT];
  const char *first = cells->cells[RELANCE_FIELD_FIRST_NAME];
  g_autofree char *whole = NULL;

  if (!reader->layout->family || *first == '\0')
    return name;
  whole = *name != '\0' ? g_strdup_printf ("%s %s", first, name) : g_strdup (first);

  return g_string_chunk_insert_const (reader->strings, whole);
}

gboolean
relance_table_read_names (RelanceTableReader *reader,
                          const RelanceCells *cells,
                          RelanceImportRow *row)
{
  const char *reason = NULL;
  const RelanceTableKnown *client =
    relance_table_learn_client (reader, find_client (reader, cells));

  row->number = relance_table_clean_text (reader, cells->cells[RELANCE_FIELD_NUMBER], &reason);
  row->client = client->clean;
  row->client_key = client->key;
  if (reason != NULL || client->reason != NULL)
    return relance_table_refuse (row, reason != NULL ? reason : client->reason, NULL);
  if (*row->number == '\0')
    return relance_table_refuse (row, "no-number", NULL);
  if (*row->client == '\0')
    return relance_table_refuse (row, "no-client", NULL);

  return TRUE;
}

gboolean
relance_table_read_label (RelanceTableReader *reader,
                          const RelanceCells *cells,
                          RelanceImportRow *row)
{
  const char *reason = NULL;
  const char *label = relance_table_clean_text (reader, cells->cells[RELANCE_FIELD_LABEL], &reason);

  if (reason != NULL)
    return relance_table_refuse (row, reason, NULL);
  row->label = *label != '\0' ? label : NULL;

  return TRUE;
}

/* An invoice is worth having without its address; a doubtful address is not. */
void
relance_table_read_address (RelanceTableReader *reader,
                            const RelanceCells *cells,
                            RelanceImportRow *row)
{
  const char *text = cells->cells[RELANCE_FIELD_EMAIL];

  if (*text == '\0')
    return;
  row->email = relance_table_learn_address (reader, text)->clean;
  if (row->email == NULL)
    row->refused_email = text;
}

static const char *
get_refusal (RelanceSaying saying)
{
  switch (saying)
    {
    case RELANCE_SAYS_DRAFT:
      return "draft";
    case RELANCE_SAYS_VOID:
      return "void";
    case RELANCE_SAYS_QUOTE:
      return "quote";
    default:
      return NULL;
    }
}

/* Whether it is an invoice or a credit note that stands, by its status and its type. */
gboolean
relance_table_read_standing (const RelanceCells *cells, RelanceImportRow *row)
{
  const RelanceImportField fields[] = { RELANCE_FIELD_STATUS, RELANCE_FIELD_PAYMENT_STATE,
                                        RELANCE_FIELD_TYPE };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = cells->cells[fields[i]];
      RelanceSaying saying = *text != '\0' ? relance_status_read (text) : RELANCE_SAYS_NOTHING;
      const char *reason = get_refusal (saying);

      if (reason != NULL)
        return relance_table_refuse (row, reason, text);
      if (saying == RELANCE_SAYS_CREDIT_NOTE)
        row->kind = RELANCE_ROW_CREDIT_NOTE;
    }

  return TRUE;
}
