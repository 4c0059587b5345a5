/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-provider.h"

G_BEGIN_DECLS

extern const RelanceProvider relance_folder;

char           *relance_folder_dup_file_name (RelanceMessage  *message);
RelanceOutcome *relance_folder_write         (const char      *folder,
                                              const char      *name,
                                              GBytes          *bytes);
RelanceOutcome *relance_folder_look_up       (const char      *folder,
                                              const char      *name);

G_END_DECLS
