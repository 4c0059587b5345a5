/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RelanceRangeData:
 * @label: what it is an estimate of
 * @amount: its middle, in words
 * @description: what is spoken of it and shown in its tooltip
 * @low: below which it is rarely
 * @middle: as often above as below
 * @high: above which it is rarely
 *
 * An estimate, from 0 up.
 */
typedef struct
{
  char   *label;
  char   *amount;
  char   *description;
  double  low;
  double  middle;
  double  high;
} RelanceRangeData;

#define RELANCE_TYPE_RANGE (relance_range_get_type ())
G_DECLARE_FINAL_TYPE (RelanceRange, relance_range, RELANCE, RANGE, GtkWidget)

GtkWidget *relance_range_new        (GtkSizeGroup           *labels,
                                     GtkSizeGroup           *amounts);
void       relance_range_set_data   (RelanceRange           *self,
                                     const RelanceRangeData *data,
                                     double                  top);
void       relance_range_data_clear (RelanceRangeData       *data);

G_END_DECLS
