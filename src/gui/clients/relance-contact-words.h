/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-client.h"

G_BEGIN_DECLS

/* A person and how to reach them, in a line. */
char *relance_contact_words_name (const RelanceContact *contact);
char *relance_contact_words_join (const char           *role,
                                  const char           *email,
                                  const char           *phone);

G_END_DECLS
