"""Look-ups in one process: microseconds a call, beside the bars they must keep.

python benchmarks/lookup.py
"""

from __future__ import annotations

import timeit
from collections.abc import Callable
from pathlib import Path

import electlaw
from electlaw.corpus import Corpus
from electlaw.diff import states
from electlaw.provisions import provision
from electlaw.sources import Directory

BILL = Path(__file__).parent.parent / "examples" / "bill-135" / "bill.toml"


def best(call: Callable[[], object], number: int, before: Callable[[], object] = lambda: None) -> float:
    return min(timeit.repeat(call, before, number=number, repeat=7)) / number * 1e6


def main() -> None:
    text = "Pasal 40 ayat (1) UU 10/2016"
    law = electlaw.at("2024-08-20")
    ref = law.ref(text)
    plain = law.ref("Pasal 54D ayat (1)")
    law.provision(ref), law.provision(text), law.provision(plain)

    def load() -> Corpus:
        corpus = Corpus((Directory(),))
        for id in corpus.places():
            corpus.place(id)
        for instrument in corpus.instruments():
            corpus.whole(instrument.id)
        for key in corpus.parameter_keys():
            corpus.settings(key)
        return corpus

    #: What was loaded is given back before the next load, outside its time.
    kept: list[Corpus] = []

    def load_and_fold() -> None:
        corpus = Corpus((Directory(),))
        states(electlaw.at("2024-08-20", corpus=corpus))

    before, after = electlaw.at("2024-08-19"), electlaw.at("2024-08-21")
    before.diff(after)
    rewritten = electlaw.at("2016-06-30"), electlaw.at("2016-07-01")
    rewritten[0].diff(rewritten[1])
    proposed = after.with_instrument(str(BILL))
    after.diff(proposed)
    figures = [
        ("repeated look-up, parsed reference", best(lambda: law.provision(ref), 200_000), 0.3),
        ("repeated look-up, text", best(lambda: law.provision(text), 200_000), 0.5),
        ("first fold of a loaded place", best(lambda: provision(law.corpus, plain, law.moment), 20_000), 6),
        ("… with a ruling on it", best(lambda: provision(law.corpus, ref, law.moment), 20_000), 6),
        ("new snapshot and one look-up", best(lambda: electlaw.at("2024-08-20").provision(ref), 20_000), 10),
        ("difference of two snapshots", best(lambda: before.diff(after), 5), 15_000),
        ("… across UU 10/2016, 879 changes", best(lambda: rewritten[0].diff(rewritten[1]), 5), 15_000),
        ("… a bill makes", best(lambda: after.diff(proposed), 5), 15_000),
        ("loading everything", best(lambda: kept.append(load()), 1, kept.clear), 60_000),
        ("… and folding it", best(load_and_fold, 1), None),
    ]
    print(f"{'µs a call':<40}{'measured':>12}{'at most':>12}")
    for name, measured, limit in figures:
        print(f"{name:<40}{measured:12.2f}{limit if limit else '':>12}")


if __name__ == "__main__":
    main()
