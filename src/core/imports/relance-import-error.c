/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-import-error.h"

G_DEFINE_QUARK (relance - import - error - quark, relance_import_error)
