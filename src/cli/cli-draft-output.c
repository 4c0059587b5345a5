/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-draft-output.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-text.h"

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
  };
  const char *word = cli_arguments_get (arguments, "--format");

  *form = cli_arguments_has (arguments, "--output") ? CLI_DRAFT_TEXT : CLI_DRAFT_ANSWER;
  if (word == NULL)
    return TRUE;

  for (guint i = CLI_DRAFT_TEXT; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      {
        *form = (CliDraftForm) i;
        return TRUE;
      }

  if (strcmp (word, "pdf") == 0)
    g_set_error_literal (error, CLI_ERROR, CLI_ERROR_NOT_THERE_YET,
                         _ ("Letters as PDF are not there yet: --format html can be printed."));
  else
    /* Translators: %s is what was typed for a format */
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 _ ("There is no format “%s”: give text, html or sms."), word);
  return FALSE;
}

static char *
make_content (const RelanceDraft *draft, CliDraftForm form)
{
  if (form == CLI_DRAFT_HTML)
    return relance_draft_to_html (draft);
  if (form == CLI_DRAFT_SMS)
    return draft->sms != NULL ? g_strconcat (draft->sms, "\n", NULL) : NULL;

  return g_strconcat (draft->text, "\n", NULL);
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
  g_autofree char *content = make_content (draft, form);

  if (content == NULL)
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                           _ ("This letter has no text message."));
      return FALSE;
    }

  if (path != NULL)
    {
      if (!g_file_set_contents (path, content, -1, error))
        return FALSE;
      if (session->json == NULL)
        confirm (session, path);
    }
  else if (session->json == NULL)
    g_string_append (session->text, content);

  return TRUE;
}
