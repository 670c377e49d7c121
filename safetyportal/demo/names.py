"""Invented names, from the many places residents come from. A first and last name come from one list."""

from __future__ import annotations

import unicodedata
from random import Random

DUTCH = (
    "Anneke Bart Carla Daan Els Femke Gerard Hanneke Inge Jeroen Karin Lars Marieke Niels Petra Ruud Sanne "
    "Tim "
    "Truus Willem Wim Yvonne Joke Kees Loes Mirjam Sjoerd Thijs Corrie Henk",
    "Akkerboom, van den Baarsveld, Brouwhuis, Dekkerman, van Elzenbroek, Groenewold, Haverkort, Hoogendam, "
    "Kloosterveen, "
    "Korenaar, van der Lindehof, Meulenkamp, Nieuwlander, Oosterweg, Poldervaart, Rietveldt, Schippersma, "
    "Smeetink, "
    "Terwiel, Uilenbos, Veldhuisen, de Vlieger, Waterdrinker, Wijnholds, Zandbelt, ten Zijthoff, Bakkerij, "
    "Jansma",
)
TURKISH = (
    "Aylin Burak Cem Derya Elif Emre Fatma Hakan Hatice Kemal Leyla Mehmet Murat Nuray Selin Yusuf",
    "Akdemirci, Bahçeli, Çelikbaş, Dağdelen, Erdoğmuş, Güneşli, Kayabaş, Öztürker, Şahinci, Yeşilhan",
)
MOROCCAN = (
    "Amina Bilal Fatiha Hamza Houda Ilyas Karima Mohamed Naima Rachid Said Samira Yassin Zineb",
    "Aït Benhadi, El Amraouni, Bouchtaoui, Chaouki, El Haddaji, Lahmidi, Ouarzazi, Tahirini, El Yousfani, "
    "Zerrouki",
)
SURINAMESE = (
    "Anand Cheryl Dewi Farida Glenn Humphrey Indra Jerrel Lucia Merlin Radjesh Soraya Sherida Winston",
    "Amatsoe, Baldewsing, Doelwijt, Gangapersad, Kartosen, Lieveldo, Mohanlal, Pinasie, Ramdien, Wijngaarden",
)
POLISH = (
    "Agnieszka Andrzej Dorota Ewa Jacek Katarzyna Krzysztof Łukasz Małgorzata Marek Paweł Zofia",
    "Borkowiak, Dąbrowicz, Grabczyk, Jasińczuk, Kowalczewski, Lisiecka, Mazurkiew, Nowicz, Szymczyk, "
    "Zielonka",
)
ERITREAN = (
    "Abrham Biniam Feven Filmon Haben Helen Meron Robel Samrawit Selam Tesfay Yonas",
    "Gebreab, Habtezion, Kidanemar, Mebrahtom, Okubazgi, Tekleab, Tsegayle, Weldemikel, Yemanez",
)
UKRAINIAN = (
    "Andrij Bohdan Halyna Iryna Kateryna Mykola Oksana Olena Petro Svitlana Taras Yulia",
    "Bondarchuk, Hrytsenka, Kovalyuk, Lysenchuk, Moroziv, Petrunyak, Romanyshko, Shevchuka, Tkachuk, "
    "Zavhorod",
)
SYRIAN = (
    "Ahmad Bassel Dima Hala Khaled Lina Mahmoud Nour Rania Samer Tarek Yara",
    "Al Darwisha, Al Halabani, Barazina, Hamoudeh, Kabbaniya, Al Masrina, Nahhasi, Sabbaghi, Zeitouna",
)

WEIGHTED = (
    (DUTCH, 58), (TURKISH, 9), (MOROCCAN, 9), (SURINAMESE, 8), (POLISH, 5), (ERITREAN, 4),
    (UKRAINIAN, 3), (SYRIAN, 4),
)  # fmt: skip
_LISTS = [(first.split(), last.split(", ")) for (first, last), _ in WEIGHTED]
_WEIGHTS = [weight for _, weight in WEIGHTED]


def invent_name(random: Random) -> tuple[str, str]:
    """A first and a last name; the same random state gives the same name."""
    first, last = random.choices(_LISTS, _WEIGHTS)[0]
    return random.choice(first), random.choice(last)


def mail_name(first: str, last: str) -> str:
    """The left half of a mail address: 'Łukasz', 'van der Lindehof' -> 'lukasz.vanderlindehof'."""
    return ".".join(_plain(part) for part in (first, last))


def _plain(text: str) -> str:
    split = unicodedata.normalize("NFKD", text.replace("Ł", "L").replace("ł", "l"))
    return "".join(letter for letter in split.lower() if letter.isascii() and letter.isalpha())
