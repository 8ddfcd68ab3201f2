"""Cities by name: what stands in the place of an outlet or publisher and is none."""

import re

CITY_NAMES = (
    "Amsterdam|Ann Arbor|Athens|Atlanta|Austin|Baltimore|Bangkok|Barcelona|Basel|Beijing|Belgrade|Belo Horizonte|"
    "Berkeley|Berlin|Bern|Bogotá|Bologna|Bonn|Boston|Bratislava|Brno|Brussels|Bruxelles|Bucharest|Budapest|"
    "Buenos Aires|Cairo|Calcutta|Cambridge|Canberra|Cape Town|Caracas|Chicago|Cologne|Copenhagen|Dakar|Darmstadt|"
    "Den Haag|Dordrecht|Dresden|Dublin|Edinburgh|Essen|Firenze|Florence|Frankfurt(?: am Main| a\\.\\s?M\\.)?|"
    "Freiburg|Geneva|Genève|Glasgow|Göttingen|Halle|Hamburg|Hannover|Heidelberg|Helsinki|Hong Kong|Istanbul|"
    "Jakarta|Jena|Jerusalem|Johannesburg|Karlsruhe|Kiel|Köln|København|Kraków|Kyiv|Kyoto|La Paz|Lausanne|Leiden|"
    "Leipzig|Leningrad|Leuven|Lima|Lisboa|Lisbon|Ljubljana|London|Los Angeles|Louvain|Lund|Lyon|Madrid|"
    "Manchester|Manila|Marburg|Melbourne|México|Mexico City|Milan|Milano|Montevideo|Montreal|Montréal|Moscow|"
    "Mumbai|Munich|München|Münster|Nairobi|Napoli|New Delhi|New Haven|New York|Nürnberg|Oslo|Ottawa|Oxford|"
    "Padova|Palermo|Paris|Philadelphia|Prag|Prague|Praha|Princeton|Québec|Quito|Reykjavik|Riga|Rio de Janeiro|"
    "Roma|Rome|Rotterdam|Salt Lake City|San Francisco|Santiago|Seattle|Seoul|Shanghai|Singapore|Sofia|"
    "St\\. Petersburg|Stockholm|Strasbourg|Stuttgart|São Paulo|Sydney|Tallinn|Tel Aviv|The Hague|Tokyo|Torino|"
    "Toronto|Toulouse|Turin|Tübingen|Uppsala|Utrecht|Valencia|Vancouver|Venezia|Venice|Vienna|Vilnius|Warsaw|"
    "Warszawa|Washington|Wien|Wiesbaden|Würzburg|Zagreb|Zurich|Zürich|Москва|М\\.|СПб\\.?|Санкт-Петербург|Киев"
)
"""Cities that publishers sit in, in the languages notes are written in: seats of governments and universities."""
_REGION = r"(?:,\s(?:[A-Z]{2}|[A-Z]\.\s?[A-Z]\.|[A-Z][^\W\d_]+\.?(?:\s[A-Z][^\W\d_]+)?))?"
_KNOWN_CITY = re.compile(
    rf"(?:{CITY_NAMES}){_REGION}(?:\s?(?:[,;/&–-]|and|und|et|y|e)\s?(?:{CITY_NAMES}){_REGION}){{0,3}}\.?"
)


def names_city(words: str) -> bool:
    """Whether words are nothing but one or more cities, perhaps with state or country."""
    return _KNOWN_CITY.fullmatch(words.strip(" .,;:")) is not None
