"""First names of people in Europe and of those who live there, in letters without accents.

From the lists of Faker (https://github.com/joke2k/faker, MIT licence, copyright Daniele Faraglia),
its locales of Western and Northern Europe, India and Nigeria, without what is a word as well.
"""

from lenovo_desk.core.privacy.name_words import FORENAMES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GIVEN_NAMES = FORENAMES | _words("""
aachal aada aadhya aadi aage aahana aaliyah aapo aarav aarini aarna aarnav aarne aaro aarush aashi
aatos aayush abbas abbi abbie abby abdelatif abdelkader abdellah abderaouf abderrahmane abdi
abdirahman abdul abdullah abdullahi abeer abel abelone abha abhimanyu abhiram abigail abilio abjorn
abraham abril ada adalberto adam adamo adan adel adela adelaida adelaide adelardo adelasia adelia
adelina adeline adelmo adem adil aditya adnan adolfo adoracion adrian adriana adrianna adriano
adrienne advaith advay advik advika adweta adya aedan afonso agapito agastya agata agne agneta
agnete agnieszka agnolo agostino agueda agustin agustina ahmad ahmet ahti aidan aideen aiden aila
aileen aili ailis aimo aina ainara aino ainoa airi aisha aishani aisling aislinn aitana aitor ajna
akram aksel akseli akshay aladin alana alanis alanna alannah alara alastair alba albano alberico
albert alberte alberto albin albina alcides alderano aldo alec alejandra alejandro alejo aleks
aleksander aleksanteri aleksi alena alessandra alessia alessio alex alexandar alexander alexandria
alexandrie alexia alfio alfons alfonso alfred alfredo algot ali alicia alina alisa alisha alison
alisson alistair alister alix alizee alka allan allegra allen allison alma almudena alondra alonso
alphons alva alvar alvaro alve alvin alyssa amada amadeo amadeus amado amador amaira amalia amalie
amancio amanda amando amani amara amarilis amaro amaury amaya ambar ambrosio amedeo amel amelia
americo amico amilcar amin amina amira amleto amol amor amparo amrita amruta anabel anabella
anacleto anaelle anamika anas anastasia anastasie anastasio anastazja anay anders andjela andjelina
andreas andrej andres andy anette angela angele angeles angelica angelika angelina angelino
angelita angelo angie angus anibal aniela anika anirudh anissa anja anjali anmol ann anna annabel
annabell annabella annabelle annalena annalisa annalise annamaria anneli annelie annemette annemijn
annetta annette anni annibale annica annick annie anniina annika annikki annukka annunziata anny
ansaldo anselma anselmo ansh anssi antero antoin antoinette anton antonella antonello antoni
antonia antonietta antonin antonina antonino antonius antony antti anunciacion anusha anvi anya
aodhan aoibheann aoibhin aoibhinn aoife apolinar apolonia araceli aradhana aranzazu arcelia arda
arezki ariadna ariana ariane arianne arie ariel arin aristides arja arkadiusz arlette armand
armando armida armin arnaldo arnaude arne arno arnold arnulfo aroa aron arran arron arsenio artemio
arto arttu artturi artur arturo arunima arvid arvo arya aryan asdrubal asger ashlee ashleigh
ashlene ashling ashton asko asma assar asta aston asuncion atenulf atharv atilio atte aude augustin
augusto aukusti aulikki aulis aurea aurelia aureliano aurelio aurora austin avni axelle ayaan ayden
ayesha aylin aymen aymeric ayush ayushman azaan azad azahar azahara azeglio azeneth azra azucena
baccio bachittar baghyawati bahadurjit bailey bailie bakhshi baldassare baldomero balduino balendra
balhaar baljiwan baltasar balvan balveer banjeet barbro barkha barry bart bartek bartolome
bartolomeo basile basilio bastiaan bastian baudelio baudouin bautista beata beatrice becky begona
belen belinda bella benedetto benedict benedicte benedikt benedikte benedita bengt benigna benigno
benita benito benjamim benn benny bente benthe benvenuto beppe berat berend berengere berenice
berit bernabe bernadette bernarda bernardino bernardita bernardo berndt bernhard bernt berra bert
berta bertil berto bertram beth bethan bethany bettina beverley beverly bhanumati bhavani bhavika
bhavini bhavna bhavya biagio bianca bianka bibiana bienvenida bimala birger birgitta birgitte birte
birthe bishakha bjarne bjorn blaine blake blanaid blanca blanka blas blazej boaz bobby bodil boel
boje bonifacio borge borja borje borris borys bouchra brad bradley brady brahim bram breandan
breanna brenda brendan brent brett briana brianna brice bridget brieuc brigid brigida brijesh
brinda brita britt britta brittany brittney bronach bronagh brooke brooklyn bror bruce brunilda
bryan bryce bryony buenaventura caetana cahal cahir cailin cailum caitlin caitlyn caitriona cajsa
calcedonio caleb calista calisto calixta calixto callan callum calogero calum calvin cameron camila
camilla camillo camilo candace candelaria candelario candice candido caoilfhionn caoimhe caoimhin
caolain caolan caomhan cara caragh caridad carin carina carine carita carl carlijn carlito carlo
carlota carlotta carly carmela carmelita carmelo carmen carminho carola carolin carolina carolyn
carrie carsten casandra casemiro casey casper cassandra cassidy cassie catalina caterina cathal
catharina cathrine cathy cato catrin catrine catriona cayetana cayetano ceara cebrian cecilia
cecilie cecilio cedric ceferino celestin celestina celestine celestino celia celina celso cesar
cesare ceylin cezary chaaya chabane chaitaly chaitanya chakradev chakradhar chakrika chaman chameli
champak chanakya chanchal chandani chandran chandresh chanez chantal chantel chantelle charan
charis charita charity charles charline charlott charlotta charly charo charvi chasmum chatresh
chatura chavvi chelo chelsea chelsey chema cherith cheryl cheyenne chiraz chita chris christel
christer christianne christie christin christina christofer christoffer christoph christy chucho
chuy cianan ciara ciaran ciarrai cillian cintia cipriano ciriaco cirillo cirino cirkeline ciro
claes clare clarence clarisa clarissa clarisse clark clas claude claudette claudia claudine claudio
claudy claus clavs clayton clelia clemens clement clementina cleto clifford climaco clinton
cliodhna cliona clive clodagh cloe clotilde codie cody cole colette coline collin colm colton
coluccio colum conal conall conan concepcion concetta concha conchur conn connie connor conny conor
conrad conrado constanca constance constantin constanza constanze consuela consuelo cora coraline
corey corine coriolano cormac cornelia cornelio cornelis cornelius corrado corrie cortney cory
cosme costantino costanzo courteney courtney craig crescencia cristian cristiano cristina cristobal
cruz curro curt curtis custodia custodio cynthia cyprian daan dafne dagmar dagmara dagny daire
dairine dakota daksh daksha dakshesh dalaja dalbir dalia dalila damian damiano damini damon
damyanti dan dana dani daniela daniele daniella danilo danique danny dante dany daphne dara darcy
daria darika darin dario darius dariusz darko darlene darpan darragh darrell darren darryl darsh
daryl dave dawid dayamai dayita dayna deaglan deane deanna dearbhail dearbhaile dearbhla debbie
debora deborah debra declan deepa deirbhile delfina delfino demetrio dennis derek dermot derrick
dervla desiderio desmond devansh devika dewi dhriti dhruv diana diane diarmuid diego dilara dillon
dimas dimitri dinis dino diogo dion dionigi dionisia dionisio dionne dipta ditte divya diya djamel
dolores domenica domenico domhnall dominga domingo dominic dominik domitila donal donald donatella
donatello donato donna dorian doris dorita dorota dorotea dorothee dorothy dorte dorthe douglas
dounia duane duarte duilio dulce duncan durante dustin duuk dwayne dylan dylano eadaoin eamon
eamonn ebba ebbe edda eddie edel edelmira edelmiro edgar edgard edgardo edhitha edith edmundo
edoardo eduard eduarda eduardo edvard edvin edwin eelis eemeli eemil eerik eero eesha eetu eeva
efrain egon eija eila eilis eilish eimear eimer eimhear einar einari einer eino eira eiravati eivor
ekaja ekalinga ekani ekansh ekanta ekantika ekapad ekaraj ekavir ekbal ekiya ekta eladio elaine
elba elea eleanor eleanora elena eleonor eleonora eleonore eleuterio eliana eliane elias elie
eligia eligio eliisa elijah elin eline elinor eliot eliott elisa elisabet eliseo elisha eliza elize
ella elladio ellen elli ellie ellinor elliot elliott elly elma elmer elmeri elmo elna elodia elof
eloisa elona eloy elpidio elsebeth elsie elsy elton elvin elvira elvis elvy elyas elzbieta emanuel
emanuela emelie emelina emeline emely emelyne emer emigdio emil emile emilia emilian emiliana
emiliano emilien emilija emilio emmanuelle emmet emmett emmi emmy emperatriz enar encarna
encarnacion encarnita enda engla ennio enrico enrique ensio enya enzio eoghan eoin epifanio eraldo
erasmo erica erik erika erin erina erkki erland erling ermanno ermenegildo ermes erna ernest
ernesto ernst erwin eryk eryn esben eshana esila eskil esko esmarelda esmee esmeralda esperanza
espiridion essi esteban estefania estela esteri esther estrella etelvina ethel etta ettore euan
eufemia eugen eugene eugenia eugenie eugenio eulalia eunan eusebia eusebio eustaquio eutimio
eutropio evald evan evangelina evangelista evaristo evelia evelien eveliina evelina eveline evert
evi evie ewa ewan ewelina ezequiel ezio faas fabia fabian fabiana fabiola fabricio fabrizia
fabrizio fainche falak falan falguni faqid farah faraj faras farhan fariq faris farouk fatiha
fatteh faustino fausto faye feargal fearghal febe fedde fedele federica federigo felicia feliciana
feliciano felicidad felipa felipe felisa felix fella femke fenna fenne ferdinand ferdinando fergal
fergus ferhat feriel fermin fernanda fernande fiamma fidel fidela fien fiene filip filipa filipe
filippa filippo filomena finbar finn fintan fiona fionntan fionnuala fiorenzo fiorino fitan fito
fiyaz flavia flavie flavio flemming floortje flor florencia florencio florentin florentina
florentino floriane florina florinda florine floris fodil folke fortunata fortunato fouzia frado
franca frances francesco francine francis francisca francisco franciszek franklin frans franz
franziska frazer fred freddy frede frederick frederico frederik frederikke frederique fredo fredrik
fredrika freja freya frida friedrich frode fryderyk fulgencio fulvio gabin gabino gabriele
gabriella gabrielle gaetan gaetano gagan gail gaja galasso galo gareth garima garrett garry gary
gaspar gaspard gaspare gastone gaurang gaurangi gaurav gauri gaurika gautam gautami gauthier gavin
gayathri geetika gelsomina gema gemma genoveva geoffrey geoffroy georg georgette georgia georgina
gerald geraldo gerardo gerd gerda gerhard germain germana geronimo gerrit gert gertrud gertrudis
gervasio ghilas ghislaine giacinto giacobbe giacomo giada giampaolo giampiero gian giancarlo
gianfrancesco gianfranco gianluca gianluigi gianmarco gianna gianni gianpaolo gianpietro giel gijs
gil gilbert gilberte gilberto giles gillian gillis gina gino gioacchino gioachino gioele gioffre
gionata giorgia giorgio giosue giovanna girik girindra girish girolamo gisela gitte giuliana
giuliano giulietta giulio giuseppa giuseppe giuseppina giustino gladys glauco glenda glenn gloria
godofredo goffredo goncalo gonzalo gopal goran gordon gorm gosta gote gottfrid goyo graciana
graciano graciela graeme graham grainne grazia graziano graziella greca greco greg greger gregg
gregoire gregor gregorio greta grete grethe griselda grzegorz guadalupe guarino gudrun guglielmo
guido guilherme guillermo guiomar gunbir gunborg gundhild guneet gunhild gunilla gunnar gunnel
gunvor gurli gustaf gustav gustave gustavo gustaw guus guusje gwenaelle gwendolyn gyda hadjer
hadrien hailey hakan haley hamish hampus hamsini hana hania hanna hanne hannele hannes hannu hans
harald hardik harinakshi harini harish harita harold haroldo harri harriet harrison harshil harvey
hayat haydee hayden hayleigh hayley hazel heather hector hedda hedvig heidi heikki heinrich helena
helga helge heli helina heliodoro helle hellevi helmer helmi helvi hema hemal hemang hemangini
hemani hendrik henk henning henric henrietta henriette henrik henrikki henrique heraclio herbert
herberto herdis heriberto herman hermanni hermenegildo herminia herminio hernan hernando hicham
hidde hilario hilary hilda hilding hilkka hillevi hilma hipolito hiral hitesh hjalmar hjalte
hjordis hocine holger hollie horacio houcine houda howard hredhaan hritik hubert hugh hugues
humberto iain ian iara iban iben ida idika idun ignacia ignacio ignacy ignazio igor iida iiris
iisakki ijaya ikbal iker ikram ikshita ilari ilaria ildefonso ileana ilias ilkka ilmari ilona ilse
ilyas imaran imelda imene imke imran inaya indali india indira indrajit indy inez inga ingalill
inge ingeborg ingegard ingegerd ingela ingelise ingemar inger ingmar ingvar inigo inkeri inmaculada
inocencio iolanda iona ippazio irene iris irja irma irmeli irya isaac isabel isabela isabell isac
isaiah isaias isak isaline isaura isha ishaan ishani ishanvi ishita ishwar isidora isidoro isidro
isis ismail ismo itziar ivar iver jaakko jaana jacek jacinta jacinto jackie jackson jacky jaclyn
jacob jacobo jacopo jade jafet jagat jagdish jagrati jagvi jaime jairaj jake jakob jalmari jalsa
jamie jana janaki janani jane janet jani janice janina janine janna janne janni jannie jannik
jannis jano januja janya jared jari jarkko jarl jarlath jarmo jarno jasmijn jasmina jasmine jasmit
jason jasper jatin javi javier javiera jay jayda jayde jayden jaylinn jayne jayson jeanette jeanine
jedrzej jeet jeevika jeff jeffery jeffrey jelle jelte jemma jena jenaro jenna jenni jennie jenny
jens jente jeppe jere jeremi jeremiah jermaine jeronimo jerry jerzy jesper jesse jessy jesusa
jhalak jill jillian jim jimena jimmie jinthe joachim joacim joakim joan joana joann joanne joaquin
joaquina jocelyn jocelyne jodi jodie jody joe joelle joep joey joffrey johan johanne johannes john
johnathan johnnie johnny jolanda jolene jolijn joline jon jonas jonatan jonathon joni jonna jonny
joona joonas joonatan joost jordan jordana jordi jordon jordy jorgen joris jorma jorn jort josee
josef josefa josefiina josefin josefina josefine josep joseph josh josianne josue jouko jouni
jovana jovita joyce jozef juan juana juanita juanito jude judith judy juha juhana juhani juho jukka
jules julian juliana juliane julianna juliet julieta julijana julio julita julius juliusz juna juni
jurre jussi justin justina justus justyna juul juulia juuso jyoti jyrki jytte kaarina kaarlo kabir
kacper kada kahina kai kaija kaisa kaitlin kaitlyn kaja kajetan kajsa kala kalervo kalevi kalina
kalle kalpit kamil kamila kamya kane kara karan kare kari karima karin karina karl karla karley
karlijn karlo karol karoliina karolina karoline karsten kashish kashvi kaspar kasper katariina
katarina katcha kate katelyn katharina katharine kathleen kathryn kathy kati katia katie katja
katri katriina katrin katrina katrine katty katy kauko kavya kay kayla kaylee kayleigh kazimierz
kealan keano keelan keely keeva keijo keith keld kelli kellie kelsey ken kendra kenn kennet kenneth
kenny kent kenth kenzo keri kerri kerrie kerry kerstin kerttu kevim keya khadidja khalid kiaan kian
kiara kiera kieran kike kim kimberley kimmo kira kirby kirk kirsi kirsten kirsti kirstie kirstin
kirstine kirsty kjeld kjell klara klas klavs knut koen konrad konstantin konstanty kori kornel
kornelia krish krisha krishna krista kristen krister kristi kristian kristie kristiina kristin
kristina kristine kristofer kristoffer kristopher kristy kritika krystal krystian krystyna ksawery
kullervo kumar kurt kurtis kustaa kyan kyano kyara kyle kylie kyllian kyllikki kyra laban lacey
ladli lage laila lajita laksh lakshit lakshmi lalo laly lamberto lana lando laoise laora lara
larissa larry lars lassi latasha latoya laureano laureen lauren laurens laurenz lauretta lauri
laurie laurin laurine laurits laus laust lavanya lawrence lazaro lazzaro leah leana leander leandra
leandro leanne lee leela leena leevi leia leif leigh leire lekha lene leni lenn lennard lennart
lennarth lenny leocadia leocadio leon leona leonard leonardo leoncio leone leonel leonhard leoni
leonie leonor leonora leontina leopold leopoldo leroy lesley leslie leticia letizia levi lewis
leyla leyre liana liberto libni licia lidia lieke lieve ligia liisa lila lilia lilian liliana
liliane lilja lilla lillemor lilli lilly lina linde lindsay lindsey linn linnea linus lipika
lisandro lisanne lisbet lisbeth liselott liselotte lisette liva livia livio liwia liz liza lize
lizz lizzy lloyd lodovico loek loes logan lohit loida loke lola lolita lona lonnie lopa lora lorcan
loredana lorenz lorenza loreto loretta lorna lorraine lotfi lotta lou loui louie louisa louka louna
lourenco lovis lovisa lowe luana luc luca luce lucette luchino lucho lucia luciana luciano lucila
lucile lucinda lucio lucrezia lucy ludovica ludovico ludvig ludwig luigi luigina luisina luka lukas
luke luna lupe lupita luuk lyam lydia lydie lykke lyna lynda lyndon lyndsay lyndsey lynn lynne
lynsey maaike maanas maanav maaria maarit maarten maartje macarena macaria macario macauley maciej
mackenzie madalena madelene madelief madeline madhav madhavi madison maeva maeve mafalda magdalena
maggie magnus mahdi mahika mahmoud maida maija maiken mairead mairtin maite maja majken majvor
makayla maks maksim maksymilian malachy malak malcolm malena malene malgorzata mallory malou malthe
malva malwina mamen manan manbir mandy manel manfred manola manolo manthan manu manuel manuela
manuelita manus manya mara marcantonio marcela marcelina marcelino marcella marcello marcelo marcia
marcial marciano marcio marcos marcus maren margareta margaretha margarida margaud margherita
margit margot margret margrethe maria mariah marian marianela mariann marianna marianne mariano
maribel maricela maricruz mariella marielle mariette marijana marijn marika marilyn marino marinus
mario marisa marisela marisol marissa maristela marit marita maritta marius mariusz marja marjaana
marjatta marjo marjukka marjut marketta markku marko markus marlene marta martha marthe martim
martin martina martino martirio martta martti martyn marvin marwa mary maryam marylene maryline
maryse massimiliano massimo massinissa mateus mateusz matheo mathew mathias mathijs mathilda mathis
mathys matias matilda matilde matthias matthijs matti mattia mattias maude mauno maura maureen
mauri mauricette mauricio maurilio maurine maurits mauritz maurizio mauro maurycy maxence maxi
maximiano maximilian maximiliano maximilien maximino maximo mayte mckenzie meabh meagan meaghan
meera mees megane megha meghan meghana meibh meike meja mekhala melania melchor melek melina
melinda melisa melissa melker melle melvin melwin mercedes merche meredith merel merete merethe
meriem merijn merja mert mervi mia micael micaela micha michaela michal michala micheal micheala
michela michelangelo micheletto micheline michelotto mick mieszko miguela miia miika mika mikael
mikaela mikayla mike mikkel mikko mikolaj mila milagros milena milica milla milo milosz milou
milton mimmi mindy minna miranda mirco mireia miriam mirja mirjam mirjami mirko mirta mirte mirthe
mitali mitchel mitchell mitesh modesta modesto mogens mohamad mohammad mohand mohini mollie molly
mona monika montserrat morena moreno morgan moritz morris morten mouloud mounir mugdha muhammed
muriel murielle mustapha myles myrthe nacer nachiket nacio nadin nadja nael naiara naim nair naksh
nakul nandini nando nanna nanni naoimh naoise naomh naomi napoleone narcisa narciso narimane
natalie natalio natan natanael nataniel natascha natasja natasza nath nathanael nathaniel natividad
naud naveen nawal nayara nazaret nazario nazim nedda nedjma neel neelima neil nela nele nelida nell
nellie nelly nelson nerea nereida nesrine nestor nete netra niall niamh nicanor niccolo nichola
nicholas nichole nicklas niclas nico nicodemo nicola nicolai nicolaj nicolasa nicoletta nicoline
nicolo nidhi nidia nidra niek niels nienke nieves nigel nihad nihal niharika niilo niina nika nikki
niklas niko nikodem nikola nikolaj nikolas nikolaus nikolina nilda nilima nilo nimrat ninetta nino
ninthe nirja nisa nisha nitara nitesh noam noelia noella noelle noemi noor noora noortje norah
norbert norberto norma norman noud nour nout nuala nuno nuria nydia nynke obdulia oceane octavia
octavio odalis odalys odeline odhran odika oeshi ofelia oisin oiva ojas ojasvi olaf olalla olav
olavi olegario olfert olgierd olimpia olivie oliwer oliwier olli olof olov omaja omar omisha omkaar
omya onkar onni onofre onveer oona oonagh oran orazio oreste orfhlaith oriana orinder orjan orla
orlagh orlaigh orlaith orlando ornella orvokki oscar osha oskar oskari osman osmo ossi ossian osten
osvald osvaldo otilia ottavio ottilia otto ottone ouanes oussama outi ovidio oviya owen paavo pablo
paca pacifica paco padraic padraig padraigin pahal paige paivi paivikki pallavi palmira paloma
pancho panfilo panini paoletta paride parker parth pascaline pascual pascuala pasi pasqual pasquale
pastora patric patricio patrik patrizia patrizio patryk paula paule pauli pauliina paulina paulino
paulo pauric pavani pawel peadar pearce pearse peder peggy pekka pelayo pellegrino penelope pentti
pepijn pepita pepito perlita pernilla pernille perry pertti petra petrona petter petteri phileine
philip philipp philippa phillip phyllis pia piaras piedad pien pierangelo piergiorgio piergiuseppe
pierina pierluigi piermaria piero pierpaolo piersanti pietro piia pilar pili pina piotr pippa pirjo
pirkko placido pleun plinio polly pompeo pomponio poncio pontus porfirio poul pranav praneel pranit
pratyush preben preston primitiva primitivo priscila priscilla prisha prudencia prudencio
przemyslaw puccio purificacion pushti qabil qadim qarin qasim quincy quinn quinten quinty quique
quirino qushi raagini rabah racha rachael rachana rachelle rachit rachita radha radhika radoslaw
raf rafa rafaela rafal raffael raffaela raffaele raffaella raffaellino raffaello raghav ragna
ragnar ragner ragnhild raija raili raimo raimondo raimundo raj rajata rajeshri raksha ralf ralph
ramiro ramon ramona ramzi rana ranbir randall randi randy rania ranieri ranveer raquel rasmus raul
rauno rayaan rayana rebeca rebecka rebekah reece regan regina reginald regine regitse regitze
regulo rehaan reijo reina reinaldo reinhold reino rembrandt remedios remigio remy renata renato
rene renee rens renske renzo reuben reyansh reyes reyna reynaldo reza rhian rhianna rhianne
rhiannon rhonda rhys riad rian ricarda riccardo ricciotti richardt rickard rickey ricky rico ridhi
rigmor riikka riitta rik rikard rikke riku riley rishi risto rita ritt ritva riya robbie roberta
roberto robyn rocco rochdi rocio rodney rodolfo rodolphe rodrigo rodrigue rogelio roise roisin
roksana roland rolande rolando roldan rolf roman romana romeo romina romolo romuald romulo romy
ronald ronaldo ronan ronith ronja ronni ronnie ronny ronya roope roos roosa rory rosa rosalia
rosalina rosalinda rosalva rosaria rosario rosaura roseanna roseline rosemary rosenda rosendo rosie
rosina rosita ross rossana rowan roxana roxane roza rozalia ruairi ruari ruben rudi rudolf rudra
rudy rufina rufino ruggero ruggiero ruperta ruperto rushil russell ruth ryma ryszard saad saanvi
saar saara sabas sabatino sabina sacha sachi safia sahra sakari saksham salah saleh salim salima
sally salomon salud salvador salvatore salvi samaksh samanta samantha samar samarth samesh sami
samu samuli samy sanaya sancho sandalio sandro sandy sanna sanne sanni santeri santiago santino
santos sanya saoirse sara sarita sarthak sascha sasha saskia sathvik satu saturnina saturnino saul
saumya saverio scot scott seamus sean seana seanan seaneen seanna sebastiaan sebastiano sebastiao
segismundo seija selena selin selina selma sena senn seona sepp seppo serafina serena sergius seth
severiano severin severine severino severo shana shane shania shanice shanna shannan shannen
shannon shari shaun shauna shauneen shaurya shawn shawna shay shea sheena sheila shelby shelia
shelley shelly sheree sheri sherri sherry sheryl shivani shivansh shona shravya sian siddharth siem
siena sienna sigfrid sigfrido sigge sigrid sigurd sigvard siiri silas silje silke sille silvana
silvestre silvestro silvia silvio simao simo simone simonetta simonne sinead sini sinikka siobhan
siofra sirkka sirpa sisko sivert sixten siya sjoerd sneha socorro sofi sofia sofie sofija soledad
soline solveig solvej sonja sonya soraia sorcha soren sorine sosimo souad soufiane soumia spencer
stacey stacie stacy staffan stan stanislaw stanley steen stef stefani stefania stefanie stella
stellan sten stephan sterre steve stewart stig stijn stina stine stuart sture sudiksha suhani sune
susana susanita susann susanna susannah susanne sussanne sussie suus suvi suze svante svea sven
svenning sydney sylviane sylvianne sylwia szymon tabitha tadeo tadeusz taha taina taisto tamanna
tami tammie tammy tanay taneli tania tanish tanja tanmayi tanveer tanvi tanya tapani tapio tarak
tarja taru tasha tauno taylor tecla ted teemu teerth teija tejas tejs telemaco tellervo telmo
temistocle teobaldo teodor teodora teodoro teodosio teofila teofilo tere terence teresa terese
teresia teresita terhi tero terrance terrence terri terry terttu tess tessa teun teuvo thea theodor
theodora theodore theres theresa theresia thi thiago thijmen thijn thijs thinhinane thom thore
thure tia tiarna tiarnan tiburcio tiegan tiernan tiffany tiia tiina tijmen tijn tijs tilda tim
timeo timmy timo timoteo timothy tina tindra tirza tito tiziana tiziano tobias tobiasz toby todd
toivo tola tom tomas tomasa tomi tommi tommy toni tonia tonicha tonino tonny tono tony tonya topias
tora torben torbjorn torgny tori toribio torquato torsten tova tove tracey traci tracie tracy
travis trevor tricia trine trini trinidad tripti triveni triya troels troy tuija tullio tuomas
tuomo turvi tuukka tuula tuuli tuulia tuulikki tuva twan tycho tygo tyler tymon tymoteusz tyra
tyrone ubaldo uberto ubika ucchal udant udarsh udyati uffe ugolino ulises ulla ulrica ulrik ulrika
ulrike umang umberto unnati unni uolevi upadhriti upasna upkaar upma urbano urishilla urmi urszula
urvashi urvi utkarsh vagn vaino vaishnavi vajen valborg valdemar valentijn valentim valentine
valentino valeria valerio valero valter valtteri vamakshi vanesa vanja vansha vanya varenya varsha
vasana vasatika vasco vasudha vedant vedhika vedika veera veerle veeti vega veijo veikko veli
venancio venceslas vendela venla vera verena verner verneri vernon veronica veronika vesa vicenta
vicente vicki vickie victor victoria victoriano victorino vidal vidar vidhi viggo vigo vihaan viivi
viktoria vilgot vilhelm vilhelmiina vilhelmina vilho viljami viljo villads vilma vilmer vinaya
vince vincentio vincenza vincenzo vinciane vinicio violeta violetta viraj virgilio virginia
viridiana virpi visitacion vito vitor vitoria vittoria vittorio vivaan viveka vivian viviana
viviane vivianne vrinda vrishti vritti vuokko vyanjana wafae wahab waida wakeeta waldemar walid
walter wanda warda warhi warinder warjas warren watika wayne wazir weena wendy werner wesley wessel
whitney widisha wiktor wilfredo wilhelm wilhelmina wille willem willie willy wilma wilmer wilson
winni winnie wishi witold wout wouter wriddhish wridesh wyatt xalak xavi xenia ximena xiomara xiti
yachana yadavi yagnesh yago yahia yahvi yaiza yamini yannick yannis yara yash yashasvi yashawini
yashica yashoda yashodhara yashvi yasmin yasser yassin yasti yatan yatin yauvani yesenia yesica
yessica yfke yinthe ylva ylvie yngve yochana yolanda yolande yoshita youba youcef younes youri
yousef yousra yrjo yrsa ysaline yutika yuvraj yvon zac zacarias zach zacharias zacharie zachary
zahra zaid zaida zaira zaitra zak zakaria zansi zara zarna zashil zayan zayyan zehaan zehnia zelie
zelma zenia zeynep ziggy zilmil zina zinal zoey zoraida romane lise clemence berthe
candice capucine philippine auguste martial regine ambre melodie bastian flore celeste margot
""")
