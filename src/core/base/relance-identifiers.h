/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What identifies a company, a bank account or a mailbox. The functions that
 * judge or show one take it compact: relance_identifier_compact() first.
 */

char     *relance_identifier_compact (const char    *text);
char     *relance_identifier_group   (const char    *compact,
                                      const guint8  *sizes,
                                      gsize          n_sizes);

gboolean  relance_siren_is_valid     (const char    *siren);
char     *relance_siren_format       (const char    *siren);
gboolean  relance_siret_is_valid     (const char    *siret);
char     *relance_siret_format       (const char    *siret);
char     *relance_siren_from_siret   (const char    *siret);

gboolean  relance_vat_is_valid       (const char    *vat);
char     *relance_vat_format         (const char    *vat);
char     *relance_vat_from_siren     (const char    *siren);

gboolean  relance_iban_is_valid      (const char    *iban);
char     *relance_iban_format        (const char    *iban);
gboolean  relance_bic_is_valid       (const char    *bic);
gboolean  relance_rf_is_valid        (const char    *rf);
char     *relance_rf_format          (const char    *rf);

char     *relance_mail_address_parse (const char    *text,
                                      GError       **error);

G_END_DECLS
