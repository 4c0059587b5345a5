/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-bands-dialog.h"

#include <glib/gi18n.h>

/* With room for a space typed before it. */
#define LONGEST_NUMBER 6

struct _RelanceBandsDialog
{
  RelanceFormDialog parent_instance;

  AdwEntryRow *ends[RELANCE_N_BAND_ENDS];
  RelanceFieldNote *notes[RELANCE_N_BAND_ENDS];
};

G_DEFINE_FINAL_TYPE (RelanceBandsDialog, relance_bands_dialog, RELANCE_TYPE_FORM_DIALOG)

enum
{
  BANDS_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* 0 when it is no number that a band can end with. */
static int
read_end (RelanceBandsDialog *self, int index)
{
  g_autofree char *text = relance_form_dup_filled (self->ends[index]);
  guint64 days;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, RELANCE_BAND_LONGEST, &days, NULL))
    return 0;
  return (int) days;
}

/* Says below a field what is wrong with it; what is not filled in yet is not wrong. */
static gboolean
judge_end (RelanceBandsDialog *self, int index)
{
  g_autofree char *text = relance_form_dup_filled (self->ends[index]);
  int end = read_end (self, index);
  const char *wrong = NULL;

  if (text != NULL && end == 0)
    wrong = _ ("A number of days from 1 to 3650.");
  else if (end != 0 && index > 0 && end <= read_end (self, index - 1))
    wrong = _ ("More days than the band before.");
  relance_field_note_say (self->notes[index], wrong);
  return end != 0 && wrong == NULL;
}

static gboolean
relance_bands_dialog_judge (RelanceFormDialog *form)
{
  RelanceBandsDialog *self = RELANCE_BANDS_DIALOG (form);
  gboolean good = TRUE;

  for (int i = 0; i < RELANCE_N_BAND_ENDS; i++)
    good = judge_end (self, i) && good;
  return good;
}

static void
relance_bands_dialog_save (RelanceFormDialog *form)
{
  RelanceBandsDialog *self = RELANCE_BANDS_DIALOG (form);
  RelanceBands bands;

  for (int i = 0; i < RELANCE_N_BAND_ENDS; i++)
    bands.ends[i] = read_end (self, i);
  g_signal_emit (self, signals[BANDS_CHOSEN], 0, &bands);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
relance_bands_dialog_class_init (RelanceBandsDialogClass *klass)
{
  RELANCE_FORM_DIALOG_CLASS (klass)->judge = relance_bands_dialog_judge;
  RELANCE_FORM_DIALOG_CLASS (klass)->save = relance_bands_dialog_save;
  signals[BANDS_CHOSEN] = g_signal_new ("bands-chosen", RELANCE_TYPE_BANDS_DIALOG,
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_POINTER);
}

static void
relance_bands_dialog_init (RelanceBandsDialog *self)
{
}

/* Each field is judged by the others, so they are there before it is filled in. */
static void
show_bands (RelanceBandsDialog *self, const RelanceBands *bands)
{
  for (int i = 0; i < RELANCE_N_BAND_ENDS; i++)
    {
      g_autofree char *days = g_strdup_printf ("%d", bands->ends[i]);

      gtk_editable_set_text (GTK_EDITABLE (self->ends[i]), days);
    }
}

/* @bands: what the fields say first */
AdwDialog *
relance_bands_dialog_new (RelanceDesk *desk, const RelanceBands *bands)
{
  RelanceBandsDialog *self = g_object_new (RELANCE_TYPE_BANDS_DIALOG, NULL);
  RelanceFormDialog *form = RELANCE_FORM_DIALOG (self);
  const char *titles[] = { _ ("First band, up to (days late)"),
                           _ ("Second band, up to (days late)"),
                           _ ("Third band, up to (days late)") };

  relance_form_dialog_set_up (form, desk, _ ("Age Bands"), _ ("_Apply"));
  relance_form_dialog_add_group (form, _ ("What is late is sorted by age. Usually 30, 60 and 90 "
                                          "days; what is later still is a band of its own."));
  for (int i = 0; i < RELANCE_N_BAND_ENDS; i++)
    {
      self->ends[i] = relance_form_dialog_add_entry (form, titles[i], &self->notes[i]);
      adw_entry_row_set_max_length (self->ends[i], LONGEST_NUMBER);
      g_object_set (self->ends[i], "input-purpose", GTK_INPUT_PURPOSE_DIGITS, NULL);
    }
  show_bands (self, bands);
  relance_form_dialog_judge (form);
  return ADW_DIALOG (self);
}
