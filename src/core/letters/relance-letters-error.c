/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letters-error.h"

G_DEFINE_QUARK (relance - letters - error - quark, relance_letters_error)
