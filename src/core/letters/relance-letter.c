/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter.h"

#include "relance-letter-describe.h"
#include "relance-mustache.h"
#include "relance-sms.h"

#include <string.h>

#define SUBJECT_PREFIX "Subject: "
#define SMS_PREFIX "SMS: "

/* A reader can tell a cut subject by its ellipsis; the numbers are in the text too. */
static char *
bound_subject (const char *subject)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (subject, -1) <= RELANCE_LETTER_MAX_SUBJECT)
    return g_strdup (subject);

  start = g_utf8_substring (subject, 0, RELANCE_LETTER_MAX_SUBJECT - 1);
  return g_strconcat (start, "…", NULL);
}

/* @text: (inout): at a line that starts with @prefix; then after it
 *
 * Returns: (transfer full) (nullable): what follows the prefix */
static char *
take_line (const char **text, const char *prefix)
{
  const char *start = *text + strlen (prefix);
  gsize length;

  if (!g_str_has_prefix (*text, prefix))
    return NULL;

  length = strcspn (start, "\n");
  *text = start + length + (start[length] == '\n');
  return g_strstrip (g_strndup (start, length));
}

static RelanceLetter *
split (const char *letter, GError **error)
{
  g_autoptr (RelanceLetter) self = g_new0 (RelanceLetter, 1);
  g_autofree char *subject = take_line (&letter, SUBJECT_PREFIX);
  g_autofree char *sms = NULL;

  if (subject == NULL)
    {
      g_set_error_literal (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_NO_SUBJECT,
                           "the first line is not “" SUBJECT_PREFIX "…”");
      return NULL;
    }

  sms = take_line (&letter, SMS_PREFIX);
  self->subject = bound_subject (subject);
  self->sms = sms != NULL ? relance_sms_simplify (sms) : NULL;
  self->text = g_strstrip (g_strdup (letter));
  return g_steal_pointer (&self);
}

static RelanceLetter *
render (RelanceMustache *mustache,
        const RelanceLetterFacts *facts,
        const RelanceLetterStyle *style,
        GError **error)
{
  g_autoptr (RelanceLetterValue) values = relance_letter_describe (facts, style);
  g_autofree char *letter = relance_mustache_render (mustache, values, RELANCE_ESCAPE_TEXT, error);

  return letter != NULL ? split (letter, error) : NULL;
}

/**
 * relance_letter_fill:
 * @template: a letter of the language of @style: its subject, its SMS and its body
 * @error: %RELANCE_LETTERS_ERROR
 *
 * Returns: (transfer full): the letter with the facts in it
 */
RelanceLetter *
relance_letter_fill (const char *template,
                     const RelanceLetterFacts *facts,
                     const RelanceLetterStyle *style,
                     GError **error)
{
  g_autoptr (RelanceMustache) mustache = relance_catalogue_parse (template, style->language, error);

  return mustache != NULL ? render (mustache, facts, style, error) : NULL;
}

/* Returns: (nullable): %NULL with @fault set when it cannot be used */
static RelanceLetter *
fill_own (const char *template,
          const RelanceLetterFacts *facts,
          const RelanceLetterStyle *style,
          RelanceLetterFault **fault)
{
  static const RelanceLettersPlace too_large = { RELANCE_LETTERS_PROBLEM_TOO_LARGE, 0, NULL };
  g_autoptr (GPtrArray) faults = relance_letter_check (template, style->language);
  RelanceLetter *letter;

  if (faults->len > 0)
    {
      *fault = g_ptr_array_steal_index (faults, 0);
      return NULL;
    }

  letter = relance_letter_fill (template, facts, style, NULL);
  if (letter == NULL)
    *fault = relance_letter_fault_new (&too_large, NULL);
  return letter;
}

/**
 * relance_letter_write:
 * @error: %RELANCE_LETTERS_ERROR
 *
 * Writes the letter of that stage, tone, form of address, language and variant: the user's own
 * where there is one that can be used, else ours.
 *
 * Returns: (transfer full): the letter
 */
RelanceLetter *
relance_letter_write (const RelanceLetterFacts *facts,
                      const RelanceLetterStyle *style,
                      GError **error)
{
  g_autofree char *name = relance_catalogue_find (style, error);
  g_autoptr (RelanceLetterFault) fault = NULL;
  const char *own = NULL;
  RelanceLetter *letter = NULL;
  RelanceMustache *ours;

  if (name == NULL)
    return NULL;

  if (facts->own != NULL)
    own = g_hash_table_lookup (facts->own, name);
  if (own != NULL)
    letter = fill_own (own, facts, style, &fault);
  if (letter != NULL)
    return letter;

  ours = relance_catalogue_get (name, error);
  letter = ours != NULL ? render (ours, facts, style, error) : NULL;
  if (letter != NULL)
    letter->fault = g_steal_pointer (&fault);
  return letter;
}

void
relance_letter_free (RelanceLetter *self)
{
  g_free (self->subject);
  g_free (self->sms);
  g_free (self->text);
  g_clear_pointer (&self->fault, relance_letter_fault_free);
  g_free (self);
}
