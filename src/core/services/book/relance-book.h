/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-clock.h"
#include "relance-store.h"

G_BEGIN_DECLS

#define RELANCE_SERVICE_ERROR (relance_service_error_quark ())

/**
 * RelanceServiceError:
 * @RELANCE_SERVICE_ERROR_NOT_FOUND: no such client, invoice, payment, account…
 * @RELANCE_SERVICE_ERROR_AMBIGUOUS: several have that name or number; the message lists them
 * @RELANCE_SERVICE_ERROR_INVALID: a value is not one the book can hold
 * @RELANCE_SERVICE_ERROR_EXISTS: the client already has an invoice of that number
 * @RELANCE_SERVICE_ERROR_BLOCKED: a rule or the guard stops it
 * @RELANCE_SERVICE_ERROR_SAMPLE: the sample book never sends
 * @RELANCE_SERVICE_ERROR_KEYRING: the keyring is absent, locked or refuses
 * @RELANCE_SERVICE_ERROR_ACCOUNT: the provider refuses the key, or cannot be trusted or reached
 * @RELANCE_SERVICE_ERROR_BUSY: another program is sending from this book
 * @RELANCE_SERVICE_ERROR_TOO_LATE: what should be taken back has already happened
 *
 * The message of these errors is a sentence in the user's language.
 */
typedef enum
{
  RELANCE_SERVICE_ERROR_NOT_FOUND,
  RELANCE_SERVICE_ERROR_AMBIGUOUS,
  RELANCE_SERVICE_ERROR_INVALID,
  RELANCE_SERVICE_ERROR_EXISTS,
  RELANCE_SERVICE_ERROR_BLOCKED,
  RELANCE_SERVICE_ERROR_SAMPLE,
  RELANCE_SERVICE_ERROR_KEYRING,
  RELANCE_SERVICE_ERROR_ACCOUNT,
  RELANCE_SERVICE_ERROR_BUSY,
  RELANCE_SERVICE_ERROR_TOO_LATE,
} RelanceServiceError;

GQuark relance_service_error_quark (void);

#define RELANCE_TYPE_BOOK (relance_book_get_type ())
G_DECLARE_FINAL_TYPE (RelanceBook, relance_book, RELANCE, BOOK, GObject)

/**
 * RelanceBook:
 *
 * A client and invoice book that is open: its store and the clock it lives by.
 * Used by one thread at a time. Every use case of services/ takes it first.
 */
RelanceBook  *relance_book_open        (const char    *path,
                                        gboolean       create,
                                        RelanceClock  *clock,
                                        GError       **error);
RelanceBook  *relance_book_open_growing (const char   *path,
                                        RelanceClock  *clock,
                                        GError       **error);
gboolean      relance_book_settle      (RelanceBook   *self,
                                        GError       **error);
char         *relance_book_dup_default_path (void);
char         *relance_book_dup_engine       (void);
char         *relance_book_dup_sample_path  (void);
RelanceStore *relance_book_get_store   (RelanceBook   *self);
RelanceClock *relance_book_get_clock   (RelanceBook   *self);
RelanceDate   relance_book_get_today   (RelanceBook   *self);
gint64        relance_book_get_now     (RelanceBook   *self);
gboolean      relance_book_is_sample   (RelanceBook   *self);
gboolean      relance_book_is_damaged  (RelanceBook   *self);
gboolean      relance_book_is_empty    (RelanceBook   *self,
                                        gboolean      *empty,
                                        GError       **error);

G_END_DECLS
