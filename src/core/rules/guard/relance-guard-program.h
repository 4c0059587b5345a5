/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-guard-pattern.h"

G_BEGIN_DECLS

/* One step of a pattern. All jumps go on, none goes back. */
typedef enum
{
  RELANCE_GUARD_OP_SET,   /* a word of the set */
  RELANCE_GUARD_OP_BUT,   /* a word that is not of the set */
  RELANCE_GUARD_OP_ANY,   /* any word */
  RELANCE_GUARD_OP_OPEN,
  RELANCE_GUARD_OP_CLOSE,
  RELANCE_GUARD_OP_SPLIT, /* first @argument, then the next */
  RELANCE_GUARD_OP_TRY,   /* first the next, then @argument */
  RELANCE_GUARD_OP_JUMP,
  RELANCE_GUARD_OP_DONE,
} RelanceGuardOp;

typedef struct
{
  RelanceGuardOp op;
  guint          argument;
} RelanceGuardInstruction;

/* What a pattern is written in becomes what a matcher walks through. */
GArray *relance_guard_program_compile (RelanceGuardGrammar  *grammar,
                                       const char           *source,
                                       GError              **error);

G_END_DECLS
