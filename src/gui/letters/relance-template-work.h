/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"
#include "relance-letter-trial.h"
#include "relance-letters.h"

G_BEGIN_DECLS

/* What the editor of letters needs of the book, each a RelanceUseCase. */

/* The words of a letter: @own those that are saved, @typed those that are not; NULL for none. */
typedef struct
{
  char *name;
  char *own;
  char *typed;
} RelanceTemplateWords;

/* Answers an array of RelanceLetterEntry. */
gpointer              relance_template_list        (RelanceBook           *book,
                                                    gpointer               nothing,
                                                    GCancellable          *cancellable,
                                                    GError               **error);
/* Answers an array of RelanceClient: those who should hear from us first. */
gpointer              relance_template_clients     (RelanceBook           *book,
                                                    gpointer               nothing,
                                                    GCancellable          *cancellable,
                                                    GError               **error);
/* Takes a RelanceLetterTrialRequest, answers a RelanceLetterTrial. */
gpointer              relance_template_try         (RelanceBook           *book,
                                                    gpointer               request,
                                                    GCancellable          *cancellable,
                                                    GError               **error);
/* Takes RelanceTemplateWords, and makes the letter so. */
gpointer              relance_template_put         (RelanceBook           *book,
                                                    gpointer               words,
                                                    GCancellable          *cancellable,
                                                    GError               **error);
/* Takes RelanceTemplateWords, of which @own is left aside. */
gpointer              relance_template_keep_typed  (RelanceBook           *book,
                                                    gpointer               words,
                                                    GCancellable          *cancellable,
                                                    GError               **error);
/* Takes a folder, answers the one that was made in it. */
gpointer              relance_template_export      (RelanceBook           *book,
                                                    gpointer               folder,
                                                    GCancellable          *cancellable,
                                                    GError               **error);
/* Takes a folder, answers an array of RelanceLetterFile. */
gpointer              relance_template_import      (RelanceBook           *book,
                                                    gpointer               folder,
                                                    GCancellable          *cancellable,
                                                    GError               **error);
RelanceTemplateWords *relance_template_words_new   (const char            *name,
                                                    const char            *own,
                                                    const char            *typed);
void                  relance_template_words_free  (RelanceTemplateWords  *self);

G_END_DECLS
