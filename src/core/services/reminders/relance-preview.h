/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-letter-blocks.h"
#include "relance-reminders.h"
#include "relance-sms.h"

G_BEGIN_DECLS

/* What an interface shows a draft with before it leaves: the parts of its page, and what its SMS
 * takes. */
GPtrArray *relance_preview_read_blocks (const RelanceDraft *draft);

G_END_DECLS
