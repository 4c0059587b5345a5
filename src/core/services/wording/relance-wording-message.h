/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-message.h"

G_BEGIN_DECLS

const char *relance_wording_message_state   (RelanceMessage *message);
char       *relance_wording_message_reason  (RelanceMessage *message);
char       *relance_wording_message_there   (RelanceMessage *message,
                                             gint64          moment);
char       *relance_wording_account_problem (const char     *reason,
                                             const char     *detail);

G_END_DECLS
