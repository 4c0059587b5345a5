/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>
#include <stdint.h>

/* What libFuzzer calls, and replay.c too: gives the bytes to one reader. Whatever they
 * are, the reader answers or refuses them; it never crashes, hangs or takes much memory. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
