/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-business.h"
#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_BUSINESS_PAGE (relance_business_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceBusinessPage,
                      relance_business_page,
                      RELANCE,
                      BUSINESS_PAGE,
                      AdwPreferencesPage)

void relance_business_page_set_desk (RelanceBusinessPage   *self,
                                     RelanceDesk           *desk);
void relance_business_page_fill     (RelanceBusinessPage   *self,
                                     const RelanceBusiness *business);

G_END_DECLS
