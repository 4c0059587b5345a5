/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What happens at the write that a test chose; a sync, a truncation and a removal count as one. */
typedef enum
{
  FAILING_VFS_ONCE = 1, /* it fails, as on a disk with a bad spot */
  FAILING_VFS_FULL,     /* it fails, and all that follow, as on a full disk */
  FAILING_VFS_KILL,     /* the program is killed before it */
  FAILING_VFS_N_MODES,
} FailingVfsMode;

void  failing_vfs_install (void);
void  failing_vfs_arm     (guint          nth,
                           FailingVfsMode mode);
guint failing_vfs_disarm  (void);
guint failing_vfs_next    (guint          nth,
                           guint          n_writes);

G_END_DECLS
