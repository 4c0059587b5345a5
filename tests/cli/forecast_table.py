# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how far the forecast is from the truth on books of many kinds, beside its rivals.

Not a test: RELANCE_CLI=…/relance-cli python3 forecast_table.py [CLIENTS INVOICES_EACH [BOOKS_EACH]]
"""

import json
import os
import subprocess
import sys
import tempfile

from invented_payers import KINDS, PERFECT, invent, of_all_kinds, write_csv


def hold_against(claims):
    with tempfile.TemporaryDirectory(prefix="relance-table-") as folder:
        command = [os.environ["RELANCE_CLI"], "--json", "--today", "2026-11-24",
                   "--book", f"{folder}/book.db"]
        subprocess.run([*command, "import", "-"], input=write_csv(claims).encode(), check=True,
                       capture_output=True)
        return json.loads(subprocess.run([*command, "forecast", "--backtest"], check=True,
                                         capture_output=True).stdout)


def main():
    clients, each, books = (*map(int, sys.argv[1:]), *(100, 25, 1)[len(sys.argv) - 1:])
    print(f"{clients} clients, {each} invoices each: errors in days\n"
          f"{'':32}{'n':>6}{'ours':>7}{'due':>7}{'median':>7}{'ratio':>7}{'covered':>8}")
    for kind in [*KINDS, of_all_kinds, *PERFECT]:
        for seed in range(books):
            said = hold_against(invent(kind, clients, each, seed))
            ours, due, own = said["mae_days"], said["due_date_mae"], said["client_median_mae"]
            ratio = f"{ours / min(due, own):.3f}" if min(due, own) else "-"
            print(f"{kind.__name__:32}{said['n']:6}{ours:7.2f}{due:7.2f}{own:7.2f}{ratio:>7}"
                  f"{said['coverage_80']:8.3f}", flush=True)


if __name__ == "__main__":
    main()
