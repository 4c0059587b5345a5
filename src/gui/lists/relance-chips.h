/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Called with what stands for the filter that its chip takes away. */
typedef void (* RelanceChipRemoved) (int      chip,
                                     gpointer user_data);

/* Filters of a list, a button each: a click takes the filter away. */
typedef struct
{
  AdwWrapBox         *box;
  RelanceChipRemoved  removed;
  gpointer            user_data;
} RelanceChips;

void relance_chips_clear (const RelanceChips *self);
void relance_chips_add   (const RelanceChips *self,
                          int                 chip,
                          const char         *text);
void relance_chips_take  (const RelanceChips *self,
                          int                 chip,
                          char               *text);

G_END_DECLS
