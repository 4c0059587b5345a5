/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _RelanceKeptFigures RelanceKeptFigures;

RelanceKeptFigures *relance_kept_figures_of    (sqlite3            *db,
                                                const char         *path);
void                relance_kept_figures_unref (RelanceKeptFigures *self);
GArray             *relance_kept_figures_get   (RelanceKeptFigures *self,
                                                RelanceDate         since,
                                                gint64             *change);
void                relance_kept_figures_set   (RelanceKeptFigures *self,
                                                GArray             *facts,
                                                RelanceDate         since,
                                                gint64              change);

G_END_DECLS
