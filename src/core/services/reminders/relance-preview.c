/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-preview.h"

/**
 * relance_preview_read_blocks:
 *
 * Returns: (transfer full) (element-type RelanceLetterBlock): what relance_draft_to_html() lays
 *   out, in its order
 */
GPtrArray *
relance_preview_read_blocks (const RelanceDraft *draft)
{
  return relance_letter_read_blocks (draft->text);
}
