"""Say the form of address once: a name may bring its own, as in 陈先生 or `M. Dupont`."""

import re
from collections.abc import Mapping

from lenovo_desk.core.text import plain_words
from lenovo_desk.core.wording.language_formats import Formats

_PAIR = r"\{([a-z][a-z0-9_]*)\}\s*\{([a-z][a-z0-9_]*)\}"


def without_doubled_title(
    text: str, formats: Formats, options: Mapping[str, Mapping[str, str]], names: Mapping[str, str]
) -> str:
    """Return a text with blanks, without each form of address that the name beside it brings along.

    A blank is a form of address when every option of its fact is a title of the language. `names`
    are the values of text facts by the name of their blank.
    """
    if not formats.titles:
        return text

    def said_once(pair: re.Match[str]) -> str:
        for title, name in ((pair[1], pair[2]), (pair[2], pair[1])):
            forms = options.get(title, {}).values()
            is_title = forms and all(carries_title(form, formats) for form in forms)
            if is_title and name in names and carries_title(names[name], formats):
                return f"{{{name}}}"
        return pair[0]

    return re.sub(_PAIR, said_once, text)


def carries_title(name: str, formats: Formats) -> bool:
    """Return whether a name brings its own form of address, in any place where people write it.

    A title of one or two letters may be an initial or a word, so that it counts only in front, and
    not before an apostrophe, as in `M’Bala`. One of a single Chinese sign, as in 陈总, counts only
    behind a single sign.
    """
    titles = {word for title in formats.titles.split() for word in plain_words(title)}
    words = [part for word in plain_words(name) for part in _one_script(word)]
    if not words:
        return False
    if words[0] in titles and not re.match(r"\W*\w+['’]\w", name):
        return True
    behind = tuple(title for title in titles if not title.isascii() and len(title) > 1)
    return any(
        word.endswith(behind)
        or (len(word) > 2 and word in titles)
        or (len(word) == 2 and word[1] in titles and not word.isascii())
        for word in words
    )


def _one_script(word: str) -> list[str]:
    """Split a word where plain letters meet others: `mr陈` has two."""
    return re.findall(r"[a-z0-9]+|[^a-z0-9]+", word)
