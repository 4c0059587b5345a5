/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What no property of a person comes near, pictures apart. */
#define RELANCE_VCARD_MAX_VALUE (64 * 1024)

/**
 * RelanceVcardReader:
 * @name: of the property the reader is at, in capitals and without its group
 * @line: where it starts in the file, from 1
 * @keeps_blanks: a folded line keeps its blank, as in vCard 2.1
 *
 * Reads a file of cards property by property. What nobody takes, such as a picture, is
 * passed over without a copy.
 */
typedef struct
{
  char        name[48];
  int         line;
  gboolean    keeps_blanks;

  const char *cursor;
  const char *end;
  const char *start;      /* of the property; %NULL once passed */
  int         next_line;
  GString    *text;       /* the property, unfolded */
  char       *parameters; /* within @text */
} RelanceVcardReader;

void      relance_vcard_reader_init          (RelanceVcardReader  *self,
                                              const char          *data,
                                              gsize                size);
gboolean  relance_vcard_reader_next          (RelanceVcardReader  *self);
char     *relance_vcard_reader_take          (RelanceVcardReader  *self,
                                              const char         **reason);
char     *relance_vcard_reader_dup_parameter (RelanceVcardReader  *self,
                                              const char          *name);
gboolean  relance_vcard_reader_has_type      (RelanceVcardReader  *self,
                                              const char          *type);
void      relance_vcard_reader_clear         (RelanceVcardReader  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RelanceVcardReader, relance_vcard_reader_clear)

G_END_DECLS
