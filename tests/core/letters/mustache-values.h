/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-letter-values.h"

/* The values of a letter from a variant, so that a test writes them in one line. */
RelanceLetterValue *mustache_values_from_variant (GVariant *variant);
