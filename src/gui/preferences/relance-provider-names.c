/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-provider-names.h"

#include <glib/gi18n.h>

/**
 * relance_provider_display_name:
 * @provider: as the book calls it
 *
 * Returns: what people call it
 */
const char *
relance_provider_display_name (const char *provider)
{
  if (g_str_equal (provider, "brevo"))
    return "Brevo";
  if (g_str_equal (provider, "folder"))
    return _ ("Drafts Folder");
  return provider;
}
