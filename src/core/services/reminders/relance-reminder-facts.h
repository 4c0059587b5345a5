/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-client.h"
#include "relance-contact.h"
#include "relance-planner.h"
#include "relance-reminder-settings.h"
#include "relance-store-reminders.h"

G_BEGIN_DECLS

/**
 * RelanceReminderFacts:
 * @debts: (element-type RelanceDebt): what a reminder would ask for, oldest first
 * @invoices: (element-type RelanceInvoice): the invoices they belong to
 * @invoices_by_id: (element-type gint64 RelanceInvoice): the same
 * @past: (element-type RelancePastReminder): what left, and exchanges that stood for a reminder
 * @contacts: (element-type RelanceDate): the days on which something left, or of an exchange
 * @pending: whether a message may still leave, or may have left
 * @last_contact: UTC seconds of the last message that left, or noon of the day of a later exchange,
 *   or 0
 * @last_stage: its stage, or 0
 * @last_channel: of that exchange; 0 when the last contact was a message of ours
 * @last_exchange: the day of the last exchange, or %RELANCE_DATE_NONE
 * @last_spoken: the day of the last one that stood for a reminder and left nothing in writing, or
 *   %RELANCE_DATE_NONE
 * @last_payment: when money last came, or %RELANCE_DATE_NONE
 * @own_steps: (nullable) (element-type RelanceStep): the client's plan where it is one of one's own
 * @settings: what holds for all clients
 * @left_out: how many instalments no reminder is to speak of
 * @excluded: (nullable): why the client gets no reminder now
 * @excluded_until: the last day of it, or %RELANCE_DATE_NONE
 *
 * What the book knows of a client who owes: what the rules decide on.
 */
typedef struct
{
  RelanceClient *client;
  GPtrArray     *debts;
  GPtrArray     *invoices;
  GHashTable    *invoices_by_id;
  GPtrArray     *past;
  GArray        *contacts;
  gboolean       pending;
  gint64         last_contact;
  RelanceStage   last_stage;
  RelanceChannel last_channel;
  RelanceDate    last_exchange;
  RelanceDate    last_spoken;
  RelanceDate    last_payment;
  GArray        *own_steps;
  RelanceReminderSettings settings;
  guint          left_out;
  char          *excluded;
  RelanceDate    excluded_until;
} RelanceReminderFacts;

GPtrArray            *relance_reminder_facts_load_all (RelanceBook                 *book,
                                                       GError                     **error);
GPtrArray            *relance_reminder_facts_load_ahead (RelanceBook               *book,
                                                       gint64                       client_id,
                                                       RelanceDate                  last,
                                                       GError                     **error);
RelanceReminderFacts *relance_reminder_facts_load     (RelanceBook                 *book,
                                                       gint64                       client_id,
                                                       gint64                       invoice_id,
                                                       GError                     **error);
void                  relance_reminder_facts_add_debt (RelanceReminderFacts        *self,
                                                       const RelanceStoredDebt     *stored,
                                                       RelanceDate                  today);
RelancePlannerFacts   relance_reminder_facts_get_planner (const RelanceReminderFacts *self);
RelanceVerdict        relance_reminder_facts_judge    (const RelanceReminderFacts  *self,
                                                       RelanceDate                  today);
void                  relance_reminder_facts_leave_out (RelanceReminderFacts       *self,
                                                        GArray                     *invoice_ids);
void                  relance_reminder_facts_join     (RelanceReminderFacts        *self,
                                                       RelanceReminderFacts        *other);
GArray               *relance_reminder_facts_keep_named (RelanceReminderFacts      *self,
                                                         const char                *text);
RelancePlanStep       relance_reminder_facts_plan     (const RelanceReminderFacts  *self,
                                                       RelanceDate                  today);
void                  relance_reminder_facts_free     (RelanceReminderFacts        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceReminderFacts, relance_reminder_facts_free)

G_END_DECLS
