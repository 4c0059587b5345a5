/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-ageing.h"

const RelanceBands relance_bands_default = { { 30, 60, 90 } };

/* Whether they are in range and in order. */
gboolean
relance_bands_are_good (const RelanceBands *self)
{
  for (int i = 0; i < RELANCE_N_BAND_ENDS; i++)
    if (self->ends[i] < 1 || self->ends[i] > RELANCE_BAND_LONGEST ||
        (i > 0 && self->ends[i] <= self->ends[i - 1]))
      return FALSE;
  return TRUE;
}

/**
 * relance_bands_find:
 * @days_late: counted from the day after the due date; 0 or less is not late
 *
 * Returns: 0 to %RELANCE_N_BANDS - 1
 */
int
relance_bands_find (const RelanceBands *self, int days_late)
{
  int band = 0;

  while (band < RELANCE_N_BANDS - 1 && days_late >= relance_bands_get_from (self, band + 1))
    band++;
  return band;
}

/**
 * relance_bands_get_from:
 * @band: 1 to %RELANCE_N_BANDS - 1
 *
 * Returns: its first day late
 */
int
relance_bands_get_from (const RelanceBands *self, int band)
{
  return band == 1 ? 1 : self->ends[band - 2] + 1;
}

/**
 * relance_bands_get_to:
 * @band: 0 to %RELANCE_N_BANDS - 1
 *
 * Returns: its last day late, %G_MAXINT for the last band, which has no end
 */
int
relance_bands_get_to (const RelanceBands *self, int band)
{
  if (band == 0)
    return 0;
  return band < RELANCE_N_BANDS - 1 ? self->ends[band - 1] : G_MAXINT;
}
