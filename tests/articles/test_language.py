"""A text in; whether it is clearly in another language than English out."""

from __future__ import annotations

import pytest

from briefing.articles.language import clearly_other_language, refusal
from briefing.model import Article

ENGLISH = "The board said on Monday that the ferries would stay, and that the crews were to be asked before the summer."
SPANISH = (
    "El consejo del puerto dijo el lunes que los barcos de la noche van a seguir y que no hay otra manera de llegar a "
    "la isla. Los trabajadores están en contra de la idea porque el trabajo de la noche no es seguro para la gente "
    "que está a bordo, y dicen que la ciudad no les ha contestado."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SPANISH, "Spanish"),
        ("Совет порта решил, что ночные паромы останутся до лета.", "Russian"),
        (SPANISH[:144], "Spanish"),
        ("Die Räte lehnten den Bau der Brücke ab. Das ist für die Stadt ein guter Tag, und wir sind froh.", "German"),
        (
            "Les élus ont rejeté le projet du pont. La ville est contente, et les gens sont aussi pour ce vote.",
            "French",
        ),
        (
            "Carlos de la Vega and Ana de los Rios of El Puerto said no to it. Las Torres de la Luz said so, too.",
            None,
        ),
        (ENGLISH, None),
        ("", None),
        ("Hoy no.", None),
        (f"{ENGLISH} {ENGLISH} “{SPANISH[:120]}”", None),
    ],
)
def test_only_a_text_that_is_clearly_in_another_language_is_refused(text: str, language: str | None) -> None:
    assert clearly_other_language(text) == language
    assert (refusal(Article(text=text)) is None) == (language is None)


def test_a_text_of_a_whole_book_is_refused() -> None:
    text = f"{ENGLISH} " * 4000
    said = refusal(Article(text=text, words=len(text.split()), language="en"))
    assert said is not None and "at most 80,000" in said
