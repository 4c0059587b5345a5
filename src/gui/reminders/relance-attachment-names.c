/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-attachment-names.h"

#include "relance-document.h"

#include <glib/gi18n.h>

/* Of more files, the names would be longer than the letter. */
#define MAX_NAMES 6

struct _RelanceAttachmentNames
{
  GtkBox parent_instance;

  GtkLabel *names;
};

G_DEFINE_FINAL_TYPE (RelanceAttachmentNames, relance_attachment_names, GTK_TYPE_BOX)

static char *
join_names (GPtrArray *documents)
{
  GString *text = g_string_new (NULL);
  guint shown = documents->len > MAX_NAMES ? MAX_NAMES - 1 : documents->len;
  guint rest = documents->len - shown;

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                            ((RelanceDocument *) documents->pdata[i])->name);
  if (rest > 0)
    {
      g_string_append (text, " · ");
      /* Translators: after the names of files: how many more there are. */
      g_string_append_printf (text, ngettext ("%u more file", "%u more files", rest), rest);
    }
  return g_string_free_and_steal (text);
}

static void
relance_attachment_names_class_init (RelanceAttachmentNamesClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
relance_attachment_names_init (RelanceAttachmentNames *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("mail-attachment-symbolic");

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Attached Files"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Attached Files"), -1);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), icon);

  self->names = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->names, TRUE);
  gtk_label_set_wrap_mode (self->names, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->names, 0);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->names));
}

/* @documents: (element-type RelanceDocument) */
void
relance_attachment_names_show (RelanceAttachmentNames *self, GPtrArray *documents)
{
  g_autofree char *names = join_names (documents);

  gtk_label_set_label (self->names, names);
  gtk_widget_set_visible (GTK_WIDGET (self), documents->len > 0);
}
