/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  relance_siren_is_valid     (const char  *siren);
gboolean  relance_iban_is_valid      (const char  *iban);
char     *relance_iban_format        (const char  *iban);
char     *relance_identifier_compact (const char  *text);
char     *relance_mail_address_parse (const char  *text,
                                      GError     **error);

G_END_DECLS
