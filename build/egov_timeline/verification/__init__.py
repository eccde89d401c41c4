"""Proves, of a copy of the archive, that it is whole and that nobody changed a word of it.

Turns a zip, a folder or an address into one sentence that says what was proved, or into all that is
not so. Who made the archive is not proved by it: that the attestation of a release says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from egov_timeline import manifest
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.verification import proofs
from egov_timeline.verification.holdings import MOST_FILES, Exceeded, Holding, opened


@dataclass(frozen=True, slots=True)
class Proof:
    """How much was looked at, and what of it is not so; `without_text` are not to be compared."""

    files: int
    texts: int
    quotes: int
    corrections: int
    without_text: int
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        said = (
            f"{self.files} tệp đúng mã SHA-256; {self.quotes} câu trích có đúng từng chữ trong "
            f"{self.texts} văn bản gốc; {self.corrections} đính chính đều có trong sổ"
        )
        if self.without_text:
            said += f"; {self.without_text} bài không kèm văn bản gốc thì không so được câu trích"
        return said + "."


def verify(source: str, tell: Callable[[int, int], None] = lambda done, of: None) -> Proof:
    """Return what the zip, folder or address `source` proves; `tell` hears how far it has come.

    Raises ProblemsFound where it is no archive at all.
    """
    with opened(source) as holding:
        listed = _listed(holding, source)
        archive = Archive(holding, listed, holding.read(proofs.DATA))
        problems = [*archive.beside()]
        with ThreadPoolExecutor(holding.at_once) as pool:
            for number, found in enumerate(pool.map(archive.file, listed)):
                tell(number, len(listed))
                problems += found
        return archive.proof(problems)


def _listed(holding: Holding, source: str) -> dict[str, str]:
    try:
        said = holding.read(manifest.NAME)
    except ProblemsFound as err:
        what = f"không có {manifest.NAME} đọc được ({err.problems[0].what})"
        remedy = "Chỉ ra tệp zip, thư mục đã giải nén, thư mục site/ hoặc địa chỉ trang chủ."
        raise ProblemsFound.one(source, what, remedy) from err
    listed = manifest.read(said.decode("utf-8", "replace"), manifest.NAME)
    if len(listed) > MOST_FILES:
        raise ProblemsFound.one(source, f"kể hơn {MOST_FILES} tệp", "Xem lại nguồn.")
    return listed


class Archive:
    """What is verified: its files, the list of them, and its data."""

    def __init__(self, holding: Holding, listed: Mapping[str, str], data: bytes) -> None:
        self._holding, self._listed, self._data = holding, listed, data
        self._records = proofs.records(data)
        self._raw = {n: record for record in self._records if (n := proofs.raw_name(record))}

    def beside(self) -> Iterator[Problem]:
        """Yield what is there and in no list, and what must be in it and is not."""
        for name in sorted((self._holding.names or frozenset()) - self._listed.keys()):
            remedy = "Tệp lạ: đừng mở; lấy lại từ nơi đăng."
            yield Problem(name, f"không có trong {manifest.NAME}", remedy)
        for name in sorted({proofs.DATA, proofs.LOG, *self._raw} - self._listed.keys()):
            yield Problem(manifest.NAME, f"không kể {name}", "Lấy lại từ nơi đăng.")

    def file(self, name: str) -> list[Problem]:
        """Return all that is wrong with a file that is listed. Raises Exceeded."""
        try:
            content = self._data if name == proofs.DATA else self._holding.read(name)
        except Exceeded:
            raise
        except ProblemsFound as err:
            return list(err.problems)
        found = [*proofs.digest(name, content, self._listed[name])]
        if name in self._raw:
            found += proofs.quotes(self._raw[name], content)
        if name == proofs.LOG:
            found += proofs.corrections(self._records, content)
        return found

    def proof(self, problems: Sequence[Problem]) -> Proof:
        """Return what was looked at, and what of it is not so."""
        return Proof(
            files=len(self._listed),
            texts=len(self._raw),
            quotes=sum(len(proofs.evidences(record)) for record in self._raw.values()),
            corrections=sum(len(record["corrections"]) for record in self._records),
            without_text=len(self._records) - len(self._raw),
            problems=tuple(problems),
        )
