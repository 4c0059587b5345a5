/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-letter-head.h"
#include "relance-letter-strip.h"

G_BEGIN_DECLS

void relance_letter_body_add (GPtrArray                  *strips,
                              const RelanceLetterSetting *setting,
                              const RelanceLetterHead    *head,
                              const RelanceLetterSheet   *sheet);

G_END_DECLS
