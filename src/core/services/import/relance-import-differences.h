/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import.h"

G_BEGIN_DECLS

GArray *relance_import_differences_new  (void);
void    relance_import_differences_add  (GArray       *self,
                                         const char   *field,
                                         const char   *before,
                                         const char   *after);
void    relance_import_differences_copy (GArray       *self,
                                         const GArray *other);
char   *relance_import_differences_dup_labels
                                        (const GArray *self);

G_END_DECLS
