/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "relance-client.h"
#include "relance-date.h"

G_BEGIN_DECLS

/* Amounts, days and moments as the pages show them: one wording for one idea. */
char *relance_words_days_late    (int            days);
char *relance_words_amount       (gint64         minor,
                                  const char    *currency);
char *relance_words_amount_short (gint64         minor,
                                  const char    *currency);
char *relance_words_balances     (GPtrArray     *invoices);
char *relance_words_owed         (RelanceClient *client);
char *relance_words_overdue      (RelanceClient *client);
char *relance_words_credit       (RelanceClient *client);
char *relance_words_date         (RelanceDate    date);
char *relance_words_day          (gint64         utc);
char *relance_words_moment       (gint64         utc,
                                  RelanceDate    today);
char *relance_words_moment_alone (gint64         utc,
                                  RelanceDate    today);

G_END_DECLS
