/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELANCE_MAIL_ERROR (relance_mail_error_quark ())

/**
 * RelanceMailError:
 * @RELANCE_MAIL_ERROR_HEADER: a name, a subject or an address holds what no header may hold
 * @RELANCE_MAIL_ERROR_BASE_URL: the address of the provider is none we may talk to
 * @RELANCE_MAIL_ERROR_KEY: the key holds what no key holds
 */
typedef enum
{
  RELANCE_MAIL_ERROR_HEADER,
  RELANCE_MAIL_ERROR_BASE_URL,
  RELANCE_MAIL_ERROR_KEY,
} RelanceMailError;

GQuark relance_mail_error_quark (void);

G_END_DECLS
