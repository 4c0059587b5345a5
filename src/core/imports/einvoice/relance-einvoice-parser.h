/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

xmlDoc *relance_einvoice_parser_run (const char    *text,
                                     GCancellable  *cancellable,
                                     GError       **error);

G_END_DECLS
