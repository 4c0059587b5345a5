/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_BANNERS (relance_banners_get_type ())
G_DECLARE_FINAL_TYPE (RelanceBanners, relance_banners, RELANCE, BANNERS, GtkBox)

/* What lasts, under every page: that the book is a sample or damaged, and a mail account's trouble. */
void relance_banners_show (RelanceBanners *self,
                           gboolean        sample,
                           gboolean        damaged,
                           const char     *attention);

G_END_DECLS
