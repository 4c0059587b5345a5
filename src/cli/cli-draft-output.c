/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-draft-output.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-text.h"
#include "relance-draft-paper.h"

/* A terminal is no place for it. */
static gboolean
check_file (const CliArguments *arguments, CliDraftForm form, GError **error)
{
  if (form != CLI_DRAFT_PDF || cli_arguments_has (arguments, "--output"))
    return TRUE;

  g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                       _ ("A PDF needs a file: give --output FILE."));
  return FALSE;
}

/**
 * cli_draft_output_read_form:
 * @form: (out): what --format and --output ask for
 */
gboolean
cli_draft_output_read_form (const CliArguments *arguments, CliDraftForm *form, GError **error)
{
  static const char *const words[] = {
    [CLI_DRAFT_TEXT] = "text",
    [CLI_DRAFT_HTML] = "html",
    [CLI_DRAFT_SMS] = "sms",
    [CLI_DRAFT_PDF] = "pdf",
  };
  const char *word = cli_arguments_get (arguments, "--format");

  *form = cli_arguments_has (arguments, "--output") ? CLI_DRAFT_TEXT : CLI_DRAFT_ANSWER;
  if (word == NULL)
    return TRUE;

  for (guint i = CLI_DRAFT_TEXT; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      {
        *form = (CliDraftForm) i;
        return check_file (arguments, *form, error);
      }

  /* Translators: %s is what was typed for a format */
  g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
               _ ("There is no format “%s”: give text, html, sms or pdf."), word);
  return FALSE;
}

static GBytes *
make_pdf (CliSession *session, const RelanceDraft *draft, GError **error)
{
  g_autoptr (RelanceDraftSheet) sheet = relance_draft_sheet_load (session->book, draft, error);
  g_autoptr (RelanceLetterPaper) paper = sheet != NULL ? relance_draft_sheet_lay_out (sheet) : NULL;

  return paper != NULL ? relance_letter_paper_to_pdf (paper, error) : NULL;
}

static char *
make_text (const RelanceDraft *draft, CliDraftForm form)
{
  if (form == CLI_DRAFT_HTML)
    return relance_draft_to_html (draft);

  return g_strconcat (form == CLI_DRAFT_SMS ? draft->sms : draft->text, "\n", NULL);
}

static GBytes *
make_content (CliSession *session, const RelanceDraft *draft, CliDraftForm form, GError **error)
{
  char *text;

  if (form == CLI_DRAFT_PDF)
    return make_pdf (session, draft, error);

  if (form == CLI_DRAFT_SMS && draft->sms == NULL)
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                           _ ("This letter has no text message."));
      return NULL;
    }

  text = make_text (draft, form);
  return g_bytes_new_take (text, strlen (text));
}

static void
confirm (CliSession *session, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *clean = cli_dup_clean (name);

  /* Translators: %s is a file */
  g_string_append_printf (session->text, _ ("The letter was written to %s."), clean);
}

/**
 * cli_draft_output_write:
 * @path: (nullable): a file, or %NULL for the answer itself
 *
 * Writes a draft in one form. With --json and without a file there is nothing to do: the answer
 * holds every form.
 */
gboolean
cli_draft_output_write (CliSession *session,
                        const RelanceDraft *draft,
                        CliDraftForm form,
                        const char *path,
                        GError **error)
{
  g_autoptr (GBytes) content = make_content (session, draft, form, error);
  gsize size;
  const char *data = content != NULL ? g_bytes_get_data (content, &size) : NULL;

  if (content == NULL)
    return FALSE;

  if (path != NULL)
    {
      if (!g_file_set_contents (path, data, (gssize) size, error))
        return FALSE;
      if (session->json == NULL)
        confirm (session, path);
    }
  else if (session->json == NULL)
    g_string_append_len (session->text, data, (gssize) size);

  return TRUE;
}
