/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

RelanceDate relance_payment_terms_text_read (const char  *text,
                                             RelanceDate  issued);

G_END_DECLS
