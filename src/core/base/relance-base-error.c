/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-base-error.h"

G_DEFINE_QUARK (relance - base - error - quark, relance_base_error)
