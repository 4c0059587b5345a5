/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The aged balance: not due, three bands of days late, and what is later still. */
#define RELANCE_N_BANDS 5
#define RELANCE_N_BAND_ENDS (RELANCE_N_BANDS - 2)

/* Ten years: what is older is owed no more. */
#define RELANCE_BAND_LONGEST 3650

/**
 * RelanceBands:
 * @ends: the last day late of each band but the first, which is not late, and the last, which has
 *   no end; 1 to %RELANCE_BAND_LONGEST, each greater than the one before
 */
typedef struct
{
  int ends[RELANCE_N_BAND_ENDS];
} RelanceBands;

/* 30, 60 and 90 days. */
extern const RelanceBands relance_bands_default;

gboolean relance_bands_are_good (const RelanceBands *self);
int      relance_bands_find     (const RelanceBands *self,
                                 int                 days_late);
int      relance_bands_get_from (const RelanceBands *self,
                                 int                 band);
int      relance_bands_get_to   (const RelanceBands *self,
                                 int                 band);

G_END_DECLS
