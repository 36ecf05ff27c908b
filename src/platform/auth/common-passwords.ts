const WORDS = `password passw0rd password1 p@ssword p@ssw0rd iloveyou admin administrator welcome letmein monkey dragon football baseball master sunshine princess
shadow superman batman trustno1 hello freedom whatever starwars login access flower secret computer internet samsung google killer pokemon michael jordan charlie
donald qwerty qwerty123 qwertyuiop asdfgh zxcvbn asdfghjkl 1q2w3e4r 1qaz2wsx abc123 changeme default guest root toor test testtest user changeit temporary
пароль привет любовь солнышко наташа марина андрей алексей максим сергей дмитрий александр никита кристина екатерина россия москва казахстан алматы астана шымкент караганда
спартак динамо кайрат барыс самсунг йцукен йцукенг фывапр қазақстан қазакстан kazakhstan kazakstan almaty astana shymkent karaganda aktobe atyrau pavlodar nursultan barys kairat
құпиясөз сәлем махаббат жұлдыз бақыт айгерім аружан нұрлан ерлан алихан salem qazaqstan kupiyasoz zhuldyz bakyt aigerim aruzhan nurlan erlan alikhan mahabbat altyn
tanu enbek career atameken egov ncalayer 12345678 123456789 1234567890 123123123 111111111 000000000 87654321 987654321 qazwsxedc password123456 passwordpassword`

/** Words a stranger tries first, in the languages of the country; compared without the digits at their end. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/))
