/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-reminder-facts.h"
#include "relance-reminders.h"

G_BEGIN_DECLS

gboolean relance_self_checks_add (RelanceDraft                *draft,
                                  RelanceBook                 *book,
                                  const RelanceReminderFacts  *facts,
                                  GError                     **error);

G_END_DECLS
