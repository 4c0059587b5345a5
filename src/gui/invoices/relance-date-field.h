/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-date.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_DATE_FIELD (relance_date_field_get_type ())
G_DECLARE_FINAL_TYPE (RelanceDateField, relance_date_field, RELANCE, DATE_FIELD, AdwEntryRow)

/**
 * RelanceDateField:
 *
 * A row where a date is typed freely or chosen in a calendar. It is told today's date
 * before it is used.
 */
void        relance_date_field_set_date  (RelanceDateField *self,
                                          RelanceDate       date);
RelanceDate relance_date_field_get_date  (RelanceDateField *self);
void        relance_date_field_set_today (RelanceDateField *self,
                                          RelanceDate       today,
                                          gboolean          ahead);
void        relance_date_field_set_base  (RelanceDateField *self,
                                          RelanceDate       base);

G_END_DECLS
