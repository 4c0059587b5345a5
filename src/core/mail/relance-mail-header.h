/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *relance_mail_header_check_text    (const char  *text,
                                         GError     **error);
char *relance_mail_header_check_address (const char  *text,
                                         GError     **error);
char *relance_mail_header_encode        (const char  *text);
char *relance_mail_header_dup_file_name (const char *name);

G_END_DECLS
