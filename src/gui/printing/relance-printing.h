/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "printing/relance-paper.h"
#include "relance-draft-paper.h"

G_BEGIN_DECLS

/* Asks for a printer and prints; a trouble is said in the dialog of @parent. Takes @paper. */
void     relance_printing_print  (RelancePaper  *paper,
                                  const char    *name,
                                  GtkWindow     *parent);
gboolean relance_printing_export (RelancePaper  *paper,
                                  const char    *path,
                                  GError       **error);

/* The same for a letter. */
void     relance_printing_print_letter  (RelanceLetterPaper  *letter,
                                         const char          *name,
                                         GtkWindow           *parent);
gboolean relance_printing_export_letter (RelanceLetterPaper  *letter,
                                         const char          *path,
                                         GError             **error);

G_END_DECLS
