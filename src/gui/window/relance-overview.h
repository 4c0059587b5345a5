/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"

G_BEGIN_DECLS

/*
 * What the window itself must know of a book. @damaged: it is only read; @attention: a mail
 * account's trouble, or NULL.
 */
typedef struct
{
  gboolean  empty;
  gboolean  damaged;
  char     *attention;
} RelanceOverview;

gpointer relance_overview_load (RelanceBook      *book,
                                gpointer          request,
                                GCancellable     *cancellable,
                                GError          **error);
void     relance_overview_free (RelanceOverview  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceOverview, relance_overview_free)

G_END_DECLS
