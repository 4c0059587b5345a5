/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-dates.h"

#include "invoices/relance-date-field.h"
#include "relance-terms-words.h"
#include "relance-typed-terms.h"
#include "relance-words.h"
#include "widgets/relance-field-note.h"

#include <glib/gi18n.h>

struct _RelanceInvoiceDates
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  RelanceDateField *issued;
  RelanceFieldNote *issued_note;
  RelanceDateField *due;
  RelanceFieldNote *due_note;

  RelanceTerms terms; /* of the client, or none */
  char *source;       /* of a due date that was in the book already, or NULL */
  gboolean typed;     /* the due date is somebody's own, and stays when the other one changes */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RelanceInvoiceDates, relance_invoice_dates, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const RelanceTerms usual_terms = { .mode = RELANCE_TERMS_NET, .days = 30 };

static const RelanceTerms *
get_terms (RelanceInvoiceDates *self)
{
  return self->terms.mode != RELANCE_TERMS_NONE ? &self->terms : &usual_terms;
}

/* Terms that were typed where a date goes. */
static gboolean
read_typed_terms (RelanceInvoiceDates *self, RelanceTerms *terms)
{
  return relance_date_field_get_date (self->due) == RELANCE_DATE_NONE &&
         relance_typed_terms_parse (gtk_editable_get_text (GTK_EDITABLE (self->due)), terms) &&
         terms->mode != RELANCE_TERMS_NONE;
}

static void
fill_due (RelanceInvoiceDates *self)
{
  RelanceDate issued = relance_date_field_get_date (self->issued);

  if (self->typed || issued == RELANCE_DATE_NONE)
    return;
  self->filling = TRUE;
  relance_date_field_set_date (self->due, relance_terms_get_due (get_terms (self), issued));
  self->filling = FALSE;
}

static const char *
judge_due (RelanceInvoiceDates *self)
{
  RelanceDate due = relance_invoice_dates_get_due (self);
  RelanceDate issued = relance_date_field_get_date (self->issued);

  if (due == RELANCE_DATE_NONE)
    return _ ("This is neither a date nor terms. Write it as 15/3, +30, or 30 days end of month.");
  if (issued != RELANCE_DATE_NONE && due < issued)
    return _ ("An invoice cannot be due before it is issued.");
  return NULL;
}

/* What the due date was made from, in words; the day itself when it was typed. */
static char *
describe_due (RelanceInvoiceDates *self)
{
  RelanceDate issued = relance_date_field_get_date (self->issued);
  RelanceTerms typed = { 0 };
  g_autofree char *words = NULL;

  if (read_typed_terms (self, &typed))
    return relance_terms_words_explain (&typed, issued);
  if (self->typed)
    return relance_words_date (relance_invoice_dates_get_due (self));
  words = relance_terms_words_name (get_terms (self));
  if (self->terms.mode == RELANCE_TERMS_NONE)
    /* Translators: terms of payment, such as “30 days”. */
    return g_strdup_printf (_ ("%s, as no terms are agreed with the client"), words);
  /* Translators: terms of payment, such as “30 days, then end of month”. */
  return g_strdup_printf (_ ("%s, as agreed with the client"), words);
}

static void
say_notes (RelanceInvoiceDates *self)
{
  gboolean dated = relance_date_field_get_date (self->issued) != RELANCE_DATE_NONE;
  const char *wrong = judge_due (self);
  g_autofree char *words = dated && wrong == NULL ? describe_due (self) : NULL;

  relance_field_note_say (
    self->issued_note, dated ? NULL : _ ("This is not a date. Write it as 15/3, or 2026-03-15."));
  if (wrong != NULL)
    relance_field_note_say (self->due_note, wrong);
  else
    relance_field_note_explain (self->due_note, words);
}

static void
tell_change (RelanceInvoiceDates *self)
{
  say_notes (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
issued_changed_cb (RelanceInvoiceDates *self)
{
  RelanceDate issued = relance_date_field_get_date (self->issued);

  if (issued != RELANCE_DATE_NONE)
    relance_date_field_set_base (self->due, issued);
  fill_due (self);
  tell_change (self);
}

static void
due_changed_cb (RelanceInvoiceDates *self)
{
  if (!self->filling)
    {
      self->typed = TRUE;
      g_clear_pointer (&self->source, g_free);
    }
  tell_change (self);
}

static void
issued_activated_cb (RelanceInvoiceDates *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->due));
}

static void
due_activated_cb (RelanceInvoiceDates *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
relance_invoice_dates_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_INVOICE_DATES);
  G_OBJECT_CLASS (relance_invoice_dates_parent_class)->dispose (object);
}

static void
relance_invoice_dates_finalize (GObject *object)
{
  g_free (RELANCE_INVOICE_DATES (object)->source);
  G_OBJECT_CLASS (relance_invoice_dates_parent_class)->finalize (object);
}

static void
relance_invoice_dates_class_init (RelanceInvoiceDatesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_invoice_dates_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_invoice_dates_finalize;
  signals[CHANGED] = g_signal_new ("changed", RELANCE_TYPE_INVOICE_DATES, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", RELANCE_TYPE_INVOICE_DATES, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RELANCE_TYPE_DATE_FIELD);
  g_type_ensure (RELANCE_TYPE_FIELD_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-invoice-dates.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceDates, issued);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceDates, issued_note);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceDates, due);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceDates, due_note);
  gtk_widget_class_bind_template_callback (widget_class, issued_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, issued_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_activated_cb);
}

static void
relance_invoice_dates_init (RelanceInvoiceDates *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  relance_field_note_set_field (self->issued_note, GTK_WIDGET (self->issued));
  relance_field_note_set_field (self->due_note, GTK_WIDGET (self->due));
}

/* To be told before anything else. */
void
relance_invoice_dates_set_today (RelanceInvoiceDates *self, RelanceDate today)
{
  g_return_if_fail (RELANCE_IS_INVOICE_DATES (self));

  relance_date_field_set_today (self->issued, today, FALSE);
  relance_date_field_set_today (self->due, today, TRUE);
}

/**
 * relance_invoice_dates_set_terms:
 * @terms: (nullable): those of the client, as the book writes them
 *
 * Fills in the due date, unless somebody typed one.
 */
void
relance_invoice_dates_set_terms (RelanceInvoiceDates *self, const char *terms)
{
  RelanceTerms parsed = { 0 };

  g_return_if_fail (RELANCE_IS_INVOICE_DATES (self));

  if (terms == NULL || !relance_terms_parse (terms, &parsed))
    parsed = (RelanceTerms) { 0 };
  self->terms = parsed;
  fill_due (self);
  tell_change (self);
}

/* For a new invoice: the due date follows the day of issue and the terms. */
void
relance_invoice_dates_begin (RelanceInvoiceDates *self, RelanceDate issued)
{
  g_return_if_fail (RELANCE_IS_INVOICE_DATES (self));

  self->typed = FALSE;
  relance_date_field_set_date (self->issued, issued);
  fill_due (self);
  tell_change (self);
}

/**
 * relance_invoice_dates_set:
 * @source: (nullable): where the due date came from
 *
 * Shows the dates of an invoice that is in the book.
 */
void
relance_invoice_dates_set (RelanceInvoiceDates *self,
                           RelanceDate issued,
                           RelanceDate due,
                           const char *source)
{
  g_return_if_fail (RELANCE_IS_INVOICE_DATES (self));

  relance_date_field_set_base (self->due, issued);
  self->typed = TRUE;
  relance_date_field_set_date (self->issued, issued);
  relance_date_field_set_date (self->due, due);
  g_set_str (&self->source, source);
  tell_change (self);
}

gboolean
relance_invoice_dates_are_good (RelanceInvoiceDates *self)
{
  g_return_val_if_fail (RELANCE_IS_INVOICE_DATES (self), FALSE);

  return relance_date_field_get_date (self->issued) != RELANCE_DATE_NONE &&
         judge_due (self) == NULL;
}

/* RELANCE_DATE_NONE when what was typed is no date. */
RelanceDate
relance_invoice_dates_get_issued (RelanceInvoiceDates *self)
{
  g_return_val_if_fail (RELANCE_IS_INVOICE_DATES (self), RELANCE_DATE_NONE);

  return relance_date_field_get_date (self->issued);
}

/* RELANCE_DATE_NONE when what was typed is neither a date nor terms. */
RelanceDate
relance_invoice_dates_get_due (RelanceInvoiceDates *self)
{
  RelanceTerms typed = { 0 };
  RelanceDate issued;

  g_return_val_if_fail (RELANCE_IS_INVOICE_DATES (self), RELANCE_DATE_NONE);

  if (!read_typed_terms (self, &typed))
    return relance_date_field_get_date (self->due);
  issued = relance_date_field_get_date (self->issued);
  return issued != RELANCE_DATE_NONE ? relance_terms_get_due (&typed, issued) : RELANCE_DATE_NONE;
}

/* Returns: where the due date comes from, an English word for the book. */
const char *
relance_invoice_dates_get_source (RelanceInvoiceDates *self)
{
  RelanceTerms typed = { 0 };

  g_return_val_if_fail (RELANCE_IS_INVOICE_DATES (self), NULL);

  if (self->source != NULL)
    return self->source;
  if (read_typed_terms (self, &typed))
    return "terms";
  if (self->typed)
    return "explicit";
  return self->terms.mode != RELANCE_TERMS_NONE ? "client" : "default";
}
