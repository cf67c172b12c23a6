"""Find whom a role, a relation, a prize or a hashtag introduces: `votre fils Mattéo`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.asked_people import AT_A_DOOR, NAMED_CUES, named_patterns
from lenovo_desk.core.privacy.hits import PERSON, Hit
from lenovo_desk.core.privacy.name_words import (
    AFTER_TITLE,
    COMMON,
    FORENAMES,
    NOT_GREETED,
    PARTICLES,
    POSTS_AND_THINGS,
)
from lenovo_desk.core.privacy.person_names import Person
from lenovo_desk.core.privacy.readings import Reading

_FAMILY = (
    r"fils|fille|epou(?:x|se)|mari|femme|conjointe?|compagn(?:on|e)|pere|mere|frere|soeur|cousine?"
    r"|oncle|tante|neveu|niece|grand-[pm]ere|husband|wife|son|daughter|mother|father|brother|sister"
    r"|mum|mom|dad|uncle|aunt|maman|papa|fiancee?|copine?|copain|beau-(?:pere|fils|frere)"
    r"|belle-(?:mere|fille|soeur)|boyfriend|girlfriend|fiance|grandson|granddaughter"
)
_TRADE = (
    r"technicien(?:ne)?|ingenieure?|livreu(?:r|se)|installat(?:eur|rice)|reparat(?:eur|rice)|coursier"
    r"|avocate?|notaire|huissier|medecin|gagnante?|laureate?|vainqueur|finaliste|formateur|formatrice"
    r"|technician|engineer|courier|winner|lawyer|attorney|solicitor"
)
"""Who is hardly ever a part of a product's name."""
_WORK = (
    rf"{_TRADE}|conseill(?:er|ere)|collegue|gerante?|responsable|direct(?:eur|rice)|cliente?|voisine?"
    r"|amie?|consultante?|interlocut(?:eur|rice)|colleague|neighbou?r|friend|customer|advisor"
)
_OURS = "votre|notre|mon|ma|your|our|my"
_STAFF = rf"{_TRADE}|conseill(?:er|ere)|collegue|experte?|interlocut(?:eur|rice)|advisor|colleague"
_POST = (
    r"manager|vendeu(?:r|se)|stagiaire|apprentie?|facteur|factrice|chef d'atelier|gardien(?:ne)?"
    r"|assistante?|chargee? de clientele|specialiste|agente?|salesman|storekeeper|postman"
)
"""Who may be a part of a product's name: only a first name that is no word is a person there."""
_FIRST = r"(?P<first>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?)"
_LAST = r"(?P<last> (?:(?i:de la|de|du|des|le|la|van der|van|von|ben|el|d') ?)?[A-Z][\w'\-]+)"
_INTRODUCED = (
    rf"(?<![\w'])(?i:(?:(?P<ours>{_OURS})|ton|ta|son|sa|une?|le|la|les|the|his|her) |l')"
    rf"(?i:(?P<family>{_FAMILY})|(?P<staff>{_STAFF})|{_WORK}|(?P<post>{_POST}))"
    r"(?P<of>(?: [a-z]+ (?:magasin|boutique|service))?,?) "
    rf"(?P<name>{_FIRST}{_LAST}?)(?!\w)"
)
_BEFORE_ROLE = (
    rf"(?<![\w@.'\-/])(?=(?P<name>{_FIRST}{_LAST}?)(?:, ?| ?\(| [-:] | (?:est|is|sera|will be) )"
    rf"(?:(?i:{_OURS}|le|la|the) |(?i:l'))?(?i:{_WORK})(?!\w))"
)
"""A name before its role: `Sophie Martin, notre conseillère`."""
_OF_A_TEAM = (
    rf"(?<![\w@.'\-/])(?P<name>{_FIRST}{_LAST}?(?: [A-Z]\.)?),? "
    r"(?i:(?:du|de la|de l'|de notre|de chez|de|from|of|at|chez) ?(?:the |our )?)?"
    r"(?i:sav|service client|service apres-vente|support|equipe|team|lenovo|hotline|customer care)"
    r"(?!\w)"
)
"""Somebody of the desk: `Sandrine du service client`."""
_PRESENTED = re.compile(
    r"(?:c'est|ici|je suis|avec|par|merci a|merci|this is|it's|i am|i'm|here is|with|by) $"
)
_ACTS = (
    rf"(?<![\w@.'\-/])(?P<name>{_FIRST}{_LAST}?) "
    r"(?:passe\w*|vien\w+|arriv\w+|vous|nous|s'occupe"
    r"|(?:a|has) (?:gagne|signe|rappele|repondu|won|signed)"
    r"|gagne|remporte|decroche|wins|won|called|signed|will (?:call|come|help|answer|be)"
    r"|from [A-Z][a-z]+ (?:wins|won)|qui|who)(?!\w)"
)
"""What only people do; a first name that is no word is one."""
_WON = (
    rf"(?<![\w@.'\-/])(?P<name>{_FIRST}{_LAST})(?: \([^)]{{1,25}}\))? "
    r"(?:(?:est|is) (?:(?:le|la|une?|notre|the|an?|our) |l')?(?:heureu(?:x|se) |lucky |grande? )?"
    r"(?:gagnante?|laureate?|vainqueur|winner)"
    r"|(?:a |vient de |has |just )?(?:remporter?|gagner?|decrocher?|empocher?|wins?|won"
    r"|repart avec|takes home) "
    r"(?:(?:le|la|une?|son|notre|the|an?|our|this) |l')?(?:(?:gros|premier|super|grand|first) )?"
    r"(?:lot|tirage|concours|jeu|ordinateur|pc|(?i:yoga|legion|thinkpad|ideapad|motorola)|tablette"
    r"|casque|souris|clavier|bon d'achat|cadeau|giveaway|prize|raffle"
    r"|laptop|tablet|headset))(?!\w)"
)
_WON_SOMEWHERE = (
    rf"(?<!\w)(?:A|Depuis|In|From) [A-Z][\w\-]+, (?P<name>{_FIRST}{_LAST}) "
    r"(?:a |vient de |has |just )?(?:remporte|gagne|decroche|empoche|wins|won|repart)(?!\w)"
)
"""Whoever wins what is drawn among people; a team wins titles."""
_PLACE_OF_WORK = (
    r"(?: (?:de |d'|of |sur |en )?(?:terrain|site|itinerante?|support|atelier|reseau"
    r"|logiciel|systemes?"
    r"|field|agreee?|senior|principale?|referente?|generale?|domicile|magasin|boutique|service)"
    r"| (?:du|de la|de l'|des) ?[a-z]+)?"
)
_NAMING = (
    rf"(?<!\w)(?:(?:{_TRADE}){_PLACE_OF_WORK}|felicitations|bravo|(?P<thanks>merci|thanks|thank you"
    r"|kudos|bonjour|bonsoir|salut|coucou|hello|hi|hey|dear|chere?"
    r"|demande[rz]?|v(?:oyez|oir) avec|contacte[rz]?|r?appele[rz]|joindre|ask for"
    r"|talk to|speak (?:to|with)|contact|meet|entre les mains(?= de)|in the hands(?= of)"
    r"|(?:suivi|confie|gere|traite|transmis|pris|repris)e?(?: en charge)?(?= (?:par|a) )"
    r"|(?:handled|followed|looked after|taken care of|taken over)(?= by))|congrat(?:ulation)?s"
    rf"|congratz|well done"
    r"|au nom(?= d)|(?:in|under) the name(?= of)|a l'ordre|a l'attention|on behalf|attn"
    r"|addressed|adressee?|remise?"
    r"|(?:lot|prix|prize|cadeau|tirage) (?:revient|va|goes|est attribue)"
    r"|(?:lot|prix|prize|cadeau|yoga|legion)[\w ]{0,15} (?:est|is)(?= pour| for)"
    r"|(?:lot|tirage|concours|prize|giveaway|jeu) (?:est )?(?:remporte|gagne|won)e?(?= par| by))"
    r"(?: ?(?:d'|s'appelle|se nomme|nommee?|sera|will be|is called|is named|called|named"
    r"|(?:a|to|de|of|par|by|est|is|[:,!\-]|etait|was|pour|for)(?!\w)))?"
    r"[ ]?(?:\.{3} ?)?[\"'«“„(*]{0,2}[ ]?(?=\w)"
)
_WHOLE_NAME = (
    r"(?P<name>(?P<first>[A-Z][a-z]+(?:[\-'][A-Z]?[a-z]+)?|[A-Z]{3,}(?:-[A-Z]+)?)"
    r"(?P<last>(?: (?:(?:de la|de|du|des|le|la|van der|van|von|ben|el|d') ?)?[A-Z][\w'\-]+){1,2})?)"
    r"(?!\w)"
)
"""Whole names, or first names that are no words: behind a role, a prize, or whom it is for."""
_LOWER = re.compile(r"[a-z]{3,}(?![\w'\-@.]\w)")
_WORDS = re.compile(r"[a-z]+")
_WINNING = re.compile(r"gagn|remport|decroch|empoch|w[io]n|repart|takes|laureat|vainqueur")
_TITLES = ("monsieur", "madame", "mademoiselle", "mme", "mlle", "mr", "mrs")
_ORGANISED = re.compile(
    r"(?i)\b(?:societes?|systemes?|groupe?|sas|sarl|sa|ltd|inc|gmbh|corp|consulting|solutions?|technolog\w+"
    r"|industr\w+|universit\w+|ecole|lycee|college|school|mairie|ville|city|republic\w*|association"
    r"|federation|fondation|foundation|institut\w*|academ\w+|ministere|banque|bank|assurances?|hotel"
    r"|ducati|fifa|formul[ae]|inter|scuderia|ferrari|real|olympique|racing|united|fc|league|ligue|cup"
    r"|coupe|grand|prix|awards?|innovation|edition|editions|handbook|guide|manual|program(?:me)?|day|week"
    r"|months?|annee|year|certifiee?|agreee?|financi\w+|artistique|executive|creative|digital|informatique"
    r"|generale?|windows|office|surface|dolby|adobe|android|apple|samsung|dell|asus|acer|hp|ibm|sony"
    r"|driver|update|experience|unit|zone|party|lake|training|zealand|york|hong|kong|hurricanes"
    r"|dhl|ups|dpd|gls|tnt|fedex|chronopost|colissimo|mondial|relay|relais|colis|express|post|poste|mail|uber"
    r"|eats|local|dot|design|messagerie|ultra|air|slim|gen|aura|duel|tab|book|pad|phone|watch|laptop|desktop|workstation|gagnante?|winner"
    r"|vantage|boot|chrome|firefox|bar|delivery|atmos|vision|charge|connect|erase|pickup|dock|screen|recovery"
    r"|backup|club|rewards|diagnostics?|defender|antivirus|norton|mcafee|copilot|assistant|wireless|direct"
    r"|threading|fan|cooling|quick|rapid|fast|secure|mode|manager|friday|monday|kart|channel|video|ring|pass|discount|student|standby|modern|dual|prime"
    r"|game|wars|star|power|battery|thunderbolt|privacy|guard)\b"
)
"""Words in the names of companies, clubs, prizes, posts and products."""
_TAG = re.compile(r"#(\w+)")
_HUMP = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_THANKS = (
    *("merci", "bravo", "felicitations", "courage", "thanks", "thankyou", "thank", "you", "pour"),
    *(
        "a",
        "anniversaire",
        "joyeux",
        "bon",
        "happy",
        "birthday",
        "congrats",
        "team",
        "well",
        "done",
    ),
)


def introduced_people(reading: Reading) -> Iterator[Hit]:
    """Yield whom a role or a relation names: relatives by a first name, others by a whole name."""
    introduced, before_role, naming, whole_name, of_a_team, acts, *winning = _patterns()
    for match in introduced.finditer(reading.text):
        first = match["first"].lower().partition("-")[0]
        ours = match["ours"] and match["staff"] and not match["of"] and len(first) > 2
        alone = first in FORENAMES or ((match["family"] or ours) and first not in COMMON)
        if _is_person(match) and ((match["last"] and not match["post"]) or alone):
            yield Hit(PERSON, *match.span("name"))
    for match in before_role.finditer(reading.text):
        first, before = match["first"].lower().partition("-")[0], reading.low[: match.start()][-12:]
        alone = first in FORENAMES or (first not in COMMON and _PRESENTED.search(before))
        if _is_person(match) and (match["last"] or alone):
            yield Hit(PERSON, *match.span("name"))
    forenamed = not FORENAMES.isdisjoint(_WORDS.findall(reading.low))
    for pattern in (of_a_team, acts) if forenamed else ():
        for match in pattern.finditer(reading.text):
            if match["first"].lower().partition("-")[0] in FORENAMES - COMMON and _is_person(match):
                yield Hit(PERSON, *match.span("name"))
    for match in _asked_for(reading):
        if _is_person(match):
            yield Hit(PERSON, *match.span("name"))
    for pattern in winning if _WINNING.search(reading.low) else ():
        for match in pattern.finditer(reading.text):
            if _is_person(match):
                yield Hit(PERSON, *match.span("name"))
    for cue in naming.finditer(reading.low):
        name = whole_name.match(reading.text, cue.end())
        if not name:
            word = _LOWER.match(reading.text, cue.end())
            if word and word[0] in FORENAMES - COMMON:
                yield Hit(PERSON, *word.span())
        elif not (name["first"].isupper() and (name["last"] or "").isupper()) and _is_person(name):
            forename = name["first"].lower() in FORENAMES
            if forename or (name["last"] and not cue["thanks"]):
                yield Hit(PERSON, *name.span("name"))


def _asked_for(reading: Reading) -> Iterator[re.Match[str]]:
    """Yield whom one may ask for by a name, and of whom is said what only people do."""
    for pattern, cue in zip(named_patterns(), NAMED_CUES, strict=True):
        for led in cue.finditer(reading.low):
            match = pattern.match(reading.text, led.end())
            if match and not reading.low[led.start() - 1 : led.start()].isalnum():
                first = match["first"].lower().partition("-")[0]
                at_door = led[0].startswith(AT_A_DOOR) and first not in COMMON
                if match["last"] or first in FORENAMES or at_door:
                    yield match


def _is_person(match: re.Match[str]) -> bool:
    """Return whether capitals behind a role are a name, not a post, a product or a greeting."""
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", match["name"])}
    not_names = POSTS_AND_THINGS | NOT_GREETED - PARTICLES
    if words & not_names or match["first"].lower() in AFTER_TITLE:
        return False
    return not _ORGANISED.search(match["name"])


def tagged_people(reading: Reading, people: tuple[Person, ...]) -> Iterator[Hit]:
    """Yield whom a hashtag names among other words: a known name, or thanks and a first name."""
    for match in _TAG.finditer(reading.text) if "#" in reading.text else ():
        words = [word.lower() for word in _HUMP.findall(match[1])]
        rest = [word for word in words if word not in _THANKS]
        titled = len(rest) > 1 and rest[0] in _TITLES
        if len(words) == 1:
            rest = [_unthanked(words[0])]
        facts = [
            person.fact
            for person in people
            for word in rest
            if (word in person.parts and len(word) > 2 and word not in COMMON)
            or word in person.glued
        ]
        if facts or (rest and rest != words and (titled or rest[0] in FORENAMES)):
            yield Hit(facts[0] if facts else PERSON, *match.span())


def _unthanked(word: str) -> str:
    for thanks in _THANKS[:6]:
        word = word.removeprefix(thanks).removesuffix(thanks)
    return word


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    patterns = (
        _INTRODUCED,
        _BEFORE_ROLE,
        _NAMING,
        _WHOLE_NAME,
        _OF_A_TEAM,
        _ACTS,
        _WON,
        _WON_SOMEWHERE,
    )
    return tuple(map(re.compile, patterns))
