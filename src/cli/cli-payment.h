/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli-session.h"
#include "relance-payments.h"

G_BEGIN_DECLS

CliExit  cli_payment_answer   (CliSession       *session,
                               gint64            id,
                               GError          **error);
CliExit  cli_payment_list     (CliSession       *session,
                               gint64            client_id,
                               GError          **error);
gboolean cli_payment_read_id  (const char       *text,
                               gint64           *id,
                               GError          **error);
gboolean cli_read_currency    (CliSession       *session,
                               const char       *code,
                               char              currency[4],
                               GError          **error);

G_END_DECLS
