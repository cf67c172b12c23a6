"""A reply without what names somebody reads as a sentence that can be posted."""

import pytest

from lenovo_desk.core.privacy.public_text import breaches
from lenovo_desk.core.privacy.rewriting import without
from tests.core.privacy.instead_words import INSTEAD

REPLIES = [
    ("fr", "Bonjour M. Dupont, nous sommes désolés.", "Bonjour, nous sommes désolés."),
    ("fr", "Chère Madame Le Goff, merci de votre message.", "Bonjour, merci de votre message."),
    (
        "fr",
        "Nous vous avons rappelé au 06 12 34 56 78 ce matin.",
        "Nous vous avons rappelé au numéro que vous nous avez indiqué ce matin.",
    ),
    (
        "fr",
        "Le technicien passera au 12 rue de la République, 69002 Lyon, demain à 14 h.",
        "Le technicien passera à l’adresse que vous nous avez indiquée, demain à 14 h.",
    ),
    (
        "fr",
        "Nous avons écrit à jean.dupont@mail.fr hier.",
        "Nous avons écrit à l’adresse e-mail que vous nous avez indiquée hier.",
    ),
    ("fr", "La commande n° 123456 est partie.", "La commande est partie."),
    (
        "fr",
        "Votre numéro de dossier : 4001234567.",
        "Votre numéro de dossier : (en message privé).",
    ),
    (
        "fr",
        "Votre adresse (12 rue de la Paix) est notée.",
        "Votre adresse (en message privé) est notée.",
    ),
    ("fr", "Mme Lefèvre a bien reçu son ordinateur.", "Cette personne a bien reçu son ordinateur."),
    ("fr", "M. et Mme Martin, votre colis est parti.", "Votre colis est parti."),
    ("fr", "Notre technicien Julien Moreau passera demain.", "Notre technicien passera demain."),
    ("fr", "#MerciSophie pour votre patience !", "#Merci pour votre patience !"),
    ("fr", "Cordialement, Camille Martin", "Cordialement"),
    ("fr", "À Lyon, Karim Benali remporte le lot.", "À Lyon, cette personne remporte le lot."),
    ("fr", "Sophie Martin, notre conseillère, vous répond.", "Notre conseillère vous répond."),
    ("fr", "C’est Maëlys, votre conseillère.", "C’est votre conseillère."),
    ("fr", "Merci à notre technicien Bruno.", "Merci à notre technicien."),
    ("fr", "Votre réf. L-2026-88123 est suivie.", "Votre réf. (en message privé) est suivie."),
    (
        "fr",
        "Nous livrons au 12 place bellecour à lyon demain.",
        "Nous livrons à l’adresse que vous nous avez indiquée demain.",
    ),
    (
        "fr",
        "Sandrine du service client vous rappelle.",
        "Cette personne du service client vous rappelle.",
    ),
    ("en", "In Leeds, Harpreet Gill wins the Yoga!", "In Leeds, our customer wins the Yoga!"),
    ("en", "Ravi, our engineer, will call.", "Our engineer will call."),
    ("zh", "张伟，我们的工程师，会联系您", "我们的工程师会联系您"),
    ("zh", "成都的王小明获得一等奖", "成都的这位客户获得一等奖"),
    ("zh", "姓王的客户已取机", "客户已取机"),
    ("zh", "请联系李工", "请联系这位客户"),
    ("zh", "您好，王先生，您的工单4001234567已派出。", "您好，您的工单已派出。"),
    ("zh", "王先生您好，工程师会打138-0013-8000给您。", "您好，工程师会打您留的电话给您。"),
    ("zh", "尊敬的张伟先生，您好！", "您好！"),
    ("zh", "我们已寄到北京市朝阳区建国路88号，请查收。", "我们已寄到您留的地址，请查收。"),
    ("zh", "请把邮箱zhangsan@163.com私信给我们。", "请把邮箱私信给我们。"),
    ("zh", "机主李娜，您好，机器修好了。", "机主，您好，机器修好了。"),
    (
        "en",
        "Dear Mr Brown, we will call you on +44 20 7946 0958 tomorrow.",
        "Hello, we will call you on the number you gave us tomorrow.",
    ),
    ("en", "Hi Sarah, your case 00123456 is closed.", "Hi, your case is closed."),
    ("en", "Mr. O’Leary called us.", "Our customer called us."),
    ("en", "Thanks Emma!", "Thanks!"),
]


@pytest.mark.parametrize(("language", "text", "posted"), REPLIES)
def test_what_is_left_is_a_sentence(language: str, text: str, posted: str) -> None:
    assert without(text, breaches(text), INSTEAD[language]) == posted
