/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RelanceSmsSize:
 * @is_gsm: whether all of it is in the GSM 7-bit alphabet; else it is sent as UCS-2
 * @units: what it takes: septets, or UTF-16 units
 * @room: how many units its last part may hold: 160 alone and 153 among several; 70 and 67 in UCS-2
 * @parts: how many messages it is sent as; 0 when empty
 */
typedef struct
{
  gboolean is_gsm;
  guint    units;
  guint    room;
  guint    parts;
} RelanceSmsSize;

RelanceSmsSize  relance_sms_measure  (const char *text);
char           *relance_sms_simplify (const char *text);

G_END_DECLS
