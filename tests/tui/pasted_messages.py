"""Messages as customers write them, and how they are pasted in a test."""

MESSAGE = {
    "fr": (
        "Bonjour, je m’appelle Hugo Durand, voici ce que vous demandez : "
        "hugo.durand@example.fr, 06 39 98 12 45. C’est un ThinkPad X1 Carbon Gen 11, 21HMCTO1WW, "
        "acheté en mars. Le service client m’a donné le dossier 4100238871, mais personne ne me "
        "rappelle. J’en ai vraiment assez."
    ),
    "zh": (
        "您好，我叫王小明，电话+8613812345678，邮箱xiaoming.wang@example.com。"
        "机器是小新Pro 16，型号82XF00ABCD，三月买的。客服案件号4100238871，"
        "一直没人给我回电话，真的很着急。"
    ),
    "en": (
        "Hello, my name is Hugo Durand, here is what you asked for: hugo.durand@example.com, "
        "+33 6 39 98 12 45. It is a ThinkPad X1 Carbon Gen 11, model number 21HMCTO1WW, bought in "
        "March. My case number is 4100238871 and nobody calls me back. I am really fed up."
    ),
}
"""Six facts of the escalation in each language, and a date without its day."""
UNSAID = {"fr": "vraiment assez", "zh": "真的很着急", "en": "really fed up"}
"""What of them is for no fact."""
WORK_ORDER = """\
Numéro d’intervention : 4000123456
Nom : Zoé L’Hermite
Téléphone : 06 12 34 56 78
Numéro de modèle : 21HMCTO1WW
Numéro de série : PF0ABC12
Panne signalée : écran noir au démarrage
"""
"""Six facts of a visit on site, as a ticket shows them."""
SIX = {
    "customer_name": "Hugo Durand",
    "customer_email": "hugo.durand@example.fr",
    "customer_phone": "+33639981245",
    "model_number": "21HMCTO1WW",
    "product_line": "think",
    "customer_service_number": "4100238871",
}
"""What is recorded of the French message."""
