"""How a shop is reached: telephone, WhatsApp, e-mail, web address, Instagram."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from site_builder.model.readers.written import ScalarFault, Written, is_long, shorten, text_of, wrong

_PHONE = re.compile(r"\+?[\d().\-/]+", re.ASCII)
_SEPARATORS = re.compile(r"[\s().\-\u2010-\u2014/]+")
_BETWEEN = re.compile(r"\s*(?:[,;&/|]|\b(?:atau|dan|or|and)\b)\s*")
_FEWEST_DIGITS = 6
"""Of a number; what lies between two signs and has fewer is a part of one."""
_FEWEST_OF_INDONESIA = 10
"""Digits of a number of Indonesia with its country: `62` and eight more."""
HOME_AREA = "31"
"""Of Sidoarjo and Surabaya."""
DIGITS_WITHOUT_AREA = 8
"""The longest number that is dialled there without it; `112`, `14045` and `1500-123` are shorter as well."""
DESTROYED = re.compile(r"\d[.,]?\d*E\+\d+", re.IGNORECASE | re.ASCII)
"""What programs show of a number that is too wide, and save in .csv: its last digits are gone."""
_ROUNDED = re.compile(r"[1-9]\d{3,}0{5}", re.ASCII)
"""How such a number ends once it is saved as one; its zero before is lost too."""
_BESIDE_WORDS = re.compile(
    r"(?:[^\d?*]*[\s:])?\(??(?P<number>(?:\+|\(?0|62)[\d().\- ]{6,}\d)(?:\s*[\s(/,:;][^\d?*]*)?", re.ASCII
)
_AMONG_DIGITS = re.compile(r"\d[^\W\d]|[^\W\d]\d|\d[?*]|[?*]\d")
_MOBILE_DIGITS = range(10, 14)
"""Of an Indonesian mobile number as it is dialled at home: `0812-3456-789`."""
_EMAIL = re.compile(
    r"[A-Za-z0-9.!$'*+/=_~-]{1,64}"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.)+[A-Za-z]{2,63}"
)
"""Without `?`, `&`, `#` and `%`, which a `mailto:` link would take for copies to others, and their like."""
_UNSAFE_IN_URL = re.compile(r"[\s\x00-\x20\x7f-\x9f<>\"`\\{}|^\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What phones put around numbers that are copied from their contacts."""
_HOST = re.compile(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:xn--[a-z0-9-]+|[^\W\d_]{2,63})|localhost|\d{1,3}(?:\.\d{1,3}){3}"
)
_BARE_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE | re.ASCII)
_HANDLE = re.compile(r"[A-Za-z0-9._]{1,30}", re.ASCII)
_WA_LINK = re.compile(
    r"(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)\+?(\d+)(?:[/?&].*)?", re.ASCII
)
_INSTAGRAM = re.compile(r"(?:https?://)?(?:www\.)?instagram\.com/([A-Za-z0-9._]{1,30})/?(?:\?.*)?")


def read_phone(written: Written) -> str:
    """Read a telephone number; its zero, its plus and its hyphens stay, spaces go."""
    written = _seen(written)
    _refuse_destroyed(written)
    numbers = _numbers(written)
    if len(numbers) > 1:
        raise wrong("phone-several", " / ".join(numbers), numbers[0])
    text = text_of(written)
    number = "".join(text.split())
    if not _PHONE.fullmatch(number):
        raise _not_a_number("phone", text)
    if not 5 <= sum(map(str.isdecimal, number)) <= 15:
        raise wrong("phone-length", text)
    if _leads_nowhere(_SEPARATORS.sub("", number)):
        raise wrong("phone-start", text)
    return number


def _leads_nowhere(digits: str) -> bool:
    """Whether a number is too long for one without its area, and has no zero, no plus and no country.

    One that begins with 8 may be of a mobile phone; of one of the site's own place the zero is known.
    """
    is_known = digits.startswith(("+", "0", "62", "8", HOME_AREA))
    return not is_known and len(digits) > DIGITS_WITHOUT_AREA


def is_nobodys(digits: str) -> bool:
    """Whether not even a zero that is put before a number makes it one: no area code begins with 1."""
    return digits.startswith("1") and _leads_nowhere(digits)


def read_whatsapp(written: Written) -> str:
    """Read a number into the form that `wa.me` wants: country code first, digits only."""
    written = _seen(written)
    _refuse_destroyed(written)
    link = _WA_LINK.fullmatch(written.strip()) if isinstance(written, str) else None
    numbers = [] if link else _numbers(written)
    if len(numbers) > 1:
        raise _several(numbers)
    text = text_of(written)
    bare = _SEPARATORS.sub("", f"+{link[1]}" if link else text)
    digits = bare.removeprefix("+")
    if not (digits.isdecimal() and digits.isascii()):
        raise _not_a_number("whatsapp", text)
    if bare[0] == "8" and len(digits) + 1 in _MOBILE_DIGITS:
        raise wrong("whatsapp-form", text, f"0{digits}")
    if bare[0] not in "+0" and not bare.startswith("62"):
        raise wrong("whatsapp-start", text)
    digits = _with_country(bare)
    if digits.startswith("6208") and len(digits) - 2 in _MOBILE_DIGITS:
        raise wrong("whatsapp-form", text, digits[2:])
    return _checked(digits, text)


def _refuse_destroyed(written: Written) -> None:
    """Refuse what a spreadsheet made of a number: `8.12E+11`, or its first digits and only zeros."""
    text = written.strip() if isinstance(written, str) else ""
    if DESTROYED.fullmatch(text) or _ROUNDED.fullmatch(text):
        raise wrong("phone-destroyed", text)


def _not_a_number(kind: str, text: str) -> ScalarFault:
    """Tell words beside a number, such as who answers it, from a sign that stands for a digit in it."""
    beside = None if is_long(text) else _BESIDE_WORDS.fullmatch(text)
    if beside is not None:
        return wrong(f"{kind}-words", text, beside["number"])
    is_number = sum(map(str.isdecimal, text)) >= _FEWEST_DIGITS
    return wrong("phone-letter" if is_number and _AMONG_DIGITS.search(text) else kind, text)


def international(phone: str) -> str:
    """Give a telephone number as E.164 has it, with `+` and country, by which two can be compared.

    `0812-3456-789` is `+628123456789`, and so is `+62 (0)812…`. A number that has no country and no zero
    before it, such as a short one (`14045`), is nobody's elsewhere: of it the digits are given.
    """
    bare = _SEPARATORS.sub("", phone)
    digits = _with_country(bare)
    if digits.startswith("620"):
        digits = f"62{digits[3:]}"
    if bare[0] == "8" and len(digits) + 1 in _MOBILE_DIGITS:
        digits = f"62{digits}"
    has_country = bare[0] in "+0" or (digits.startswith("62") and len(digits) >= _FEWEST_OF_INDONESIA)
    return f"+{digits}" if has_country else digits


def as_dialled_abroad(phone: str) -> str:
    """Write a telephone number with its country, in the groups it is written in: `+62 31-456-7012`.

    A number that is nobody's elsewhere, see `international`, stays as it is.
    """
    if phone[0] == "+" or not international(phone).startswith("+"):
        return phone
    bracket, digits = ("(", phone[1:]) if phone[0] == "(" else ("", phone)
    if digits.startswith("00"):
        return f"+{bracket}{digits[2:]}"
    return f"+{phone}" if digits.startswith("62") else f"+62 {bracket}{digits.removeprefix('0')}"


def _with_country(bare: str) -> str:
    """Give the digits of a number without signs between them; one that begins with one zero is Indonesian."""
    digits = bare.removeprefix("+")
    if bare[0] == "+" or digits[0] != "0":
        return digits
    return digits[2:] if digits.startswith("00") else f"62{digits[1:]}"


def _seen(written: Written) -> Written:
    """Leave out signs that nobody sees."""
    if isinstance(written, list):
        return [_seen(part) for part in written]
    return _UNSEEN.sub("", written) if isinstance(written, str) else written


def _checked(digits: str, text: str) -> str:
    """Check how long the number is; those of Indonesia must be of a mobile phone."""
    home = digits.removeprefix("62").removeprefix("0")
    if digits.startswith("62") and not home.startswith("8") and 5 <= len(home) <= 13:
        raise wrong("whatsapp-landline", text)
    if digits.startswith("62") and len(home) + 1 not in _MOBILE_DIGITS:
        raise wrong("whatsapp-length", text)
    if not 9 <= len(digits) <= 15 or digits[0] == "0":
        raise wrong("whatsapp-length", text)
    return digits


def is_placeholder(number: str) -> bool:
    """Whether a WhatsApp number was plainly made up: `62812` and then only zeros, or one digit throughout."""
    return len(set(number[5:])) == 1


def _numbers(written: Written) -> list[str]:
    """Tell several numbers in one text apart: `0812-3456-789 / 031-8951234`."""
    parts = written if isinstance(written, list) else [written]
    short = [part for part in parts if isinstance(part, str) and not is_long(part)]
    texts = [text.strip() for part in short for text in _BETWEEN.split(part)]
    return [text for text in texts if sum(map(str.isdecimal, text)) >= _FEWEST_DIGITS]


def _several(numbers: list[str]) -> ScalarFault:
    """Say which of several numbers belongs to WhatsApp and which to the telephone."""
    mobile = next((number for number in numbers if _is_whatsapp(number)), numbers[0])
    other = next(number for number in (*reversed(numbers), "") if number != mobile)
    return wrong("whatsapp-several", " / ".join(numbers), mobile, other=shorten(other))


def _is_whatsapp(number: str) -> bool:
    try:
        read_whatsapp(number)
    except ScalarFault:
        return False
    return True


def read_email(written: Written) -> str:
    text = text_of(written)
    if text.lower().startswith("mailto:"):
        raise wrong("email-form", text, text[7:])
    if not _EMAIL.fullmatch(text) or ".." in text or ".@" in text or text.startswith("."):
        raise _email_fault(text)
    return text


def _email_fault(text: str) -> ScalarFault:
    """Find out what was meant: a comma for a point, a space behind the sign, an ending that lacks.

    Only to the right of the sign: to its left, a comma or a space parts a name from the address.
    """
    if is_long(text):
        return wrong("email", text)
    if "…" in text:
        return wrong("email-dots", text)
    mailbox, sign, host = text.partition("@")
    meant = mailbox.rstrip() + sign + re.sub(r"\s*\.\s*", ".", host.strip().replace(",", "."))
    if meant != text and _EMAIL.fullmatch(meant) and ".." not in meant and ".@" not in meant:
        return wrong("email-slip", text, meant)
    if _EMAIL.fullmatch(f"{meant}.id") and "." not in meant.rpartition("@")[2]:
        return wrong("email-ending", text, form=f"{meant}.…")
    return wrong("email", text)


def read_web_url(written: Written) -> str:
    """Read an `http` or `https` address with a host; nothing else may become a link."""
    text = text_of(written)
    if _BARE_HOST.fullmatch(text):
        raise wrong("url-scheme", text, f"https://{text}")
    if _UNSAFE_IN_URL.search(text) or len(text) > 2000:
        raise wrong("url", text)
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise wrong("url", text) from None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc or not _HOST.fullmatch(host):
        raise wrong("url", text)
    return text


def read_handle(written: Written) -> str:
    """Read the name of an Instagram account, also from `@name` or from its address."""
    text = text_of(written)
    link = _INSTAGRAM.fullmatch(text)
    name = link[1] if link else text.removeprefix("@")
    if not _HANDLE.fullmatch(name):
        raise ScalarFault("field-type", "handle", {"value": text[:40]})
    return name
