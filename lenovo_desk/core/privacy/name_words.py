"""Words around names: titles, surnames, and words that are names as well as words."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FRENCH_TITLES = (
    "m.|mr|mr.|mm.|mme|mme.|mmes|mlle|mlle.|melle|dr|dr.|pr.|docteur|professeur|maitre|monsieur"
    "|madame|mademoiselle|mrs|mrs.|ms|ms.|miss|mx|mister|sieur|veuve"
)
PARTICLES = _words(
    "de du des la le les d l el al ben bin ibn van von der den di da do dos san saint sainte"
)
AFTER_TITLE = _words("""
    nous vous votre vos notre nos je tu il elle on ils elles le la les l un une des du de d et ou
    ni mais or donc car merci bonjour bonsoir salut desole desolee desoles navre navree bienvenue
    pouvez pourriez puis si pour par dans avec sans sur en au aux a est sont etes avez aviez auriez
    seriez voulez veuillez monsieur madame mademoiselle messieurs mesdames mme mlle mr cher chere
    chers client cliente toutes tous tout ce cet cette ces son sa ses mon ma mes qui que quoi dont
    oui non ok effectivement bien ici voici voila suite concernant lors apres avant depuis toute c s
    j n qu y lenovo thinkpad service president presidente directeur directrice maire ministre
    ambassadeur commissaire consul tour propre loyal we you your our i the a an and or but thank
    thanks hello hi dear please sorry if for with to in at is are sir all everyone out my this that
    these what when where how why it rebonjour bon bonne excellente tres plus aussi encore toujours
    comme quand comment pourquoi permettez sachez soyez rassurez patientez laissez envoyez ecrivez
    contactez indiquez essayez verifiez redemarrez consultez trouvez souhaitez
""")
"""Words that stand after `Monsieur` or `Madame` without being a name."""
NOT_GREETED = _words("""
    a all toutes tous tout everyone everybody team equipe community communaute client cliente
    clients clientes customer customers monsieur madame mademoiselle messieurs mesdames sir there
    again encore lenovo lenovers motorola thinkpad ideapad yoga legion loq thinkbook thinkcentre
    france paris docteur maitre professeur internet twitter facebook x instagram linkedin youtube
    tiktok reddit google microsoft windows linux intel amd nvidia noel beaucoup bien infiniment d de
    pour vous toi nous abonnes abonne followers fans fan friends amis ami amie folks guys gamers
    gamer joueurs joueur joueuse utilisateur utilisatrice utilisateurs membre membres internaute
    internautes lecteurs lecteur world monde le la les cher chere chers cheres et ou oui non bonjour
    bonsoir merci salut hello hi dear so very mais je on c desole desoles navre navres notre votre
    quel quelle super avec l an mille ladies gentlemen madam champion bravo you passionnes
    infiniment enormement
""")
"""Words that stand after a greeting without being a name."""
COMMON = _words("""
    petit grand blanc blanche noir brun brune roux rousse gris vert rouge roi roy reine rey prince
    duc comte marchand boulanger boucher berger barbier charpentier chevalier tailleur meunier
    potier maitre page macon marin pecheur chasseur sauvage vallee gros long court fort bon beau
    belle joly jolie gentil doux clair claire rose pierre fleur olive violette marine ange aime
    aimee desire constant prudent juste parfait victoire france paris avril mai juin aout noel
    dimanche lundi janvier fevrier fontaine riviere lac mont val bois pont maison moulin chateau
    tour port place foret pre champ champs jardin renard loup lion coq merle pigeon poisson mouton
    moine cardinal pape ami bonheur bonnet chapeau manteau carre cheval jumeau cousin neveu fils
    vieux jeune nouveau neuf premier dernier sept six cinq seul riche pauvre content heureux franc
    libre salle table lit tapis verre bouton clef cle serre sel poivre pain vin cafe the lait miel
    sucre lune soleil etoile aurore terre mer vague vent pluie neige hiver automne ete jour nuit
    matin midi bonjour merci salut carte guide cloud code max bien pas rien tout sans avec pour sous
    chez dans mars reve espoir leclerc auchan pascal noir brune lancer porte mur toit

    black white brown green gray grey young old short small little strong king queen knight bishop
    pope major baker cook cooper carter mason miller potter porter butler turner walker hunter
    fisher hill wood woods stone rock rivers river lake field fields park parks church bridge brook
    banks bank bell ball bird fish fox wolf lamb swan day may june april august summer winter rain
    snow grace faith hope joy will mark bill jack frank grant price penny art rich sue pat drew
    chase case best good love law key bush ford cross power powers speed sharp self wise noble moody
    english french gold silver steel iron diamond pearl ruby crystal amber ivy daisy lily holly dawn
    eve star sky sunny chance booker reed rush dean earl guy ray nick rob don ron gene dale glen
    heath cliff brandy ginger pepper sage basil mint tab link post web net pro go so an do ho he she
    sam ben mar fin une est par sur ton mon son ses mes que qui oui non vos nos app pad usb mac hub
    duo pen tri lot her his sun sum lin top box bug jeu jeux mai via six dix mis vue vie rue eau
    all and any are but can did for get had has how its let new not now off one our out own say see
    set she too two use was way who why yes yet ago ask big buy end few fix hot key low man men
    you my no in on at to we us it be me li lu su ma xu wu hu yu
""")
"""Words that are names as well, French and English."""
FORENAMES = _words("""
    adrien agathe alain alan alexandra alexandre alexis alice aline amandine amelie amy anais
    andre andrea andrew anne anthony antoine arnaud arthur ashley audrey aurelie aurelien axel
    baptiste barbara bastien benjamin benoit bernard bertrand betty brian brigitte bruno camille
    caroline catherine cecile celine charlie charlotte chloe christelle christian christiane
    christine christophe christopher clara clement clementine colin corinne cyril damien daniel
    danielle david delphine denis didier dominique edouard edward elisabeth elise elizabeth
    elodie emilie emily emma emmanuel enzo eric estelle etienne eva fabien fabienne fabrice
    fanny florence florent florian franck francois francoise frederic gabriel gael gaelle
    gautier genevieve george georges gerard gilles guillaume guy hannah harry helen helene henri
    henry herve hugo ines isabella isabelle jacqueline jacques james jean jeanne jennifer jeremy
    jerome jessica joel john jonathan josephine joshua julia julie julien juliette justine karen
    karim karine kevin laetitia laura laure laurence laurent lea leo linda lionel lisa louis
    louise lucas lucie ludovic madeleine magali manon marc marcel margaret margaux marguerite
    marie marion marjorie martine mathieu mathilde matthew matthieu maud maxime megan melanie
    michael michel michele michelle mickael mohamed monique morgane myriam nadia nadine nancy
    nathalie nathan nicolas nicole noemie odile oliver olivia olivier pascale patrice patricia
    patrick paul pauline peter philippe quentin rachel rachid raphael raymond rebecca regis remi
    renaud richard robert robin romain sabrina samuel sandra sandrine sarah sebastien serge
    simon solene sonia sophia sophie stephane stephanie stephen steven susan suzanne sylvain
    sylvie theo theophile therese thibault thierry thomas tristan valentin valerie vanessa
    veronique vincent virginie william xavier yann yasmine yves yvette zoe
""")
"""Common first names of people, none of them a word."""
PUBLIC_NAMES = (
    "mr. robot", "mr robot", "mr. bean", "mr bean", "mrs. doubtfire", "dr. martens",
    "dr martens", "dr. dre", "dr dre", "dr pepper", "dr. strange", "dr strange", "dr. house",
    "dr house", "louis vuitton", "jean paul gaultier", "yves saint laurent", "yves rocher",
    "tom clancy", "marie curie", "madame tussauds", "charles de gaulle", "madame bovary",
    "monsieur cuisine", "monsieur propre", "monsieur bricolage", "monsieur hulot",
    "mr. president", "madame web", "yuanqing yang", "yang yuanqing", "victor hugo",
    "jules verne", "jean jaures", "jules ferry", "james bond",
)  # fmt: skip
"""Works, brands, places and who speaks for the maker: public where the case knows none of them."""
POSTS_AND_THINGS = _words("""
    alexa cortana siri copilot
    premier premium support community manager marketplace amazon server exchange online cloud
    gaming service client clientele bluetooth wifi steam big care plus pro tech sales store
    marketing relation relations produit produits education commercial technique technical
    logistique qualite carrefour darty fnac boulanger orange bouygues telecom sfr free adsl
    security smart life game network one drive outlook teams sav team success europe emea asia
    global officer center centre advanced field home onsite site remote senior junior chief lead
    level niveau national regional
""")
"""Words in capitals after a role that name a post, a product or a company."""
