/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-provider.h"

G_BEGIN_DECLS

extern const RelanceProvider relance_brevo;

G_END_DECLS
