/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_ROW_GROUP (relance_row_group_get_type ())
G_DECLARE_FINAL_TYPE (RelanceRowGroup, relance_row_group, RELANCE, ROW_GROUP, AdwPreferencesGroup)

/**
 * RelanceRowGroup:
 *
 * A group whose rows are made anew whenever the book changes. Between
 * relance_row_group_begin() and relance_row_group_end() they are added; whoever stood on a row
 * stands on the one in its place afterwards.
 */
void          relance_row_group_begin      (RelanceRowGroup *self);
AdwActionRow *relance_row_group_add        (RelanceRowGroup *self,
                                            const char      *title,
                                            const char      *subtitle);
void          relance_row_group_end        (RelanceRowGroup *self);
guint         relance_row_group_count      (RelanceRowGroup *self);
void          relance_row_group_add_amount (AdwActionRow    *row,
                                            gint64           minor,
                                            const char      *currency);
void          relance_row_group_add_menu   (AdwActionRow    *row,
                                            GMenu           *menu,
                                            const char      *tooltip);

G_END_DECLS
