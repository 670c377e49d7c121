"""What stands with an explanation in another language: that it is one, and where it is to be found."""

from __future__ import annotations

from incidents.rules.languages import Language

# "This is an explanation. The Dutch text holds."
HOLDS: dict[str, str] = {
    Language.NL: "Dit is een uitleg. De Nederlandse tekst geldt.",
    Language.EN: "This is an explanation. The Dutch text is the one that counts.",
    Language.AR: "هذا شرح. النص الهولندي هو النص المعتمد.",
    Language.TR: "Bu bir açıklamadır. Geçerli olan Felemenkçe metindir.",
    Language.PL: "To jest wyjaśnienie. Obowiązuje tekst niderlandzki.",
    Language.UK: "Це пояснення. Чинним є нідерландський текст.",
    Language.FR: "Ceci est une explication. Le texte néerlandais fait foi.",
    Language.DE: "Dies ist eine Erklärung. Es gilt der niederländische Text.",
    Language.ES: "Esto es una explicación. El texto válido es el neerlandés.",
}
# What its speakers call a language.
OWN_NAMES: dict[str, str] = {
    Language.EN: "English",
    Language.AR: "العربية",
    Language.TR: "Türkçe",
    Language.PL: "Polski",
    Language.UK: "Українська",
    Language.FR: "Français",
    Language.DE: "Deutsch",
    Language.ES: "Español",
}
# "This letter in English: see the last page."
SEE: dict[str, str] = {
    Language.EN: "This letter in English: see the last page.",
    Language.AR: "هذه الرسالة بالعربية: انظر الصفحة الأخيرة.",
    Language.TR: "Bu mektubun Türkçesi: son sayfaya bakın.",
    Language.PL: "Ten list po polsku: patrz ostatnia strona.",
    Language.UK: "Цей лист українською: див. останню сторінку.",
    Language.FR: "Cette lettre en français : voir la dernière page.",
    Language.DE: "Dieser Brief auf Deutsch: siehe letzte Seite.",
    Language.ES: "Esta carta en español: vea la última página.",
}


def holds(language: str) -> str:
    """In a language for which we have no such sentence, in English."""
    return HOLDS.get(language, HOLDS[Language.EN])
