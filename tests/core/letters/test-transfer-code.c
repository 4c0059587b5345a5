/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the QR code beside the words that say how to pay holds: EPC069-12, version 002. */

#include "config.h"

#include "relance-transfer-code.h"

#include <glib.h>
#include <string.h>

#define IBAN "FR7630006000011234567890189"
#define TEN "0123456789"
#define SEVENTY TEN TEN TEN TEN TEN TEN TEN

typedef struct
{
  const char *about;
  RelanceTransfer transfer;
  const char *references[4];
  const char *code; /* NULL where there is none */
} CodeCase;

static const CodeCase code_cases[] = {
  { "one invoice",
    { "Camille Étienne", IBAN, NULL, 123450, "EUR" },
    { "Facture F2026-042" },
    "BCD\n002\n1\nSCT\n\nCamille Étienne\n" IBAN "\nEUR1234.50\n\n\nFacture F2026-042" },
  { "several invoices",
    { "Studio Nord", IBAN, "", 100000, "EUR" },
    { "F-1", "F-2", "F-3" },
    "BCD\n002\n1\nSCT\n\nStudio Nord\n" IBAN "\nEUR1000.00\n\n\nF-1, F-2, F-3" },
  { "a BIC, and nothing to quote",
    { "Red Cross of Belgium", "BE72000000001616", "BPOTBEB1", 100, "EUR" },
    { NULL },
    "BCD\n002\n1\nSCT\nBPOTBEB1\nRed Cross of Belgium\nBE72000000001616\nEUR1.00" },
  { "a BIC that is none",
    { "Studio Nord", IBAN, "NOT A BIC", 100, "EUR" },
    { NULL },
    "BCD\n002\n1\nSCT\n\nStudio Nord\n" IBAN "\nEUR1.00" },
  { "a structured reference",
    { "Studio Nord", IBAN, NULL, 5, "EUR" },
    { "RF18 5390 0754 7034" },
    "BCD\n002\n1\nSCT\n\nStudio Nord\n" IBAN "\nEUR0.05\n\nRF18539007547034" },
  { "the largest amount",
    { "Studio Nord", IBAN, NULL, G_GINT64_CONSTANT (99999999999), "EUR" },
    { "F" },
    "BCD\n002\n1\nSCT\n\nStudio Nord\n" IBAN "\nEUR999999999.99\n\n\nF" },
  { "line breaks, tabs and marks of direction",
    { " Studio\nEUR1.00\t\u202eNord\u200f ", IBAN, NULL, 100, "EUR" },
    { "F\r\n042\x01" },
    "BCD\n002\n1\nSCT\n\nStudio EUR1.00 Nord\n" IBAN "\nEUR1.00\n\n\nF 042" },
  { "a name that is too long",
    { SEVENTY "rest", IBAN, NULL, 100, "EUR" },
    { "F" },
    "BCD\n002\n1\nSCT\n\n" SEVENTY "\n" IBAN "\nEUR1.00\n\n\nF" },
  { "numbers that are 140 characters",
    { "N", IBAN, NULL, 100, "EUR" },
    { SEVENTY SEVENTY },
    "BCD\n002\n1\nSCT\n\nN\n" IBAN "\nEUR1.00\n\n\n" SEVENTY SEVENTY },
  { "more numbers than fit",
    { "N", IBAN, NULL, 100, "EUR" },
    { SEVENTY, "F-2", SEVENTY },
    "BCD\n002\n1\nSCT\n\nN\n" IBAN "\nEUR1.00\n\n\n" SEVENTY ", F-2 + 1" },
  { "a number that does not fit", { "N", IBAN, NULL, 100, "EUR" }, { SEVENTY SEVENTY "1" }, NULL },
  { "a country outside of the EEA, with a BIC",
    { "N", "CH9300762011623852957", "POFICHBEXXX", 100, "EUR" },
    { "F" },
    "BCD\n002\n1\nSCT\nPOFICHBEXXX\nN\nCH9300762011623852957\nEUR1.00\n\n\nF" },
  { "the same without", { "N", "CH9300762011623852957", NULL, 100, "EUR" }, { "F" }, NULL },
  { "a country outside of SEPA",
    { "N", "TR330006100519786457841326", "TGBATRIS", 100, "EUR" },
    { "F" },
    NULL },
  { "pounds", { "N", IBAN, NULL, 100, "GBP" }, { "F" }, NULL },
  { "no currency", { "N", IBAN, NULL, 100, NULL }, { "F" }, NULL },
  { "nothing", { "N", IBAN, NULL, 0, "EUR" }, { "F" }, NULL },
  { "less than nothing", { "N", IBAN, NULL, -100, "EUR" }, { "F" }, NULL },
  { "too much", { "N", IBAN, NULL, G_GINT64_CONSTANT (100000000000), "EUR" }, { "F" }, NULL },
  { "no IBAN", { "N", NULL, NULL, 100, "EUR" }, { "F" }, NULL },
  { "an empty IBAN", { "N", "", NULL, 100, "EUR" }, { "F" }, NULL },
  { "an IBAN with a slip",
    { "N", "FR7630006000011234567890188", NULL, 100, "EUR" },
    { "F" },
    NULL },
  { "nobody", { NULL, IBAN, NULL, 100, "EUR" }, { "F" }, NULL },
  { "a name of blanks", { " \n\u200b", IBAN, NULL, 100, "EUR" }, { "F" }, NULL },
};

static void
test_codes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (code_cases); i++)
    {
      RelanceTransfer transfer = code_cases[i].transfer;
      g_autofree char *code = NULL;

      transfer.references = code_cases[i].references;
      code = relance_transfer_code_write (&transfer);
      g_test_message ("%s", code_cases[i].about);
      g_assert_cmpstr (code, ==, code_cases[i].code);
    }
}

static char *
repeat (const char *text, int times)
{
  GString *all = g_string_new (NULL);

  while (times-- > 0)
    g_string_append (all, text);
  return g_string_free_and_steal (all);
}

/* Characters of several bytes: 331 bytes are reached before 70 and 140 characters are. */
static void
test_bytes (void)
{
  g_autofree char *name = repeat ("名", 70);
  g_autofree char *wider_name = repeat ("𝒩", 70);
  g_autofree char *number = repeat ("名", 30);
  const char *fitting[] = { "F-1", "F-2", NULL };
  const char *one_too_long[] = { "F-1", number, NULL };
  const char *too_long[] = { number, NULL };
  RelanceTransfer transfer = { name, IBAN, NULL, 100, "EUR", fitting };
  g_autofree char *start = g_strdup_printf ("BCD\n002\n1\nSCT\n\n%s\n" IBAN "\nEUR1.00", name);
  g_autofree char *all = g_strconcat (start, "\n\n\nF-1, F-2", NULL);
  g_autofree char *first = g_strconcat (start, "\n\n\nF-1 + 1", NULL);
  g_autofree char *code = relance_transfer_code_write (&transfer);
  g_autofree char *cut = NULL;

  g_assert_cmpstr (code, ==, all);
  transfer.references = one_too_long;
  cut = relance_transfer_code_write (&transfer);
  g_assert_cmpstr (cut, ==, first);
  transfer.references = too_long;
  g_assert_null (relance_transfer_code_write (&transfer));
  transfer.name = wider_name;
  transfer.references = fitting;
  g_assert_null (relance_transfer_code_write (&transfer));
}

/* Sixty numbers: the code holds whole ones, and says how many more there are. */
static void
test_many (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;
  RelanceTransfer transfer = { "Studio Nord", IBAN, NULL, 100, "EUR" };
  g_autofree char *code = NULL;
  const char *text;

  for (int i = 0; i < 60; i++)
    g_strv_builder_take (builder, g_strdup_printf ("2026-%03d", i));
  numbers = g_strv_builder_end (builder);
  transfer.references = (const char *const *) numbers;
  code = relance_transfer_code_write (&transfer);
  text = strrchr (code, '\n') + 1;
  g_assert_cmpint (strlen (text), <=, 140);
  g_assert_true (g_regex_match_simple ("^(2026-\\d{3}, ){12}2026-\\d{3} \\+ 47$", text, 0, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transfer-code/codes", test_codes);
  g_test_add_func ("/transfer-code/bytes", test_bytes);
  g_test_add_func ("/transfer-code/many", test_many);
  return g_test_run ();
}
