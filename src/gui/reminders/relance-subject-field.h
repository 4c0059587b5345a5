/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_SUBJECT_FIELD (relance_subject_field_get_type ())

G_DECLARE_FINAL_TYPE (RelanceSubjectField, relance_subject_field, RELANCE, SUBJECT_FIELD, GtkTextView)

char *relance_subject_field_dup_text (RelanceSubjectField *self);
void  relance_subject_field_set_text (RelanceSubjectField *self,
                                      const char          *text);

G_END_DECLS
