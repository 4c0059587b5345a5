/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-file-line.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (RelanceImportFileLine, relance_import_file_line, G_TYPE_OBJECT)

static const struct
{
  const char *recognised;
  const char *name; /* to translate */
} formats[] = {
  { "cii", N_ ("Electronic invoice (Factur-X, ZUGFeRD or XRechnung)") },
  { "ubl", N_ ("Electronic invoice (UBL)") },
  { "fec", N_ ("Accounting export (FEC)") },
  { "vcard", N_ ("Contacts (vCard)") },
  { "csv", N_ ("Table (CSV)") },
  { "relance", N_ ("Export of Relance") },
  { "pdf", N_ ("PDF without invoice data") },
};

static const char *
name_format (const char *recognised)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].recognised, recognised) == 0)
      return _ (formats[i].name);
  return NULL;
}

/* What is known of payments decides how far the rest can be trusted. */
static const char *
name_ledger (const char *ledger_case)
{
  if (g_str_equal (ledger_case, "lettered"))
    return _ ("Accounting export (FEC), lettered: payments are known");
  if (g_str_equal (ledger_case, "unlettered"))
    return _ ("Accounting export (FEC), not lettered: payments are matched by amount");
  return _ ("Accounting export (FEC)");
}

static void
add_line (GString *text, const char *line)
{
  if (!line || !*line)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static char *
describe_file (const RelanceImportFile *file)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_line (text,
            file->ledger_case ? name_ledger (file->ledger_case) : name_format (file->recognised));
  add_line (text, file->advice);
  if (g_strcmp0 (file->ledger_case, "lettered") == 0 ||
      g_strcmp0 (file->ledger_case, "unlettered") == 0)
    add_line (text, _ ("Due dates are not in it: they come from each client’s payment terms, where "
                       "there are any."));
  /* What becomes of a PDF is said beside it, among the rows. */
  if (file->refused || g_strcmp0 (file->recognised, "pdf") != 0)
    add_line (text, g_strcmp0 (file->reason, file->advice) != 0 ? file->reason : NULL);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
relance_import_file_line_finalize (GObject *object)
{
  RelanceImportFileLine *self = RELANCE_IMPORT_FILE_LINE (object);

  g_free (self->title);
  g_free (self->detail);

  G_OBJECT_CLASS (relance_import_file_line_parent_class)->finalize (object);
}

static void
relance_import_file_line_class_init (RelanceImportFileLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_import_file_line_finalize;
}

static void
relance_import_file_line_init (RelanceImportFileLine *self)
{
  self->index = -1;
}

RelanceImportFileLine *
relance_import_file_line_new (const RelanceImportFile *file, guint index)
{
  RelanceImportFileLine *self = g_object_new (RELANCE_TYPE_IMPORT_FILE_LINE, NULL);

  self->index = (int) index;
  self->title = g_strdup (file->name);
  self->detail = describe_file (file);
  self->refused = file->refused || g_strcmp0 (file->ledger_case, "useless") == 0;
  self->has_columns = file->columns || g_strcmp0 (file->recognised, "csv") == 0;
  return self;
}

/**
 * relance_import_file_line_new_refused:
 * @sentence: a file's name, and why it could not be opened
 */
RelanceImportFileLine *
relance_import_file_line_new_refused (const char *sentence)
{
  RelanceImportFileLine *self = g_object_new (RELANCE_TYPE_IMPORT_FILE_LINE, NULL);

  self->title = g_strdup (sentence);
  self->detail = g_strdup ("");
  self->refused = TRUE;
  return self;
}
