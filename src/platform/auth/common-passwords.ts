const WORDS = `password passw0rd password1 p@ssword p@ssw0rd iloveyou admin administrator welcome letmein monkey dragon football baseball master sunshine princess
shadow superman batman trustno1 hello freedom whatever starwars login access flower secret computer internet samsung google killer pokemon michael jordan charlie
donald qwerty qwerty123 qwertyuiop asdfgh zxcvbn asdfghjkl 1q2w3e4r 1qaz2wsx abc123 changeme default guest root toor test testtest user changeit temporary
пароль привет любовь солнышко наташа марина андрей алексей максим сергей дмитрий александр никита кристина екатерина россия москва казахстан алматы астана шымкент караганда
спартак динамо кайрат барыс самсунг йцукен йцукенг фывапр қазақстан қазакстан kazakhstan kazakstan almaty astana shymkent karaganda aktobe atyrau pavlodar nursultan barys kairat
құпиясөз сәлем махаббат жұлдыз бақыт айгерім аружан нұрлан ерлан алихан salem qazaqstan kupiyasoz zhuldyz bakyt aigerim aruzhan nurlan erlan alikhan mahabbat altyn
tanu enbek career atameken egov ncalayer 12345678 123456789 1234567890 123123123 111111111 000000000 87654321 987654321 qazwsxedc password123456 passwordpassword
access1 adidas amanda angel anthony apple arsenal asshole austin barcelona blink182 bubbles buster butterfly charlie1 cheese chelsea chocolate cookie corvette daniel
diamond dragon1 eminem family ferrari flower1 forever friends george ginger hannah harley heaven hockey hunter jackson jasmine jennifer jessica jordan23 joshua justin
killer1 lovely loveme maggie matrix matthew mercedes merlin mickey minecraft money mustang naruto nicole nirvana orange pass passport pepper player please purple qwaszx
rainbow ranger robert samantha scooter secret1 security silver slipknot snoopy soccer sparky spiderman starwars1 steelers success summer taylor thomas thunder tigger
victoria william winter yamaha yankees zxcvbnm zaq12wsx xsw2zaq loveyou iloveu mylove system oracle manager service support server office windows linux
адмирал алексей1 алина анастасия ангел анна антон арина артем борис валентина василий вера виктор виктория владимир галина дарья денис динара ерболат женя зайка зарина
иван ирина катя кирилл котенок котик лена любимая любимый людмила малыш мама мамочка марат мария милана михаил надежда николай олег ольга папа павел петр полина роман
самара света светлана семья собака степан татьяна тимур юлия ярослав здравствуй доступ секрет компьютер интернет зенит локомотив цска победа весна лето зима осень
абай айбек айгүл айгул айдана айжан айнұр айнур айсұлу айсулу ақтау ақтөбе алма алмас алтынай аман амангелді асан асель аслан әсел әлия әлем анашым ана әке отбасы отан
арман асхат батыр баян береке болат ғалым гауһар гүлнар гульнара данияр дархан дәурен динмұхамед достық досым ербол ерлан1 жанар жанибек жасұлан жұмабек заңғар іңкәр
қарағанды қызылорда қостанай қуаныш құдай құпия құпия сөз кілтсөз құпиясөз1 мұғалім мектеп менің нұрай нұрсұлтан нұрбол нұргүл оралхан өмір павлодар рахат руслан салтанат
самал сәуле сағыныш серік семей тараз тәуелсіздік түркістан ұлан ұлытау шаттық шұғыла ынтымақ ырыс жаным жанымсың сүйемін сүйіктім қазақ қазақша тілек
abai aibek aigul aidana aizhan ainur aisulu aktau aruzhan1 asan asel aslan arman askhat batyr baiterek baurzhan bayan bolat dana daniyar darkhan dauren dinara dinmukhamed erbol
gulnara janibek kuanysh kokshetau kostanay kyzylorda madina marat nazarbayev nurai nurbol nurgul oral ruslan salem1 saltanat samal saule semey serik taraz temirtau timur
tokayev turkestan ulan zhanar zhanibek zhasulan qaraqandy qazaq kazakh tulpar sunkar shanyrak tengri astana2017 almaty2022 kaspi halyk kazakhtelecom beeline tele2 activ
ghbdtn gfhjkm yfnfif vfhbyf fylhtq ktyf cjkysirj k.,jdm gjpbnbd rfpf[cnfy fkvfns fcnfyf yehkfy fqutthbv ghjuhfvvf lfybzh njkrby зфыыцщкв йцукенг123 фвьшт ыускуе дщпшт`

/** Words a stranger tries first, in the languages of the country; compared without the digits at their end.
 * The last lines are words typed in the other layout of the keyboard. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/))
