"""What LaTeX commands print: accents, letters, signs, and how many arguments are no text."""

import re
import unicodedata

from citations.formats.names import names


def _pairs(text: str) -> dict[str, str]:
    """Give a table that is written as one line: command, sign, command, sign."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_ACCENTS = dict(
    zip(
        "'`^\"~=.uvHcdbkr",
        "\u0301\u0300\u0302\u0308\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u0323\u0331\u0328\u030a",
        strict=True,
    )
)
_DOTLESS = {"\\i": "i", "\\j": "j", "\\ae": "æ", "\\o": "ø"}
SIGNS = {
    **{sign: sign for sign in "&%$#_{}"},
    **dict.fromkeys(["\\", " ", ",", ";", ":", "!", "\n", "newline", "linebreak", "quad", "qquad", "space"], " "),
    **dict.fromkeys(["thinspace", "enspace", "nobreakspace", "hfill", "tabularnewline", "cr", "enskip"], " "),
    **_pairs(
        "ss ß ae æ AE Æ oe œ OE Œ o ø O Ø aa å AA Å l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ldots …"
        " dots … textellipsis … S § P ¶ dag † ddag ‡ textsection § textdagger † copyright © textcopyright ©"
        " pounds £ textregistered ® texttrademark ™ texteuro € euro € EUR € textsterling £ textendash –"
        " textemdash — textquoteleft ‘ textquoteright ’ textquotesingle ' textquotedblleft “"
        " textquotedblright ” guillemotleft « guillemotright » glqq „ grqq “ lq ‘ rq ’ textasciitilde ~"
        " textasciicircum ^ textbar | textless < textgreater > textunderscore _ textbraceleft {"
        " textbraceright } slash / textdollar $ textpercent % textdegree ° degree ° textmu µ textbullet •"
        " LaTeX LaTeX TeX TeX BibTeX BibTeX XeTeX XeTeX LaTeXe LaTeX2e textnumero № textordfeminine ª"
        " textordmasculine º textonehalf ½ textperiodcentered ·"
    ),
    "textquotedbl": '"',
    "og": "« ",
    "fg": " »",
    "textbackslash": "\\",
}
"""Commands without arguments that print a sign."""

ACCENT_LETTERS = frozenset(_ACCENTS)

UNPRINTED = {
    **dict.fromkeys(
        names("label vspace hspace vskip input include includegraphics includeonly pagestyle index nocite Sexpr"), 1
    ),
    **dict.fromkeys(names("thispagestyle bibliographystyle bibliography addbibresource graphicspath hypersetup"), 1),
    **dict.fromkeys(names("usepackage documentclass color pagecolor selectlanguage phantom hphantom vphantom"), 1),
    **dict.fromkeys(names("markright glsadd acrodef pdfbookmark date author thanks title citeproc"), 1),
    **dict.fromkeys(names("textcolor colorbox hypertarget hyperlink foreignlanguage parbox raisebox scalebox"), 1),
    **dict.fromkeys(names("fontsize setlength addtolength addtocounter markboth refstepcounter rule fcolorbox"), 2),
    **dict.fromkeys(names("multicolumn multirow resizebox"), 2),
    **dict.fromkeys(names("addcontentsline"), 3),
}
"""How many arguments of a command are settings; text in arguments after them is printed."""

BEGIN_ARGUMENTS = {
    **dict.fromkeys(names("tabular array minipage multicols longtable subfigure adjustbox list"), 1),
    **dict.fromkeys(names("tabularx tabulary wrapfigure wraptable tabular* CSLReferences"), 2),
}
"""How many arguments of the beginning of an environment are settings."""

NO_PROSE = names(
    "equation equation* align align* alignat alignat* gather gather* multline multline* eqnarray eqnarray* math"
    " displaymath flalign flalign* tikzpicture pgfpicture picture tikzcd algorithmic algorithm2e prooftree"
)
"""Environments that hold formulas or drawings."""

VERBATIM = ("verbatim", "Verbatim", "lstlisting", "minted", "comment", "filecontents", "alltt", "verbatim*")
"""Environments whose text is no markup and no prose."""

SECTIONS = {
    "part": 1,
    "chapter": 1,
    "addchap": 1,
    "section": 2,
    "addsec": 2,
    "subsection": 3,
    "subsubsection": 4,
    "paragraph": 5,
    "subparagraph": 6,
}
"""Commands that make a heading, with its level: a document's title is above them all."""

BIBLIOGRAPHY = re.compile(r"\\(?:bibliography|addbibresource(?:\[[^\]\n]{0,100}\])?)\{([^{}\n]{1,300})\}")
"""Names BibTeX files, one or several with commas between."""
CITES = names(
    "cite citep citet citealp citealt citeauthor citeyear citeyearpar parencite textcite autocite supercite citenum"
    " cites parencites textcites autocites supercites smartcites fullcites Cites Parencites Textcites Autocites"
    " smartcite fullcite Cite Citep Citet Parencite Textcite Autocite onlinecite citetext shortcite"
)
NAMING_CITES = names("citet Citet citeauthor textcite Textcite textcites Textcites citealt citetext")
"""Commands that print the authors as words of the sentence, which may be its subject."""
FOOT_CITES = names("footcite footfullcite footcitetext Footcite footcites footfullcites Footcites")
"""Commands that make a footnote of a reference."""


def accented(accent: str, letter: str) -> str:
    """Give a letter with an accent in one character where there is one; the letter alone where that fails."""
    letter = _DOTLESS.get(letter, letter)
    if not letter or not letter[0].isalpha():
        return letter
    return unicodedata.normalize("NFC", letter[0] + _ACCENTS[accent]) + letter[1:]
