/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

AdwDialog *relance_about_new (RelanceDesk *desk);

G_END_DECLS
