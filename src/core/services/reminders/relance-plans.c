/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plans.h"

#include "relance-store-changes.h"
#include "relance-store-plans.h"
#include "relance-text.h"
#include "relance-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static RelanceReminderPlan *
make_shipped (RelanceRhythm shipped)
{
  RelanceReminderPlan *plan = g_new0 (RelanceReminderPlan, 1);
  RelancePlan steps = relance_rhythm_get_plan (shipped);

  plan->shipped = shipped;
  plan->steps = relance_plan_copy_steps (&steps);
  return plan;
}

/* One whose steps another program broke works as the regular one, and so shows as that. */
static GArray *
read_steps (const char *text)
{
  GArray *steps = relance_plan_parse (text);
  RelancePlan regular = relance_rhythm_get_plan (RELANCE_RHYTHM_REGULAR);

  return steps != NULL ? steps : relance_plan_copy_steps (&regular);
}

static RelanceReminderPlan *
make_own (const RelanceOwnPlan *own)
{
  RelanceReminderPlan *plan = g_new0 (RelanceReminderPlan, 1);

  plan->id = own->id;
  plan->name = g_utf8_make_valid (own->name, -1);
  plan->steps = read_steps (own->steps);
  plan->n_clients = own->n_clients;
  return plan;
}

/**
 * relance_plans_list:
 * @error: one of the store
 *
 * Returns: (transfer full) (element-type RelanceReminderPlan): the plans of the program, then one's
 *   own by name
 */
GPtrArray *
relance_plans_list (RelanceBook *book, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (GPtrArray) own = relance_store_list_plans (store, error);
  g_autoptr (GPtrArray)
    plans = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_reminder_plan_free);

  if (own == NULL)
    return NULL;

  for (int shipped = RELANCE_RHYTHM_GENTLE; shipped <= RELANCE_RHYTHM_BRISK; shipped++)
    {
      RelanceReminderPlan *plan = make_shipped (shipped);

      g_ptr_array_add (plans, plan);
      if (!relance_store_count_plan (store, shipped, &plan->n_clients, error))
        return NULL;
    }
  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (plans, make_own (g_ptr_array_index (own, i)));

  return g_steal_pointer (&plans);
}

static RelanceReminderPlan *
find_by_name (GPtrArray *plans, const char *reference)
{
  g_autofree char *key = relance_text_fold (reference);

  for (guint i = 0; i < plans->len; i++)
    {
      const RelanceReminderPlan *plan = g_ptr_array_index (plans, i);
      g_autofree char *word = relance_text_fold (relance_reminder_plan_get_word (plan));

      if (g_str_equal (word, key))
        return relance_reminder_plan_copy (plan);
    }

  return NULL;
}

static char *
list_words (GPtrArray *plans, gboolean with_none)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < plans->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "",
                            relance_reminder_plan_get_word (g_ptr_array_index (plans, i)));
  if (with_none)
    g_string_append (words, ", none");

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * relance_plans_find:
 * @reference: the word of a plan of the program, or the name of one's own, without regard to
 *   capitals and accents
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, or one of the store
 *
 * Returns: (transfer full): the plan
 */
RelanceReminderPlan *
relance_plans_find (RelanceBook *book, const char *reference, GError **error)
{
  g_autoptr (GPtrArray) plans = relance_plans_list (book, error);
  RelanceReminderPlan *plan = plans != NULL ? find_by_name (plans, reference) : NULL;
  g_autofree char *words = NULL;

  if (plans == NULL || plan != NULL)
    return plan;

  words = list_words (plans, FALSE);
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
               /* Translators: %1$s is what was typed, %2$s a list of names. */
               _ ("There is no reminder plan “%1$s”. The plans are: %2$s."), reference, words);
  return NULL;
}

static void
give (RelanceClient *client, const RelanceReminderPlan *plan)
{
  RelancePlan steps = relance_plan_of_steps (plan->steps);
  g_autofree char *text = relance_plan_to_text (&steps);

  if (plan->shipped != 0)
    relance_client_set_plan (client, plan->shipped);
  else
    relance_client_set_own_plan (client, plan->id, plan->name, text);
}

/**
 * relance_plans_give:
 * @client: a record, to be saved
 * @reference: as relance_plans_find() takes it, or "none"
 * @error: %RELANCE_SERVICE_ERROR_INVALID with those there are, or one of the store
 *
 * Chooses the reminder plan of a client.
 */
gboolean
relance_plans_give (RelanceBook *book, RelanceClient *client, const char *reference, GError **error)
{
  g_autoptr (GPtrArray) plans = relance_plans_list (book, error);
  g_autoptr (RelanceReminderPlan) plan = plans != NULL ? find_by_name (plans, reference) : NULL;
  g_autofree char *words = NULL;

  if (plans == NULL)
    return FALSE;
  if (plan != NULL)
    {
      give (client, plan);
      return TRUE;
    }
  if (g_str_equal (reference, "none"))
    {
      relance_client_set_plan (client, RELANCE_RHYTHM_NONE);
      return TRUE;
    }

  words = list_words (plans, TRUE);
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
               /* Translators: %s is a list of English words such as “formal, friendly, emoji”. */
               _ ("It is one of %s."), words);
  return FALSE;
}

static gboolean
put_plan (RelanceBook *book,
          const RelanceReminderPlan *plan,
          const char *text,
          gint64 *id,
          gint64 *change,
          GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  RelanceOwnPlan own = { .id = plan->id, .name = plan->name, .steps = (char *) text };
  RelanceChangeKind kind = plan->id == 0 ? RELANCE_CHANGE_PLAN_ADDED : RELANCE_CHANGE_PLAN_EDITED;

  *id = plan->id;
  if (!relance_store_add_change (store, relance_book_get_now (book), kind, plan->name, 0, 0, change,
                                 error))
    return FALSE;
  if (plan->id == 0)
    return relance_store_add_plan (store, &own, *change, id, error);
  return relance_store_revise_plan (store, *change, plan->id, error) &&
         relance_store_update_plan (store, &own, error);
}

/* The one of that id; NULL without @error when there is none. */
static RelanceOwnPlan *
find_own (GPtrArray *plans, gint64 id)
{
  for (guint i = 0; i < plans->len; i++)
    if (((RelanceOwnPlan *) g_ptr_array_index (plans, i))->id == id)
      return g_ptr_array_index (plans, i);

  return NULL;
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                       _ ("This reminder plan is gone. Nothing was changed."));
  return FALSE;
}

static gboolean
check_name (GPtrArray *plans, const RelanceReminderPlan *plan, GError **error)
{
  g_autofree char *key = relance_text_fold (plan->name);

  for (guint i = 0; i < plans->len; i++)
    {
      const RelanceOwnPlan *other = g_ptr_array_index (plans, i);
      g_autofree char *taken = relance_text_fold (other->name);

      if (other->id != plan->id && g_str_equal (taken, key))
        {
          g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_EXISTS,
                               _ ("Another reminder plan has this name. Nothing was changed."));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
save (RelanceBook *book,
      const RelanceReminderPlan *plan,
      gint64 *id,
      gint64 *change,
      GError **error)
{
  g_autoptr (GPtrArray) plans = relance_store_list_plans (relance_book_get_store (book), error);
  RelancePlan steps = relance_plan_of_steps (plan->steps);
  g_autofree char *text = relance_plan_to_text (&steps);
  const RelanceOwnPlan *stored;

  if (plans == NULL || !check_name (plans, plan, error))
    return FALSE;

  stored = find_own (plans, plan->id);
  if (plan->id != 0 && stored == NULL)
    return set_gone (error);
  if (stored != NULL && g_str_equal (stored->name, plan->name) && g_str_equal (stored->steps, text))
    {
      *id = plan->id;
      return TRUE;
    }

  return put_plan (book, plan, text, id, change, error);
}

/**
 * relance_plans_save:
 * @plan: a plan of one's own; without an id it is added
 * @change: (out) (optional): what to give relance_changes_undo(); 0 when nothing had changed
 * @error: %RELANCE_SERVICE_ERROR_INVALID as relance_reminder_plan_check(),
 *   %RELANCE_SERVICE_ERROR_EXISTS for its name, %RELANCE_SERVICE_ERROR_NOT_FOUND, or one of the store
 *
 * Returns: its id, 0 when it could not be saved
 */
gint64
relance_plans_save (RelanceBook *book,
                    const RelanceReminderPlan *plan,
                    gint64 *change,
                    GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gint64 id = 0, done = 0;
  gboolean saved = relance_reminder_plan_check (plan, error) &&
                   relance_store_begin (store, error) &&
                   relance_store_end (store, save (book, plan, &id, &done, error), error);

  if (change != NULL)
    *change = saved ? done : 0;
  return saved ? id : 0;
}

static gboolean
refuse_in_use (const RelanceOwnPlan *own, GError **error)
{
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED,
               /* Translators: %u is a number of clients. */
               ngettext ("%u client has this reminder plan: say which one it gets instead. Nothing "
                         "was changed.",
                         "%u clients have this reminder plan: say which one they get instead. "
                         "Nothing was changed.",
                         own->n_clients),
               own->n_clients);
  return FALSE;
}

static gboolean
move_clients (RelanceBook *book,
              gint64 id,
              const RelanceClient *instead,
              gint64 change,
              GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (GArray) clients = relance_store_list_plan_clients (store, id, error);

  if (clients == NULL)
    return FALSE;
  for (guint i = 0; i < clients->len; i++)
    {
      gint64 client = g_array_index (clients, gint64, i);

      if (!relance_store_revise_client (store, change, client, error) ||
          !relance_store_replace_plan (store, client, instead->own_plan_id, instead->plan, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
refuse_shipped (GError **error)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                       _ ("The plans of the program stay as they are: make a copy, and change "
                          "that."));
  return FALSE;
}

static gboolean
remove_plan (RelanceBook *book, gint64 id, const char *instead, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (GPtrArray) plans = relance_store_list_plans (store, error);
  const RelanceOwnPlan *own = plans != NULL ? find_own (plans, id) : NULL;
  g_autoptr (RelanceClient) chosen = relance_client_new ("");

  if (plans == NULL)
    return FALSE;
  if (id == 0)
    return refuse_shipped (error);
  if (own == NULL)
    return set_gone (error);
  if (instead == NULL && own->n_clients > 0)
    return refuse_in_use (own, error);
  if (instead != NULL && !relance_plans_give (book, chosen, instead, error))
    return FALSE;
  if (chosen->own_plan_id == id)
    return refuse_in_use (own, error);

  return relance_store_add_change (store, relance_book_get_now (book), RELANCE_CHANGE_PLAN_REMOVED,
                                   own->name, 0, 0, change, error) &&
         move_clients (book, id, chosen, *change, error) &&
         relance_store_remove_plan (store, id, *change, error);
}

/**
 * relance_plans_remove:
 * @id: a plan of one's own; that of one of the program, 0, is refused
 * @instead: (nullable): what its clients get, as relance_plans_give() takes it; needed where it has
 *   any
 * @change: (out) (optional): what to give relance_changes_undo()
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, %RELANCE_SERVICE_ERROR_BLOCKED when clients have it and
 *   @instead does not say what they get, %RELANCE_SERVICE_ERROR_INVALID for @id or @instead, or one
 *   of the store; then nothing is changed
 */
gboolean
relance_plans_remove (RelanceBook *book,
                      gint64 id,
                      const char *instead,
                      gint64 *change,
                      GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gint64 done = 0;
  gboolean removed =
    relance_store_begin (store, error) &&
    relance_store_end (store, remove_plan (book, id, instead, &done, error), error);

  if (change != NULL)
    *change = removed ? done : 0;
  return removed;
}
