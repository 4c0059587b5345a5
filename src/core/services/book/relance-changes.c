/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-invoices.h"

#include "relance-purge.h"
#include "relance-store-changes.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, RelanceServiceError code, const char *sentence)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, code, sentence);
  return FALSE;
}

static gboolean
check_change (const RelanceChange *change, GError **error)
{
  if (change == NULL)
    return refuse (error, RELANCE_SERVICE_ERROR_NOT_FOUND, _ ("There is no such change to undo."));
  if (change->undone_by != 0)
    return refuse (error, RELANCE_SERVICE_ERROR_TOO_LATE, _ ("This was undone already."));
  if (change->kind == RELANCE_CHANGE_UNDO)
    return refuse (error, RELANCE_SERVICE_ERROR_TOO_LATE, _ ("An undo cannot itself be undone."));
  if (change->kind == RELANCE_CHANGE_CLIENT_ERASED)
    return refuse (error, RELANCE_SERVICE_ERROR_TOO_LATE,
                   _ ("What was erased cannot be brought back."));
  return TRUE;
}

/* What it removed may be gone for good. */
static gboolean
check_age (RelanceBook *book, gint64 id, GError **error)
{
  gint64 limit = 0;

  if (!relance_purge_get_limit (book, &limit, error))
    return FALSE;
  return id > limit || refuse (error, RELANCE_SERVICE_ERROR_TOO_LATE,
                               _ ("This was done too long ago to be taken back. Nothing was "
                                  "changed."));
}

static gboolean
check_obstacle (RelanceObstacle obstacle, GError **error)
{
  switch (obstacle)
    {
    case RELANCE_OBSTACLE_EDITED_SINCE:
      return refuse (error, RELANCE_SERVICE_ERROR_TOO_LATE,
                     _ ("What this changed was corrected again since then. Undo that first; "
                        "nothing was changed."));
    case RELANCE_OBSTACLE_NUMBER_TAKEN:
      return refuse (error, RELANCE_SERVICE_ERROR_EXISTS,
                     _ ("The client has another invoice or credit note of the same number now. "
                        "Rename or remove it first; nothing was changed."));
    case RELANCE_OBSTACLE_NAME_TAKEN:
      return refuse (error, RELANCE_SERVICE_ERROR_EXISTS,
                     _ ("Another reminder plan has this name now. Rename or remove it first; "
                        "nothing was changed."));
    case RELANCE_OBSTACLE_PLAN_NEEDED:
      return refuse (error, RELANCE_SERVICE_ERROR_TOO_LATE,
                     _ ("A client would be left with a reminder plan that is gone. Give the client "
                        "another one, or bring the plan back, first; nothing was changed."));
    case RELANCE_OBSTACLE_NEEDED_SINCE:
      return refuse (error, RELANCE_SERVICE_ERROR_TOO_LATE,
                     _ ("An invoice or a payment would lose its client. "
                        "Remove it, or bring the client back, first; nothing was changed."));
    case RELANCE_OBSTACLE_PAID_SINCE:
      return refuse (error, RELANCE_SERVICE_ERROR_TOO_LATE,
                     _ ("More was paid since then than would be due. "
                        "Take a payment back first; nothing was changed."));
    case RELANCE_OBSTACLE_ALLOCATED_SINCE:
      return refuse (error, RELANCE_SERVICE_ERROR_TOO_LATE,
                     _ ("A payment counts towards an instalment that would go. Take it back or "
                        "allocate it elsewhere first; nothing was changed."));
    case RELANCE_OBSTACLE_NONE:
    default:
      return TRUE;
    }
}

static gboolean
undo (RelanceBook *book, gint64 id, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  RelanceObstacle obstacle = RELANCE_OBSTACLE_NONE;
  g_autoptr (RelanceChange) change = NULL;

  return relance_store_get_change (store, id, &change, error) && check_change (change, error) &&
         check_age (book, id, error) &&
         relance_store_undo_change (store, relance_book_get_now (book), change, &obstacle, error) &&
         check_obstacle (obstacle, error);
}

/**
 * relance_changes_get_last:
 * @id: (out): what to give relance_changes_undo(), 0 when nothing is left to take back
 * @kind: (out): what it was
 * @detail: (out) (transfer full) (nullable): what it was about: a file, a name, a number
 *
 * Tells the newest change that was not taken back yet.
 */
gboolean
relance_changes_get_last (RelanceBook *book,
                          gint64 *id,
                          RelanceChangeKind *kind,
                          char **detail,
                          GError **error)
{
  g_autoptr (RelanceChange) change = NULL;

  if (!relance_store_get_standing_change (relance_book_get_store (book), &change, error))
    return FALSE;
  *id = change != NULL ? change->id : 0;
  *kind = change != NULL ? change->kind : 0;
  *detail = change != NULL ? g_steal_pointer (&change->detail) : NULL;
  return TRUE;
}

/**
 * relance_changes_undo:
 * @change: as the function that did it answered
 *
 * Takes back one thing the user did, whole or not at all. It can be taken back
 * once, and as long as nothing that came later stands on it.
 *
 * Returns: %FALSE with %RELANCE_SERVICE_ERROR_NOT_FOUND, %RELANCE_SERVICE_ERROR_TOO_LATE or
 *   %RELANCE_SERVICE_ERROR_EXISTS, and then the book is as it was
 */
gboolean
relance_changes_undo (RelanceBook *book, gint64 change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  return relance_store_begin (store, error) &&
         relance_store_end (store, undo (book, change, error), error);
}
