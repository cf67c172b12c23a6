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
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁"
    "魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎"
    "易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛"
    "管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏"
    "宁柯阮桂闵解强柴华车冉房边"
)
STRONG = (
    "王李张刘陈杨赵吴徐孙胡朱郭罗梁宋郑韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛阎余潘杜谭廖邹陆"
    "郝崔秦邵尹翟龚庞樊"
)
"""Surnames that are hardly ever a word."""
COMPOUND = (
    "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|南宫|夏侯|轩辕|百里|端木|独孤"
    "|西门|申屠"
)
TITLES_CN = (
    "先生|女士|小姐|太太|夫人|老师|师傅|经理|医生|大夫|律师|教授|主任|总监|工程师|老板|同学|阿姨|大哥"
    "|大姐|叔叔"
)
KNOWN_TITLES_CN = (
    f"{TITLES_CN}|总|工|董|哥|姐|叔|姨|嫂|爷|奶奶|爷爷|妹|弟|某某|某|氏|院长|校长|警官|记者|博士"
)
SHORT_TITLES_CN = "总|工|董|哥|姐"
BEFORE_TITLE_CN = "的是请给和跟找叫谢由为敬您好位户,，。!！:：、 "
COMMON_CN = _words("""
    文明 建设 光明 胜利 和平 幸福 国庆 平安 健康 如意 永远 安全 自然 高兴 可乐 晓得 明白 方便
    方向 时间 时候 金属 白色 黄色 高级 国家 国际 大力 红星 小米 天天 明天 阳光 海洋 天空 星星
    月亮 春天 夏天 秋天 冬天 云端 向上 成功 成长 安心 安装 程序 温度 水平 家乐 立即 马上 万一
    任何 常见 常用 易用 文件 文档 余额 路由 关于 关机 关闭 管理 单位 包装 包括 强大 成品 位置
    游戏 解决 高强 高清 高端 高速 华为
""")
"""Two characters that are a name as well as a word."""
