"""Words that stand where a name could, in letters without accents."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NO_NAME = _words("""
    jai jsuis chui javais jaimerais
    dear cdlt cdt slts svp stp bjr bsr regards thanks cheers bisous sincerely respectueusement
    clinique lycee ecole mairie hopital rectorat universite entreprise association agence cabinet
    groupe banque hotel restaurant garage pharmacie conseil departement region ministere college
    institut centre ville commune syndicat residence campus office company school university
    hospital bank council group boulangerie librairie theatre musee federation fondation maison
    a absent absente actuellement afraid also an android assistant assistante au aux avocat bien
    bonjour bonne calling chez client cliente content contente cordialement customer dans 
    decu decue des desole desolee directeur directrice disponible en encore envoye equipe
    etudiant etudiante eurl facebook france from furieuse furieux gerant gerante getting going
    happy having here ideapad inc infirmiere instagram iphone joignable journee just  
    legion lenovo  looking ltd lyon ma merci mes mobile mon my not notre ordinateur paris pas
    pc plus portable professeur proprietaire ravi ravie really responsable retraite retraitee sa
    samsung sarl sas sent service so societe soiree sorry still suite support sure team tel the
    thinkpad toujours tres trying twitter un unable une using utilisateur utilisatrice very
    votre writing x yoga mp dm linkedin youtube tiktok reddit whatsapp message messages mail
    salut coucou hello hey note notes reached called rang phoned spoke met informed rappel appel
    commentaire post tweet rcs voir eet dossier sas siret siren tva capital
""")
GIVEN_WORDS = _words("""
    aime ange april aurore bill carmen chance chase clair claire crystal daisy dale dawn dean desire
    drew eve faith fleur france frank gene glen grace grant heath holly hope ivy jack joy king lily
    marin mark may nick noel olive page pascal pat pearl penny pierre ray reed rob ron rose ruby rue
    sam sue victoire violette will ben ray aimee constant juste prudent amber iris
""")
"""First names that are words as well: names only where a name must stand."""
