/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * RelanceQrCode:
 *
 * A square that the camera of a telephone reads.
 */
typedef struct _RelanceQrCode RelanceQrCode;

RelanceQrCode *relance_qr_code_new  (const char          *content,
                                     guint                max_version);
void           relance_qr_code_free (RelanceQrCode       *self);
void           relance_qr_code_draw (const RelanceQrCode *self,
                                     cairo_t             *cr,
                                     double               x,
                                     double               y,
                                     double               size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceQrCode, relance_qr_code_free)

G_END_DECLS
