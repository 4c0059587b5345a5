/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "letter-fixture.h"

#include "relance-catalogue.h"

#include <string.h>

/**
 * letter_cells_foreach:
 *
 * Calls @func for every letter of the catalogue in every situation.
 */
void
letter_cells_foreach (LetterCellFunc func, gpointer data)
{
  g_auto (GStrv) letters = relance_catalogue_list ();

  for (int i = 0; letters[i] != NULL; i++)
    for (int situation = 0; situation < 8; situation++)
      {
        LetterCell cell = {
          .letter = letters[i],
          .several = (situation & 1) != 0,
          .neutral = (situation & 2) != 0,
          .bare = (situation & 4) != 0,
        };

        g_assert_true (relance_catalogue_read_name (letters[i], &cell.style));
        func (&cell, data);
      }
}

static void
visit_attached (const LetterCell *letter, LetterCellFunc func, gpointer data)
{
  for (int situation = 0; situation < 4; situation++)
    {
      LetterCell cell = *letter;

      cell.several = (situation & 1) != 0;
      cell.neutral = (situation & 2) != 0;
      for (cell.attached = LETTER_ATTACHED_ALL; cell.attached <= LETTER_ATTACHED_SOME;
           cell.attached++)
        if (cell.several || cell.attached == LETTER_ATTACHED_ALL)
          func (&cell, data);
    }
}

/**
 * letter_cells_foreach_attached:
 *
 * Calls @func for every letter that speaks of attachments, with all and with some of its invoices.
 */
void
letter_cells_foreach_attached (LetterCellFunc func, gpointer data)
{
  g_auto (GStrv) letters = relance_catalogue_list ();

  for (int i = 0; letters[i] != NULL; i++)
    {
      g_autofree char *template = relance_catalogue_load (letters[i]);
      LetterCell cell = { .letter = letters[i] };

      g_assert_true (relance_catalogue_read_name (letters[i], &cell.style));
      if (strstr (template, "attached") != NULL)
        visit_attached (&cell, func, data);
    }
}

void
letter_fixture_add_debt (LetterFixture *fixture,
                         const char *number,
                         const char *label,
                         const char *currency,
                         gint64 balance,
                         RelanceDate due)
{
  RelanceDebt *debt = relance_debt_new (number, currency, balance, due);

  debt->label = g_strdup (label);
  g_ptr_array_add (fixture->facts.debts, debt);
}

static RelanceClient *
make_client (gboolean bare)
{
  RelanceClient *client = relance_client_new ("Atelier Durand");

  if (bare)
    return client;

  client->title = RELANCE_TITLE_MADAME;
  client->first_name = g_strdup ("Léa");
  client->last_name = g_strdup ("Durand");
  return client;
}

static RelanceBusiness *
make_business (gboolean bare)
{
  RelanceBusiness *business = relance_business_new ();

  relance_business_take (business, RELANCE_BUSINESS_NAME, g_strdup ("Studio Nord"));
  if (bare)
    return business;

  relance_business_take (business, RELANCE_BUSINESS_PHONE, g_strdup ("01 99 00 12 34"));
  relance_business_take (business, RELANCE_BUSINESS_IBAN, g_strdup ("FR7630006000011234567890189"));
  relance_business_take (business, RELANCE_BUSINESS_BIC, g_strdup ("AGRIFRPP"));
  return business;
}

/* Thanks are for what is settled; those of a mailbox leave a part of the last invoice to pay. */
static void
settle (LetterFixture *fixture, const LetterCell *cell)
{
  GPtrArray *debts = fixture->facts.debts;

  for (guint i = 0; i < debts->len; i++)
    ((RelanceDebt *) debts->pdata[i])->balance = cell->neutral && i + 1 == debts->len ? 20000 : 0;
}

static void
add_debts (LetterFixture *fixture, const LetterCell *cell)
{
  gboolean french = cell->style.language == RELANCE_LANGUAGE_FR;
  const char *first = french ? "Refonte du site" : "Website redesign";
  const char *second = french ? "Maintenance" : "Maintenance";

  if (cell->style.stage == RELANCE_STAGE_TERMS)
    return;

  letter_fixture_add_debt (fixture, "F-042", cell->bare ? NULL : first, "EUR", 120000,
                           relance_date_new (2026, 10, 22));
  if (cell->several)
    letter_fixture_add_debt (fixture, "F-045", cell->bare ? NULL : second, "EUR", 72000,
                             relance_date_new (2026, 11, 1));
  if (cell->attached == LETTER_ATTACHED_SOME)
    letter_fixture_add_debt (fixture, "F-048", NULL, "EUR", 5000, relance_date_new (2026, 11, 5));
  if (cell->style.stage == RELANCE_STAGE_THANKS)
    settle (fixture, cell);
}

static void
attach (LetterFixture *fixture, LetterAttached attached)
{
  const guint counts[] = { [LETTER_ATTACHED_NONE] = 0,
                           [LETTER_ATTACHED_ALL] = G_MAXUINT,
                           [LETTER_ATTACHED_ONE] = 1,
                           [LETTER_ATTACHED_SOME] = 2 };
  GPtrArray *debts = fixture->facts.debts;

  for (guint i = 0; i < debts->len; i++)
    ((RelanceDebt *) debts->pdata[i])->attached = i < counts[attached];
}

/**
 * letter_fixture_set_up:
 *
 * On 22 November 2026 Camille Roux of Studio Nord writes to Léa Durand.
 */
void
letter_fixture_set_up (LetterFixture *fixture, const LetterCell *cell)
{
  RelanceSender *sender = relance_sender_new ("camille@studio-nord.example", "Camille Roux");

  if (cell->neutral)
    sender->voice = RELANCE_VOICE_NEUTRAL;

  fixture->business = make_business (cell->bare);
  fixture->facts = (RelanceLetterFacts) {
    .client = make_client (cell->bare),
    .debts = relance_debts_new (),
    .business = fixture->business,
    .sender = sender,
    .previous = RELANCE_DATE_NONE,
    .today = relance_date_new (2026, 11, 22),
  };
  if (cell->style.stage == RELANCE_STAGE_SECOND && !cell->bare)
    fixture->facts.previous = relance_date_new (2026, 11, 8);

  add_debts (fixture, cell);
  attach (fixture, cell->attached);
}

void
letter_fixture_clear (LetterFixture *fixture)
{
  g_clear_object (&fixture->facts.client);
  g_clear_object (&fixture->facts.sender);
  g_clear_pointer (&fixture->facts.debts, g_ptr_array_unref);
  g_clear_pointer (&fixture->business, relance_business_free);
}

/**
 * letter_fixture_write:
 *
 * Returns: the letter of @cell with the facts of @fixture, its subject on the first line
 */
char *
letter_fixture_write (LetterFixture *fixture, const LetterCell *cell)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceLetter) letter = relance_letter_write (&fixture->facts, &cell->style, &error);

  g_assert_no_error (error);
  return g_strconcat (letter->subject, "\n\n", letter->text, "\n", NULL);
}

/**
 * letter_cell_write:
 *
 * Returns: the letter of @cell, its subject on the first line
 */
char *
letter_cell_write (const LetterCell *cell)
{
  g_auto (LetterFixture) fixture = { 0 };

  letter_fixture_set_up (&fixture, cell);
  return letter_fixture_write (&fixture, cell);
}
