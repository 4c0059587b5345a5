/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"

G_BEGIN_DECLS

/* What is done to several clients as one change, all of it or nothing. Each returns how many were
 * changed; 0 with an error, and then the book is as it was. */
int relance_clients_exclude_many (RelanceBook  *book,
                                  GArray       *ids,
                                  const char   *reason,
                                  RelanceDate   until,
                                  gint64       *change,
                                  GError      **error);
int relance_clients_include_many (RelanceBook  *book,
                                  GArray       *ids,
                                  gint64       *change,
                                  GError      **error);
int relance_clients_archive_many (RelanceBook  *book,
                                  GArray       *ids,
                                  gboolean      archived,
                                  gint64       *change,
                                  GError      **error);

G_END_DECLS
