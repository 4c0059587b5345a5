/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-contact.h"

G_BEGIN_DECLS

/* More is no small amount any more. */
#define RELANCE_THRESHOLD_MAX 10000

/* More days than that are no reminder any more. */
#define RELANCE_DAYS_BETWEEN_MAX 90

/**
 * RelanceReminderSettings:
 * @limits: how often a client hears from us at most
 * @threshold: what owes less than this waits, in whole units of each currency; 0: nothing does
 *
 * What the user decided for all clients.
 */
typedef struct
{
  RelanceContactLimits limits;
  gint64               threshold;
} RelanceReminderSettings;

gboolean relance_reminder_settings_load (RelanceBook                    *book,
                                         RelanceReminderSettings        *settings,
                                         GError                        **error);
gboolean relance_reminder_settings_set  (RelanceReminderSettings        *settings,
                                         const char                     *key,
                                         const char                     *value,
                                         GError                        **error);
gboolean relance_reminder_settings_save (RelanceBook                    *book,
                                         const RelanceReminderSettings  *settings,
                                         GError                        **error);

G_END_DECLS
