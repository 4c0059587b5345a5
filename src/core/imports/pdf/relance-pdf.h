/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that was attached to a PDF. */
typedef struct
{
  char   *name; /* UTF-8, perhaps "" */
  GBytes *content;
} RelancePdfAttachment;

gboolean   relance_pdf_is_pdf           (GBytes        *bytes);
GPtrArray *relance_pdf_read_attachments (GBytes        *bytes,
                                         GCancellable  *cancellable,
                                         GError       **error);
gboolean   relance_pdf_find_invoice     (GBytes        *bytes,
                                         GBytes       **xml,
                                         GError       **error);

G_END_DECLS
