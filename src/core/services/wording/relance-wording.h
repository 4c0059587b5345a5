/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"

G_BEGIN_DECLS

/* The words for people that the window and the command line share. */
void        relance_wording_start    (void);
char       *relance_wording_error    (const GError    *error);
const char *relance_wording_stage    (RelanceStage     stage);
const char *relance_wording_tone     (RelanceTone      tone);
const char *relance_wording_plan     (RelanceRhythm    plan);
const char *relance_wording_situation (RelanceSituation situation);
const char *relance_wording_kind     (RelanceKind      kind);
const char *relance_wording_channel  (RelanceChannel   channel);
const char *relance_wording_address  (RelanceAddress   address);
const char *relance_wording_language (RelanceLanguage  language);
const char *relance_wording_title    (RelanceTitle     title);
const char *relance_wording_means    (const char      *means);
char       *relance_wording_share    (gint64           part,
                                      gint64           whole);

const char *const *relance_wording_list_means (void);

G_END_DECLS
