/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-store-snapshots.h"

G_BEGIN_DECLS

/**
 * RelanceRestore:
 *
 * A book about to take the place of another: a verified copy of it, of this version of the
 * program, which may still be written in. Nothing else has happened until
 * relance_restore_finish(). While there is one, nobody else adds snapshots to the book.
 */
typedef struct _RelanceRestore RelanceRestore;

RelanceRestore *relance_restore_prepare  (const char       *book,
                                          const char       *file,
                                          GError          **error);
RelanceStore   *relance_restore_get_copy (RelanceRestore   *self);
gboolean        relance_restore_finish   (RelanceRestore   *self,
                                          RelanceStore     *live,
                                          RelanceClock     *clock,
                                          RelanceSnapshot **replaced,
                                          GError          **error);
void            relance_restore_free     (RelanceRestore   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceRestore, relance_restore_free)

G_END_DECLS
