/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "relance-client.h"
#include "relance-date.h"
#include "relance-invoice.h"
#include "relance-message.h"

G_BEGIN_DECLS

/* The short words that several pages show: one wording for one idea. */
const char *relance_words_tone      (RelanceTone      tone);
const char *relance_words_kind      (RelanceKind      kind);
const char *relance_words_stage     (RelanceStage     stage);
const char *relance_words_language  (RelanceLanguage  language);
char       *relance_words_days_late (int              days);
char       *relance_words_amount    (gint64           minor,
                                     const char      *currency);
char       *relance_words_balances  (GPtrArray       *invoices);
char       *relance_words_owed      (RelanceClient   *client);
char       *relance_words_overdue   (RelanceClient   *client);
char       *relance_words_date      (RelanceDate      date);
char       *relance_words_day       (gint64           utc);
char       *relance_words_moment    (gint64           utc,
                                     RelanceDate      today);

G_END_DECLS
