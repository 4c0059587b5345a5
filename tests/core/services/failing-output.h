/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What happens at the step that a test chose: a write, a sync or a new name of a file. */
typedef enum
{
  FAILING_OUTPUT_ONCE = 1, /* it fails, as on a disk with a bad spot */
  FAILING_OUTPUT_FULL,     /* it fails, and all that follow, as on a full disk */
  FAILING_OUTPUT_KILL,     /* the program is killed before it */
  FAILING_OUTPUT_N_MODES,
} FailingOutputMode;

void  failing_output_arm    (guint             nth,
                             FailingOutputMode mode);
guint failing_output_disarm (void);

G_END_DECLS
