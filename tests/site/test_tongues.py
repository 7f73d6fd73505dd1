"""Each language's pages have no word of another, save names and what says that it is in another."""

from __future__ import annotations

import pytest

from tests.support.site import BuiltSite
from tests.support.tongues import Utterance, strangers, utterances, words
from tests.support.verdict import expect_none

NAMES = words(
    # organisations and their abbreviations, as the world writes them
    "INTAKO BPS NASA CBI QTEC CTC EU EC ASEAN CITES REACH POP HS QB QB/T U.S.C GI ITS MURI UNESCO US BPIPI "
    # newspapers and data sets that are cited
    "Tempo Trade Map Koran Tokoh Tribunnews Kompas Kompas.id VOI Terakota Surabaya Pagi Klik Aktual "
    "detikJatim Surabayaonline Harian Disway Pitutur.id "
    # services and formats
    "WhatsApp OpenStreetMap QRIS ATM Atom JavaScript Instagram Google CSV WCAG AA HTML QR OEM A4 A6 SVG PNG "
    "JSON GeoJSON Ctrl "
    # letters under which names stand
    "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z "
    # units and zones of time
    "km kg mg cm g m m2 WIB "
    # terms of trade
    "Incoterms EXW FCA FOB CFR CIF DAP DDP "
    # what is stamped on goods, what the programme and buses are called
    "Made in Indonesia 3in1 Trans Jatim Damri Commuter Line Supas Penataran Tumapel Vespa "
    # villages, roads and grounds, as the signs have them, and a made-up marketplace
    "Kludan Kedensari Kalitengah Ketapang Pusgitta Lokapasar Contoh "
    "Jalan Raya Utama Tanggulangin Pasar Wisata TGA Candi Pari"
)
"""Written in Latin letters in Japanese and Chinese too."""
CHINESE_NAMES = NAMES | words(
    "Tanggulangin Sidoarjo Kludan Kedensari Kalitengah Kedungbendo Porong Renokenongo Magetan Jalan Raya Jl "
    "Lapindo Lusi Jetis Candi Pari Sumur Mpu Tantular Purabaya Bungurasih Buduran Gedang "
    "Juanda Gresik Pasuruan Blitar Cookie Saiful Ilah Mohammad Said Makhbub Junaedi Jabon Tlocor Reog "
    "canting petis"
)
"""Places, people and things without a fixed Chinese form (Surabaya has one: 泗水)."""
ALLOWED = {"ja": NAMES, "zh": CHINESE_NAMES}

INTAKO = "Industri Tas dan Koper"
"""What the cooperative's name is short for."""
PHRASES = {
    "en": (INTAKO,),
    "id": (
        "Made in Indonesia",  # as American law wants it
        "Three In One",  # in headlines
        "Three in One",
        "Voice of Indonesia",
        "Good News From Indonesia",
        "What’s on Tanggulangin",
        "made in Tokyo",  # as an old suitcase was stamped
    ),
    "ja": (
        INTAKO,
        "Tanggulangin Anggun Sejahtera",
        "USD3.1 milyar",
        "PT Senopati Jaya",
        "made in Tokyo",
    ),  # an estate; an article; a firm; a stamp
    "zh": (INTAKO, "Tanggulangin Anggun Sejahtera", "USD3.1 milyar", "PT Senopati Jaya", "made in Tokyo"),
}
"""What a text quotes from another language."""

KNOWN = frozenset(("id", "en", "ja", "zh", "vi"))
"""The languages of the site, and of the sources that it names."""


def foreign(said: Utterance) -> list[str]:
    return list(strangers(said, ALLOWED.get(said.lang, frozenset()), PHRASES.get(said.lang, ())))


@pytest.mark.parametrize("lang", ["id", "en", "ja", "zh"])
def test_no_page_speaks_a_language_that_it_does_not_name(built_site: BuiltSite, lang: str) -> None:
    pages = [page for page in built_site.distinct if page.lang == lang and not page.is_redirect]
    assert len(pages) > 40
    expect_none(
        f"{page.path}:{said.line}: {said.lang}: {', '.join(alien)} in “{said.text[:60]}”"
        for page in pages
        for said in utterances(built_site.text(page.path))
        if (alien := foreign(said) if said.lang in KNOWN else ["no such language"])
    )


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Bags and koper dan tas", ["dan"]),
        ("en", "Bags and suitcases", []),
        ("en", "Read 財布", ["財", "布"]),
        ("id", "Tas and koper", ["and"]),
        ("ja", "かばんと財布 Wallets", ["Wallets"]),
        ("ja", "INTAKOの店", []),
        ("ja", "财布はここ", ["财"]),
        ("zh", "钱包の店", ["の"]),
        ("zh", "財布", ["財"]),
        ("zh", "Tanggulangin的钱包", []),
        ("vi", "Quy trình", []),
    ],
)
def test_a_word_of_another_language_is_noticed(lang: str, text: str, expected: list[str]) -> None:
    assert foreign(Utterance(text, lang, 1)) == expected


def test_the_language_of_a_text_is_that_of_the_nearest_element_that_says_so() -> None:
    html = (
        '<html lang="ja"><body>あ<p lang="id">dan <b>tas</b><br>itu</p>'
        '<img alt="い"><code>x</code>う</body></html>'
    )
    assert [(said.text, said.lang) for said in utterances(html)] == [
        ("あ", "ja"),
        ("dan", "id"),
        ("tas", "id"),
        ("itu", "id"),
        ("い", "ja"),
        ("う", "ja"),
    ]
