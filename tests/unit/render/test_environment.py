from __future__ import annotations

from decimal import Decimal

import jinja2
import pytest
from markupsafe import Markup
from msgspec.structs import replace

from site_builder.model.entries import ReportedPrice, SizeCm
from site_builder.model.localized import Shown
from site_builder.model.values import Moment, Quantity
from site_builder.names import Digest, Lang
from site_builder.plan.views.bodies import BodyView, HrefEmbed
from site_builder.render.environment import make_environment
from site_builder.render.words import Words
from tests.support.made_up import EN, ID, Maker, chrome

JA = Lang("ja")

WORDS = Words(
    {"Shop": "Toko", "Hello %(name)s": "Halo %(name)s"},
    {"%(num)s shop": ("%(num)s toko",)},
    "0",
)


def environment(
    templates: dict[str, str], lang: Lang = ID, segments: tuple[str, ...] = ("",)
) -> jinja2.Environment:
    return make_environment(templates, lang, WORDS, chrome(lang), lambda _digest: segments)


def render(source: str, lang: Lang = ID, **values: object) -> str:
    return environment({"page.html": source}, lang).get_template("page.html").render(values)


def test_everything_printed_is_escaped_whatever_the_ending_of_the_template() -> None:
    for name in ("page.html", "feed.xml", "text.txt"):
        template = environment({name: "{{ view }}"}).get_template(name)
        assert template.render(view="<b>'&\"") == "&lt;b&gt;&#39;&amp;&#34;"


def test_a_name_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render("{{ view.titel }}", view=Shown("a", ID))


def test_faults_name_the_template_below_its_folder() -> None:
    with pytest.raises(jinja2.TemplateSyntaxError) as fault:
        render("eins\n{% if %}")
    assert (fault.value.filename, fault.value.lineno) == ("templates/page.html", 2)


def test_a_template_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(jinja2.TemplateNotFound):
        environment({}).get_template("page.html")


def test_lines_that_only_steer_leave_nothing() -> None:
    assert render("a\n  {% if true %}\nb\n  {% endif %}\nc") == "a\nb\nc"


def test_words_are_those_of_the_language() -> None:
    assert render('{{ _("Shop") }} {{ _("Other") }}') == "Toko Other"
    assert render('{{ ngettext("%(num)s shop", "%(num)s shops", 3) }}') == "3 toko"
    assert render("{% trans %}Shop{% endtrans %}") == "Toko"


def test_a_translation_is_text_and_never_markup() -> None:
    words = Words(
        {"Shop": '<script>alert("1")</script>', "Hello %(name)s": 'Halo & "%(name)s"'},
        {"%(num)s shop": ("<b>%(num)s</b>",)},
        "0",
    )
    source = (
        '<p title="{{ _("Shop") }}">{{ _("Hello %(name)s", name="<i>") }}'
        '{{ ngettext("%(num)s shop", "%(num)s shops", 3) }}{{ _("A < B") }}</p>'
    )
    made = make_environment({"page.html": source}, ID, words, chrome(ID), lambda _digest: ("",))
    assert made.get_template("page.html").render() == (
        '<p title="&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;">Halo &amp; &#34;&lt;i&gt;&#34;'
        "&lt;b&gt;3&lt;/b&gt;A &lt; B</p>"
    )


def test_values_inside_a_translation_are_escaped() -> None:
    assert render('{{ _("Hello %(name)s", name=view) }}', view="<b>") == "Halo &lt;b&gt;"


def test_macros_of_other_files_speak_the_language_and_see_the_chrome() -> None:
    macros = '{% macro m() %}{{ _("Shop") }} {{ chrome.site_name }}{% endmacro %}'
    page = '{% from "macros/m.html" import m %}{{ m() }}'
    templates = {"page.html": page, "macros/m.html": macros}
    assert environment(templates).get_template("page.html").render() == "Toko Tanggulangin"


def test_assets_have_addresses_and_a_missing_one_is_a_fault() -> None:
    assert render('{{ asset("css/site.css") }}') == "/assets/css/site.css"
    with pytest.raises(jinja2.TemplateRuntimeError, match=r"no file `assets/css/none\.css`"):
        render('{{ asset("css/none.css") }}')


def test_values_are_written_in_the_language_of_the_page() -> None:
    source = (
        "{{ 2500|number }} {{ '2018-11'|day }} {{ price|reported_price }} {{ size|size }} {{ 90|duration }}"
    )
    price = ReportedPrice(135_000, None, 2018, "Bisnis")
    size = SizeCm(Quantity(Decimal("32.5")), Quantity(Decimal(24)))
    assert render(source, ID, price=price, size=size) == "2.500 November 2018 Rp135.000 32,5 × 24 cm 1½ jam"
    assert render(source, EN, price=price, size=size) == (
        "2,500 November 2018 Rp135,000 32.5 × 24 cm 1½ hours"
    )


def test_times_name_the_zone_of_the_site_and_days_do_not() -> None:
    assert (
        render("{{ moments(at, none) }}", at=Moment("2026-02-05T09:00")) == "5 Februari 2026 pukul 09.00 WIB"
    )
    assert render("{{ moments(at, none) }}", at=Moment("2026-02-05")) == "5 Februari 2026"


def test_a_unit_that_is_not_translated_names_its_language() -> None:
    source = "{{ figure(value, unit, name) }}"
    value, name = Quantity(Decimal(410)), Shown("unit <usaha>", ID, True)
    assert (
        render(source, EN, value=value, unit="u", name=name)
        == '410 <span lang="id">unit &lt;usaha&gt;</span>'
    )
    assert render(source, EN, value=value, unit="percent", name=name) == "410%"
    assert render(source, EN, value=value, unit="u", name=None) == "410"


def test_a_figure_can_be_written_as_another_language_than_that_of_the_page_does() -> None:
    source = "{{ figure(value, 'u', name, lang=name.lang) }}"
    value = Quantity(Decimal(40000), approximate=True)
    assert render(source, ID, value=value, name=Shown("people", EN)) == "about 40,000 people"
    assert render(source, EN, value=value, name=Shown("人", Lang("ja"))) == "約40,000人"


@pytest.mark.parametrize(
    ("lang", "value", "unit", "label", "expected"),
    [
        (ID, Quantity(Decimal(43_000), True), "koper", "Koper jemaah haji", "<small>±</small>43.000"),
        (ID, Quantity(Decimal(410)), "unit usaha", "Sentra", "410<small> unit usaha</small>"),
        (
            EN,
            Quantity(Decimal(43_000), True),
            "suitcases",
            "Ordered",
            "<small>about </small>43,000<small> suitcases</small>",
        ),
        (
            JA,
            Quantity(Decimal(43_000), True),
            "個のスーツケース",
            "巡礼者用スーツケース",
            "<small>約</small>43,000",
        ),
        (JA, Quantity(Decimal(410)), "事業所", "産地で働く人", "410<small>事業所</small>"),
    ],
)
def test_a_large_figure_stands_out_and_leaves_its_unit_to_the_label_that_names_it(
    lang: Lang, value: Quantity, unit: str, label: str, expected: str
) -> None:
    card = replace(Maker(lang).figure(), value=value, unit="u")
    card = replace(card, unit_name=Shown(unit, lang), label=Shown(label, lang))
    assert render("{{ card|large_figure }}", lang, card=card) == expected


def test_a_large_sum_of_money_stays_whole() -> None:
    card = replace(Maker(EN).figure(), value=Quantity(Decimal("4.16")), unit="usd-billion")
    assert render("{{ card|large_figure }}", EN, card=card) == "US$4.16 billion"


def test_a_unit_of_a_large_figure_that_is_not_translated_names_its_language() -> None:
    card = replace(Maker(EN).figure(), value=Quantity(Decimal(410)), unit="u")
    card = replace(card, unit_name=Shown("usaha", ID, True), label=Shown("Businesses", EN))
    assert render("{{ card|large_figure }}", EN, card=card) == '410<small lang="id"> usaha</small>'


def test_a_text_that_stands_in_for_a_translation_names_its_language() -> None:
    own, fallback = Shown("a & b", EN), Shown("a & b", ID, True)
    assert render("<p{{ x|lang_attr }}>{{ x }}</p>", EN, x=own) == "<p>a &amp; b</p>"
    assert render("<p{{ x|lang_attr }}>{{ x }}</p>", EN, x=fallback) == '<p lang="id">a &amp; b</p>'
    assert render("{{ x|t }}", EN, x=own) == "a &amp; b"
    assert render("{{ x|t }}", EN, x=fallback) == '<span lang="id">a &amp; b</span>'


def test_a_message_to_a_shop_is_not_escaped_twice() -> None:
    source = '{{ wa_url("62812", _("Hello %(name)s", name=view)) }}'
    assert render(source, view="<A & B>") == "https://wa.me/62812?text=Halo%20%3CA%20%26%20B%3E"
    letter = '{{ mailto("a@example.org", view, _("Hello %(name)s", name=view)) }}'
    assert render(letter, view="A&B") == "mailto:a@example.org?subject=A%26B&amp;body=Halo%20A%26B"


EMBEDS = "{% macro embed(e) %}\n  {{ e.url|safe_url }}\n{% endmacro %}"


def body_view(*urls: str) -> BodyView:
    return BodyView(Digest("d"), ID, False, (), tuple(HrefEmbed(url) for url in urls))


def test_a_text_is_put_together_without_blanks_around_what_is_embedded() -> None:
    templates = {"page.html": "{{ body(view) }}", "embeds.html": EMBEDS}
    page = environment(templates, segments=('<a href="', '">x</a><a href="', '">y</a>')).get_template(
        "page.html"
    )
    assert page.render(view=body_view("/a/?b&c", "javascript:x")) == (
        '<a href="/a/?b&amp;c">x</a><a href="about:invalid">y</a>'
    )


def test_a_text_without_embedded_things_is_shown_as_it_is() -> None:
    page = environment({"page.html": "{{ body(view) }}"}, segments=("<p>a</p>",)).get_template("page.html")
    assert page.render(view=body_view()) == "<p>a</p>"


def test_a_text_with_too_few_things_is_a_fault() -> None:
    page = environment({"page.html": "{{ body(view) }}"}, segments=("a", "b")).get_template("page.html")
    with pytest.raises(jinja2.TemplateRuntimeError, match="1 holes for 0 things"):
        page.render(view=body_view())


def test_each_environment_has_a_chrome_of_its_own() -> None:
    other = replace(chrome(EN), site_name=Shown("Other", EN))
    templates = {"page.html": "{{ chrome.site_name }}"}
    english = make_environment(templates, EN, Words(), other, lambda _digest: ())
    indonesian = environment(templates)
    assert english.get_template("page.html").render() == "Other"
    assert indonesian.get_template("page.html").render() == "Tanggulangin"


def test_markup_is_made_of_escaped_parts_only() -> None:
    lang = Lang('"><script>')
    assert render("{{ x|lang_attr }}", x=Shown("a", lang, True)) == str(Markup(' lang="{}"').format(lang))


def test_a_remembered_part_is_printed_again_only_for_other_values() -> None:
    seen: list[str] = []

    def noted(text: str) -> str:
        seen.append(text)
        return f"<{text}>"

    part = "{% macro part(x) %}<p>{{ noted(x) }}</p>{% endmacro %}"
    page = '{% from "part.html" import part %}{{ remembered(part, "a") }}{{ remembered(part, view) }}'
    english = environment({"part.html": part, "page.html": page})
    english.globals["noted"] = noted
    template = english.get_template("page.html")
    assert template.render(view="a") == "<p>&lt;a&gt;</p>" * 2
    assert template.render(view="b") == "<p>&lt;a&gt;</p><p>&lt;b&gt;</p>"
    assert seen == ["a", "b"]
