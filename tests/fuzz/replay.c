/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Replays, without a fuzzer, what was ever found, and some thousand inputs made from the
 * fixtures: the same ones at every run. Linked with one fuzz target. */

#include "config.h"

#include "fuzz.h"

#include <gio/gio.h>
#include <string.h>

#define N_MUTATIONS 2000
#define MAX_SEED (64 * 1024)

static const char *found;    /* the folder of what was found */
static const char *fixtures; /* the folder of good and odd files */

static GPtrArray *
load_folder (const char *path)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      char *data;
      gsize size;

      if (g_file_get_contents (file, &data, &size, NULL))
        g_ptr_array_add (files, g_bytes_new_take (data, size));
    }
  /* A folder has no order of its own. */
  g_ptr_array_sort_values (files, g_bytes_compare);

  return files;
}

static void
run (GBytes *bytes)
{
  gsize size;
  const uint8_t *data = g_bytes_get_data (bytes, &size);

  LLVMFuzzerTestOneInput (data, size);
}

static GBytes *
pick (GRand *random, GPtrArray *seeds)
{
  return seeds->pdata[g_rand_int_range (random, 0, seeds->len)];
}

/* Up to a tenth of the input, somewhere in it. */
static void
pick_range (GRand *random, const GByteArray *input, guint *from, guint *length)
{
  *from = input->len > 0 ? g_rand_int_range (random, 0, input->len) : 0;
  *length = g_rand_int_range (random, 0, input->len / 10 + 2);
  *length = MIN (*length, input->len - *from);
}

static void
change_byte (GRand *random, GByteArray *input, guint at)
{
  static const char special[] = "\0\xFF\n\r\"';,:<>()[]/%=\\ 0-";

  if (at < input->len)
    input->data[at] = g_rand_boolean (random)
                        ? (guint8) g_rand_int (random)
                        : (guint8) special[g_rand_int_range (random, 0, sizeof special - 1)];
}

static void
insert_copy (GByteArray *input, guint at, guint from, guint length)
{
  g_autofree guint8 *copy = g_memdup2 (input->data + from, length);
  guint after = input->len - at;

  g_byte_array_set_size (input, input->len + length);
  memmove (input->data + at + length, input->data + at, after);
  memcpy (input->data + at, copy, length);
}

static void
mutate (GRand *random, GByteArray *input, GBytes *other)
{
  guint from, length, at, unused;

  pick_range (random, input, &from, &length);
  pick_range (random, input, &at, &unused);
  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
    case 1:
      change_byte (random, input, at);
      break;
    case 2:
      g_byte_array_remove_range (input, from, length);
      break;
    case 3:
      if (input->len < MAX_SEED && length > 0)
        insert_copy (input, at, from, length);
      break;
    case 4:
      g_byte_array_set_size (input, at);
      break;
    default:
      if (input->len < MAX_SEED)
        g_byte_array_append (input, g_bytes_get_data (other, NULL), g_bytes_get_size (other));
    }
}

static void
test_found (void)
{
  g_autoptr (GPtrArray) files = load_folder (found);

  for (guint i = 0; i < files->len; i++)
    run (files->pdata[i]);
}

static void
test_mutations (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  g_autoptr (GPtrArray) seeds = load_folder (fixtures);

  g_assert_cmpuint (seeds->len, >, 0);
  for (guint i = 0; i < seeds->len; i++)
    run (seeds->pdata[i]);
  for (int i = 0; i < N_MUTATIONS; i++)
    {
      GBytes *seed = pick (random, seeds);
      g_autoptr (GByteArray) input = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;

      g_byte_array_append (input, g_bytes_get_data (seed, NULL),
                           MIN (g_bytes_get_size (seed), MAX_SEED));
      for (int n = g_rand_int_range (random, 1, 6); n > 0; n--)
        mutate (random, input, pick (random, seeds));
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&input));
      run (bytes);
    }
}

/* Arguments: the folder of what was found, and that of the fixtures. */
int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_assert_cmpint (argc, ==, 3);
  found = argv[1];
  fixtures = argv[2];
  g_test_add_func ("/fuzz/found", test_found);
  g_test_add_func ("/fuzz/mutations", test_mutations);

  return g_test_run ();
}
