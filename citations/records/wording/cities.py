"""Cities by name: they stand where an outlet or a publisher could stand, and are neither."""

import re

CITY_NAMES = (
    "Amsterdam|Ann Arbor|Athens|Atlanta|Austin|Baltimore|Bangkok|Barcelona|Basel|Beijing|Belgrade|Belo Horizonte|"
    "Berkeley|Berlin|Bern|Bogotá|Bologna|Bonn|Boston|Bratislava|Brno|Brussels|Bruxelles|Bucharest|Budapest|"
    "Buenos Aires|Cairo|Calcutta|Cambridge|Canberra|Cape Town|Caracas|Chicago|Cologne|Copenhagen|Dakar|Darmstadt|"
    "Den Haag|Dordrecht|Dresden|Dublin|Edinburgh|Essen|Firenze|Florence|"
    "Frankfurt(?: am Main| a\\.\\s?M\\.|/M(?:ain|\\.?))?|"
    "Freiburg|Geneva|Genève|Glasgow|Göttingen|Halle|Hamburg|Hannover|Heidelberg|Helsinki|Hong Kong|Istanbul|"
    "Jakarta|Jena|Jerusalem|Johannesburg|Karlsruhe|Kiel|Köln|København|Kraków|Kyiv|Kyoto|La Paz|Lausanne|Leiden|"
    "Leipzig|Leningrad|Leuven|Lima|Lisboa|Lisbon|Ljubljana|London|Los Angeles|Louvain|Lund|Lyon|Madrid|"
    "Manchester|Manila|Marburg|Melbourne|México|Mexico City|Milan|Milano|Montevideo|Montreal|Montréal|Moscow|"
    "Mumbai|Munich|München|Münster|Nairobi|Napoli|New Delhi|New Haven|New York|Nürnberg|Oslo|Ottawa|Oxford|"
    "Padova|Palermo|Paris|Philadelphia|Prag|Prague|Praha|Princeton|Québec|Quito|Reykjavik|Riga|Rio de Janeiro|"
    "Roma|Rome|Rotterdam|Salt Lake City|San Francisco|Santiago|Seattle|Seoul|Shanghai|Singapore|Sofia|"
    "St\\. Petersburg|Stockholm|Strasbourg|Stuttgart|São Paulo|Sydney|Tallinn|Tel Aviv|The Hague|Tokyo|Torino|"
    "Toronto|Toulouse|Turin|Tübingen|Uppsala|Utrecht|Valencia|Vancouver|Venezia|Venice|Vienna|Vilnius|Warsaw|"
    r"Warszawa|Washington(?:\sD\.?\s?C\b)?|Wien|Wiesbaden|Würzburg|Zagreb|Zurich|Zürich|"
    "Aarhus|Aberdeen|Abingdon|Accra|Adelaide|Aix-en-Provence|Albany|Aldershot|Alger|Algiers|Amman|Ankara|Antwerpen|"
    "Antwerp|Arles|Asunción|Auckland|Baden-Baden|Bad Heilbrunn|Bamberg|Bari|Bayreuth|Beirut|Belfast|Bergen|"
    "Bielefeld|Bilbao|Birmingham|Bloomington|Bochum|Bordeaux|Boulder|Braunschweig|Bremen|Brescia|Brighton|Brisbane|"
    "Bristol|Cardiff|Casablanca|Chapel Hill|Charlottesville|Cheltenham|Christchurch|Cleveland|Cluj|Coimbra|Colombo|"
    "Córdoba|Curitiba|Dallas|Debrecen|Denver|Detroit|Dhaka|Doha|Dortmund|Dubai|Duisburg|Dunedin|Durban|Düsseldorf|"
    "Eindhoven|Englewood Cliffs|Erlangen|Evanston|Farnham|Gdańsk|Genova|Gent|Ghent|Gießen|Göteborg|Gothenburg|"
    "Granada|Graz|Grenoble|Groningen|Guadalajara|Guangzhou|Gütersloh|Haifa|Hanoi|Harmondsworth|Havana|Hildesheim|"
    "Hillsdale|Hoboken|Houston|Innsbruck|Islamabad|Ithaca|İzmir|Kampala|Karachi|Kassel|Katowice|Kharkiv|Konstanz|"
    "Kuala Lumpur|La Habana|Lagos|Lahore|Lanham|Leeds|Leicester|Lille|Linköping|Linz|Liverpool|Lublin|Luzern|Lviv|"
    "Łódź|Maastricht|Mahwah|Mainz|Malden|Malmö|Mannheim|Marseille|Medellín|Menlo Park|Miami|Minneapolis|Minsk|"
    "Modena|Monterrey|Montpellier|Nagoya|Nanjing|Nantes|Newbury Park|Nijmegen|Nottingham|Novi Sad|Odense|Opladen|"
    "Osaka|Osnabrück|Paderborn|Palo Alto|Perugia|Pisa|Pittsburgh|Poitiers|Porto Alegre|Porto|Potsdam|Poznań|"
    "Pretoria|Recife|Regensburg|Rennes|Rostock|Saarbrücken|Salamanca|Salzburg|San Antonio|San Diego|Santa Barbara|"
    "Sarajevo|Sevilla|Sheffield|Skopje|Southampton|Stanford|Szeged|Taipei|Tampere|Tbilisi|Tehran|Thessaloniki|"
    "Thousand Oaks|Timișoara|Tirana|Toruń|Trento|Trier|Trieste|Tromsø|Trondheim|Tunis|Turku|Umeå|"
    "Alicante|Århus|Assen|Badajoz|Basingstoke|Beograd|Braga|Brasília|Bursa|Cádiz|Campinas|Cham|Città del Vaticano|"
    "Durham|Eskişehir|Évora|Florianópolis|Fortaleza|Fribourg|Gijón|Goiânia|Huelva|Houndmills|İstanbul|Jaén|Jyväskylä|"
    "Kbh\\.?|Konya|Louvain-la-Neuve|Málaga|Murcia|Niterói|Notre Dame|Oulu|Oviedo|Pamplona|Puebla|Reykjavík|San José|"
    "San Juan|Santander|Santiago de Compostela|Santo Domingo|St\\.? Gallen|Turnhout|Vatican City|"
    "Villeneuve[- ]d['’]Ascq|Upper Saddle River|Verona|Weimar|Weinheim|Wellington|Wrocław|Wuhan|Zaragoza|"
    "Abuja|Addis Ababa|Baghdad|Baku|Bengaluru|Chennai|Damascus|Dar es Salaam|Harare|Hobart|Hyderabad|Kathmandu|"
    "Khartoum|Kigali|Kinshasa|Kolkata|Luanda|Lusaka|Luxembourg|Maputo|Nicosia|Perth|Phnom Penh|Port Moresby|Rabat|"
    "Riyadh|Suva|Tashkent|Tripoli|Valletta|Windhoek|Yangon|Yerevan|"
    "Amburgo|Berlín|Berlino|Bruselas|Colonia|Francoforte|Ginebra|Ginevra|Leida|Leyde|Lipsia|Londra|"
    "Londres|Moscou|Mosca|"
    "Nova Iorque|Nueva York|Parigi|París|Viena|Zurigo|"
    "Francfort|Hambourg|La Haye|Anvers|Gand|Liège|Varsovie|Cracovie|Lisbonne|Barcelone|Venise|Naples|Athènes|"
    "Copenhague|Mayence|Trèves|Bâle|Saint-Pétersbourg|Múnich|Estocolmo|Praga|Nova York|Genebra|Bruxelas|Mailand|"
    "Florenz|Neapel|Venedig|Brüssel|Straßburg|Kopenhagen|Moskau|Lissabon|Genf|Krakau|Warschau|Parijs|Londen|Brussel|"
    "Wenen|Berlijn|北京|上海|南京|天津|武汉|长沙|广州|成都|西安|沈阳|杭州|合肥|济南|重庆|台北|臺北|香港|東京|京都|大阪|"
    "Екатеринбург|Казань|Київ|Ленинград|Минск|Новосибирск|София|Харьков|Львів|"
    "Москва|М\\.?|СПб\\.?|Л\\.?|Санкт-Петербург|Киев"
)
"""Cities that publishers sit in, in the languages notes are written in: seats of governments and universities."""
_STATES = frozenset(
    (
        *("Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida"),
        *("Georgia", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine"),
        *("Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska"),
        *("Nevada", "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Ohio"),
        *("Oklahoma", "Oregon", "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Texas"),
        *("Utah", "Vermont", "Virginia", "Washington", "West Virginia", "Wisconsin", "Wyoming", "Ontario", "Quebec"),
        *("Alberta", "British Columbia", "Victoria", "Queensland", "Tasmania", "England", "Scotland", "Wales"),
        *("Northern Ireland", "Ireland", "United Kingdom", "UK", "USA", "United States", "Canada", "Australia"),
        *("New Zealand", "India", "China", "Japan", "Germany", "France", "Spain", "Italy", "Portugal", "Greece"),
        *("Netherlands", "The Netherlands", "the Netherlands", "Belgium", "Switzerland", "Austria", "Sweden", "Norway"),
        *("Denmark", "Finland", "Poland", "Hungary", "Romania", "Russia", "Ukraine", "Turkey", "Israel", "Egypt"),
        *("South Africa", "Brazil", "Brasil", "Mexico", "Argentina", "Chile", "Colombia", "Korea", "South Korea"),
    )
)
"""States and countries, which are named after a city."""


def names_state(words: str) -> bool:
    """Whether words are a state or a country, or the letters of one: "California", "Vic.", "NSW"."""
    bare = words.strip(" .,;:")
    return bare in _STATES or _STATE_LETTERS.fullmatch(bare) is not None


def names_town(words: str) -> bool:
    """Whether words are a town of any name and its state or country: "Port Frost, Florida"."""
    town, _, state = words.rpartition(", ")
    return names_state(state) and _TOWN.fullmatch(town) is not None


_TOWN = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:[\s-][A-ZÀ-Þ][^\W\d_]+){0,2}")
STATE_CODE = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|"
    r"O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])"
)
"""The pattern of the letters that stand for a state of America."""
_STATE_LETTERS = re.compile(r"[A-Z]{2}|NSW|VIC|QLD|TAS|ACT|USA|UAE|Cal|Calif|Mass|Conn|Ont|Vic|Qld|Tas|Que")
"""Two letters for a state of any country, or what else is set for one; three letters are more often a broadcaster."""
_REGION = r"(?:\s\([A-Z]{2}\)|,\s(?:[A-Z]{2}|[A-Z]\.\s?[A-Z]\.|[A-Z][^\W\d_]+\.?(?:\s[A-Z][^\W\d_]+)?))?"
_KNOWN_CITY = re.compile(
    rf"(?:{CITY_NAMES}){_REGION}(?:\s?(?:[,;/&–-]|and|und|et|y|e)\s?(?:{CITY_NAMES}){_REGION}){{0,3}}(?:\su\.\s?a)?\.?"
)


def names_city(words: str) -> bool:
    """Whether words are nothing but one or more cities, perhaps with state or country."""
    return _KNOWN_CITY.fullmatch(words.strip(" .,;:")) is not None


def without_year(words: str) -> str:
    """Give what may be a city without the year that stands after it: "Oslo 2018"."""
    return _YEAR_LAST.sub("", words)


_YEAR_LAST = re.compile(r"\s(?:1[4-9]|20)\d\d\Z")
