/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT_FIELD (relance_client_field_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClientField, relance_client_field, RELANCE, CLIENT_FIELD, AdwPreferencesGroup)

/**
 * RelanceClientField:
 *
 * A row where a client's name is typed, and those of the book that go with it
 * beneath. The first one that begins so is completed as one types; typing on or Backspace
 * takes that back. Emits "changed", also when the client is found, and "activated" when Enter goes
 * on.
 */
void        relance_client_field_set_desk      (RelanceClientField *self,
                                                RelanceDesk        *desk);
void        relance_client_field_set_client    (RelanceClientField *self,
                                                gint64              client_id,
                                                const char         *name);
gint64      relance_client_field_get_client_id (RelanceClientField *self);
const char *relance_client_field_get_name      (RelanceClientField *self);
void        relance_client_field_say_error     (RelanceClientField *self,
                                                const GError       *error);

G_END_DECLS
