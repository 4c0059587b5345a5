/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fec-columns.h"

#include "relance-fec-written.h"
#include "relance-text.h"

#include <string.h>

/* A longer first line names no columns. */
#define HEADER_MAX_BYTES 4096

/* What the article has at least, and with the columns of the cash basis. */
#define ARTICLE_COLUMNS 18
#define MOST_ARTICLE_COLUMNS 22

/* The columns of the article in its order. */
static const RelanceFecField article[] = {
  RELANCE_FEC_JOURNAL_CODE,  RELANCE_FEC_JOURNAL_LIB,    RELANCE_FEC_ECRITURE_NUM,
  RELANCE_FEC_ECRITURE_DATE, RELANCE_FEC_COMPTE_NUM,     RELANCE_FEC_COMPTE_LIB,
  RELANCE_FEC_COMP_AUX_NUM,  RELANCE_FEC_COMP_AUX_LIB,   RELANCE_FEC_PIECE_REF,
  RELANCE_FEC_PIECE_DATE,    RELANCE_FEC_ECRITURE_LIB,   RELANCE_FEC_DEBIT,
  RELANCE_FEC_CREDIT,        RELANCE_FEC_ECRITURE_LET,   RELANCE_FEC_DATE_LET,
  RELANCE_FEC_VALID_DATE,    RELANCE_FEC_MONTANT_DEVISE, RELANCE_FEC_IDEVISE,
};

/* Folded, without spaces: the law's name first, then what some software writes in its place. */
static const struct
{
  RelanceFecField field;
  const char *name;
} names[] = {
  { RELANCE_FEC_JOURNAL_CODE, "journalcode" },
  { RELANCE_FEC_JOURNAL_CODE, "codejournal" },
  { RELANCE_FEC_JOURNAL_LIB, "journallib" },
  { RELANCE_FEC_JOURNAL_LIB, "journallibelle" },
  { RELANCE_FEC_ECRITURE_NUM, "ecriturenum" },
  { RELANCE_FEC_ECRITURE_NUM, "ecriturenumero" },
  { RELANCE_FEC_ECRITURE_DATE, "ecrituredate" },
  { RELANCE_FEC_COMPTE_NUM, "comptenum" },
  { RELANCE_FEC_COMPTE_NUM, "comptenumero" },
  { RELANCE_FEC_COMPTE_LIB, "comptelib" },
  { RELANCE_FEC_COMPTE_LIB, "comptelibelle" },
  { RELANCE_FEC_COMP_AUX_NUM, "compauxnum" },
  { RELANCE_FEC_COMP_AUX_NUM, "compteauxnum" },
  { RELANCE_FEC_COMP_AUX_LIB, "compauxlib" },
  { RELANCE_FEC_COMP_AUX_LIB, "compauxlibelle" },
  { RELANCE_FEC_COMP_AUX_LIB, "compteauxlib" },
  { RELANCE_FEC_PIECE_REF, "pieceref" },
  { RELANCE_FEC_PIECE_DATE, "piecedate" },
  { RELANCE_FEC_ECRITURE_LIB, "ecriturelib" },
  { RELANCE_FEC_ECRITURE_LIB, "ecriturelibelle" },
  { RELANCE_FEC_DEBIT, "debit" },
  { RELANCE_FEC_CREDIT, "credit" },
  { RELANCE_FEC_MONTANT, "montant" },
  { RELANCE_FEC_SENS, "sens" },
  { RELANCE_FEC_SENS, "debitcredit" },
  { RELANCE_FEC_ECRITURE_LET, "ecriturelet" },
  { RELANCE_FEC_ECRITURE_LET, "ecriturelettrage" },
  { RELANCE_FEC_ECRITURE_LET, "ecrturelet" }, /* so misspelt by several programs */
  { RELANCE_FEC_ECRITURE_LET, "lettrage" },
  { RELANCE_FEC_DATE_LET, "datelet" },
  { RELANCE_FEC_DATE_LET, "datelettrage" },
  { RELANCE_FEC_VALID_DATE, "validdate" },
  { RELANCE_FEC_MONTANT_DEVISE, "montantdevise" },
  { RELANCE_FEC_IDEVISE, "idevise" },
  { RELANCE_FEC_IDEVISE, "codedevise" },
  { RELANCE_FEC_DATE_RGLT, "daterglt" },
  { RELANCE_FEC_MODE_RGLT, "moderglt" },
  { RELANCE_FEC_ID_CLIENT, "idclient" },
};

static int
find_field (const char *header)
{
  g_autofree char *folded = relance_text_fold_words (header);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autofree char *name = g_strjoinv ("", words);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i].name))
      return (int) names[i].field;

  return -1;
}

static gboolean
has (const RelanceFecColumns *columns, RelanceFecField field)
{
  return columns->columns[field] >= 0;
}

/* What nothing can be read without. A table of invoices may have a debit and a credit too, but
 * neither a journal nor an account number by these names. */
static gboolean
is_enough (const RelanceFecColumns *columns)
{
  return has (columns, RELANCE_FEC_JOURNAL_CODE) && has (columns, RELANCE_FEC_COMPTE_NUM) &&
         (has (columns, RELANCE_FEC_ECRITURE_DATE) || has (columns, RELANCE_FEC_PIECE_DATE)) &&
         ((has (columns, RELANCE_FEC_DEBIT) && has (columns, RELANCE_FEC_CREDIT)) ||
          (has (columns, RELANCE_FEC_MONTANT) && has (columns, RELANCE_FEC_SENS)));
}

static gboolean
read_names (const char *header, char separator, RelanceFecColumns *columns)
{
  const char between[2] = { separator, '\0' };
  g_auto (GStrv) headers = g_strsplit (header, between, RELANCE_FEC_MAX_COLUMNS + 1);
  int n = (int) g_strv_length (headers);

  while (n > 0 && *g_strstrip (headers[n - 1]) == '\0') /* a separator may end the line */
    n--;
  if (n == 0 || n > RELANCE_FEC_MAX_COLUMNS)
    return FALSE;

  *columns = (RelanceFecColumns) {
    .separator = separator,
    .quoted = *header == '"',
    .trailing = headers[n] != NULL,
    .n_columns = n,
  };
  for (int i = 0; i < RELANCE_FEC_N_FIELDS; i++)
    columns->columns[i] = -1;
  for (int i = 0; i < n; i++)
    {
      int field = find_field (headers[i]);

      if (field >= 0 && columns->columns[field] < 0)
        columns->columns[field] = i;
    }

  return is_enough (columns);
}

/**
 * relance_fec_columns_read:
 * @text: UTF-8 that begins with the line that names the columns
 * @columns: (out caller-allocates): the layout
 *
 * The names may be in any order, any case, with accents or without. The article
 * allows the tab and the vertical bar; spreadsheets write the others.
 *
 * Returns: whether it is the first line of an accounting export (LPF A47 A-1)
 */
gboolean
relance_fec_columns_read (const char *text, RelanceFecColumns *columns)
{
  static const char separators[] = { '\t', '|', ';', ',' };
  gsize length = strcspn (text, "\r\n");
  g_autofree char *header = NULL;

  if (length == 0 || length > HEADER_MAX_BYTES)
    return FALSE;

  header = g_strndup (text, length);
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    if (strchr (header, separators[i]) != NULL && read_names (header, separators[i], columns))
      return TRUE;

  return FALSE;
}

static gboolean
is_date (const char *text)
{
  RelanceDate date;

  return strlen (text) >= 8 && relance_fec_date_read (text, &date) && date != RELANCE_DATE_NONE;
}

static gboolean
is_amount (const char *text)
{
  gint64 amount;

  return *text != '\0' && relance_fec_amount_read (text, 2, &amount);
}

static gboolean
is_side (const char *text)
{
  return g_str_equal (text, "D") || g_str_equal (text, "C");
}

/* Whether a line is one of the ledger, with everything where the article has it. */
static gboolean
is_ledger_line (char **fields)
{
  return *fields[0] != '\0' && is_date (fields[3]) && g_ascii_isdigit (fields[4][0]) &&
         g_ascii_isdigit (fields[4][1]) && g_ascii_isdigit (fields[4][2]) &&
         (*fields[9] == '\0' || is_date (fields[9])) &&
         (is_amount (fields[11]) || is_amount (fields[12])) &&
         (*fields[11] == '\0' || is_amount (fields[11])) &&
         (*fields[12] == '\0' || is_amount (fields[12]) || is_side (fields[12]));
}

static void
place_article (RelanceFecColumns *columns, char separator, char **fields, int n)
{
  gboolean trailing = n > ARTICLE_COLUMNS && *fields[n - 1] == '\0';

  *columns = (RelanceFecColumns) {
    .separator = separator,
    .trailing = trailing,
    .unnamed = TRUE,
    .n_columns = trailing ? n - 1 : n,
  };
  for (int i = 0; i < RELANCE_FEC_N_FIELDS; i++)
    columns->columns[i] = -1;
  for (int i = 0; i < (int) G_N_ELEMENTS (article); i++)
    columns->columns[article[i]] = i;
  if (is_side (fields[12]))
    {
      columns->columns[RELANCE_FEC_MONTANT] = columns->columns[RELANCE_FEC_DEBIT];
      columns->columns[RELANCE_FEC_SENS] = columns->columns[RELANCE_FEC_CREDIT];
      columns->columns[RELANCE_FEC_DEBIT] = columns->columns[RELANCE_FEC_CREDIT] = -1;
    }
}

/**
 * relance_fec_columns_guess:
 * @text: UTF-8 that begins with a line of a ledger
 * @columns: (out caller-allocates): the layout
 *
 * Some software leaves out the line that names the columns: then they are those of the article
 * (LPF A47 A-1), in its order, or the file is none.
 *
 * Returns: whether the first line is one of an accounting export
 */
gboolean
relance_fec_columns_guess (const char *text, RelanceFecColumns *columns)
{
  static const char *const separators[] = { "\t", "|", ";" };
  gsize length = strcspn (text, "\r\n");
  g_autofree char *line = NULL;

  if (length == 0 || length > HEADER_MAX_BYTES)
    return FALSE;

  line = g_strndup (text, length);
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_auto (GStrv) fields = g_strsplit (line, separators[i], RELANCE_FEC_MAX_COLUMNS);
      int n = (int) g_strv_length (fields);

      if (n < ARTICLE_COLUMNS || n > MOST_ARTICLE_COLUMNS + 1)
        continue;
      for (int j = 0; j < n; j++)
        g_strstrip (fields[j]);
      if (!is_ledger_line (fields))
        continue;
      place_article (columns, *separators[i], fields, n);
      return TRUE;
    }

  return FALSE;
}
