/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"
#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_LETTER_PAGE (relance_letter_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceLetterPage, relance_letter_page, RELANCE, LETTER_PAGE, AdwNavigationPage)

/**
 * RelanceLetterPage:
 *
 * The reminder to one client: the facts, the letter, what the guard says of it, and Send
 * with its Undo; or, when there is nobody, the end of the sitting. Emits "changed" when it
 * may have become possible or impossible to send, "approved" and "taken-back" with the
 * client’s id.
 */
void        relance_letter_page_set_desk     (RelanceLetterPage *self,
                                              RelanceDesk       *desk);
void        relance_letter_page_show         (RelanceLetterPage *self,
                                              RelanceDue        *due,
                                              gboolean           to_files);
void        relance_letter_page_refresh      (RelanceLetterPage *self,
                                              RelanceDue        *due,
                                              gboolean           to_files);
void        relance_letter_page_show_end     (RelanceLetterPage *self,
                                              const char        *title,
                                              const char        *description);
void        relance_letter_page_set_progress (RelanceLetterPage *self,
                                              const char        *text);
RelanceDue *relance_letter_page_get_due      (RelanceLetterPage *self);
gboolean    relance_letter_page_can_send     (RelanceLetterPage *self);
void        relance_letter_page_send         (RelanceLetterPage *self);
void        relance_letter_page_set_tone     (RelanceLetterPage *self,
                                              RelanceTone        tone);
gboolean    relance_letter_page_can_put_off  (RelanceLetterPage *self);
void        relance_letter_page_put_off      (RelanceLetterPage *self);
void        relance_letter_page_pause        (RelanceLetterPage *self);
void        relance_letter_page_preview      (RelanceLetterPage *self);
void        relance_letter_page_toggle_changes (RelanceLetterPage *self);

G_END_DECLS
