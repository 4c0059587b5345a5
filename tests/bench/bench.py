#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how fast Relance is beside a named rival or limit, on 100,000 invoices.

Usage: bench.py BUILD-FOLDER [--large]; the latter also fills a book with 1,000,000 of them.
Every ratio is the median of pairs that ran in turn, so that a machine that slows down slows both.
"""

import datetime
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

INVOICES = 100_000
E_INVOICES = 1_000
LEDGER_LINES = 200_000
CLIENTS = 5_000
OPEN = 10_000
PAIRS = 7
TODAY = '2026-11-24'
HEADER = ('Numéro Facture;Date Émission;Date Échéance;Client;E-mail;'
          'Montant TTC;Montant Payé;Date Paiement;Devise;Objet')
LABELS = ('Conseil', 'Maintenance', 'Traduction', 'Rédaction', 'Photographie')

LEDGER_HEADER = ('JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|'
                 'CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|'
                 'ValidDate|Montantdevise|Idevise')

# The least that a Cross Industry Invoice of the profile BASIC WL holds.
E_INVOICE = """<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice
 xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
 xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
 xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocument><ram:ID>E-{number:05}</ram:ID><ram:TypeCode>380</ram:TypeCode>
<ram:IssueDateTime><udt:DateTimeString format="102">{issued}</udt:DateTimeString></ram:IssueDateTime>
</rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement>
<ram:SellerTradeParty><ram:Name>Atelier Exemple</ram:Name></ram:SellerTradeParty>
<ram:BuyerTradeParty><ram:Name>Client {client:04}</ram:Name>
<ram:PostalTradeAddress><ram:PostcodeCode>69001</ram:PostcodeCode>
<ram:LineOne>{client} rue Exemple</ram:LineOne><ram:CityName>Lyon</ram:CityName>
<ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress>
<ram:URIUniversalCommunication><ram:URIID schemeID="EM">client{client}@example.org</ram:URIID>
</ram:URIUniversalCommunication></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery/><ram:ApplicableHeaderTradeSettlement>
<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:SpecifiedTradePaymentTerms>
<ram:DueDateDateTime><udt:DateTimeString format="102">{due}</udt:DateTimeString></ram:DueDateDateTime>
</ram:SpecifiedTradePaymentTerms><ram:SpecifiedTradeSettlementHeaderMonetarySummation>
<ram:TaxBasisTotalAmount>{total}.00</ram:TaxBasisTotalAmount>
<ram:GrandTotalAmount>{total}.00</ram:GrandTotalAmount>
<ram:DuePayableAmount>{total}.00</ram:DuePayableAmount>
</ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>
"""

failures = []


def write_invoices(path, count=INVOICES):
    """Three years of invoices: most paid, some in part, some late, two currencies."""
    rng = random.Random(7)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(HEADER + '\n')
        for i in range(count):
            issued = time.gmtime(1_700_000_000 + i * 94_000_000 // count)
            due = time.gmtime(time.mktime(issued) + 30 * 86_400)
            client = rng.randrange(CLIENTS)
            total = rng.randrange(5_000, 500_000)
            paid = rng.choices([total, total // 2, 0], [80, 5, 15])[0]
            late = time.gmtime(time.mktime(due) + rng.randrange(-20, 40) * 86_400)
            if time.mktime(late) > 1_795_000_000:
                paid = 0
            cells = [f'F-{i:06}', time.strftime('%d/%m/%Y', issued), time.strftime('%d/%m/%Y', due),
                     f'Client {client:04}', f'client{client}@example.org',
                     f'{total // 100},{total % 100:02}',
                     f'{paid // 100},{paid % 100:02}' if paid else '',
                     time.strftime('%d/%m/%Y', late) if paid else '',
                     'GBP' if client % 20 == 0 else 'EUR', f'{LABELS[i % len(LABELS)]} {i % 89}']
            file.write(';'.join(cells) + '\n')


def write_history(path):
    """As many paid as INVOICES, by clients who have habits, and OPEN that are not, some of them late."""
    rng = random.Random(5)

    def write_day(days):
        return (datetime.date.fromisoformat(TODAY) + datetime.timedelta(days)).strftime('%d/%m/%Y')

    with open(path, 'w', encoding='utf-8') as file:
        file.write(HEADER + '\n')
        for i in range(INVOICES + OPEN):
            client, total = rng.randrange(CLIENTS), rng.randrange(5_000, 500_000)
            due = rng.randrange(-60, 45) if i < OPEN else -90 - rng.randrange(1_000)
            paid = '' if i < OPEN else write_day(due + client % 40 - 10 + rng.randrange(-9, 10))
            total = f'{total // 100},{total % 100:02}'
            cells = [f'H-{i:06}', write_day(due - 30), write_day(due), f'Client {client:04}', '',
                     total, total if paid else '', paid, 'EUR', '']
            file.write(';'.join(cells) + '\n')


def write_e_invoices(folder):
    folder.mkdir()
    for i in range(E_INVOICES):
        issued = time.gmtime(1_750_000_000 + i * 40_000)
        due = time.gmtime(time.mktime(issued) + 30 * 86_400)
        text = E_INVOICE.format(number=i, client=i % 200, total=100 + i,
                                issued=time.strftime('%Y%m%d', issued),
                                due=time.strftime('%Y%m%d', due))
        (folder / f'{i:05}.xml').write_text(text, encoding='utf-8')


def write_ledger(path):
    """A lettered accounting export: five lines for an invoice and its payment."""
    rng = random.Random(11)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(LEDGER_HEADER + '\n')
        for i in range(LEDGER_LINES // 5):
            day = time.gmtime(1_735_700_000 + i * 31_000_000 // (LEDGER_LINES // 5))
            paid = time.gmtime(time.mktime(day) + rng.randrange(5, 60) * 86_400)
            day, paid = time.strftime('%Y%m%d', day), time.strftime('%Y%m%d', paid)
            net = rng.randrange(5_000, 500_000) // 5 * 5
            vat = net // 5
            client = rng.randrange(CLIENTS)
            code = f'C{client:04}|Client {client:04}'
            number, letters, money = f'F-{i:06}', f'L{i}', '{},{:02}'.format
            net, vat, total = (money(*divmod(cents, 100)) for cents in (net, vat, net + vat))
            for cells in (
                    ('VE|Ventes', 2 * i, day, f'411000|Clients|{code}', number, day, 'Facture',
                     total, '0,00', letters),
                    ('VE|Ventes', 2 * i, day, '706000|Prestations||', number, day, 'Facture',
                     '0,00', net, ''),
                    ('VE|Ventes', 2 * i, day, '445710|TVA||', number, day, 'Facture', '0,00', vat,
                     ''),
                    ('BQ|Banque', 2 * i + 1, paid, '512000|Banque||', f'V-{i}', paid, 'Virement',
                     total, '0,00', ''),
                    ('BQ|Banque', 2 * i + 1, paid, f'411000|Clients|{code}', f'V-{i}', paid,
                     'Virement', '0,00', total, letters)):
                file.write('|'.join(map(str, cells)) + f'||{day}||\n')


def run_timed(command, **options):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)
    return time.perf_counter() - start


def compare(what, limit, ours, rival):
    """Runs both in turn and prints the ratio of their medians beside its limit."""
    ours(), rival()
    pairs = [(ours(), rival()) for _ in range(PAIRS)]
    mine = statistics.median(pair[0] for pair in pairs)
    theirs = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(a / b for a, b in pairs)
    tell(what, f'{ratio:.2f} × (limit {limit} ×)', ratio <= limit,
         f'{mine * 1000:.0f} ms beside {theirs * 1000:.0f} ms')


def tell(what, figure, good, detail):
    print(f'{"holds" if good else "MISSES":7} {what}: {figure}; {detail}', flush=True)
    if not good:
        failures.append(what)


def start_anew(book):
    for file in book.parent.glob(book.name + '*'):
        if file.is_file():
            file.unlink()


def bench_table(cli, what, path, book, separator):
    """Imports a file into an empty book, beside the sqlite3 shell that takes it as it is."""
    rival = book.with_name('rival.db')

    def ours():
        start_anew(book)
        return run_timed([cli, '--book', book, '--today', TODAY, '--json', 'import', path])

    def theirs():
        rival.unlink(missing_ok=True)
        return run_timed(['sqlite3', rival, '.mode csv', f'.separator {separator}',
                          f'.import {path} invoices'])

    compare(f'{what}, beside sqlite3’s .import of the file', 4, ours, theirs)


def bench_import(cli, csv, folder):
    book = folder / 'import.db'
    bench_table(cli, 'import of 100,000 invoices', csv, book, ';')
    return book


def bench_formats(cli, folder):
    """What is not a table of invoices."""
    book, ledger, e_invoices = folder / 'formats.db', folder / 'ledger.txt', folder / 'e-invoices'
    write_ledger(ledger)
    bench_table(cli, 'import of an accounting export of 200,000 lines', ledger, book, '|')
    write_e_invoices(e_invoices)
    runs = []
    for _ in range(PAIRS):
        start_anew(book)
        runs.append(run_timed([cli, '--book', book, '--today', TODAY, '--json', 'import',
                               e_invoices]))
    middle = statistics.median(runs)
    tell('import of 1,000 CII e-invoices', f'{middle / 5:.2f} × (limit 1 × 5 s)', middle <= 5,
         f'{middle * 1000:.0f} ms')


def bench_readings(cli, book):
    """What reads the whole book, beside the sqlite3 shell that adds it up by month and by age."""
    rival = pathlib.Path(__file__).with_name('today-rival.sql').read_text(encoding='utf-8')
    rival = rival.replace(':today', f"'{TODAY}'").replace(':since', "'2025-12-01'")
    for what, limit, command in [
            ('dashboard', 2, ['dashboard']),
            ('queue of reminders', 2, ['due']),
            ('list of 5,000 clients', 2, ['client', 'list']),
            ('page of 200 invoices by due date', 2, ['invoice', 'list', '--limit', '200']),
            ('page of 200 open invoices', 2, ['invoice', 'list', '--state', 'open',
                                              '--limit', '200'])]:
        compare(f'{what}, beside aggregates by the sqlite3 shell', limit,
                lambda: run_timed([cli, '--book', book, '--today', TODAY, '--json', *command]),
                lambda: run_timed(['sqlite3', book], input=rival, text=True))


def bench_forecast(program, cli, folder):
    """The forecast proper: when each of the open invoices comes, and a thousand draws of them all. What the
    book holds is read and learned from before, which Today does no more often than the book changes."""
    csv, book = folder / 'history.csv', folder / 'history.db'
    write_history(csv)
    run_timed([cli, '--book', book, '--today', TODAY, '--json', 'import', csv])
    runs = []
    for _ in range(PAIRS):
        output = subprocess.run([program, book, TODAY], check=True, stdout=subprocess.PIPE, text=True)
        runs.append(json.loads(output.stdout))
    known = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
    middle = known['forecasting']
    tell(f'forecast of {known["open"]:,} open invoices, {known["settled"]:,} settled',
         f'{middle / 50:.2f} × (limit 1 × 50 ms)', middle <= 50, f'{middle:.1f} ms')
    print(f'        before it: {known["reading"]:.0f} ms to read the book, {known["learning"]:.0f} ms to learn '
          'from what was settled', flush=True)


def run_lists(program, book, folder):
    """What bench-lists says of a copy of a book: the median of what several runs measured."""
    copy = folder / 'lists.db'
    runs = []
    for _ in range(3):
        for file in folder.glob('lists.db*'):
            file.unlink()
        shutil.copy(book, copy)
        output = subprocess.run([program, copy, TODAY], check=True, stdout=subprocess.PIPE, text=True)
        runs.append(json.loads(output.stdout.splitlines()[-1]))
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def bench_lists(program, cli, book, folder):
    """Pages of lists and searches as they are typed, and how they grow with the book."""
    lists = run_lists(program, book, folder)
    for what, key in [('page of any list, sort and filter, 95th percentile', 'page'),
                      ('search as it is typed, letter by letter, 95th percentile', 'search')]:
        tell(what, f'{lists[key] / 30:.2f} × (limit 1 × 30 ms)', lists[key] <= 30,
             f'{lists[key]:.1f} ms, median {lists[key + "_median"]:.1f} ms')
    print(f'        first page of a book just opened: {lists["first"]:.0f} ms; what makes the rest fast: '
          f'{lists["completing"]:.0f} ms in steps of {lists["step"]:.0f} ms; all rows counted and added '
          f'up: {lists["count"]:.0f} ms; after a payment: {lists["change"]:.0f} ms', flush=True)
    bench_growth(program, cli, folder, {INVOICES: lists})


def bench_growth(program, cli, folder, known):
    """A page must not grow faster than the logarithm of the book: a tenfold book has one more level.
    An import must not grow faster than its file, give or take the noise of the machine."""
    imports = {}
    sizes = [INVOICES // 10, INVOICES] + ([INVOICES * 10] if '--large' in sys.argv else [])
    for size in sizes:
        csv, book = folder / 'growth.csv', folder / 'growth.db'
        write_invoices(csv, size)
        runs = []
        for _ in range(3):
            start_anew(book)
            runs.append(run_timed([cli, '--book', book, '--today', TODAY, '--json', 'import', csv]))
        imports[size] = statistics.median(runs)
        if size not in known:
            known[size] = run_lists(program, book, folder)
    for size, next_size in zip(sizes, sizes[1:]):
        ratio = imports[next_size] / imports[size]
        tell(f'import of {next_size:,} invoices beside {size:,}', f'{ratio:.2f} × (limit 12 ×)', ratio <= 12,
             f'{imports[next_size] * 1000:.0f} ms beside {imports[size] * 1000:.0f} ms')
        ratio = known[next_size]['page_median'] / known[size]['page_median']
        tell(f'page at {next_size:,} invoices beside {size:,}', f'{ratio:.2f} × (limit 2 ×)', ratio <= 2,
             f'{known[next_size]["page_median"]:.1f} ms beside {known[size]["page_median"]:.1f} ms, median; '
             f'95th percentile {known[next_size]["page"]:.1f} ms beside {known[size]["page"]:.1f} ms')


def bench_window(program, book):
    environment = dict(os.environ, GSK_RENDERER='cairo')
    compare('start to first frame, beside an empty libadwaita window', 1.6,
            lambda: run_timed([program, 'first', book], env=environment),
            lambda: run_timed([program, 'empty'], env=environment))
    runs = []
    for _ in range(PAIRS):
        output = subprocess.run([program, 'today', book], check=True, env=environment,
                                stdout=subprocess.PIPE, text=True).stdout
        runs.append(json.loads(output.splitlines()[-1]))
    filled = statistics.median(run['filled_ms'] for run in runs)
    worst = statistics.median(run['worst_frame_ms'] for run in runs)
    tell('Today filled after it is shown', f'{filled / 150:.2f} × (limit 1 × 150 ms)', filled <= 150,
         f'{filled:.0f} ms')
    tell('longest frame meanwhile', f'{worst / 32:.2f} × (limit 1 × 32 ms)', worst <= 32,
         f'{worst:.0f} ms')


def bench_tone(program, book):
    """From the key that changes the tone of a letter to the letter on screen."""
    environment = dict(os.environ, GSK_RENDERER='cairo')
    output = subprocess.run([program, book], check=True, env=environment, stdout=subprocess.PIPE,
                            text=True).stdout
    times = json.loads(output.splitlines()[-1])
    tell('a tone switch on screen', f'{times["median_ms"] / 16:.2f} × (limit 1 × 16 ms)',
         times['median_ms'] <= 16, f'{times["median_ms"]:.1f} ms, worst {times["worst_ms"]:.1f} ms')


def bench_changes(program, book, folder):
    """From an invoice that is in the book to the page of Today that counts it."""
    environment = dict(os.environ, GSK_RENDERER='cairo')
    copy = folder / 'changes.db'
    runs = []
    for _ in range(3):
        start_anew(copy)
        shutil.copy(book, copy)
        output = subprocess.run([program, 'change', copy], check=True, env=environment,
                                stdout=subprocess.PIPE, text=True).stdout
        runs.append(json.loads(output.splitlines()[-1]))
    start_anew(copy)
    change, slowest, busy = (statistics.median(run[key] for run in runs)
                             for key in ('change_ms', 'slowest_change_ms', 'busy_ms'))
    tell('a change in the book on the page of Today', f'{change / 100:.2f} × (limit 1 × 100 ms)',
         change <= 100, f'{change:.0f} ms, slowest {slowest:.0f} ms')
    tell('longest frame meanwhile, with all that follows', f'{busy / 16:.2f} × (limit 1 × 16 ms)',
         busy <= 16, f'{busy:.1f} ms')


def run_scrolling(program, book, environment):
    output = subprocess.run([program, 'scroll', book], check=True, env=environment,
                            stdout=subprocess.PIPE, text=True).stdout
    return json.loads(output.splitlines()[-1])


def bench_scrolling(program, cli, book, folder):
    """How long the main thread works at a stretch while lists move, and what the window then holds in
    memory beside the one of a book with a single invoice."""
    environment = dict(os.environ, GSK_RENDERER='cairo')
    csv, small = folder / 'one.csv', folder / 'one.db'
    write_invoices(csv, 1)
    run_timed([cli, '--book', small, '--today', TODAY, '--json', 'import', csv])
    runs = [(run_scrolling(program, book, environment), run_scrolling(program, small, environment))
            for _ in range(3)]
    for page in ('invoices', 'clients', 'sent'):
        worst = statistics.median(full[page + '_ms'] for full, _ in runs)
        tell(f'longest frame while the list of {page} scrolls', f'{worst / 16:.2f} × (limit 1 × 16 ms)',
             worst <= 16, f'{worst:.1f} ms')
        worst = statistics.median(full[page + '_jump_ms'] for full, _ in runs)
        tell(f'longest frame when the scrollbar of the list of {page} jumps',
             f'{worst / 16:.2f} × (limit 1 × 16 ms)', worst <= 16, f'{worst:.1f} ms')
    mine = statistics.median(full['resident_kb'] for full, _ in runs)
    theirs = statistics.median(one['resident_kb'] for _, one in runs)
    tell('memory of the window, beside the one of a book with one invoice',
         f'{mine / theirs:.2f} × (limit 1.3 ×)', mine <= theirs * 1.3,
         f'{mine / 1024:.0f} MiB beside {theirs / 1024:.0f} MiB')


def bench_guard(program):
    output = subprocess.run([program], check=True, stdout=subprocess.PIPE, text=True).stdout
    for language, spent in json.loads(output).items():
        tell(f'the guard on a letter of 3,000 characters ({language})',
             f'{spent / 2:.2f} × (limit 1 × 2 ms)', spent <= 2, f'{spent:.2f} ms')


def bench_drafts(program):
    output = subprocess.run([program], check=True, stdout=subprocess.PIPE, text=True).stdout
    spent = json.loads(output)['milliseconds']
    tell('10,000 drafts with text and HTML', f'{spent / 1000:.2f} × (limit 1 × 1 s)', spent <= 1000,
         f'{spent:.0f} ms')


def bench_plans(program):
    output = subprocess.run([program], check=True, stdout=subprocess.PIPE, text=True).stdout
    for whose, spent in json.loads(output).items():
        tell(f'planning 100,000 invoices of {whose}', f'{spent / 500:.2f} × (limit 1 × 0.5 s)',
             spent <= 500, f'{spent:.0f} ms')


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.environ['XDG_DATA_HOME'] = name
        os.environ['TZ'] = 'UTC'
        bench_guard(build / 'tests/bench/bench-guard')
        bench_drafts(build / 'tests/bench/bench-drafts')
        bench_plans(build / 'tests/bench/bench-plans')
        csv = folder / 'invoices.csv'
        write_invoices(csv)
        book = bench_import(build / 'src/cli/relance-cli', csv, folder)
        bench_formats(build / 'src/cli/relance-cli', folder)
        bench_readings(build / 'src/cli/relance-cli', book)
        bench_forecast(build / 'tests/bench/bench-forecast', build / 'src/cli/relance-cli', folder)
        bench_lists(build / 'tests/bench/bench-lists', build / 'src/cli/relance-cli', book, folder)
        bench_window(build / 'tests/bench/bench-window', book)
        bench_tone(build / 'tests/bench/bench-tone', book)
        bench_changes(build / 'tests/bench/bench-window', book, folder)
        bench_scrolling(build / 'tests/bench/bench-window', build / 'src/cli/relance-cli', book, folder)
    sys.exit(1 if failures else 0)


main()
