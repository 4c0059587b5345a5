/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"
#include "relance-vcard.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = relance_vcard_read (bytes, NULL, &error);

  g_assert_true ((cards == NULL) == (error != NULL));
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      const RelanceCard *card = cards->pdata[i];

      g_assert_true (card->reason != NULL || *card->name != '\0');
      g_assert_true (card->name == NULL || g_utf8_validate (card->name, -1, NULL));
      g_assert_true (card->note == NULL || g_utf8_validate (card->note, -1, NULL));
    }

  return 0;
}
