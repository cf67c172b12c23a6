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
