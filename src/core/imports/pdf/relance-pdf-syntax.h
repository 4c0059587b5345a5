/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Some bytes of a PDF that somebody else owns. */
typedef struct
{
  const char *at;
  const char *end;
} RelancePdfSpan;

typedef enum
{
  RELANCE_PDF_END, /* nothing more, or nothing that can be read */
  RELANCE_PDF_OPEN_DICTIONARY,
  RELANCE_PDF_CLOSE_DICTIONARY,
  RELANCE_PDF_OPEN_ARRAY,
  RELANCE_PDF_CLOSE_ARRAY,
  RELANCE_PDF_NAME,
  RELANCE_PDF_STRING,
  RELANCE_PDF_NUMBER,
  RELANCE_PDF_REFERENCE, /* `12 0 R` */
  RELANCE_PDF_WORD,      /* true, null, endobj… */
} RelancePdfToken;

RelancePdfToken relance_pdf_next          (RelancePdfSpan  *rest,
                                           RelancePdfSpan  *token);
RelancePdfToken relance_pdf_take          (RelancePdfSpan  *rest,
                                           RelancePdfSpan  *object);
gboolean        relance_pdf_take_word     (RelancePdfSpan  *rest,
                                           const char      *word);
gboolean        relance_pdf_get           (RelancePdfSpan   dictionary,
                                           const char      *key,
                                           RelancePdfSpan  *value);
gboolean        relance_pdf_is_name       (RelancePdfSpan   object,
                                           const char      *name);
gboolean        relance_pdf_is_dictionary (RelancePdfSpan   object);
gboolean        relance_pdf_to_integer    (RelancePdfSpan   object,
                                           gint64          *integer);
gboolean        relance_pdf_to_reference  (RelancePdfSpan   object,
                                           gint64          *number);
char           *relance_pdf_dup_string    (RelancePdfSpan   object);
gboolean        relance_pdf_is_space      (char             c);

G_END_DECLS
