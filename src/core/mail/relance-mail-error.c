/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-mail-error.h"

G_DEFINE_QUARK (relance - mail - error - quark, relance_mail_error)
