/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RelanceDate:
 *
 * A civil date, as the number of days since 1970-01-01 in the proleptic
 * Gregorian calendar. It has no time and no zone, so that "31 days late" is
 * a subtraction. Valid between 0001-01-01 and 9999-12-31.
 */
typedef gint32 RelanceDate;

#define RELANCE_DATE_NONE G_MININT32

/* Of YYYY-MM-DD, with the byte that ends it. */
#define RELANCE_DATE_ISO_SIZE 11

RelanceDate relance_date_new          (int          year,
                                       int          month,
                                       int          day);
RelanceDate relance_date_parse_iso    (const char  *text);
void        relance_date_write_iso    (RelanceDate  date,
                                       char         text[RELANCE_DATE_ISO_SIZE]);
char       *relance_date_to_iso       (RelanceDate  date);
void        relance_date_get_ymd      (RelanceDate  date,
                                       int         *year,
                                       int         *month,
                                       int         *day);
int         relance_date_get_weekday  (RelanceDate  date);
RelanceDate relance_date_add_months   (RelanceDate  date,
                                       int          months);
RelanceDate relance_date_get_easter   (int          year);
char       *relance_date_format       (RelanceDate  date,
                                       const char  *locale);
char       *relance_date_format_short (RelanceDate  date,
                                       const char  *locale);
char       *relance_date_format_day   (RelanceDate  date,
                                       const char  *locale);
char       *relance_date_format_month (RelanceDate  date,
                                       const char  *locale);
char       *relance_date_format_month_short (RelanceDate date,
                                       const char  *locale);

G_END_DECLS
