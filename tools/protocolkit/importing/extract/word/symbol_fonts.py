"""What the signs of fonts are that hold pictures for letters, by their codes.

Symbol is as Adobe published it; of Wingdings what says something is the sign of Unicode 7.0 for it,
or the simpler one that everybody has, and what only decorates is a bullet.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.text.words import BULLET

_TICKED, _EMPTY = "☒☐"
# Sixteen codes in a row; a space is a code of which nobody knows the sign.
_SYMBOL = {
    0x20: " !∀#∃%&∋()∗+,−./",
    0x30: "0123456789:;<=>?",
    0x40: "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ",
    0x50: "ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    0x60: "‾αβχδεφγηιϕκλμνο",
    0x70: "πθρστυϖωξψζ{|}∼ ",
    0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓",
    0xB0: "°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
    0xC0: "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉",
    0xD0: "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
    0xE0: "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
    0xF0: " 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ ",
}
_WINGDINGS = {
    0x20: " 🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭",
    0x30: "📁📂📄🗏🗐🗄⌛🖮🖰🖲🖳🖴🖫🖬✇✍",
    0x40: "🖎✌👌👍👎☜☞☝☟🖐☺😐☹💣☠🏳",
    0x50: "🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉",
    0x60: "♊♋♌♍♎♏♐♑♒♓&&•••☐",
    0x70: "☐☐☐•••••☒ ⌘••“” ",
    0x80: "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹",
    0x90: "❺❻❼❽❾❿••••••••••",
    0xA0: "•○••••••☐•••••••",
    0xB0: "•••••••🕐🕑🕒🕓🕔🕕🕖🕗🕘",
    0xC0: "🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷•••••",
    0xD0: "•••••⌫⌦••••←→↑↓←",
    0xE0: "→↑↓↖↗↙↘←→↑↓↖↗↙↘←",
    0xF0: "→↑↓↔↕↖↗↙↘••✗✓☒☒ ",
}
_WINGDINGS_2 = {
    **dict.fromkeys((0x51, 0x52, 0x53, 0x54), _TICKED),
    **dict.fromkeys((0x2A, 0xA3), _EMPTY),
    **dict.fromkeys((*range(0x95, 0xA3), *range(0xA4, 0xB0)), BULLET),
    0x50: "✓",
    0x4F: "✗",
}
_WEBDINGS = {0x61: "✓", 0x72: "✗", 0x63: _EMPTY, 0x67: BULLET, 0x6E: BULLET, 0x3D: BULLET}


def _by_code(rows: dict[int, str]) -> Iterator[tuple[int, str]]:
    for first, signs in rows.items():
        for number, sign in enumerate(signs):
            if sign != " ":
                yield first + number, sign


SIGN_FONTS: dict[str, dict[int, str]] = {
    "symbol": dict(_by_code(_SYMBOL)),
    "wingdings": dict(_by_code(_WINGDINGS)),
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {0x7D: BULLET, 0x84: BULLET},
    "webdings": _WEBDINGS,
    "marlett": {},
    "zapfdingbats": {},
    "zapf dingbats": {},
    "itc zapf dingbats": {},
}
"""The fonts whose letters are pictures, in lower case, with the sign of each code that is known."""
