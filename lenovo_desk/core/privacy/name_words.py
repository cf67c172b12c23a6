"""Words around names: titles, surnames, and words that are names as well as words."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FRENCH_TITLES = (
    "m.|mr|mr.|mm.|mme|mme.|mmes|mlle|mlle.|melle|dr|dr.|pr.|docteur|professeur|maitre|monsieur"
    "|madame|mademoiselle|mrs|mrs.|ms|ms.|miss|mx|mister|sieur|veuve"
    "|pr|sir|herr|frau|senor|senora|signor|signora"
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
    madam contactez indiquez essayez verifiez redemarrez consultez trouvez souhaitez
""")
"""Words that stand after `Monsieur` or `Madame` without being a name."""
NOT_GREETED = _words("""
    a all toutes tous tout everyone everybody team equipe community communaute client cliente
    clients clientes customer customers monsieur madame mademoiselle messieurs mesdames sir there
    again encore lenovo lenovers motorola thinkpad ideapad yoga legion loq thinkbook thinkcentre
    lyon marseille toulouse nantes bordeaux lille rennes strasbourg montpellier grenoble nancy metz
    rouen reims dijon brest london berlin madrid barcelone barcelona milan rome tokyo geneve
    texas ohio california florida chicago boston seattle vegas canada europe suisse belgique
    maroc quebec bretagne alsace normandie provence corse africa afrique america asia australia
    bruxelles santa
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
    aaron abdel abdou abdoulaye achille adama adrien agathe agnes ahmed aicha aissatou alain
    alan albane aleksandra alessandro alexandra alexandre alexis alice aline aliou alphonse
    amandine amelie aminata amine amir amit amy ana anais ananya andre andrea andree andreia
    andrew andrzej anita anne anouk anthony antoine antonio apolline arjun arnaud arthur
    ashley assia astrid audrey aurelie aurelien awa axel ayoub baptiste barbara bastien
    beatriz benjamin benoit bernard bertrand betty bilal birgit bogdan boris brandon brian
    brigitte bruna bruno camille carla carlos carole caroline catarina catherine cecile celine
    charlene charlie charlotte cheikh chiara chloe christelle christian christiane christine
    christophe christopher cindy clara clement clementine colette colin coralie corentin
    corinne cyril cyrille damien daniel danielle david deepak delphine denis denise didier
    djibril dmitri dominique donovan edmond edouard edward eileen elif elina elisabeth elise
    elizabeth elodie eloise elsa emilie emily emma emmanuel enora enzo eric erwan estelle
    ethan etienne eva evelyn evelyne ewen fabien fabienne fabio fabrice fanny farid fatima
    fatou fatoumata federico fernand fernando firmin flavien florence florent florian fode
    francesca franck francois francoise frederic fredric gabriel gabriela gael gaelle gaston
    gautier genevieve george georges geraldine gerard germaine ghislain gilles ginette
    giovanni gisele giulia gregory guillaume gunther gurpreet guy gwenael gwendal gwendoline
    gwenn hamid hamza hannah harpreet harry hasan hassan hatice helen helene heloise henri
    henry herve hiroshi hortense hugo huguette hussein ibrahim ibrahima ibtissam ilyes imane
    ines ingrid irina isabella isabelle ismael ivan jacqueline jacques jakub jamal james
    jamila jean jeanne jeannine jennifer jeremie jeremy jerome jessica joanna joao joaquim
    joel johann johanna john jonathan jorge jose josephine josette joshua josiane julia julie
    julien juliette jurgen justine kader karen karim karine katarzyna katherine keisha kelly
    kenji kenza kevin khadija khaled khalil kilian killian kimberly klaus koffi krzysztof
    kwame kylian ladislas laetitia lamia laura laure laurence laurent lea leila lena leo liam
    lilou linda linh lionel lisa loic lorena lorenzo louane louis louise lucas lucie lucien
    lucienne ludivine ludovic luis luisa madeleine mael maelle maelys magali malik malika
    mamadou manon marc marcel marcelle marcin marco marek margaret margaux marguerite mariam
    mariana marie marion marjolaine marjorie martine mateo mathieu mathilde matteo matthew
    matthieu maud maurice maxime megan mehdi mehmet melanie merouane michael michel michele
    michelle mickael miguel mireille modou mohamed mohammed monica monique morgane mouna
    mourad moussa muhammad mustafa myriam nabil nadege nadia nadine naima nancy nassim natacha
    natalia natasha nathalie nathan nawel neha nicolas nicole nikita nikolai nils nina noah
    noemie nolan nora noureddine odette odile olga oliver olivia olivier ophelie ousmane
    pamela paola paolo pascale patrice patricia patrick paul paulette pauline pedro perrine
    peter philippe piotr pooja priya priyanka quentin quitterie rachel rachid rachida rafael
    rahul rajesh raoul raphael ravi rayan raymond raymonde rebecca regis remi renaud ricardo
    richard robert robin roger rohan rokhaya romain rosalie ryan sabine sabrina saida sakura
    salma salome samia samir samira samuel sandra sandrine sanjay sarah sebastian sebastien
    serge sergio seydou sharon shirley sibylle simon sofiane solange solene solenn sonia
    sophia sophie soraya stanislas stefan stefano stephane stephanie stephen steven sunita
    suresh susan suzanne svetlana sylvain sylvia sylvie tamara tanguy tarik tatiana thais theo
    theophile therese thibaud thibault thibaut thierry thomas thuy tiago timothee titouan
    tomasz tristan ursula valentin valentina valerie vanessa veronique vijay vikram viktor
    vincent violaine virginie vivien wassim william wojciech xavier yacine yanis yann yasmina
    yasmine yassine yoann yohan yohann youssef yuki yusuf yvan yves yvette yvonne zainab zineb
    zoe zohra zoubida
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
    "alan wake", "john wick", "max payne", "lara croft", "duke nukem", "sid meier", "tony hawk",
    "colin mcrae", "carmen sandiego", "harry potter", "hermione granger", "indiana jones",
    "sherlock holmes", "arsene lupin", "hercule poirot", "peter pan", "mary poppins",
    "forrest gump", "luke skywalker", "han solo", "tony stark", "solid snake", "ezio auditore",
    "elon musk", "bill gates", "steve jobs", "jensen huang", "satya nadella", "isaac newton",
    "ada lovelace", "alan turing", "albert einstein", "nikola tesla", "jeanne d'arc",
)  # fmt: skip
"""Works, brands, places and who speaks for the maker: public where the case knows none of them.

Names that many people bear are left out, whatever works have them: Jack Ryan, Sam Fisher.
"""
POSTS_AND_THINGS = _words("""
    alexa cortana siri copilot
    premier premium support community manager marketplace amazon server exchange online cloud
    gaming service client clientele bluetooth wifi steam big care plus pro tech sales store
    marketing relation relations produit produits education commercial technique technical
    logistique qualite carrefour darty fnac boulanger orange bouygues telecom sfr free adsl
    security smart life game network one drive outlook teams sav team success europe emea asia
    global officer center centre advanced field home onsite site remote senior junior chief lead
    level niveau national regional reseau materiel logiciel systeme systemes informatique hotline
    boutique vente ventes accueil atelier cdiscount ldlc rakuten qualcomm mediatek
    realtek snapdragon dolby bluetooth ethernet vantage
    francais francaise anglais anglaise chinois chinoise allemand allemande europeen europeenne
    french british american chinese german italian spanish indian official officiel
""")
"""Words in capitals after a role that name a post, a product or a company."""
