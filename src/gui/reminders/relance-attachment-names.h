/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_ATTACHMENT_NAMES (relance_attachment_names_get_type ())
G_DECLARE_FINAL_TYPE (RelanceAttachmentNames,
                      relance_attachment_names,
                      RELANCE,
                      ATTACHMENT_NAMES,
                      GtkBox)

/**
 * RelanceAttachmentNames:
 *
 * The names of the files that go with a letter; hidden where there are none.
 */
void relance_attachment_names_show (RelanceAttachmentNames *self,
                                    GPtrArray              *documents);

G_END_DECLS
