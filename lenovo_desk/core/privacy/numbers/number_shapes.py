"""How numbers look that point at somebody, and those that are something else."""

import re
from functools import lru_cache

_DATE = (
    r"(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\d|3[01])"
    r"|(?:[0-2]?\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)?\d\d)"
)
_DAY = r"(?:[0-2]?\d|3[01])[/.](?:0?[1-9]|1[0-2])"
_HIDING = "x*×•●○◯■□█_#"
"""What people write for a digit that they hide."""
_SOMETHING_ELSE = (
    # dates and moments
    rf"(?<![\d./-]){_DATE} ?[-/~] ?{_DATE}(?![\d]|[./-]\d)",
    r"(?<![\d./-])(?<!\d )(?:[0-2]?\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:1[5-9]|2\d|3[0-5])"
    r"(?!\d|[./-]\d|,? \d\d(?![\d/.:h-]| ?h))",
    r"(?<!\d)(?<!\d )(?:[0-2]\d|3[01]) (?:0[1-9]|1[0-2]) 20[2-3]\d(?!\d| \d\d(?!\d))",
    r"(?<![\d.])(?:[01]?\d|2[0-4])\.(?:00|15|30|45) ?[-/] ?(?:[01]?\d|2[0-4])\.(?:00|15|30|45)"
    r"(?!\d|\.\d)",
    rf"(?<![\d./-]){_DAY}(?: {_DAY}){{1,30}}(?![\d./-]| \d\d?(?!\d))",
    r"(?<![\d./-])\d{1,2}([/.-])\d{1,3}"
    r"(?:(?:,| et| ou| and| or| puis|;|、| &) ?\d{1,2}\1\d{1,3}){1,30}"
    r"(?![\d/.-]*\d|,? \d\d?(?!\d))",
    # a mobile number of China of which no more than seven digits are shown
    rf"(?<!\d)1[3-9]\d ?[?{_HIDING}]{{4,}} ?\d{{4}}(?!\d)",
    r"(?<![\d./-])(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\d|3[01])(?![\d]|[./-]\d)",
    r"(?<![\d./-])(?:[0-2]?\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d(?![\d]|[./-]\d)",
    r"(?<![\da-z\-_])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:t\d{4,6})?(?!\d)",
    r"(?<![\d:])(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2}(?![\d]|:\d)",
    r"(?<![\da-z])(?:[01]?\d|2[0-4]) ?h ?[0-5]\d(?![\da-z])",
    r"(?<!\d)(?:19|20)\d\d ?[-/–] ?(?:19|20)\d\d(?! ?[-/.]? ?\d)",
    # money and quantities, with their unit
    r"(?:[€$£¥]|usd|eur|rmb|cny) ?\d[\d .,']*\d",
    r"(?<!\d)(?<!\d[ .])\d{1,3}(?:[ .,']?\d{3})*(?:[.,]\d+)? ?(?:[€$£¥%元块]|euros?\b|eur\b|yuan\b"
    r"|dollars?\b|utilisateurs?\b|clients?\b|users\b|customers\b|octets?\b|bytes\b|字节|万|亿|millions?\b|milliards?\b)",
    r"(?<!\d)(?<!\d[ .\-/])\d{1,3} ?[-/~] ?\d{1,3} ?(?:h|j|v|w|a|hz)(?![a-z\d])",
    r"(?<!\d)(?<!\d[ .\-/])(?:\d{1,4}(?:[.,]\d+)? ?(?:-|/|a|to"
    r"|x) ?)?\d{1,4}(?:[ .,']\d{3})?(?:[.,]\d{1,2})?"
    r" ?(?:°(?! ?\d)|(?:degres?|degrees|celsius|fahrenheit|[mk]?ah|[mkw]?wh|watts?|volts?"
    r"|kg|[mckn]m|ms|mn|min"
    r"|minutes?|secondes?|seconds?|heures?|hours?|jours?|days?|semaines?|weeks?|mois|months?|ans?|years?"
    r"|[kmg]hz|[kmgt][ob]|[kmg]bps|dpi|ppp|rpm|tr/min|nits?|lm|lumens?|fps|db|pouces?|inch(?:es)?|px|pixels?"
    r"|metres?|meters?|grammes?|grams?|litres?|points?)(?![a-z\d])"
    r"|摄氏|华氏|度|尼特|毫安|瓦|伏|克|公斤|厘米|毫米|米|英寸|寸|小时|分钟|秒|天|个月|年|赫兹|像素)",
    r"(?<![\d.,])[1-9][.,]\d{5,}(?![.,]?\d)",
    r"(?<!\d)\d{1,3}(?:[ .,']?\d{3})*(?:[ .,']?000){2}(?!\d)",
    # numbers of a machine's own: errors, updates, barcodes, addresses of a network
    r"(?<![a-z\d_])0x[0-9a-f]+",
    r"(?<![a-z\d])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}",
    r"(?<![a-z\d_])(?<!nt )(?:kb|cve|iatf|ht|ds|ps|ss|en|iso|iec|ieee|rfc|din)-? ?\d[\d\-:]*",
    r"(?<![a-z\d_])(?:gb/[tz]|yd/t|sj/t) ?\d[\d\-:.]*",
    r"(?<![a-z])(?:lois?|decrets?|arretes?|ordonnances?|directives?|reglements?) "
    r"(?:\(?[uc]e\)? )?(?:n° ?)?\d[\d\-/]*",
    r"(?<![a-z\d_])(?:ean|upc|gtin|isbn|sku|p/?n|fru|mtm)(?: ?[:n°] ?)? ?[\w\-]+",
    r"(?<![a-z\d_])#\w*[a-z]\w*",
)
_LED = (r"(?<!\d", r"(?<![\d", r"(?<![\w")
"""How a pattern begins that can only begin where digits do."""
_DOTTED = r"(?<![\d.#])(?<!# )\d{1,5}(?:\.\d{1,5}){2,4}(?![\d]|\.\d)"
_GAP = r"(?:[^\w\x00]|_){1,4}"
_CHAIN = rf"\d+(?:{_GAP}\d+)*"
_PAIRED = (
    r"(?<!\d)0[1-79]"
    r"(?:[\W_]{0,3}(?:et puis|puis|et|ensuite|then|and|再|然后|[a-z])?[\W_]{0,3}\d\d){4}(?!\d)"
)
"""A French number in pairs, whatever word stands between them."""
_LETTERED = r"\d{1,4}(?:([a-z])\d{1,4})(?:\1\d{1,4}){2,}"
MOBILE_CN = r"(?:86)?1[3-9]\d{9}$"
TOLL_FREE = r"1?8(?:00|88|77|66|55|44|33)\d{7}$"
SERVICE = rf"{TOLL_FREE}|0?8\d{{8}}$|[48]00\d{{7}}$|95\d{{3,6}}$|1\d{{4}}$|3\d{{3}}$"

_IBAN = r"(?<![a-z\d])[a-z]{2}\d{2}(?:[ -]?[a-z\d]{4}){3,7}(?:[ -]?[a-z\d]{1,3})?(?![a-z\d])"
_INSEE = r"(?<!\d)[12][ .-]?\d\d[ .-]?(?:0[1-9]|1[0-2]|[2-4]\d)[ .-]?\d[\dab](?:[ .-]?\d{3}){2}"
_CARD_OF_CHINA = r"(?<!\d)[1-9]\d{5}[ -]?(?:19|20)\d\d[ -]?\d{4}[ -]?\d{3}[\dx](?![a-z\d])"
_PASSPORT = r"(?<![a-z\d])\d\d[a-z]{2}\d{5}(?![a-z\d])"
_INSURED = (
    r"(?<![a-z\d])(?:qq|(?!le|la|ce|me|ne|te|se|je|kb)[a-ceghj-prstw-z][a-ceghj-nprstw-z])"
    r"(?:[ -]?\d\d){3}[ -]?[a-d](?![a-z\d])"
)
"""How the insured of the United Kingdom are numbered."""
_MAC = r"(?<![a-z\d])[\da-f]{2}(?:[:-][\da-f]{2}){5}(?![a-z\d])"
_KEY = r"(?<![a-z\d-])(?:[a-z\d]{5}-){4}[a-z\d]{5}(?![a-z\d-])"
"""How a licence is numbered."""
_PREFIXED = r"(?<![a-z\d])[a-z]{1,6}[-_/]?\d{7,}(?![a-z\d])"
_PARTED = r"(?<![a-z\d])[a-z]{2,6}[-_/](?:\d{2,4}[-_/])?\d{5,}(?![a-z\d])"
_MACHINE = r"(?<![a-z\d])(?:1s[\da-z]{10}|s/?n)?(?:[a-z]{2}|r9)-?\d-?[\da-z]{5}(?!-?[a-z\d])"
_READ = (
    r"\b(?:lit|lis|lisons|lue?|photos?|etiquettes?|image|capture|label|sticker|reads?"
    r"|shows?|picture)\b"
    r"|照片|图|铭牌|标签|贴纸"
)
_HYPHENED = (
    r"(?<![a-z\d\-])(?=[a-z]{2}\d[a-z\d\-]*)(?=(?:-?[a-z\d]){8}(?![a-z\d\-]))[a-z\d]+-[a-z\d]+"
)
"""A machine's number with a hyphen anywhere: one where the text speaks of reading it somewhere."""
_HIDDEN = rf"(?:[\d{_HIDING}]|\?(?=\d)|(?<=\d)\?)"
_HIDDEN_ENDS = r"(?![\dx*])"
_MASKED = (
    rf"(?<!\d)(?!0\d[ ./-][01]\d[ ./-]20\d\d)(?:0|(?:00)?33[ .-]?(?:\(0\) ?)?)[1-79]"
    rf"(?:\)?[ ./-]?{_HIDDEN}){{8,9}}{_HIDDEN_ENDS}",
    rf"(?<!\d)(?:(?:00)?86[ -]?)?1[3-9{_HIDING}](?:[ -]?{_HIDDEN}){{9}}{_HIDDEN_ENDS}",
    rf"(?<!\d)[2-9]\d\d[) .-]{{1,2}}\d{{3}}[ .-]\d\d{_HIDDEN}{{2}}{_HIDDEN_ENDS}",
    r"(?<!\d)0[1-79](?:[ .-]\d\d){3} ?\d?\.{2,}",
)
"""Phone numbers of which a few digits are hidden: they still tell whoever knows the person."""
PRODUCT = r"(?:nv|ne|lp|lm|mb|ax|be|ac|tb|xt|mx|rx|gt)\d{3}[a-z\d]{3}"
"""How panels, radios, tablets and graphics are called."""
PART = r"(?:\d[a-z\d]{2}\d|[a-z]{2}\d\d)[a-z]\d{5}|\d\d[a-z\d]{6}[a-z]{2}"
"""Parts, panels and cards have numbers of their own, which are in every list of parts."""
BIOS = r"(?:...(?:et|ht)\d\d[wp]|[a-z\d]{4}\d\dww)"

_OF_A_CASE = (
    r"(?:num(?:ero)?s? de |n° ?de |n° ?|no\.? )?(?:dossiers?|commandes?|tickets?|incidents?"
    r"|interventions?|reparations?|factures?|suivi|colis|contrats?|reclamations?|devis|demandes?"
    r"|expeditions?|(?:compte|numero|code|ref(?:erence)?\.?) client"
    r"|(?:votre|notre|your|our) ref(?:erence)?\b\.?|cas|bons?|ot|rma|cases?|orders?"
    r"|work ?orders?|wo|invoices?|tracking|claims?|service requests?|sr|requests?|repairs?"
    r"|shipments?|parcels?|contracts?|so)"
)
_LINKS = (
    r"(?:(?:[ ]?(?:n°|no\.?|nos?|num(?:ero)?|number|nr|id|ref(?:erence)?|client|est|is|was|le|la"
    r"|the"
    r"|sous|portant|de reference|code)(?![a-z\d])|[ ]?(?:n°|[:#=(\"'«,])|[ ]))*"
)
"""Words and signs between what a number is of and the number itself."""
_OF_CN = r"(?:号码?|是|为|[:=(“\"# ])*"
_VALUE = (
    r"(?P<value>(?=(?:[a-z\-_/]*\d){4})[a-z\d][a-z\d\-_/]{3,}(?:[ ]\d+)*"
    r"|\d{1,3}(?: \d{3}){1,4}(?!\d)|\d(?: \d){4,}"
    r"|(?=(?:\D{0,2}\d){5})\d{1,5}(?:[,、，]? ?\d{1,5}){1,4}"
    r"(?![\d%€$]| ?(?:mois|jours|ans|heures|h|go|to)\b))"
)
_LONG_VALUE = (
    r"[a-z\d][a-z\d\-]{4,}(?:[ ][a-z\d]*\d[a-z\d]*)*"
    r"|[a-z\d]{1,4}(?: [a-z\d\-]*\d[a-z\d\-]*){1,7})"
)
_CASE = rf"(?<![a-z\d]){_OF_A_CASE}{_LINKS}{_VALUE}"
_CASE_CN = (
    r"(?:工单|订单|案件|案例|个案|服务单|维修单|派工单|单据|快递|运单|物流|发票|保单|客户|会员|受理|报修"
    r"|合同|流水|投诉|退款|服务|报价|编|单)(?:单)?(?:编?号码?|号|编码)?[ ]?" + _OF_CN + _VALUE
)
_TAIL = (
    r"(?:尾号|尾数|[后末]4位|ending(?: in| with)?|ends (?:in|with)|fini(?:t|ssant) (?:par|en)"
    r"|termin(?:e\w*|ant) (?:par|en)|last (?:4|four) (?:digits|numbers)"
    r"|(?:4|quatre) derniers chiffres)"
    r"(?: (?:are|is|sont|est))?[ ]?" + _OF_CN + r"(?P<value>\d{3,6})(?! ?[%€])"
)
_NUMBERED = (
    r"(?:#|(?<![a-z])n(?:°|o\.)) ?"
    r"(?P<value>(?<=#)(?<![\w&]#)\d{5,10}(?!\w|[ .\-]?\d)(?<!000)"
    r"|(?=(?:[ .\-]?\d){7,12}(?![ .\-]?\d))[1-9]\d*(?:[ .\-]\d{2,4}){1,3})"
)
_SERIAL_CUE = (
    r"(?<![a-z\d])(?:(?:s/?n|sns?|serial(?: (?:number|no\.?))?|imei|meid"
    r"|(?:num(?:ero)?|n°|no\.?) ?de serie|serie)(?![a-z\d])|序列号|主机编号|机身号|机器号|机编)"
    + _LINKS
    + _OF_CN
    + r"(?P<value>(?=[a-z\-]*\d)"
    + _LONG_VALUE
)
_IDENTITY_CUE = (
    r"(?:(?<![a-z\d])(?:passe?ports?|carte d'identite|cni|permis(?: de conduire)?"
    r"|securite sociale|n° ?secu|nir"
    r"|siret|id card|social security|ssn|driving licen[cs]e|identite|national insurance"
    r"|nino|ni|n\.i\."
    r"|rib|iban|account(?: number)?|carte bancaire|carte bleue|numero de carte|credit card"
    r"|card number)(?![a-z\d])|身份证|护照|驾照|社保|银行卡|卡号)"
    + _LINKS
    + _OF_CN
    + r"(?P<value>"
    + _LONG_VALUE
)
_CHAT_CUE = (
    r"(?:(?<![a-z\d])(?:qq|wechat|weixin|whatsapp|telegram|skype|line id|signal)|微信|企鹅)"
    r"(?:号码?|id)?[ ]?" + _OF_CN + r"(?P<value>(?=[a-z_\-]*\d)[a-z\d_\-+]{5,})"
)
_PHONE_CUE = (
    r"(?:(?<![a-z\d])(?:tel(?:ephone)?s?|phone|mobile|gsm|cell|fax|portable|fixe|(?:r?appele[rz]?"
    r"|join(?:dre|ignez)|telephone[rz]|contacte[rz]|call|reach|ring|text)"
    r"(?:[ -](?:moi|nous|le|la|les|vous|me|us|him|her))?)(?![a-z\d])"
    r"|电话|手机|座机|热线|客服|拨打|致电|联系|打给|回电|号码)"
)
_PHONE_LINKS = r"(?:[ ]?(?:au|sur|est|is|at|on|le|numero|number|n°|no|是|为|号码|:|[ ]|\(|打))*[ ]?"


@lru_cache(maxsize=1)
def number_patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Return the patterns by what they are about, compiled."""

    def compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
        return tuple(map(re.compile, patterns))

    return {
        "else": compiled(*(p for p in _SOMETHING_ELSE if not p.startswith(_LED))),
        "else led": compiled(*(p for p in _SOMETHING_ELSE if p.startswith(_LED))),
        "dotted": compiled(_DOTTED),
        "paired": compiled(_PAIRED),
        "lettered": compiled(_LETTERED),
        "masked": compiled(*_MASKED),
        "hiding": compiled(rf"\d[ )./-]?[{_HIDING}?]|\d ?\.\."),
        "read": compiled(_READ, _HYPHENED),
        "chain": compiled(_CHAIN),
        "phone": compiled(_PHONE_CUE + _PHONE_LINKS),
        "cues": compiled(_CASE, _CASE_CN, _TAIL, _NUMBERED, _SERIAL_CUE, _IDENTITY_CUE, _CHAT_CUE),
        "accounts": compiled(_IBAN, _INSEE, _CARD_OF_CHINA, _PASSPORT, _INSURED),
        "machines": compiled(_MAC, _MACHINE, _KEY),
        "references": compiled(_PREFIXED, _PARTED),
    }
