/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "cli-error.h"
#include "relance-book.h"

G_BEGIN_DECLS

/* What a command does to the book. */
typedef enum
{
  CLI_BOOK_NONE = 1,
  CLI_BOOK_READ,
  CLI_BOOK_COPY,     /* reads all of it, as it is */
  CLI_BOOK_CHANGE,   /* writes in a book that is there */
  CLI_BOOK_WRITE,    /* writes, and makes a book where there is none */
  CLI_BOOK_REHEARSE, /* writes nothing: a missing book is an empty one */
} CliBookUse;

/**
 * CliSession:
 * @json: (nullable): where the answer is built with --json
 * @text: the answer, without it
 * @book: (nullable): open, once cli_session_open_book() was called
 * @has_details: whether @json says more of what failed than its error does
 * @keep_new_book: whether a book that this command made may stay
 *
 * One run of one command: its book, its clock, its answer.
 */
typedef struct
{
  JsonBuilder  *json;
  GString      *text;
  RelanceBook  *book;
  RelanceClock *clock;
  GCancellable *cancellable;
  char         *path;
  gboolean      has_details;
  gboolean      keep_new_book;

  /*< private >*/
  char         *newborn;
  gulong        interrupt_id;
} CliSession;

CliSession  *cli_session_new        (void);
void         cli_session_free       (CliSession  *self);
void         cli_session_ask_json   (CliSession  *self);
RelanceBook *cli_session_open_book  (CliSession  *self,
                                     CliBookUse   use,
                                     GError     **error);
gboolean     cli_session_close_book (CliSession  *self,
                                     gboolean     keep,
                                     GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliSession, cli_session_free)

G_END_DECLS
