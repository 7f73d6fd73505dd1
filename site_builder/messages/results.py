"""What a command says of its result, in Indonesian and in English.

Here and not among the sentences: every build says some of it, and to read those takes 10 ms.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Said(NamedTuple):
    """A text in each language, with blanks; where it counts, what is said of one."""

    id: str
    en: str
    en_of_one: str = ""


RESULTS = {
    "more": Said("… dan {count} lagi", "… and {count} more"),
    "errors": Said("{count} kesalahan", "{count} errors", "{count} error"),
    "warnings": Said("{count} peringatan", "{count} warnings", "{count} warning"),
    "mendable": Said(
        "Sentra bisa membetulkan {count} di antaranya: `sentra {command} --fix`",
        "Sentra can mend {count} of these: `sentra {command} --fix`",
    ),
    "strict": Said(
        "{kept}: `--strict` menolak peringatan juga.", "{kept}: `--strict` refuses warnings, too."
    ),
    "not-published": Said(
        "Situs tidak diterbitkan dan yang lama tetap utuh",
        "Nothing was published and the former site stays as it was",
    ),
    "not-passed": Said("Pemeriksaan gagal", "The check failed"),
    "mended": Said(
        "--fix: {count} perbaikan di {files} berkas.", "--fix: lines mended: {count}, in files: {files}."
    ),
    "nothing-to-mend": Said(
        "--fix: tidak ada yang bisa diperbaiki sendiri.", "--fix: nothing to mend without asking."
    ),
    "built": Said(
        "{outputs} berkas: {rendered} dibuat, {reused} dipakai lagi ({seconds} detik)",
        "{outputs} files: {rendered} rendered, {reused} reused ({seconds} seconds)",
    ),
    "checked": Said(
        "Tidak ada kesalahan ({outputs} berkas, {count} peringatan)",
        "No errors ({outputs} files, {count} warnings)",
        "No errors ({outputs} files, {count} warning)",
    ),
    "not-weighed": Said(
        "Gambar di {pages} halaman belum ditimbang karena belum dibuat: jalankan `sentra build`.",
        "Pictures of {pages} pages were not weighed, for no build has made them: run `sentra build`.",
    ),
    "vanished": Said(
        "Alamat yang hilang sejak build sebelumnya: {count}",
        "Addresses that the build before had and this one has not: {count}",
    ),
    "vanished-cure": Said(
        "Tautan dan kode QR ke sana menjadi buntu. Kalau berkasnya terhapus tanpa sengaja, kembalikan dari "
        "cadangan. Kalau halamannya pindah, tulis alamat lamanya di "
        "berkas yang baru: `alias: [{address}]`",
        "Links and QR codes to them lead nowhere now. If a file was deleted by accident, bring it back from "
        "the backup. Where a page has moved, write its former address "
        "in the new file: `aliases: [{address}]`",
    ),
    "heaviest": Said("Halaman terberat:", "The heaviest pages:"),
    "images": Said("gambar", "images"),
    "decimal-sign": Said(",", "."),
}

Result = Literal[
    "more", "errors", "warnings", "mendable", "strict", "not-published", "not-passed", "mended",
    "nothing-to-mend", "built", "checked", "not-weighed", "heaviest", "vanished", "vanished-cure",
    "images", "decimal-sign",
]  # fmt: skip


def say(name: Result, language: str, **values: str | int) -> str:
    """Give the text `name` in `language`, with `values` in its blanks."""
    said = RESULTS[name]
    text = said.id if language == "id" else said.en
    if said.en_of_one and language != "id" and values.get("count") == 1:
        text = said.en_of_one
    return text.format_map(values)
