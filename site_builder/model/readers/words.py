"""Texts, yes and no, and codes that stand in lists of the world: countries, languages, customs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.model.nearest import nearest
from site_builder.model.readers.written import ScalarFault, Written, text_of, wrong
from site_builder.names import EntryId, Lang

_YES = frozenset({"true", "ya", "yes", "on", "benar"})
_NO = frozenset({"false", "tidak", "no", "off", "bukan"})

# ISO 3166-1 alpha-2, all officially assigned codes.
COUNTRIES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
    ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
    HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
    LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
    NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
    SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
    UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()  # noqa: SIM905  a list literal would fill 250 lines
)

_COUNTRY_NAMES = {
    "amerika serikat": "US", "amerika": "US", "usa": "US", "united states": "US", "arab saudi": "SA",
    "saudi arabia": "SA", "australia": "AU", "belanda": "NL", "netherlands": "NL", "belgia": "BE",
    "belgium": "BE", "brunei": "BN", "cina": "CN", "china": "CN", "tiongkok": "CN", "filipina": "PH",
    "hong kong": "HK", "india": "IN", "indonesia": "ID", "inggris": "GB", "uk": "GB",
    "united kingdom": "GB", "italia": "IT", "italy": "IT", "jepang": "JP", "japan": "JP", "jerman": "DE",
    "germany": "DE", "kanada": "CA", "korea": "KR", "korea selatan": "KR", "malaysia": "MY",
    "meksiko": "MX", "norwegia": "NO", "norway": "NO", "perancis": "FR", "prancis": "FR", "france": "FR",
    "singapura": "SG", "singapore": "SG", "spanyol": "ES", "spain": "ES", "taiwan": "TW", "thailand": "TH",
    "timor leste": "TL", "timor-leste": "TL", "turki": "TR", "uni emirat arab": "AE", "uea": "AE",
    "vietnam": "VN",
}  # fmt: skip

_LANGUAGE_NAMES = {
    "indonesia": "id", "indonesian": "id", "bahasa indonesia": "id", "indo": "id", "ind": "id",
    "inggris": "en", "english": "en", "eng": "en", "jepang": "ja", "japanese": "ja", "jp": "ja", "jpn": "ja",
    "mandarin": "zh", "cina": "zh", "tionghoa": "zh", "chinese": "zh", "cn": "zh", "chi": "zh", "zho": "zh",
    "jawa": "jv", "javanese": "jv", "madura": "mad", "arab": "ar",
    "arabic": "ar", "belanda": "nl", "dutch": "nl", "korea": "ko", "korean": "ko", "prancis": "fr",
    "french": "fr", "jerman": "de", "german": "de",
}  # fmt: skip

UNITS = {
    "percent": ("%", "persen", "prosen", "per cent", "percent"),
    "usd-billion": ("miliar dolar as", "billion us dollars", "usd-billion"),
}
"""Units that the number formats know without the vocabulary, and what they may be called."""
_UNITS_BY_NAME = {name: unit for unit, names in UNITS.items() for name in names}

NOTHING = re.compile(
    r"[-–—]{1,3}|(?:belum|blm|tidak|tdk)\s+(?:ada|tahu|diketahui|tentu|pasti|jelas)|belum|kosong|nihil|menyusul"
    r"|n/?a|tba|none|unknown|not\s+(?:yet\s+)?known",
    re.IGNORECASE,
)
"""What people write where there is nothing."""
DITTO = re.compile(
    r"[(-]?\s*(?:s[./]?\s*d[./]?\s*a\.?|idem|idm\.?|ibid\.?)\s*[)-]?|id\."
    r"|sama(?:\s+(?:dengan\s+|seperti\s+)?(?:di\s*)?atas(?:nya)?|\s+saja|\s+juga)?"
    r"|[\"”″〃]|''|\"\"|- *[\"”″] *-",
    re.IGNORECASE,
)
"""What stands for the cell above, or for the same field of another entry."""
BARE = re.compile(r"(?:iya|ya|tidak|tdk|nggak|enggak|bukan|ada|punya|sudah|yes)[.!]?", re.IGNORECASE)
"""What answers a question nobody asked: a page would say `Anggota ya`. (`no` may be anything.)"""
_NO_SOURCE = re.compile(
    r"(?:dari |menurut |berdasarkan )?(?:kata orang(?:-orang)?|katanya|ingatan|cerita orang|mulut ke mulut)"
    r"|(?:hanya |cuma )?(?:kira-kira|kiraan|perkiraan|tebakan)(?: saja| sendiri)?|lupa|entah"
    r"|(?:tanpa|tidak ada|tak ada|belum ada) sumber(?:nya)?"
    r"|sumber(?:nya)? (?:tidak|belum) (?:diketahui|ada|jelas)"
    r"|katanya\b.*|(?:dari |menurut )?(?:kata|omongan|obrolan(?: dengan)?|dengar dari|cerita(?: dari)?) "
    r"(?:pak|bu|ibu|bapak|mas|mbak|warga|tetangga|teman|penjual|pemilik|tukang)\b.*|(?:i |we )?heard from\b.*"
    r"|hearsay|people say|(?:from )?memory|(?:a |my )?(?:rough )?guess|no source|(?:source )?unknown",
    re.IGNORECASE,
)
"""What people write for a source where there is none."""
TURNING = re.compile("[\u202a-\u202e]")
"""Signs that nobody sees and that turn the text behind them around, beyond the field they stand in."""

_PER = re.compile(r"(?:(?:per\b|/)\s*)+([^\W\d].*)", re.IGNORECASE)
_LANG_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?", re.ASCII)
_HS_CODE = re.compile(r"\d{4}(?:[. ]?\d{2}){0,3}", re.ASCII)


def names_no_source(text: str) -> bool:
    """Whether what is written for a source says that there is none; a full stop says nothing more."""
    bare = text.strip().rstrip(".").rstrip()
    return _NO_SOURCE.fullmatch(bare) is not None


def read_plain(written: Written) -> str:
    text = text_of(written)
    if not text:
        raise ScalarFault("field-type", "blank")
    if NOTHING.fullmatch(text):
        raise wrong("nothing", text)
    if DITTO.fullmatch(text):
        raise wrong("ditto", text)
    if BARE.fullmatch(text):
        raise wrong("bare", text)
    if TURNING.search(text):
        raise wrong("turning", TURNING.sub("", text), TURNING.sub("", text))
    return text


def read_unit(written: Written) -> str:
    """Read what a figure counts: an id of the vocabulary, or the name of a unit that needs none."""
    text = read_plain(written)
    return _UNITS_BY_NAME.get(" ".join(text.lower().split()), text)


def without_per(unit: str) -> str:
    """Give the unit of `per lusin` and `/lusin`, before which a page puts its own word; else nothing."""
    found = _PER.fullmatch(unit.strip())
    return found[1] if found is not None else ""


def read_id(written: Written) -> EntryId:
    return EntryId(read_plain(written))


def read_words(written: Written) -> tuple[str, ...]:
    """Read a list of texts; one text is a list of one, empty items are left out."""
    if not isinstance(written, list):
        return (read_plain(written),)
    words = []
    for place, item in enumerate(written):
        if not isinstance(item, str):
            raise ScalarFault("field-type", "text", inside=(place,))
        if item.strip():
            words.append(item.strip())
    return tuple(words)


def read_yes_no(written: Written) -> bool:
    text = text_of(written)
    word = text.lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise wrong("yes-no", text)


def read_country(written: Written) -> str:
    """Read an ISO 3166-1 code; names of countries are refused with the code."""
    text = text_of(written)
    if text.isascii() and text.upper() in COUNTRIES:
        return text.upper()
    meant = _meant(text, _COUNTRY_NAMES)
    raise wrong("country-name", text, meant) if meant else wrong("country", text)


def is_lang_code(text: str) -> bool:
    """Whether `text` has the form of a language code, such as `ja` or `zh-Hant`."""
    return _LANG_CODE.fullmatch(text) is not None


def read_lang_code(written: Written) -> str:
    text = text_of(written)
    meant = _meant(text, _LANGUAGE_NAMES)
    if is_lang_code(text) and text not in _LANGUAGE_NAMES:
        return text
    if not meant and is_lang_code(text.lower()):
        meant = text.lower()
    raise wrong("language-name", text, meant) if meant else wrong("language", text)


def language_named(word: str) -> str:
    """Give the code that a word may mean: `EN`, `english`, `inggris`."""
    return _LANGUAGE_NAMES.get(word.lower(), word.lower())


def language_meant(word: str, languages: Sequence[Lang]) -> Lang | None:
    """Give the language of these that a word may mean: `EN`, `english`, `inggris`, `zh-CN` for `zh`."""
    named = language_named(word)
    by_code = {lang.lower(): lang for lang in languages}
    main = named.partition("-")[0]
    of_main = [lang for lang in languages if lang.lower().partition("-")[0] == main]
    return by_code.get(named) or (of_main[0] if len(of_main) == 1 else None)


def _meant(text: str, names: dict[str, str]) -> str:
    word = " ".join(text.lower().split())
    if word in names:
        return names[word]
    near = nearest(word, names) if len(word) > 3 else ""
    return names[near] if near else ""


def read_hs_code(written: Written) -> str:
    """Read a code of the Harmonized System, 4, 6, 8 or 10 digits, dots kept."""
    text = text_of(written)
    if not _HS_CODE.fullmatch(text):
        raise wrong("hs-code", text)
    return text.replace(" ", "")
