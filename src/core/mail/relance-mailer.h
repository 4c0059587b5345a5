/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-account.h"
#include "relance-provider.h"

G_BEGIN_DECLS

/**
 * RelanceRoute:
 * @base_url: where the provider is; for "folder" the folder's path
 * @key: (nullable): the account's key
 *
 * The way a message takes out of the program.
 */
typedef struct
{
  const RelanceProvider *provider;
  char                  *base_url;
  char                  *key;
} RelanceRoute;

RelanceRoute   *relance_route_new      (const RelanceProvider  *provider,
                                        const char             *base_url,
                                        char                   *key);
void            relance_route_free     (RelanceRoute           *self);

gboolean        relance_mailer_key_is_valid (const char        *key);
RelanceOutcome *relance_mailer_send    (RelanceHttp            *http,
                                        const RelanceRoute     *route,
                                        RelanceMessage         *message,
                                        gint64                  now,
                                        GCancellable           *cancellable);
RelanceOutcome *relance_mailer_look_up (RelanceHttp            *http,
                                        const RelanceRoute     *route,
                                        RelanceMessage         *message,
                                        gint64                  now,
                                        GCancellable           *cancellable);
RelanceOutcome *relance_mailer_check   (RelanceHttp            *http,
                                        RelanceRoute           *route,
                                        gint64                  now,
                                        GCancellable           *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceRoute, relance_route_free)

G_END_DECLS
