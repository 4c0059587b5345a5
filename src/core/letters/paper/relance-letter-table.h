/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-letter-strip.h"

G_BEGIN_DECLS

gboolean relance_letter_table_add (GPtrArray                  *strips,
                                   const RelanceLetterSetting *setting,
                                   char                      **rows,
                                   double                      before);

G_END_DECLS
