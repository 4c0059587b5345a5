/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-changes.h"

#include "relance-text-diff.h"

#include <glib/gi18n.h>

static void
mark (PangoAttrList *marks, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (marks, attribute);
}

static void
mark_part (PangoAttrList *marks, RelanceDiffKind kind, gsize start, gsize end)
{
  if (kind == RELANCE_DIFF_REMOVED)
    {
      mark (marks, pango_attr_strikethrough_new (TRUE), start, end);
      mark (marks, pango_attr_foreground_alpha_new (G_MAXUINT16 * 6 / 10), start, end);
    }
  else if (kind == RELANCE_DIFF_ADDED)
    {
      mark (marks, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
      mark (marks, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
    }
}

/* Returns: in how many places something was changed */
static int
append_diff (GString *text, PangoAttrList *marks, const char *before, const char *after)
{
  g_autoptr (GPtrArray) parts = relance_text_diff (before, after);
  RelanceDiffKind last = RELANCE_DIFF_SAME;
  int count = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const RelanceDiffPart *part = parts->pdata[i];
      gsize start = text->len;

      g_string_append (text, part->text);
      mark_part (marks, part->kind, start, text->len);
      count += part->kind != RELANCE_DIFF_SAME && last == RELANCE_DIFF_SAME;
      last = part->kind;
    }

  return count;
}

gboolean
relance_changes_are_known (const RelanceDraft *draft)
{
  return draft->edited && draft->written_subject != NULL && draft->written_text != NULL;
}

/**
 * relance_changes_show:
 * @draft: of which relance_changes_are_known() says so
 *
 * Shows the text as it was and as it is, in one, below a subject that was changed.
 */
void
relance_changes_show (GtkLabel *label, const RelanceDraft *draft)
{
  g_autoptr (PangoAttrList) marks = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *spoken = NULL;
  int count = 0;

  if (!g_str_equal (draft->written_subject, draft->subject))
    {
      count += append_diff (text, marks, draft->written_subject, draft->subject);
      g_string_append (text, "\n\n");
    }
  count += append_diff (text, marks, draft->written_text, draft->text);
  gtk_label_set_label (label, text->str);
  gtk_label_set_attributes (label, marks);

  /* Translators: %d is in how many places somebody changed a letter. */
  spoken = g_strdup_printf (ngettext ("%d change", "%d changes", count), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  spoken, -1);
}
