/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "today/relance-todo-facts.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_TODO_GROUP (relance_todo_group_get_type ())
G_DECLARE_FINAL_TYPE (RelanceTodoGroup, relance_todo_group, RELANCE, TODO_GROUP, AdwPreferencesGroup)

/**
 * RelanceTodoGroup:
 *
 * What to do now: a row for each thing, one click from where it is done.
 */
void relance_todo_group_set_facts (RelanceTodoGroup        *self,
                                   const RelanceTodoFacts *facts);
char **relance_todo_group_dup_lines (RelanceTodoGroup      *self);

G_END_DECLS
